import type { JSX } from "preact";
import { asList, asObjects, asText, isObject, type JsonObject } from "../../../../json.ts";
import { isolated } from "../isolated.tsx";
import { RichText } from "../rich-text.tsx";
import { UnknownPiece } from "../unknown.tsx";

export type Row = readonly JsonObject[];

export const rowsOf = ({ rows }: JsonObject): readonly Row[] => asList(rows).map(asObjects);

export function Cell({ cell }: { readonly cell: JsonObject }): JSX.Element {
  switch (cell.type) {
    case "raw_text":
      return <>{isolated(asText(cell.text))}</>;
    case "raw_number":
      return <>{isolated(asText(cell.text) || String(cell.value))}</>;
    case "rich_text":
      return <RichText value={cell} />;
    default:
      return <UnknownPiece value={cell} />;
  }
}

/** A column of numbers is set on the right. */
export const isNumeric = (rows: readonly Row[], column: number): boolean =>
  rows.length > 0 && rows.every((row) => row[column]?.type === "raw_number");

/** The rows in the order that a click on a column's header asks for. */
export function sorted(
  rows: readonly Row[],
  column: number,
  way: "ascending" | "descending",
): readonly Row[] {
  const turn = way === "ascending" ? 1 : -1;
  return [...rows].sort((one, other) => turn * compared(one[column] ?? {}, other[column] ?? {}));
}

/** Numbers by value and dates by time. Of rich text Slack documents no order: by its words. */
function compared(one: JsonObject, other: JsonObject): number {
  const [left, right] = [measure(one), measure(other)];
  if (left !== null && right !== null) return left - right;
  return wordsOf(one).localeCompare(wordsOf(other), undefined, { numeric: true, sensitivity: "base" });
}

function measure(cell: JsonObject): number | null {
  if (typeof cell.value === "number") return cell.value;
  return typeof cell.timestamp === "number" ? cell.timestamp : firstOf(asObjects(cell.elements), measure);
}

function firstOf<T>(parts: Row, find: (part: JsonObject) => T | null): T | null {
  for (const part of parts) {
    const found = find(part);
    if (found !== null) return found;
  }
  return null;
}

const wordsOf = (cell: JsonObject): string =>
  asText(cell.text) || (isObject(cell) ? asObjects(cell.elements).map(wordsOf).join("") : "");
