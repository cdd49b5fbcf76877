import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.env.LASTCALL_CONFORMANCE_DIR ?? "";

/** Whether the platforms' own documents and samples are on this machine. */
export const conformanceFound = folder !== "" && existsSync(folder);

export const NOT_FOUND = "skipped: conformance data not found, set LASTCALL_CONFORMANCE_DIR";

/** The title of a suite or test, with the reason when it is going to be skipped. */
export const ifFound = (title: string): string => (conformanceFound ? title : `${title} (${NOT_FOUND})`);

/** The JSON in a file of the folder, as `slack/envelopes.json`. Throws when the folder is there and the file is not. */
export const readConformance = (file: string): unknown =>
  JSON.parse(readFileSync(join(folder, file), "utf8"));
