import { WebClient } from "@slack/web-api";
import { describe, expect, it } from "vitest";
import { plainText } from "../../../adapters/slack/render/controls.ts";
import { ALICE, BRUNO, OPS, RANDOM } from "../../../sandbox/slack/world.ts";
import { buttons, card, privately, publicly } from "./cards.ts";
import { createFakeBot } from "./fake-bot.ts";
import { callsOf, seen, start, TRANSPORTS, titleOf } from "./harness.ts";

describe.each(TRANSPORTS)("replies over %s", (transport) => {
  it("shows a private answer to the one who asked, and to nobody else", async () => {
    const { sandbox, bot } = await start(transport);
    const act = await sandbox.person(ALICE.id).slash(OPS.id, "/ovh", "services type:domain");
    expect(act).toEqual({ kind: "acknowledged", answer: {} });

    const message = await seen(sandbox, "Answer to services");
    expect(message).toMatchObject({ ephemeral: true, text: "Answer to services." });
    expect(sandbox.person(BRUNO.id).sees(OPS.id)).toEqual([]);
    expect(bot.handled).toEqual([
      {
        command: "services",
        input: { text: "type:domain" },
        via: "slash",
        actor: { platform: "slack", id: ALICE.id, standing: "member", groups: ["S0OPERATORS"] },
        place: { platform: "slack", id: OPS.id },
        locale: "fr",
      },
    ]);
  });

  it("posts an answer for the channel and tells the bot where it stands", async () => {
    const bot = createFakeBot({ terminate: () => publicly("Terminate?", { track: "t1" }) });
    const { sandbox } = await start(transport, { bot });
    await sandbox.person(ALICE.id).slash(OPS.id, "/ovh", "terminate example.com");

    const message = await seen(sandbox, "Terminate?", BRUNO.id);
    expect(message.ephemeral).toBe(false);
    await expect
      .poll(() => bot.placed)
      .toEqual([{ track: "t1", message: { channel: { platform: "slack", id: OPS.id }, id: message.ts } }]);
  });

  it("explains in private that it is not in the channel, and takes back what waits", async () => {
    const bot = createFakeBot({ terminate: () => publicly("Terminate?", { track: "t1" }) });
    const { sandbox } = await start(transport, { bot });
    await sandbox.person(ALICE.id).slash(RANDOM.id, "/ovh", "terminate example.com");

    await seen(sandbox, "Could not post: not-in-channel", ALICE.id, RANDOM.id);
    expect(bot.taken).toEqual([{ command: "terminate", problem: "not-in-channel" }]);
    expect(bot.placed).toEqual([]);
  });

  it("puts the next private card where the pressed one stands", async () => {
    const first = privately("Page one", { card: card("Page one", [buttons("next")]) });
    const bot = createFakeBot({
      services: () => first,
      next: () => privately("Page two", { replaces: true }),
    });
    const { sandbox } = await start(transport, { bot });
    await sandbox.person(ALICE.id).slash(OPS.id, "/ovh", "services");
    const message = await seen(sandbox, "Page one");

    await sandbox.person(ALICE.id).press(message, "Do next");
    await seen(sandbox, "Page two");
    expect(sandbox.person(ALICE.id).sees(OPS.id)).toHaveLength(1);
    expect(bot.handled[1]).toMatchObject({ command: "next", input: { id: "7" }, via: "button" });
  });

  it("edits the channel's message when the outcome takes its place", async () => {
    const asking = publicly("Sure?", { card: card("Sure?", [buttons("confirm")]) });
    const bot = createFakeBot({
      terminate: () => asking,
      confirm: () => publicly("Done", { replaces: true, track: "t2" }),
    });
    const { sandbox } = await start(transport, { bot });
    await sandbox.person(ALICE.id).slash(OPS.id, "/ovh", "terminate");
    const message = await seen(sandbox, "Sure?");

    await sandbox.person(BRUNO.id).press(message, "Do confirm");
    const after = await seen(sandbox, "Done", ALICE.id);
    expect(after).toMatchObject({ ts: message.ts, edits: 1 });
    await expect.poll(() => bot.placed[0]?.message.id).toBe(message.ts);
  });

  it("never replaces what everybody sees by what one person may see", async () => {
    const asking = publicly("Reminder", { card: card("Reminder", [buttons("details")]) });
    const bot = createFakeBot({
      remind: () => asking,
      details: () => privately("Details", { replaces: true }),
    });
    const { sandbox } = await start(transport, { bot });
    await sandbox.person(ALICE.id).slash(OPS.id, "/ovh", "remind");
    const message = await seen(sandbox, "Reminder");

    await sandbox.person(BRUNO.id).press(message, "Do details");
    expect(await seen(sandbox, "Details", BRUNO.id)).toMatchObject({ ephemeral: true });
    expect(sandbox.person(ALICE.id).sees(OPS.id).map(titleOf)).toEqual([titleOf(message)]);
  });

  it("makes room for the channel's card where a private one was pressed", async () => {
    const own = privately("Service", { card: card("Service", [buttons("terminate")]) });
    const bot = createFakeBot({ service: () => own, terminate: () => publicly("Sure?", { replaces: true }) });
    const { sandbox } = await start(transport, { bot });
    await sandbox.person(ALICE.id).slash(OPS.id, "/ovh", "service");
    const message = await seen(sandbox, "Service");

    await sandbox.person(ALICE.id).press(message, "Do terminate");
    await seen(sandbox, "Sure?", BRUNO.id);
    await sandbox.changed(() => sandbox.person(ALICE.id).sees(OPS.id).length === 1);
  });

  it("goes on by the chat API when the response_url is spent", async () => {
    const own = privately("Page", { card: card("Page", [buttons("services")]) });
    const bot = createFakeBot({ services: () => own });
    const { sandbox } = await start(transport, { bot });
    sandbox.faults.add({ path: "response_url", fault: { kind: "status", status: 404 } });
    await sandbox.person(ALICE.id).slash(OPS.id, "/ovh", "services");

    expect(await seen(sandbox, "Page")).toMatchObject({ ephemeral: true });
    expect(callsOf(sandbox, "chat.postEphemeral")).toHaveLength(1);
  });

  it("answers a button from another time, which it cannot read", async () => {
    const { sandbox, bot } = await start(transport);
    const foreign = {
      type: "button" as const,
      action_id: "press-0",
      text: plainText("Old"),
      value: "V1;what=that",
    };
    const client = new WebClient(sandbox.botToken, { slackApiUrl: sandbox.apiUrl });
    const { ts } = await client.chat.postMessage({
      channel: OPS.id,
      text: "From last month",
      blocks: [{ type: "actions", elements: [foreign] }],
    });

    await sandbox.person(ALICE.id).press({ channel: OPS.id, ts: String(ts) }, "Old");
    await seen(sandbox, "Answer to unknown-press");
    expect(bot.handled[0]).toMatchObject({ command: "unknown-press", input: {}, via: "button" });
  });

  it("asks nothing of the bot for a button that only opens an address", async () => {
    const linked = privately("Links", {
      card: card("Links", [
        {
          kind: "buttons",
          buttons: [
            { label: "Console", style: "primary", does: { kind: "open", url: "https://ovh.example/" } },
          ],
        },
      ]),
    });
    const { sandbox, bot } = await start(transport, { bot: createFakeBot({ help: () => linked }) });
    await sandbox.person(ALICE.id).slash(OPS.id, "/ovh", "");
    const act = await sandbox.person(ALICE.id).press(await seen(sandbox, "Links"), "Console");
    expect(act.kind).toBe("acknowledged");
    expect(bot.handled).toHaveLength(1);
  });
});
