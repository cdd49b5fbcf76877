import { afterEach, describe, expect, it } from "vitest";
import { ALICE, CHANNELS } from "../../../../sandbox/discord/world.ts";
import { textCard } from "../cards.ts";
import { heldAnswer, reply } from "../fake-bot.ts";
import { events, openRunningStage, type Stage, type StageOptions, seen } from "../stage.ts";

const { general } = CHANNELS;

let stage: Stage;
const open = async (options: StageOptions = {}) => {
  stage = await openRunningStage(options);
};
afterEach(() => stage.close());

const help = () => stage.sandbox.person(ALICE.id).slash(general, "ovh", "help");
const identifies = () =>
  stage.sandbox.traffic().filter((one) => one.kind === "gateway" && one.from === "bot" && one.op === 2)
    .length;
const resumed = () =>
  expect.poll(() => events(stage, "discord.resumed"), { timeout: 10_000 }).toHaveLength(1);

describe("a connection that breaks", () => {
  it("is resumed after a drop, and what happened meanwhile is answered once", async () => {
    await open();
    stage.sandbox.gateway.away(true);
    await stage.sandbox.changed(() => stage.sandbox.gateway.connected() === 0);
    const act = help();
    stage.sandbox.gateway.away(false);
    expect((await act).kind).toBe("message");
    expect(stage.bot.invocations()).toHaveLength(1);
    expect(identifies()).toBe(1);
  });

  it("is resumed when Discord asks for it (op 7)", async () => {
    await open();
    stage.sandbox.gateway.reconnect();
    await resumed();
    await help();
    expect(seen(stage)).toEqual(["(private) Hello"]);
    expect(identifies()).toBe(1);
  });

  it("is made anew when Discord has forgotten it (op 9)", async () => {
    await open();
    stage.sandbox.gateway.invalidate(false);
    await expect.poll(identifies, { timeout: 15_000 }).toBe(2);
    await help();
    expect(seen(stage)).toEqual(["(private) Hello"]);
  });

  it("is given up and resumed when nobody acknowledges its heartbeats", async () => {
    await open({ heartbeatInterval: 100 });
    stage.sandbox.gateway.zombie(true);
    await expect.poll(() => events(stage, "discord.reconnecting"), { timeout: 10_000 }).not.toHaveLength(0);
    stage.sandbox.gateway.zombie(false);
    await help();
    expect(seen(stage)).toEqual(["(private) Hello"]);
  });
});

describe("an end for good", () => {
  it.each([4004, 4010, 4011, 4012, 4013, 4014])("is told once, with one clear line: %i", async (code) => {
    await open();
    stage.sandbox.gateway.close(code);
    await expect.poll(() => stage.fatals.map(({ message }) => message)).toHaveLength(1);
    expect(stage.fatals[0]?.message).toMatch(
      new RegExp(`^Discord closed the connection \\(${code}\\): [^\\n]+$`),
    );
    stage.sandbox.gateway.close(code);
    expect(stage.fatals).toHaveLength(1);
  });

  it("is a refused token, told once however many requests it refuses", async () => {
    await open();
    stage.sandbox.faults.add({ path: "/channels/*", fault: { kind: "status", status: 401 } });
    const post = () => stage.adapter.post(textCard("Reminder"), { platform: "discord", id: general });
    await expect(post()).rejects.toMatchObject({ name: "DeliveryError" });
    await expect(post()).rejects.toMatchObject({ name: "DeliveryError" });
    expect(stage.fatals.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^Discord refused the bot token \(401\): .*DISCORD_TOKEN/),
    ]);
  });
});

describe("a revoked token", () => {
  it("is told once, though the gateway and every request refuse it", async () => {
    await open();
    stage.sandbox.revokeToken();
    await expect.poll(() => stage.fatals).toHaveLength(1);
    const post = stage.adapter.post(textCard("Reminder"), { platform: "discord", id: general });
    await expect(post).rejects.toMatchObject({ name: "DeliveryError" });
    expect(stage.fatals).toHaveLength(1);
  });
});

describe("stop", () => {
  it("answers what has begun and takes nothing new", async () => {
    const held = heldAnswer(reply("At last"));
    await open({ answer: held.answer });
    const begun = help();
    await stage.bot.next();
    const stopped = stage.adapter.stop();
    const missed = help();
    held.release();
    expect((await begun).kind).toBe("message");
    await stopped;
    expect(stage.sandbox.gateway.connected()).toBe(0);
    expect(seen(stage)).toEqual(["(private) At last"]);
    await stage.clock.advance(3000);
    expect((await missed).kind).toBe("no-response");
    expect(stage.bot.invocations()).toHaveLength(1);
  });

  it("waits ten seconds for what does not end, and no longer", async () => {
    await open({ answer: () => new Promise(() => {}) });
    const begun = help();
    await stage.bot.next();
    await stage.clock.advance(1500);
    expect((await begun).kind).toBe("deferred");
    const stopped = stage.adapter.stop();
    for (let second = 1; second < 10; second++) await stage.clock.advance(1000);
    expect(stage.sandbox.gateway.connected()).toBe(1);
    await stage.clock.advance(1000);
    await stopped;
    expect(stage.sandbox.gateway.connected()).toBe(0);
  });
});
