import type { EnvironmentReader } from "./environment.ts";
import { DISCORD, SLACK, type Variable } from "./variables.ts";

export interface SlackConfig {
  readonly botToken: string;
  readonly transport:
    | { readonly kind: "socket"; readonly appToken: string }
    | { readonly kind: "http"; readonly signingSecret: string; readonly port: number };
  /** On this machine, with a slash at the end; null for Slack itself. */
  readonly apiUrl: string | null;
}

interface DiscordAccess {
  readonly token: string;
  /** On this machine, without a slash at the end; null for Discord itself. */
  readonly apiUrl: string | null;
}

export interface DiscordConfig extends DiscordAccess {
  /** Ids of the servers that the bot serves; empty for the only one it is in. */
  readonly guilds: readonly string[];
}

/** What makes Slack wanted. PORT is not among them: many hosts set it for every program. */
const { port: _, ...SLACK_OWN } = SLACK;

export const CHAT_VARIABLES: readonly Variable<unknown>[] = [
  ...Object.values(SLACK_OWN),
  ...Object.values(DISCORD),
];

export function readSlack(reader: EnvironmentReader): SlackConfig | null {
  if (!Object.values(SLACK_OWN).some((variable) => reader.has(variable))) return null;
  const botToken = reader.need(SLACK.botToken);
  const apiUrl = reader.read(SLACK.apiUrl)?.replace(/\/*$/, "/") ?? null;
  const transport = readTransport(reader);
  return botToken && transport ? { botToken, transport, apiUrl } : null;
}

/** Socket Mode comes first when both are set: it needs no public address. */
function readTransport(reader: EnvironmentReader): SlackConfig["transport"] | null {
  if (reader.has(SLACK.signingSecret) && !reader.has(SLACK.appToken)) {
    const signingSecret = reader.need(SLACK.signingSecret);
    const port = reader.need(SLACK.port);
    return signingSecret && port !== undefined ? { kind: "http", signingSecret, port } : null;
  }
  if (!reader.has(SLACK.appToken)) {
    reader.problem(
      "SLACK_APP_TOKEN (Socket Mode) is missing, or SLACK_SIGNING_SECRET and PORT (signed HTTP) in its place",
    );
    return null;
  }
  const appToken = reader.read(SLACK.appToken);
  return appToken ? { kind: "socket", appToken } : null;
}

export function readDiscord(reader: EnvironmentReader): DiscordConfig | null {
  if (!Object.values(DISCORD).some((variable) => reader.has(variable))) return null;
  const access = readDiscordAccess(reader);
  const guilds = reader.read(DISCORD.guilds) ?? [];
  return access && { ...access, guilds };
}

/** Null, and a problem of the reader's, without a good token. */
export function readDiscordAccess(reader: EnvironmentReader): DiscordAccess | null {
  const token = reader.need(DISCORD.token);
  const apiUrl = reader.read(DISCORD.apiUrl)?.replace(/\/+$/, "") ?? null;
  return token ? { token, apiUrl } : null;
}
