import { readdir, stat } from "node:fs/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Store } from "../../../src/ports.ts";
import {
  ANNE,
  MESSAGE,
  NOON,
  sampleConfirmation,
  sampleEntry,
  sampleFollow,
} from "../../contracts/store-samples.ts";
import { createFaultyDisk, type FaultyDisk } from "./faulty-disk.ts";
import { createRig, type Rig } from "./rig.ts";

let rig: Rig;
let faulty: FaultyDisk;
beforeEach(async () => {
  rig = await createRig();
  faulty = createFaultyDisk();
});
afterEach(() => rig.end());

const open = (): Promise<Store> => rig.open({ disk: faulty.disk });
const settle = (store: Store) => store.confirmations.settle("confirmation-one", "confirmed", ANNE, NOON);

describe("what lowdb keeps", () => {
  it("survives a restart, whole, though NODE_ENV is test", async () => {
    expect(process.env.NODE_ENV).toBe("test");
    const store = await open();
    await store.confirmations.open(sampleConfirmation());
    await settle(store);
    await store.confirmations.finish("confirmation-one", { kind: "done", shown: false }, NOON + 1);
    await store.reminders.claim("42:30", NOON, NOON + 5);
    await store.reminders.posted("42:30", MESSAGE);
    await store.follows.add(sampleFollow());
    await store.audit.append(sampleEntry());
    const before = await contents(store);
    await store.close();

    const again = await open();
    expect(await contents(again)).toEqual(before);
    expect(await again.audit.append(sampleEntry())).toMatchObject({ number: 2 });
  });

  it("is in the file, synced and renamed, when the promise resolves", async () => {
    const store = await open();
    const from = faulty.done.length;
    await store.follows.add(sampleFollow());
    expect(faulty.done.slice(from)).toEqual(["write", "rename", "sync-directory"]);
    expect(JSON.parse(await rig.text("follows.json"))).toEqual({ version: 1, rows: [sampleFollow()] });

    await store.audit.append(sampleEntry());
    expect(faulty.done.slice(from + 3)).toEqual(["append", "sync"]);
    expect(await rig.text("audit.jsonl")).toContain('"confirmation":"confirmation-one"');
  });

  it("is readable by its owner alone", async () => {
    const directory = rig.path("made/by/the store");
    const store = await rig.open({ directory });
    await store.follows.add(sampleFollow());
    const modeOf = async (path: string): Promise<number> => (await stat(path)).mode & 0o777;
    expect(await modeOf(directory)).toBe(0o700);
    const files = await readdir(directory);
    expect(files.toSorted()).toEqual(["audit.jsonl", "follows.json", "lock"]);
    for (const file of files) expect(await modeOf(`${directory}/${file}`)).toBe(0o600);
  });

  it("tells the loser of a race nothing before the winner is on the disk", async () => {
    const store = await open();
    await store.confirmations.open(sampleConfirmation());
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const reached = new Promise<void>((resolve) => {
      faulty.before = async (operation) => {
        if (operation !== "rename") return;
        resolve();
        await held;
      };
    });
    const heard: boolean[] = [];
    const presses = [settle(store), settle(store)].map(async (press) => heard.push((await press).won));
    await reached;
    expect(heard).toEqual([]);
    expect((await store.confirmations.get("confirmation-one"))?.state).toEqual({ kind: "open" });
    release();
    await Promise.all(presses);
    expect(heard.toSorted()).toEqual([false, true]);
  });

  it("keeps what was begun when it closes, and takes nothing afterwards", async () => {
    const store = await open();
    const begun = [store.follows.add(sampleFollow()), store.audit.append(sampleEntry())];
    await Promise.all([store.close(), store.close()]);
    await Promise.all(begun);
    await expect(store.follows.end("follow-one")).rejects.toThrow("closed");
    await expect(store.audit.append(sampleEntry())).rejects.toThrow();
    const again = await open();
    expect(await again.follows.list()).toEqual([sampleFollow()]);
    expect(await again.audit.page({}, 1, 5)).toMatchObject({ total: 1 });
  });
});

describe("what lowdb's writes cost", () => {
  it("puts a hundred simultaneous changes into few writes", async () => {
    const store = await open();
    const from = faulty.done.length;
    await Promise.all(Array.from({ length: 100 }, (_, at) => store.reminders.claim(`${at}`, NOON, NOON)));
    await Promise.all(Array.from({ length: 100 }, () => store.audit.append(sampleEntry())));
    expect(faulty.done.slice(from)).toEqual(["write", "rename", "sync-directory", "append", "sync"]);
  });

  it("writes nothing when nothing changes", async () => {
    const store = await open();
    await store.confirmations.open(sampleConfirmation());
    await settle(store);
    const from = faulty.done.length;
    await settle(store);
    await store.confirmations.attach("never", MESSAGE);
    await store.confirmations.prune(0);
    await store.reminders.release("never");
    await store.follows.end("never");
    expect(faulty.done.slice(from)).toEqual([]);
  });

  it("does not let an audit entry cost more when the trail is long", async () => {
    const store = await open();
    const grows = async (): Promise<number> => {
      const before = (await rig.text("audit.jsonl")).length;
      await store.audit.append(sampleEntry());
      return (await rig.text("audit.jsonl")).length - before;
    };
    const first = await grows();
    await Promise.all(Array.from({ length: 2000 }, () => store.audit.append(sampleEntry())));
    const from = faulty.done.length;
    expect((await grows()) - first).toBe("2002".length - "1".length);
    expect(faulty.done.slice(from)).toEqual(["append", "sync"]);
  });

  it("does not let the file of confirmations grow with what ended", async () => {
    const store = await open();
    for (let at = 0; at < 20; at++) {
      await store.confirmations.open(sampleConfirmation({ id: `${at}` }));
      await store.confirmations.settle(`${at}`, "cancelled", ANNE, NOON + at);
    }
    await store.confirmations.prune(NOON + 19);
    expect(JSON.parse(await rig.text("confirmations.json")).rows).toHaveLength(1);
  });
});

async function contents(store: Store): Promise<unknown> {
  return {
    confirmation: await store.confirmations.get("confirmation-one"),
    reminders: await store.reminders.all(),
    follows: await store.follows.list(),
    audit: await store.audit.page({}, 1, 10),
  };
}
