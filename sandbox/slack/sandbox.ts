import type { Clock } from "../../src/clock.ts";
import { createFaults, type FaultOrder } from "../faults.ts";
import { serveHttp } from "../http.ts";
import { rememberEach } from "../remember.ts";
import type { Stage } from "./acts/stage.ts";
import { createAdmin } from "./admin.ts";
import { serveSlackControls } from "./controls.ts";
import type { Courier } from "./courier.ts";
import { createEvents } from "./events.ts";
import { createHttpCourier, type HttpCourier } from "./http-courier.ts";
import { appMethods } from "./methods/app.ts";
import { chatMethods } from "./methods/chat.ts";
import { conversationMethods } from "./methods/conversations.ts";
import { createFiles } from "./methods/files.ts";
import { peopleMethods } from "./methods/people.ts";
import { viewMethods } from "./methods/views.ts";
import { createPerson } from "./person.ts";
import { respond } from "./responses.ts";
import { seenMessage } from "./seen.ts";
import { createSockets } from "./sockets.ts";
import type { StandIn } from "./stand-in.ts";
import { createTokens } from "./tokens.ts";
import { createTraffic } from "./traffic.ts";
import { createWebApi } from "./web-api.ts";
import { createWorkspace } from "./workspace.ts";
import { EXAMPLE_WORLD, type World } from "./world.ts";

export interface SlackSandboxOptions {
  readonly clock: Clock;
  readonly world?: World;
  /** The bot's request URL for signed HTTP; Socket Mode when absent. */
  readonly deliverTo?: string;
  /** Granted bot scopes; all that exist here when absent. */
  readonly scopes?: readonly string[];
  /** Subscribed bot events; all when absent. */
  readonly events?: readonly string[];
  /** Installed slash commands; every one when absent. */
  readonly commands?: readonly string[];
  readonly faults?: readonly FaultOrder[];
  /** Stamps the signatures of HTTP deliveries. Bolt judges them by the machine's time, whatever `clock` says. */
  readonly signingClock?: Clock;
}

/** A Slack workspace on loopback with one app in it. */
export interface SlackSandbox extends StandIn {
  /** The same controls for another process. */
  readonly controlUrl: string;
  /** Bytes over its wires so far, controls excepted. */
  bytes(): number;
  close(): Promise<void>;
}

const SIGNING_SECRET = "5a6e64626f785369676e696e67536563";

const EVERY_SCOPE = [
  "commands",
  "chat:write",
  "users:read",
  "usergroups:read",
  "team:read",
  "channels:read",
  "groups:read",
  "im:read",
  "im:write",
  "files:write",
];

export async function createSlackSandbox(options: SlackSandboxOptions): Promise<SlackSandbox> {
  const { clock, world = EXAMPLE_WORLD, scopes = EVERY_SCOPE, signingClock = clock } = options;
  const workspace = createWorkspace(world, clock);
  const traffic = createTraffic();
  const tokens = createTokens();
  const faults = createFaults(options.faults ?? []);
  const sockets = createSockets(workspace, traffic, () => server.origin.replace("http", "ws"));
  const files = createFiles(workspace, () => server.origin);
  const api = createWebApi({
    clock,
    faults,
    traffic,
    tokens,
    scopes,
    methods: {
      ...appMethods(sockets.ticket),
      ...chatMethods(workspace, scopes),
      ...viewMethods(workspace),
      ...peopleMethods(workspace),
      ...conversationMethods(workspace, scopes),
      ...files.methods,
    },
    respond: (path, body) => respond(workspace, path, body),
    receive: files.receive,
  });
  const server = await serveHttp({ handle: api.handle, upgrade: sockets.upgrade });

  let http: HttpCourier | null = null;
  const deliverTo = (url: string | null): void => {
    http =
      url === null ? null : createHttpCourier({ url, signingSecret: SIGNING_SECRET }, clock, signingClock);
  };
  deliverTo(options.deliverTo ?? null);
  const courier: Courier = { deliver: (parcel) => (http ?? sockets).deliver(parcel) };
  const events = createEvents(workspace, courier, traffic, options.events);
  const stage: Stage = {
    workspace,
    courier,
    traffic,
    responseUrl: (path) => server.origin + path,
    commands: options.commands,
    seen: rememberEach(seenMessage),
    errors: new Map(),
    offered: new Map(),
  };

  const standIn: StandIn = {
    world,
    apiUrl: `${server.origin}/api/`,
    appToken: tokens.app,
    botToken: tokens.bot,
    signingSecret: SIGNING_SECRET,
    person: (id) => createPerson(stage, events, id),
    admin: createAdmin(workspace, events, tokens),
    faults,
    connections: sockets,
    duplicate: (count) => (http ?? sockets).duplicate(count),
    redeliver: events.redeliver,
    rateLimitApp: events.rateLimited,
    revoke: tokens.revoke,
    restore: tokens.restore,
    deliverTo,
    async verifyUrl(challenge) {
      if (!http) throw new Error("Socket Mode has no request URL");
      return http.deliver({ kind: "event", payload: { type: "url_verification", token: "", challenge } });
    },
    changed: workspace.watch.changed,
    listen: workspace.watch.listen,
    traffic: traffic.list,
    posts: () => workspace.messages.all().filter(({ user }) => user === world.app.userId),
  };
  const controls = await serveSlackControls(standIn);
  return {
    ...standIn,
    controlUrl: controls.origin,
    bytes: server.bytes,
    async close() {
      workspace.watch.close();
      sockets.close();
      await Promise.all([server.close(), controls.close()]);
    },
  };
}
