import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type LowdbOptions, openLowdbStore } from "../../../adapters/lowdb/store.ts";
import type { Store } from "../../../src/ports.ts";
import { createSilentLog, type SilentLog } from "../../fakes/silent-log.ts";

/** A data directory of its own, and stores on it that are closed at the end. */
export interface Rig {
  readonly directory: string;
  readonly log: SilentLog;
  open(options?: Partial<LowdbOptions>): Promise<Store>;
  path(name: string): string;
  text(name: string): Promise<string>;
  put(name: string, text: string): Promise<void>;
  end(): Promise<void>;
}

export async function createRig(): Promise<Rig> {
  const directory = await mkdtemp(join(tmpdir(), "lastcall-store-"));
  const log = createSilentLog();
  const stores: Store[] = [];
  const path = (name: string): string => join(directory, name);
  return {
    directory,
    log,
    path,
    async open(options = {}) {
      const store = await openLowdbStore({ directory, log, ...options });
      stores.push(store);
      return store;
    },
    text: (name) => readFile(path(name), "utf8"),
    put: (name, text) => writeFile(path(name), text),
    async end() {
      await Promise.allSettled(stores.map((store) => store.close()));
      await rm(directory, { recursive: true, force: true });
    },
  };
}
