import { createDisk, type Disk, type DiskFile } from "../../../adapters/lowdb/disk.ts";

export type Operation = "write" | "rename" | "sync-directory" | "append" | "sync" | "truncate";

export interface FaultyDisk {
  readonly disk: Disk;
  /** What fails from now on, as on a full disk. */
  readonly failing: Set<Operation>;
  /** What was done, in order. */
  readonly done: readonly Operation[];
  /** Called before each operation; what it returns is waited for. */
  before: (operation: Operation) => Promise<void>;
}

/** The real disk, with operations that can be made to fail. An append that fails leaves half of it behind. */
export function createFaultyDisk(): FaultyDisk {
  const real = createDisk();
  const done: Operation[] = [];
  const failing = new Set<Operation>();
  const attempt = async (operation: Operation): Promise<void> => {
    await faulty.before(operation);
    if (failing.has(operation)) throw Object.assign(new Error("no space left"), { code: "ENOSPC" });
    done.push(operation);
  };
  const disk: Disk = {
    read: real.read,
    async write(path, text) {
      await attempt("write");
      await real.write(path, text);
    },
    async rename(from, to) {
      await attempt("rename");
      await real.rename(from, to);
    },
    async syncDirectory(path) {
      await attempt("sync-directory");
      await real.syncDirectory(path);
    },
    open: async (path) => faultyFile(await real.open(path), attempt),
  };
  const faulty: FaultyDisk = { disk, failing, done, before: async () => {} };
  return faulty;
}

function faultyFile(file: DiskFile, attempt: (operation: Operation) => Promise<void>): DiskFile {
  return {
    ...file,
    async write(position, bytes) {
      try {
        await attempt("append");
      } catch (error) {
        await file.write(position, bytes.subarray(0, bytes.length / 2));
        throw error;
      }
      await file.write(position, bytes);
    },
    async sync() {
      await attempt("sync");
      await file.sync();
    },
    async truncate(length) {
      await attempt("truncate");
      await file.truncate(length);
    },
  };
}
