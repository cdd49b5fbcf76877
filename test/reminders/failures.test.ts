import { describe, expect, it } from "vitest";
import { DAY, HOUR, MINUTE } from "../../src/domain/instant.ts";
import { DeliveryError, ProviderError } from "../../src/errors.ts";
import { UNCONFIRMED } from "../../src/reminders/deliver.ts";
import { UNREACHABLE } from "../catalogue/account.ts";
import { NOON, someFollow, someService } from "../domain/some-service.ts";
import { createMemoryStore } from "../fakes/memory-store.ts";
import { createStage } from "./stage.ts";

const one = someService({ id: 1, name: "s1", expiresAt: NOON + 20 * DAY });
const two = someService({ id: 2, name: "s2", expiresAt: NOON + 20 * DAY });
const other = { platform: "discord", id: "D1" } as const;
const said = "s1 threshold 30";

async function following(...services: (typeof one)[]) {
  const stage = createStage({ services });
  await stage.store.follows.add(someFollow());
  return stage;
}

describe("a post that failed", () => {
  it.each(["passing", "not-in-channel", "refused"] as const)(
    "as %s is tried again later, and logged once",
    async (kind) => {
      const stage = await following(one);
      for (let round = 0; round < 3; round++) stage.channels.failures.push(new DeliveryError(kind, "no"));
      await stage.begin();
      expect(stage.channels.posted).toEqual([]);
      await stage.clock.advance(HOUR);
      expect(stage.channels.titles()).toEqual([said]);
      expect(stage.warnings()).toEqual(["reminder.not-delivered"]);
      expect(stage.log.lines.map(({ event }) => event)).toContain("reminder.recovered");
      await stage.end();
    },
  );

  it("waits longer with each failure, up to an hour", async () => {
    const stage = await following(one);
    for (let round = 0; round < 30; round++) stage.channels.failures.push(new DeliveryError("passing", "no"));
    await stage.begin();
    await stage.clock.advance(6 * HOUR);
    expect(30 - stage.channels.failures.length).toBeGreaterThan(7);
    expect(30 - stage.channels.failures.length).toBeLessThan(15);
    await stage.end();
  });

  it("does not hold up other channels", async () => {
    const stage = await following(one);
    await stage.store.follows.add(someFollow({ id: "b", channel: other }));
    stage.channels.failures.push(new DeliveryError("passing", "no"));
    await stage.begin();
    expect(stage.channels.posted.map(({ channel }) => channel)).toEqual(["discord:D1"]);
    await stage.end();
  });

  it("as gone is not tried again, while other channels go on", async () => {
    const stage = await following(one, two);
    stage.channels.failures.push(new DeliveryError("gone", "archived"));
    await stage.store.follows.add(someFollow({ id: "b", channel: other }));
    await stage.begin();
    await stage.clock.advance(7 * DAY);
    expect(new Set(stage.channels.posted.map(({ channel }) => channel))).toEqual(new Set(["discord:D1"]));
    expect(stage.warnings()).toEqual(["reminder.channel-gone"]);
    await stage.end();
  });

  it("as gone is tried again when somebody there follows anew", async () => {
    const stage = await following(one);
    stage.channels.failures.push(new DeliveryError("gone", "archived"));
    await stage.begin();
    stage.runner.wake();
    await stage.clock.advance(0);
    expect(stage.channels.titles()).toEqual([said]);
    await stage.end();
  });

  it("with an unknown outcome counts as posted, also after a restart", async () => {
    const store = createMemoryStore();
    await store.follows.add(someFollow());
    const stage = createStage({ services: [one], store });
    stage.channels.failures.push(new DeliveryError("unknown", "no answer"));
    await stage.begin();
    await stage.clock.advance(HOUR);
    await stage.end();
    const again = createStage({ services: [one], store, start: NOON + HOUR });
    await again.begin();
    await again.clock.advance(HOUR);
    expect([...stage.channels.titles(), ...again.channels.titles()]).toEqual([]);
    expect(stage.warnings()).toEqual(["reminder.unconfirmed"]);
    expect((await store.reminders.all()).map(({ message }) => message?.id)).toEqual([UNCONFIRMED]);
    await again.end();
  });

  it("because the card cannot be made is held alone", async () => {
    const stage = await following(one, two);
    stage.channels.failures.push(new TypeError("a bug"));
    await stage.begin();
    expect(stage.channels.titles()).toEqual(["s2 threshold 30"]);
    await stage.clock.advance(HOUR);
    expect(stage.channels.titles()).toEqual(["s2 threshold 30", said]);
    await stage.end();
  });
});

describe("a read that failed", () => {
  it("puts everything off while OVHcloud is down", async () => {
    const stage = await following(one, two);
    stage.failures.push(UNREACHABLE);
    await stage.begin();
    expect(stage.reads).toEqual([1]);
    expect(await stage.store.reminders.all()).toEqual([]);
    await stage.clock.advance(MINUTE);
    expect(stage.channels.titles()).toEqual([said, "s2 threshold 30"]);
    expect(stage.warnings()).toEqual(["reminder.service-not-read"]);
    await stage.end();
  });

  it("of one service does not hold up the others", async () => {
    const stage = await following(one, two);
    stage.failures.push(new ProviderError("what?", { kind: "misunderstood", sent: "no" }));
    await stage.begin();
    expect(stage.channels.titles()).toEqual(["s2 threshold 30"]);
    await stage.clock.advance(HOUR);
    expect(stage.channels.titles()).toContain(said);
    await stage.end();
  });
});

describe("a crash between claim and post", () => {
  it("is made up for at the next start, once the claim is old enough", async () => {
    const store = createMemoryStore();
    await store.follows.add(someFollow());
    const before = createStage({ services: [one], store });
    before.channels.gate = () => new Promise(() => {});
    await before.begin();
    const after = createStage({ services: [one], store, start: NOON + MINUTE });
    await after.begin();
    expect(after.channels.posted).toEqual([]);
    await after.clock.advance(4 * MINUTE);
    expect(after.channels.titles()).toEqual([said]);
    await after.clock.advance(HOUR);
    expect(after.channels.posted).toHaveLength(1);
    await after.end();
  });
});

describe("a store that fails", () => {
  it("after the post never leads to a second one", async () => {
    const stage = await following(one);
    const { reminders } = stage.store;
    let failures = 0;
    const store = {
      ...stage.store,
      reminders: {
        ...reminders,
        posted: async () => {
          failures++;
          throw new Error("disk full");
        },
      },
    };
    const broken = createStage({ services: [one], store });
    await broken.begin();
    await broken.clock.advance(HOUR);
    expect(broken.channels.titles()).toEqual([said]);
    expect(failures).toBe(1);
    expect(broken.warnings()).toEqual(["reminder.store-failed"]);
    await broken.end();
  });
});
