import { isObject, type JsonObject } from "../../../sandbox/json.ts";

/** Paths of keys in `value` that the sample does not know. A scalar in the sample ends the comparison. */
export function inventedKeys(value: unknown, sample: unknown, allowed: readonly string[], at = ""): string[] {
  if (Array.isArray(value)) {
    const merged = Array.isArray(sample) ? merge(sample) : sample;
    return value.flatMap((one: unknown) => inventedKeys(one, merged, allowed, `${at}[]`));
  }
  if (!isObject(value) || !isObject(sample)) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const path = at === "" ? key : `${at}.${key}`;
    if (allowed.includes(path)) return [];
    return key in sample ? inventedKeys(inner, sample[key], allowed, path) : [path];
  });
}

const merge = (all: readonly unknown[]): JsonObject => Object.assign({}, ...all.filter(isObject));
