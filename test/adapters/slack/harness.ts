import { onTestFinished } from "vitest";
import { createSlackAdapter, type SlackAdapter, type SlackOptions } from "../../../adapters/slack/adapter.ts";
import { COMMAND, COMMAND_SCOPES, EVENTS, METHODS } from "../../../adapters/slack/uses.ts";
import { createSandboxClock, type SandboxClock } from "../../../sandbox/clock.ts";
import { createSlackSandbox, type SlackSandbox } from "../../../sandbox/slack/sandbox.ts";
import { ALICE, OPERATORS, OPS } from "../../../sandbox/slack/world.ts";
import type { FatalError } from "../../../src/errors.ts";
import { createSilentLog, type SilentLog } from "../../fakes/silent-log.ts";
import { createFakeBot, type FakeBot } from "./fake-bot.ts";

export const TRANSPORTS = ["socket", "http"] as const;
export type TransportName = (typeof TRANSPORTS)[number];

/** What manifest.yml installs: nothing beyond it is granted in these tests. */
const INSTALLED = {
  scopes: [...COMMAND_SCOPES, ...Object.values(METHODS).flat(), ...Object.values(EVENTS).flat()],
  events: Object.keys(EVENTS),
  commands: [COMMAND],
};

/** 21 November 2026, 09:00 UTC. */
const START = Date.UTC(2026, 10, 21, 9);

export interface Setup {
  readonly sandbox: SlackSandbox;
  readonly clock: SandboxClock;
  readonly adapter: SlackAdapter;
  readonly bot: FakeBot;
  readonly log: SilentLog;
  readonly fatal: readonly FatalError[];
}

export interface SetupOptions extends Partial<Pick<SlackOptions, "groups" | "defaultLocale" | "botToken">> {
  readonly bot?: FakeBot;
  /** For signed HTTP; the system chooses when absent. */
  readonly port?: number;
}

/** A stand-in and an adapter for it, not yet started, on one frozen clock. */
export async function prepare(transport: TransportName, options: SetupOptions = {}): Promise<Setup> {
  const { bot = createFakeBot(), port = 0, ...more } = options;
  const clock = createSandboxClock({ start: START, frozen: true });
  const sandbox = await createSlackSandbox({ clock, ...INSTALLED });
  const log = createSilentLog();
  const fatal: FatalError[] = [];
  const adapter = createSlackAdapter({
    transport:
      transport === "socket"
        ? { kind: "socket", appToken: sandbox.appToken }
        : { kind: "http", signingSecret: sandbox.signingSecret, port },
    botToken: sandbox.botToken,
    apiUrl: sandbox.apiUrl,
    groups: [OPERATORS.id],
    defaultLocale: "en",
    clock,
    log,
    onFatal: (error) => void fatal.push(error),
    ...more,
  });
  onTestFinished(async () => {
    await adapter.stop();
    await sandbox.close();
  });
  return { sandbox, clock, adapter, bot, log, fatal };
}

/** The same, started: over Socket Mode both connections are up. */
export async function start(transport: TransportName, options: SetupOptions = {}): Promise<Setup> {
  const setup = await prepare(transport, options);
  const { sandbox, adapter, bot } = setup;
  await adapter.start(bot);
  if (transport === "http") sandbox.deliverTo(adapter.address());
  else await sandbox.changed(() => sandbox.connections.count() === 2);
  return setup;
}

/** The header of a message or view. */
export function titleOf({ blocks }: { readonly blocks: readonly unknown[] }): string {
  return JSON.stringify(blocks.find((block) => JSON.stringify(block).includes('"header"')) ?? "");
}

/** Waits until a person sees a message with these words in its header, and returns it. */
export async function seen(sandbox: SlackSandbox, title: string, who = ALICE.id, channel = OPS.id) {
  return sandbox.changed(() =>
    sandbox
      .person(who)
      .sees(channel)
      .find((message) => titleOf(message).includes(title)),
  );
}

/** The calls of one Web API method, oldest first. */
export function callsOf(sandbox: SlackSandbox, method: string) {
  return sandbox.traffic().filter(({ kind, name }) => kind === "api" && name === method);
}
