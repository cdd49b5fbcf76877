import type { Clock } from "../../src/clock.ts";
import type { Instant } from "../../src/domain/instant.ts";
import { applyFault, type Faults } from "../faults.ts";
import type { HttpAnswer, HttpRequest } from "../http.ts";
import type { Answerer } from "./answer.ts";
import { type Call, type CallLog, listingOf, maskedBody } from "./calls.ts";
import { faultReply } from "./refusal.ts";

export interface ApiOptions {
  readonly clock: Clock;
  readonly answer: Answerer;
  readonly faults: Faults;
  readonly log: CallLog;
}

/** Takes one request: writes it down, lets a fault strike it, answers with a query id of its own. */
export function createApi({ clock, answer, faults, log }: ApiOptions) {
  let queries = 0;
  return async (request: HttpRequest): Promise<HttpAnswer> => {
    const below = pathOf(request);
    const path = below ?? request.path;
    const queryId = `EU.sandbox-1.${(++queries).toString(16).padStart(8, "0")}`;
    const note = log.open(newCall(request, path, queryId, clock.now()));
    const outcome = await applyFault(faults.take({ method: request.method, path }), {
      clock,
      run: () => answer(request, below, note),
      refuse: faultReply,
    });
    if (outcome.kind !== "reply") return outcome;
    note({ status: outcome.status });
    return { ...outcome, headers: { ...outcome.headers, "X-Ovh-QueryID": queryId } };
  };
}

/** The path below the version; null beside it. `/v1` is an alias of `/1.0`. */
function pathOf({ path }: HttpRequest): string | null {
  return /^\/(?:1\.0|v1)(\/.*)$/.exec(path)?.[1] ?? null;
}

const newCall = (request: HttpRequest, path: string, queryId: string, at: Instant): Call => ({
  at,
  queryId,
  method: request.method,
  path,
  query: request.query.toString(),
  listing: listingOf(request),
  body: maskedBody(request),
  caller: "refused",
  reached: false,
  status: null,
});
