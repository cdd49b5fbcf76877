import { spawnSync } from "node:child_process";
import { readdir, rm, utimes } from "node:fs/promises";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { clearStaleLock } from "../../../adapters/lowdb/lock.ts";
import { FatalError } from "../../../src/errors.ts";
import { sampleEntry, sampleFollow } from "../../contracts/store-samples.ts";
import { createRig, type Rig } from "./rig.ts";

let rig: Rig;
beforeEach(async () => {
  rig = await createRig();
});
afterEach(() => rig.end());

const WATCH = { beatMs: 5, watchMs: 200 } as const;

/** The lock that this process would leave behind, changed. */
async function leaveLock(change: Readonly<Record<string, unknown>>): Promise<void> {
  const store = await rig.open();
  const own = JSON.parse(await rig.text("lock"));
  await store.close();
  await rig.put("lock", `${JSON.stringify({ ...own, ...change })}\n`);
}

const deadPid = (): number => spawnSync(process.execPath, ["--version"]).pid;

describe("a data directory in use", () => {
  it("is refused by name, and free again when the holder closes", async () => {
    const first = await rig.open();
    const second = rig.open();
    await expect(second).rejects.toThrow(FatalError);
    await expect(second).rejects.toThrow(`${rig.directory} is in use by process ${process.pid}`);
    await first.follows.add(sampleFollow());
    await first.close();
    expect(await readdir(rig.directory)).not.toContain("lock");
    await rig.open();
  });

  it("is refused when the holder is out of sight and beats", async () => {
    await leaveLock({ host: "elsewhere", boot: "another-boot" });
    let time = 1_000_000;
    const beating = setInterval(() => void utimes(rig.path("lock"), time, time++), WATCH.beatMs);
    try {
      await expect(rig.open(WATCH)).rejects.toThrow("on elsewhere");
    } finally {
      clearInterval(beating);
    }
  });
});

describe("the lock of a process that died", () => {
  it.each<[string, () => Readonly<Record<string, unknown>>]>([
    ["is not there any more", () => ({ pid: deadPid() })],
    ["has left its number to another", () => ({ started: "1" })],
  ])("is taken over at once when the process %s", async (_, change) => {
    await leaveLock(change());
    // Watching would take longer than the test may.
    const store = await rig.open({ watchMs: 3_600_000 });
    await store.follows.add(sampleFollow());
    expect(rig.log.lines).toMatchObject([{ level: "warn", event: "store.stale-lock-cleared" }]);
    expect((await readdir(rig.directory)).filter((name) => name.startsWith("lock"))).toEqual(["lock"]);
  });

  it.each([
    ["out of sight", { boot: "another-boot", host: "elsewhere" }],
    ["in another container", { namespace: "pid:[1]" }],
  ])("is taken over when it was %s and does not beat", async (_, change) => {
    await leaveLock(change);
    await rig.open(WATCH);
    expect(JSON.parse(await rig.text("lock"))).toMatchObject({ pid: process.pid });
  });

  it("is taken over when its writing was cut off", async () => {
    await rig.put("lock", '{"pid":');
    await rig.open(WATCH);
  });

  it("goes to exactly one of many who come for it at once", async () => {
    await leaveLock({ pid: deadPid() });
    const openings = await Promise.allSettled(Array.from({ length: 12 }, () => rig.open()));
    expect(openings.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const opening of openings)
      if (opening.status === "rejected") expect(opening.reason).toBeInstanceOf(FatalError);
  });
});

describe("a stale lock", () => {
  it("is not deleted by one who was slow, when a living process has replaced it", async () => {
    await rig.put("lock", "a living one's");
    await clearStaleLock(rig.path("lock"), "the stale one");
    expect(await rig.text("lock")).toBe("a living one's");
    expect(await readdir(rig.directory)).toEqual(["lock"]);
  });

  it("is not deleted by two at once", async () => {
    await rig.put("lock", "the stale one");
    await rig.put("lock.takeover", "");
    expect(await clearStaleLock(rig.path("lock"), "the stale one")).toBe(false);
    expect(await rig.text("lock")).toBe("the stale one");
  });
});

describe("a take-over that a crash cut off", () => {
  it("is refused with the file to delete, since nothing tells whether it still goes on", async () => {
    await leaveLock({ pid: deadPid() });
    await rig.put("lock.takeover", "");
    await expect(rig.open()).rejects.toThrow(`delete ${rig.path("lock.takeover")}`);
    await rm(rig.path("lock.takeover"));
    await rig.open();
  });
});

describe("a lock that was taken away", () => {
  it("lets nothing more be written, and says so once", async () => {
    const store = await rig.open(WATCH);
    await store.follows.add(sampleFollow());
    await rm(rig.path("lock"));
    await vi.waitFor(() =>
      expect(rig.log.lines).toMatchObject([{ level: "error", event: "store.lock-lost" }]),
    );
    await expect(store.follows.end("follow-one")).rejects.toThrow("follows.json could not be written");
    await expect(store.audit.append(sampleEntry())).rejects.toThrow("audit.jsonl could not be written");
    expect(await store.follows.list()).toEqual([sampleFollow()]);
  });

  it("is left alone when it belongs to another by then", async () => {
    const store = await rig.open();
    await rig.put("lock", "another's");
    await store.close();
    expect(await rig.text("lock")).toBe("another's");
  });
});
