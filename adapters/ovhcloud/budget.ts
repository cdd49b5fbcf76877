import type { Clock } from "../../src/clock.ts";
import { type Instant, MINUTE } from "../../src/domain/instant.ts";

export type Urgency = "person" | "background";

/**
 * How many calls may begin in any minute. OVHcloud publishes no limit; its maintainers call 60 a minute and key
 * fair (python-ovh #81). A waiting person comes before background work, and a sixth of the minute is
 * never given to background work, so that a person does not wait for a refresh to leave the window.
 */
export interface Budget {
  /** Resolves when the call may begin. Rejects with the signal's reason, which gives the place in the queue back. */
  enter(urgency: Urgency, signal: AbortSignal): Promise<void>;
  /** Nothing begins before `when`: OVHcloud said so. */
  hold(when: Instant): void;
}

interface Waiter {
  readonly admit: () => void;
}

export function createBudget(clock: Clock, callsPerMinute: number): Budget {
  const backgroundLimit = Math.max(1, callsPerMinute - Math.ceil(callsPerMinute / 6));
  const queues: Readonly<Record<Urgency, Set<Waiter>>> = { person: new Set(), background: new Set() };
  let begun: Instant[] = [];
  let heldUntil: Instant = 0;
  let cancelWake: (() => void) | null = null;

  /** The instant at which one more may begin beside `limit` others. */
  const roomAt = (limit: number): Instant => {
    const oldest = begun[begun.length - limit];
    return Math.max(heldUntil, oldest === undefined ? 0 : oldest + MINUTE);
  };

  const next = (): { readonly queue: Set<Waiter>; readonly when: Instant } | null => {
    if (queues.person.size > 0) return { queue: queues.person, when: roomAt(callsPerMinute) };
    if (queues.background.size > 0) return { queue: queues.background, when: roomAt(backgroundLimit) };
    return null;
  };

  const pump = (): void => {
    cancelWake?.();
    cancelWake = null;
    const now = clock.now();
    begun = begun.filter((when) => when > now - MINUTE);
    for (let turn = next(); turn; turn = next()) {
      if (turn.when > now) {
        cancelWake = clock.at(turn.when, pump);
        return;
      }
      const [first] = turn.queue;
      if (!first) return;
      turn.queue.delete(first);
      begun.push(now);
      first.admit();
    }
  };

  return {
    enter: (urgency, signal) =>
      new Promise((resolve, reject) => {
        const queue = queues[urgency];
        const leave = (): void => {
          queue.delete(waiter);
          reject(signal.reason);
          pump();
        };
        const waiter: Waiter = {
          admit: () => {
            signal.removeEventListener("abort", leave);
            resolve();
          },
        };
        if (signal.aborted) return reject(signal.reason);
        signal.addEventListener("abort", leave, { once: true });
        queue.add(waiter);
        pump();
      }),
    hold(when) {
      heldUntil = Math.max(heldUntil, when);
    },
  };
}
