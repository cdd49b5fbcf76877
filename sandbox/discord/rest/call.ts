import type { HttpReply } from "../../http.ts";
import { json, reply } from "../../http.ts";
import { asObject, asObjects, type JsonObject } from "../../json.ts";
import type { Route, RouteParams } from "../../routes.ts";
import type { Gateway } from "../gateway/gateway.ts";
import type { Interactions } from "../interaction/interactions.ts";
import type { MessageContext } from "../judge/message.ts";
import type { StoredFile } from "../messages.ts";
import type { State } from "../state.ts";

/** One REST request whose caller is known and whose body has been read. */
export interface Call {
  readonly params: RouteParams;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly files: readonly Omit<StoredFile, "id">[];
  /** Judges the request and throws 50035. Every route that takes a body calls it before anything takes effect. */
  check(context?: MessageContext): void;
}

/** What the routes work on. */
export interface RestWorld {
  readonly state: State;
  readonly gateway: Gateway;
  readonly interactions: Interactions;
  gatewayUrl(): string;
}

export interface Endpoint {
  /** `bot` needs the bot's token; `path` carries a token of its own. */
  readonly auth: "bot" | "path";
  readonly body: boolean;
  run(call: Call): HttpReply | Promise<HttpReply>;
}

export type RestRoute = Route<Endpoint>;

type Run = Endpoint["run"];

export const read = (path: string, run: Run): RestRoute => route("GET", path, false, run);
export const remove = (path: string, run: Run): RestRoute => route("DELETE", path, false, run);
export const post = (path: string, run: Run): RestRoute => route("POST", path, true, run);
export const patch = (path: string, run: Run): RestRoute => route("PATCH", path, true, run);
export const put = (path: string, run: Run): RestRoute => route("PUT", path, true, run);

const route = (method: string, path: string, body: boolean, run: Run): RestRoute => ({
  method,
  path,
  handle: { auth: /^\/(webhooks|interactions)\//.test(path) ? "path" : "bot", body, run },
});

export const ok = (value: unknown): HttpReply => json(200, value);
export const nothing = (): HttpReply => reply(204, "");

export const bodyObject = (call: Call): JsonObject => asObject(call.body);
export const bodyObjects = (call: Call): readonly JsonObject[] => asObjects(call.body);
