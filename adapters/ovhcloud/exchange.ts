import { z } from "zod";
import type { Clock } from "../../src/clock.ts";
import { WireFailure, withDeadline } from "./wait.ts";

/** What the client needs of `fetch`. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface WireRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Null where there is no body. */
  readonly body: string | null;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** One request and its whole answer, within a deadline. Rejects with {@link WireFailure}. */
export type Exchange = (request: WireRequest, limits: Limits) => Promise<Answer>;

interface Limits {
  readonly deadlineMs: number;
  readonly signal: AbortSignal;
}

export function createExchange(fetch: Fetch, clock: Clock): Exchange {
  return (request, { deadlineMs, signal }) =>
    withDeadline(clock, deadlineMs, signal, async (inTime) => {
      try {
        const response = await fetch(request.url, {
          method: request.method,
          headers: request.headers,
          body: request.body,
          signal: inTime,
          // Followed, a redirect would take the signed headers to another host.
          redirect: "manual",
        });
        return { status: response.status, headers: response.headers, text: await response.text() };
      } catch (error) {
        throw toWireFailure(error, inTime);
      }
    });
}

/** What undici says when no connection was made, so that nothing can have been sent. */
const NOT_CONNECTED = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
  "CERT_HAS_EXPIRED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "ERR_TLS_CERT_ALTNAME_INVALID",
]);

const causeSchema = z.object({ cause: z.object({ code: z.string(), syscall: z.string().optional() }) });

function toWireFailure(error: unknown, signal: AbortSignal): WireFailure {
  if (signal.reason instanceof WireFailure) return signal.reason;
  const { data } = causeSchema.safeParse(error);
  if (!data) return new WireFailure("broken", "the connection broke");
  const { code, syscall } = data.cause;
  return NOT_CONNECTED.has(code) || syscall === "connect"
    ? new WireFailure("not-connected", `no connection (${code})`)
    : new WireFailure("broken", `the connection broke (${code})`);
}
