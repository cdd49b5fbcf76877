import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ALICE, CHANNELS } from "../../../sandbox/discord/world.ts";
import { asObject } from "../../../sandbox/json.ts";
import { conformanceFound, ifFound, readConformance } from "../../conformance.ts";
import { button, card, DELETE_FORM, options, plainText } from "./cards.ts";
import { reply } from "./fake-bot.ts";
import { expectNoFindings, newest, openRunningStage, requests, type Stage, seen } from "./stage.ts";

const { general, aliceDirect } = CHANNELS;

const everything = card([
  { kind: "paragraph", text: [plainText("Hello "), { kind: "strong", text: "you" }] },
  { kind: "callout", tone: "warning", title: "Careful", lines: [[plainText("a")], [plainText("b")]] },
  { kind: "fields", fields: [{ label: "Expires", value: [{ kind: "instant", at: 0, style: "relative" }] }] },
  {
    kind: "table",
    caption: "Services",
    columns: [{ label: "Name" }, { label: "Type" }],
    rows: [[[plainText("example.com")], [plainText("Domain")]]],
  },
  { kind: "divider" },
  { kind: "buttons", buttons: ["A", "B", "C", "D", "E", "Open form"].map((label) => button(label)) },
  {
    kind: "select",
    label: "Open",
    press: { command: "service", input: {} },
    param: "id",
    searchable: true,
    options: options(30),
  },
  { kind: "note", text: [plainText("as of now")] },
]);

describe.skipIf(!conformanceFound)(ifFound("by Discord's own document"), () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await openRunningStage({
      openapi: asObject(readConformance("discord/openapi.json")),
      answer: ({ input, via }) =>
        input.at === "open form"
          ? reply("", { form: DELETE_FORM })
          : reply("", { card: everything, replaces: via !== "slash", audience: "channel", track: "c1" }),
      suggest: async () => options(3),
    });
  });
  afterEach(() => stage.close());

  it("every request of a whole story is right", async () => {
    const alice = stage.sandbox.person(ALICE.id);
    await alice.slash(general, "ovh", "services", { page: 2 });
    await alice.press(newest(stage).id, "A");
    await alice.select(newest(stage).id, "Open", ["3"]);
    await alice.press(newest(stage).id, "Open form");
    await alice.submit({ typed: "example.com", understood: ["yes"], reason: "moved" });
    await alice.autocomplete(general, "ovh", "terminate", "service", "exa");
    const message = await stage.adapter.post(everything, { platform: "discord", id: aliceDirect });
    await stage.adapter.edit(message, everything);
    expect(stage.bot.invocations().map(({ via }) => via)).toEqual([
      "slash",
      "button",
      "select",
      "button",
      "form",
    ]);
    expect(requests(stage, "POST", /callback$/).length).toBeGreaterThanOrEqual(5);
    expectNoFindings(stage);
  });

  it("an act in direct messages is that of a member, found by asking", async () => {
    await stage.adapter.post(everything, { platform: "discord", id: aliceDirect });
    await stage.sandbox.person(ALICE.id).press(newest(stage, aliceDirect).id, "A");
    expect(stage.bot.invocations()).toMatchObject([
      { actor: { id: ALICE.id, standing: "member" }, place: { id: aliceDirect }, via: "button" },
    ]);
    expect(seen(stage, aliceDirect)).toHaveLength(1);
    expectNoFindings(stage);
  });
});
