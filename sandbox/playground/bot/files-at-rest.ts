/** Waits for what is being written or read here: a decision is on the disk before time moves on. */
export interface FilesAtRest {
  /** Resolves when nothing is. */
  settled(): Promise<void>;
  /** How often it had to wait so far: what was written is acted upon afterwards. */
  waits(): number;
}

/** How many turns of the event loop it takes until what has arrived is being dealt with. */
const TURNS = 10;

export function createFilesAtRest(): FilesAtRest {
  let waits = 0;
  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  const isBusy = (): boolean => process.getActiveResourcesInfo().some((name) => name.startsWith("FSReq"));
  return {
    async settled() {
      for (let quiet = 0; quiet < TURNS; quiet++) {
        await turn();
        if (!isBusy()) continue;
        waits++;
        quiet = -1;
      }
    },
    waits: () => waits,
  };
}
