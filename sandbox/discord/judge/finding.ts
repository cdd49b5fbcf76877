import type { JsonObject } from "../../json.ts";

/** One thing that Discord would refuse. */
export interface Finding {
  /** Where in the body, as in `components.0.components.1.label`; empty for the body as a whole. */
  readonly path: string;
  /** The code that stands in Discord's nested `errors` object, or a name of ours where Discord's is not published. */
  readonly rule: string;
  readonly message: string;
  /** The page or schema that says so. */
  readonly source: string;
}

/** Names the page once; every finding made with it carries it. */
export type Note = (path: string, rule: string, message: string) => void;

export const noteInto =
  (findings: Finding[], source: string): Note =>
  (path, rule, message) => {
    findings.push({ path, rule, message, source });
  };

export const join = (path: string, key: string | number): string =>
  path === "" ? `${key}` : `${path}.${key}`;

/** Characters as Discord counts them: code points. */
export const length = (text: string): number => [...text].length;

export interface TextRange {
  readonly min?: number;
  readonly max: number;
}

export function checkText(note: Note, from: JsonObject, path: string, key: string, range: TextRange): void {
  const text = from[key];
  if (typeof text !== "string") return;
  const { min = 0, max } = range;
  const size = length(text);
  if (size >= min && size <= max) return;
  const [rule, message] =
    min > 0
      ? ["BASE_TYPE_BAD_LENGTH", `Must be between ${min} and ${max} in length.`]
      : ["BASE_TYPE_MAX_LENGTH", `Must be ${max} or fewer in length.`];
  note(join(path, key), rule, message);
}

export function checkCount(note: Note, from: JsonObject, path: string, key: string, range: TextRange): void {
  const items = from[key];
  if (!Array.isArray(items)) return;
  const { min = 0, max } = range;
  if (items.length >= min && items.length <= max) return;
  note(join(path, key), "BASE_TYPE_BAD_LENGTH", `Must be between ${min} and ${max} in length.`);
}

export function checkPresent(note: Note, from: JsonObject, path: string, key: string): void {
  const value = from[key];
  if (value === undefined || value === null || value === "")
    note(join(path, key), "BASE_TYPE_REQUIRED", "This field is required");
}

/** Notes every value that stood earlier in the list too. */
export function checkUnique(
  values: readonly { readonly value: unknown; readonly path: string }[],
  note: (path: string, value: unknown) => void,
): void {
  const seen = new Set<unknown>();
  for (const { value, path } of values) {
    if (seen.has(value)) note(path, value);
    seen.add(value);
  }
}
