import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isJsonObject, type JsonObject } from "../../../sandbox/slack/json.ts";

const folder = process.env.LASTCALL_CONFORMANCE_DIR;

/** Undefined when Slack's samples are not on this machine; a test that needs them is skipped with `SKIPPED`. */
export const samples: string | undefined =
  folder !== undefined && existsSync(folder) ? join(folder, "slack") : undefined;

export const SKIPPED = "skipped: conformance data not found, set LASTCALL_CONFORMANCE_DIR";

/** Throws when the folder is there and the file is not. */
export const readSample = (name: string): unknown =>
  JSON.parse(readFileSync(join(samples ?? "", name), "utf8"));

/** Paths of keys in `value` that the sample does not know. A scalar in the sample ends the comparison. */
export function inventedKeys(value: unknown, sample: unknown, allowed: readonly string[], at = ""): string[] {
  if (Array.isArray(value)) {
    const merged = Array.isArray(sample) ? merge(sample) : sample;
    return value.flatMap((one: unknown) => inventedKeys(one, merged, allowed, `${at}[]`));
  }
  if (!isJsonObject(value) || !isJsonObject(sample)) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const path = at === "" ? key : `${at}.${key}`;
    if (allowed.includes(path)) return [];
    return key in sample ? inventedKeys(inner, sample[key], allowed, path) : [path];
  });
}

const merge = (all: readonly unknown[]): JsonObject => Object.assign({}, ...all.filter(isJsonObject));
