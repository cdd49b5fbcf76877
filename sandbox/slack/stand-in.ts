import type { Faults } from "../faults.ts";
import type { Watch } from "../watch.ts";
import type { Admin } from "./admin.ts";
import type { Outcome } from "./courier.ts";
import type { Message } from "./messages.ts";
import type { SlackPerson } from "./person.ts";
import type { Sockets } from "./sockets.ts";
import type { TokenKind } from "./tokens.ts";
import type { Exchange } from "./traffic.ts";
import type { World } from "./world.ts";

/** A Slack workspace with one app in it: what its controls can do. */
export interface StandIn {
  readonly world: World;
  /** For `clientOptions.slackApiUrl`: `http://127.0.0.1:PORT/api/`. */
  readonly apiUrl: string;
  readonly appToken: string;
  readonly botToken: string;
  readonly signingSecret: string;
  person(id: string): SlackPerson;
  /** Changes to the workspace that no app can make. */
  readonly admin: Admin;
  /** Matched by API method (`path: "chat.postMessage"`), or by `response_url` and `upload`. */
  readonly faults: Faults;
  readonly connections: Pick<Sockets, "count" | "disconnect" | "cut" | "freeze" | "keepTcpOpen" | "sendRaw">;
  /** The next deliveries arrive twice: same envelope, or same bytes and signature. */
  duplicate(count: number): void;
  /** The next events arrive a second time as retries, though they were acknowledged. */
  redeliver(count: number): void;
  /** The `app_rate_limited` envelope. */
  rateLimitApp(): Promise<Outcome>;
  /** `error` is what calls are refused with: `token_revoked` (the default), `invalid_auth`, `account_inactive`… */
  revoke(kind: TokenKind, error?: string): void;
  restore(kind: TokenKind): void;
  /** Switches to signed HTTP, or back to Socket Mode with null. */
  deliverTo(url: string | null): void;
  /** Asks the request URL to echo a challenge, as the app's settings page does. */
  verifyUrl(challenge: string): Promise<Outcome>;
  readonly changed: Watch["changed"];
  readonly listen: Watch["listen"];
  traffic(): readonly Exchange[];
  /** Every message that the app ever made, deleted and ephemeral ones too, in order. */
  posts(): readonly Message[];
}
