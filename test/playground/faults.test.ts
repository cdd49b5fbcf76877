import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FAULTS, type FaultName } from "../../sandbox/playground/faults.ts";
import type { PlatformName } from "../../sandbox/playground/protocol.ts";
import { SECOND } from "../../src/domain/instant.ts";
import { type Hands, handsOf } from "./hands.ts";
import { type OpenPlayground, openOnFrozenClock, START } from "./open.ts";

const VPS = { id: 27330410, name: "vps-1a2b3c4d.vps.ovh.net" };

let open: OpenPlayground;
beforeEach(async () => {
  open = await openOnFrozenClock();
});
afterEach(() => open.close());

const set = (name: FaultName, on: boolean): Promise<void> => open.does("chloe", { kind: "fault", name, on });

const isOn = (hands: Hands, wanted: FaultName): boolean =>
  hands.sight.single("faults").some(({ name, on }) => name === wanted && on);

/** What the journal tells of faults, in order. */
const told = (hands: Hands): readonly string[] =>
  hands.sight
    .many("journal")
    .flatMap((entry) => (entry.kind === "fault" ? [`${entry.name} ${entry.on ? "on" : "off"}`] : []));

const statuses = (hands: Hands): readonly (number | null)[] =>
  hands.sight.many("calls").map(({ status }) => status);

const writes = (): readonly string[] =>
  open
    .life()
    .world.ovhcloud.writes()
    .map(({ method, path }) => `${method} ${path}`);

/** How often something has reached the bot. */
const arrivals = (platform: PlatformName): number => {
  const { slack, discord } = open.life().world;
  return platform === "slack"
    ? slack.traffic().filter(({ kind }) => kind === "acknowledgement").length
    : discord.traffic().filter((one) => one.kind === "gateway" && one.event === "INTERACTION_CREATE").length;
};

const ONE_WRITE = [`PUT /services/${VPS.id}`];

/** No client told this person that the bot failed. */
async function expectNoComplaint(hands: Hands): Promise<void> {
  await open.caughtUp(hands.sight);
  expect([hands.sight.single("slackErrors"), hands.sight.single("discordErrors")]).toEqual([[], []]);
}

const ask = (hands: Hands): Promise<void> => hands.types(`/ovh terminate ${VPS.name}`);
const press = (hands: Hands): Promise<void> => hands.presses(/^Terminate vps-1a2b3c4d/);
const PROVEN = "OVHcloud now shows the termination";

describe.each(["slack", "discord"] as const)("on %s", (platform) => {
  let hands: Hands;
  beforeEach(async () => {
    hands = await handsOf(open, "bruno", platform);
  });

  it("an OVHcloud that is down keeps nobody from the list, and changes are neither offered nor made", async () => {
    await set("ovh-down", true);
    await hands.types("/ovh services");
    expect(await hands.sees("velo-cargo.fr")).toMatch(/as of/);
    await open.meanwhile(ask(hands).then(() => hands.sees("Nothing was changed")));
    expect(hands.buttons().filter((label) => label.startsWith("Terminate"))).toEqual([]);
    expect(statuses(hands)).toContain(503);
    await set("ovh-down", false);
    await ask(hands);
    await press(hands);
    await hands.sees(PROVEN);
    expect(writes()).toEqual(ONE_WRITE);
    await expectNoComplaint(hands);
    expect(told(hands)).toEqual(["ovh-down on", "ovh-down off"]);
  });

  it("a slow OVHcloud is waited for, and asked once", async () => {
    await ask(hands);
    await set("ovh-slow", true);
    await open.meanwhile(press(hands).then(() => hands.sees(PROVEN)));
    expect(writes()).toEqual(ONE_WRITE);
    const { ovhcloud } = open.life().world;
    const change = ovhcloud.writes()[0]?.at ?? 0;
    // Read, changed and read back, eight seconds each.
    expect(change).toBeGreaterThanOrEqual(START + 8 * SECOND);
    expect(ovhcloud.calls().at(-1)?.at).toBeGreaterThanOrEqual(change + 8 * SECOND);
    expect(statuses(hands)).not.toContain(503);
    await set("ovh-slow", false);
    await expectNoComplaint(hands);
    expect(told(hands)).toEqual(["ovh-slow on", "ovh-slow off"]);
  });

  it("an OVHcloud that has had enough is left alone as long as it says, and then asked once", async () => {
    await ask(hands);
    await set("ovh-429", true);
    const { ovhcloud } = open.life().world;
    const before = ovhcloud.calls().length;
    const pressing = press(hands);
    await expect.poll(() => ovhcloud.calls().some(({ status }) => status === 429)).toBe(true);
    await open.does("chloe", { kind: "clock-advance", ms: 15 * SECOND });
    expect(ovhcloud.calls()).toHaveLength(before + 1);
    await open.does("chloe", { kind: "clock-advance", ms: 15 * SECOND });
    expect(
      ovhcloud
        .calls()
        .map(({ status }) => status)
        .slice(before),
    ).toEqual([429, 429]);
    expect(writes()).toEqual([]);
    await set("ovh-429", false);
    await open.meanwhile(pressing.then(() => hands.sees(PROVEN)));
    expect(writes()).toEqual(ONE_WRITE);
    await expectNoComplaint(hands);
    expect(told(hands)).toEqual(["ovh-429 on", "ovh-429 off"]);
  });

  it("a lost answer is found out, once, and the fault is over", async () => {
    await ask(hands);
    await set("ovh-lost-answer", true);
    await hands.sight.until(() => isOn(hands, "ovh-lost-answer"));
    await press(hands);
    await hands.sees(PROVEN);
    expect(writes()).toEqual(ONE_WRITE);
    expect(statuses(hands)).toContain(null);
    await hands.sight.until(() => !isOn(hands, "ovh-lost-answer"));
    await expectNoComplaint(hands);
    expect(told(hands)).toEqual(["ovh-lost-answer on", "ovh-lost-answer off"]);
    // The next change gets its answer.
    await hands.presses(/^Keep vps-1a2b3c4d/);
    await hands.sees(/is kept/);
    expect(statuses(hands).filter((status) => status === null)).toHaveLength(1);
  });

  it("an event that is delivered twice is acted upon once", async () => {
    await ask(hands);
    await set("duplicate-event", true);
    const before = arrivals(platform);
    await press(hands);
    expect(arrivals(platform)).toBe(before + 2);
    await hands.sees(PROVEN);
    await open.caughtUp(hands.sight);
    expect(writes()).toEqual(ONE_WRITE);
    expect(hands.texts().filter((text) => text.includes(PROVEN))).toHaveLength(1);
    await expectNoComplaint(hands);
    expect(told(hands)).toEqual(["duplicate-event on"]);
  });

  it("a press that goes out twice changes it once, and the fault is over", async () => {
    await ask(hands);
    await set("double-press", true);
    const before = arrivals(platform);
    await press(hands);
    expect(arrivals(platform)).toBe(before + 2);
    await hands.sees(PROVEN);
    await open.caughtUp(hands.sight);
    expect(writes()).toEqual(ONE_WRITE);
    expect(isOn(hands, "double-press")).toBe(false);
    await expectNoComplaint(hands);
    expect(told(hands)).toEqual(["double-press on", "double-press off"]);
    const presses = hands.sight
      .many("journal")
      .filter((entry) => entry.kind === "act" && entry.verb === "presses");
    expect(presses).toMatchObject([{ times: 2 }]);
  });
});

describe("a connection that is cut", () => {
  it("is made anew on Slack, and what was asked before is done", async () => {
    const hands = await handsOf(open, "bruno", "slack");
    await ask(hands);
    const { slack } = open.life().world;
    const openings = (): number => slack.traffic().filter(({ name }) => name === "connected").length;
    const before = openings();
    await set("slack-disconnect", true);
    await open.meanwhile(
      hands.sight.until(() => openings() === before + 2 && slack.connections.count() === 2),
    );
    await press(hands);
    await hands.sees(PROVEN);
    expect(writes()).toEqual(ONE_WRITE);
    await expectNoComplaint(hands);
    expect(told(hands)).toEqual(["slack-disconnect on"]);
    expect(isOn(hands, "slack-disconnect")).toBe(false);
  });

  it("is made anew on Discord, and what was pressed meanwhile is done", async () => {
    const hands = await handsOf(open, "bruno", "discord");
    await ask(hands);
    const { gateway } = open.life().world.discord;
    await open.act("chloe", { kind: "fault", name: "discord-disconnect", on: true });
    await expect.poll(gateway.connected).toBe(0);
    await press(hands);
    expect(gateway.connected()).toBe(1);
    await hands.sees(PROVEN);
    expect(writes()).toEqual(ONE_WRITE);
    await expectNoComplaint(hands);
    expect(told(hands)).toEqual(["discord-disconnect on"]);
    expect(isOn(hands, "discord-disconnect")).toBe(false);
  });
});

describe("the switches", () => {
  it("are all off at first", async () => {
    const sight = await open.watch("alice");
    expect(sight.single("faults")).toEqual(FAULTS.map((name) => ({ name, on: false })));
  });

  it("are told once, however often they are set", async () => {
    const hands = await handsOf(open, "alice", "slack");
    for (const on of [true, true, false, false]) await set("ovh-down", on);
    await open.caughtUp(hands.sight);
    expect(told(hands)).toEqual(["ovh-down on", "ovh-down off"]);
  });

  it("leave the others as they are", async () => {
    const { faults } = open.life().world.ovhcloud;
    await set("ovh-slow", true);
    await set("ovh-lost-answer", true);
    await set("ovh-down", true);
    expect(faults.pending().map(({ fault }) => fault.kind)).toEqual(["html", "drop", "drop", "slow"]);
    await set("ovh-down", false);
    expect(faults.pending().map(({ fault }) => fault.kind)).toEqual(["drop", "drop", "slow"]);
    await set("ovh-lost-answer", false);
    expect(faults.pending().map(({ fault }) => fault.kind)).toEqual(["slow"]);
  });

  it("lose an answer once, even when another is switched at that moment", async () => {
    const { faults } = open.life().world.ovhcloud;
    await set("ovh-lost-answer", true);
    // It strikes, and before anybody has looked the next one is switched on.
    expect(faults.take({ method: "PUT", path: "/services/1" })?.kind).toBe("drop");
    open.life().switches.set("ovh-slow", true);
    expect(faults.pending().map(({ fault }) => fault.kind)).toEqual(["slow"]);
    expect(open.life().switches.state()).toContainEqual({ name: "ovh-lost-answer", on: false });
  });
});
