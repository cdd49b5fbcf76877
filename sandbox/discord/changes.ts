/** Lets a test wait for what it wants to see, instead of for time to pass. */
export interface Changes {
  /** Something that a person or a test can see is different now. */
  touch(): void;
  /** Resolves with the first value that is neither undefined, null nor false, looking now and after each change.
   *  Rejects when the stand-in closes first, or with what `look` throws. */
  changed<T>(look: () => T): Promise<Exclude<T, undefined | null | false>>;
  close(): void;
}

interface Waiting {
  look(): void;
  giveUp(): void;
}

export function createChanges(): Changes {
  const waiting = new Set<Waiting>();
  return {
    touch() {
      for (const { look } of [...waiting]) look();
    },
    changed: (look) =>
      new Promise((resolve, reject) => {
        const one: Waiting = {
          look() {
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
        one.look();
      }),
    close() {
      for (const { giveUp } of waiting) giveUp();
      waiting.clear();
    },
  };
}

function isThere<T>(value: T): value is Exclude<T, undefined | null | false> {
  return value !== undefined && value !== null && value !== false;
}
