import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { FatalError } from "../../src/errors.ts";
import type { Log, Store } from "../../src/ports.ts";
import { openAuditLog } from "./audit-log.ts";
import { confirmationKey, createConfirmations } from "./confirmations.ts";
import { createDisk, DIRECTORY_MODE, type Disk, errorCode } from "./disk.ts";
import { createFollows, followKey } from "./follows.ts";
import { type Lock, type LockOptions, takeLock } from "./lock.ts";
import { confirmationRecord, followRecord, reminderRecord } from "./records.ts";
import { createReminders, reminderKey } from "./reminders.ts";
import { openStateFile } from "./state-file.ts";

export interface LowdbOptions extends Pick<LockOptions, "beatMs" | "watchMs"> {
  /** Made when it is not there. */
  readonly directory: string;
  readonly log: Log;
  readonly disk?: Disk;
}

/**
 * Opens the store in a directory that is this process's alone until `close`. Rejects with a {@link FatalError}
 * when the directory is in use or cannot be written to, and when a file in it is damaged or from a newer version.
 */
export async function openLowdbStore({ disk = createDisk(), ...options }: LowdbOptions): Promise<Store> {
  const { directory } = options;
  const lock = await writable(directory, async () => {
    await mkdir(directory, { recursive: true, mode: DIRECTORY_MODE });
    return takeLock(options);
  });
  try {
    return await writable(directory, () => openFiles(guarded(disk, lock), options, lock));
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function openFiles(disk: Disk, { directory, log }: LowdbOptions, lock: Lock): Promise<Store> {
  const path = (name: string): string => join(directory, name);
  const confirmations = await openStateFile({
    disk,
    path: path("confirmations.json"),
    row: confirmationRecord,
    keyOf: confirmationKey,
  });
  const reminders = await openStateFile({
    disk,
    path: path("reminders.json"),
    row: reminderRecord,
    keyOf: reminderKey,
  });
  const follows = await openStateFile({
    disk,
    path: path("follows.json"),
    row: followRecord,
    keyOf: followKey,
  });
  const audit = await openAuditLog({ disk, path: path("audit.jsonl"), log });
  const closeAll = async (): Promise<void> => {
    await Promise.all([confirmations.close(), reminders.close(), follows.close(), audit.close()]);
    await lock.release();
  };
  let closing: Promise<void> | null = null;
  return {
    confirmations: createConfirmations(confirmations),
    reminders: createReminders(reminders),
    follows: createFollows(follows),
    audit,
    close: () => {
      closing ??= closeAll();
      return closing;
    },
  };
}

/** Refuses to write once the directory may be another process's. */
function guarded(disk: Disk, lock: Lock): Disk {
  const check = (): void => {
    const reason = lock.lost();
    if (reason !== null) throw new FatalError(reason);
  };
  return {
    ...disk,
    async write(path, text) {
      check();
      await disk.write(path, text);
    },
    async open(path) {
      const file = await disk.open(path);
      return {
        ...file,
        async write(position, bytes) {
          check();
          await file.write(position, bytes);
        },
      };
    },
  };
}

/** Turns the system's refusal of the directory into one clear line. */
async function writable<T>(directory: string, use: () => Promise<T>): Promise<T> {
  try {
    return await use();
  } catch (error) {
    const code = errorCode(error);
    if (code === null) throw error;
    throw new FatalError(`the data directory ${directory} cannot be used (${code}): it must be writable`, {
      cause: error,
    });
  }
}
