import { describe, expect, it, vi } from "vitest";
import { ALICE, OPS } from "../../../sandbox/slack/world.ts";
import { SECOND } from "../../../src/domain/instant.ts";
import { DeliveryError } from "../../../src/errors.ts";
import { card, deletionForm, privately, publicly } from "./cards.ts";
import { createFakeBot } from "./fake-bot.ts";
import { callsOf, type Setup, seen, start, TRANSPORTS } from "./harness.ts";

const place = { platform: "slack", id: OPS.id } as const;

/** The kind of the DeliveryError that a post ends with. */
async function postKind({ adapter }: Setup): Promise<string> {
  const error = await adapter.post(card("Reminder"), place).then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof DeliveryError ? error.kind : `not a DeliveryError: ${error}`;
}

describe.each(TRANSPORTS)("what Slack does wrong, over %s", (transport) => {
  it("posts once when Slack answers 500, and does not know whether it stands there", async () => {
    const setup = await start(transport);
    setup.sandbox.faults.add({
      path: "chat.postMessage",
      fault: { kind: "status", status: 500, after: true },
    });
    expect(await postKind(setup)).toBe("unknown");
    expect(callsOf(setup.sandbox, "chat.postMessage")).toHaveLength(1);
    expect(setup.sandbox.posts()).toHaveLength(1);
  });

  it("posts once when the answer is lost on the way", async () => {
    const setup = await start(transport);
    setup.sandbox.faults.add({ path: "chat.postMessage", fault: { kind: "drop", after: true } });
    expect(await postKind(setup)).toBe("unknown");
    expect(setup.sandbox.posts()).toHaveLength(1);
  });

  it("leaves a channel alone for as long as a 429 says, and nobody else waits for that", async () => {
    const setup = await start(transport, {
      bot: createFakeBot({ delete: () => privately("Form", { form: deletionForm }) }),
    });
    const { sandbox, clock, adapter } = setup;
    sandbox.faults.add({ path: "chat.postMessage", fault: { kind: "status", status: 429, retryAfter: 4 } });
    expect(await postKind(setup)).toBe("passing");
    expect(await postKind(setup)).toBe("passing");
    expect(sandbox.faults.pending()).toEqual([]);

    await sandbox.person(ALICE.id).slash(OPS.id, "/ovh", "delete");
    await sandbox.changed(() => sandbox.person(ALICE.id).modal());
    expect(sandbox.posts()).toEqual([]);

    await clock.advance(4 * SECOND);
    await adapter.post(card("Reminder"), place);
    expect(sandbox.posts()).toHaveLength(1);
  });

  it.each([
    { fault: "not_in_channel", channel: "C0RANDOM", kind: "not-in-channel" },
    { fault: "channel_not_found", channel: "C0NOWHERE", kind: "gone" },
    { fault: "is_archived", channel: "C0ATTIC", kind: "gone" },
  ])("tells $fault apart", async ({ channel, kind }) => {
    const { adapter } = await start(transport);
    const posting = adapter.post(card("Reminder"), { platform: "slack", id: channel });
    await expect(posting).rejects.toMatchObject({ name: "DeliveryError", kind });
  });

  it("says that an edit found its message gone", async () => {
    const { adapter } = await start(transport);
    const editing = adapter.edit({ channel: place, id: "1700000000.000100" }, card("Later"));
    await expect(editing).rejects.toMatchObject({ name: "DeliveryError", kind: "gone" });
  });

  it("edits what it posted", async () => {
    const { adapter, sandbox } = await start(transport);
    const message = await adapter.post(card("Reminder"), place);
    await adapter.edit(message, card("Renewed"));
    expect(await seen(sandbox, "Renewed")).toMatchObject({ ts: message.id, edits: 1 });
  });

  it("handles once what is delivered twice", async () => {
    const { sandbox, bot } = await start(transport);
    sandbox.duplicate(1);
    await sandbox.person(ALICE.id).slash(OPS.id, "/ovh", "services");
    await seen(sandbox, "Answer to services");
    expect(bot.handled).toHaveLength(1);
    expect(sandbox.posts()).toHaveLength(1);
  });

  it("gives a submission that is delivered twice one effect", async () => {
    const bot = createFakeBot({
      delete: () => privately("Form", { form: deletionForm }),
      "delete-confirm": () => publicly("Requested"),
    });
    const { sandbox } = await start(transport, { bot });
    await sandbox.person(ALICE.id).slash(OPS.id, "/ovh", "delete");
    await sandbox.changed(() => sandbox.person(ALICE.id).modal());
    sandbox.duplicate(1);
    await sandbox.person(ALICE.id).submit({ name: "example.com" });
    await seen(sandbox, "Requested");
    expect(bot.handled).toHaveLength(2);
    expect(sandbox.posts()).toHaveLength(1);
  });

  it("survives being told that it is flooded, and acknowledges it", async () => {
    const { sandbox, log, bot } = await start(transport);
    expect(await sandbox.rateLimitApp()).toMatchObject({ kind: "acknowledged" });
    await vi.waitFor(() => expect(log.lines.map(({ event }) => event)).toContain("slack.rate-limited"));
    await sandbox.person(ALICE.id).slash(OPS.id, "/ovh", "services");
    await seen(sandbox, "Answer to services");
    expect(bot.handled).toHaveLength(1);
  });

  it.each([
    { name: "a token that was revoked", code: "token_revoked" },
    { name: "an app that was disabled", code: "account_inactive" },
  ])("ends the process once, in one line, for $name", async ({ code }) => {
    const setup = await start(transport);
    setup.sandbox.revoke("bot", code);
    await postKind(setup);
    await postKind(setup);
    expect(setup.fatal.map(({ message }) => message)).toEqual([
      `Slack refuses the bot token (SLACK_BOT_TOKEN) (${code}): create a new token or reinstall the app`,
    ]);
  });

  it("ends the process once when the app is uninstalled", async () => {
    const { sandbox, fatal } = await start(transport);
    await sandbox.admin.uninstall();
    await vi.waitFor(() => expect(fatal).toHaveLength(1));
  });

  it("tells the bot which channels it lost, and only those", async () => {
    const { sandbox, bot } = await start(transport);
    await sandbox.person(ALICE.id).leaves("C0OPS");
    await sandbox.admin.removeBot("C0OPS");
    await sandbox.admin.archive("C0GENERAL");
    await vi.waitFor(() => expect(bot.lost.map(({ id }) => id)).toEqual(["C0OPS", "C0GENERAL"]));
  });

  it("says that it could not ask Slack who somebody is, and does nothing for them", async () => {
    const { sandbox, bot } = await start(transport);
    sandbox.faults.add({ path: "users.info", fault: { kind: "status", status: 500 } });
    await sandbox.person(ALICE.id).slash(OPS.id, "/ovh", "services");
    await seen(sandbox, "Slack does not say who you are");
    expect(bot.handled).toEqual([]);
  });

  it("puts no token, trigger or response address into its log", async () => {
    const { sandbox, log } = await start(transport);
    sandbox.faults.add({ path: "response_url", fault: { kind: "status", status: 500 } });
    sandbox.faults.add({ path: "chat.postEphemeral", fault: { kind: "drop" } });
    sandbox.faults.add({ path: "chat.postMessage", fault: { kind: "html", status: 502 } });
    await sandbox.person(ALICE.id).slash(OPS.id, "/ovh", "services top-secret");
    await vi.waitFor(() => expect(log.lines.map(({ event }) => event)).toContain("slack.answer-lost"));
    const written = JSON.stringify(log.lines);
    for (const secret of [sandbox.botToken, sandbox.appToken, "trigger", "top-secret", sandbox.apiUrl]) {
      expect(written).not.toContain(secret);
    }
  });

  it("answers what has begun before it stops, and takes nothing new", async () => {
    let finish = (): void => {};
    const bot = createFakeBot({
      delete: () => privately("Form", { form: deletionForm }),
      "delete-confirm": () =>
        new Promise((resolve) => {
          finish = () => resolve(privately("Finished"));
        }),
    });
    const { sandbox, adapter, clock } = await start(transport, { bot });
    const alice = sandbox.person(ALICE.id);
    await alice.slash(OPS.id, "/ovh", "delete");
    await sandbox.changed(() => alice.modal());
    const submitting = alice.submit({ name: "example.com" });
    await vi.waitFor(() => expect(bot.handled).toHaveLength(2));

    const state = { stopped: false };
    const stopping = adapter.stop().then(() => {
      state.stopped = true;
    });
    await clock.advance(SECOND);
    expect(state.stopped).toBe(false);
    const late = await Promise.race([alice.slash(OPS.id, "/ovh", "late"), clock.advance(SECOND)]);
    expect(late).not.toMatchObject({ kind: "acknowledged" });
    finish();
    // The form's acknowledgement still goes through the connection.
    expect(await submitting).toMatchObject({ kind: "acknowledged", answer: { response_action: "clear" } });
    await stopping;
    await seen(sandbox, "Finished");
    expect(bot.handled).toHaveLength(2);
  });
});
