import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { asObject, type JsonObject } from "../../../sandbox/discord/json.ts";

const folder = process.env.LASTCALL_CONFORMANCE_DIR ?? "";

export const conformanceFound = folder !== "" && existsSync(folder);

const NOT_FOUND = "skipped: conformance data not found, set LASTCALL_CONFORMANCE_DIR";

/** The title of a suite, with the reason when it is going to be skipped. */
export const ifFound = (title: string): string => (conformanceFound ? title : `${title} (${NOT_FOUND})`);

/** Throws when the folder is there and the file is not. */
export const readConformance = (file: string): JsonObject =>
  asObject(JSON.parse(readFileSync(join(folder, "discord", file), "utf8")));
