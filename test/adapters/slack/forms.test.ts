import { describe, expect, it, vi } from "vitest";
import { ALICE, BRUNO, OPS } from "../../../sandbox/slack/world.ts";
import { SECOND } from "../../../src/domain/instant.ts";
import { buttons, card, deletionForm, privately, publicly } from "./cards.ts";
import { createFakeBot } from "./fake-bot.ts";
import { callsOf, seen, start, TRANSPORTS } from "./harness.ts";

const FILLED = { name: "example.com", understood: "yes", reason: "price" } as const;

/** Answers `delete` with the form, and `delete-confirm` as told. */
const deleting = (confirm: Parameters<typeof createFakeBot>[0] = {}) =>
  createFakeBot({
    delete: () =>
      privately("Open the form", { form: deletionForm, card: card("Open the form", [buttons("delete")]) }),
    ...confirm,
  });

describe.each(TRANSPORTS)("forms over %s", (transport) => {
  it("opens the form in place of the card, with the danger in words", async () => {
    const { sandbox } = await start(transport, { bot: deleting() });
    await sandbox.person(ALICE.id).slash(OPS.id, "/ovh", "delete example.com");

    const modal = await sandbox.changed(() => sandbox.person(ALICE.id).modal());
    expect(modal).toMatchObject({
      title: "Delete example.com",
      submit: "Ask OVHcloud to delete",
      close: "Close",
    });
    expect(modal.blocks[0]).toMatchObject({ type: "alert", level: "error" });
    expect(JSON.stringify(modal.blocks[0])).toContain("Danger · This cannot be taken back");
    expect(sandbox.person(ALICE.id).sees(OPS.id)).toEqual([]);
  });

  it("gives the bot what was typed, ticked and chosen, beside the form's own input", async () => {
    const bot = deleting({ "delete-confirm": () => publicly("Requested") });
    const { sandbox } = await start(transport, { bot });
    await sandbox.person(ALICE.id).slash(OPS.id, "/ovh", "delete");
    await sandbox.changed(() => sandbox.person(ALICE.id).modal());
    const act = await sandbox.person(ALICE.id).submit(FILLED);

    expect(act).toEqual({ kind: "acknowledged", answer: { response_action: "clear" } });
    await seen(sandbox, "Requested", BRUNO.id);
    expect(bot.handled[1]).toMatchObject({
      command: "delete-confirm",
      input: { id: "c1", ...FILLED },
      via: "form",
      place: { platform: "slack", id: OPS.id },
      actor: { id: ALICE.id, standing: "member" },
    });
    expect(sandbox.person(ALICE.id).modal()).toBeNull();
  });

  it("leaves out what was left empty", async () => {
    const bot = deleting({ "delete-confirm": () => privately("Tick it") });
    const { sandbox } = await start(transport, { bot });
    await sandbox.person(ALICE.id).slash(OPS.id, "/ovh", "delete");
    await sandbox.changed(() => sandbox.person(ALICE.id).modal());
    await sandbox.person(ALICE.id).submit({ name: "wrong" });
    await seen(sandbox, "Tick it");
    expect(bot.handled[1]?.input).toEqual({ id: "c1", name: "wrong", reason: "unused" });
  });

  it("shows the form again when the bot asks again", async () => {
    const again = { ...deletionForm, title: "That is not its name" };
    const bot = deleting({ "delete-confirm": () => privately("Wrong name", { form: again }) });
    const { sandbox } = await start(transport, { bot });
    await sandbox.person(ALICE.id).slash(OPS.id, "/ovh", "delete");
    await sandbox.changed(() => sandbox.person(ALICE.id).modal());
    await sandbox.person(ALICE.id).submit({ name: "wrong" });

    await sandbox.changed(() => sandbox.person(ALICE.id).modal()?.title === "That is not its name");
    await sandbox.person(ALICE.id).submit(FILLED);
    expect(bot.handled.map(({ command }) => command)).toEqual(["delete", "delete-confirm", "delete-confirm"]);
  });

  it("replaces the private card from which the form was opened", async () => {
    const bot = deleting({
      service: () => privately("Service", { card: card("Service", [buttons("delete")]) }),
      "delete-confirm": () => privately("Deleted", { replaces: true }),
    });
    const { sandbox } = await start(transport, { bot });
    await sandbox.person(ALICE.id).slash(OPS.id, "/ovh", "service");
    await sandbox.person(ALICE.id).press(await seen(sandbox, "Service"), "Do delete");
    await sandbox.changed(() => sandbox.person(ALICE.id).modal());
    await sandbox.person(ALICE.id).submit(FILLED);
    await seen(sandbox, "Deleted");
    expect(sandbox.person(ALICE.id).sees(OPS.id)).toHaveLength(1);
  });

  it("says within three seconds that it takes longer, and the answer when it is there", async () => {
    let finish = (): void => {};
    const bot = deleting({
      "delete-confirm": () =>
        new Promise((resolve) => {
          finish = () => resolve(publicly("Requested"));
        }),
    });
    const { sandbox, clock } = await start(transport, { bot });
    await sandbox.person(ALICE.id).slash(OPS.id, "/ovh", "delete");
    await sandbox.changed(() => sandbox.person(ALICE.id).modal());
    const submitting = sandbox.person(ALICE.id).submit(FILLED);
    await vi.waitFor(() => expect(bot.handled).toHaveLength(2));
    await clock.advance(2.5 * SECOND);
    expect((await submitting).kind).toBe("acknowledged");
    expect(sandbox.person(ALICE.id).modal()?.title).toBe("Un instant");
    expect(sandbox.person(ALICE.id).errors()).toEqual([]);

    finish();
    await seen(sandbox, "Requested", BRUNO.id);
    await sandbox.changed(() => sandbox.person(ALICE.id).modal()?.title === "Answered");
    expect(bot.handled).toHaveLength(2);
  });

  it("shows the card with its button when the trigger is too old for a form", async () => {
    const { sandbox, clock } = await start(transport, { bot: deleting() });
    sandbox.faults.add({ path: "users.info", fault: { kind: "slow", ms: 2.6 * SECOND } });
    await sandbox.person(ALICE.id).slash(OPS.id, "/ovh", "delete");
    await vi.waitFor(() => expect(clock.next()).toBe(clock.now() + 2.6 * SECOND));
    await clock.advance(2.6 * SECOND);
    expect(await seen(sandbox, "Open the form")).toMatchObject({ ephemeral: true });
    expect(callsOf(sandbox, "views.open")).toEqual([]);
  });

  it("shows the card with its button when Slack would not open the form", async () => {
    const { sandbox } = await start(transport, { bot: deleting() });
    sandbox.faults.add({ path: "views.open", fault: { kind: "status", status: 500 } });
    await sandbox.person(ALICE.id).slash(OPS.id, "/ovh", "delete");
    await seen(sandbox, "Open the form");
    expect(sandbox.person(ALICE.id).modal()).toBeNull();
  });
});
