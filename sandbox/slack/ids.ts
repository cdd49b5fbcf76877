import type { Clock } from "../../src/clock.ts";

/** Names for new things, different each time and the same in each run. */
export interface Ids {
  /** Such as `V0000000A`. */
  next(prefix: string): string;
  /** Seconds with six digits that only grow: Slack's key of a message within its channel. */
  ts(): string;
}

export function createIds(clock: Clock): Ids {
  let count = 0;
  let lastMicros = 0;
  return {
    next: (prefix) => prefix + (++count).toString(36).toUpperCase().padStart(8, "0"),
    ts() {
      lastMicros = Math.max(clock.now() * 1000, lastMicros + 100);
      const seconds = Math.floor(lastMicros / 1_000_000);
      return `${seconds}.${String(lastMicros % 1_000_000).padStart(6, "0")}`;
    },
  };
}
