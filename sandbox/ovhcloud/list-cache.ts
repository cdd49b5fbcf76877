import type { Clock } from "../../src/clock.ts";
import type { Instant } from "../../src/domain/instant.ts";
import type { AccountService } from "./account.ts";

export interface ListCache {
  /** The very same array as long as nothing has changed. */
  read(fresh: boolean): readonly AccountService[];
  drop(): void;
}

/** Choice: OVHcloud's "cached object list" may be this old; `Pragma: no-cache` reads anew and renews the cache. */
export function createListCache(
  clock: Clock,
  readAll: () => readonly AccountService[],
  ageMs: () => number,
): ListCache {
  let kept: { readonly at: Instant; readonly services: readonly AccountService[] } | null = null;
  return {
    read(fresh) {
      if (!fresh && kept && clock.now() < kept.at + ageMs()) return kept.services;
      const read = readAll();
      const services = kept && isSame(kept.services, read) ? kept.services : read;
      kept = { at: clock.now(), services };
      return services;
    },
    drop() {
      kept = null;
    },
  };
}

/** Services are replaced, never changed: the same objects are the same state. */
const isSame = (a: readonly AccountService[], b: readonly AccountService[]): boolean =>
  a.length === b.length && a.every((service, place) => service === b[place]);
