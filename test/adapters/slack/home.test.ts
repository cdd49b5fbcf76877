import { describe, expect, it } from "vitest";
import { ALICE, CHLOE, GENERAL, OPS } from "../../../sandbox/slack/world.ts";
import { buttons, card, deletionForm, privately, publicly, table } from "./cards.ts";
import { createFakeBot } from "./fake-bot.ts";
import { callsOf, seen, start, TRANSPORTS, titleOf } from "./harness.ts";

const home = (...blocks: Parameters<typeof card>[1] & object) =>
  privately("Coming up", { card: card("Coming up", blocks), replaces: true });

describe.each(TRANSPORTS)("App Home over %s", (transport) => {
  it("shows the home card to the one who opens it, tables as lists", async () => {
    const { sandbox, bot } = await start(transport, { bot: createFakeBot({ home: () => home(table) }) });
    await sandbox.person(ALICE.id).openHome();
    const view = await sandbox.changed(() => sandbox.person(ALICE.id).home());

    expect(titleOf(view)).toContain("Coming up");
    expect(JSON.stringify(view.blocks)).toContain("rich_text_list");
    expect(bot.handled[0]).toMatchObject({
      command: "home",
      via: "home",
      actor: { id: ALICE.id },
      place: { platform: "slack", id: ALICE.id },
    });
  });

  it("names the channels that this person is in together with the bot", async () => {
    const { sandbox, bot } = await start(transport, { bot: createFakeBot({ home: () => home() }) });
    await sandbox.person(CHLOE.id).openHome();
    await sandbox.changed(() => sandbox.person(CHLOE.id).home());
    const channels = bot.handled[0]?.input.channels?.split(",") ?? [];
    expect(channels).toEqual(expect.arrayContaining([GENERAL.id, OPS.id]));
    expect(channels).not.toContain("C0SECRET");
  });

  it("shows the home card even when Slack does not name the channels", async () => {
    const { sandbox, bot } = await start(transport, { bot: createFakeBot({ home: () => home() }) });
    sandbox.faults.add({ path: "users.conversations", fault: { kind: "status", status: 500 } });
    await sandbox.person(ALICE.id).openHome();
    await sandbox.changed(() => sandbox.person(ALICE.id).home());
    expect(bot.handled[0]?.input).toEqual({ channels: "" });
  });

  it("refreshes in place, and answers a press there by direct message", async () => {
    const bot = createFakeBot({
      home: () => home(buttons("home", "service", "delete")),
      terminate: () => publicly("Sure?"),
      delete: () => privately("Form", { form: deletionForm }),
    });
    const { sandbox } = await start(transport, { bot });
    const alice = sandbox.person(ALICE.id);
    await alice.openHome();
    const view = await sandbox.changed(() => alice.home());

    await alice.press(view, "Do home");
    await expect.poll(() => callsOf(sandbox, "views.publish").length).toBe(2);
    expect(bot.handled[1]?.input.channels).toContain(OPS.id);

    await alice.press(view, "Do service");
    await seen(sandbox, "Answer to service", ALICE.id, alice.direct());

    await alice.press(view, "Do delete");
    await sandbox.changed(() => alice.modal());
  });

  it("publishes once for an event that Slack delivers again", async () => {
    const { sandbox, bot } = await start(transport, { bot: createFakeBot({ home: () => home() }) });
    sandbox.redeliver(1);
    await sandbox.person(ALICE.id).openHome();
    await sandbox.changed(() => sandbox.person(ALICE.id).home());
    expect(bot.handled).toHaveLength(1);
  });
});
