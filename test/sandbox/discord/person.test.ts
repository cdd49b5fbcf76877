import type { Interaction } from "discord.js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ImpossibleAct } from "../../../sandbox/discord/person/impossible.ts";
import type { DiscordPerson } from "../../../sandbox/discord/person/person.ts";
import { ALICE, BRUNO, CHANNELS, CHLOE, ROLES, STRANGER } from "../../../sandbox/discord/world.ts";
import { asObject, type JsonObject } from "../../../sandbox/json.ts";
import { SECOND } from "../../../src/domain/instant.ts";
import { conformanceFound, ifFound, readConformance } from "../../conformance.ts";
import { COMMANDS, openScene, type Scene } from "./bot.ts";

let scene: Scene;
let alice: DiscordPerson;
let stranger: DiscordPerson;
beforeEach(async () => {
  scene = await openScene();
  alice = scene.sandbox.person(ALICE.id);
  stranger = scene.sandbox.person(STRANGER.id);
});
afterEach(async () => {
  await scene.close();
  expect(scene.failures).toEqual([]);
});

async function start(handle: (interaction: Interaction) => unknown, commands = COMMANDS): Promise<void> {
  const client = await scene.bot(handle);
  await client.application.commands.set(commands.map((command) => JSON.parse(JSON.stringify(command))));
}

/** A bot that answers a command with these components, and everything else with its name. */
const showing = (components: readonly JsonObject[]) => (interaction: Interaction) => {
  if (interaction.isChatInputCommand())
    return interaction.reply({
      components: components.map((one) => JSON.parse(JSON.stringify(one))),
      flags: 32768,
    });
  return interaction.isRepliable() && interaction.reply("seen");
};

async function shown(): Promise<string> {
  const act = await alice.slash(CHANNELS.ops, "ovh", "upcoming");
  if (act.kind !== "message") throw new Error(`the bot answered with ${act.kind}`);
  return act.message.id;
}

const silent = () => undefined;

describe("the menu", () => {
  it("is in the language of the one who opens it", async () => {
    await start(silent);
    const names = (person: DiscordPerson) =>
      person.menu(CHANNELS.ops).map(({ name, description }) => [name, description]);
    expect(names(alice)[0]).toEqual(["/ovh échéances", "Ce qui vient"]);
    expect(names(scene.sandbox.person(BRUNO.id))[0]).toEqual(["/ovh upcoming", "What is coming"]);
  });

  it("leaves out what needs a permission that the person has not", async () => {
    await start(silent, [{ ...COMMANDS[0], default_member_permissions: "32" }]);
    expect(scene.sandbox.person(BRUNO.id).menu(CHANNELS.ops)).not.toEqual([]);
    expect(scene.sandbox.person(CHLOE.id).menu(CHANNELS.ops)).toEqual([]);
  });

  it("leaves out what is for guilds only in direct messages", async () => {
    await start(silent, [{ ...COMMANDS[0], contexts: [0] }]);
    expect(alice.menu(alice.directChannel())).toEqual([]);
  });
});

describe("a person cannot", () => {
  it("use a command that is not registered", async () => {
    await expect(alice.slash(CHANNELS.ops, "ovh", "upcoming")).rejects.toThrow(ImpossibleAct);
  });

  it.each<[string, string, string | null, Record<string, string | number | boolean>]>([
    ["name an unknown command", "aws", null, {}],
    ["leave the subcommand out", "ovh", null, {}],
    ["name an unknown subcommand", "ovh", "nothing", {}],
    ["leave a required option out", "ovh", "service", {}],
    ["name an unknown option", "ovh", "upcoming", { colour: "red" }],
    ["choose what is no choice", "ovh", "upcoming", { sort: "colour" }],
    ["give a number as text", "ovh", "upcoming", { days: "30" }],
    ["go over the maximum", "ovh", "upcoming", { days: 366 }],
    ["give an empty text", "ovh", "service", { name: "" }],
    ["give a text that is too long", "ovh", "service", { name: "x".repeat(6001) }],
  ])("%s", async (_, command, subcommand, options) => {
    await start(silent);
    await expect(alice.slash(CHANNELS.ops, command, subcommand, options)).rejects.toThrow(ImpossibleAct);
  });

  it("act in a channel or guild that is out of sight", async () => {
    await start(silent);
    await expect(stranger.slash(CHANNELS.ops, "ovh", "upcoming")).rejects.toThrow(ImpossibleAct);
    await expect(scene.sandbox.person(CHLOE.id).slash(CHANNELS.private, "ovh", "upcoming")).rejects.toThrow(
      ImpossibleAct,
    );
    await expect(stranger.slash(CHANNELS.aliceDirect, "ovh", "upcoming")).rejects.toThrow(ImpossibleAct);
    expect(stranger.sees(CHANNELS.ops)).toEqual([]);
  });

  it("press what is not there, is disabled, or is a link", async () => {
    const buttons = [
      { type: 2, style: 1, label: "Grey", custom_id: "grey", disabled: true },
      { type: 2, style: 5, label: "Link", url: "https://example.com" },
    ];
    await start(showing([{ type: 1, components: buttons }]));
    const id = await shown();
    await expect(alice.press(id, "Missing")).rejects.toThrow(/no Missing/);
    await expect(alice.press(id, "Grey")).rejects.toThrow(/disabled/);
    await expect(alice.press(id, "Link")).rejects.toThrow(/is a link/);
    await expect(stranger.press(id, "Grey")).rejects.toThrow(/cannot see/);
    await expect(alice.press("1200000000000000099", "Grey")).rejects.toThrow(/sees no message/);
  });

  it("submit a form that is not open", async () => {
    await expect(alice.submit({})).rejects.toThrow(/no form is open/);
  });

  it("be somebody whom nobody knows", () => {
    expect(() => scene.sandbox.person("1200000000000000099")).toThrow(ImpossibleAct);
  });
});

describe("a select", () => {
  const options = [
    { label: "One", value: "1" },
    { label: "Two", value: "2" },
  ];
  const string = { type: 3, custom_id: "pick", options, min_values: 1, max_values: 1 };
  const users = { type: 5, custom_id: "who" };
  const row = (select: JsonObject) => ({ type: 1, components: [select] });

  it("refuses values that it does not offer, and too many", async () => {
    await start(showing([row(string)]));
    const id = await shown();
    await expect(alice.select(id, "pick", ["3"])).rejects.toThrow(/no option 3/);
    await expect(alice.select(id, "pick", ["1", "2"])).rejects.toThrow(/does not take 2/);
    await expect(alice.select(id, "pick", [])).rejects.toThrow(/does not take 0/);
  });

  it("of people brings them along", async () => {
    const picked: unknown[] = [];
    await start((interaction) => {
      if (!interaction.isUserSelectMenu()) return showing([row(users)])(interaction);
      picked.push(interaction.users.map(({ username }) => username));
      return interaction.reply("ok");
    });
    const id = await shown();
    await alice.select(id, "who", [CHLOE.id]);
    expect(picked).toEqual([["chloe"]]);
    await expect(alice.select(id, "who", [STRANGER.id])).rejects.toThrow(/is in Atelier/);
  });
});

describe("options that name people, channels and roles", () => {
  it("bring them along", async () => {
    const seen: unknown[] = [];
    const option = (type: number, name: string) => ({ type, name, description: name, required: true });
    const command = {
      name: "who",
      description: "d",
      options: [option(6, "user"), option(7, "channel"), option(8, "role")],
    };
    await start(
      (interaction) => {
        if (!interaction.isChatInputCommand()) return;
        const { options } = interaction;
        seen.push(
          options.getUser("user")?.username,
          options.getChannel("channel")?.name,
          options.getRole("role")?.name,
        );
        return interaction.reply("ok");
      },
      [command],
    );
    await alice.slash(CHANNELS.ops, "who", null, {
      user: BRUNO.id,
      channel: CHANNELS.general,
      role: ROLES.operators,
    });
    expect(seen).toEqual(["bruno", "general", "Operators"]);
  });
});

describe("a form", () => {
  const label = (text: string, component: JsonObject): JsonObject => ({ type: 18, label: text, component });
  const data = {
    custom_id: "delete:1",
    title: "Delete",
    components: [
      { type: 10, content: "All data goes." },
      label("Name", { type: 4, custom_id: "name", style: 1, min_length: 3, max_length: 10 }),
      label("I understand", {
        type: 22,
        custom_id: "sure",
        options: [{ label: "All of it", value: "yes" }],
        required: true,
      }),
      label("Why", {
        type: 21,
        custom_id: "why",
        required: false,
        options: [
          { label: "Old", value: "old" },
          { label: "Dear", value: "dear" },
        ],
      }),
      label("Quietly", { type: 23, custom_id: "quiet" }),
    ],
  };
  const filled: unknown[] = [];
  beforeEach(async () => {
    filled.length = 0;
    await start((interaction) => {
      if (interaction.isChatInputCommand()) return interaction.showModal(JSON.parse(JSON.stringify(data)));
      if (!interaction.isModalSubmit()) return;
      const { fields } = interaction;
      filled.push(
        fields.getTextInputValue("name"),
        fields.getCheckboxGroup("sure"),
        fields.getRadioGroup("why"),
        fields.getCheckbox("quiet"),
      );
      return interaction.reply("done");
    });
    await alice.slash(CHANNELS.ops, "ovh", "upcoming");
  });

  it("is shown with its texts and fields", () => {
    expect(alice.modal()).toMatchObject({
      title: "Delete",
      text: "All data goes.",
      inputs: [
        { customId: "name", type: 4, label: "Name", required: true },
        { customId: "sure", type: 22, required: true, options: [{ label: "All of it" }] },
        { customId: "why", type: 21, required: false },
        { customId: "quiet", type: 23, required: false },
      ],
    });
  });

  it("arrives as it was filled in", async () => {
    await alice.submit({ name: "site", "I understand": ["All of it"], quiet: true });
    expect(filled).toEqual(["site", ["yes"], null, true]);
    expect(alice.modal()).toBeNull();
  });

  it.each([
    ["the name is missing", { sure: ["yes"] }],
    ["the name is too short", { name: "ab", sure: ["yes"] }],
    ["the name is too long", { name: "x".repeat(11), sure: ["yes"] }],
    ["the box is not ticked", { name: "site" }],
    ["a value is not offered", { name: "site", sure: ["no"] }],
    ["a field does not exist", { name: "site", sure: ["yes"], colour: "red" }],
  ])("does not leave the client when %s", async (_, values) => {
    await expect(alice.submit(values)).rejects.toThrow(ImpossibleAct);
    expect(alice.modal()).not.toBeNull();
    expect(filled).toEqual([]);
  });

  it("is closed without the bot hearing of it", () => {
    alice.closeModal();
    expect(alice.modal()).toBeNull();
  });

  it("stays open when the bot does not answer", async () => {
    scene.sandbox.gateway.away(true);
    await scene.sandbox.changed(() => scene.sandbox.gateway.connected() === 0);
    const act = alice.submit({ name: "site", sure: ["yes"] });
    await scene.clock.advance(3 * SECOND);
    expect(await act).toEqual({ kind: "no-response" });
    expect(alice.modal()).not.toBeNull();
    expect(alice.errors()).toMatchObject([{ kind: "no-response" }]);
  });
});

describe.runIf(conformanceFound)(ifFound("the keys of an interaction"), () => {
  const recorded = conformanceFound
    ? asObject(
        asObject(asObject(readConformance("discord/recorded-interactions.json")).recorded).buttonClickHello,
      )
    : {};
  const keys = (value: unknown, ...path: string[]): string[] =>
    Object.keys(path.reduce<unknown>((at, key) => asObject(at)[key], value) ?? {}).sort();

  it.each(["", "member", "member.user", "guild", "data", "message"])(
    "are those that Discord sends, under: %s",
    async (place) => {
      const path = place === "" ? [] : place.split(".");
      const payloads: JsonObject[] = [];
      const client = await scene.bot((interaction) => interaction.isRepliable() && interaction.reply("x"));
      client.on("raw", (packet: JsonObject) => {
        if (packet.t === "INTERACTION_CREATE") payloads.push(asObject(packet.d));
      });
      const channel = await client.channels.fetch(CHANNELS.ops);
      const row = {
        type: 1,
        components: [{ type: 2, style: 1, label: "Hello", custom_id: "hello" }],
      } as const;
      const sent = channel?.isSendable() ? await channel.send({ components: [row] }) : null;
      await alice.press(sent?.id ?? "", "Hello");
      expect(keys(payloads[0], ...path)).toEqual(keys(recorded, ...path));
      expect(keys(payloads[0], "message", "author")).toEqual(keys(recorded, "message", "author"));
    },
  );
});
