import type { AuditEntry, RecordedEntry } from "../../src/domain/audit.ts";
import type { AuditIndex } from "./audit-index.ts";
import { createBatches, type Job } from "./batches.ts";
import { chainLine } from "./chain.ts";
import type { DiskFile } from "./disk.ts";

/** Where the next entry goes, and the hash that it is chained to. */
export interface AuditEnd {
  readonly hash: string;
  /** In bytes. */
  readonly length: number;
}

export interface Appender {
  /** Resolves when the entry is on the disk. */
  append(entry: AuditEntry): Promise<RecordedEntry>;
  end(): AuditEnd;
  close(): Promise<void>;
}

interface Append extends Job {
  readonly entry: AuditEntry;
  /** Given when the entry is chained, since a failed batch gives its numbers back. */
  number: number;
}

export interface AppenderOptions {
  readonly file: DiskFile;
  readonly path: string;
  readonly index: AuditIndex;
  readonly end: AuditEnd;
}

export function createAppender({ file, path, index, end: first }: AppenderOptions): Appender {
  let end = first;
  /** After a failed write, what stands behind the end is not known. */
  let clean = true;

  const batches = createBatches<Append>(async (appends) => {
    if (!clean) await file.truncate(end.length);
    clean = false;
    const chained = chainAll(appends, index.size(), end);
    await file.write(end.length, Buffer.from(chained.map(({ line }) => line).join("")));
    await file.sync();
    clean = true;
    for (const { entry, line, hash } of chained) {
      index.add(entry, end.length);
      end = { hash, length: end.length + Buffer.byteLength(line) };
    }
  });

  return {
    append: (entry) =>
      new Promise((resolve, reject) => {
        const job: Append = {
          entry,
          number: 0,
          kept: () => resolve({ ...entry, number: job.number }),
          failed: (cause) => reject(new Error(`${path} could not be written`, { cause })),
        };
        batches.add(job);
      }),
    end: () => end,
    close: () => batches.close(),
  };
}

interface Chained {
  readonly entry: AuditEntry;
  readonly line: string;
  readonly hash: string;
}

function chainAll(appends: readonly Append[], count: number, end: AuditEnd): readonly Chained[] {
  let { hash } = end;
  return appends.map((append, at) => {
    append.number = count + 1 + at;
    const next = chainLine(hash, { ...append.entry, number: append.number });
    hash = next.hash;
    return { ...next, entry: append.entry };
  });
}
