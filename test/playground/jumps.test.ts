import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { asText } from "../../sandbox/json.ts";
import type { Act } from "../../sandbox/playground/acts.ts";
import type { Reason } from "../../sandbox/playground/impossible.ts";
import { createJumps, type Jumps } from "../../sandbox/playground/jumps.ts";
import * as Slack from "../../sandbox/slack/world.ts";
import { DAY, HOUR, type Instant, MINUTE } from "../../src/domain/instant.ts";
import { type Hands, handsOf, type Page } from "./hands.ts";
import { type OpenPlayground, openOnFrozenClock, START } from "./open.ts";
import { doAct } from "./page-acts.ts";

/** A store of files that ends in two days, and renews by itself. */
const NAS = 27330416;
/** A server that would end in twelve hours, and renews by itself. */
const RENEWING = 30770104;
/** Never ends. */
const VRACK = 21500308;

let open: OpenPlayground;
beforeEach(async () => {
  open = await openOnFrozenClock();
});
afterEach(() => open.close());

const now = (): Instant => open.life().world.clock.now();
const to = (where: Extract<Act, { kind: "clock-to" }>["where"]): Act => ({ kind: "clock-to", where });
const ahead = (ms: number): Act => ({ kind: "clock-advance", ms });

async function expectRefusal(act: Act, reason: Reason): Promise<void> {
  const before = now();
  expect(await open.act("alice", act)).toMatchObject({ kind: "refused", reason });
  expect(now()).toBe(before);
}

/** Bruno lets #ops be reminded of domains two days and one day before they end. */
async function follow(platform: "slack" | "discord"): Promise<Hands> {
  const hands = await handsOf(open, "bruno", platform);
  await hands.types(
    platform === "slack" ? "/ovh follow 2,1 type:domain" : "/ovh follow days:2,1 filter:type:domain",
  );
  await hands.sees(/follow/i);
  return hands;
}

describe("a jump of the clock", () => {
  it.each([
    ["an hour", HOUR],
    ["a day", DAY],
    ["a moment", 1],
  ])("goes %s ahead, and is over when it is answered", async (_, ms) => {
    expect(await open.act("alice", ahead(ms))).toEqual({ kind: "done" });
    expect(now()).toBe(START + ms);
    const sight = await open.watch("alice");
    expect(sight.single("clock")).toEqual({ now: START + ms, movingTo: null });
  });

  /** Begins a jump of an hour that goes no further before the returned function is called. */
  async function heldJump(): Promise<() => Promise<void>> {
    let letGo = (): void => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const leave = open.life().world.clock.join({
      ...{ next: () => null, moved: async () => {}, settled: () => held, activity: () => 0 },
    });
    const jump = open.act("alice", ahead(HOUR));
    await expect.poll(open.life().jumps.target).toBe(START + HOUR);
    return async () => {
      letGo();
      leave();
      expect(await jump).toEqual({ kind: "done" });
    };
  }

  it("is told to the page as it begins and as it ends, even when nothing else happens", async () => {
    await open.does("alice", { kind: "bot", what: "stop" });
    const sight = await open.watch("alice");
    const end = await heldJump();
    await sight.until(() => sight.single("clock").movingTo === START + HOUR);
    await end();
    await sight.until(() => sight.single("clock").movingTo === null);
    expect(sight.single("clock").now).toBe(START + HOUR);
  });

  it("is one at a time", async () => {
    await follow("slack");
    const end = await heldJump();
    for (const jump of [ahead(DAY), ahead(1), to("next-reminder"), to("past-expiry")])
      await expectRefusal(jump, "moving");
    await end();
    expect(now()).toBe(START + HOUR);
    await open.does("alice", ahead(HOUR));
    expect(now()).toBe(START + 2 * HOUR);
  });

  it("lets each thing happen at its own time: a request lapses, then a reminder comes", async () => {
    const hands = await follow("discord");
    await hands.types("/ovh terminate vps-1a2b3c4d.vps.ovh.net");
    await hands.sees(/vps-1a2b3c4d/);
    await open.does("alice", ahead(2 * DAY));
    await open.caughtUp(hands.sight);
    const timesOf = (words: string) =>
      hands.sight
        .many("discordMessages")
        .filter((message) => JSON.stringify(message).includes(words))
        .map(({ timestamp, edited_timestamp }) => [sinceStart(timestamp), sinceStart(edited_timestamp)]);
    expect(timesOf("vps-1a2b3c4d")).toEqual([[0, 10 * MINUTE]]);
    expect(timesOf("velo-cargo.fr")).toEqual([
      [DAY, null],
      [2 * DAY, null],
    ]);
    const told = hands.sight.many("journal").map(({ kind }) => kind);
    expect(told.lastIndexOf("edit")).toBeLessThan(told.lastIndexOf("post"));
  });

  it("waits for what a press has begun: it is decided and carried out before time moves", async () => {
    // Slack's press is acknowledged at once: the bot has just begun.
    const page: Page = { watch: open.watch, does: (who, act) => doAct(open.address, who, act) };
    const hands = await handsOf(page, "bruno", "slack");
    await hands.types("/ovh terminate vps-1a2b3c4d.vps.ovh.net");
    await hands.presses(/^Terminate/);
    await open.does("alice", ahead(HOUR));
    const [write] = open.life().world.ovhcloud.writes();
    expect(write?.at).toBe(START);
    const text = await hands.sees(/OVHcloud now shows/);
    expect(text).toContain("vps-1a2b3c4d");
    expect(now()).toBe(START + HOUR);
  });
});

const sinceStart = (time: unknown): number | null => (time ? Date.parse(asText(time)) - START : null);

/** What the bot has said to everybody in #ops, and when. */
const postsAt = (): readonly Instant[] =>
  open
    .life()
    .world.slack.posts()
    .filter(({ channel, only, via }) => channel === Slack.OPS.id && only === null && via === "api")
    .map(({ postedAt }) => postedAt);

describe("the jump to the next reminder", () => {
  it.each(["slack", "discord"] as const)(
    "ends with it, at the moment at which it is due, on %s",
    async (platform) => {
      const hands = await follow(platform);
      // There are moments before it at which something might have been due, and is not for this channel.
      expect(open.life().bot.nextReminder()).toBeLessThan(START + DAY);
      await open.does("bruno", to("next-reminder"));
      expect(now()).toBe(START + DAY);
      expect(await hands.sees("velo-cargo.fr")).toMatch(/2 days/);
      if (platform === "slack") expect(postsAt().at(-1)).toBe(now());
    },
  );

  it("is refused while nothing is followed, and time stands still", async () => {
    await expectRefusal(to("next-reminder"), "nothing-followed");
    const hands = await follow("slack");
    await hands.types("/ovh unfollow");
    await hands.sees(/no longer|stop/i);
    await expectRefusal(to("next-reminder"), "nothing-followed");
  });

  it("is refused while the bot does not run, and time stands still", async () => {
    await follow("slack");
    await open.does("alice", { kind: "bot", what: "stop" });
    await expectRefusal(to("next-reminder"), "bot-down");
    await open.does("alice", { kind: "bot", what: "start" });
    await open.does("alice", to("next-reminder"));
    expect(now()).toBe(START + DAY);
    await open.does("alice", to("next-reminder"));
    expect(now()).toBe(START + 2 * DAY);
  });

  it("leads sixty days ahead at most, and says so when none came", async () => {
    await open.does("alice", { kind: "bot", what: "stop" });
    const jumps = withBot(() => now() + 7 * DAY);
    await expect(jumps.to("next-reminder")).rejects.toThrow("no-reminder");
    expect(now()).toBe(START + 56 * DAY);
    expect(jumps.target()).toBeNull();
    await expect(withBot(() => now() + 61 * DAY).to("next-reminder")).rejects.toThrow("no-reminder");
    expect(now()).toBe(START + 56 * DAY);
  });

  it("waits for one at which the bot still works: what it waits for comes next", async () => {
    await open.does("alice", { kind: "bot", what: "stop" });
    const { clock, slack } = open.life().world;
    const post = async (): Promise<void> => {
      const body = new URLSearchParams({ channel: Slack.OPS.id, text: "a reminder" });
      const headers = { authorization: `Bearer ${slack.botToken}` };
      await fetch(`${slack.apiUrl}chat.postMessage`, { method: "POST", headers, body });
    };
    clock.at(START + 3 * MINUTE, () => {});
    clock.at(START + 5 * MINUTE, () => void post());
    clock.at(START + 9 * MINUTE, () => {});
    await withBot(() => START + MINUTE).to("next-reminder");
    expect(now()).toBe(START + 5 * MINUTE);
    expect(postsAt()).toEqual([START + 5 * MINUTE]);
  });
});

/** Jumps of a world whose bot says this of its reminders. */
const withBot = (nextReminder: () => Instant): Jumps =>
  createJumps({
    world: open.life().world,
    account: open.life().account,
    bot: { state: () => ({ kind: "ready", pid: null }), nextReminder },
    changed: () => {},
  });

describe("the jumps around a service's end", () => {
  it("lead to an hour before its cut-off, when it can still be terminated", async () => {
    await open.does("alice", { kind: "focus", service: NAS });
    await open.does("alice", to("before-cut-off"));
    expect(now()).toBe(START + DAY - HOUR);
    const hands = await handsOf(open, "bruno", "slack");
    await hands.types("/ovh terminate zpool-128812");
    await hands.presses(/^Terminate/);
    await hands.sees(/OVHcloud now shows/);
    expect(open.life().world.ovhcloud.service(NAS).termination).toBe("terminateAtExpirationDate");
    await expectRefusal(to("before-cut-off"), "passed");
  });

  it("lead past its end, when it has ended, or renewed itself", async () => {
    await open.does("alice", { kind: "focus", service: NAS });
    await open.does("alice", { kind: "console", service: NAS, change: "terminate" });
    await open.does("alice", to("past-expiry"));
    expect(now()).toBe(START + 2 * DAY + HOUR);
    const { service } = open.life().world.ovhcloud;
    expect(service(NAS).lifecycle).toBe("terminated");
    expect(service(RENEWING).lifecycle).toBe("active");
    expect(service(RENEWING).expiresAt).toBeGreaterThan(now() + 20 * DAY);
    await expectRefusal(to("past-expiry"), "passed");
  });

  it("are refused for a service that never ends, and time stands still", async () => {
    await open.does("alice", { kind: "focus", service: VRACK });
    await expectRefusal(to("before-cut-off"), "no-service");
    await expectRefusal(to("past-expiry"), "no-service");
  });

  it("do not lead back", async () => {
    await open.does("alice", { kind: "focus", service: 25990031 });
    await expectRefusal(to("past-expiry"), "passed");
    await open.does("alice", { kind: "focus", service: 30770103 });
    await expectRefusal(to("before-cut-off"), "passed");
  });
});
