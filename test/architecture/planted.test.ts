import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import type { ICruiseOptions, ICruiseResult } from "dependency-cruiser";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cruiseProject, readRules, violations } from "./cruise.ts";
import { INNOCENT, PLANTED, type Planted } from "./planted.ts";

let root: string;
let rules: ICruiseOptions;
let result: ICruiseResult;

const planted = Object.entries(PLANTED).flatMap(([rule, files]) => files.map((file) => ({ rule, ...file })));

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "lastcall-planted-"));
  await symlink(resolve("node_modules"), join(root, "node_modules"));
  await copyFile("package.json", join(root, "package.json"));
  for (const one of [...planted, ...INNOCENT]) await plant(one);
  rules = await readRules();
  result = await cruiseProject(rules, root);
});
afterAll(() => rm(root, { recursive: true, force: true }));

describe("each import rule is awake", () => {
  it("has a violation planted for every rule", () => {
    const names = rules.ruleSet?.forbidden?.map(({ name }) => name) ?? [];
    expect(names.length).toBeGreaterThan(10);
    expect(Object.keys(PLANTED).toSorted()).toEqual(names.toSorted());
  });

  it.each(planted)("$rule finds $file importing $imports", ({ rule, file, finds }) => {
    const found = violations(result).filter((line) => line.startsWith(`${rule}: ${file} -> `));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(finds);
  });

  it.each(INNOCENT)("lets $file import $imports", ({ file, finds }) => {
    const read = result.modules.find(({ source }) => source === file);
    expect(read?.dependencies.map(({ resolved }) => resolved).join(" ")).toContain(finds);
    expect(violations(result).filter((line) => line.includes(`: ${file} -> `))).toEqual([]);
  });
});

/** Writes the file, and an empty one where its import leads, unless that is planted itself or must not be found. */
async function plant({ file, imports, finds, how }: Planted): Promise<void> {
  const name = JSON.stringify(imports);
  const statement = {
    type: `import type * as it from ${name};\nexport type { it };`,
    dynamic: `await import(${name});`,
  } as const;
  await write(file, how === undefined ? `import * as it from ${name};\nexport { it };\n` : statement[how]);
  const target = /^(src|adapters|sandbox|test|bench)\//.test(finds) ? finds : null;
  if (target !== null && ![...planted, ...INNOCENT].some((one) => one.file === target))
    await write(target, "export {};\n");
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}
