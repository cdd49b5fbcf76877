import type { Instant } from "../../src/domain/instant.ts";
import type { MenuEntry } from "../discord/person/menu.ts";
import type { SeenModal } from "../discord/person/seen.ts";
import type { JsonObject } from "../json.ts";
import type { AccountService } from "../ovhcloud/account.ts";
import type { Mail } from "../ovhcloud/mailbox.ts";
import type { Suggestions } from "../slack/acts/suggest.ts";
import type { SeenError, SeenMessage, SeenView } from "../slack/seen.ts";
import type { Act } from "./acts.ts";
import type { FaultName } from "./faults.ts";
import type { Reason } from "./impossible.ts";
import type { Persona, PersonaKey } from "./personas.ts";
import type { StoryState } from "./stories/story.ts";

/**
 * What goes between the page and the playground's server. The page gets keyed state by server-sent events
 * (`GET /state?who=…`: first everything, then what changed) and acts by `POST /act`. What it draws are the wire's own
 * payloads, as the bot sent them.
 */

export const LANGUAGES = ["fr", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

/** Values of which there is one each. */
export interface Single {
  readonly world: WorldFacts;
  /** Who looks at the page. */
  readonly who: Persona;
  readonly slackPlaces: readonly SlackPlace[];
  readonly slackModal: SeenView | null;
  readonly slackHome: SeenView | null;
  /** What Slack itself told this person of failures, oldest first. */
  readonly slackErrors: readonly SeenError[];
  readonly discordPlaces: readonly DiscordPlace[];
  readonly discordModal: SeenModal | null;
  readonly discordErrors: readonly DiscordError[];
  readonly clock: ClockState;
  readonly bot: BotState;
  readonly account: AccountSummary;
  readonly faults: readonly FaultState[];
  readonly story: StoryState | null;
}

/** Values of which there are many, by an id of their own; those of messages and entries sort by age. */
export interface Many {
  /** By `channel/ts`. */
  readonly slackMessages: SeenMessage;
  /** By message id; the message object of Discord's API. */
  readonly discordMessages: JsonObject;
  readonly mails: Mail;
  readonly calls: OvhCall;
  readonly journal: JournalEntry;
}

export interface Patch {
  /** True for the first one: what was there before is forgotten. */
  readonly whole: boolean;
  readonly single: Partial<Single>;
  readonly many: { readonly [K in keyof Many]?: Changes<Many[K]> };
}

export interface Changes<T> {
  readonly set: Readonly<Record<string, T>>;
  readonly gone: readonly string[];
}

/** What stays as it is until the world begins anew. */
export interface WorldFacts {
  readonly personas: readonly Persona[];
  readonly slack: {
    readonly team: string;
    readonly botUserId: string;
    readonly command: SlackCommand;
    /** Of people, channels and groups, by id. */
    readonly names: Readonly<Record<string, string>>;
  };
  readonly discord: {
    readonly botUserId: string;
    readonly botName: string;
    /** Of people, channels and roles, by id. */
    readonly names: Readonly<Record<string, string>>;
  };
  /** Where scripts find the stand-ins and their controls. */
  readonly addresses: readonly { readonly name: string; readonly api: string; readonly controls: string }[];
}

/** A slash command as the app's manifest installs it. */
interface SlackCommand {
  readonly command: string;
  readonly description: string;
  readonly usageHint: string;
}

export interface SlackPlace {
  readonly id: string;
  /** "" for direct messages with the bot. */
  readonly name: string;
  readonly kind: "public" | "private" | "im";
  readonly botIsIn: boolean;
  readonly archived: boolean;
}

export interface DiscordPlace {
  readonly id: string;
  readonly name: string;
  readonly server: string | null;
  readonly menu: readonly MenuEntry[];
}

export interface DiscordError {
  readonly at: Instant;
  readonly text: string;
}

interface ClockState {
  /** Sandbox time when this was sent; it flows on. */
  readonly now: Instant;
  /** Where a jump leads that is under way. */
  readonly movingTo: Instant | null;
}

export type BotState =
  | { readonly kind: "starting" }
  | { readonly kind: "ready"; readonly pid: number | null }
  | { readonly kind: "stopping" }
  | { readonly kind: "stopped" }
  | { readonly kind: "killed" }
  /** It ended by itself: `line` is what it said last on stderr. */
  | { readonly kind: "ended"; readonly code: number | null; readonly line: string };

export interface AccountSummary {
  /** Changes whenever a row may have changed: the page then asks again for the rows that it shows. */
  readonly version: number;
  readonly owner: string;
  readonly size: number;
  /** What the steps of the clock refer to: chosen by hand, else what was changed last, else what ends next. */
  readonly focus: AccountRow | null;
}

/** A service as OVHcloud truly has it now, and the instants that matter. */
export interface AccountRow {
  readonly service: AccountService;
  /** What OVHcloud calls the product. */
  readonly family: string;
  readonly endsAt: Instant | null;
  /** Until when a termination can be asked for or taken back. */
  readonly cutOffAt: Instant | null;
}

/** Answer of `GET /account?search=…&from=…&count=…`. */
export interface AccountPage {
  readonly total: number;
  readonly rows: readonly AccountRow[];
}

export interface OvhCall {
  readonly at: Instant;
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly body: unknown;
  /** Null while nothing was answered. */
  readonly status: number | null;
  /** Whether the route's own work was done. */
  readonly reached: boolean;
  /** Whether it changes something. */
  readonly writes: boolean;
}

export interface FaultState {
  readonly name: FaultName;
  readonly on: boolean;
}

export type ConsoleChange = Extract<Act, { kind: "console" }>["change"];

export type PlatformName = "slack" | "discord";

/** What happened, in order: people, the bot, OVHcloud, faults, the clock. */
export type JournalEntry = { readonly at: Instant } & (
  | {
      readonly kind: "act";
      readonly who: PersonaKey;
      readonly platform: PlatformName;
      readonly verb: "says" | "types" | "presses" | "chooses" | "sends" | "closes";
      readonly words: string;
      readonly times: 1 | 2;
    }
  | {
      readonly kind: "post" | "edit";
      readonly platform: PlatformName;
      readonly place: string;
      readonly title: string;
    }
  | {
      readonly kind: "call";
      readonly method: string;
      readonly path: string;
      readonly status: number | null;
      readonly reached: boolean;
    }
  | { readonly kind: "mail"; readonly subject: string }
  /** How many connections the bot has to a platform now. */
  | { readonly kind: "line"; readonly platform: PlatformName; readonly open: number }
  /** Somebody changed a service in OVHcloud's own console. */
  | { readonly kind: "console"; readonly service: string; readonly change: ConsoleChange }
  | { readonly kind: "fault"; readonly name: FaultName; readonly on: boolean }
  | { readonly kind: "clock"; readonly to: Instant }
  | { readonly kind: "bot"; readonly state: BotState["kind"]; readonly line: string }
  | { readonly kind: "log"; readonly level: "warn" | "error"; readonly line: string }
);

/** Answer of `POST /act`. `problem` is why a client would not let a person do it, `reason` why it cannot be done now. */
export type ActAnswer =
  | { readonly kind: "done" }
  | { readonly kind: "options"; readonly suggestions: Suggestions }
  | {
      readonly kind: "choices";
      readonly choices: readonly { readonly name: string; readonly value: string | number }[];
    }
  | { readonly kind: "refused"; readonly problem: string; readonly reason?: Reason };

export interface ActRequest {
  readonly who: PersonaKey;
  readonly act: Act;
}
