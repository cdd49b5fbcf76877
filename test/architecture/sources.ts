import { readdir } from "node:fs/promises";
import { join } from "node:path";

/** Every TypeScript file below the folders, as paths from the root with slashes. */
export async function sourcesOf(...folders: readonly string[]): Promise<readonly string[]> {
  const found = await Promise.all(
    folders.map(async (folder) => {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      return entries
        .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
        .map((entry) => join(entry.parentPath, entry.name).replaceAll("\\", "/"));
    }),
  );
  return found.flat().toSorted();
}
