import { readdir } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Act } from "../../sandbox/playground/acts.ts";
import type { AccountPage, OvhCall } from "../../sandbox/playground/protocol.ts";
import { DAY, MINUTE, SECOND } from "../../src/domain/instant.ts";
import { type Hands, handsOf, type Page } from "../playground/hands.ts";
import { doAct } from "../playground/page-acts.ts";
import { watchState } from "../playground/watching.ts";
import { buildProgram, type Program, type Running } from "./program.ts";

const VPS = { id: 27330410, name: "vps-1a2b3c4d.vps.ovh.net" };
const OTHER_VPS = { id: 27330411, name: "vps-5e6f7a8b.vps.ovh.net" };

let program: Program;
beforeAll(async () => {
  program = await buildProgram();
}, 3 * MINUTE);
afterAll(() => program.discard());

interface Started extends Page {
  readonly running: Running;
  readonly address: string;
}

async function start(until?: Parameters<Program["start"]>[1]): Promise<Started> {
  const running = await program.start({}, until);
  const address = await vi.waitUntil(() => /^ {2}(http:\S+)$/m.exec(running.stdout())?.[1], {
    timeout: MINUTE,
  });
  return {
    running,
    address,
    does: (who, act) => doAct(address, who, act),
    watch: (who) => watchState(address, who),
  };
}

const bot = (what: "kill" | "start" | "stop" | "restart"): Act => ({ kind: "bot", what });
const fault = (on: boolean): Act => ({ kind: "fault", name: "ovh-slow", on });
const ahead = (ms: number): Act => ({ kind: "clock-advance", ms });

/** Calls that are to change a service, as the page is told of them. */
const changes = ({ sight }: Hands, { id } = VPS): readonly OvhCall[] =>
  sight.many("calls").filter(({ method, path }) => method === "PUT" && path === `/services/${id}`);

const kindOf = ({ sight }: Hands): string => sight.single("bot").kind;

async function pidOf({ sight }: Hands): Promise<number> {
  const state = await sight.until(() => sight.single("bot").kind === "ready" && sight.single("bot"));
  if (state === false || state.kind !== "ready" || state.pid === null)
    throw new Error("the bot is no process");
  return state.pid;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

const PROVEN = "OVHcloud now shows the termination";

/** Bruno has a card before him on each platform, with a button that terminates a server. */
async function withCards(page: Page): Promise<{ readonly slack: Hands; readonly discord: Hands }> {
  const slack = await handsOf(page, "bruno", "slack");
  const discord = await handsOf(page, "bruno", "discord");
  await Promise.all([
    slack.types(`/ovh terminate ${VPS.name}`),
    discord.types(`/ovh terminate ${OTHER_VPS.name}`),
  ]);
  await Promise.all([slack.sees(VPS.name), discord.sees(OTHER_VPS.name)]);
  return { slack, discord };
}

const press = ({ slack, discord }: Awaited<ReturnType<typeof withCards>>): Promise<unknown> =>
  Promise.all([slack.presses(/^Terminate vps-1a2b3c4d/), discord.presses(/^Terminate vps-5e6f7a8b/)]);

describe("a bot that is killed", () => {
  it("between its card and the press answers that card in its next life, and changes it once", async () => {
    const page = await start();
    const hands = await withCards(page);
    const first = await pidOf(hands.slack);
    await page.does("bruno", bot("kill"));
    expect(isAlive(first)).toBe(false);
    await hands.slack.sight.until(() => kindOf(hands.slack) === "killed");
    await page.does("bruno", bot("start"));
    expect(await pidOf(hands.slack)).not.toBe(first);
    await press(hands);
    await Promise.all([hands.slack.sees(PROVEN), hands.discord.sees(PROVEN)]);
    for (const service of [VPS, OTHER_VPS])
      expect(changes(hands.slack, service)).toMatchObject([{ reached: true, status: 200 }]);
    // The program killed in its turn leaves no bot behind, nor a complaint.
    const second = await pidOf(hands.slack);
    page.running.signal("SIGKILL");
    await vi.waitUntil(() => !isAlive(second), { timeout: MINUTE });
    expect(page.running.stderr()).toBe("");
  });

  it("in the middle of a change says in its next life what became of it, and never sends it twice", async () => {
    const page = await start();
    const hands = await withCards(page);
    await page.does("chloe", fault(true));
    const pressing = press(hands);
    // Each call takes eight seconds: until the changes themselves are on their way.
    const sent = (): readonly OvhCall[] => [...changes(hands.slack), ...changes(hands.slack, OTHER_VPS)];
    while (sent().length < 2) await page.does("chloe", ahead(SECOND));
    await pressing;
    expect(sent().map(({ reached, status }) => ({ reached, status }))).toEqual([
      { reached: false, status: null },
      { reached: false, status: null },
    ]);
    await page.does("chloe", bot("kill"));
    await page.does("chloe", fault(false));
    // They take effect although nobody waits for their answers any more.
    await page.does("chloe", ahead(10 * SECOND));
    await hands.slack.sight.until(() => sent().every(({ reached }) => reached));
    await page.does("chloe", bot("start"));
    expect(await hands.slack.sees(PROVEN)).toContain(VPS.name);
    expect(await hands.discord.sees(PROVEN)).toContain(OTHER_VPS.name);
    await page.does("chloe", ahead(15 * MINUTE));
    expect(sent()).toHaveLength(2);
    await hands.slack.presses(/^Keep vps-1a2b3c4d/);
    await hands.slack.sees(/is kept/);
    // In the end the program takes its bot with it.
    const pid = await pidOf(hands.slack);
    page.running.signal("SIGTERM");
    expect(await page.running.ended()).toBe(0);
    expect(isAlive(pid)).toBe(false);
    expect(page.running.stderr()).toBe("");
    expect(await readdir(page.running.directory)).toEqual([]);
  });
});

describe("the program", () => {
  let page: Started;
  const ends: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    page = await start((end) => ends.unshift(end));
  }, MINUTE);
  afterAll(async () => {
    for (const end of ends) await end();
  });

  /** Bruno, at the beginning of a world. */
  async function anew(): Promise<Hands> {
    await page.does("bruno", { kind: "start-over", account: "example" });
    return handsOf(page, "bruno", "slack");
  }

  it("moves time on when what was pressed has come through to the bot's process", async () => {
    const hands = await anew();
    await hands.types(`/ovh terminate ${VPS.name}`);
    await hands.sees(VPS.name);
    const before = hands.sight.single("clock").now;
    // Slack's press is acknowledged at once: the bot has just begun.
    await hands.presses(/^Terminate vps-1a2b3c4d/);
    await page.does("chloe", ahead(DAY));
    await hands.sees(PROVEN);
    expect(changes(hands)).toHaveLength(1);
    expect(changes(hands)[0]?.at).toBeLessThan(before + MINUTE);
    await hands.types("/ovh follow days:2,1 filter:type:domain");
    await hands.sees(/Reminders are on/);
    await page.does("chloe", { kind: "clock-to", where: "next-reminder" });
    expect(await hands.sees("velo-cargo.fr")).toMatch(/day/);
  });

  it("gives a fresh account and another bot to whoever starts over, and keeps nothing of the old ones", async () => {
    const hands = await anew();
    const first = await pidOf(hands);
    await page.does("chloe", { kind: "console", service: VPS.id, change: "terminate" });
    await page.does("chloe", ahead(DAY));
    const later = hands.sight.single("clock").now;
    await page.does("bruno", { kind: "start-over", account: "example" });
    expect(isAlive(first)).toBe(false);
    await hands.sight.until(() => hands.sight.patches.filter(({ whole }) => whole).length > 1);
    expect(await pidOf(hands)).not.toBe(first);
    expect(hands.sight.single("clock").now).toBeLessThan(later);
    const found: AccountPage = JSON.parse(
      await (await fetch(`${page.address}account?search=${VPS.id}`)).text(),
    );
    expect(found.rows.map(({ service }) => service.termination)).toEqual([null]);
    const folders = await readdir(page.running.directory);
    expect(folders.filter((name) => name.startsWith("lastcall-"))).toHaveLength(1);
  });

  it("says of a bot that ended by itself what it said last, and starts another", async () => {
    const hands = await anew();
    const slack = hands.sight.single("world").addresses.find(({ name }) => name === "Slack");
    await fetch(`${slack?.controls}/disconnect`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ reason: "link_disabled" }),
    });
    await hands.sight.until(() => kindOf(hands) === "ended");
    expect(hands.sight.single("bot")).toEqual({
      kind: "ended",
      code: 1,
      line: expect.stringMatching(/^Slack.*Socket Mode/),
    });
    expect(hands.sight.many("journal").at(-1)).toMatchObject({
      kind: "bot",
      state: "ended",
      line: expect.stringMatching(/^Slack/),
    });
    // In this world another one waits for Slack for ever; in the next it runs.
    const waiting = page.does("bruno", bot("start"));
    await hands.sight.until(() => kindOf(hands) === "starting");
    await page.does("bruno", { kind: "start-over", account: "example" });
    await waiting;
    await hands.sight.until(() => hands.sight.patches.filter(({ whole }) => whole).length > 1);
    // And one that somebody else kills has ended by itself, too.
    process.kill(await pidOf(hands), "SIGKILL");
    await hands.sight.until(() => kindOf(hands) === "ended");
    expect(hands.sight.single("bot")).toMatchObject({ kind: "ended", code: null });
  });

  it("ends with nothing to complain of when a terminal interrupts it and its bot at once", async () => {
    const hands = await anew();
    const before = page.running.stderr();
    process.kill(await pidOf(hands), "SIGINT");
    page.running.signal("SIGINT");
    expect(await page.running.ended()).toBe(0);
    expect(page.running.stderr()).toBe(before);
  });
});
