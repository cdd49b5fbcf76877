import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as Discord from "../../sandbox/discord/world.ts";
import type { PersonaKey } from "../../sandbox/playground/personas.ts";
import {
  type ActAnswer,
  type ConsoleChange,
  LANGUAGES,
  type Language,
  type PlatformName,
} from "../../sandbox/playground/protocol.ts";
import {
  type Finding,
  STORIES,
  type StepState,
  type StoryKey,
  type StoryState,
  type Target,
} from "../../sandbox/playground/stories/story.ts";
import * as Slack from "../../sandbox/slack/world.ts";
import { type Hands, handsOf } from "./hands.ts";
import { type OpenPlayground, openOnFrozenClock } from "./open.ts";
import type { Watching } from "./watching.ts";

let open: OpenPlayground;
let sight: Watching;
beforeAll(async () => {
  open = await openOnFrozenClock();
  sight = await open.watch("alice");
});
afterAll(() => open.close());

const PLATFORMS = ["slack", "discord"] as const;
const EVERY = STORIES.flatMap((story) =>
  PLATFORMS.flatMap((platform) => LANGUAGES.map((language) => ({ story, platform, language }))),
);

interface Telling {
  readonly story: StoryKey;
  readonly platform: PlatformName;
  readonly language: Language;
}

const told = (): StoryState | null => sight.single("story");
const operatorOf = (language: Language): PersonaKey => (language === "fr" ? "alice" : "bruno");

/** Begins it; resolves with its steps when the page has been told. */
async function tell(telling: Telling): Promise<readonly StepState[]> {
  await open.does("chloe", { kind: "story-leave" });
  await open.does("chloe", { kind: "story-open", ...telling });
  const state = await sight.until(() => told()?.key === telling.story && told());
  return state ? state.steps : [];
}

/** How many are done, after asking that they are done from the first on. */
function done(): number {
  const states = told()?.steps.map(({ state }) => state) ?? [];
  const count = states.filter((state) => state === "done").length;
  expect(states.slice(0, count).every((state) => state === "done")).toBe(true);
  return count;
}

/** Does one step after the other; after each exactly that many are done. */
async function through({ story }: Telling, act: (step: StepState) => Promise<void>): Promise<void> {
  const count = told()?.steps.length ?? 0;
  for (let at = 0; at < count; at++) {
    expect(done()).toBe(at);
    expect(told()?.findings).toBeNull();
    const step = told()?.steps[at];
    if (!step) throw new Error("the story has lost a step");
    const doing = act(step).then(() =>
      sight.until(() => done() > at && told()?.steps.every(({ state }) => state !== "playing")),
    );
    // While OVHcloud is down the bot tries again for a while before it gives up.
    await (story === "ovh-down" ? open.meanwhile(doing) : doing);
  }
}

const findings = (): readonly Finding[] => told()?.findings ?? [];
const holding = (): readonly boolean[] => findings().map(({ holds }) => holds);

/** What somebody may do in OVHcloud's own console, and which findings it belies. */
const MEDDLING: Readonly<
  Record<
    StoryKey,
    { readonly service: number; readonly change: ConsoleChange; readonly holds: readonly boolean[] }
  >
> = {
  "nearly-lapsed": { service: 26001879, change: "manual", holds: [false, true] },
  "think-again": { service: 27330410, change: "manual", holds: [false, true] },
  "mailed-token": { service: 29162447, change: "terminate", holds: [true, false, true] },
  "two-at-once": { service: 27330411, change: "keep", holds: [false, true] },
  "ovh-down": { service: 27330410, change: "keep", holds: [false, true] },
};

async function meddle(story: StoryKey): Promise<void> {
  const { service, change } = MEDDLING[story];
  await open.does("chloe", { kind: "console", service, change });
}

describe("a story that is played", () => {
  it.each(EVERY)(
    "$story, on $platform in $language: each step in its turn, all is found as it should be, and no more so when it is undone",
    async (telling) => {
      const steps = await tell(telling);
      await through(telling, () => open.does("chloe", { kind: "story-play" }));
      expect(findings().length).toBeGreaterThan(1);
      expect(findings().filter(({ holds }) => !holds)).toEqual([]);
      expect(new Set(steps.map(({ who }) => who))).toEqual(new Set([operatorOf(telling.language)]));
      await meddle(telling.story);
      await expect.poll(holding).toEqual(MEDDLING[telling.story].holds);
    },
  );
});

/** Follows what the page points at, as a visitor does who reads no words. */
async function byHand(hands: Hands, who: PersonaKey, target: Target): Promise<void> {
  switch (target.kind) {
    case "type":
      return hands.types(target.text);
    case "button":
      return hands.presses(new RegExp(target.words));
    case "form":
      return hands.sends([...target.values, true]);
    case "clock":
      return open.does(who, { kind: "clock-to", where: target.where });
    case "fault": {
      const isOn = sight.single("faults").some(({ name, on }) => name === target.name && on);
      return open.does(who, { kind: "fault", name: target.name, on: !isOn });
    }
  }
}

/** Between them every platform and both languages. The one that takes days is done once. */
const BY_HAND = EVERY.filter(
  ({ story, platform, language }) =>
    (platform === "slack") === (language === "en") && (story !== "nearly-lapsed" || language === "fr"),
);

describe("a story that is done by hand", () => {
  it.each(BY_HAND)(
    "$story, on $platform in $language: what each step points at moves it on",
    async (telling) => {
      await tell(telling);
      const hands = await handsOf(open, operatorOf(telling.language), telling.platform);
      await through(telling, ({ who, target }) => byHand(hands, who, target));
      expect(holding().every((holds) => holds)).toBe(true);
    },
  );

  it("may be played on from where the visitor left it", async () => {
    const telling: Telling = { story: "think-again", platform: "discord", language: "fr" };
    await tell(telling);
    const hands = await handsOf(open, "alice", "discord");
    let turns = 0;
    await through(telling, ({ who, target }) =>
      turns++ % 2 === 0 ? byHand(hands, who, target) : open.does("chloe", { kind: "story-play" }),
    );
    expect(holding()).toEqual([true, true]);
  });
});

describe("a story whose end is wrong", () => {
  it.each(["mailed-token", "two-at-once"] as const)(
    "%s: says so when somebody was in the console before its last step",
    async (story) => {
      const telling: Telling = { story, platform: "slack", language: "en" };
      const steps = await tell(telling);
      await through(telling, async () => {
        if (done() === steps.length - 1) await meddle(story);
        await open.does("chloe", { kind: "story-play" });
      });
      await expect.poll(holding).toEqual(MEDDLING[story].holds);
    },
  );

  it("says so when OVHcloud was asked more often than it should have been", async () => {
    const telling: Telling = { story: "two-at-once", platform: "slack", language: "en" };
    await tell(telling);
    await through(telling, () => open.does("chloe", { kind: "story-play" }));
    const hands = await handsOf(open, "bruno", "slack");
    await hands.presses(/^Keep vps-5e6f7a8b/);
    await expect.poll(holding).toEqual([false, false]);
  });
});

describe("a story", () => {
  it("is nobody's any more once it is left", async () => {
    await tell({ story: "think-again", platform: "slack", language: "en" });
    await open.does("chloe", { kind: "story-leave" });
    await sight.until(() => told() === null);
    expect(await open.act("chloe", { kind: "story-play" })).toMatchObject({ reason: "no-step" });
  });

  it("has no step to play beyond its last, and plays one at a time", async () => {
    const telling: Telling = { story: "think-again", platform: "slack", language: "en" };
    await tell(telling);
    const play = (): Promise<ActAnswer> => open.act("chloe", { kind: "story-play" });
    expect(await Promise.all([play(), play()])).toMatchObject([
      { kind: "done" },
      { kind: "refused", reason: "playing" },
    ]);
    await sight.until(() => done() === 1);
    for (const at of [2, 3]) {
      await open.does("chloe", { kind: "story-play" });
      await sight.until(() => done() === at);
    }
    expect(await play()).toMatchObject({ kind: "refused", reason: "no-step" });
  });

  it.each(PLATFORMS)(
    "does not take a form on %s that is being sent for the one that opens next",
    async (platform) => {
      await tell({ story: "mailed-token", platform, language: "en" });
      const { world, observe, play } = open.life();
      const doneWhenMailed: number[] = [];
      // OVHcloud sends its e-mail before it answers: the form cannot have closed yet.
      const silence = world.ovhcloud.listen(() => {
        if (world.ovhcloud.mailbox().length === 0) return;
        observe();
        doneWhenMailed.push(play.state()?.steps.filter(({ state }) => state === "done").length ?? 0);
      });
      for (let at = 0; at < 3; at++) {
        await open.does("chloe", { kind: "story-play" });
        await sight.until(() => done() > at);
      }
      silence();
      expect(doneWhenMailed[0]).toBe(3);
      expect(done()).toBe(3);
    },
  );

  it.each(PLATFORMS)("does not take whatever is said on %s for the answer to a command", async (platform) => {
    await tell({ story: "two-at-once", platform, language: "en" });
    for (const at of [1, 2]) {
      await open.does("chloe", { kind: "story-play" });
      await sight.until(() => done() === at);
    }
    await open.does(
      "bruno",
      platform === "slack"
        ? { kind: "slack-say", channel: Slack.OPS.id, text: "that was close", thread: null }
        : { kind: "discord-say", channel: Discord.CHANNELS.ops, text: "that was close" },
    );
    const hands = await handsOf(open, "bruno", platform);
    await hands.types("/ovh help");
    await hands.sees("that was close");
    await open.caughtUp(sight);
    expect(done()).toBe(2);
    await hands.types("/ovh history");
    await sight.until(() => done() === 3);
  });

  it("begins on an account that nobody has touched, with a bot that runs", async () => {
    await open.does("alice", { kind: "console", service: 27330410, change: "terminate" });
    await tell({ story: "think-again", platform: "slack", language: "en" });
    expect(sight.single("bot").kind).toBe("ready");
    expect(open.life().world.ovhcloud.service(27330410).termination).toBeNull();
    expect(sight.many("slackMessages")).toEqual([]);
  });
});
