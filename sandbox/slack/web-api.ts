import type { Clock } from "../../src/clock.ts";
import { applyFault, type Faults } from "../faults.ts";
import { type HttpAnswer, type HttpReply, type HttpRequest, json, readJson, reply } from "../http.ts";
import { isObject, type JsonObject } from "../json.ts";
import type { Method, Methods } from "./methods/method.ts";
import { Refusal } from "./refusal.ts";
import type { Tokens } from "./tokens.ts";
import type { Exchange, Traffic } from "./traffic.ts";

/** What answers under `/api/`, at response URLs and at upload addresses. */
export interface WebApi {
  handle(request: HttpRequest): Promise<HttpAnswer>;
}

export interface WebApiOptions {
  readonly clock: Clock;
  readonly faults: Faults;
  readonly traffic: Traffic;
  readonly tokens: Tokens;
  readonly methods: Methods;
  readonly scopes: readonly string[];
  /** Answers a POST to a response URL; undefined when the path was never issued. */
  respond(path: string, body: unknown): HttpReply | undefined;
  /** Takes an upload; false when the address was never given out. */
  receive(path: string): boolean;
}

export function createWebApi(options: WebApiOptions): WebApi {
  const { clock, faults, traffic } = options;
  const answer = answerer(options);
  return {
    handle: (request) => {
      const fault = faults.take({ method: request.method, path: nameOf(request) });
      return applyFault(fault, {
        clock,
        run() {
          const args = argumentsOf(request);
          const answered = answer(request, args);
          const seen = { kind: kindOf(request), name: nameOf(request), request: args };
          traffic.add({ at: clock.now(), ...seen, answer: answered.body });
          return answered;
        },
        refuse: (status, retryAfter) =>
          json(
            status,
            { ok: false, error: status === 429 ? "ratelimited" : "internal_error" },
            retryAfter === undefined ? {} : { "retry-after": String(Math.ceil(retryAfter)) },
          ),
      });
    },
  };
}

const isApi = ({ path }: HttpRequest): boolean => path.startsWith("/api/");
const isUpload = ({ path }: HttpRequest): boolean => path.startsWith("/upload/");
const kindOf = (request: HttpRequest): Exchange["kind"] =>
  isApi(request) ? "api" : isUpload(request) ? "upload" : "response_url";

/** The name that faults are matched with: the API method, `upload` or `response_url`. */
const nameOf = (request: HttpRequest): string =>
  isApi(request) ? request.path.slice("/api/".length) : kindOf(request);

function answerer(options: WebApiOptions) {
  return (request: HttpRequest, args: JsonObject): HttpReply => {
    if (isApi(request)) return call(options, request, args);
    if (isUpload(request)) return options.receive(request.path) ? reply(200, "OK") : reply(404, "not found");
    return options.respond(request.path, args) ?? reply(404, "not found");
  };
}

function call(options: WebApiOptions, request: HttpRequest, args: JsonObject): HttpReply {
  const headers = { "x-oauth-scopes": options.scopes.join(",") };
  try {
    const method = options.methods[nameOf(request)];
    if (!method) throw new Refusal("unknown_method", { req_method: nameOf(request) });
    authorize(options, method, request, args);
    return json(200, { ok: true, ...method.run(args) }, headers);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return json(200, { ok: false, error: error.error, ...error.more }, headers);
  }
}

function authorize(
  { tokens, scopes }: WebApiOptions,
  method: Method,
  request: HttpRequest,
  args: JsonObject,
): void {
  if (method.token === "none") return;
  const kind = tokens.check(request.headers.authorization, args.token);
  if (kind !== method.token) throw new Refusal("not_allowed_token_type");
  if (method.scopes.length === 0 || method.scopes.some((scope) => scopes.includes(scope))) return;
  throw new Refusal("missing_scope", { needed: method.scopes.join(","), provided: scopes.join(",") });
}

/** The WebClient sends a form with JSON inside; `respond()` and a few clients send JSON. */
function argumentsOf(request: HttpRequest): JsonObject {
  const type = request.headers["content-type"] ?? "";
  const query = Object.fromEntries(request.query);
  if (isUpload(request)) return { bytes: request.body.length };
  if (type.includes("json")) {
    const body = readJson(request.body);
    return isObject(body) ? { ...query, ...body } : query;
  }
  return { ...query, ...Object.fromEntries(new URLSearchParams(request.body.toString("utf8"))) };
}
