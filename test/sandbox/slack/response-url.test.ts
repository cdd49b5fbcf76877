import { expect, it } from "vitest";
import type { SlackSandbox } from "../../../sandbox/slack/sandbox.ts";
import { ALICE, BRUNO, OPS } from "../../../sandbox/slack/world.ts";
import { MINUTE } from "../../../src/domain/instant.ts";
import { startBolt, startSandbox } from "./bolt.ts";

const button = { type: "button", action_id: "go", text: { type: "plain_text", text: "Go" } } as const;
const withButton = { text: "one", blocks: [{ type: "actions", elements: [button] }] } as const;

/** The app acknowledges and keeps the addresses; the test answers to them itself. */
async function start() {
  const { sandbox, clock } = await startSandbox();
  const urls: string[] = [];
  await startBolt(sandbox, "socket", (app) => {
    app.command("/ovh", async ({ ack, command }) => {
      urls.push(command.response_url);
      await ack();
    });
    app.action("go", async ({ ack, body }) => {
      if ("response_url" in body && body.response_url) urls.push(body.response_url);
      await ack();
    });
  });
  const alice = sandbox.person(ALICE.id);
  await alice.slash(OPS.id, "/ovh");
  return { sandbox, clock, alice, urls, answer: (body: object) => post(urls.at(-1) ?? "", body) };
}

async function post(url: string, body: object): Promise<{ status: number; error: unknown }> {
  const answer = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const parsed: unknown = await answer.json();
  const error = typeof parsed === "object" && parsed !== null && "error" in parsed ? parsed.error : null;
  return { status: answer.status, error };
}

const texts = (sandbox: SlackSandbox, person: string): string[] =>
  sandbox
    .person(person)
    .sees(OPS.id)
    .map(({ text }) => text);

it("takes five answers and refuses the sixth", async () => {
  const { sandbox, answer } = await start();
  for (const text of ["1", "2", "3", "4", "5"])
    expect(await answer({ text })).toEqual({ status: 200, error: null });
  expect(await answer({ text: "6" })).toEqual({ status: 404, error: "used_url" });
  expect(texts(sandbox, ALICE.id)).toEqual(["1", "2", "3", "4", "5"]);
  expect(texts(sandbox, BRUNO.id)).toEqual([]);
});

it("is good for thirty minutes", async () => {
  const { clock, answer } = await start();
  await clock.advance(30 * MINUTE);
  expect(await answer({ text: "in time" })).toMatchObject({ status: 200 });
  await clock.advance(1);
  expect(await answer({ text: "late" })).toEqual({ status: 404, error: "expired_url" });
});

it("speaks to the whole channel when asked to", async () => {
  const { sandbox, answer } = await start();
  await answer({ response_type: "in_channel", text: "all" });
  expect(texts(sandbox, BRUNO.id)).toEqual(["all"]);
});

it("replaces or deletes the message whose button was pressed, ephemeral ones too", async () => {
  const { alice, answer } = await start();
  await answer(withButton);
  const [message] = alice.sees(OPS.id);
  if (!message) throw new Error("no message");
  await alice.press(message, "Go");
  await answer({ text: "new one" });
  await answer({ replace_original: true, text: "replaced" });
  expect(alice.sees(OPS.id)).toMatchObject([
    { ts: message.ts, text: "replaced", edits: 1, ephemeral: true },
    { text: "new one" },
  ]);
  await answer({ delete_original: true });
  expect(alice.sees(OPS.id)).toMatchObject([{ text: "new one" }]);
});

it("refuses faulty blocks without details, as real Slack does", async () => {
  const { sandbox, answer } = await start();
  const blocks = [{ type: "header", text: { type: "plain_text", text: "x".repeat(151) } }];
  expect(await answer({ text: "x", blocks })).toEqual({ status: 400, error: "invalid_blocks" });
  expect(texts(sandbox, ALICE.id)).toEqual([]);
});

it("does not exist for an address that nobody issued", async () => {
  const { sandbox } = await start();
  const answer = await fetch(new URL("/commands/T0/1/2", sandbox.apiUrl), { method: "POST" });
  expect(answer.status).toBe(404);
});

it("shows what came with the acknowledgement of a command, and complains of a faulty one", async () => {
  const { sandbox } = await startSandbox();
  await startBolt(sandbox, "http", (app) => {
    app.command("/good", ({ ack }) => ack({ response_type: "in_channel", text: "done" }));
    app.command("/word", ({ ack }) => ack("just text"));
    app.command("/bad", ({ ack }) => ack({ blocks: [{ type: "shiny" }], text: "x" }));
  });
  const alice = sandbox.person(ALICE.id);
  await alice.slash(OPS.id, "/good");
  await alice.slash(OPS.id, "/word");
  expect(await alice.slash(OPS.id, "/bad")).toMatchObject({
    kind: "failed",
    reason: "invalid_command_response",
  });
  expect(texts(sandbox, ALICE.id)).toEqual(["done", "just text"]);
  expect(texts(sandbox, BRUNO.id)).toEqual(["done"]);
});
