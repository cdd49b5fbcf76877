import type { Clock } from "../../src/clock.ts";
import { applyFault, type Faults } from "../faults.ts";
import { type HttpAnswer, type HttpReply, type HttpRequest, json, readJson } from "../http.ts";
import { createRouteTable, type Route } from "../routes.ts";
import { type AccessRule, isGranted } from "./access.ts";
import { type CallLog, listingOf, maskedBody } from "./calls.ts";
import type { Caller, Credentials } from "./credentials.ts";
import { createPager, readListQuery } from "./list.ts";
import { badRequest, faultReply, notFound, notGranted, Refusal, refuse, refuseAtGateway } from "./refusal.ts";
import type { Answer, Endpoint } from "./world.ts";

/** How list routes answer a request for pages: whole objects, ids all the same, or some of each. */
export type ListMode = "objects" | "ids" | "mixed";

export interface ApiOptions {
  readonly clock: Clock;
  readonly routes: readonly Route<Endpoint>[];
  readonly credentials: Credentials;
  readonly faults: Faults;
  readonly log: CallLog;
  readonly accessRules: () => readonly AccessRule[];
  readonly listMode: () => ListMode;
}

type Note = ReturnType<CallLog["open"]>;

/** Answers one request as OVHcloud's API does: credential, right, route, one of two shapes of error, a query id. */
export function createApi(options: ApiOptions): (request: HttpRequest) => Promise<HttpAnswer> {
  const { clock, credentials, faults, log } = options;
  const table = createRouteTable(options.routes);
  const pager = createPager();
  let queries = 0;

  const run = (request: HttpRequest, path: string | null, note: Note): HttpReply => {
    try {
      return answer(request, path, note);
    } catch (error) {
      if (error instanceof Refusal) return json(error.status, error.body);
      throw error;
    }
  };

  const answer = (request: HttpRequest, path: string | null, note: Note): HttpReply => {
    if (path === null) return answerOutside(request);
    if (path === "/auth/time") return toReply(findRoute(request, path)(), request);
    const caller = verify(request, path, note);
    const work = findRoute(request, path, (action) => {
      if (action !== null && !isGranted(options.accessRules(), request.method, path))
        throw refuseRight(caller, action);
    });
    note({ reached: true });
    return toReply(work(), request);
  };

  /** What the server holds beside `/1.0`: the token endpoint of service accounts. */
  const answerOutside = (request: HttpRequest): HttpReply => {
    if (request.path === "/auth/oauth2/token" && request.method === "POST")
      return credentials.grantToken(request);
    throw notFound("This URL");
  };

  const verify = (request: HttpRequest, path: string, note: Note): Caller => {
    const caller = credentials.verify(request);
    note({ caller });
    if (caller === "nobody") throw refuse(401, "Client::Unauthorized", `You must login first: ${path}`);
    return caller;
  };

  /** The route's work, ready to be done. An unknown route is refused like one without a right, then as unknown. */
  const findRoute = (
    request: HttpRequest,
    path: string,
    check: (action: string | null) => void = () => {},
  ): (() => Answer) => {
    const match = table.find(request.method, path);
    if (match.kind !== "found") {
      check("unknown");
      throw refuse(404, "Client::NotFound", "Got an invalid (or empty) URL");
    }
    const { handle } = match.route;
    check(handle.action);
    const header = (name: string): string | undefined => {
      const text = request.headers[name];
      return text === undefined ? undefined : String(text);
    };
    const body = parseBody(request);
    return () => handle.run({ params: match.params, query: request.query, body, header });
  };

  const toReply = (found: Answer, request: HttpRequest): HttpReply => {
    if (found.kind === "value") return json(200, found.value);
    const query = readListQuery((name) => request.headers[name]?.toString());
    const mode = options.listMode();
    if (!query || mode === "ids") return json(200, found.keys);
    const page = pager.cut(found.keys, found.expand, query);
    const objects = mode === "objects" ? page.objects : page.objects.map(keyAtOddPlaces(found.keys));
    return json(200, objects, page.headers);
  };

  return async (request) => {
    const path = pathOf(request);
    const queryId = `EU.sandbox-1.${(++queries).toString(16).padStart(8, "0")}`;
    const note = log.open({
      at: clock.now(),
      queryId,
      method: request.method,
      path: path ?? request.path,
      query: request.query.toString(),
      listing: listingOf(request),
      body: maskedBody(request),
      caller: "refused",
      reached: false,
      status: null,
    });
    const fault = faults.take({ method: request.method, path: path ?? request.path });
    const outcome = await applyFault(fault, {
      clock,
      run: () => run(request, path, note),
      refuse: faultReply,
    });
    if (outcome.kind !== "reply") return outcome;
    note({ status: outcome.status });
    return { ...outcome, headers: { ...outcome.headers, "X-Ovh-QueryID": queryId } };
  };
}

/** The path below the version; null outside of it. `/v1` is an alias of `/1.0`. */
function pathOf({ path }: HttpRequest): string | null {
  return /^\/(?:1\.0|v1)(\/.*)$/.exec(path)?.[1] ?? null;
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
