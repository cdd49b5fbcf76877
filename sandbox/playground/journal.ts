import type { JournalEntry } from "./protocol.ts";

/** What happened, in order. An entry may be completed later, as a call by its answer. */
export interface Journal {
  /** Returns what replaces the entry; null takes it back. */
  add(entry: JournalEntry): (completed: JournalEntry | null) => void;
  /** By number, oldest first; an entry stays the same object until it is replaced. */
  entries(): ReadonlyMap<string, JournalEntry>;
}

/** More than anybody scrolls through. */
const KEPT = 400;

export function createJournal(changed: () => void): Journal {
  const entries = new Map<string, JournalEntry>();
  let numbers = 0;
  const forgetOldest = (): void => {
    for (const key of entries.keys()) {
      if (entries.size <= KEPT) return;
      entries.delete(key);
    }
  };
  return {
    add(entry) {
      const key = String(++numbers);
      entries.set(key, entry);
      forgetOldest();
      changed();
      return (completed) => {
        if (!entries.has(key)) return;
        if (completed) entries.set(key, completed);
        else entries.delete(key);
        changed();
      };
    },
    entries: () => entries,
  };
}
