import type { Clock } from "../../src/clock.ts";
import { ProviderError } from "../../src/errors.ts";
import type { Budget, Urgency } from "./budget.ts";
import type { Authorizer } from "./credentials.ts";
import type { Endpoint } from "./endpoint.ts";
import type { Answer, Exchange } from "./exchange.ts";
import { parseJson } from "./parse-json.ts";
import { readRetryAfter, sentOf, toProviderError } from "./refusal.ts";
import type { Attempt } from "./retry.ts";
import { describeRoute, fillPath, type Params, ROUTES, type RouteName } from "./routes.ts";
import { unlessAborted, WireFailure, withDeadline } from "./wait.ts";

interface Call {
  readonly route: RouteName;
  readonly params: Params;
  readonly body: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly urgency: Urgency;
  readonly deadlineMs: number;
  readonly signal: AbortSignal;
}

export interface CallerOptions {
  readonly endpoint: Endpoint;
  readonly clock: Clock;
  readonly budget: Budget;
  readonly authorizer: Authorizer;
  readonly exchange: Exchange;
}

/** One attempt of a call: a place in the budget, a proof, a request. Rejects only when nothing was sent. */
export type Caller = (call: Call) => Promise<Attempt<Answer>>;

export function createCaller({ endpoint, clock, budget, authorizer, exchange }: CallerOptions): Caller {
  const judge = (call: Call, answer: Answer, proof: Readonly<Record<string, string>>): Attempt<Answer> => {
    if (answer.status >= 200 && answer.status < 300) return { kind: "ok", value: answer };
    const secrets = [...authorizer.secrets(), ...stringsOf(call.body)];
    const error = toProviderError(call.route, answer, (text) => redact(text, secrets));
    const retryAfterMs = readRetryAfter(answer.headers, clock.now());
    if (answer.status === 429 && retryAfterMs !== null) budget.hold(clock.now() + retryAfterMs);
    return authorizer.renew(error, proof)
      ? { kind: "unproved", error }
      : { kind: "failed", error, retryAfterMs };
  };

  return async (call) => {
    await enterBudget(clock, budget, call);
    const { method } = ROUTES[call.route];
    // As fetch will write it: the signature covers the address to the letter.
    const { href: url } = new URL(`${endpoint.base}${fillPath(call.route, call.params)}`);
    const request = { method, url, body: call.body };
    const proof = await unlessAborted(authorizer.authorize(request), call.signal).catch((error: unknown) => {
      throw toFailure(call.route, error, "no");
    });
    const headers = { Accept: "application/json", ...contentType(call.body), ...call.headers, ...proof };
    try {
      return judge(call, await exchange({ ...request, headers }, call), proof);
    } catch (error) {
      const left = !(error instanceof WireFailure && error.reason === "not-connected");
      return { kind: "failed", error: toFailure(call.route, error, left ? null : "no"), retryAfterMs: null };
    }
  };
}

/** A person is told after the deadline that there is no place; background work waits for one. */
async function enterBudget(
  clock: Clock,
  budget: Budget,
  { route, urgency, deadlineMs, signal }: Call,
): Promise<void> {
  const enter = (inTime: AbortSignal) => budget.enter(urgency, inTime);
  try {
    await (urgency === "person" ? withDeadline(clock, deadlineMs, signal, enter) : enter(signal));
  } catch (error) {
    if (!(error instanceof WireFailure && error.reason === "timed-out")) throw toFailure(route, error, "no");
    const facts = { kind: "busy", sent: "no" } as const;
    throw new ProviderError(`${describeRoute(route)}: the budget of calls is used up`, facts);
  }
}

/** A call that ended without an answer. `sent` where it is known whatever the route. Throws what is neither. */
export function toFailure(route: RouteName, error: unknown, sent: "no" | null): ProviderError {
  if (error instanceof ProviderError) return error;
  if (!(error instanceof WireFailure)) throw error;
  const facts = { kind: "unreachable", sent: sent ?? sentOf(route, "unreachable") } as const;
  return new ProviderError(`${describeRoute(route)}: ${error.message}`, facts);
}

const contentType = (body: string | null) => (body === null ? {} : { "Content-Type": "application/json" });

/** The strings of a body: a token among them must not come back in OVHcloud's words. */
function stringsOf(body: string | null): readonly string[] {
  const values = body === null ? null : parseJson(body);
  return typeof values === "object" && values !== null
    ? Object.values(values).filter((value) => typeof value === "string")
    : [];
}

function redact(text: string, secrets: readonly string[]): string {
  return secrets
    .filter((secret) => secret !== "")
    .reduce((clean, secret) => clean.replaceAll(secret, "…"), text);
}
