import type { FileHandle } from "node:fs/promises";
import { open, readFile, rename } from "node:fs/promises";
import { z } from "zod";

/** The file operations that the store stands on: few, so that a test can make any of them fail. */
export interface Disk {
  /** Null for a file that is not there. */
  read(path: string): Promise<Buffer | null>;
  /** Creates or replaces a file and resolves when its content is on the disk (its name may not be). */
  write(path: string, text: string): Promise<void>;
  /** Replaces `to` in one step. */
  rename(from: string, to: string): Promise<void>;
  /** Resolves when creations and renames in the directory are on the disk. */
  syncDirectory(path: string): Promise<void>;
  /** Opens a file for reading and writing at any place, and creates it when it is not there. */
  open(path: string): Promise<DiskFile>;
}

export interface DiskFile {
  size(): Promise<number>;
  /** At most `length` bytes from `position`; fewer at the end of the file. */
  read(position: number, length: number): Promise<Buffer>;
  write(position: number, bytes: Buffer): Promise<void>;
  truncate(length: number): Promise<void>;
  /** Resolves when what was written is on the disk. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** For the owner alone: the trail names people, and follows name channels. */
export const FILE_MODE = 0o600;
export const DIRECTORY_MODE = 0o700;

export function createDisk(): Disk {
  return {
    read: (path) => unlessAbsent(readFile(path)),
    async write(path, text) {
      await withFile(path, "w", async (file) => {
        await file.writeFile(text);
        await file.sync();
      });
    },
    rename,
    syncDirectory: (path) => withFile(path, "r", (directory) => directory.sync()),
    open: async (path) =>
      diskFile((await unlessAbsent(open(path, "r+"))) ?? (await open(path, "wx+", FILE_MODE))),
  };
}

function diskFile(file: FileHandle): DiskFile {
  return {
    size: async () => (await file.stat()).size,
    async read(position, length) {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
      return buffer.subarray(0, bytesRead);
    },
    async write(position, bytes) {
      for (let done = 0; done < bytes.length; ) {
        const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position + done);
        done += bytesWritten;
      }
    },
    truncate: (length) => file.truncate(length),
    sync: () => file.sync(),
    close: () => file.close(),
  };
}

async function withFile(
  path: string,
  flags: string,
  use: (file: FileHandle) => Promise<void>,
): Promise<void> {
  const file = await open(path, flags, FILE_MODE);
  try {
    await use(file);
  } finally {
    await file.close();
  }
}

/** Null where the promise fails because there is no such file. */
export async function unlessAbsent<T>(promise: Promise<T>): Promise<T | null> {
  try {
    return await promise;
  } catch (error) {
    if (errorCode(error) === "ENOENT") return null;
    throw error;
  }
}

const SystemError = z.object({ code: z.string() });

/** The system's name of a failure, such as `ENOSPC`; null for any other error. */
export function errorCode(error: unknown): string | null {
  const parsed = SystemError.safeParse(error);
  return parsed.success ? parsed.data.code : null;
}
