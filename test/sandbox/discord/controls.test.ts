import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ALICE, BRUNO, CHANNELS, GUILD } from "../../../sandbox/discord/world.ts";
import { COMMANDS, openScene, type Scene } from "./bot.ts";

let scene: Scene;
beforeEach(async () => {
  scene = await openScene();
  const client = await scene.bot((interaction) => {
    if (interaction.isAutocomplete()) return interaction.respond([{ name: "Site", value: "7" }]);
    if (interaction.isButton())
      return interaction.showModal({
        custom_id: "form",
        title: "Form",
        components: [{ type: 18, label: "Name", component: { type: 4, custom_id: "name", style: 1 } }],
      });
    if (interaction.isModalSubmit()) return interaction.reply(interaction.fields.getTextInputValue("name"));
    if (interaction.isStringSelectMenu()) return interaction.reply(interaction.values.join());
    return (
      interaction.isChatInputCommand() &&
      interaction.reply({
        content: "card",
        components: [
          { type: 1, components: [{ type: 2, style: 4, label: "Go", custom_id: "go" }] },
          { type: 1, components: [{ type: 3, custom_id: "pick", options: [{ label: "A", value: "a" }] }] },
        ],
      })
    );
  });
  await client.application.commands.set(COMMANDS.map((command) => JSON.parse(JSON.stringify(command))));
});
afterEach(async () => {
  await scene.close();
  expect(scene.failures).toEqual([]);
});

async function act(name: string, input: unknown = {}): Promise<{ status: number; result: unknown }> {
  const response = await fetch(`${scene.sandbox.controlUrl}/${name}`, {
    method: "POST",
    body: JSON.stringify(input),
  });
  return { status: response.status, result: await response.json() };
}
async function look(name: string, input: Record<string, string> = {}): Promise<unknown> {
  const response = await fetch(`${scene.sandbox.controlUrl}/${name}?${new URLSearchParams(input)}`);
  return response.json();
}

const alice = { person: ALICE.id, channel: CHANNELS.ops };

describe("another process", () => {
  it("plays a person from the command to the form", async () => {
    expect(await look("menu", alice)).toMatchObject([{ name: "/ovh échéances" }, { name: "/ovh service" }]);
    expect(
      (
        await act("autocomplete", {
          ...alice,
          command: "ovh",
          subcommand: "service",
          option: "name",
          typed: "s",
        })
      ).result,
    ).toMatchObject({ kind: "choices", choices: [{ value: "7" }] });
    const { result } = await act("slash", {
      ...alice,
      command: "ovh",
      subcommand: "upcoming",
      options: { days: 30 },
    });
    expect(result).toMatchObject({ kind: "message", message: { text: "card" } });
    const message = scene.sandbox.posts()[0]?.id ?? "";
    expect((await act("press", { ...alice, message, button: "Go" })).result).toMatchObject({ kind: "modal" });
    expect(await look("modal", alice)).toMatchObject({ title: "Form" });
    expect((await act("submit", { ...alice, values: { name: "typed" } })).result).toMatchObject({
      kind: "message",
    });
    expect((await act("select", { ...alice, message, select: "pick", values: ["a"] })).status).toBe(200);
    expect(await look("sees", { person: BRUNO.id, channel: CHANNELS.ops })).toMatchObject([
      { text: "card" },
      { text: "typed" },
      { text: "a" },
    ]);
    expect(await look("posts")).toHaveLength(3);
    expect(await look("errors", alice)).toEqual([]);
  });

  it("is told what a person cannot do, and what it asked wrongly", async () => {
    expect(await act("slash", { ...alice, command: "aws" })).toMatchObject({ status: 409 });
    expect(await act("slash", { channel: CHANNELS.ops })).toMatchObject({ status: 400 });
  });

  it("looks at the world, the commands and the traffic", async () => {
    expect(await look("world")).toMatchObject({
      guilds: [{ id: GUILD }, {}],
      people: [{ username: "alice" }, {}, {}, {}, {}],
    });
    expect(await look("commands")).toMatchObject([{ name: "ovh" }]);
    expect(await look("traffic")).toContainEqual(
      expect.objectContaining({ kind: "gateway", event: "READY" }),
    );
  });

  it("sets and clears faults", async () => {
    await act("fault", { path: "/users/@me", fault: { kind: "status", status: 500 } });
    expect(await look("faults")).toHaveLength(1);
    await act("clear-faults");
    expect(await look("faults")).toEqual([]);
  });

  it.each([
    ["gateway-drop", {}],
    ["gateway-reconnect", {}],
    ["gateway-invalidate", { resumable: true }],
    ["gateway-refuse", { code: 4014 }],
    ["gateway-zombie", { on: true }],
    ["gateway-duplicate", {}],
    ["outage", { guild: GUILD, on: true }],
    ["leave-guild", { guild: GUILD }],
  ])("works the gateway: %s", async (name, input) => {
    expect(await act(name, input)).toEqual({ status: 200, result: null });
  });

  it("closes connections and revokes the token", async () => {
    await act("gateway-close", { code: 4000 });
    await scene.sandbox.changed(() => scene.sandbox.gateway.connected() === 0);
    await act("revoke-token");
    expect((await fetch(`${scene.sandbox.apiUrl}/v10/users/@me`)).status).toBe(401);
  });
});
