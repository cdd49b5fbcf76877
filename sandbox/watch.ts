/** Tells those who wait that something visible has changed, so that nobody has to sleep. */
export interface Watch {
  touch(): void;
  /**
   * Resolves with the first truthy result of `look`, which is asked at once and after each change. Rejects when the
   * stand-in closes first, or with what `look` throws.
   */
  changed<T>(look: () => T): Promise<Exclude<T, null | undefined | false | 0 | "">>;
  /** Calls `heard` after each change, until the returned function is called. */
  listen(heard: () => void): () => void;
  close(): void;
}

interface Waiting {
  ask(): void;
  giveUp(): void;
}

export function createWatch(): Watch {
  const waiting = new Set<Waiting>();
  const listeners = new Set<() => void>();
  return {
    touch() {
      for (const heard of [...listeners]) heard();
      for (const one of [...waiting]) one.ask();
    },
    changed: (look) =>
      new Promise((resolve, reject) => {
        const one: Waiting = {
          ask() {
            try {
              const seen = look();
              if (!isThere(seen)) return;
              waiting.delete(one);
              resolve(seen);
            } catch (error) {
              waiting.delete(one);
              reject(error);
            }
          },
          giveUp: () => reject(new Error("the stand-in closed before the change came")),
        };
        waiting.add(one);
        one.ask();
      }),
    listen(heard) {
      listeners.add(heard);
      return () => void listeners.delete(heard);
    },
    close() {
      listeners.clear();
      for (const one of waiting) one.giveUp();
      waiting.clear();
    },
  };
}

function isThere<T>(value: T): value is Exclude<T, null | undefined | false | 0 | ""> {
  return Boolean(value);
}
