import { dirname } from "node:path";
import { type Adapter, Low } from "lowdb";
import { z } from "zod";
import { FatalError } from "../../src/errors.ts";
import type { Disk } from "./disk.ts";
import { createTable, type Table } from "./table.ts";

/** Grows by one whenever a file's shape changes in a way that an older program would misread. */
export const STATE_VERSION = 1;

interface StateFile<Row> {
  readonly version: typeof STATE_VERSION;
  readonly rows: readonly Row[];
}

export interface StateFileOptions<Row> {
  readonly disk: Disk;
  readonly path: string;
  readonly row: z.ZodType<Row>;
  readonly keyOf: (row: Row) => string;
}

/**
 * Opens a table that is kept as one JSON file. A write costs the length of the table, not of its history: what
 * ended is pruned. Rejects with a {@link FatalError} for a file that is damaged or from a newer version.
 */
export async function openStateFile<Row>(options: StateFileOptions<Row>): Promise<Table<Row>> {
  const empty: StateFile<Row> = { version: STATE_VERSION, rows: [] };
  // Low holds what is on its way to the disk; the table holds what has arrived there.
  const low = new Low<StateFile<Row>>(createFileAdapter(options), empty);
  await low.read();
  return createTable({
    keyOf: options.keyOf,
    rows: low.data.rows,
    check: (row) => void options.row.parse(row),
    async keep(rows) {
      low.data = { version: STATE_VERSION, rows };
      await low.write();
    },
  });
}

/**
 * lowdb's own JSONFile neither syncs nor checks what it reads. A crash leaves the old file or the new one: the
 * new one is complete under another name before it takes the old one's place.
 */
function createFileAdapter<Row>({ disk, path, row }: StateFileOptions<Row>): Adapter<StateFile<Row>> {
  return {
    async read() {
      const bytes = await disk.read(path);
      return bytes && parseState(bytes, path, row);
    },
    async write(state) {
      const fresh = `${path}.tmp`;
      try {
        await disk.write(fresh, `${JSON.stringify(state)}\n`);
        await disk.rename(fresh, path);
        // When this alone fails, the disk may hold what the caller is told was not kept: the next write settles it.
        await disk.syncDirectory(dirname(path));
      } catch (cause) {
        throw new Error(`${path} could not be written`, { cause });
      }
    },
  };
}

function parseState<Row>(bytes: Buffer, path: string, row: z.ZodType<Row>): StateFile<Row> {
  const value = parseJson(bytes, path);
  const { data: head } = z.object({ version: z.number() }).safeParse(value);
  if (head && head.version > STATE_VERSION) throw newerVersion(path, head.version);
  const file = z.strictObject({ version: z.literal(STATE_VERSION), rows: z.array(row) }).safeParse(value);
  if (file.success) return file.data;
  const place = file.error.issues[0]?.path.join(".") || "the top";
  throw damaged(path, `unexpected content at ${place}`, file.error);
}

function parseJson(bytes: Buffer, path: string): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    throw damaged(path, "it is not JSON", cause);
  }
}

export function damaged(path: string, why: string, cause?: unknown): FatalError {
  return new FatalError(
    `${path} is damaged (${why}): nothing was changed; put a backup in its place, or move it away`,
    {
      cause,
    },
  );
}

export function newerVersion(path: string, version: number): FatalError {
  return new FatalError(
    `${path} is of version ${version}, and this program knows ${STATE_VERSION}: nothing was changed; use the newer program`,
  );
}
