import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { sourcesOf } from "./sources.ts";

const LONGEST = 400;

it("no file is longer than 400 lines", async () => {
  const files = await sourcesOf("src", "adapters", "sandbox", "test");
  expect(files.length).toBeGreaterThan(50);
  const lengths = await Promise.all(
    files.map(async (file) => ({ file, lines: (await readFile(file, "utf8")).split("\n").length - 1 })),
  );
  expect(lengths.filter(({ lines }) => lines > LONGEST)).toEqual([]);
});
