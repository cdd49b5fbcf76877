import type { HomeView, ModalView } from "@slack/types";
import type { WebClient } from "@slack/web-api";
import { describe, expect, it } from "vitest";
import type { SlackSandbox } from "../../../sandbox/slack/sandbox.ts";
import { ALICE, OPS } from "../../../sandbox/slack/world.ts";
import { startBolt, startSandbox } from "./bolt.ts";
import { clientOf, refusalOf } from "./client.ts";

const plain = (text: string) => ({ type: "plain_text", text }) as const;
const modal = (title: string, more: Partial<ModalView> = {}): ModalView => ({
  type: "modal",
  title: plain(title),
  submit: plain("Go"),
  blocks: [
    {
      type: "input",
      block_id: "in",
      label: plain("In"),
      element: { type: "plain_text_input", action_id: "a" },
    },
  ],
  ...more,
});

/** Triggers as they come to the app: one for each command. */
async function start(answerSubmission: object = {}) {
  const { sandbox, clock } = await startSandbox();
  const triggers: string[] = [];
  await startBolt(sandbox, "socket", (app) => {
    app.command("/ovh", async ({ ack, command }) => {
      triggers.push(command.trigger_id);
      await ack();
    });
    app.view(/.*/, async ({ ack }) =>
      ack(
        Object.keys(answerSubmission).length > 0 ? JSON.parse(JSON.stringify(answerSubmission)) : undefined,
      ),
    );
  });
  const alice = sandbox.person(ALICE.id);
  const trigger = async (): Promise<string> => {
    await alice.slash(OPS.id, "/ovh");
    return triggers.at(-1) ?? "";
  };
  return { sandbox, clock, alice, trigger, client: clientOf(sandbox) };
}

const push = async (client: WebClient, trigger: () => Promise<string>, title: string) =>
  client.views.push({ trigger_id: await trigger(), view: modal(title) });

describe("triggers", () => {
  it("open one view within three seconds", async () => {
    const { client, trigger, clock, alice } = await start();
    const id = await trigger();
    await clock.advance(3000);
    await client.views.open({ trigger_id: id, view: modal("One") });
    expect(alice.modal()).toMatchObject({ title: "One", submit: "Go" });
    const again = client.views.open({ trigger_id: id, view: modal("Two") });
    expect(await refusalOf(again)).toMatchObject({ error: "exchanged_trigger_id" });
    expect(alice.modal()).toMatchObject({ title: "One" });
  });

  it("are worth nothing after three seconds, or when nobody issued them", async () => {
    const { client, trigger, clock, alice } = await start();
    const id = await trigger();
    await clock.advance(3001);
    expect(await refusalOf(client.views.open({ trigger_id: id, view: modal("One") }))).toMatchObject({
      error: "expired_trigger_id",
    });
    expect(await refusalOf(client.views.open({ trigger_id: "1.2.3", view: modal("One") }))).toMatchObject({
      error: "invalid_trigger_id",
    });
    expect(alice.modal()).toBeNull();
  });

  it("survive a view that is refused for its content", async () => {
    const { client, trigger } = await start();
    const id = await trigger();
    const refused = await refusalOf(client.views.open({ trigger_id: id, view: modal("x".repeat(25)) }));
    expect(refused).toMatchObject({
      error: "invalid_arguments",
      errors: ["must be less than 25 characters [json-pointer:/view/title/text]"],
    });
    await client.views.open({ trigger_id: id, view: modal("One") });
  });
});

describe("modals", () => {
  it("stack up to three views", async () => {
    const { client, trigger, alice } = await start();
    await client.views.open({ trigger_id: await trigger(), view: modal("One") });
    await push(client, trigger, "Two");
    await push(client, trigger, "Three");
    expect(await refusalOf(push(client, trigger, "Four"))).toMatchObject({ error: "push_limit_reached" });
    expect(alice.modal()).toMatchObject({ title: "Three" });
    await alice.closeView();
    expect(alice.modal()).toMatchObject({ title: "Two" });
  });

  it("keep out an update that saw an older hash, and one for a view that is closed", async () => {
    const { client, trigger, alice } = await start();
    const { view } = await client.views.open({ trigger_id: await trigger(), view: modal("One") });
    const { id: view_id = "", hash = "" } = view ?? {};
    await client.views.update({ view_id, hash, view: modal("Two") });
    const late = client.views.update({ view_id, hash, view: modal("Three") });
    expect(await refusalOf(late)).toMatchObject({ error: "hash_conflict" });
    expect(alice.modal()).toMatchObject({ title: "Two" });
    await alice.closeView();
    expect(await refusalOf(client.views.update({ view_id, view: modal("Four") }))).toMatchObject({
      error: "not_found",
    });
  });

  it("are found by their external id, which is theirs alone", async () => {
    const { client, trigger, alice } = await start();
    const view = modal("One", { external_id: "mine" });
    await client.views.open({ trigger_id: await trigger(), view });
    await client.views.update({ external_id: "mine", view: modal("Two", { external_id: "mine" }) });
    expect(alice.modal()).toMatchObject({ title: "Two" });
    const twin = client.views.push({ trigger_id: await trigger(), view });
    expect(await refusalOf(twin)).toMatchObject({ error: "duplicate_external_id" });
  });

  it.each([
    ["closes on an empty acknowledgement", {}, null],
    ["closes on clear", { response_action: "clear" }, null],
    ["shows an update", { response_action: "update", view: modal("Two") }, "Two"],
    ["shows a pushed view", { response_action: "push", view: modal("Two") }, "Two"],
  ])("%s", async (_name, response, title) => {
    const { client, trigger, alice } = await start(response);
    await client.views.open({ trigger_id: await trigger(), view: modal("One") });
    expect(await alice.submit({ a: "x" })).toMatchObject({ kind: "acknowledged" });
    expect(alice.modal()?.title ?? null).toBe(title);
  });

  it.each([
    [
      "an update with a faulty view",
      { response_action: "update", view: modal("x".repeat(25)) },
      "invalid_arguments",
    ],
    [
      "errors for a block that has no input",
      { response_action: "errors", errors: { nowhere: "bad" } },
      "invalid_error_block_id",
    ],
    ["an unknown action", { response_action: "explode" }, "invalid_response_action"],
  ])("say that there was trouble at %s, and stay", async (_name, response, reason) => {
    const { client, trigger, alice } = await start(response);
    await client.views.open({ trigger_id: await trigger(), view: modal("One") });
    expect(await alice.submit({ a: "x" })).toMatchObject({ kind: "failed", reason });
    expect(alice.modal()).toMatchObject({ title: "One", errors: {} });
    expect(alice.errors()).toMatchObject([{ text: "We had some trouble connecting. Try again?" }]);
  });
});

describe("home tabs", () => {
  const home = (text: string): HomeView => ({
    type: "home",
    blocks: [{ type: "section", text: plain(text) }],
  });
  const publish = (sandbox: SlackSandbox, text: string, hash?: string) =>
    clientOf(sandbox).views.publish({
      user_id: ALICE.id,
      view: home(text),
      ...(hash === undefined ? {} : { hash }),
    });

  it("are published for a person and guarded by their hash", async () => {
    const { sandbox } = await startSandbox();
    const { view } = await publish(sandbox, "one");
    await publish(sandbox, "two", view?.hash);
    expect(await refusalOf(publish(sandbox, "three", view?.hash))).toMatchObject({ error: "hash_conflict" });
    expect(sandbox.person(ALICE.id).home()?.blocks).toMatchObject([{ text: { text: "two" } }]);
    expect(
      await refusalOf(clientOf(sandbox).views.publish({ user_id: "U0NOBODY", view: home("x") })),
    ).toMatchObject({ error: "user_not_found" });
  });
});
