import type { App } from "@slack/bolt";
import type { ModalView } from "@slack/types";
import { describe, expect, it } from "vitest";
import type { SlackPerson } from "../../../sandbox/slack/person.ts";
import type { SlackSandbox } from "../../../sandbox/slack/sandbox.ts";
import type { SeenMessage } from "../../../sandbox/slack/seen.ts";
import { ALICE, BRUNO, CHLOE, OPS } from "../../../sandbox/slack/world.ts";
import { startBolt, startSandbox, type Transport } from "./bolt.ts";

const plain = (text: string) => ({ type: "plain_text", text }) as const;

const modal: ModalView = {
  type: "modal",
  callback_id: "delete",
  title: plain("Delete"),
  submit: plain("Delete"),
  notify_on_close: true,
  blocks: [
    {
      type: "input",
      block_id: "name",
      label: plain("Type the name"),
      element: { type: "plain_text_input", action_id: "typed", min_length: 3 },
    },
    {
      type: "input",
      block_id: "sure",
      label: plain("Are you sure?"),
      element: {
        type: "checkboxes",
        action_id: "ticked",
        options: [{ text: plain("I understand"), value: "yes" }],
      },
    },
    {
      type: "input",
      block_id: "why",
      optional: true,
      label: plain("Why"),
      element: { type: "external_select", action_id: "reason", min_query_length: 1 },
    },
  ],
};

/** A small app that uses everything a chat bot uses. */
function listen(app: App): void {
  app.command("/ovh", async ({ ack, respond, command }) => {
    await ack();
    await respond({
      text: `you said ${command.text}`,
      blocks: [
        { type: "section", text: plain(`you said ${command.text}`) },
        {
          type: "actions",
          elements: [{ type: "button", action_id: "open", text: plain("Delete…"), value: "v" }],
        },
      ],
    });
  });
  app.action("open", async ({ ack, body, client }) => {
    await ack();
    if ("trigger_id" in body) await client.views.open({ trigger_id: body.trigger_id, view: modal });
  });
  app.options("reason", async ({ ack, options }) => {
    await ack({ options: [{ text: plain(`because ${options.value}`), value: "r1" }] });
  });
  app.view("delete", async ({ ack, view, client, body }) => {
    if (view.state.values.name?.typed?.value !== "api-prod") {
      await ack({ response_action: "errors", errors: { name: "That is not the name" } });
      return;
    }
    await ack({ response_action: "update", view: { ...modal, title: plain("Deleting"), blocks: [] } });
    const reason = view.state.values.why?.reason?.selected_option?.text.text;
    await client.chat.postMessage({ channel: OPS.id, text: `<@${body.user.id}> deletes it ${reason}` });
  });
  app.view({ callback_id: "delete", type: "view_closed" }, async ({ ack, client, body }) => {
    await ack();
    await client.chat.postEphemeral({ channel: OPS.id, user: body.user.id, text: "nothing was changed" });
  });
  app.event("app_home_opened", async ({ event, client }) => {
    const blocks = [{ type: "section", text: plain("what is coming") }];
    await client.views.publish({ user_id: event.user, view: { type: "home", blocks } });
  });
}

const lastIn = (person: SlackPerson, text: RegExp) => (): SeenMessage | undefined =>
  person.sees(OPS.id).findLast((message) => text.test(message.text));

async function openModal(sandbox: SlackSandbox, person: SlackPerson): Promise<void> {
  await person.slash(OPS.id, "/ovh", "hi");
  const message = await sandbox.changed(lastIn(person, /you said hi/));
  await person.press(message, "Delete…");
  await sandbox.changed(() => person.modal());
}

describe.each<Transport>(["socket", "http"])("the real Bolt over %s", (transport) => {
  async function start() {
    const { sandbox, clock } = await startSandbox();
    await startBolt(sandbox, transport, listen);
    return { sandbox, clock, alice: sandbox.person(ALICE.id) };
  }

  it("answers a slash command privately to the one who asked", async () => {
    const { sandbox, alice } = await start();
    const act = await alice.slash(OPS.id, "/ovh", "services");
    expect(act).toEqual({ kind: "acknowledged", answer: {} });
    const message = await sandbox.changed(lastIn(alice, /you said services/));
    expect(message).toMatchObject({ ephemeral: true, edits: 0 });
    expect(sandbox.person(BRUNO.id).sees(OPS.id)).toEqual([]);
    expect(alice.errors()).toEqual([]);
  });

  it("opens a modal from a button and keeps it while the client or the app object", async () => {
    const { sandbox, alice } = await start();
    await openModal(sandbox, alice);
    expect(await alice.submit({ typed: "ap" })).toEqual({
      kind: "held",
      problems: {
        name: "Must be at least 3 characters",
        sure: "Please complete this required field: Are you sure?",
      },
    });
    await alice.submit({ "Type the name": "api-test", ticked: "I understand" });
    expect(alice.modal()).toMatchObject({ title: "Delete", errors: { name: "That is not the name" } });
  });

  it("offers options as somebody types, and carries the choice into the submission", async () => {
    const { sandbox, alice } = await start();
    await openModal(sandbox, alice);
    const view = alice.modal();
    if (!view) throw new Error("no modal");
    expect(await alice.suggest(view, "reason", "")).toEqual({ kind: "too short" });
    await expect(alice.select(view, "reason", "r1")).rejects.toThrow("not offered");
    expect(await alice.suggest(view, "reason", "of cost")).toMatchObject({ kind: "offered" });
    await alice.select(view, "reason", "because of cost");
    await alice.submit({ name: "api-prod", sure: ["yes"] });
    expect(alice.modal()).toMatchObject({ title: "Deleting", errors: {} });
    const posted = await sandbox.changed(lastIn(sandbox.person(CHLOE.id), /deletes it/));
    expect(posted).toMatchObject({ text: `<@${ALICE.id}> deletes it because of cost`, ephemeral: false });
  });

  it("tells the app when a modal is closed", async () => {
    const { sandbox, alice } = await start();
    await openModal(sandbox, alice);
    await alice.closeView();
    expect(alice.modal()).toBeNull();
    expect(await sandbox.changed(lastIn(alice, /nothing was changed/))).toMatchObject({ ephemeral: true });
  });

  it("shows the home tab once it is opened", async () => {
    const { sandbox, alice } = await start();
    expect(alice.home()).toBeNull();
    await alice.openHome();
    const home = await sandbox.changed(() => alice.home());
    expect(home.blocks).toMatchObject([{ text: { text: "what is coming" } }]);
    expect(sandbox.person(BRUNO.id).home()).toBeNull();
  });

  it("lets no one press what is not theirs to see", async () => {
    const { sandbox, alice } = await start();
    await alice.slash(OPS.id, "/ovh", "hi");
    const message = await sandbox.changed(lastIn(alice, /hi/));
    await expect(sandbox.person(BRUNO.id).press(message, "open")).rejects.toThrow("sees no such message");
    await expect(alice.press(message, "Terminate")).rejects.toThrow("there is: Delete… (open)");
    await alice.press(message, "open");
    const view = await sandbox.changed(() => alice.modal());
    await expect(sandbox.person(BRUNO.id).suggest(view, "reason", "x")).rejects.toThrow("sees no such view");
  });

  it("tells the person when nobody acknowledges within three seconds", async () => {
    const { sandbox, clock } = await startSandbox();
    await startBolt(sandbox, transport, (app) => {
      app.command("/ovh", async () => undefined);
    });
    const alice = sandbox.person(ALICE.id);
    const act = alice.slash(OPS.id, "/ovh", "");
    await clock.advance(2999);
    expect(alice.errors()).toEqual([]);
    await clock.advance(1);
    expect(await act).toMatchObject({ kind: "failed", reason: "operation_timeout" });
    expect(alice.errors()).toMatchObject([{ text: '/ovh failed with the error "operation_timeout"' }]);
  });

  it("delivers a duplicate when told to", async () => {
    const { sandbox } = await startSandbox();
    let seen = 0;
    await startBolt(sandbox, transport, (app) => {
      app.command("/ovh", async ({ ack, respond }) => {
        seen++;
        await ack();
        await respond(`number ${seen}`);
      });
    });
    sandbox.duplicate(1);
    const alice = sandbox.person(ALICE.id);
    await alice.slash(OPS.id, "/ovh");
    await sandbox.changed(lastIn(alice, /number 2/));
    await alice.slash(OPS.id, "/ovh");
    await sandbox.changed(lastIn(alice, /number 3/));
    expect(seen).toBe(3);
  });
});
