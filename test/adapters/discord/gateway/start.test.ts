import { GatewayIntentBits } from "discord.js";
import { afterEach, describe, expect, it } from "vitest";
import { createClient } from "../../../../adapters/discord/gateway/client.ts";
import { ALICE, CHANNELS, GUILD, OTHER_GUILD } from "../../../../sandbox/discord/world.ts";
import { FatalError } from "../../../../src/errors.ts";
import { textCard } from "../cards.ts";
import { events, openStage, requests, type Stage, type StageOptions, seen } from "../stage.ts";

const { general } = CHANNELS;

let stage: Stage;
const open = async (options: StageOptions = {}) => {
  stage = await openStage(options);
  return stage;
};
afterEach(() => stage.close());

const start = () => stage.adapter.start(stage.bot);

describe("start", () => {
  it("connects, registers the commands once, and asks for no privileged intent", async () => {
    await open();
    await start();
    expect(stage.sandbox.gateway.connected()).toBe(1);
    expect(stage.sandbox.commands(null)).toMatchObject([{ name: "ovh" }]);
    const client = createClient(undefined);
    expect(client.options.intents.toArray()).toEqual(["Guilds"]);
    expect(client.options.intents.bitfield).toBe(GatewayIntentBits.Guilds);
    expect(client.options.waitGuildTimeout).toBeLessThanOrEqual(500);
    expect(client.options.allowedMentions).toEqual({ parse: [] });
    await client.destroy();

    const again = stage.another();
    await again.adapter.start(again.bot);
    expect(requests(stage, "PUT", /commands$/)).toHaveLength(1);
  });

  it("is not held up by a server in an outage, nor are answers", async () => {
    await open();
    stage.sandbox.gateway.outage(GUILD, true);
    const began = performance.now();
    await start();
    expect(performance.now() - began).toBeLessThan(5000);
    await stage.sandbox.person(ALICE.id).slash(general, "ovh", "help");
    expect(seen(stage)).toEqual(["(private) Hello"]);
  });

  it("ends with one clear line when the token is refused", async () => {
    await open({ adapter: { token: "wrong-token" } });
    await expect(start()).rejects.toThrow(FatalError);
    await expect(start()).rejects.toThrow(/refused the bot token.*DISCORD_TOKEN/);
  });

  it.each([
    [4004, /DISCORD_TOKEN/],
    [4010, /shard/],
    [4011, /more servers/],
    [4012, /version 10/],
    [4013, /intents/],
    [4014, /intent/],
  ])("ends when the gateway closes with %i, and does not try again", async (code, line) => {
    await open();
    stage.sandbox.gateway.refuse(code, 99);
    const ended = start();
    await expect(ended).rejects.toThrow(FatalError);
    await expect(ended).rejects.toThrow(line);
    expect(stage.fatals).toEqual([]);
  });

  it("tries again with growing pauses and a new client each time, and says so once", async () => {
    await open();
    stage.sandbox.faults.add({
      path: "/gateway/bot",
      fault: { kind: "status", status: 401 + 102 },
      count: 3 * 4,
    });
    const started = start();
    for (const pause of [500, 1000, 2000]) {
      await expect.poll(() => stage.clock.next()).toBe(stage.clock.now() + pause);
      await stage.clock.advance(pause);
    }
    await started;
    expect(events(stage, "discord.unreachable")).toHaveLength(1);
    expect(events(stage, "discord.connected")).toMatchObject([{ fields: { failures: 3 } }]);
    await stage.sandbox.person(ALICE.id).slash(general, "ovh", "help");
    expect(seen(stage)).toEqual(["(private) Hello"]);
  });

  it("can be stopped while it waits to try again", async () => {
    await open();
    stage.sandbox.faults.add({ path: "/gateway/bot", fault: { kind: "drop" }, count: 99 });
    const started = start();
    await expect.poll(() => events(stage, "discord.unreachable")).toHaveLength(1);
    await stage.adapter.stop();
    await started;
    expect(stage.sandbox.gateway.connected()).toBe(0);
  });

  it("serves without its commands when they cannot be registered", async () => {
    await open();
    stage.sandbox.faults.add({ method: "PUT", path: "*/commands", fault: { kind: "status", status: 500 } });
    await start();
    expect(events(stage, "discord.commands-unregistered")).toHaveLength(1);
    const to = { platform: "discord", id: general } as const;
    await expect(stage.adapter.post(textCard("Reminder"), to)).resolves.toMatchObject({ channel: to });
  });
});

describe("what is lost", () => {
  it("is told to the core: the channels of a server that the bot was thrown out of", async () => {
    await open();
    await start();
    stage.sandbox.leaveGuild(OTHER_GUILD);
    await expect
      .poll(() => stage.bot.told.at(-1))
      .toEqual({ kind: "gone", channels: [{ platform: "discord", id: CHANNELS.lobby }] });
  });

  it("is told of one deleted channel, and never of an outage", async () => {
    await open();
    await start();
    stage.sandbox.gateway.outage(GUILD, true);
    stage.sandbox.gateway.outage(GUILD, false);
    dispatch("CHANNEL_DELETE", { id: general, type: 0, guild_id: GUILD, name: "general" });
    await expect
      .poll(() => stage.bot.told)
      .toEqual([{ kind: "gone", channels: [{ platform: "discord", id: general }] }]);
  });
});

const dispatch = (t: string, d: unknown) => stage.sandbox.gateway.raw(JSON.stringify({ op: 0, s: 50, t, d }));

describe("a malformed event", () => {
  it.each([
    ["nothing in it", {}],
    ["no person in it", { id: "1", application_id: "2", token: "t", channel_id: "3", type: 2, data: {} }],
    [
      "completion without data",
      { id: "1", application_id: "2", token: "t", channel_id: "3", type: 4, user: { id: "4" } },
    ],
  ])("is passed over and logged: %s", async (_name, payload) => {
    await open();
    await start();
    dispatch("INTERACTION_CREATE", payload);
    await expect.poll(() => events(stage, "discord.malformed-interaction")).toHaveLength(1);
    await stage.sandbox.person(ALICE.id).slash(general, "ovh", "help");
    expect(seen(stage)).toEqual(["(private) Hello"]);
  });
});
