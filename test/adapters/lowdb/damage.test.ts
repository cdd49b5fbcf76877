import { writeFile } from "node:fs/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FatalError } from "../../../src/errors.ts";
import { sampleConfirmation, sampleFollow } from "../../contracts/store-samples.ts";
import { createRig, type Rig } from "./rig.ts";

let rig: Rig;
beforeEach(async () => {
  rig = await createRig();
});
afterEach(() => rig.end());

const rows = (...kept: readonly unknown[]): string => JSON.stringify({ version: 1, rows: kept });

describe("a damaged file", () => {
  it.each([
    ["empty", ""],
    ["cut off", rows(sampleFollow()).slice(0, -20)],
    ["zeroes", "\0".repeat(64)],
    ["not a table", "[]"],
    ["without a version", '{"rows":[]}'],
    ["of a version that is no number", '{"version":"1","rows":[]}'],
    ["with a row of another shape", rows({ ...sampleFollow(), thresholds: ["7"] })],
    ["with a field that this program does not know", rows({ ...sampleFollow(), paused: true })],
    ["with a platform that does not exist", rows({ ...sampleFollow(), by: { platform: "irc", id: "a" } })],
  ])("is refused with its path and left alone when it is %s", async (_, text) => {
    await rig.put("follows.json", text);
    const opening = rig.open();
    await expect(opening).rejects.toThrow(FatalError);
    await expect(opening).rejects.toThrow(`${rig.path("follows.json")} is damaged`);
    expect(await rig.text("follows.json")).toBe(text);
  });

  it("says where the damage is, without showing what stands there", async () => {
    await rig.put(
      "confirmations.json",
      rows(sampleConfirmation(), { ...sampleConfirmation(), locale: "secret" }),
    );
    const error = await rig.open().catch((reason: unknown) => reason);
    expect(String(error)).toContain("rows.1.locale");
    expect(String(error)).not.toContain("secret");
  });

  it("is refused when it is not UTF-8", async () => {
    await writeFile(rig.path("reminders.json"), Buffer.from([0x7b, 0xff, 0xfe, 0x7d]));
    await expect(rig.open()).rejects.toThrow("reminders.json is damaged (it is not JSON)");
  });

  it("does not keep the directory from being opened once it is mended", async () => {
    await rig.put("follows.json", "{");
    await expect(rig.open()).rejects.toThrow("follows.json");
    await rig.put("follows.json", rows(sampleFollow()));
    expect(await (await rig.open()).follows.list()).toEqual([sampleFollow()]);
  });
});

describe("a file from a newer version", () => {
  it.each([
    ["follows.json", '{"version":2,"rows":[{"new":true}]}'],
    ["audit.jsonl", '{"version":2,"kind":"lastcall-audit"}\n{"whatever":1}\n'],
  ])("%s is refused with its path and left alone", async (name, text) => {
    await rig.put(name, text);
    const opening = rig.open();
    await expect(opening).rejects.toThrow(FatalError);
    await expect(opening).rejects.toThrow(`${rig.path(name)} is of version 2`);
    expect(await rig.text(name)).toBe(text);
  });
});
