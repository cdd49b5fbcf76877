import { refKey } from "../../src/domain/actor.ts";
import type { AuditEntry } from "../../src/domain/audit.ts";
import type { AuditFilter } from "../../src/ports.ts";

/** Where entries stand in the file, and whom and what they are about: a few bytes an entry, none of its text. */
export interface AuditIndex {
  add(entry: AuditEntry, offset: number): void;
  size(): number;
  /** Where an entry starts; undefined past the last one. Entries count from 1. */
  offsetOf(number: number): number | undefined;
  /** The numbers of one page, newest first, and how many entries fit in all. */
  page(
    filter: AuditFilter,
    page: number,
    size: number,
  ): { readonly numbers: readonly number[]; readonly total: number };
}

export function createAuditIndex(): AuditIndex {
  const offsets: number[] = [];
  const byService = new Map<number, number[]>();
  const byActor = new Map<string, number[]>();
  const noEntries: readonly number[] = [];

  /** Null stands for all of them: a list as long as the history is never built. */
  const fitting = ({ service, actor }: AuditFilter): readonly number[] | null => {
    const ofService = service === undefined ? null : (byService.get(service) ?? noEntries);
    const ofActor = actor === undefined ? null : (byActor.get(refKey(actor)) ?? noEntries);
    if (!ofService || !ofActor) return ofService ?? ofActor;
    const others = new Set(ofActor);
    return ofService.filter((number) => others.has(number));
  };

  return {
    add({ service, actor }, offset) {
      offsets.push(offset);
      if (service) remember(byService, service.id, offsets.length);
      if (actor) remember(byActor, refKey(actor), offsets.length);
    },
    size: () => offsets.length,
    offsetOf: (number) => offsets[number - 1],
    page(filter, page, size) {
      const fit = fitting(filter);
      const total = fit ? fit.length : offsets.length;
      const end = Math.max(total - (page - 1) * size, 0);
      const start = Math.max(end - size, 0);
      const numbers = fit
        ? fit.slice(start, end)
        : Array.from({ length: end - start }, (_, at) => start + at + 1);
      return { numbers: numbers.toReversed(), total };
    },
  };
}

function remember<Key>(index: Map<Key, number[]>, key: Key, number: number): void {
  const known = index.get(key);
  if (known) known.push(number);
  else index.set(key, [number]);
}
