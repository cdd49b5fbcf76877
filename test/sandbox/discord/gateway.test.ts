import { type Client, Events, GatewayIntentBits, type Interaction } from "discord.js";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ALICE, CHANNELS, GUILD, OTHER_GUILD } from "../../../sandbox/discord/world.ts";
import { asObject } from "../../../sandbox/json.ts";
import { conformanceFound, ifFound, readConformance } from "../../conformance.ts";
import { COMMANDS, makeClient, openScene, type Scene } from "./bot.ts";

const PATIENCE = { timeout: 15_000, interval: 20 };

let scene: Scene;
const opened = async (options?: { readonly heartbeatInterval: number }): Promise<void> => {
  scene = await openScene(options);
};
afterEach(() => scene.close());

const reply = (interaction: Interaction): unknown => interaction.isRepliable() && interaction.reply("here");
const register = (client: Client<true>) =>
  client.application.commands.set(COMMANDS.map((command) => JSON.parse(JSON.stringify(command))));
const ask = () => scene.sandbox.person(ALICE.id).slash(CHANNELS.general, "ovh", "upcoming");
const received = (op: number): number =>
  scene.sandbox.traffic().filter((one) => one.kind === "gateway" && one.from === "bot" && one.op === op)
    .length;
const IDENTIFY = 2;
const RESUME = 6;

describe("a connected client", () => {
  beforeEach(() => opened());

  it("has the guilds that the bot is in, and the channels", async () => {
    const client = await scene.bot();
    expect(client.guilds.cache.map(({ name }) => name).sort()).toEqual(["Atelier Lumière", "Elsewhere"]);
    expect(client.channels.cache.has(CHANNELS.ops)).toBe(true);
    expect(client.user.username).toBe("Lastcall");
  });

  it("is ready without an intent, and hears of no guild", async () => {
    const client = await scene.bot(reply, []);
    await register(client);
    expect(client.guilds.cache.filter(({ available }) => available).size).toBe(0);
    expect(await ask()).toMatchObject({ kind: "message" });
  });

  it("is told when the bot leaves a guild", async () => {
    const client = await scene.bot();
    const gone = new Promise<string>((resolve) => client.once(Events.GuildDelete, ({ id }) => resolve(id)));
    scene.sandbox.leaveGuild(OTHER_GUILD);
    expect(await gone).toBe(OTHER_GUILD);
  });

  it("is ready in spite of a guild that is not available", async () => {
    scene.sandbox.gateway.outage(GUILD, true);
    const client = await scene.bot();
    expect(client.guilds.cache.get(GUILD)?.available).toBe(false);
    const back = new Promise((resolve) => client.once(Events.GuildAvailable, resolve));
    scene.sandbox.gateway.outage(GUILD, false);
    await back;
  });

  it("is told of an outage, and keeps the guild", async () => {
    const client = await scene.bot();
    const out = new Promise((resolve) => client.once(Events.GuildUnavailable, resolve));
    scene.sandbox.gateway.outage(GUILD, true);
    await out;
    expect(client.guilds.cache.has(GUILD)).toBe(true);
  });

  it("gets an interaction twice when told to, and only its first answer counts", async () => {
    const client = await scene.bot(reply);
    await register(client);
    scene.sandbox.gateway.duplicate();
    expect(await ask()).toMatchObject({ kind: "message" });
    await vi.waitFor(() => expect(scene.failures).toMatchObject([{ code: 40060 }]));
    expect(scene.sandbox.posts()).toHaveLength(1);
  });

  it("shares its interactions with a second one on the same token: one answers, the other is told 40060", async () => {
    await register(await scene.bot(reply));
    await scene.bot(reply);
    expect(await ask()).toMatchObject({ kind: "message" });
    await vi.waitFor(() => expect(scene.failures).toMatchObject([{ code: 40060 }]));
    expect(scene.sandbox.posts()).toHaveLength(1);
  });
});

describe("a connection that ends", () => {
  beforeEach(() => opened());

  it("is resumed after a cut, and what was missed is sent again", async () => {
    await register(await scene.bot(reply));
    scene.sandbox.gateway.drop();
    const act = ask();
    expect(await act).toMatchObject({ kind: "message" });
    expect([received(IDENTIFY), received(RESUME)]).toEqual([1, 1]);
    expect(scene.sandbox.posts()).toHaveLength(1);
  });

  it("is resumed after op 7", async () => {
    await register(await scene.bot(reply));
    scene.sandbox.gateway.reconnect();
    await vi.waitFor(() => expect(received(RESUME)).toBe(1), PATIENCE);
    expect(await ask()).toMatchObject({ kind: "message" });
  });

  it("is begun anew after op 9", async () => {
    await register(await scene.bot(reply));
    scene.sandbox.gateway.invalidate(false);
    await vi.waitFor(() => expect(received(IDENTIFY)).toBe(2), PATIENCE);
    expect(received(RESUME)).toBe(0);
    expect(await ask()).toMatchObject({ kind: "message" });
  });

  it("comes back once Discord is back", async () => {
    await register(await scene.bot(reply));
    scene.sandbox.gateway.away(true);
    const act = ask();
    await scene.sandbox.changed(() => scene.sandbox.gateway.connected() === 0);
    scene.sandbox.gateway.away(false);
    expect(await act).toMatchObject({ kind: "message" });
  });

  it.each([4004, 4014])("ends for good with close code %i", async (code) => {
    scene.sandbox.gateway.refuse(code);
    await expect(scene.bot()).rejects.toThrow();
    await scene.sandbox.changed(() =>
      scene.sandbox.traffic().some((one) => one.kind === "gateway-closed" && one.code === code),
    );
  });

  it("ends for good when the token is revoked", async () => {
    const client = await scene.bot();
    const code = new Promise((resolve) => {
      client.once(Events.ShardDisconnect, (event) => resolve(event.code));
    });
    scene.sandbox.revokeToken();
    expect(await code).toBe(4004);
    await expect(client.application.fetch()).rejects.toMatchObject({ status: 401 });
  });
});

describe("a client that is refused", () => {
  beforeEach(() => opened());

  it("has a wrong token", async () => {
    const client = makeClient(scene.sandbox, [GatewayIntentBits.Guilds]);
    await expect(client.login("wrong")).rejects.toThrow(/token/i);
    await client.destroy();
  });

  it("asks for a privileged intent", async () => {
    await expect(scene.bot(reply, [GatewayIntentBits.GuildMembers])).rejects.toThrow(/intents/i);
  });
});

describe("heartbeats", () => {
  it("that nobody acknowledges make the client reconnect", async () => {
    await opened({ heartbeatInterval: 150 });
    await register(await scene.bot(reply));
    scene.sandbox.gateway.zombie(true);
    await scene.sandbox.changed(() => scene.sandbox.traffic().some(({ kind }) => kind === "gateway-closed"));
    scene.sandbox.gateway.zombie(false);
    await vi.waitFor(() => expect(received(RESUME)).toBe(1), PATIENCE);
    expect(await ask()).toMatchObject({ kind: "message" });
  });
});

describe.runIf(conformanceFound)(ifFound("a recorded press"), () => {
  beforeEach(() => opened());

  const { recorded, derived } = conformanceFound
    ? asObject(readConformance("discord/recorded-interactions.json"))
    : { recorded: {}, derived: {} };
  const presses = Object.entries({ ...asObject(recorded), ...asObject(derived) });

  it.each(presses)("reaches the client and is answered: %s", async (_, payload) => {
    const pressed: string[] = [];
    await scene.bot((interaction) => {
      if (!interaction.isButton()) return;
      pressed.push(interaction.customId);
      return interaction.update({ content: "pressed", components: [], embeds: [] });
    });
    expect(await scene.sandbox.replay(asObject(payload))).toBe("updated");
    expect(pressed).toEqual([asObject(asObject(payload).data).custom_id]);
    expect(scene.sandbox.posts()).toMatchObject([{ text: "pressed", edited: true }]);
  });
});
