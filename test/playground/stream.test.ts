import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import * as Discord from "../../sandbox/discord/world.ts";
import type { JsonObject } from "../../sandbox/json.ts";
import { PERSONAS, type PersonaKey } from "../../sandbox/playground/personas.ts";
import type { Many, Patch } from "../../sandbox/playground/protocol.ts";
import * as Slack from "../../sandbox/slack/world.ts";
import { handsOf } from "./hands.ts";
import { type OpenPlayground, openOnFrozenClock } from "./open.ts";
import type { Watching } from "./watching.ts";

let open: OpenPlayground;
beforeAll(async () => {
  open = await openOnFrozenClock();
});
afterAll(() => open.close());

async function watch(who: PersonaKey): Promise<Watching> {
  const sight = await open.watch(who);
  onTestFinished(sight.close);
  return sight;
}

/** What came after this, of one kind. */
const changesSince = <K extends keyof Many>(sight: Watching, from: number, kind: K) =>
  sight.patches.slice(from).flatMap(({ many }) => many[kind] ?? []);

const say = (who: PersonaKey, text: string): Promise<void> =>
  open.does(who, { kind: "slack-say", channel: Slack.OPS.id, text, thread: null });

const START_OVER = { kind: "start-over", account: "example" } as const;

describe("what a page is told", () => {
  it("is everything first", async () => {
    const { first } = await watch("alice");
    expect(first.whole).toBe(true);
    expect(Object.keys(first.single).toSorted()).toEqual([
      "account",
      "bot",
      "clock",
      "discordErrors",
      "discordModal",
      "discordPlaces",
      "faults",
      "slackErrors",
      "slackHome",
      "slackModal",
      "slackPlaces",
      "story",
      "who",
      "world",
    ]);
    expect(first.single).toMatchObject({
      who: { key: "alice", role: "operator", language: "fr" },
      bot: { kind: "ready" },
      clock: { now: open.life().world.clock.now(), movingTo: null },
      story: null,
      slackModal: null,
    });
  });

  it("is afterwards only what has changed", async () => {
    const sight = await watch("alice");
    await say("bruno", "one");
    await open.caughtUp(sight);
    const from = sight.patches.length;
    await say("bruno", "two");
    await open.caughtUp(sight);
    const later = sight.patches.slice(from);
    expect(later.every(({ whole }) => !whole)).toBe(true);
    const texts = changesSince(sight, from, "slackMessages").flatMap(({ set, gone }) => [
      ...Object.values(set).map(({ text }) => text),
      ...gone,
    ]);
    expect(texts).toEqual(["two"]);
    expect(new Set(later.flatMap(({ single }) => Object.keys(single)))).toEqual(new Set());
  });

  it("is nothing while nothing changes", async () => {
    const sight = await watch("alice");
    await open.caughtUp(sight);
    const from = sight.patches.length;
    // Something of which nobody is told anything: each change makes the server look.
    for (let count = 0; count < 3; count++) {
      await open.act("alice", { kind: "slack-close-modal" });
      await open.does("alice", { kind: "focus", service: null });
    }
    await say("bruno", "at last");
    await open.caughtUp(sight);
    expect(sight.patches.slice(from).filter(({ many }) => !many.slackMessages)).toEqual([]);
  });

  it("comes for an edited message under the key that it had", async () => {
    const hands = await handsOf(open, "bruno", "slack");
    await hands.types("/ovh terminate vps-1a2b3c4d.vps.ovh.net");
    await hands.sees(/vps-1a2b3c4d/);
    const [key, before] = [...hands.sight.entries("slackMessages")].at(-1) ?? [];
    const from = hands.sight.patches.length;
    await hands.presses(/^Change nothing/);
    await hands.sight.until(() => hands.sight.entries("slackMessages").get(key ?? "")?.edits === 1);
    const changes = changesSince(hands.sight, from, "slackMessages");
    expect(changes.flatMap(({ set }) => Object.keys(set))).toEqual([key]);
    expect(changes.flatMap(({ gone }) => gone)).toEqual([]);
    expect(hands.sight.entries("slackMessages").get(key ?? "")?.text).not.toBe(before?.text);
  });

  it("comes for an edited message of Discord so, too", async () => {
    const hands = await handsOf(open, "bruno", "discord");
    await hands.types("/ovh terminate vps-1a2b3c4d.vps.ovh.net");
    await hands.sees(/vps-1a2b3c4d/);
    const key = [...hands.sight.entries("discordMessages").keys()].at(-1) ?? "";
    const from = hands.sight.patches.length;
    await hands.presses(/^Change nothing/);
    await hands.sight.until(() => changesSince(hands.sight, from, "discordMessages").length > 0);
    await open.caughtUp(hands.sight);
    const changes = changesSince(hands.sight, from, "discordMessages");
    expect(new Set(changes.flatMap(({ set }) => Object.keys(set)))).toEqual(new Set([key]));
    expect(hands.buttons().filter((label) => label === "Change nothing")).toEqual([]);
  });

  it("names what is gone", async () => {
    await say("bruno", "before she leaves");
    const sight = await watch("chloe");
    const key = [...sight.entries("slackMessages")].find(([, { text }]) => text === "before she leaves")?.[0];
    expect(key).toMatch(/^C0OPS\//);
    await open.life().world.slack.person(Slack.CHLOE.id).leaves(Slack.OPS.id);
    await sight.until(() => !sight.entries("slackMessages").has(key ?? ""));
    expect(sight.patches.flatMap(({ many }) => many.slackMessages?.gone ?? [])).toContain(key);
    expect(sight.single("slackPlaces").map(({ id }) => id)).not.toContain(Slack.OPS.id);
  });

  it("is of each channel the newest two hundred messages", async () => {
    const sight = await watch("alice");
    const person = open.life().world.slack.person(Slack.ALICE.id);
    for (let count = 0; count < 250; count++) person.says(Slack.RANDOM.id, `no. ${count}`);
    await open.caughtUp(sight);
    const texts = sight.many("slackMessages").filter(({ channel }) => channel === Slack.RANDOM.id);
    expect(texts).toHaveLength(200);
    expect(texts.at(-1)?.text).toBe("no. 249");
    person.says(Slack.RANDOM.id, "one more");
    await open.caughtUp(sight);
    expect(sight.many("slackMessages").filter(({ channel }) => channel === Slack.RANDOM.id)).toHaveLength(
      200,
    );
    expect(sight.many("slackMessages").map(({ text }) => text)).not.toContain("no. 50");
  });

  it("begins anew when the world does", async () => {
    const sight = await watch("alice");
    await say("bruno", "in another life");
    await open.caughtUp(sight);
    await open.does("alice", START_OVER);
    await sight.until(
      () => sight.patches.filter(({ whole }) => whole).length > 1 && sight.single("bot").kind === "ready",
    );
    await open.caughtUp(sight);
    expect(sight.many("slackMessages")).toEqual([]);
    expect(sight.many("calls").every(({ at }) => at === sight.single("clock").now)).toBe(true);
  });
});

const isEphemeral = (message: JsonObject): boolean => (Number(message.flags) & 64) !== 0;

/** What stands before somebody's eyes at the two clients, in everything that their page was ever told. */
const seenOf = ({ patches }: Watching): string =>
  JSON.stringify(
    patches.map(({ single, many }: Patch) => [
      ...[single.slackModal, single.slackHome, single.slackErrors],
      ...[single.discordModal, single.discordErrors],
      ...[many.slackMessages?.set, many.discordMessages?.set],
    ]),
  );

/** Every page is open while somebody acts. */
async function everyPage(): Promise<ReadonlyMap<PersonaKey, Watching>> {
  const pages = await Promise.all(PERSONAS.map(async (who) => [who, await watch(who)] as const));
  return new Map(pages);
}

/** Somebody has done something; nobody else's page was ever told these words. */
async function expectPrivate(
  pages: ReadonlyMap<PersonaKey, Watching>,
  owner: PersonaKey,
  words: string,
): Promise<void> {
  expect(words.length).toBeGreaterThan(8);
  for (const [who, page] of pages) {
    await open.caughtUp(page);
    expect([who, seenOf(page).includes(JSON.stringify(words).slice(1, -1))]).toEqual([who, who === owner]);
  }
}

describe("what one person alone sees", () => {
  it.each(PERSONAS)("is told nobody else: answers to %s alone", async (who) => {
    const pages = await everyPage();
    const page = pages.get(who);
    if (!page) throw new Error("nobody looks");
    const slackChannel = page.single("slackPlaces")[0]?.id ?? "";
    const discordChannel = page.single("discordPlaces")[0]?.id ?? "";
    await open.does(who, { kind: "slack-slash", channel: slackChannel, command: "/ovh", text: "help" });
    const inSlack = await page.until(() => page.many("slackMessages").findLast(({ ephemeral }) => ephemeral));
    await expectPrivate(pages, who, inSlack?.ts ?? "");
    await open.does(who, {
      kind: "discord-slash",
      channel: discordChannel,
      command: "ovh help",
      options: {},
    });
    const inDiscord = await page.until(() => page.many("discordMessages").findLast(isEphemeral));
    await expectPrivate(pages, who, String(inDiscord?.id));
  });

  it.each(["slack", "discord"] as const)(
    "is told nobody else: a form on %s, and what is typed into it",
    async (platform) => {
      const pages = await everyPage();
      const hands = await handsOf(open, "bruno", platform);
      await hands.types("/ovh delete 30544012");
      await hands.presses(/^Delete .* now…$/);
      const form = await hands.sight.until(() =>
        platform === "slack"
          ? hands.sight.single("slackModal")?.view
          : hands.sight.single("discordModal")?.customId,
      );
      await expectPrivate(pages, "bruno", form ?? "");
      await open.does("bruno", { kind: `${platform}-close-modal` });
    },
  );

  it("is told nobody else: the home tab, and direct messages", async () => {
    const pages = await everyPage();
    await open.does("alice", { kind: "slack-open-home" });
    const page = pages.get("alice");
    const home = await page?.until(() => page.single("slackHome"));
    await expectPrivate(pages, "alice", home?.view ?? "");
    const direct = page?.single("slackPlaces").find(({ kind }) => kind === "im");
    await open.does("alice", {
      kind: "slack-say",
      channel: direct?.id ?? "",
      text: "between us on Slack",
      thread: null,
    });
    await expectPrivate(pages, "alice", "between us on Slack");
    await open.does("alice", {
      kind: "discord-say",
      channel: Discord.CHANNELS.aliceDirect,
      text: "between us on Discord",
    });
    await expectPrivate(pages, "alice", "between us on Discord");
  });

  it("is told nobody else: that the bot failed", async () => {
    const pages = await everyPage();
    await open.does("alice", { kind: "bot", what: "stop" });
    await open.does("bruno", { kind: "slack-slash", channel: Slack.OPS.id, command: "/ovh", text: "help" });
    const page = pages.get("bruno");
    const error = await page?.until(() => page.single("slackErrors").at(-1));
    expect(error?.text).toMatch(/\w/);
    await expectPrivate(pages, "bruno", error?.text ?? "");
    await open.does("alice", { kind: "bot", what: "start" });
  });
});

describe("the channels that somebody sees", () => {
  const SLACK: Readonly<Record<PersonaKey, readonly string[]>> = {
    alice: ["general", "ops", "random", "secret", "attic"],
    bruno: ["general", "ops", "random", "secret", "attic"],
    chloe: ["general", "ops", "random", "attic"],
    gus: ["general", "random"],
    sam: ["general"],
  };
  const DISCORD: Readonly<Record<PersonaKey, readonly string[]>> = {
    alice: ["general", "ops", "private", "announcements"],
    bruno: ["general", "ops", "announcements"],
    chloe: ["general", "ops", "announcements"],
    gus: ["general", "ops", "announcements"],
    sam: ["lobby"],
  };

  it.each(PERSONAS)("are those that %s is in, and messages of no other", async (who) => {
    await open.does("alice", START_OVER);
    const { slack, discord } = open.life().world;
    for (const channel of Slack.EXAMPLE_WORLD.channels)
      slack.person(Slack.ALICE.id).says(channel.id, `slack ${channel.name}`);
    const writers = { lobby: Discord.STRANGER.id, private: Discord.ALICE.id };
    for (const name of ["general", "ops", "private", "announcements", "lobby"] as const)
      discord
        .person(name === "lobby" ? writers.lobby : writers.private)
        .says(Discord.CHANNELS[name], `discord ${name}`);
    const sight = await watch(who);
    const named = <T extends { readonly name: string }>(places: readonly T[]): readonly string[] =>
      places.map(({ name }) => name).filter((name) => name !== "");
    expect(named(sight.single("slackPlaces"))).toEqual(SLACK[who]);
    expect(named(sight.single("discordPlaces"))).toEqual(DISCORD[who]);
    expect(sight.many("slackMessages").map(({ text }) => text)).toEqual(
      SLACK[who].map((name) => `slack ${name}`),
    );
    expect(sight.many("discordMessages").map(({ content }) => content)).toEqual(
      DISCORD[who].map((name) => `discord ${name}`),
    );
  });

  it("offer the commands that this person is offered there", async () => {
    const sight = await watch("sam");
    const [lobby] = sight.single("discordPlaces");
    expect(lobby).toMatchObject({ name: "lobby", server: "Elsewhere" });
    const alice = await watch("alice");
    const ops = alice.single("discordPlaces").find(({ name }) => name === "ops");
    expect(ops?.menu.map(({ name }) => name)).toContain("/ovh resilier");
  });
});

it("looks for nobody who has gone", async () => {
  const hands = await handsOf(open, "alice", "slack");
  const gone = await open.watch("chloe");
  await gone.close();
  await say("bruno", "after she has gone");
  await open.caughtUp(hands.sight);
  const looks = vi.spyOn(open.life().people, "get");
  await say("bruno", "long after she has gone");
  await hands.sees("long after she has gone");
  expect(looks.mock.calls.flat()).toContain("alice");
  expect(looks.mock.calls.flat()).not.toContain("chloe");
  expect(JSON.stringify(gone.patches)).not.toContain("after she has gone");
});
