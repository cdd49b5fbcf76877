import type { Clock } from "./clock.ts";

/** A clock whose waits can all be taken back at once, so that nothing wakes in a bot that has stopped. */
export interface ScopedClock extends Clock {
  /** What is asked for afterwards never wakes either. */
  close(): void;
}

export function createScopedClock(clock: Clock): ScopedClock {
  const cancels = new Set<() => void>();
  let closed = false;
  return {
    now: () => clock.now(),
    at(when, wake) {
      if (closed) return () => {};
      const cancel = clock.at(when, () => {
        cancels.delete(cancel);
        wake();
      });
      cancels.add(cancel);
      return () => {
        cancels.delete(cancel);
        cancel();
      };
    },
    close() {
      closed = true;
      for (const cancel of cancels) cancel();
      cancels.clear();
    },
  };
}
