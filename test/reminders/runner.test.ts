import { describe, expect, it } from "vitest";
import { DAY, HOUR, MINUTE } from "../../src/domain/instant.ts";
import { BURST } from "../../src/reminders/runner.ts";
import { createGate } from "../catalogue/account.ts";
import { NOON, someFollow, someService } from "../domain/some-service.ts";
import { createMemoryStore } from "../fakes/memory-store.ts";
import { createStage } from "./stage.ts";

const expiring = (left: number, id = 1) => someService({ id, name: `s${id}`, expiresAt: NOON + left });

async function following(...services: ReturnType<typeof someService>[]) {
  const stage = createStage({ services });
  await stage.store.follows.add(someFollow());
  return stage;
}

describe("reminders", () => {
  it("are posted at each threshold, at its instant, and once", async () => {
    const stage = await following(expiring(31 * DAY));
    await stage.begin();
    expect(stage.channels.posted).toEqual([]);
    await stage.clock.advance(32 * DAY);
    expect(stage.channels.posted.map(({ at, title }) => [(NOON + 31 * DAY - at) / DAY, title])).toEqual([
      [30, "s1 threshold 30"],
      [14, "s1 threshold 14"],
      [7, "s1 threshold 7"],
      [3, "s1 threshold 3"],
      [1, "s1 threshold 1"],
    ]);
    await stage.end();
  });

  it("after a long stop are only the most urgent", async () => {
    const store = createMemoryStore();
    await store.follows.add(someFollow());
    const before = createStage({ services: [expiring(31 * DAY)], store });
    await before.begin();
    await before.clock.advance(DAY);
    await before.end();
    const after = createStage({ services: [expiring(31 * DAY)], store, start: NOON + 29 * DAY });
    await after.begin();
    await after.clock.advance(HOUR);
    expect([before.channels.titles(), after.channels.titles()]).toEqual([
      ["s1 threshold 30"],
      ["s1 threshold 3"],
    ]);
    await after.end();
  });

  it("are not posted again after a restart", async () => {
    const store = createMemoryStore();
    await store.follows.add(someFollow());
    for (const count of [1, 0]) {
      const stage = createStage({ services: [expiring(5 * DAY)], store });
      await stage.begin();
      await stage.clock.advance(HOUR);
      expect(stage.channels.posted).toHaveLength(count);
      await stage.end();
    }
  });

  it("that were missed do not come back after a restart when the thresholds change", async () => {
    const store = createMemoryStore();
    for (const thresholds of [
      [30, 14, 7],
      [30, 14],
    ]) {
      await store.follows.add(someFollow({ thresholds }));
      const stage = createStage({ services: [expiring(5 * DAY)], store });
      await stage.begin();
      await stage.clock.advance(HOUR);
      expect(stage.channels.titles()).toEqual(thresholds.includes(7) ? ["s1 threshold 7"] : []);
      await stage.end();
    }
  });

  it("begin as soon as a channel follows", async () => {
    const stage = createStage({ services: [expiring(5 * DAY)] });
    await stage.begin();
    await stage.store.follows.add(someFollow());
    stage.runner.wake();
    await stage.clock.advance(0);
    expect(stage.channels.titles()).toEqual(["s1 threshold 7"]);
    await stage.end();
  });

  it("end when a channel stops following", async () => {
    const stage = await following(expiring(8 * DAY));
    await stage.begin();
    await stage.store.follows.end("follow-1");
    stage.runner.wake();
    await stage.clock.advance(8 * DAY);
    expect(stage.channels.titles()).toEqual(["s1 threshold 14"]);
    await stage.end();
  });

  it("call last for a termination that was asked for meanwhile", async () => {
    const stage = await following(expiring(60 * HOUR));
    await stage.begin();
    stage.have(
      someService({ ...expiring(60 * HOUR), termination: { when: "at-expiry", at: NOON + 60 * HOUR } }),
    );
    await stage.clock.advance(13 * HOUR);
    expect(stage.channels.titles()).toEqual(["s1 threshold 3", "s1 last-call 72", "s1 last-call 48"]);
    await stage.end();
  });

  it("tell once that a service expired", async () => {
    const stage = await following(expiring(DAY));
    await stage.begin();
    stage.have(someService({ ...expiring(DAY), state: "expired" }));
    await stage.clock.advance(3 * DAY);
    expect(stage.channels.titles()).toEqual(["s1 threshold 1", "s1 expired"]);
    await stage.end();
  });

  it("come a few at a time, so that a channel is not flooded, and all in the end", async () => {
    const stage = await following(
      ...Array.from({ length: 2 * BURST + 1 }, (_, index) => expiring(5 * DAY, index + 1)),
    );
    await stage.begin();
    expect(stage.channels.posted).toHaveLength(BURST);
    await stage.clock.advance(MINUTE);
    expect(stage.channels.posted).toHaveLength(2 * BURST);
    await stage.clock.advance(MINUTE);
    expect(new Set(stage.channels.titles()).size).toBe(2 * BURST + 1);
    await stage.end();
  });

  it("cost nothing while nothing is due", async () => {
    const stage = await following(expiring(200 * DAY));
    await stage.begin();
    await stage.clock.advance(DAY);
    expect(stage.reads).toEqual([]);
    await stage.end();
  });
});

describe("before a reminder is posted", () => {
  it("the service is read live, and nothing is posted when it was renewed", async () => {
    const stage = await following(expiring(8 * DAY));
    await stage.begin();
    const renewed = expiring(373 * DAY);
    stage.live.set(renewed.id, renewed);
    await stage.clock.advance(DAY);
    expect(stage.reads).toEqual([1, 1]);
    expect(stage.channels.titles()).toEqual(["s1 threshold 14"]);
    expect(stage.catalogue.get(renewed.id)).toEqual(renewed);
    await stage.end();
  });

  it("a service that is gone is forgotten, without a word", async () => {
    const stage = await following(expiring(8 * DAY));
    stage.live.clear();
    await stage.begin();
    await stage.clock.advance(0);
    expect(stage.channels.posted).toEqual([]);
    expect(stage.catalogue.snapshot().services).toEqual([]);
    expect(await stage.store.reminders.all()).toEqual([]);
    await stage.end();
  });

  it("what the live read shows is what is said", async () => {
    const stage = await following(expiring(8 * DAY));
    const renamed = someService({ ...expiring(8 * DAY), name: "renamed" });
    stage.live.set(renamed.id, renamed);
    await stage.begin();
    expect(stage.channels.titles()).toEqual(["renamed threshold 14"]);
    await stage.end();
  });

  it("an unpaid service's later threshold still comes", async () => {
    const stage = await following(someService({ ...expiring(8 * DAY), state: "unpaid" }));
    await stage.begin();
    await stage.clock.advance(DAY);
    expect(stage.channels.titles()).toEqual(["s1 unpaid", "s1 threshold 7"]);
    await stage.end();
  });
});

describe("stopping", () => {
  it("finishes the post that was begun and writes it down, and posts nothing more", async () => {
    const stage = await following(expiring(5 * DAY), expiring(5 * DAY, 2));
    const gate = createGate();
    stage.channels.gate = gate.pass;
    await stage.begin();
    const stopped = stage.runner.stop();
    gate.openAll();
    await stopped;
    await stage.clock.advance(DAY);
    expect(stage.channels.titles()).toEqual(["s1 threshold 7"]);
    expect((await stage.store.reminders.all()).every(({ message }) => message !== null)).toBe(true);
    await stage.end();
  });
});
