import { z } from "zod";
import type { Clock } from "../../src/clock.ts";
import { ProviderError } from "../../src/errors.ts";
import type { Log } from "../../src/ports.ts";
import { createBudget, type Urgency } from "./budget.ts";
import { createCaller, toFailure } from "./call.ts";
import { createAuthorizer, type OvhCredentials } from "./credentials.ts";
import type { Endpoint } from "./endpoint.ts";
import { type Answer, createExchange, type Fetch } from "./exchange.ts";
import { parseJson } from "./parse-json.ts";
import { sentOf } from "./refusal.ts";
import { type Attempt, createRetry } from "./retry.ts";
import { type ChangeRoute, describeRoute, type Params, type ReadRoute, type RouteName } from "./routes.ts";
import { WireFailure, withEither } from "./wait.ts";

interface ReadOptions {
  readonly urgency: Urgency;
  readonly signal?: AbortSignal;
  readonly headers?: Readonly<Record<string, string>>;
  /** Of each attempt, in milliseconds; the client's own when absent. */
  readonly deadlineMs?: number;
}

export interface ReadAnswer<T> {
  readonly value: T;
  readonly headers: Headers;
}

/** Typed access to the routes of routes.ts. Every method rejects with a ProviderError. */
export interface OvhClient {
  /** Repeated when OVHcloud does not answer, is busy, or sends half a body. */
  read<T>(
    route: ReadRoute,
    params: Params,
    schema: z.ZodType<T>,
    options: ReadOptions,
  ): Promise<ReadAnswer<T>>;
  /** Sent once, whatever happens. The content of the answer is not used. */
  change(route: ChangeRoute, params: Params, body?: Readonly<Record<string, unknown>>): Promise<void>;
  /** Gives up whatever still waits. */
  close(): void;
}

export interface OvhClientOptions {
  readonly endpoint: Endpoint;
  readonly credentials: OvhCredentials;
  readonly clock: Clock;
  readonly log: Log;
  readonly random: () => number;
  readonly callsPerMinute: number;
  /** Of each attempt, in milliseconds. */
  readonly deadlineMs: number;
  readonly fetch: Fetch;
}

export function createOvhClient(options: OvhClientOptions): OvhClient {
  const { endpoint, clock, log, random } = options;
  const closing = new AbortController();
  const exchange = createExchange(options.fetch, clock);
  const authorizer = createAuthorizer(options.credentials, endpoint, clock, (request) =>
    exchange(request, { deadlineMs: options.deadlineMs, signal: closing.signal }),
  );
  const budget = createBudget(clock, options.callsPerMinute);
  const call = createCaller({ endpoint, clock, budget, authorizer, exchange });
  const retry = createRetry({ clock, random });

  return {
    async read(route, params, schema, { urgency, signal, headers = {}, deadlineMs = options.deadlineMs }) {
      const onRetry = ({ facts }: ProviderError, delayMs: number) =>
        log.debug("ovhcloud.retry", { route: describeRoute(route), kind: facts.kind, delayMs });
      const persist = (either: AbortSignal) =>
        retry(
          async () => {
            const request = { route, params, body: null, headers, urgency, deadlineMs, signal: either };
            const got = await call(request);
            return got.kind === "ok" ? parseAnswer(route, got.value, schema) : got;
          },
          { urgency, patienceMs: deadlineMs, signal: either, onRetry },
        );
      try {
        return await withEither([signal, closing.signal], persist);
      } catch (error) {
        throw toFailure(route, error, null);
      }
    },
    async change(route, params, body) {
      const got = await call({
        route,
        params,
        body: body === undefined ? null : JSON.stringify(body),
        headers: {},
        urgency: "person",
        deadlineMs: options.deadlineMs,
        signal: closing.signal,
      });
      if (got.kind !== "ok") throw got.error;
      const { text } = got.value;
      if (text.trim() !== "" && parseJson(text) === undefined)
        throw misunderstood(route, got.value, NOT_JSON);
    },
    close: () => closing.abort(new WireFailure("given-up", "the client was closed")),
  };
}

const NOT_JSON = "it is not JSON";

function parseAnswer<T>(route: RouteName, answer: Answer, schema: z.ZodType<T>): Attempt<ReadAnswer<T>> {
  const json = parseJson(answer.text);
  // Half a body may be whole the next time; JSON of another shape stays what it is.
  if (json === undefined)
    return { kind: "failed", error: misunderstood(route, answer, NOT_JSON), retryAfterMs: null };
  const parsed = schema.safeParse(json);
  return parsed.success
    ? { kind: "ok", value: { value: parsed.data, headers: answer.headers } }
    : { kind: "hopeless", error: misunderstood(route, answer, z.prettifyError(parsed.error)) };
}

function misunderstood(route: RouteName, answer: Answer, why: string): ProviderError {
  const queryId = answer.headers.get("x-ovh-queryid");
  return new ProviderError(`${describeRoute(route)}: the answer was not understood: ${why}`, {
    kind: "misunderstood",
    sent: sentOf(route, "misunderstood"),
    status: answer.status,
    ...(queryId === null ? {} : { queryId }),
  });
}
