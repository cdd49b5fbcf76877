import { WebAPIHTTPError, WebAPIRateLimitedError, WebAPIRequestError } from "@slack/web-api";
import { expect, it } from "vitest";
import { ALICE, OPS } from "../../../sandbox/slack/world.ts";
import { startBolt, startSandbox } from "./bolt.ts";
import { clientOf } from "./client.ts";

const post = { channel: OPS.id, text: "x" };
const path = "chat.postMessage";

it("answers 429 with Retry-After for one method and lets the others through", async () => {
  const { sandbox } = await startSandbox();
  sandbox.faults.add({ path, fault: { kind: "status", status: 429, retryAfter: 4 } });
  const { chat, auth } = clientOf(sandbox);
  const limited = await chat.postMessage(post).catch((error: unknown) => error);
  expect(limited).toBeInstanceOf(WebAPIRateLimitedError);
  expect(limited).toMatchObject({ retryAfter: 4 });
  expect(sandbox.posts()).toEqual([]);
  await auth.test();
  await chat.postMessage(post);
});

it("fails with 500 before or after the message is posted", async () => {
  const { sandbox } = await startSandbox();
  const { chat } = clientOf(sandbox);
  sandbox.faults.add({ path, fault: { kind: "status", status: 500 } });
  await expect(chat.postMessage(post)).rejects.toBeInstanceOf(WebAPIHTTPError);
  expect(sandbox.posts()).toHaveLength(0);
  sandbox.faults.add({ path, fault: { kind: "status", status: 500, after: true } });
  await expect(chat.postMessage(post)).rejects.toBeInstanceOf(WebAPIHTTPError);
  expect(sandbox.posts()).toHaveLength(1);
});

it("drops the connection after the effect", async () => {
  const { sandbox } = await startSandbox();
  sandbox.faults.add({ path, fault: { kind: "drop", after: true } });
  await expect(clientOf(sandbox).chat.postMessage(post)).rejects.toBeInstanceOf(WebAPIRequestError);
  expect(sandbox.posts()).toHaveLength(1);
});

it("answers late on its own clock", async () => {
  const { sandbox, clock } = await startSandbox();
  sandbox.faults.add({ path, fault: { kind: "slow", ms: 2000 } });
  const answer = clientOf(sandbox).chat.postMessage(post);
  await expect.poll(() => clock.next()).not.toBeNull();
  expect(sandbox.posts()).toHaveLength(0);
  await clock.advance(2000);
  expect(await answer).toMatchObject({ ok: true });
});

it("strikes a response URL", async () => {
  const { sandbox } = await startSandbox();
  sandbox.faults.add({ path: "response_url", fault: { kind: "status", status: 500 } });
  const failures: unknown[] = [];
  await startBolt(sandbox, "socket", (app) => {
    app.command("/ovh", async ({ ack, respond }) => {
      await ack();
      await respond("one").catch((error: unknown) => failures.push(error));
      await respond("two");
    });
  });
  const alice = sandbox.person(ALICE.id);
  await alice.slash(OPS.id, "/ovh");
  await sandbox.changed(() => alice.sees(OPS.id).find(({ text }) => text === "two"));
  expect(failures).toMatchObject([{ statusCode: 500 }]);
  expect(alice.sees(OPS.id)).toHaveLength(1);
});

it("logs what was exchanged with secrets masked", async () => {
  const { sandbox } = await startSandbox();
  await startBolt(sandbox, "socket", (app) => {
    app.command("/ovh", async ({ ack }) => ack());
  });
  await sandbox.person(ALICE.id).slash(OPS.id, "/ovh", "services");
  const log = sandbox.traffic();
  expect(log.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
    "api auth.test",
    "api apps.connections.open",
    "connection connected",
    "acknowledgement acknowledged",
    "delivery slash",
  ]);
  expect(log.at(-1)?.request).toMatchObject({
    text: "services",
    trigger_id: "(masked)",
    response_url: "(masked)",
  });
  for (const secret of [sandbox.botToken, sandbox.appToken, "ticket-", "/commands/"]) {
    expect(JSON.stringify(log)).not.toContain(secret);
  }
});
