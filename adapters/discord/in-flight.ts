import type { Clock } from "../../src/clock.ts";
import { inTime } from "../../src/deadline.ts";

/** What has begun and is not finished. */
export interface InFlight {
  add(work: Promise<unknown>): void;
  /** Resolves when all of it is finished, or `ms` have passed. */
  drained(clock: Clock, ms: number): Promise<void>;
}

export function createInFlight(): InFlight {
  const begun = new Set<Promise<unknown>>();
  return {
    add(work) {
      begun.add(work);
      void work.finally(() => begun.delete(work));
    },
    async drained(clock, ms) {
      await inTime(clock, ms, Promise.allSettled(begun));
    },
  };
}
