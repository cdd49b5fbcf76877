import { z } from "zod";
import { LOCALES } from "../card/card.ts";
import type { PolicyRule } from "../policy.ts";

/** A variable of the environment: how it is read, and what it should look like. */
export interface Variable<T> {
  readonly name: string;
  /** In words, after "should be". */
  readonly shape: string;
  /** A secret is described and never shown. */
  readonly secret: boolean;
  readonly schema: z.ZodType<T, string>;
}

const plain = <T>(name: string, schema: z.ZodType<T, string>, shape: string): Variable<T> => ({
  name,
  shape,
  secret: false,
  schema,
});

const secret = (name: string, pattern: RegExp, shape: string): Variable<string> => ({
  name,
  shape,
  secret: true,
  schema: z.string().regex(pattern),
});

const LOOPBACK_HOSTS = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Credentials in an address would end up in logs. */
function isLoopback(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return (
    /^https?:$/.test(url.protocol) &&
    LOOPBACK_HOSTS.test(url.hostname) &&
    url.username + url.password + url.search + url.hash === ""
  );
}

const loopback = z.string().refine(isLoopback);

const OVH_ENDPOINTS = ["ovh-eu", "ovh-ca", "ovh-us"] as const;

// How long the keys are is not documented by OVHcloud: these bounds only catch what is plainly something else.
const OVH_KEY = /^[A-Za-z0-9]{8,64}$/;

export const OVH = {
  endpoint: plain(
    "OVH_ENDPOINT",
    z.union([z.enum(OVH_ENDPOINTS), loopback]),
    `${OVH_ENDPOINTS.join(", ")}, or an address on this machine such as http://127.0.0.1:1234/1.0`,
  ),
  applicationKey: secret("OVH_APPLICATION_KEY", OVH_KEY, "letters and digits, usually 16"),
  applicationSecret: secret("OVH_APPLICATION_SECRET", OVH_KEY, "letters and digits, usually 32"),
  consumerKey: secret("OVH_CONSUMER_KEY", OVH_KEY, "letters and digits, usually 32"),
  clientId: secret(
    "OVH_CLIENT_ID",
    /^[\w.-]{8,}$/,
    "the id of a service account, such as EU.0123456789abcdef",
  ),
  clientSecret: secret("OVH_CLIENT_SECRET", /^[\w.-]{8,}$/, "the secret of that service account"),
} as const;

export const SLACK = {
  botToken: secret("SLACK_BOT_TOKEN", /^xoxb-[\w-]{4,}$/, "the bot user's token, which begins with xoxb-"),
  appToken: secret("SLACK_APP_TOKEN", /^xapp-[\w-]{4,}$/, "an app-level token, which begins with xapp-"),
  signingSecret: secret(
    "SLACK_SIGNING_SECRET",
    /^[0-9a-f]{32}$/i,
    "32 hexadecimal digits, from Basic Information",
  ),
  port: plain(
    "PORT",
    z
      .string()
      .regex(/^\d{1,5}$/)
      .transform(Number)
      .pipe(z.int().max(65_535)),
    "a TCP port, 0 to 65535",
  ),
  apiUrl: plain("SLACK_API_URL", loopback, "an address on this machine, such as http://127.0.0.1:1234/api/"),
} as const;

export const DISCORD = {
  token: secret(
    "DISCORD_TOKEN",
    /^[\w-]{10,}\.[\w-]{4,}\.[\w-]{10,}$/,
    "the bot's token, three parts joined by dots (not the public key or the client secret, and without Bot before it)",
  ),
  guilds: plain(
    "DISCORD_GUILD_IDS",
    z
      .string()
      .transform((text) => text.split(/[\s,]+/).filter((id) => id !== ""))
      .pipe(z.array(z.string().regex(/^\d{17,20}$/)).min(1)),
    "the ids of the servers that the bot serves, 17 to 20 digits each, parted by commas",
  ),
  apiUrl: plain("DISCORD_API_URL", loopback, "an address on this machine, such as http://127.0.0.1:1234/api"),
} as const;

const RULES: readonly (readonly [RegExp, Pick<PolicyRule, "kind" | "platform">])[] = [
  [/^slack:([UW][A-Z0-9]+)$/, { kind: "person", platform: "slack" }],
  [/^slack:group:(S[A-Z0-9]+)$/, { kind: "group", platform: "slack" }],
  [/^discord:(\d{15,20})$/, { kind: "person", platform: "discord" }],
  [/^discord:role:(\d{15,20})$/, { kind: "group", platform: "discord" }],
];

function readRule(text: string): PolicyRule | null {
  for (const [pattern, rule] of RULES) {
    const id = pattern.exec(text)?.[1];
    if (id !== undefined) return { ...rule, id };
  }
  return null;
}

const rules = z.string().transform((text, context): PolicyRule[] => {
  const read: PolicyRule[] = [];
  for (const word of text.split(/[\s,]+/).filter((part) => part !== "")) {
    const rule = readRule(word);
    if (rule) read.push(rule);
    else context.issues.push({ code: "custom", input: word, message: "not a rule" });
  }
  return read;
});

const RULE_SHAPE =
  "slack:U0123ABCD, slack:group:S0123ABCD, discord:123456789012345678 or discord:role:123456789012345678, parted by commas or spaces";

const LOG_LEVELS = ["debug", "info", "warn", "error"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export const LASTCALL = {
  operators: plain("LASTCALL_OPERATORS", rules, RULE_SHAPE),
  viewers: plain("LASTCALL_VIEWERS", rules, RULE_SHAPE),
  dataDirectory: plain("LASTCALL_DATA_DIR", z.string(), "the path of a directory"),
  language: plain("LASTCALL_LANGUAGE", z.enum(LOCALES), LOCALES.join(" or ")),
  timeZone: plain(
    "LASTCALL_TIME_ZONE",
    z.string().refine(isTimeZone),
    "a name of the IANA time zone database, such as Europe/Paris",
  ),
  logLevel: plain("LASTCALL_LOG_LEVEL", z.enum(LOG_LEVELS), LOG_LEVELS.join(", ")),
} as const;

function isTimeZone(text: string): boolean {
  if (!/^[A-Za-z]/.test(text)) return false;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: text }) !== null;
  } catch {
    return false;
  }
}
