import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  ContainerBuilder,
  type Interaction,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
  TextInputBuilder,
  TextInputStyle,
} from "discord.js";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { DiscordPerson } from "../../../sandbox/discord/person/person.ts";
import { ALICE, BRUNO, CHANNELS } from "../../../sandbox/discord/world.ts";
import { COMMANDS, openScene, type Scene } from "./bot.ts";

let scene: Scene;
let alice: DiscordPerson;
beforeEach(async () => {
  scene = await openScene();
  alice = scene.sandbox.person(ALICE.id);
});
afterEach(async () => {
  const { sandbox, failures } = scene;
  const faults = sandbox.traffic().flatMap((one) => (one.kind === "request" ? one.answerFindings : []));
  await scene.close();
  expect(failures).toEqual([]);
  expect(faults).toEqual([]);
});

async function start(handle: (interaction: Interaction) => unknown): Promise<void> {
  const client = await scene.bot(handle);
  await client.application.commands.set(COMMANDS.map((command) => JSON.parse(JSON.stringify(command))));
}

const card = (text: string): ContainerBuilder =>
  new ContainerBuilder()
    .addTextDisplayComponents(new TextDisplayBuilder().setContent(text))
    .addActionRowComponents(
      new ActionRowBuilder<ButtonBuilder>().addComponents(
        new ButtonBuilder().setCustomId("keep:1").setLabel("Keep").setStyle(ButtonStyle.Primary),
        new ButtonBuilder().setCustomId("end:1").setLabel("Terminate").setStyle(ButtonStyle.Danger),
      ),
    );

describe("a slash command", () => {
  it("is answered in the channel, and everybody there sees it", async () => {
    await start((interaction) => interaction.isChatInputCommand() && interaction.reply("40 services"));
    const act = await alice.slash(CHANNELS.general, "ovh", "upcoming");
    expect(act).toMatchObject({ kind: "message", message: { text: "40 services", ephemeral: false } });
    expect(scene.sandbox.person(BRUNO.id).sees(CHANNELS.general)).toHaveLength(1);
  });

  it("is answered privately, and only its person sees it", async () => {
    await start(
      (interaction) =>
        interaction.isChatInputCommand() &&
        interaction.reply({ content: "psst", flags: MessageFlags.Ephemeral }),
    );
    await alice.slash(CHANNELS.general, "ovh", "upcoming");
    expect(alice.sees(CHANNELS.general)).toMatchObject([{ text: "psst", ephemeral: true }]);
    expect(scene.sandbox.person(BRUNO.id).sees(CHANNELS.general)).toEqual([]);
  });

  it("arrives with its options by their own names, however the person reads them", async () => {
    const seen: unknown[] = [];
    await start((interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const { options, locale, guildLocale, channelId, user, memberPermissions } = interaction;
      seen.push([options.getSubcommand(), options.getString("sort"), options.getInteger("days")]);
      seen.push([locale, guildLocale, channelId, user.id, memberPermissions?.has("ViewChannel")]);
      return interaction.reply("ok");
    });
    await alice.slash(CHANNELS.ops, "ovh", "échéances", { sort: "par nom", days: 30 });
    expect(seen).toEqual([
      ["upcoming", "name", 30],
      ["fr", "fr", CHANNELS.ops, ALICE.id, true],
    ]);
  });

  it("is deferred and then edited into Components V2", async () => {
    await start(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await interaction.editReply({
        flags: MessageFlags.IsComponentsV2,
        components: [card("**40** services")],
      });
    });
    const act = await alice.slash(CHANNELS.general, "ovh", "upcoming");
    expect(act).toMatchObject({ kind: "deferred", message: { thinking: true, ephemeral: true } });
    const [message] = await scene.sandbox.changed(() => {
      const seen = alice.sees(CHANNELS.general);
      return seen.some(({ thinking }) => !thinking) && seen;
    });
    expect(message).toMatchObject({ text: "**40** services", edited: true, ephemeral: true });
    expect(message?.buttons.map(({ label, style }) => [label, style])).toEqual([
      ["Keep", 1],
      ["Terminate", 4],
    ]);
  });

  it("is followed by a second message", async () => {
    await start(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.reply("one");
      await interaction.followUp({ content: "two", flags: MessageFlags.Ephemeral });
    });
    await alice.slash(CHANNELS.general, "ovh", "upcoming");
    const seen = await scene.sandbox.changed(
      () => alice.sees(CHANNELS.general).length === 2 && alice.sees(CHANNELS.general),
    );
    expect(seen.map(({ text, ephemeral }) => [text, ephemeral])).toEqual([
      ["one", false],
      ["two", true],
    ]);
  });

  it("gives the message back with the answer when asked for it", async () => {
    const ids: unknown[] = [];
    await start(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const response = await interaction.reply({ content: "hello", withResponse: true });
      ids.push(response.resource?.message?.id, response.interaction.responseMessageId);
    });
    const act = await alice.slash(CHANNELS.general, "ovh", "upcoming");
    await vi.waitFor(() => expect(ids).toHaveLength(2));
    const shown = act.kind === "message" ? act.message.id : "none";
    expect(ids).toEqual([shown, shown]);
  });

  it("works in direct messages", async () => {
    await start(
      (interaction) => interaction.isChatInputCommand() && interaction.reply(`${interaction.context}`),
    );
    expect(await alice.slash(alice.directChannel(), "ovh", "upcoming")).toMatchObject({
      kind: "message",
      message: { text: "1", channelId: CHANNELS.aliceDirect },
    });
  });
});

describe("autocomplete", () => {
  it("brings choices in the person's language", async () => {
    const typed: unknown[] = [];
    await start((interaction) => {
      if (!interaction.isAutocomplete()) return;
      typed.push(interaction.options.getFocused(true));
      return interaction.respond([{ name: "site", nameLocalizations: { fr: "le site" }, value: "7" }]);
    });
    expect(await alice.autocomplete(CHANNELS.general, "ovh", "service", "name", "si")).toEqual({
      kind: "choices",
      choices: [{ name: "le site", value: "7" }],
    });
    expect(typed).toMatchObject([{ name: "name", value: "si", focused: true }]);
  });
});

describe("buttons, selects and forms", () => {
  const form = new ModalBuilder()
    .setCustomId("delete:1")
    .setTitle("Delete")
    .addLabelComponents(
      new LabelBuilder()
        .setLabel("Type the name")
        .setTextInputComponent(new TextInputBuilder().setCustomId("name").setStyle(TextInputStyle.Short)),
    );
  const select = new StringSelectMenuBuilder()
    .setCustomId("open")
    .setPlaceholder("Open a service")
    .addOptions({ label: "Site", value: "7" }, { label: "Mail", value: "8" });

  const first = async (): Promise<string> => {
    const act = await alice.slash(CHANNELS.general, "ovh", "upcoming");
    return act.kind === "message" ? act.message.id : "";
  };

  it("update the message that the button stands on", async () => {
    await start((interaction) => {
      if (interaction.isButton())
        return interaction.update({
          components: [new TextDisplayBuilder().setContent(interaction.customId)],
        });
      return (
        interaction.isChatInputCommand() &&
        interaction.reply({ flags: MessageFlags.IsComponentsV2, components: [card("x")] })
      );
    });
    const id = await first();
    const act = await scene.sandbox.person(BRUNO.id).press(id, "Terminate");
    expect(act).toMatchObject({ kind: "updated", message: { id, text: "end:1", buttons: [], edited: true } });
  });

  it("defer the update, and edit the message later", async () => {
    await start(async (interaction) => {
      if (interaction.isChatInputCommand())
        return interaction.reply({ flags: MessageFlags.IsComponentsV2, components: [card("x")] });
      if (!interaction.isButton()) return;
      await interaction.deferUpdate();
      return interaction.editReply({ components: [new TextDisplayBuilder().setContent("kept")] });
    });
    const id = await first();
    expect(await alice.press(id, "keep:1")).toEqual({ kind: "deferred-update" });
    await scene.sandbox.changed(() => alice.sees(CHANNELS.general)[0]?.text === "kept");
  });

  it("open a form whose submission edits the message", async () => {
    await start((interaction) => {
      if (interaction.isButton()) return interaction.showModal(form);
      if (interaction.isModalSubmit() && interaction.isFromMessage())
        return interaction.update({
          components: [new TextDisplayBuilder().setContent(interaction.fields.getTextInputValue("name"))],
        });
      return (
        interaction.isChatInputCommand() &&
        interaction.reply({ flags: MessageFlags.IsComponentsV2, components: [card("x")] })
      );
    });
    const id = await first();
    expect(await alice.press(id, "Terminate")).toMatchObject({
      kind: "modal",
      modal: { title: "Delete", inputs: [{ customId: "name", label: "Type the name" }] },
    });
    expect(scene.sandbox.person(BRUNO.id).modal()).toBeNull();
    const act = await alice.submit({ "Type the name": "example.com" });
    expect(act).toMatchObject({ kind: "updated", message: { id, text: "example.com" } });
    expect(alice.modal()).toBeNull();
  });

  it("carry the values of a select", async () => {
    await start((interaction) => {
      if (interaction.isStringSelectMenu()) return interaction.reply(interaction.values.join());
      return (
        interaction.isChatInputCommand() &&
        interaction.reply({
          components: [new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(select)],
          content: "pick",
        })
      );
    });
    const act = await alice.select(await first(), "Open a service", ["Mail"]);
    expect(act).toMatchObject({ kind: "message", message: { text: "8" } });
  });
});
