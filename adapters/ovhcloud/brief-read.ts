import type { z } from "zod";
import type { Clock } from "../../src/clock.ts";
import { SECOND } from "../../src/domain/instant.ts";
import { ProviderError } from "../../src/errors.ts";
import type { Read } from "../../src/ports.ts";
import type { OvhClient } from "./client.ts";
import type { Params, ReadRoute } from "./routes.ts";
import { withDeadline } from "./wait.ts";

/** A read that is worth a few seconds and no more: what it does not bring is said to be unread. */
export type BriefRead = <T>(
  route: ReadRoute,
  params: Params,
  schema: z.ZodType<T>,
  options?: { readonly headers?: Readonly<Record<string, string>> },
) => Promise<BriefAnswer<T>>;

export type BriefAnswer<T> =
  | { readonly kind: "read"; readonly value: T }
  /** OVHcloud says that there is no such thing. */
  | { readonly kind: "absent" }
  | { readonly kind: "unread"; readonly error: ProviderError };

/** Retries and the wait for a place in the budget included. */
const BRIEF = 5 * SECOND;

/** Past every cache: what is shown before something is deleted has to be so now. */
export const NO_CACHE = { Pragma: "no-cache" };

/** Rejects only when `read` itself is given up. */
export function createBriefRead(client: OvhClient, clock: Clock, read: Read): BriefRead {
  const parent = read.signal ?? new AbortController().signal;
  return async (route, params, schema, { headers = {} } = {}) => {
    const ask = (signal: AbortSignal) =>
      client.read(route, params, schema, {
        urgency: read.urgency,
        signal,
        headers: { ...NO_CACHE, ...headers },
        deadlineMs: BRIEF,
      });
    try {
      return { kind: "read", value: (await withDeadline(clock, BRIEF, parent, ask)).value };
    } catch (error) {
      if (!(error instanceof ProviderError) || parent.aborted) throw error;
      return error.facts.status === 404 && error.facts.kind === "gone"
        ? { kind: "absent" }
        : { kind: "unread", error };
    }
  };
}
