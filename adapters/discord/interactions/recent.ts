/** Remembers the last few ids, so that an event which Discord delivers twice is taken once. */
export interface Recent {
  /** True the first time. */
  isNew(id: string): boolean;
}

export function createRecent(size: number): Recent {
  const known = new Set<string>();
  return {
    isNew(id) {
      if (known.has(id)) return false;
      known.add(id);
      const [oldest] = known;
      if (known.size > size && oldest !== undefined) known.delete(oldest);
      return true;
    },
  };
}
