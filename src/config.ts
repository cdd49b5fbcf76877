import type { Locale } from "./card/card.ts";
import {
  CHAT_VARIABLES,
  type DiscordConfig,
  readDiscord,
  readSlack,
  type SlackConfig,
} from "./config/chat.ts";
import { createEnvironmentReader, type Environment, type EnvironmentReader } from "./config/environment.ts";
import { type OvhConfig, readOvh, supplyOvhConf } from "./config/ovhcloud.ts";
import { LASTCALL, type LogLevel, OVH } from "./config/variables.ts";
import { FatalError } from "./errors.ts";
import type { PolicyRules } from "./policy.ts";

interface Settings extends PolicyRules {
  /** The sandbox has one of its own below the real one's: what is remembered of either never mixes. */
  readonly dataDirectory: string;
  /** For those whose client does not say which they read. */
  readonly language: Locale;
  /** IANA name: how typed dates are read. */
  readonly timeZone: string;
  readonly logLevel: LogLevel;
}

export type Config =
  | ({ readonly kind: "sandbox" } & Settings)
  | ({
      readonly kind: "real";
      readonly ovh: OvhConfig;
      /** At least one of the two is there. */
      readonly slack: SlackConfig | null;
      readonly discord: DiscordConfig | null;
    } & Settings);

/** All that is wrong with the environment, a line each. Shows no secret. */
export class ConfigError extends FatalError {
  override name = "ConfigError";
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(problems.join("\n"));
    this.problems = problems;
  }
}

/**
 * Reads the whole configuration. Without any credential in the environment it is the sandbox's. `ovhConf` is the
 * text of the file that OVHcloud's SDKs read (of several, one after the other, the nearest last), or null; it
 * completes the environment and never starts the real mode alone, since it may lie there for another program.
 * Throws {@link ConfigError}.
 */
export function readConfig(env: Environment, ovhConf: string | null): Config {
  const reader = createEnvironmentReader(env);
  const settings = readSettings(reader);
  const config = isReal(reader)
    ? readReal(reader, settings, ovhConf)
    : { kind: "sandbox" as const, ...settings, dataDirectory: `${settings.dataDirectory}/sandbox` };
  if (reader.problems().length > 0 || config === null) throw new ConfigError(reader.problems());
  return config;
}

const isReal = (reader: EnvironmentReader): boolean =>
  [...Object.values(OVH), ...CHAT_VARIABLES].some((variable) => reader.has(variable));

function readSettings(reader: EnvironmentReader): Settings {
  return {
    operators: reader.read(LASTCALL.operators) ?? [],
    viewers: reader.read(LASTCALL.viewers) ?? [],
    dataDirectory: (reader.read(LASTCALL.dataDirectory) ?? "./data").replace(/(?<=.)\/+$/, ""),
    language: reader.read(LASTCALL.language) ?? "en",
    timeZone: reader.read(LASTCALL.timeZone) ?? "UTC",
    logLevel: reader.read(LASTCALL.logLevel) ?? "info",
  };
}

function readReal(reader: EnvironmentReader, settings: Settings, ovhConf: string | null): Config | null {
  if (ovhConf !== null) supplyOvhConf(reader, ovhConf);
  const ovh = readOvh(reader);
  const slack = readSlack(reader);
  const discord = readDiscord(reader);
  if (!CHAT_VARIABLES.some((variable) => reader.has(variable)))
    reader.problem(
      "no chat platform is set: set SLACK_BOT_TOKEN and SLACK_APP_TOKEN, or DISCORD_TOKEN, or both platforms",
    );
  return ovh && { kind: "real", ovh, slack, discord, ...settings };
}
