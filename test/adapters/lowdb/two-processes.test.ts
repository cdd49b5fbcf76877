import { chmod, mkdir } from "node:fs/promises";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { FatalError } from "../../../src/errors.ts";
import { sampleEntry, sampleFollow } from "../../contracts/store-samples.ts";
import { compileStore, type OtherProcess, type Programs } from "./other-process.ts";
import { createRig, type Rig } from "./rig.ts";

let programs: Programs;
let rig: Rig;
beforeAll(async () => {
  programs = await compileStore();
});
afterAll(() => programs.end());
beforeEach(async () => {
  rig = await createRig();
});
afterEach(() => rig.end());

/** A process without work ends by itself: a timer keeps it. */
const HOLD = `setInterval(() => {}, 1000); say("open");`;

const WRITE = `
  for (let count = 1; ; count++) {
    await store.audit.append(${JSON.stringify(sampleEntry())});
    await store.follows.add({ ...${JSON.stringify(sampleFollow())}, id: "f" + count, query: "q" + count });
    say(String(count));
  }`;

describe("two processes on one data directory", () => {
  it("never both have it: the second is refused with a line that names it", async () => {
    const other = programs.run(rig.directory, HOLD);
    expect(await other.heard()).toBe("open");
    const opening = rig.open();
    await expect(opening).rejects.toThrow(FatalError);
    await expect(opening).rejects.toThrow(`the data directory ${rig.directory} is in use by process`);
  });

  it("refuses the other process just the same", async () => {
    await rig.open();
    const heard = await programs.run(rig.directory, HOLD).heard();
    expect(heard).toContain(
      `FatalError: the data directory ${rig.directory} is in use by process ${process.pid}`,
    );
  });

  it("lets the second one in at once when the first was killed", async () => {
    const other = programs.run(rig.directory, HOLD);
    await other.heard();
    await other.kill();
    await rig.open({ watchMs: 3_600_000 });
  });
});

describe("a process killed while it writes", () => {
  it("has lost nothing that it was told is kept", async () => {
    const other = programs.run(rig.directory, WRITE);
    const count = await lastHeard(other, 25);
    const store = await rig.open();
    const follows = await store.follows.list();
    const { total } = await store.audit.page({}, 1, 1);
    expect(follows.length).toBeGreaterThanOrEqual(count);
    expect(follows.length).toBeLessThanOrEqual(count + 1);
    expect(total).toBeGreaterThanOrEqual(follows.length);
    expect(total).toBeLessThanOrEqual(count + 1);
    expect(await store.audit.append(sampleEntry())).toMatchObject({ number: total + 1 });
  });
});

describe("a data directory without the right to write", () => {
  it("is refused by name", async () => {
    const directory = rig.path("read-only");
    await mkdir(directory, { mode: 0o555 });
    await chmod(rig.directory, 0o755);
    // Root may write anywhere: there, the other process is nobody.
    const uid = process.getuid?.() === 0 ? 65_534 : undefined;
    const heard = await programs.run(directory, HOLD, uid).heard();
    expect(heard).toBe(
      `FatalError: the data directory ${directory} cannot be used (EACCES): it must be writable`,
    );
  });
});

/** Kills the process when it has said `enough` lines; the number in the last line that came out of it. */
async function lastHeard(other: OtherProcess, enough: number): Promise<number> {
  for (let count = 0; count < enough; count++) await other.heard();
  await other.kill();
  let last = enough;
  for (let line = await other.heard(); line !== null; line = await other.heard()) last = Number(line);
  return last;
}
