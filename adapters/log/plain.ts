import { isSecretName, MASK } from "./mask.ts";

/** What a log line can hold. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/** Beyond these a line says that there was more: a log is not a dump. */
const DEEPEST = 8;
const MOST_ITEMS = 100;
const LONGEST_TEXT = 8000;
/** A secret across the cut is masked before it is cut. */
const LONGEST_SECRET = 500;

/**
 * Copies any value into a plain one without secrets: fields with a secret's name are masked, and so is every text
 * through `mask`. Never throws, whatever getters and cycles the value has.
 */
export function createPlain(mask: (text: string) => string): (value: unknown) => Plain {
  const text = (value: string): string => {
    const masked = mask(value.slice(0, LONGEST_TEXT + LONGEST_SECRET));
    return value.length > LONGEST_TEXT
      ? `${masked.slice(0, LONGEST_TEXT)}… (${value.length} in all)`
      : masked;
  };

  const plain = (value: unknown, above: readonly object[]): Plain => {
    switch (typeof value) {
      case "string":
        return text(value);
      case "number":
        return Number.isFinite(value) ? value : String(value);
      case "boolean":
        return value;
      case "undefined":
        return null;
      case "bigint":
      case "symbol":
        return text(String(value));
      case "function":
        return "[function]";
      case "object":
        return value === null ? null : plainObject(value, above);
    }
  };

  const plainObject = (value: object, above: readonly object[]): Plain => {
    if (above.includes(value)) return "[circular]";
    if (above.length >= DEEPEST) return "[too deep]";
    const path = [...above, value];
    try {
      if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
      if (value instanceof URL) return text(value.href);
      if (value instanceof Date) return text(String(value.valueOf()));
      if (Array.isArray(value) || value instanceof Set) return plainList([...value], path);
      if (value instanceof Error) return plainRecord([...errorFacts(value), ...Object.entries(value)], path);
      if (value instanceof Map || value instanceof Headers || value instanceof URLSearchParams)
        return plainRecord(
          [...value].map(([key, item]) => [String(key), item]),
          path,
        );
      if ("toJSON" in value && typeof value.toJSON === "function") return plain(value.toJSON(), path);
      return plainRecord(Object.entries(value), path);
    } catch {
      return "[unreadable]";
    }
  };

  const plainList = (items: readonly unknown[], above: readonly object[]): Plain => [
    ...items.slice(0, MOST_ITEMS).map((item) => plain(item, above)),
    ...(items.length > MOST_ITEMS ? [`… (${items.length} in all)`] : []),
  ];

  const plainRecord = (entries: readonly (readonly [string, unknown])[], above: readonly object[]): Plain =>
    Object.fromEntries(
      entries
        .filter(([, item]) => item !== undefined)
        .slice(0, MOST_ITEMS)
        .map(([key, item]) => [
          text(key),
          isSecretName(key) && !isHarmless(item) ? MASK : plain(item, above),
        ]),
    );

  return (value) => plain(value, []);
}

/** `hasToken: true` tells nothing. */
const isHarmless = (value: unknown): boolean => value === null || typeof value === "boolean";

/** What `Object.entries` does not see of an error. */
function errorFacts(error: Error): readonly (readonly [string, unknown])[] {
  return [
    ["name", error.name],
    ["message", error.message],
    ["stack", error.stack],
    ["cause", error.cause],
    ["errors", error instanceof AggregateError ? error.errors : undefined],
  ];
}
