import { readdir } from "node:fs/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FatalError } from "../../../src/errors.ts";
import type { Store } from "../../../src/ports.ts";
import { ANNE, NOON, sampleConfirmation, sampleEntry, sampleFollow } from "../../contracts/store-samples.ts";
import { createFaultyDisk, type FaultyDisk, type Operation } from "./faulty-disk.ts";
import { createRig, type Rig } from "./rig.ts";

let rig: Rig;
let faulty: FaultyDisk;
let store: Store;
beforeEach(async () => {
  rig = await createRig();
  faulty = createFaultyDisk();
  store = await rig.open({ disk: faulty.disk });
});
afterEach(() => rig.end());

const settle = () => store.confirmations.settle("confirmation-one", "confirmed", ANNE, NOON);

describe("a change that cannot be written", () => {
  it.each<Operation>(["write", "rename"])(
    "leaves memory and disk as they were when %s fails",
    async (operation) => {
      await store.confirmations.open(sampleConfirmation());
      const before = await rig.text("confirmations.json");
      faulty.failing.add(operation);
      await expect(settle()).rejects.toThrow("confirmations.json could not be written");
      expect(await store.confirmations.get("confirmation-one")).toEqual(sampleConfirmation());
      expect(await store.confirmations.waiting()).toHaveLength(1);
      expect(await rig.text("confirmations.json")).toBe(before);
    },
  );

  it("can be tried again, and wins then", async () => {
    await store.confirmations.open(sampleConfirmation());
    faulty.failing.add("write");
    await expect(settle()).rejects.toThrow();
    faulty.failing.clear();
    expect(await settle()).toMatchObject({ won: true });
    expect(await settle()).toMatchObject({ won: false });
  });

  it("rejects everyone who waited for that write, and keeps nothing of it", async () => {
    faulty.failing.add("rename");
    const claims = await Promise.allSettled(
      ["one", "two", "one"].map((key) => store.reminders.claim(key, NOON, NOON)),
    );
    expect(claims.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
    expect(await store.reminders.all()).toEqual([]);
    faulty.failing.clear();
    expect(await store.reminders.claim("one", NOON, NOON)).toBe(true);
  });

  it("is not reported as kept when the directory could not be synced", async () => {
    faulty.failing.add("sync-directory");
    await expect(store.follows.add(sampleFollow())).rejects.toThrow("follows.json");
    expect(await store.follows.list()).toEqual([]);
  });

  it("leaves the old file in force after a crash between writing and renaming", async () => {
    await store.confirmations.open(sampleConfirmation());
    faulty.failing.add("rename");
    await expect(settle()).rejects.toThrow();
    expect(await readdir(rig.directory)).toContain("confirmations.json.tmp");
    await store.close();
    const again = await rig.open();
    expect(await again.confirmations.get("confirmation-one")).toEqual(sampleConfirmation());
    expect(await again.confirmations.unfinished()).toEqual([]);
  });
});

describe("an audit entry that cannot be written", () => {
  it.each<Operation>(["append", "sync"])(
    "is not there, and the trail goes on, when %s failed",
    async (operation) => {
      await store.audit.append(sampleEntry());
      faulty.failing.add(operation);
      await expect(store.audit.append(sampleEntry())).rejects.toThrow("audit.jsonl could not be written");
      expect(await store.audit.page({}, 1, 10)).toMatchObject({ total: 1 });

      faulty.failing.add("truncate");
      await expect(store.audit.append(sampleEntry())).rejects.toThrow("audit.jsonl");
      faulty.failing.clear();
      // Shorter than what the failed write left behind.
      const short = sampleEntry({ confirmation: null, change: null, service: null });
      expect(await store.audit.append(short)).toMatchObject({ number: 2 });
      await store.close();

      const again = await rig.open();
      expect(await again.audit.page({}, 1, 10)).toMatchObject({ total: 2 });
      expect(rig.log.lines).toEqual([]);
    },
  );
});

describe("a data directory that cannot be used", () => {
  it("is refused by name", async () => {
    await rig.put("file", "not a directory");
    const opening = rig.open({ directory: rig.path("file/data") });
    await expect(opening).rejects.toThrow(FatalError);
    await expect(opening).rejects.toThrow(`${rig.path("file/data")} cannot be used (ENOTDIR)`);
  });

  it("is refused when it is full from the start, and let go", async () => {
    const directory = rig.path("full");
    faulty.failing.add("append");
    await expect(rig.open({ directory, disk: faulty.disk })).rejects.toThrow("(ENOSPC)");
    expect(await readdir(directory)).not.toContain("lock");
    await rig.open({ directory });
  });
});
