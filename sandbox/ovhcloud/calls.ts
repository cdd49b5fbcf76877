import type { Instant } from "../../src/domain/instant.ts";
import { type HttpRequest, readJson } from "../http.ts";
import type { Caller } from "./credentials.ts";

/** One request as it came in; secrets, signatures and tokens are masked. */
export interface Call {
  readonly at: Instant;
  readonly queryId: string;
  readonly method: string;
  /** Without `/1.0` and the query. */
  readonly path: string;
  readonly query: string;
  /** The `X-Pagination-…` headers and `Pragma`, by their names in lower case. */
  readonly listing: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly caller: Caller | "refused";
  /** Whether the route's own work was done: false when a credential, a right or a fault stood before it. */
  readonly reached: boolean;
  /** Null when nothing was answered. */
  readonly status: number | null;
}

/** Adds what became of a call to its entry. */
export type CallNote = (outcome: Partial<Pick<Call, "caller" | "reached" | "status">>) => void;

export interface CallLog {
  /** Writes the request down as it comes in. */
  open(call: Call): CallNote;
  calls(): readonly Call[];
  /** The last ones, oldest first. */
  newest(count: number): readonly Call[];
  clear(): void;
}

/** The oldest calls are forgotten beyond this, so that a long demo does not grow. */
const KEPT = 20_000;

export function createCallLog(changed: () => void = () => {}): CallLog {
  let entries: { call: Call }[] = [];
  return {
    open(call) {
      const entry = { call };
      entries.push(entry);
      if (entries.length > KEPT) entries = entries.slice(-KEPT / 2);
      changed();
      return (outcome) => {
        entry.call = { ...entry.call, ...outcome };
        changed();
      };
    },
    calls: () => entries.map(({ call }) => call),
    newest: (count) => entries.slice(-count).map(({ call }) => call),
    clear() {
      entries = [];
    },
  };
}

/** Calls that change something and reached their route. */
export const isWrite = (call: Call): boolean => call.reached && call.method !== "GET";

const LISTING = /^(x-pagination-|pragma$)/;

export function listingOf({ headers }: HttpRequest): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, text]) => (LISTING.test(name) ? [[name, String(text)]] : [])),
  );
}

const MASK = "***";

const SECRET_NAMES = ["token", "client_secret", "password"];

/** The body for the log: JSON with secrets masked; anything else as its length only. */
export function maskedBody({ body }: HttpRequest): unknown {
  if (body.length === 0) return null;
  try {
    return JSON.parse(JSON.stringify(readJson(body)), (key, text) =>
      SECRET_NAMES.includes(key) ? MASK : text,
    );
  } catch {
    return `${body.length} bytes`;
  }
}
