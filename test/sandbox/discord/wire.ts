import type { DiscordSandbox } from "../../../sandbox/discord/sandbox.ts";
import { asObject, type JsonObject } from "../../../sandbox/json.ts";

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** An empty object when there is no body. */
  readonly body: JsonObject;
}

/** Requests without a client in between, to see what the wire says. */
export async function call(
  sandbox: DiscordSandbox,
  method: string,
  path: string,
  body?: unknown,
  token: string | null = sandbox.token,
): Promise<Answer> {
  const response = await fetch(`${sandbox.apiUrl}/v10${path}`, {
    method,
    headers: {
      "content-type": "application/json",
      ...(token === null ? {} : { authorization: `Bot ${token}` }),
    },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const parsed: unknown = text === "" ? {} : JSON.parse(text);
  return {
    status: response.status,
    headers: response.headers,
    body: Array.isArray(parsed) ? { list: parsed } : asObject(parsed),
  };
}
