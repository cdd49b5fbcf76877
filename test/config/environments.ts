import type { Environment } from "../../src/config/environment.ts";
import { type Config, ConfigError, readConfig } from "../../src/config.ts";

/** Values with the shape of real ones. */

export const OVH_KEYS = {
  OVH_ENDPOINT: "ovh-eu",
  OVH_APPLICATION_KEY: "7kbG7Bk7S9Nt7ZSV",
  OVH_APPLICATION_SECRET: "EXEgWIz07P0HYwtQDs7cNIqCiQaWSuHF",
  OVH_CONSUMER_KEY: "MtSwSrPpNjqfVSmJhLbPyr2i45lSwPU1",
} as const;

export const OVH_OAUTH2 = {
  OVH_ENDPOINT: "ovh-ca",
  OVH_CLIENT_ID: "CA.0123456789abcdef",
  OVH_CLIENT_SECRET: "0123456789abcdef0123456789abcdef",
} as const;

export const SLACK_SOCKET = {
  SLACK_BOT_TOKEN: "xoxb-1234567890-abcdefghij",
  SLACK_APP_TOKEN: "xapp-1-A0123-456-abcdefghij",
} as const;

export const SLACK_HTTP = {
  SLACK_BOT_TOKEN: SLACK_SOCKET.SLACK_BOT_TOKEN,
  SLACK_SIGNING_SECRET: "8f742231b10e8888abcd99yyyzzz85a5".replaceAll(/[yz]/g, "0"),
  PORT: "3000",
} as const;

export const DISCORD = { DISCORD_TOKEN: `${"MTIz".repeat(6)}.GhIjKl.${"ab-c_d".repeat(6)}` } as const;

export const EVERYTHING: Environment = { ...OVH_KEYS, ...SLACK_SOCKET, ...DISCORD };

/** What is wrong with an environment, a line each; none when it is accepted. */
export function problemsOf(env: Environment, ovhConf: string | null = null): readonly string[] {
  try {
    readConfig(env, ovhConf);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

export function readReal(env: Environment, ovhConf: string | null = null): Extract<Config, { kind: "real" }> {
  const config = readConfig(env, ovhConf);
  if (config.kind !== "real") throw new Error("the sandbox's configuration was read");
  return config;
}
