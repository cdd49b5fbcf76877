import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { sourcesOf } from "./sources.ts";

/** What takes the time or a random number from the machine, in place of what was passed in. */
const AMBIENT =
  /\bnew Date\(\)|\bDate\.now\(|\bperformance\.now\(|\bMath\.random\(|\brandom(UUID|Bytes|Int)\b|\bset(Timeout|Interval)\(/;

/** They start the program and wire the world in. */
const ROOT = /^src\/(main|register|compose)(\.ts$|\/)/;

describe("time and chance are passed into the core", () => {
  it("by every file of it", async () => {
    const files = (await sourcesOf("src")).filter((file) => !ROOT.test(file));
    expect(files.length).toBeGreaterThan(20);
    const guilty = await Promise.all(
      files.map(async (file) => {
        const lines = (await readFile(file, "utf8")).split("\n");
        return lines.flatMap((line, at) => (AMBIENT.test(line) ? [`${file}:${at + 1}: ${line.trim()}`] : []));
      }),
    );
    expect(guilty.flat()).toEqual([]);
  });

  it.each([
    "const t = Date.now();",
    "new Date()",
    "setTimeout(wake, 5)",
    "a + Math.random()",
    "randomUUID()",
  ])("and %s would be found", (line) => {
    expect(AMBIENT.test(line)).toBe(true);
  });

  it.each(["new Date(instant)", "clock.now()", "options.random()"])("and %s is none", (line) => {
    expect(AMBIENT.test(line)).toBe(false);
  });
});
