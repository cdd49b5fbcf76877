import type { Clock } from "../../src/clock.ts";

/** Longer delays overflow `setTimeout` and would fire at once. */
const LONGEST_DELAY = 2 ** 31 - 1;

/** The machine's own time. Its waits do not keep the process alive. */
export function createSystemClock(): Clock {
  return {
    now: () => Date.now(),
    at(when, wake) {
      let timer: NodeJS.Timeout;
      const arm = (): void => {
        const delay = Math.max(when - Date.now(), 0);
        timer = setTimeout(delay > LONGEST_DELAY ? arm : wake, Math.min(delay, LONGEST_DELAY));
        timer.unref();
      };
      arm();
      return () => clearTimeout(timer);
    },
  };
}
