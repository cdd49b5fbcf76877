import type { Clock } from "../../src/clock.ts";
import { backoff } from "../../src/domain/backoff.ts";
import { MINUTE, SECOND } from "../../src/domain/instant.ts";
import type { ProviderError } from "../../src/errors.ts";
import type { Urgency } from "./budget.ts";
import { pause } from "./wait.ts";

export type Attempt<T> =
  | { readonly kind: "ok"; readonly value: T }
  | { readonly kind: "failed"; readonly error: ProviderError; readonly retryAfterMs: number | null }
  /** The key or its time was not believed; a fresh proof may be, at once. */
  | { readonly kind: "unproved"; readonly error: ProviderError }
  | { readonly kind: "hopeless"; readonly error: ProviderError };

interface RetryOptions {
  readonly urgency: Urgency;
  /** A person does not wait longer than this for one more attempt. */
  readonly patienceMs: number;
  readonly signal: AbortSignal;
  readonly onRetry: (error: ProviderError, delayMs: number) => void;
}

/** Repeats what changes nothing. Rejects with the last error, or with a WireFailure when the signal aborts. */
export type Retry = <T>(attempt: () => Promise<Attempt<T>>, options: RetryOptions) => Promise<T>;

const ATTEMPTS: Readonly<Record<Urgency, number>> = { person: 3, background: 6 };
const DELAYS = { first: SECOND / 2, most: MINUTE / 2 };
/** Background work waits longer when OVHcloud says so itself, but not for ever. */
const LONGEST_WAIT = 5 * MINUTE;

export function createRetry({
  clock,
  random,
}: {
  readonly clock: Clock;
  readonly random: () => number;
}): Retry {
  return async (attempt, { urgency, patienceMs, signal, onRetry }) => {
    const patience = urgency === "person" ? patienceMs : LONGEST_WAIT;
    let renewed = false;
    for (let tries = 1; ; tries++) {
      const got = await attempt();
      if (got.kind === "ok") return got.value;
      if (got.kind === "hopeless" || tries >= ATTEMPTS[urgency]) throw got.error;
      if (got.kind === "unproved") {
        if (renewed) throw got.error;
        renewed = true;
        continue;
      }
      const delay = Math.max(backoff(tries, DELAYS, random), got.retryAfterMs ?? 0);
      if (!isPassing(got.error) || delay > patience || signal.aborted) throw got.error;
      onRetry(got.error, delay);
      await pause(clock, delay, signal);
    }
  };
}

/** Whether the same question may get another answer soon. */
function isPassing({ facts }: ProviderError): boolean {
  switch (facts.kind) {
    case "busy":
    case "unreachable":
    case "misunderstood":
      return true;
    case "refused":
    case "gone":
    case "forbidden":
      return false;
  }
}
