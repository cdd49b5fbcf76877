import { expect, it } from "vitest";
import type { SlackSandbox } from "../../../sandbox/slack/sandbox.ts";
import { ALICE, OPS } from "../../../sandbox/slack/world.ts";
import { startBolt, startSandbox } from "./bolt.ts";
import { clientOf } from "./client.ts";

const button = { type: "button", action_id: "go", text: { type: "plain_text", text: "Go" } } as const;

const look = async (
  sandbox: SlackSandbox,
  name: string,
  query: Record<string, string> = {},
): Promise<unknown> => (await fetch(`${sandbox.controlUrl}/${name}?${new URLSearchParams(query)}`)).json();

async function act(
  sandbox: SlackSandbox,
  name: string,
  input: object,
): Promise<{ status: number; body: unknown }> {
  const answer = await fetch(`${sandbox.controlUrl}/${name}`, {
    method: "POST",
    body: JSON.stringify(input),
  });
  return { status: answer.status, body: await answer.json() };
}

it("lets another process act as a person and see what that person sees", async () => {
  const { sandbox } = await startSandbox();
  await startBolt(sandbox, "socket", (app) => {
    app.command("/ovh", async ({ ack, respond }) => {
      await ack();
      await respond({ text: "hi", blocks: [{ type: "actions", elements: [button] }] });
    });
    app.action("go", async ({ ack, respond }) => {
      await ack();
      await respond({ text: "gone", replace_original: true });
    });
  });
  const person = ALICE.id;
  expect(await look(sandbox, "connections")).toEqual({ open: 1 });
  expect(await act(sandbox, "slash", { person, channel: OPS.id, command: "/ovh", text: "x" })).toMatchObject({
    status: 200,
    body: { kind: "acknowledged" },
  });
  const { ts } = await sandbox.changed(() => sandbox.person(person).sees(OPS.id)[0]);
  expect(await look(sandbox, "sees", { person, channel: OPS.id })).toMatchObject([
    { text: "hi", ephemeral: true },
  ]);
  const place = { channel: OPS.id, ts };
  expect(await act(sandbox, "press", { person, place, button: "Go" })).toMatchObject({ status: 200 });
  await sandbox.changed(() => sandbox.person(person).sees(OPS.id)[0]?.edits === 1);
  expect(await look(sandbox, "sees", { person, channel: OPS.id })).toMatchObject([{ text: "gone" }]);
  expect(await look(sandbox, "errors", { person })).toEqual([]);
  expect(await look(sandbox, "modal", { person })).toBeNull();
});

it("sets faults from outside", async () => {
  const { sandbox } = await startSandbox();
  await act(sandbox, "fault", { path: "auth.test", fault: { kind: "status", status: 500 } });
  await expect(clientOf(sandbox).auth.test()).rejects.toThrow("500");
  await act(sandbox, "revoke", { token: "bot" });
  await expect(clientOf(sandbox).auth.test()).rejects.toThrow("token_revoked");
  await act(sandbox, "restore", { token: "bot" });
  await clientOf(sandbox).auth.test();
});

it("refuses what does not fit, what cannot be done, and what comes from elsewhere", async () => {
  const { sandbox } = await startSandbox();
  expect(await act(sandbox, "slash", { person: ALICE.id })).toMatchObject({ status: 400 });
  expect(await act(sandbox, "submit", { person: ALICE.id })).toEqual({
    status: 409,
    body: { error: "no modal is open" },
  });
  expect(await act(sandbox, "fault", { fault: { kind: "flood" } })).toMatchObject({ status: 400 });
  expect(await act(sandbox, "dance", {})).toMatchObject({ status: 404 });
  const foreign = await fetch(`${sandbox.controlUrl}/posts`, { headers: { origin: "http://evil.example" } });
  expect(foreign.status).toBe(403);
});
