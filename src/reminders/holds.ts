import { backoff } from "../domain/backoff.ts";
import { HOUR, type Instant, MINUTE } from "../domain/instant.ts";

/** What failed and is left alone for a while, longer with each failure. */
export interface Holds {
  /** Counts a failure and returns how many there were in a row. */
  failed(key: string, now: Instant): number;
  /** Ends the series; returns how many failures it had. */
  succeeded(key: string): number;
  isHeld(key: string, now: Instant): boolean;
  /** When the first of what is held may be tried again, or null. */
  next(now: Instant): Instant | null;
}

const DELAYS = { first: MINUTE, most: HOUR } as const;

export function createHolds(random: () => number): Holds {
  const held = new Map<string, { readonly failures: number; readonly until: Instant }>();
  return {
    failed(key, now) {
      const failures = (held.get(key)?.failures ?? 0) + 1;
      held.set(key, { failures, until: now + backoff(failures, DELAYS, random) });
      return failures;
    },
    succeeded(key) {
      const failures = held.get(key)?.failures ?? 0;
      held.delete(key);
      return failures;
    },
    isHeld: (key, now) => (held.get(key)?.until ?? 0) > now,
    next(now) {
      const untils = [...held.values()].map(({ until }) => until).filter((until) => until > now);
      return untils.length === 0 ? null : Math.min(...untils);
    },
  };
}
