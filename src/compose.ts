import { createDiscordAdapter } from "../adapters/discord/adapter.ts";
import { openLowdbStore } from "../adapters/lowdb/store.ts";
import { newId } from "../adapters/node/new-id.ts";
import { createOvhProvider, type OvhProvider } from "../adapters/ovhcloud/provider.ts";
import { createSlackAdapter } from "../adapters/slack/adapter.ts";
import type { ChatAdapter } from "./chat.ts";
import type { Clock } from "./clock.ts";
import type { Config } from "./config.ts";
import { FatalError } from "./errors.ts";
import { createLastcall, type Lastcall } from "./lastcall.ts";
import type { PolicyRule } from "./policy.ts";
import type { Log } from "./ports.ts";

export type RealConfig = Extract<Config, { kind: "real" }>;

export interface Surroundings {
  readonly clock: Clock;
  readonly log: Log;
  /** Called once when nothing but a new start, or a person, can help. */
  readonly onFatal: (error: FatalError) => void;
  /** Aborted when the start is called off: what waits for OVHcloud is given up. */
  readonly signal?: AbortSignal;
  /** Registers Discord's commands while starting: for the sandbox. */
  readonly registerAtStart?: boolean;
}

/**
 * Makes the bot of its configuration. Rejects with a FatalError whose message is one clear line: refused
 * credentials, a data directory in use or damaged. Nothing is left open then.
 */
export async function compose(config: RealConfig, surroundings: Surroundings): Promise<Lastcall> {
  const { clock, log } = surroundings;
  const provider = createOvhProvider({ ...config.ovh, clock, log });
  const store = await openLowdbStore({ directory: config.dataDirectory, log });
  try {
    await verify(provider, surroundings);
  } catch (error) {
    await store.close();
    throw error;
  }
  const { operators, viewers, timeZone } = config;
  const adapters = adaptersOf(config, surroundings);
  return createLastcall({
    provider,
    store,
    adapters,
    clock,
    log,
    newId,
    random: Math.random,
    operators,
    viewers,
    timeZone,
  });
}

/**
 * Refused credentials end the start; an OVHcloud that does not answer does not: the list says how old it is. Only
 * this first question is given up by the signal: later, what has begun is finished.
 */
async function verify(provider: OvhProvider, { log, signal }: Surroundings): Promise<void> {
  const giveUp = (): void => provider.close();
  signal?.addEventListener("abort", giveUp, { once: true });
  try {
    await provider.check();
  } catch (error) {
    if (error instanceof FatalError) throw error;
    log.warn("OVHcloud could not be asked at the start", { error });
  } finally {
    signal?.removeEventListener("abort", giveUp);
  }
}

function adaptersOf(
  config: RealConfig,
  { clock, log, onFatal, registerAtStart = false }: Surroundings,
): readonly ChatAdapter[] {
  const { slack, discord, language: defaultLocale } = config;
  const common = { defaultLocale, clock, log, onFatal };
  return [
    ...(slack
      ? [
          createSlackAdapter({
            ...common,
            botToken: slack.botToken,
            transport: slack.transport,
            groups: groupsOf(config, "slack"),
            ...(slack.apiUrl ? { apiUrl: slack.apiUrl } : {}),
          }),
        ]
      : []),
    ...(discord
      ? [
          createDiscordAdapter({
            ...common,
            token: discord.token,
            guilds: discord.guilds,
            roles: groupsOf(config, "discord"),
            registerAtStart,
            ...(discord.apiUrl ? { apiUrl: discord.apiUrl } : {}),
          }),
        ]
      : []),
  ];
}

function groupsOf({ operators, viewers }: RealConfig, platform: PolicyRule["platform"]): readonly string[] {
  return [...operators, ...viewers]
    .filter((rule) => rule.platform === platform && rule.kind === "group")
    .map(({ id }) => id);
}
