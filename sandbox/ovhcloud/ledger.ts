import type { Clock } from "../../src/clock.ts";
import type { Instant } from "../../src/domain/instant.ts";
import type { AccountService } from "./account.ts";
import { settle } from "./lifecycle.ts";
import type { ProductKey } from "./products.ts";

/** What reads still show after a write, and until when. */
interface Former {
  readonly service: AccountService;
  readonly until: Instant;
}

interface Entry {
  current: AccountService;
  former: readonly Former[];
}

/** The account's services as time passes: what is true, and what reads show of it. */
export interface Ledger {
  load(services: readonly AccountService[]): void;
  /** The truth, whatever reads show. */
  find(id: number): AccountService | undefined;
  named(name: string): readonly AccountService[];
  all(): AccountService[];
  /** What a read shows: the truth, or an older state while a write has not reached the readers. */
  seen(id: number): AccountService | undefined;
  seenNamed(product: ProductKey, name: string): AccountService | undefined;
  seenAll(): AccountService[];
  /**
   * Writes; reads show it `lagMs` later. Returns the new state. Choice: OVHcloud's own delay is not known (its
   * console waited 3.5 seconds); here it is whatever the caller says.
   */
  write(service: AccountService, lagMs: number): AccountService;
}

export function createLedger(clock: Clock, changed: () => void = () => {}): Ledger {
  const entries = new Map<number, Entry>();
  const byName = new Map<string, number[]>();

  const truth = (entry: Entry): AccountService => {
    entry.current = settle(entry.current, clock.now());
    return entry.current;
  };

  const shown = (entry: Entry): AccountService => {
    if (entry.former.length === 0) return truth(entry);
    const now = clock.now();
    entry.former = entry.former.filter(({ until }) => until > now);
    const [oldest] = entry.former;
    return oldest ? settle(oldest.service, now) : truth(entry);
  };

  const entriesNamed = (name: string): Entry[] =>
    (byName.get(name) ?? []).flatMap((id) => entries.get(id) ?? []);

  return {
    load(services) {
      entries.clear();
      byName.clear();
      for (const service of services) {
        entries.set(service.id, { current: service, former: [] });
        const same = byName.get(service.name);
        if (same) same.push(service.id);
        else byName.set(service.name, [service.id]);
      }
    },
    find(id) {
      const entry = entries.get(id);
      return entry && truth(entry);
    },
    named: (name) => entriesNamed(name).map(truth),
    all: () => Array.from(entries.values(), truth),
    seen(id) {
      const entry = entries.get(id);
      return entry && shown(entry);
    },
    seenNamed: (product, name) =>
      entriesNamed(name)
        .map(shown)
        .find((service) => service.product === product),
    seenAll: () => Array.from(entries.values(), shown),
    write(service, lagMs) {
      const entry = entries.get(service.id);
      if (!entry) throw new Error(`the account has no service ${service.id}`);
      if (lagMs > 0) {
        const former = { service: truth(entry), until: clock.now() + lagMs };
        entry.former = [...entry.former, former];
      }
      entry.current = service;
      changed();
      return truth(entry);
    },
  };
}
