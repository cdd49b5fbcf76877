import { readdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { linksOf, readPage } from "./page.ts";

const decisions = (await readdir("docs/decisions")).map((name) => join("docs/decisions", name));
const PAGES = ["README.md", "CONTRIBUTING.md", "docs/architecture.md", ...decisions];

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** Paths from the root in backticks, as far as they name a file or a folder of the project; NAME stands for any. */
const pathsIn = (page: string): readonly string[] =>
  [...page.matchAll(/`((?:src|adapters|sandbox|test|bench|docs|\.ci)\/[\w./-]*)`/g)].flatMap(([, path]) =>
    path === undefined || path.includes("/NAME") ? [] : [path],
  );

describe.each(PAGES)("%s", (page) => {
  it("links to what is there", async () => {
    const own = linksOf(await readPage(page)).filter((link) => !/^[a-z]+:|^#/.test(link));
    for (const link of own)
      expect([link, await isThere(join(dirname(page), link.replace(/#.*$/, "")))]).toEqual([link, true]);
  });

  it("names files that are there", async () => {
    for (const path of pathsIn(await readPage(page)))
      expect([path, await isThere(path)]).toEqual([path, true]);
  });
});

it("decisions are numbered without a gap, and each says goal, choice, alternatives and consequences", async () => {
  expect(decisions.length).toBeGreaterThan(10);
  for (const [at, page] of decisions.toSorted().entries()) {
    expect(page).toMatch(new RegExp(`/${String(at + 1).padStart(4, "0")}-[a-z0-9-]+\\.md$`));
    const headings = [...(await readPage(page)).matchAll(/^\*\*(\w+)\.\*\*/gm)].map(([, heading]) => heading);
    expect([page, headings]).toEqual([page, ["Goal", "Choice", "Alternatives", "Consequences"]]);
  }
});
