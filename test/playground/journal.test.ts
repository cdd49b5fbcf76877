import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import * as Discord from "../../sandbox/discord/world.ts";
import type { Act } from "../../sandbox/playground/acts.ts";
import { createJournal } from "../../sandbox/playground/journal.ts";
import type { PersonaKey } from "../../sandbox/playground/personas.ts";
import type { JournalEntry } from "../../sandbox/playground/protocol.ts";
import * as Slack from "../../sandbox/slack/world.ts";
import { handsOf } from "./hands.ts";
import { type OpenPlayground, openOnFrozenClock } from "./open.ts";
import type { Watching } from "./watching.ts";

const VPS = { id: 27330410, name: "vps-1a2b3c4d.vps.ovh.net" };

let open: OpenPlayground;
let sight: Watching;
/** How many entries there were when the test began. */
let before = 0;
beforeAll(async () => {
  open = await openOnFrozenClock();
  sight = await open.watch("alice");
});
afterAll(() => open.close());
beforeEach(async () => {
  await open.caughtUp(sight);
  before = Number([...sight.entries("journal").keys()].at(-1) ?? 0);
});

const fresh = (): readonly JournalEntry[] =>
  [...sight.entries("journal")].flatMap(([number, entry]) => (Number(number) > before ? [entry] : []));

/** Each entry as a line, without its time. */
function lineOf(entry: JournalEntry): string {
  switch (entry.kind) {
    case "act":
      return `${entry.who} ${entry.verb} on ${entry.platform}: ${entry.words}${entry.times === 2 ? " (twice)" : ""}`;
    case "post":
    case "edit":
      return `${entry.kind} on ${entry.platform} in ${entry.place}: ${entry.title}`;
    case "call":
      return `${entry.method} ${entry.path} ${entry.status} ${entry.reached ? "reached" : "stopped"}`;
    case "line":
      return `lines to ${entry.platform}: ${entry.open}`;
    case "mail":
      return `mail: ${entry.subject}`;
    case "console":
      return `console: ${entry.change} ${entry.service}`;
    case "fault":
      return `${entry.name} ${entry.on ? "on" : "off"}`;
    case "clock":
      return `clock to ${entry.to}`;
    case "bot":
      return `bot ${entry.state} ${entry.line}`.trim();
    case "log":
      return `${entry.level}: ${entry.line}`;
  }
}

const lines = (): readonly string[] => fresh().map(lineOf);

/** Resolves with all new lines once there is one that fits, and what the last act led to is told. */
async function told(fits: RegExp): Promise<readonly string[]> {
  await sight.until(() => lines().some((line) => fits.test(line)));
  return lines();
}

describe.each(["slack", "discord"] as const)("what happens on %s", (platform) => {
  it("is told in order: what people do, what OVHcloud is asked, what the bot posts and edits", async () => {
    await open.does("alice", { kind: "start-over", account: "example" });
    await open.caughtUp(sight);
    before = Number([...sight.entries("journal").keys()].at(-1) ?? 0);
    const hands = await handsOf(open, "bruno", platform);
    await hands.types(`/ovh terminate ${VPS.name}`);
    await hands.presses(/^Terminate/);
    const place = platform === "slack" ? Slack.OPS.id : Discord.CHANNELS.ops;
    const found = await told(/^edit/);
    expect(found).toEqual([
      expect.stringMatching(
        platform === "slack"
          ? `^bruno types on slack: /ovh terminate ${VPS.name}$`
          : `^bruno types on discord: /ovh terminate service:${VPS.name}$`,
      ),
      expect.stringMatching(`^post on ${platform} in ${place}: .*${VPS.name}`),
      `bruno presses on ${platform}: Terminate ${VPS.name}`,
      `PUT /services/${VPS.id} 200 reached`,
      expect.stringMatching(`^edit on ${platform} in ${place}: .*${VPS.name}`),
    ]);
  });

  it("is told with its button's words when a story plays it", async () => {
    await open.does("chloe", { kind: "story-open", story: "think-again", platform, language: "en" });
    for (const at of [1, 2]) {
      await open.does("chloe", { kind: "story-play" });
      await sight.until(() => sight.single("story")?.steps[at - 1]?.state === "done");
    }
    const found = await sight.until(() =>
      sight
        .many("journal")
        .map(lineOf)
        .find((line) => line.startsWith("bruno presses")),
    );
    expect(found).toBe(`bruno presses on ${platform}: Terminate ${VPS.name}`);
  });
});

describe("what a client does not let a person do", () => {
  const REFUSED: readonly (readonly [string, PersonaKey, Act])[] = [
    [
      "types where they are not",
      "sam",
      { kind: "slack-slash", channel: Slack.OPS.id, command: "/ovh", text: "help" },
    ],
    [
      "says where they are not",
      "gus",
      { kind: "slack-say", channel: Slack.OPS.id, text: "hi", thread: null },
    ],
    [
      "writes where nobody can any more",
      "alice",
      { kind: "slack-say", channel: Slack.ATTIC.id, text: "hi", thread: null },
    ],
    ["sends a form that is not open", "alice", { kind: "slack-submit", values: {} }],
    ["closes a form that is not open", "alice", { kind: "slack-close-modal" }],
    [
      "says where they cannot look",
      "chloe",
      { kind: "discord-say", channel: Discord.CHANNELS.private, text: "hi" },
    ],
    [
      "types where they cannot look",
      "sam",
      { kind: "discord-slash", channel: Discord.CHANNELS.ops, command: "ovh help", options: {} },
    ],
    [
      "types what no menu has",
      "alice",
      { kind: "discord-slash", channel: Discord.CHANNELS.ops, command: "ovh burn", options: {} },
    ],
    ["presses what is not there", "alice", { kind: "discord-press", message: "1", customId: "x" }],
    [
      "chooses where nothing is",
      "alice",
      { kind: "discord-choose", message: "1", customId: "x", values: [] },
    ],
    ["sends a form that is not open, on Discord", "alice", { kind: "discord-submit", values: {} }],
  ];

  it.each(REFUSED)("is not told as done: %s", async (_, who, act) => {
    expect(await open.act(who, act)).toEqual({ kind: "refused", problem: expect.stringMatching(/\w/) });
    // What comes after it is told, and nothing else.
    await open.does("alice", { kind: "discord-say", channel: Discord.CHANNELS.ops, text: "and then" });
    expect(await told(/and then/)).toEqual(["alice says on discord: and then"]);
  });

  it("does not use up a press that goes out twice", async () => {
    await open.does("alice", { kind: "fault", name: "double-press", on: true });
    await open.act("alice", { kind: "discord-press", message: "1", customId: "x" });
    await open.act("alice", {
      kind: "slack-press",
      place: { channel: Slack.OPS.id, ts: "1" },
      element: { blockId: "x", actionId: "y" },
    });
    await open.caughtUp(sight);
    expect(sight.single("faults")).toContainEqual({ name: "double-press", on: true });
    await open.does("alice", { kind: "fault", name: "double-press", on: false });
    expect(await told(/off$/)).toEqual(["double-press on", "double-press off"]);
  });
});

describe("around the clients", () => {
  it("tells what somebody does in OVHcloud's console, and jumps of the clock", async () => {
    await open.does("alice", { kind: "console", service: VPS.id, change: "manual" });
    const to = sight.single("clock").now + 3_600_000;
    await open.does("alice", { kind: "clock-advance", ms: 3_600_000 });
    expect(await told(/^clock/)).toEqual([`console: manual ${VPS.name}`, `clock to ${to}`]);
    expect(fresh().at(-1)?.at).toBe(to - 3_600_000);
  });

  it("tells how the bot is", async () => {
    await open.does("alice", { kind: "bot", what: "restart" });
    const found = await told(/^bot ready/);
    expect(found.filter((line) => line.startsWith("bot "))).toEqual([
      "bot stopping",
      "bot stopped",
      "bot starting",
      "bot ready",
    ]);
  });

  it("tells of e-mails, by their subject", async () => {
    const hands = await handsOf(open, "bruno", "slack");
    await hands.types("/ovh delete 30544012");
    await hands.presses(/^Delete/);
    await hands.sends(["xn--caf-des-arts-deb.fr", true]);
    const found = await told(/^mail: /);
    expect(found).toContain("POST /hosting/web/xn--caf-des-arts-deb.fr/terminate 200 reached");
    expect(found.find((line) => line.startsWith("mail: "))).toMatch(/mail: .*\w/);
  });

  it("completes a call by its answer, in its place", async () => {
    await open.does("alice", { kind: "console", service: 27330411, change: "automatic" });
    const hands = await handsOf(open, "bruno", "slack");
    await hands.types("/ovh terminate vps-5e6f7a8b.vps.ovh.net");
    await hands.sees(/vps-5e6f7a8b/);
    open.life().world.ovhcloud.faults.add({ method: "PUT", fault: { kind: "slow", ms: 2000 } });
    await hands.presses(/^Terminate vps-5e6f7a8b/);
    const number = await sight.until(
      () =>
        [...sight.entries("journal")].find(
          ([, entry]) => entry.kind === "call" && entry.status === null,
        )?.[0],
    );
    await open.does("alice", { kind: "clock-advance", ms: 2000 });
    await sight.until(() => lines().some((line) => line === "PUT /services/27330411 200 reached"));
    const entry = sight.entries("journal").get(number ?? "");
    expect(entry && lineOf(entry)).toBe("PUT /services/27330411 200 reached");
    expect(lines().filter((line) => line.startsWith("PUT"))).toHaveLength(1);
  });

  it("tells of reading only what was refused", async () => {
    open.life().world.ovhcloud.faults.add({
      method: "GET",
      path: "/services/*",
      fault: { kind: "status", status: 404 },
    });
    const hands = await handsOf(open, "bruno", "slack");
    await hands.types("/ovh service vps-1a2b3c4d.vps.ovh.net");
    const found = await told(/^GET/);
    expect(found.filter((line) => line.startsWith("GET"))).toEqual([`GET /services/${VPS.id} 404 stopped`]);
  });
});

it("keeps the newest four hundred", async () => {
  let changes = 0;
  const journal = createJournal(() => {
    changes++;
  });
  const entry = (at: number): JournalEntry => ({ kind: "mail", at, subject: String(at) });
  const replaceFirst = journal.add(entry(0));
  for (let at = 1; at < 1000; at++) journal.add(entry(at));
  expect(journal.entries().size).toBe(400);
  expect([...journal.entries().values()].at(0)?.at).toBe(600);
  expect([...journal.entries().values()].at(-1)?.at).toBe(999);
  // What was forgotten does not come back by being completed.
  replaceFirst(entry(0));
  expect(journal.entries().size).toBe(400);
  expect(changes).toBe(1000);
});

it("keeps an entry the same object until it is completed, and forgets one that is taken back", () => {
  const journal = createJournal(() => {});
  const first: JournalEntry = { kind: "mail", at: 1, subject: "first" };
  const replace = journal.add(first);
  const takeBack = journal.add({ kind: "mail", at: 2, subject: "second" });
  expect(journal.entries().get("1")).toBe(first);
  const completed: JournalEntry = { ...first, subject: "completed" };
  replace(completed);
  takeBack(null);
  expect([...journal.entries()]).toEqual([["1", completed]]);
});
