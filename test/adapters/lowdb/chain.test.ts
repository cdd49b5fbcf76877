import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type ChainVerdict, verifyChain } from "../../../adapters/lowdb/chain.ts";
import { createDisk } from "../../../adapters/lowdb/disk.ts";
import { FatalError } from "../../../src/errors.ts";
import { NOON, sampleEntry } from "../../contracts/store-samples.ts";
import { createRig, type Rig } from "./rig.ts";

let rig: Rig;
let lines: readonly string[];
beforeEach(async () => {
  rig = await createRig();
  const store = await rig.open();
  for (let at = 0; at < 4; at++) await store.audit.append(sampleEntry({ at: NOON + at }));
  await store.close();
  lines = (await rig.text("audit.jsonl")).split("\n").slice(0, -1);
});
afterEach(() => rig.end());

const put = (changed: readonly string[]): Promise<void> =>
  rig.put("audit.jsonl", changed.map((line) => `${line}\n`).join(""));

async function verify(): Promise<ChainVerdict> {
  const file = await createDisk().open(rig.path("audit.jsonl"));
  try {
    return await verifyChain(file);
  } finally {
    await file.close();
  }
}

describe("the chain of hashes", () => {
  it("holds for what was written", async () => {
    const { length } = await rig.text("audit.jsonl");
    const head = lines[4]?.slice('{"hash":"'.length).slice(0, 64);
    expect(await verify()).toEqual({ kind: "whole", entries: 4, head, length, torn: 0 });
  });

  it.each<[string, number, (lines: readonly string[]) => readonly string[]]>([
    ["a changed word", 3, (all) => all.with(2, all[2]?.replace("example.com", "example.net") ?? "")],
    ["a changed instant", 2, (all) => all.with(1, all[1]?.replace(`${NOON}`, `${NOON + 1}`) ?? "")],
    ["an added space", 3, (all) => all.with(2, all[2]?.replace('"at":', '"at": ') ?? "")],
    ["a changed hash", 2, (all) => all.with(1, all[1]?.replace(/[0-9a-f]{64}/, "0".repeat(64)) ?? "")],
    ["a line that is gone", 3, (all) => all.toSpliced(2, 1)],
    ["a first entry that is gone", 2, (all) => all.toSpliced(1, 1)],
    ["two lines swapped", 3, (all) => all.with(2, all[3] ?? "").with(3, all[2] ?? "")],
    ["a line twice", 4, (all) => all.toSpliced(3, 0, all[2] ?? "")],
    ["an empty line", 3, (all) => all.toSpliced(2, 0, "")],
    ["half a line with an end", 5, (all) => all.with(4, all[4]?.slice(0, 100) ?? "")],
    ["no header", 1, (all) => all.slice(1)],
    ["another header", 1, (all) => all.with(0, '{"version":1,"kind":"other"}')],
  ])("shows %s, and the store refuses the file and leaves it alone", async (_, line, change) => {
    await put(change(lines));
    const before = await rig.text("audit.jsonl");
    expect(await verify()).toMatchObject({ kind: "damaged", line });
    const opening = rig.open();
    await expect(opening).rejects.toThrow(FatalError);
    await expect(opening).rejects.toThrow(`${rig.path("audit.jsonl")} is damaged (line ${line}: `);
    expect(await rig.text("audit.jsonl")).toBe(before);
  });

  it("goes on from the last entry after a restart", async () => {
    const store = await rig.open();
    await store.audit.append(sampleEntry());
    await store.close();
    expect(await verify()).toMatchObject({ kind: "whole", entries: 5 });
  });

  it("holds over more lines than are read at once", async () => {
    const store = await rig.open();
    const long = sampleEntry({ event: { kind: "followed", query: "é".repeat(2000) } });
    await Promise.all(Array.from({ length: 700 }, () => store.audit.append(long)));
    await store.close();
    expect(await verify()).toMatchObject({ kind: "whole", entries: 704 });
    const again = await rig.open();
    expect((await again.audit.page({}, 1, 1)).entries).toEqual([{ ...long, number: 704 }]);
  });
});

describe("a last line that a crash cut off", () => {
  const cut = (characters: number): Promise<void> =>
    rig.put("audit.jsonl", `${lines.join("\n")}\n`.slice(0, -characters));

  it("is set aside and said, and the trail goes on", async () => {
    await cut(30);
    const torn = lines[4]?.slice(0, -29);
    expect(await verify()).toMatchObject({ kind: "whole", entries: 3, torn: torn?.length });
    const store = await rig.open();
    expect(await store.audit.page({}, 1, 10)).toMatchObject({ total: 3 });
    expect(await rig.text("audit.jsonl.torn")).toBe(`${torn}\n`);
    expect(rig.log.lines).toMatchObject([{ level: "warn", event: "audit.torn-line-set-aside" }]);
    expect(await store.audit.append(sampleEntry())).toMatchObject({ number: 4 });
    await store.close();
    expect(await verify()).toMatchObject({ kind: "whole", entries: 4, torn: 0 });
  });

  it("is kept beside those of earlier crashes", async () => {
    for (const characters of [30, 40]) {
      await cut(characters);
      await (await rig.open()).close();
    }
    expect((await rig.text("audit.jsonl.torn")).split("\n")).toEqual([
      lines[4]?.slice(0, -29),
      lines[4]?.slice(0, -39),
      "",
    ]);
  });

  it("may be the header, of a trail that had just begun", async () => {
    await rig.put("audit.jsonl", lines[0]?.slice(0, 12) ?? "");
    const store = await rig.open();
    expect(await store.audit.append(sampleEntry())).toMatchObject({ number: 1 });
    await store.close();
    expect(await verify()).toMatchObject({ kind: "whole", entries: 1 });
  });

  it("is not what a file of something else is taken for", async () => {
    await rig.put("audit.jsonl", "somebody's notes");
    await expect(rig.open()).rejects.toThrow("is damaged (line 1: no header)");
    expect(await rig.text("audit.jsonl")).toBe("somebody's notes");
  });
});
