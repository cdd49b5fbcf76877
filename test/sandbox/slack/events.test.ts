import { expect, it } from "vitest";
import { ALICE, APP, CHLOE, GUEST, OPS, RANDOM } from "../../../sandbox/slack/world.ts";
import { MINUTE } from "../../../src/domain/instant.ts";
import { startBolt, startSandbox, type Transport } from "./bolt.ts";
import { clientOf, refusalOf } from "./client.ts";

const transports: readonly Transport[] = ["socket", "http"];

it.each(transports)("delivers an event a second time as a retry over %s", async (transport) => {
  const { sandbox } = await startSandbox();
  const heard: unknown[] = [];
  await startBolt(sandbox, transport, (app) => {
    app.event("app_home_opened", async ({ body, context }) => {
      heard.push({ id: body.event_id, retry: context.retryNum, reason: context.retryReason });
    });
  });
  sandbox.redeliver(1);
  await sandbox.person(ALICE.id).openHome();
  await expect.poll(() => heard.length).toBe(2);
  expect(heard).toMatchObject([{}, { retry: 1, reason: "http_timeout" }]);
  expect(new Set(heard.map((one) => JSON.stringify(one).match(/Ev\w+/)?.[0])).size).toBe(1);
});

it("tries an event three more times: at once, after one minute, after five", async () => {
  const { sandbox, clock } = await startSandbox();
  await sandbox.person(ALICE.id).openHome();
  const attempts = () => sandbox.traffic().map(({ name }) => name);
  expect(attempts()).toEqual(["event"]);
  await clock.advance(0);
  expect(attempts()).toEqual(["event", "event, retry 1"]);
  await clock.advance(MINUTE);
  expect(attempts()).toHaveLength(3);
  await clock.advance(5 * MINUTE);
  expect(attempts()).toHaveLength(4);
  await clock.advance(60 * MINUTE);
  expect(attempts()).toHaveLength(4);
});

it("tells only what the app has subscribed to", async () => {
  const { sandbox } = await startSandbox({ events: ["channel_archive"] });
  expect(await sandbox.person(ALICE.id).openHome()).toBeNull();
  await sandbox.admin.archive(OPS.id);
  expect(sandbox.traffic()).toMatchObject([
    { request: { event: { type: "channel_archive", channel: OPS.id } } },
  ]);
  const late = clientOf(sandbox).chat.postMessage({ channel: OPS.id, text: "x" });
  expect(await refusalOf(late)).toMatchObject({ error: "is_archived" });
});

const eventsOf = (sandbox: Awaited<ReturnType<typeof startSandbox>>["sandbox"]): string[] =>
  sandbox
    .traffic()
    .flatMap(({ kind, request }) =>
      kind === "delivery" ? (JSON.stringify(request).match(/"event":\{"type":"(\w+)"/)?.[1] ?? []) : [],
    );

it("tells who comes and goes, in channels that the bot is in, and of its own removal", async () => {
  const { sandbox } = await startSandbox();
  await startBolt(sandbox, "socket", () => undefined);
  await sandbox.person(GUEST.id).joins(OPS.id);
  await sandbox.person(CHLOE.id).leaves(RANDOM.id);
  await sandbox.admin.removeBot(OPS.id);
  expect(eventsOf(sandbox)).toEqual(["member_joined_channel", "member_left_channel", "channel_left"]);
  expect(sandbox.world.channels.find(({ id }) => id === OPS.id)?.members).toContain(APP.userId);
  const outside = clientOf(sandbox).chat.postMessage({ channel: OPS.id, text: "x" });
  expect(await refusalOf(outside)).toMatchObject({ error: "not_in_channel" });
  await sandbox.admin.inviteBot(OPS.id);
  await clientOf(sandbox).chat.postMessage({ channel: OPS.id, text: "x" });
});

it("takes the token's worth away when the app is uninstalled", async () => {
  const { sandbox } = await startSandbox();
  await startBolt(sandbox, "socket", () => undefined);
  await sandbox.admin.uninstall();
  expect(eventsOf(sandbox)).toEqual(["tokens_revoked", "app_uninstalled"]);
  expect(await refusalOf(clientOf(sandbox).auth.test())).toMatchObject({ error: "account_inactive" });
});

it("forgets a deleted channel", async () => {
  const { sandbox } = await startSandbox();
  await startBolt(sandbox, "socket", () => undefined);
  await sandbox.admin.deleteChannel(OPS.id);
  expect(eventsOf(sandbox)).toEqual(["channel_deleted"]);
  expect(await refusalOf(clientOf(sandbox).chat.postMessage({ channel: OPS.id, text: "x" }))).toMatchObject({
    error: "channel_not_found",
  });
});

it("says over HTTP that the app is flooded, which Bolt lets hang and survives", async () => {
  const { sandbox, clock } = await startSandbox();
  await startBolt(sandbox, "http", (app) => {
    app.command("/ovh", async ({ ack }) => ack());
  });
  const flooded = sandbox.rateLimitApp();
  expect(await sandbox.person(ALICE.id).slash(OPS.id, "/ovh")).toMatchObject({ kind: "acknowledged" });
  await clock.advance(3000);
  expect(await flooded).toEqual({ kind: "failed", reason: "timeout" });
});
