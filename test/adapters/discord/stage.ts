import { expect } from "vitest";
import { createDiscordAdapter, type DiscordOptions } from "../../../adapters/discord/adapter.ts";
import { createSandboxClock, type SandboxClock } from "../../../sandbox/clock.ts";
import type { SeenMessage } from "../../../sandbox/discord/person/seen.ts";
import { createDiscordSandbox, type DiscordSandbox } from "../../../sandbox/discord/sandbox.ts";
import { ALICE, CHANNELS, GUILD, OTHER_GUILD, ROLES } from "../../../sandbox/discord/world.ts";
import type { JsonObject } from "../../../sandbox/json.ts";
import type { ChatAdapter } from "../../../src/chat.ts";
import type { FatalError } from "../../../src/errors.ts";
import type { Log, LogFields } from "../../../src/ports.ts";
import { createFakeBot, type FakeBot, type FakeBotOptions } from "./fake-bot.ts";

const START = Date.UTC(2026, 10, 22, 9, 0, 0);

export interface LogEntry {
  readonly level: keyof Log;
  readonly event: string;
  readonly fields: LogFields;
}

/** The real adapter and client against the stand-in, with a small core behind, in frozen time. */
export interface Stage {
  readonly sandbox: DiscordSandbox;
  readonly clock: SandboxClock;
  readonly bot: FakeBot;
  readonly adapter: ChatAdapter;
  readonly log: readonly LogEntry[];
  readonly fatals: readonly FatalError[];
  /** Another adapter on the same stand-in; it is stopped with the stage. */
  another(options?: FakeBotOptions, more?: Partial<DiscordOptions>): { adapter: ChatAdapter; bot: FakeBot };
  close(): Promise<void>;
}

export interface StageOptions extends FakeBotOptions {
  readonly adapter?: Partial<DiscordOptions>;
  readonly heartbeatInterval?: number;
  /** Discord's OpenAPI document as a second judge; reading it takes longer than all the rest. */
  readonly openapi?: JsonObject;
}

/** Everything but connected. */
export async function openStage(options: StageOptions = {}): Promise<Stage> {
  const { adapter: more = {}, heartbeatInterval, openapi, ...core } = options;
  const clock = createSandboxClock({ start: START, frozen: true });
  const sandbox = await createDiscordSandbox({
    clock,
    ...(openapi ? { openapi } : {}),
    ...(heartbeatInterval === undefined ? {} : { heartbeatInterval }),
  });
  const log: LogEntry[] = [];
  const fatals: FatalError[] = [];
  const adapters: ChatAdapter[] = [];

  const another: Stage["another"] = (fake = {}, options = {}) => {
    const adapter = createDiscordAdapter({
      token: sandbox.token,
      apiUrl: sandbox.apiUrl,
      roles: [ROLES.operators],
      guilds: [GUILD, OTHER_GUILD],
      defaultLocale: "en",
      clock,
      log: logInto(log),
      onFatal: (error) => fatals.push(error),
      random: () => 0,
      registerAtStart: true,
      ...options,
    });
    adapters.push(adapter);
    return { adapter, bot: createFakeBot(fake) };
  };
  const { adapter, bot } = another(core, more);

  return {
    sandbox,
    clock,
    bot,
    adapter,
    log,
    fatals,
    another,
    async close() {
      await Promise.all(adapters.map((one) => one.stop()));
      await sandbox.close();
      clock.stop();
    },
  };
}

/** Connected and registered. */
export async function openRunningStage(options: StageOptions = {}): Promise<Stage> {
  const stage = await openStage(options);
  await stage.adapter.start(stage.bot);
  return stage;
}

export function logInto(entries: LogEntry[]): Log {
  const at =
    (level: keyof Log) =>
    (event: string, fields: LogFields = {}): void => {
      entries.push({ level, event, fields });
    };
  return { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
}

export const events = ({ log }: Stage, event: string): readonly LogEntry[] =>
  log.filter((entry) => entry.event === event);

/** What Alice sees in #general, without the titles of the cards. */
export const seen = (
  { sandbox }: Stage,
  channel: string = CHANNELS.general,
  person = ALICE.id,
): readonly string[] => sandbox.person(person).sees(channel).map(textOf);

const textOf = (message: SeenMessage): string =>
  `${message.ephemeral ? "(private) " : ""}${message.text.replace("### Services\n", "")}`;

/** The newest message that Alice sees in #general. */
export function newest(
  { sandbox }: Stage,
  channel: string = CHANNELS.general,
  person = ALICE.id,
): SeenMessage {
  const message = sandbox.person(person).sees(channel).at(-1);
  if (!message) throw new Error("nothing is to be seen");
  return message;
}

/** Requests of the bot, as `POST /channels/1/messages`, without those of start and registration. */
export const requests = ({ sandbox }: Stage, method: string, path: RegExp) =>
  sandbox.traffic().filter((one) => one.kind === "request" && one.method === method && path.test(one.path));

/** Nothing that went over the wires was refused by the judges, in either direction. */
export function expectNoFindings({ sandbox }: Stage): void {
  const found = sandbox
    .traffic()
    .flatMap((one) => (one.kind === "request" ? [...one.findings, ...one.answerFindings] : []));
  expect(found).toEqual([]);
}
