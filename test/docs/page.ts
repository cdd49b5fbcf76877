import { readFile } from "node:fs/promises";

/** A page of the project's own, by its path from the root. */
export const readPage = (path: string): Promise<string> => readFile(path, "utf8");

/** The cells of the table under a heading, row by row, without its head. */
export function tableUnder(page: string, heading: string): readonly (readonly string[])[] {
  const section = page.split(/^## /m).find((one) => one.startsWith(`${heading}\n`)) ?? "";
  return section
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .slice(2)
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

/** What stands in backticks, when nothing else does. */
export const codeOf = (cell: string | undefined): string => /^`([^`]+)`$/.exec(cell ?? "")?.[1] ?? "";

/** The block of JSON after a marker `<!-- name -->`. */
export function jsonAfter(page: string, marker: string): unknown {
  const [, after = ""] = page.split(`<!-- ${marker} -->\n`);
  return JSON.parse(/^```json\n([\s\S]*?)\n```/.exec(after)?.[1] ?? "");
}

/** Targets of the links in a page: everything in `](…)`, and pictures. */
export const linksOf = (page: string): readonly string[] =>
  [...page.matchAll(/\]\(([^)\s]+)\)|\bsrc(?:set)?="([^"\s]+)"/g)].flatMap(([, target = "", picture = ""]) =>
    [target, picture].filter((one) => one !== ""),
  );
