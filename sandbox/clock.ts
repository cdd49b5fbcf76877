import type { Clock } from "../src/clock.ts";
import type { Instant } from "../src/domain/instant.ts";

/** The sandbox's time: it flows with the machine's unless it is frozen, and jumps when told to. */
export interface SandboxClock extends Clock {
  /** Moves time on by `ms`; everything that becomes due on the way is woken in order, each at its own instant. */
  advance(ms: number): Promise<void>;
  /**
   * Moves time on to `when`. An instant that has passed is refused, since time never runs backwards; one that passed
   * while it was on its way here is now.
   */
  advanceTo(when: Instant): Promise<void>;
  /** The next instant at which something wakes, here or at a member, or null when nothing waits. */
  next(): Instant | null;
  /** Lets somebody live by this clock too, as a bot in a process of its own; returns how it leaves again. */
  join(member: ClockMember): () => void;
  /** Drops everything that waits. */
  stop(): void;
}

/** Who lives by the clock without calling {@link SandboxClock.at}: while time jumps it is waited for. */
export interface ClockMember {
  /** The next instant at which something of it wakes, or null. */
  next(): Instant | null;
  /** It is `now`, and time flows on from here: what is due wakes. Resolves when that has been heard. */
  moved(now: Instant): Promise<void>;
  /** Resolves when nothing is being done that ends by itself. */
  settled(): Promise<void>;
  /** A number that grows while something goes on, as bytes on a wire, or what {@link settled} had to wait for. */
  activity(): number;
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

/** A flowing clock goes on between two looks at it, in milliseconds. */
const ON_ITS_WAY = 50;

/** Heartbeats never let the wires be silent for long; time must go on all the same. */
const MOST_ROUNDS = 500;

async function someTurns(): Promise<void> {
  for (let turn = 0; turn < SETTLE_TURNS; turn++) await new Promise((resolve) => setImmediate(resolve));
}

export interface SandboxClockOptions {
  readonly start: Instant;
  /** A frozen clock moves only when told to: for tests. */
  readonly frozen?: boolean;
}

export function createSandboxClock({ start, frozen = false }: SandboxClockOptions): SandboxClock {
  const waiting = new Set<Waiting>();
  const members = new Set<ClockMember>();
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

  const activity = (): number => [...members].reduce((sum, member) => sum + member.activity(), 0);

  /** Until a whole round passes in which nobody did anything, nor began to once its files were at rest. */
  const settle = async (): Promise<void> => {
    await someTurns();
    if (members.size === 0) return;
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const before = activity();
      await Promise.all([...members].map((member) => member.settled()));
      await someTurns();
      if (activity() === before) return;
    }
  };

  const nextOf = (): Instant | null => {
    const all = [earliest()?.when ?? null, ...[...members].map((member) => member.next())];
    return all.reduce((a, b) => (a === null || (b !== null && b < a) ? b : a), null);
  };

  const tellMembers = (): Promise<unknown> => Promise.all([...members].map((member) => member.moved(now())));

  const advanceTo = async (when: Instant): Promise<void> => {
    if (when < now() - (frozen ? 0 : ON_ITS_WAY))
      throw new RangeError("time never runs backwards in the sandbox");
    await settle();
    for (let next = nextOf(); next !== null && next <= when; next = nextOf()) {
      setNow(Math.max(next, now()));
      const first = earliest();
      if (first && first.when <= next) fire(first);
      await tellMembers();
      await settle();
    }
    setNow(Math.max(when, now()));
    await tellMembers();
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
    next: nextOf,
    join(member) {
      members.add(member);
      return () => void members.delete(member);
    },
    stop() {
      waiting.clear();
      clearTimeout(timer);
    },
  };
}
