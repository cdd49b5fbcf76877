import type { JsonObject } from "../../json.ts";
import { judgeCallback } from "./callback.ts";
import { judgeCommands } from "./commands.ts";
import type { Finding } from "./finding.ts";
import { judgeMessage, type MessageContext } from "./message.ts";
import { createOpenApiJudge, type JudgedRequest, type OpenApiJudge } from "./openapi.ts";

export interface Judge {
  /** What Discord would refuse: own rules first, then those of the OpenAPI document if there is one. */
  request(request: JudgedRequest, context?: MessageContext): readonly Finding[];
  /** The document alone; null without it. */
  readonly openapi: OpenApiJudge | null;
}

/** `openapi` is Discord's parsed OpenAPI document; without it the own rules judge alone. */
export async function createJudge(openapi?: JsonObject): Promise<Judge> {
  const document = openapi ? await createOpenApiJudge(openapi) : null;
  return {
    openapi: document,
    request(request, context) {
      const own = judgeByRules(request, context);
      const known = new Set(own.map(({ path, rule }) => `${path} ${rule}`));
      const more = document?.request(request) ?? [];
      return [...own, ...more.filter(({ path, rule }) => !known.has(`${path} ${rule}`))];
    },
  };
}

const MESSAGES = /^\/channels\/[^/]+\/messages(\/[^/]+)?$/;
const WEBHOOK = /^\/webhooks\/[^/]+\/[^/]+(\/messages\/[^/]+)?$/;
const CALLBACK = /^\/interactions\/[^/]+\/[^/]+\/callback$/;
const COMMANDS = /^\/applications\/[^/]+(\/guilds\/[^/]+)?\/commands(\/[^/]+)?$/;

/** Only the parts of a path that must be ids; names of routes and tokens are told by where they stand. */
const ID_AFTER: Readonly<Record<string, string>> = {
  applications: "application_id",
  channels: "channel_id",
  guilds: "guild_id",
  interactions: "interaction_id",
  members: "user_id",
  webhooks: "webhook_id",
};

const REFERENCE_PAGE = "https://discord.com/developers/docs/reference#snowflakes";

/** The platform rules that hold for this request; see the fact that each finding cites. */
function judgeByRules({ method, path, body }: JudgedRequest, context?: MessageContext): readonly Finding[] {
  const findings = judgeIds(path);
  if (body === undefined) return findings;
  if (CALLBACK.test(path)) return [...findings, ...judgeCallback(body, context)];
  if (COMMANDS.test(path)) return [...findings, ...judgeCommands(body)];
  if (MESSAGES.test(path) || WEBHOOK.test(path))
    return [...findings, ...judgeMessage(body, method === "POST" ? "create" : "edit", context)];
  return findings;
}

function judgeIds(path: string): Finding[] {
  const parts = path.slice(1).split("/");
  return parts.flatMap((part, index) => {
    const name = ID_AFTER[parts[index - 1] ?? ""];
    if (name === undefined || /^\d+$/.test(part) || part.startsWith("%40") || part.startsWith("@")) return [];
    const message = `Value "${part}" is not snowflake.`;
    return [{ path: name, rule: "NUMBER_TYPE_COERCE", message, source: REFERENCE_PAGE }];
  });
}
