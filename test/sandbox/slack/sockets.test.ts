import { expect, it, vi } from "vitest";
import { WebSocket } from "ws";
import type { SlackSandbox } from "../../../sandbox/slack/sandbox.ts";
import { ALICE, OPS } from "../../../sandbox/slack/world.ts";
import { startBolt, startSandbox } from "./bolt.ts";
import { clientOf, refusalOf } from "./client.ts";
import { connect, openAddress } from "./connection.ts";

const answering = (sandbox: SlackSandbox, receivers: number) =>
  startBolt(
    sandbox,
    "socket",
    (app) => {
      app.command("/ovh", async ({ ack }) => ack());
    },
    receivers,
  );

it("gives out tickets that open one connection each", async () => {
  const { sandbox } = await startSandbox();
  const url = await openAddress(sandbox);
  const { heard } = await connect(url);
  expect(heard).toMatchObject([{ type: "hello", num_connections: 1 }]);
  await expect(connect(url)).rejects.toThrow("404");
  await expect(connect(url.replace(/ticket=[^&]*/, "ticket=mine"))).rejects.toThrow("404");
  expect(sandbox.connections.count()).toBe(1);
});

it("fails a command at once when no connection is open", async () => {
  const { sandbox } = await startSandbox();
  const act = await sandbox.person(ALICE.id).slash(OPS.id, "/ovh");
  expect(act).toMatchObject({ kind: "failed", reason: "dispatch_failed" });
  expect(sandbox.person(ALICE.id).errors()).toHaveLength(1);
});

it("loses no command while one of two receivers is refreshed", async () => {
  const { sandbox } = await startSandbox();
  await answering(sandbox, 2);
  expect(sandbox.connections.count()).toBe(2);
  sandbox.connections.disconnect("refresh_requested", "oldest");
  const alice = sandbox.person(ALICE.id);
  for (let round = 0; round < 20; round++)
    expect(await alice.slash(OPS.id, "/ovh")).toMatchObject({ kind: "acknowledged" });
  await sandbox.changed(() => sandbox.connections.count() === 2);
  for (const _ of [1, 2]) expect(await alice.slash(OPS.id, "/ovh")).toMatchObject({ kind: "acknowledged" });
  expect(alice.errors()).toEqual([]);
});

it("sends each envelope to one connection, by turns", async () => {
  const { sandbox } = await startSandbox();
  const connections = [await connect(await openAddress(sandbox)), await connect(await openAddress(sandbox))];
  const acts = [1, 2, 3, 4].map(() => sandbox.person(ALICE.id).slash(OPS.id, "/ovh"));
  await vi.waitFor(() => expect(connections.map(({ heard }) => heard.length)).toEqual([3, 3]));
  for (const { socket } of connections) socket.terminate();
  for (const act of acts) expect(await act).toMatchObject({ kind: "failed", reason: "dispatch_failed" });
});

it.each(["warning", "refresh_requested", "too_many_websockets"] as const)(
  "comes back after %s",
  async (reason) => {
    const { sandbox } = await startSandbox();
    await answering(sandbox, 1);
    sandbox.connections.disconnect(reason);
    expect(sandbox.connections.count()).toBe(0);
    await sandbox.changed(() => sandbox.connections.count() === 1);
    expect(await sandbox.person(ALICE.id).slash(OPS.id, "/ovh")).toMatchObject({ kind: "acknowledged" });
  },
);

it("refuses new connections once the link is disabled, or the app token is revoked", async () => {
  const { sandbox } = await startSandbox();
  sandbox.revoke("app", "invalid_auth");
  const open = () => clientOf(sandbox, sandbox.appToken).apps.connections.open({});
  expect(await refusalOf(open())).toMatchObject({ error: "invalid_auth" });
  sandbox.restore("app");
  sandbox.connections.disconnect("link_disabled");
  expect(await refusalOf(open())).toMatchObject({ error: "access_denied" });
});

it("comes back after a connection that was cut without a word", async () => {
  const { sandbox } = await startSandbox();
  await answering(sandbox, 1);
  sandbox.connections.cut();
  await sandbox.changed(() => sandbox.connections.count() === 0);
  await sandbox.changed(() => sandbox.connections.count() === 1);
  expect(await sandbox.person(ALICE.id).slash(OPS.id, "/ovh")).toMatchObject({ kind: "acknowledged" });
});

it("swallows what goes into a frozen connection", async () => {
  const { sandbox, clock } = await startSandbox();
  const { socket, heard } = await connect(await openAddress(sandbox));
  socket.on("message", (data) => {
    const { envelope_id } = JSON.parse(data.toString());
    socket.send(JSON.stringify({ envelope_id }));
  });
  sandbox.connections.freeze();
  const act = sandbox.person(ALICE.id).slash(OPS.id, "/ovh");
  await vi.waitFor(() => expect(heard).toHaveLength(2));
  await clock.advance(3000);
  expect(await act).toMatchObject({ kind: "failed", reason: "operation_timeout" });
});

it("leaves TCP open after the close handshake when told to", async () => {
  const { sandbox } = await startSandbox();
  sandbox.connections.keepTcpOpen();
  const { socket } = await connect(await openAddress(sandbox));
  const closed = vi.fn();
  socket.on("close", closed);
  socket.close();
  await vi.waitFor(() => expect(sandbox.connections.count()).toBe(0));
  expect(await sandbox.person(ALICE.id).slash(OPS.id, "/ovh")).toMatchObject({ reason: "dispatch_failed" });
  // Whole turns over the network later, the end of TCP would have come.
  for (let round = 0; round < 5; round++) await clientOf(sandbox).auth.test();
  expect(closed).not.toHaveBeenCalled();
  expect(socket.readyState).toBe(WebSocket.CLOSING);
  socket.terminate();
});

it("sends an eleventh connection away", async () => {
  const { sandbox } = await startSandbox();
  const connections: Awaited<ReturnType<typeof connect>>[] = [];
  for (let number = 0; number < 11; number++) connections.push(await connect(await openAddress(sandbox)));
  await vi.waitFor(() =>
    expect(connections.at(-1)?.heard).toMatchObject([
      { type: "hello" },
      { type: "disconnect", reason: "too_many_websockets" },
    ]),
  );
  expect(sandbox.connections.count()).toBe(10);
});

it.each(["no JSON {", "[]", '{"type":"surprise"}', '{"envelope_id":7}'])(
  "does no harm to Bolt with the frame %s",
  async (frame) => {
    const { sandbox } = await startSandbox();
    await answering(sandbox, 1);
    sandbox.connections.sendRaw(frame);
    expect(await sandbox.person(ALICE.id).slash(OPS.id, "/ovh")).toMatchObject({ kind: "acknowledged" });
  },
);

it("does not mind frames from the app that mean nothing", async () => {
  const { sandbox } = await startSandbox();
  const { socket, heard } = await connect(await openAddress(sandbox));
  for (const frame of ["no JSON {", "7", '{"envelope_id":"nobody"}']) socket.send(frame);
  const act = sandbox.person(ALICE.id).slash(OPS.id, "/ovh");
  await vi.waitFor(() => expect(heard).toHaveLength(2));
  socket.terminate();
  await act;
  const names = sandbox.traffic().map(({ name }) => name);
  expect(names.filter((name) => name === "malformed frame from the app")).toHaveLength(2);
  expect(names).toContain("acknowledged late or twice");
});
