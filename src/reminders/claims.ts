import { DAY, type Instant, MINUTE } from "../domain/instant.ts";
import type { Reminders } from "../ports.ts";

/** A claim without a message that is older than this belongs to a process that died between the two. */
const ABANDONED_AFTER = 5 * MINUTE;
const PRUNE_EVERY = DAY;

/** The claimed keys, in memory: planning asks for thousands of them. */
export interface Claims {
  has(key: string): boolean;
  add(key: string): void;
  /** Reads the store: at first, and then once a day, when what can never come up again is forgotten. */
  load(now: Instant): Promise<void>;
  /** Gives abandoned claims back. Returns how many, and when the next one will be old enough. */
  recover(now: Instant): Promise<{ readonly released: number; readonly next: Instant | null }>;
}

export function createClaims(reminders: Reminders): Claims {
  let taken = new Set<string>();
  /** Claims of an earlier life, whose message nobody knows, by the instant at which they are given up. */
  const doubtful = new Map<string, Instant>();
  let loadedAt: Instant | null = null;
  return {
    has: (key) => taken.has(key),
    add: (key) => taken.add(key),
    async load(now) {
      if (loadedAt !== null && now - loadedAt < PRUNE_EVERY) return;
      await reminders.prune(now);
      const records = await reminders.all();
      taken = new Set(records.map(({ key }) => key));
      if (loadedAt === null) {
        for (const { key, message, claimedAt } of records) {
          if (message === null) doubtful.set(key, claimedAt + ABANDONED_AFTER);
        }
      }
      loadedAt = now;
    },
    async recover(now) {
      let released = 0;
      for (const [key, until] of doubtful) {
        if (until > now) continue;
        // A posted one stays, so that another process which was only slow loses nothing.
        await reminders.release(key);
        doubtful.delete(key);
        taken.delete(key);
        released++;
      }
      return { released, next: doubtful.size === 0 ? null : Math.min(...doubtful.values()) };
    },
  };
}
