import { applyFault, type Faults } from "../../faults.ts";
import { type HttpAnswer, type HttpReply, type HttpRequest, json } from "../../http.ts";
import { createRouteTable, type RouteMatch } from "../../routes.ts";
import type { Finding } from "../judge/finding.ts";
import type { Judge } from "../judge/judge.ts";
import type { MessageContext } from "../judge/message.ts";
import { DiscordRefusal, invalidForm, refusal } from "../refusal.ts";
import { maskPath, type Traffic } from "../traffic.ts";
import { readBody } from "./body.ts";
import type { Endpoint, RestWorld } from "./call.ts";
import { callbackRoutes } from "./callbacks.ts";
import { channelRoutes } from "./channels.ts";
import { commandRoutes } from "./commands.ts";
import { directoryRoutes } from "./directory.ts";
import { webhookRoutes } from "./webhooks.ts";

const BASE = "/api/v10";

export interface RestOptions extends RestWorld {
  readonly judge: Judge;
  readonly faults: Faults;
  isToken(token: string): boolean;
  log(entry: Traffic): void;
}

/** Answers what comes to `/api/v10`. Sources of each rule stand where it is kept. */
export function createRest(options: RestOptions): (request: HttpRequest) => Promise<HttpAnswer> {
  const table = createRouteTable([
    ...directoryRoutes(options),
    ...channelRoutes(options),
    ...webhookRoutes(options),
    ...callbackRoutes(options),
    ...commandRoutes(options),
  ]);

  return async (request) => {
    const path = request.path.startsWith(`${BASE}/`) ? request.path.slice(BASE.length) : request.path;
    const { method, headers } = request;
    const at = options.state.clock.now();
    const fault = options.faults.take({ method, path: decodePath(path) });
    const parsed = await parse(request);
    let result: Result | null = null;
    const answer = await applyFault(fault, {
      clock: options.state.clock,
      run: async () => {
        result = await respond(options, table.find(method, path), { request, path, parsed });
        return result.answer;
      },
      refuse: refuseAs,
    });
    const { findings, answerFindings } = result ?? NOTHING_FOUND;
    options.log({
      kind: "request",
      at,
      method,
      path: maskPath(decodePath(path)),
      authorised: headers.authorization !== undefined,
      body: parsed instanceof DiscordRefusal ? undefined : parsed.body,
      status: answer.kind === "reply" ? answer.status : null,
      findings,
      answerFindings,
      fault: fault?.kind ?? null,
    });
    return answer;
  };
}

interface Result {
  readonly answer: HttpReply;
  readonly findings: readonly Finding[];
  readonly answerFindings: readonly Finding[];
}

const NOTHING_FOUND: Omit<Result, "answer"> = { findings: [], answerFindings: [] };

type Parsed = Awaited<ReturnType<typeof readBody>> | DiscordRefusal;

interface Incoming {
  readonly request: HttpRequest;
  readonly path: string;
  readonly parsed: Parsed;
}

async function parse(request: HttpRequest): Promise<Parsed> {
  try {
    return await readBody(request);
  } catch (error) {
    if (error instanceof DiscordRefusal) return error;
    throw error;
  }
}

async function respond(
  options: RestOptions,
  match: RouteMatch<Endpoint>,
  incoming: Incoming,
): Promise<Result> {
  const { method } = incoming.request;
  const { path } = incoming;
  const judged = (answer: HttpReply, findings: readonly Finding[]): Result => {
    const body: unknown = answer.status === 204 ? undefined : JSON.parse(String(answer.body));
    const openapi = match.kind === "found" ? options.judge.openapi : null;
    const answerFindings = openapi?.answer({ method, path, status: answer.status, body }) ?? [];
    return { answer, findings, answerFindings };
  };
  try {
    return judged(await run(options, match, incoming), []);
  } catch (error) {
    if (error instanceof DiscordRefusal) return judged(json(error.status, error.body), error.findings);
    throw error;
  }
}

async function run(
  options: RestOptions,
  match: RouteMatch<Endpoint>,
  incoming: Incoming,
): Promise<HttpReply> {
  const { request, path, parsed } = incoming;
  if (match.kind === "unknown") throw refusal("notFound");
  if (match.kind === "wrong-method") throw refusal("wrongMethod");
  const endpoint = match.route.handle;
  if (endpoint.auth === "bot" && !isAuthorised(options, request)) throw refusal("unauthorized");
  if (parsed instanceof DiscordRefusal) throw parsed;
  const { query, method } = request;
  const body = endpoint.body ? (parsed.body ?? {}) : undefined;
  const refuseFaulty = (judged: unknown, context?: MessageContext): void => {
    const findings = options.judge.request({ method, path, query, body: judged }, context);
    if (findings.length > 0) throw invalidForm(findings);
  };
  let checked = !endpoint.body;
  // Ids and query first: what they name must not be looked up when they are none.
  refuseFaulty(undefined);
  const answer = await endpoint.run({
    params: match.params,
    query,
    body,
    files: parsed.files,
    check(context) {
      checked = true;
      refuseFaulty(body, context);
    },
  });
  if (!checked) throw new Error(`${method} ${match.route.path} answered a request that was not judged`);
  return answer;
}

function isAuthorised({ isToken }: RestOptions, { headers }: HttpRequest): boolean {
  const { authorization = "" } = headers;
  return authorization.startsWith("Bot ") && isToken(authorization.slice("Bot ".length));
}

function decodePath(path: string): string {
  return path.replaceAll("%40", "@");
}

/** Source: https://discord.com/developers/docs/topics/rate-limits */
function refuseAs(status: number, retryAfter: number | undefined): HttpReply {
  if (status !== 429) return json(status, { message: `${status}: the sandbox was told to fail`, code: 0 });
  const seconds = retryAfter ?? 1;
  return json(
    429,
    { message: "You are being rate limited.", retry_after: seconds, global: false },
    {
      "retry-after": `${Math.ceil(seconds)}`,
      "x-ratelimit-limit": "5",
      "x-ratelimit-remaining": "0",
      "x-ratelimit-reset-after": `${seconds}`,
      "x-ratelimit-bucket": "sandbox",
      "x-ratelimit-scope": "user",
    },
  );
}
