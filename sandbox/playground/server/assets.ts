import type { Buffer } from "node:buffer";
import { readdir, readFile } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";
import { type HttpReply, reply } from "../../http.ts";

/** The built page, in memory. */
export interface Assets {
  /** Undefined for a path that there is no file for. */
  get(path: string): HttpReply | undefined;
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
};

/** Vite writes a hash into the names below this folder: what has such a name never changes. */
const HASHED = "/assets/";

/** Rejects when the folder cannot be read. A folder without a page is one that has not been built. */
export async function readAssets(folder: string): Promise<Assets> {
  const files = await filesBelow(folder);
  const found = new Map(
    await Promise.all(files.map(async (file) => [pathOf(folder, file), await readFile(file)] as const)),
  );
  return {
    get(path) {
      const wanted = path === "/" ? "/index.html" : path;
      const bytes = found.get(wanted);
      if (bytes) return assetReply(wanted, bytes);
      return wanted === "/index.html" ? NOT_BUILT : undefined;
    },
  };
}

const NOT_BUILT = reply(503, "The page has not been built: run npm run build.\n", {
  "content-type": "text/plain; charset=utf-8",
});

function assetReply(path: string, bytes: Buffer): HttpReply {
  return reply(200, bytes, {
    "content-type": TYPES[extname(path)] ?? "application/octet-stream",
    "cache-control": path.startsWith(HASHED) ? "max-age=31536000, immutable" : "no-cache",
  });
}

const pathOf = (folder: string, file: string): string => `/${relative(folder, file).split(sep).join("/")}`;

async function filesBelow(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && extname(entry.name) in TYPES)
      .map(({ parentPath, name }) => join(parentPath, name));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}
