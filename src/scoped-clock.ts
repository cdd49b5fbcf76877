import type { Clock } from "./clock.ts";

/** A clock whose waits can all be taken back at once, so that nothing wakes in a bot that has stopped. */
export interface ScopedClock extends Clock {
  close(): void;
}

export function createScopedClock(clock: Clock): ScopedClock {
  const cancels = new Set<() => void>();
  return {
    now: () => clock.now(),
    at(when, wake) {
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
      for (const cancel of cancels) cancel();
      cancels.clear();
    },
  };
}
