import type { Clock } from "../../src/clock.ts";

/** What was seen or read lately: forgotten after `life` milliseconds, and the oldest first beyond `most` entries. */
export interface Memory<T> {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
  forget(key: string): void;
}

export interface MemoryOptions {
  readonly clock: Clock;
  readonly life: number;
  readonly most: number;
}

export function createMemory<T>({ clock, life, most }: MemoryOptions): Memory<T> {
  // A Map keeps the order of insertion, which is the order of expiry here.
  const entries = new Map<string, { readonly value: T; readonly until: number }>();
  const prune = (): void => {
    for (const [key, { until }] of entries) {
      if (until > clock.now() && entries.size <= most) return;
      entries.delete(key);
    }
  };
  return {
    get(key) {
      const found = entries.get(key);
      return found && found.until > clock.now() ? found.value : undefined;
    },
    set(key, value) {
      entries.delete(key);
      entries.set(key, { value, until: clock.now() + life });
      prune();
    },
    forget: (key) => void entries.delete(key),
  };
}

/** True the first time a key is seen; an absent key is always new. */
export function createFirstTime(options: MemoryOptions): (key: string | undefined) => boolean {
  const seen = createMemory<true>(options);
  return (key) => {
    if (key === undefined) return true;
    if (seen.get(key)) return false;
    seen.set(key, true);
    return true;
  };
}
