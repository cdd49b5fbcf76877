import { dirname } from "node:path";
import type { RecordedEntry } from "../../src/domain/audit.ts";
import type { Audit, Log } from "../../src/ports.ts";
import { type AuditEnd, createAppender } from "./audit-appender.ts";
import { type AuditIndex, createAuditIndex } from "./audit-index.ts";
import { FIRST_HASH, HEADER, readLine, verifyChain } from "./chain.ts";
import type { Disk, DiskFile } from "./disk.ts";
import { damaged, newerVersion } from "./state-file.ts";

export interface AuditLog extends Audit {
  close(): Promise<void>;
}

export interface AuditLogOptions {
  readonly disk: Disk;
  readonly path: string;
  readonly log: Log;
}

/**
 * Opens the trail, which is only ever appended to: an entry costs its own length. Rejects with a FatalError when
 * the chain is broken; a last line that a crash cut off is set aside in `<path>.torn`, and said in the log.
 */
export async function openAuditLog(options: AuditLogOptions): Promise<AuditLog> {
  const file = await options.disk.open(options.path);
  try {
    const index = createAuditIndex();
    const end = await readTrail(file, index, options);
    const appender = createAppender({ file, path: options.path, index, end });
    return {
      append: (entry) => appender.append(entry),
      async page(filter, page, size) {
        const { numbers, total } = index.page(filter, page, size);
        const read = (number: number): Promise<RecordedEntry> =>
          readEntry(file, index, number, appender.end().length, options.path);
        return { entries: await Promise.all(numbers.map(read)), total };
      },
      async close() {
        await appender.close();
        await file.close();
      },
    };
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function readTrail(file: DiskFile, index: AuditIndex, options: AuditLogOptions): Promise<AuditEnd> {
  const { disk, path } = options;
  const verdict = await verifyChain(file, index.add);
  switch (verdict.kind) {
    case "newer":
      throw newerVersion(path, verdict.version);
    case "damaged":
      throw damaged(path, `line ${verdict.line}: ${verdict.why}`);
    case "whole": {
      if (verdict.torn > 0) await setAside(file, verdict, options);
      if (verdict.length > 0) return { hash: verdict.head, length: verdict.length };
      const header = Buffer.from(HEADER);
      await file.write(0, header);
      await file.sync();
      await disk.syncDirectory(dirname(path));
      return { hash: FIRST_HASH, length: header.length };
    }
  }
}

/** Nobody was told that the torn entry is kept: its promise never resolved. It is not thrown away all the same. */
async function setAside(
  file: DiskFile,
  { length, torn }: { readonly length: number; readonly torn: number },
  { disk, path, log }: AuditLogOptions,
): Promise<void> {
  const aside = `${path}.torn`;
  const others = (await disk.read(aside))?.toString("utf8") ?? "";
  const piece = (await file.read(length, torn)).toString("utf8");
  await disk.write(aside, `${others}${piece}\n`);
  await disk.syncDirectory(dirname(path));
  await file.truncate(length);
  await file.sync();
  log.warn("audit.torn-line-set-aside", { path: aside, bytes: torn });
}

async function readEntry(
  file: DiskFile,
  index: AuditIndex,
  number: number,
  end: number,
  path: string,
): Promise<RecordedEntry> {
  const start = index.offsetOf(number) ?? end;
  const bytes = await file.read(start, (index.offsetOf(number + 1) ?? end) - start);
  const read = readLine(bytes.toString("utf8").slice(0, -1));
  if (read?.entry.number !== number) throw damaged(path, `entry ${number} cannot be read back`);
  return read.entry;
}
