import type { DiskFile } from "./disk.ts";

export interface Line {
  /** Without its end. */
  readonly text: string;
  /** Where it starts, in bytes. */
  readonly offset: number;
  /** In bytes, its end included. */
  readonly length: number;
  /** False for the last one when the file does not end with a line's end. */
  readonly whole: boolean;
}

const CHUNK = 1024 * 1024;
const END = 0x0a;

/** The lines of a file, read in pieces: a trail of years does not have to fit into memory. */
export async function* readLines(file: DiskFile): AsyncGenerator<Line> {
  let rest = Buffer.alloc(0);
  let offset = 0;
  for (;;) {
    const chunk = await file.read(offset + rest.length, CHUNK);
    if (chunk.length === 0) break;
    rest = Buffer.concat([rest, chunk]);
    let start = 0;
    for (let end = rest.indexOf(END); end >= 0; end = rest.indexOf(END, start)) {
      yield { text: rest.toString("utf8", start, end), offset, length: end + 1 - start, whole: true };
      offset += end + 1 - start;
      start = end + 1;
    }
    rest = rest.subarray(start);
  }
  if (rest.length > 0) yield { text: rest.toString("utf8"), offset, length: rest.length, whole: false };
}
