import { type HttpReply, type HttpRequest, json, readJson } from "../http.ts";
import { createRouteTable, type Route, type RouteMatch } from "../routes.ts";
import { type AccessRule, isGranted } from "./access.ts";
import type { CallNote } from "./calls.ts";
import type { Caller, Credentials } from "./credentials.ts";
import { createPager, readListQuery } from "./list.ts";
import { badRequest, notGranted, Refusal, refuse, refuseAtGateway } from "./refusal.ts";
import type { Answer, Endpoint } from "./world.ts";

/** How list routes answer a request for pages: whole objects, ids all the same, or some of each. */
export type ListMode = "objects" | "ids" | "mixed";

export interface AnswererOptions {
  readonly routes: readonly Route<Endpoint>[];
  readonly credentials: Credentials;
  readonly accessRules: () => readonly AccessRule[];
  readonly listMode: () => ListMode;
}

/** `path` is what follows `/1.0`; null for a request beside it. */
export type Answerer = (request: HttpRequest, path: string | null, note: CallNote) => HttpReply;

/** Credential, right, route, and the two shapes of error, in the order in which OVHcloud checks them. */
export function createAnswerer({ routes, credentials, accessRules, listMode }: AnswererOptions): Answerer {
  const table = createRouteTable(routes);
  const pager = createPager();

  const toReply = (found: Answer, request: HttpRequest): HttpReply => {
    if (found.kind === "value") return json(200, found.value);
    const query = readListQuery((name) => readHeader(request, name));
    const mode = listMode();
    if (!query || mode === "ids") return json(200, found.keys);
    const page = pager.cut(found.keys, found.expand, query);
    const objects = mode === "objects" ? page.objects : page.objects.map(keyAtOddPlaces(found.keys));
    return json(200, objects, page.headers);
  };

  const answerBelow = (request: HttpRequest, path: string, note: CallNote): HttpReply => {
    const match = table.find(request.method, path);
    // Only the time is told to everybody.
    if (path !== "/auth/time") {
      const caller = identify(credentials, request, note);
      const action = match.kind === "found" ? match.route.handle.action : "unknown";
      if (action !== null && !isGranted(accessRules(), request.method, path))
        throw refuseRight(caller, action);
    }
    const work = workOf(match, request);
    note({ reached: true });
    return toReply(work(), request);
  };

  return (request, path, note) => {
    try {
      return path === null ? answerBeside(credentials, request) : answerBelow(request, path, note);
    } catch (error) {
      if (error instanceof Refusal) return json(error.status, error.body);
      throw error;
    }
  };
}

const invalidUrl = (): Refusal => refuse(404, "Client::NotFound", "Got an invalid (or empty) URL");

/** Beside `/1.0` there is only the token endpoint of service accounts. */
function answerBeside(credentials: Credentials, request: HttpRequest): HttpReply {
  if (request.path !== "/auth/oauth2/token" || request.method !== "POST") throw invalidUrl();
  return credentials.grantToken(request);
}

function identify(credentials: Credentials, request: HttpRequest, note: CallNote): Caller {
  const caller = credentials.verify(request);
  note({ caller });
  if (caller === "nobody") throw refuse(401, "Client::Unauthorized", "You must login first");
  return caller;
}

/** The route's work, ready to be done. */
function workOf(match: RouteMatch<Endpoint>, request: HttpRequest): () => Answer {
  if (match.kind !== "found") throw invalidUrl();
  const { route, params } = match;
  const body = parseBody(request);
  return () =>
    route.handle.run({ params, query: request.query, body, header: (name) => readHeader(request, name) });
}

function readHeader({ headers }: HttpRequest, name: string): string | undefined {
  const text = headers[name];
  return text === undefined ? undefined : String(text);
}

function parseBody({ body }: HttpRequest): unknown {
  try {
    return readJson(body);
  } catch {
    throw badRequest("The body is not JSON");
  }
}

/** A consumer key learns it in the gateway's shape, a service account in that of IAM. */
const refuseRight = (caller: Caller, action: string): Refusal =>
  caller === "oauth2"
    ? notGranted(action)
    : refuseAtGateway(403, "NOT_GRANTED_CALL", "This call has not been granted");

const keyAtOddPlaces =
  (keys: readonly unknown[]) =>
  (object: unknown, index: number): unknown =>
    index % 2 === 1 ? keys[index] : object;
