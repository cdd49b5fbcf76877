import type { Clock } from "../../src/clock.ts";

export type InTime<T> = { readonly kind: "done"; readonly value: T } | { readonly kind: "late" };

/** What `work` gives within `ms` milliseconds; work that is late goes on. Rejects as `work` does. */
export async function inTime<T>(clock: Clock, ms: number, work: Promise<T>): Promise<InTime<T>> {
  let cancel = (): void => {};
  const late = new Promise<InTime<T>>((resolve) => {
    cancel = clock.at(clock.now() + ms, () => resolve({ kind: "late" }));
  });
  try {
    return await Promise.race([work.then((value): InTime<T> => ({ kind: "done", value })), late]);
  } finally {
    cancel();
  }
}

export interface Pause {
  /** Waits `ms` milliseconds, or until {@link Pause.end}; false once that was called. */
  wait(ms: number): Promise<boolean>;
  /** Ends every wait, now and from now on. */
  end(): void;
}

export function createPause(clock: Clock): Pause {
  const waiting = new Set<() => void>();
  let ended = false;
  return {
    async wait(ms) {
      if (ended) return false;
      await new Promise<void>((resolve) => {
        const cancel = clock.at(clock.now() + ms, done);
        function done(): void {
          cancel();
          waiting.delete(done);
          resolve();
        }
        waiting.add(done);
      });
      return !ended;
    },
    end() {
      ended = true;
      for (const done of [...waiting]) done();
    },
  };
}

const FIRST_MS = 200;
const LONGEST_MS = 30_000;

/** Growing and jittered, so that many bots do not come back at the same moment. `attempt` counts from 0. */
export function backoff(attempt: number): number {
  const longest = Math.min(FIRST_MS * 2 ** attempt, LONGEST_MS);
  return Math.round(longest * (0.5 + Math.random() / 2));
}
