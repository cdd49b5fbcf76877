import type { Clock } from "../../src/clock.ts";
import { serveControls } from "../controls.ts";
import { createFaults, type Faults } from "../faults.ts";
import { serveHttp } from "../http.ts";
import type { JsonObject } from "../json.ts";
import type { Watch } from "../watch.ts";
import { discordControls } from "./controls.ts";
import { createGateway, type Gateway, type GatewayControls } from "./gateway/gateway.ts";
import { createInteractions, type Interactions, type PersonError } from "./interaction/interactions.ts";
import { createJudge, type Judge } from "./judge/judge.ts";
import { createPerson, type DiscordPerson } from "./person/person.ts";
import type { SeenMessage } from "./person/seen.ts";
import { replayPress } from "./replay.ts";
import { createRest } from "./rest/rest.ts";
import { createState, type State } from "./state.ts";
import type { Traffic } from "./traffic.ts";
import { type DiscordWorld, WORLD } from "./world.ts";

export interface DiscordSandboxOptions {
  readonly clock: Clock;
  /** Discord's parsed OpenAPI document: judges every request, and every answer of the stand-in. */
  readonly openapi?: JsonObject;
  /** Instead of `openapi`, the judge made of it: compiling takes a good part of a second. */
  readonly judge?: Judge;
  readonly world?: DiscordWorld;
  /** Milliseconds, of the client's time. */
  readonly heartbeatInterval?: number;
}

export interface DiscordSandbox {
  /** `http://127.0.0.1:PORT/api`, as discord.js' `rest.api` takes it. */
  readonly apiUrl: string;
  readonly controlUrl: string;
  readonly token: string;
  readonly applicationId: string;
  readonly world: DiscordWorld;
  readonly judge: Judge;
  readonly faults: Faults;
  readonly gateway: GatewayControls;
  /** Throws ImpossibleAct for an id that nobody has. */
  person(id: string): DiscordPerson;
  /** What went over the wires, oldest first; the last 10,000 things. */
  traffic(): readonly Traffic[];
  /** Every message there is, oldest first, ephemeral ones too. */
  posts(): readonly SeenMessage[];
  /** What people were shown in red. */
  errors(): readonly PersonError[];
  /** Registered commands as Discord would answer; null for the global ones. */
  commands(guildId: string | null): readonly JsonObject[];
  readonly changed: Watch["changed"];
  readonly listen: Watch["listen"];
  /** What a person sets in the client. */
  setLocale(personId: string, locale: string): void;
  /** From now on the token is refused: 401, and close code 4004. */
  revokeToken(): void;
  /** Throws the bot out of a guild. */
  leaveGuild(guildId: string): void;
  /** Sends a recorded press; resolves with the kind of its first answer. */
  replay(payload: JsonObject): Promise<string>;
  /** Bytes over its wires so far, controls excepted. */
  bytes(): number;
  close(): Promise<void>;
}

const HEARTBEAT_INTERVAL = 41_250;

/** A demo runs for days; what is older than this is forgotten. */
const KEPT_TRAFFIC = 10_000;

/** A stand-in of Discord on loopback ports that the system chooses. */
export async function createDiscordSandbox(options: DiscordSandboxOptions): Promise<DiscordSandbox> {
  const { clock, openapi, world = WORLD, heartbeatInterval = HEARTBEAT_INTERVAL } = options;
  const state = createState(clock, world);
  const judge = options.judge ?? (await createJudge(openapi));
  const faults = createFaults();
  const traffic: Traffic[] = [];
  let revoked = false;
  let origin = "";

  const wires = {
    state,
    isToken: (token: string) => !revoked && token === world.token,
    log(entry: Traffic) {
      traffic.push(entry);
      if (traffic.length > KEPT_TRAFFIC) traffic.shift();
      state.watch.touch();
    },
  };
  const gatewayUrl = (): string => origin.replace("http:", "ws:");
  const gateway: Gateway = createGateway({ ...wires, heartbeatInterval, url: gatewayUrl });
  const interactions: Interactions = createInteractions({ state, dispatch: gateway.dispatch });
  const server = await serveHttp({
    handle: createRest({ ...wires, judge, faults, gateway, interactions, gatewayUrl }),
    upgrade: gateway.upgrade,
  });
  origin = server.origin;

  const sandbox: Omit<DiscordSandbox, "controlUrl" | "bytes" | "close"> = {
    apiUrl: `${server.origin}/api`,
    token: world.token,
    applicationId: world.applicationId,
    world,
    judge,
    faults,
    gateway,
    person: (id) => createPerson(state, interactions, id),
    traffic: () => [...traffic],
    posts: () => state.messages.all().map(state.seen),
    errors: interactions.errors,
    commands: (guildId) => state.commands.list(guildId).map(({ payload }) => payload),
    changed: state.watch.changed,
    listen: state.watch.listen,
    setLocale: state.setLocale,
    revokeToken() {
      revoked = true;
      gateway.close(TOKEN_REVOKED);
    },
    leaveGuild: (guildId) => leave(state, gateway, guildId),
    replay: (payload) => replayPress(state, interactions, payload),
  };
  const controls = await serveControls(discordControls(sandbox));

  return {
    ...sandbox,
    controlUrl: controls.origin,
    bytes: server.bytes,
    async close() {
      interactions.close();
      state.watch.close();
      gateway.stop();
      await Promise.all([server.close(), controls.close()]);
    },
  };
}

const TOKEN_REVOKED = 4004;

function leave(state: State, gateway: Gateway, guildId: string): void {
  if (state.leave(guildId)) gateway.dispatch("GUILD_DELETE", { id: guildId }, guildId);
}
