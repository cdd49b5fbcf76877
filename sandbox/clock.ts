import type { Clock } from "../src/clock.ts";
import type { Instant } from "../src/domain/instant.ts";

/** The sandbox's time: it flows with the machine's unless it is frozen, and jumps when told to. */
export interface SandboxClock extends Clock {
  /** Moves time on by `ms`; everything that becomes due on the way is woken in order, each at its own instant. */
  advance(ms: number): Promise<void>;
  /** Moves time on to `when`; an instant that has passed is refused, since time never runs backwards. */
  advanceTo(when: Instant): Promise<void>;
  /** The next instant at which something wakes, or null when nothing waits. */
  next(): Instant | null;
  /** Drops everything that waits. */
  stop(): void;
}

interface Waiting {
  readonly when: Instant;
  readonly order: number;
  readonly wake: () => void;
}

/** Longer delays overflow `setTimeout` and would fire at once. */
const LONGEST_DELAY = 2 ** 31 - 1;

/** How many turns of the event loop a woken task gets to settle before time moves on. */
const SETTLE_TURNS = 20;

export interface SandboxClockOptions {
  readonly start: Instant;
  /** A frozen clock moves only when told to: for tests. */
  readonly frozen?: boolean;
}

export function createSandboxClock({ start, frozen = false }: SandboxClockOptions): SandboxClock {
  const waiting = new Set<Waiting>();
  let base = start;
  let since = performance.now();
  let order = 0;
  let timer: NodeJS.Timeout | undefined;

  const now = (): Instant => (frozen ? base : base + Math.floor(performance.now() - since));

  const setNow = (when: Instant): void => {
    base = when;
    since = performance.now();
  };

  const earliest = (): Waiting | undefined => {
    let first: Waiting | undefined;
    for (const one of waiting) {
      if (!first || one.when < first.when || (one.when === first.when && one.order < first.order))
        first = one;
    }
    return first;
  };

  const arm = (): void => {
    clearTimeout(timer);
    const first = earliest();
    if (frozen || !first) return;
    timer = setTimeout(fireDue, Math.min(Math.max(first.when - now(), 0), LONGEST_DELAY));
    timer.unref();
  };

  const fire = (one: Waiting): void => {
    waiting.delete(one);
    one.wake();
  };

  function fireDue(): void {
    for (let first = earliest(); first && first.when <= now(); first = earliest()) fire(first);
    arm();
  }

  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < SETTLE_TURNS; turn++) await new Promise((resolve) => setImmediate(resolve));
  };

  const advanceTo = async (when: Instant): Promise<void> => {
    if (when < now()) throw new RangeError("time never runs backwards in the sandbox");
    // What is on its way over loopback arrives before time moves, or an answer would look minutes late.
    await settle();
    for (let first = earliest(); first && first.when <= when; first = earliest()) {
      setNow(Math.max(first.when, now()));
      fire(first);
      await settle();
    }
    setNow(Math.max(when, now()));
    await settle();
    arm();
  };

  return {
    now,
    at(when, wake) {
      const one: Waiting = { when, order: order++, wake };
      waiting.add(one);
      if (frozen && when <= now()) setImmediate(() => waiting.has(one) && fire(one));
      arm();
      return () => {
        waiting.delete(one);
        arm();
      };
    },
    advance: (ms) => advanceTo(now() + ms),
    advanceTo,
    next: () => earliest()?.when ?? null,
    stop() {
      waiting.clear();
      clearTimeout(timer);
    },
  };
}
