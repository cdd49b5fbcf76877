import { afterEach, describe, expect, it } from "vitest";
import { ALICE, BRUNO, CHANNELS, GUILD, ROLES, STRANGER } from "../../../../sandbox/discord/world.ts";
import type { Card } from "../../../../src/card/card.ts";
import { button, card, DELETE_FORM, options, plainText } from "../cards.ts";
import { heldAnswer, reply } from "../fake-bot.ts";
import { expectNoFindings, newest, openRunningStage, type Stage, type StageOptions, seen } from "../stage.ts";

const { general, ops } = CHANNELS;

let stage: Stage;
const open = async (options: StageOptions = {}) => {
  stage = await openRunningStage(options);
  return stage.sandbox.person(ALICE.id);
};
afterEach(async () => {
  expectNoFindings(stage);
  await stage.close();
});

const withButton: Card = card([
  { kind: "paragraph", text: [plainText("Public")] },
  { kind: "buttons", buttons: [button("Go", { command: "keep", input: { id: "7" } })] },
]);

describe("a typed command", () => {
  it("reaches the core with its options by key, the person, the place and the language", async () => {
    const alice = await open();
    await alice.slash(general, "ovh", "services", { recherche: "exemple", type: "hosting", page: 2 });
    const bruno = stage.sandbox.person(BRUNO.id);
    await bruno.slash(ops, "ovh", "terminate", { service: "example.com" });
    expect(stage.bot.invocations()).toEqual([
      {
        command: "services",
        input: { query: "exemple", type: "hosting", page: "2" },
        via: "slash",
        actor: { platform: "discord", id: ALICE.id, standing: "member", groups: [] },
        place: { platform: "discord", id: general },
        locale: "fr",
      },
      {
        command: "terminate",
        input: { service: "example.com" },
        via: "slash",
        actor: { platform: "discord", id: BRUNO.id, standing: "member", groups: [ROLES.operators] },
        place: { platform: "discord", id: ops },
        locale: "en",
      },
    ]);
  });

  it("is answered privately", async () => {
    const alice = await open();
    const act = await alice.slash(general, "ovh", "help");
    expect(act).toMatchObject({ kind: "message", message: { ephemeral: true } });
    expect(seen(stage)).toEqual(["(private) Hello"]);
    expect(seen(stage, general, BRUNO.id)).toEqual([]);
  });

  it("is answered to the channel, and the core told where the card stands", async () => {
    const alice = await open({ answer: () => reply("For all", { audience: "channel", track: "c1" }) });
    await alice.slash(general, "ovh", "help");
    expect(seen(stage, general, BRUNO.id)).toEqual(["For all"]);
    await expect
      .poll(() => stage.bot.told.at(-1))
      .toEqual({
        kind: "delivered",
        track: "c1",
        message: { channel: { platform: "discord", id: general }, id: newest(stage).id },
      });
  });

  it("comes from a foreigner when their server is not served", async () => {
    await open({ adapter: { guilds: [GUILD] } });
    await stage.sandbox.person(STRANGER.id).slash(CHANNELS.lobby, "ovh", "help");
    expect(stage.bot.invocations()[0]?.actor).toEqual({
      platform: "discord",
      id: STRANGER.id,
      standing: "foreign",
      groups: [],
    });
  });
});

describe("a button", () => {
  const press = async (answer: ReturnType<typeof reply>) => {
    const alice = await open({
      answer: ({ via }) => (via === "slash" ? reply("", { card: withButton, audience: "channel" }) : answer),
    });
    await alice.slash(general, "ovh", "help");
    return alice.press(newest(stage).id, "Go");
  };

  it("carries a command by the same door", async () => {
    await press(reply("Kept", { audience: "channel", replaces: true, track: "c1" }));
    expect(stage.bot.invocations()[1]).toMatchObject({ command: "keep", input: { id: "7" }, via: "button" });
  });

  it("lets the reply take the place of its message", async () => {
    const act = await press(reply("Kept", { audience: "channel", replaces: true, track: "c1" }));
    expect(act.kind).toBe("updated");
    expect(seen(stage, general, BRUNO.id)).toEqual(["Kept"]);
    await expect
      .poll(() => stage.bot.told.at(-1))
      .toMatchObject({ kind: "delivered", message: { id: newest(stage).id } });
  });

  it("never lets a private reply take the place of a public message", async () => {
    await press(reply("Only you", { replaces: true }));
    expect(seen(stage)).toEqual(["Public", "(private) Only you"]);
    expect(seen(stage, general, BRUNO.id)).toEqual(["Public"]);
  });

  it("gets an answer when nobody knows it any more", async () => {
    const alice = await open();
    await stage.adapter.post(withButton, { platform: "discord", id: general });
    const message = newest(stage);
    await stage.sandbox.replay({
      ...recordedPress(message.id),
      data: { component_type: 2, custom_id: "{last month}", id: 3 },
    });
    expect(stage.bot.invocations()).toMatchObject([{ command: "unknown-press", input: {}, via: "button" }]);
    expect(alice.sees(general).at(-1)?.text).toContain("That is not known.");
  });
});

/** A press as Discord sends it, of a message that stands in the stand-in. */
const recordedPress = (messageId: string) => ({
  id: "1442000000000000001",
  application_id: stage.sandbox.applicationId,
  type: 3,
  version: 1,
  guild_id: GUILD,
  channel_id: general,
  locale: "en-US",
  member: { user: { id: ALICE.id }, roles: [] },
  message: { id: messageId, channel_id: general, flags: 32768 },
});

describe("a select", () => {
  it("hands the chosen value over under its parameter", async () => {
    const alice = await open({
      answer: ({ via }) =>
        reply("Opened", {
          ...(via === "slash"
            ? {
                card: card([
                  {
                    kind: "select",
                    label: "Open",
                    press: { command: "service", input: { from: "list" } },
                    param: "id",
                    searchable: false,
                    options: options(3),
                  },
                ]),
              }
            : { replaces: true }),
        }),
    });
    await alice.slash(general, "ovh", "services");
    const act = await alice.select(newest(stage).id, "Open", ["2"]);
    expect(stage.bot.invocations()[1]).toMatchObject({
      command: "service",
      input: { from: "list", id: "2" },
      via: "select",
    });
    expect(act.kind).toBe("updated");
    expect(seen(stage)).toEqual(["(private) Opened"]);
  });
});

describe("a form", () => {
  it("opens, and comes back filled in", async () => {
    const alice = await open({
      answer: ({ via }) => reply("Card", via === "form" ? {} : { form: DELETE_FORM }),
    });
    expect(await alice.slash(general, "ovh", "help")).toMatchObject({
      kind: "modal",
      modal: { title: "Delete now" },
    });
    await alice.submit({ typed: "example.com", understood: ["yes"], reason: "moved" });
    expect(stage.bot.invocations()[1]).toMatchObject({
      command: "confirm-delete",
      input: { id: "abc", typed: "example.com", understood: "yes", reason: "moved" },
      via: "form",
    });
    expect(seen(stage)).toEqual(["(private) Card"]);
  });

  it("shows its card in place of a second form, which Discord would refuse", async () => {
    const alice = await open({ answer: () => reply("Card", { form: DELETE_FORM }) });
    await alice.slash(general, "ovh", "help");
    await alice.submit({ typed: "x", understood: ["yes"] });
    expect(seen(stage)).toEqual(["(private) Card"]);
  });
});

describe("an answer that takes its time", () => {
  const late = async (answer: ReturnType<typeof reply>) => {
    const held = heldAnswer(answer);
    const alice = await open({
      answer: (invocation) =>
        invocation.via === "slash" && invocation.command === "help"
          ? reply("", { card: withButton, audience: "channel" })
          : held.answer(invocation),
    });
    return { alice, held };
  };
  const defer = async (act: Promise<{ kind: string }>) => {
    await stage.bot.next();
    await stage.clock.advance(1499);
    expect(
      stage.sandbox.traffic().filter((one) => one.kind === "request" && /callback/.test(one.path)).length,
    ).toBe(stage.bot.invocations().length - 1);
    await stage.clock.advance(1);
    return (await act).kind;
  };

  it("is announced after 1.5 s and then given privately", async () => {
    const { alice, held } = await late(reply("At last"));
    expect(await defer(alice.slash(general, "ovh", "services"))).toBe("deferred");
    expect(newest(stage)).toMatchObject({ thinking: true, ephemeral: true });
    held.release();
    await stage.sandbox.changed(() => seen(stage).includes("(private) At last"));
    expect(newest(stage).thinking).toBe(false);
  });

  it("is given to the channel, and the announcement goes", async () => {
    const { alice, held } = await late(reply("At last", { audience: "channel", track: "c1" }));
    await defer(alice.slash(general, "ovh", "services"));
    held.release();
    await expect.poll(() => stage.bot.told.at(-1)?.kind).toBe("delivered");
    expect(seen(stage)).toEqual(["At last"]);
    expect(stage.bot.told.at(-1)).toMatchObject({ message: { id: newest(stage, general, BRUNO.id).id } });
  });

  it("replaces the message whose button was pressed", async () => {
    const { alice, held } = await late(reply("Kept", { audience: "channel", replaces: true, track: "c1" }));
    await alice.slash(general, "ovh", "help");
    expect(await defer(alice.press(newest(stage).id, "Go"))).toBe("deferred-update");
    held.release();
    await expect.poll(() => stage.bot.told.at(-1)?.kind).toBe("delivered");
    expect(seen(stage, general, BRUNO.id)).toEqual(["Kept"]);
  });

  it("follows privately when it may not replace", async () => {
    const { alice, held } = await late(reply("Only you", { replaces: true }));
    await alice.slash(general, "ovh", "help");
    await defer(alice.press(newest(stage).id, "Go"));
    held.release();
    await stage.sandbox.changed(() => seen(stage).includes("(private) Only you"));
    expect(seen(stage, general, BRUNO.id)).toEqual(["Public"]);
  });

  it("shows the card of a form, which can no longer be opened", async () => {
    const { alice, held } = await late(reply("Press to open", { form: DELETE_FORM }));
    await defer(alice.slash(general, "ovh", "services"));
    held.release();
    await stage.sandbox.changed(() => seen(stage).includes("(private) Press to open"));
    expect(alice.modal()).toBeNull();
  });
});
