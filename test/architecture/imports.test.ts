import type { ICruiseResult } from "dependency-cruiser";
import { beforeAll, describe, expect, it } from "vitest";
import { cruiseProject, readModules, readRules, violations } from "./cruise.ts";
import { sourcesOf } from "./sources.ts";

let result: ICruiseResult;
beforeAll(async () => {
  result = await cruiseProject(await readRules(), process.cwd());
});

describe("the import rules", () => {
  it("read every file there is", async () => {
    const onDisk = await sourcesOf("src", "adapters", "sandbox");
    expect(onDisk.length).toBeGreaterThan(20);
    expect(readModules(result)).toEqual(onDisk);
  });

  it("read the imports in them, those of types too", () => {
    const lock = result.modules.find(({ source }) => source === "adapters/lowdb/state-file.ts");
    const targets = lock?.dependencies.map(({ resolved }) => resolved) ?? [];
    expect(targets).toContain("src/errors.ts");
    expect(targets).toContain("adapters/lowdb/disk.ts");
    expect(targets.some((target) => target.includes("node_modules/lowdb/"))).toBe(true);
  });

  it("hold", () => {
    expect(violations(result)).toEqual([]);
  });
});
