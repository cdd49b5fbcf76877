/** Waits for what is being written or read here: a decision is on the disk before time moves on. */
export interface FilesAtRest {
  /** Resolves when nothing is. */
  settled(): Promise<void>;
  /** How often it had to wait so far: what was written is acted upon afterwards. */
  waits(): number;
}

/** What Node calls reading, writing and closing a file, and connecting: all that ends by itself within moments. */
const PASSING = /^(FSReq|CloseReq|GetAddrInfoReq|TCPConnectWrap)/;

/** How many turns of the event loop it takes until what has arrived is being dealt with. */
const TURNS = 10;

export function createFilesAtRest(): FilesAtRest {
  let waits = 0;
  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  const isBusy = (): boolean => process.getActiveResourcesInfo().some((name) => PASSING.test(name));
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
