import { createHash } from "node:crypto";
import { z } from "zod";
import type { RecordedEntry } from "../../src/domain/audit.ts";
import type { DiskFile } from "./disk.ts";
import { type Line, readLines } from "./lines.ts";
import { auditRecord } from "./records.ts";
import { STATE_VERSION } from "./state-file.ts";

/**
 * The trail's file: a header line, then one line an entry with a SHA-256 over the hash before it and the entry's
 * own text, the header's hash being the first. Changing, dropping, swapping or inserting a line anywhere but at
 * the end breaks the chain. Whoever can write the file can also compute a new chain: to prove more, keep a copy
 * of a hash elsewhere.
 */
export const HEADER = `{"version":${STATE_VERSION},"kind":"lastcall-audit"}\n`;

export const FIRST_HASH = hashOf("", HEADER);

function hashOf(previous: string, text: string): string {
  return createHash("sha256").update(previous).update(text).digest("hex");
}

/** The line of an entry, its end included, and the hash for the one after it. */
export function chainLine(
  previous: string,
  entry: RecordedEntry,
): { readonly line: string; readonly hash: string } {
  const text = JSON.stringify(auditRecord.parse(entry));
  const hash = hashOf(previous, text);
  return { line: `{"hash":"${hash}","entry":${text}}\n`, hash };
}

/** Fixed to the byte, so that the hash covers the text as it stands and not as it would be written again. */
const LINE = /^\{"hash":"([0-9a-f]{64})","entry":(\{.*\})\}$/s;

/** The entry of a line without its end; null for what {@link chainLine} did not write. */
export function readLine(
  line: string,
): { readonly hash: string; readonly text: string; readonly entry: RecordedEntry } | null {
  const [, hash, text] = LINE.exec(line) ?? [];
  if (hash === undefined || text === undefined) return null;
  try {
    const entry = auditRecord.safeParse(JSON.parse(text));
    return entry.success ? { hash, text, entry: entry.data } : null;
  } catch {
    return null;
  }
}

export type ChainVerdict =
  | {
      readonly kind: "whole";
      readonly entries: number;
      /** Hash of the last entry. */
      readonly head: string;
      /** Bytes up to the end of the last whole line; what follows, `torn` bytes, was cut off by a crash. */
      readonly length: number;
      readonly torn: number;
    }
  | { readonly kind: "newer"; readonly version: number }
  /** `line` counts from 1, the header included. */
  | { readonly kind: "damaged"; readonly line: number; readonly why: string };

/** Reads the trail whole. `seen` is called with each entry and where its line starts, as far as the chain holds. */
export async function verifyChain(
  file: DiskFile,
  seen: (entry: RecordedEntry, offset: number) => void = () => {},
): Promise<ChainVerdict> {
  let head = "";
  let count = 0;
  let length = 0;
  let torn = 0;
  for await (const line of readLines(file)) {
    if (!line.whole) {
      if (count === 0 && !HEADER.startsWith(line.text)) return { kind: "damaged", line: 1, why: "no header" };
      torn = line.length;
      continue;
    }
    if (count === 0) {
      const refusal = judgeHeader(line);
      if (refusal) return refusal;
      head = FIRST_HASH;
    } else {
      const read = readLine(line.text);
      if (!read) return { kind: "damaged", line: count + 1, why: "it is not an entry" };
      if (read.hash !== hashOf(head, read.text) || read.entry.number !== count)
        return { kind: "damaged", line: count + 1, why: "the chain of hashes is broken" };
      head = read.hash;
      seen(read.entry, line.offset);
    }
    count++;
    length = line.offset + line.length;
  }
  return { kind: "whole", entries: Math.max(count - 1, 0), head, length, torn };
}

const AnyHeader = z.object({ version: z.number() });

function judgeHeader(line: Line): ChainVerdict | null {
  if (`${line.text}\n` === HEADER) return null;
  const version = versionOf(line.text);
  if (version !== null && version > STATE_VERSION) return { kind: "newer", version };
  return { kind: "damaged", line: 1, why: "no header" };
}

function versionOf(text: string): number | null {
  try {
    return AnyHeader.safeParse(JSON.parse(text)).data?.version ?? null;
  } catch {
    return null;
  }
}
