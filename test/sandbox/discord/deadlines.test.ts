import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { WebSocket } from "ws";
import type { DiscordPerson } from "../../../sandbox/discord/person/person.ts";
import { ALICE, APPLICATION_ID, BRUNO, CHANNELS } from "../../../sandbox/discord/world.ts";
import { asObject, asText, type JsonObject } from "../../../sandbox/json.ts";
import { MINUTE, SECOND } from "../../../src/domain/instant.ts";
import { COMMANDS, openScene, type Scene } from "./bot.ts";
import { type Answer, call } from "./wire.ts";

let scene: Scene;
let alice: DiscordPerson;
let socket: WebSocket;
let events: JsonObject[];

/** A client that answers nothing by itself: each test says what is sent, and when. */
beforeEach(async () => {
  scene = await openScene();
  alice = scene.sandbox.person(ALICE.id);
  await ask("PUT", `/applications/${APPLICATION_ID}/commands`, COMMANDS);
  const { body } = await ask("GET", "/gateway/bot");
  events = [];
  socket = new WebSocket(`${body.url}?v=10&encoding=json`);
  socket.on("message", (bytes) => events.push(asObject(JSON.parse(String(bytes)))));
  socket.once("open", () => socket.send(JSON.stringify({ op: 2, d: IDENTIFY })));
  await scene.sandbox.changed(() => scene.sandbox.gateway.connected() === 1);
});
afterEach(async () => {
  socket.terminate();
  await scene.close();
});

const IDENTIFY = {
  token: "c2FuZGJveC1kaXNjb3Jk.sandbx.bot-token-of-the-sandbox",
  intents: 0,
  properties: { os: "linux", browser: "test", device: "test" },
};

const ask = (method: string, path: string, body?: unknown): Promise<Answer> =>
  call(scene.sandbox, method, path, body);

async function arrived(): Promise<JsonObject> {
  const next = new Promise<JsonObject>((resolve) => {
    socket.on("message", (bytes) => {
      const frame = asObject(JSON.parse(String(bytes)));
      if (frame.t === "INTERACTION_CREATE") resolve(asObject(frame.d));
    });
  });
  return next;
}

async function begin(): Promise<{ act: ReturnType<DiscordPerson["slash"]>; event: JsonObject }> {
  const event = arrived();
  const act = alice.slash(CHANNELS.ops, "ovh", "upcoming");
  return { act, event: await event };
}

const answer = (event: JsonObject, body: unknown): Promise<Answer> =>
  ask("POST", `/interactions/${event.id}/${event.token}/callback?with_response=true`, body);
const webhook = (event: JsonObject): string => `/webhooks/${APPLICATION_ID}/${asText(event.token)}`;

describe("the first answer", () => {
  it("comes too late after three seconds: 10062, and the person is told", async () => {
    const { act, event } = await begin();
    await scene.clock.advance(3 * SECOND);
    expect(await act).toEqual({ kind: "no-response" });
    expect(alice.errors()).toMatchObject([{ kind: "no-response", text: "The application did not respond" }]);
    expect(await answer(event, { type: 4, data: { content: "x" } })).toMatchObject({
      status: 404,
      body: { code: 10062 },
    });
    expect(scene.sandbox.posts()).toEqual([]);
  });

  it("is in time just before", async () => {
    const { act, event } = await begin();
    await scene.clock.advance(3 * SECOND - 1);
    expect(await answer(event, { type: 4, data: { content: "x" } })).toMatchObject({
      status: 200,
      body: {
        resource: { type: 4, message: { content: "x" } },
        interaction: { response_message_loading: false },
      },
    });
    expect(await act).toMatchObject({ kind: "message" });
    expect(alice.errors()).toEqual([]);
  });

  it("counts once: the second is told 40060", async () => {
    const { event } = await begin();
    await answer(event, { type: 5 });
    expect(await answer(event, { type: 4, data: { content: "x" } })).toMatchObject({
      status: 400,
      body: { code: 40060 },
    });
  });

  it("that is faulty does not count, and can be mended", async () => {
    const { event } = await begin();
    expect(await answer(event, { type: 4, data: { content: "x".repeat(2001) } })).toMatchObject({
      status: 400,
      body: { code: 50035, errors: { data: { content: { _errors: [{ code: "BASE_TYPE_MAX_LENGTH" }] } } } },
    });
    expect((await answer(event, { type: 4, data: { content: "x" } })).status).toBe(200);
  });

  it.each([6, 7, 8])("of type %i does not fit a command", async (type) => {
    const { event } = await begin();
    const data = type === 8 ? { choices: [] } : {};
    expect(await answer(event, { type, data })).toMatchObject({ status: 400, body: { code: 50035 } });
  });

  it("needs the right token", async () => {
    const { event } = await begin();
    expect(await answer({ ...event, token: "wrong" }, { type: 5 })).toMatchObject({ body: { code: 10062 } });
  });

  it("is nobody's while no bot is there, and the person is told", async () => {
    socket.terminate();
    await scene.sandbox.changed(() => scene.sandbox.gateway.connected() === 0);
    const act = alice.slash(CHANNELS.ops, "ovh", "upcoming");
    await scene.clock.advance(3 * SECOND);
    expect(await act).toEqual({ kind: "no-response" });
  });
});

describe("the token of an interaction", () => {
  it("edits nothing before the first answer", async () => {
    const { event } = await begin();
    expect(await ask("PATCH", `${webhook(event)}/messages/@original`, { content: "x" })).toMatchObject({
      status: 404,
      body: { code: 10015 },
    });
  });

  it("lives for fifteen minutes", async () => {
    const { event } = await begin();
    await answer(event, { type: 4, data: { content: "x" } });
    await scene.clock.advance(15 * MINUTE - 1);
    expect((await ask("PATCH", `${webhook(event)}/messages/@original`, { content: "y" })).status).toBe(200);
    await scene.clock.advance(1);
    expect(await ask("PATCH", `${webhook(event)}/messages/@original`, { content: "z" })).toMatchObject({
      status: 401,
      body: { code: 50027 },
    });
    expect(alice.sees(CHANNELS.ops)).toMatchObject([{ text: "y" }]);
  });

  it("that is never used after a deferral leaves an error", async () => {
    const { event } = await begin();
    await answer(event, { type: 5 });
    await scene.clock.advance(15 * MINUTE);
    expect(alice.errors()).toMatchObject([{ kind: "never-finished" }]);
  });

  it("reads and deletes what it made", async () => {
    const { event } = await begin();
    await answer(event, { type: 4, data: { content: "x", flags: 64 } });
    expect((await ask("GET", `${webhook(event)}/messages/@original`)).body).toMatchObject({
      content: "x",
      flags: 64,
    });
    expect((await ask("DELETE", `${webhook(event)}/messages/@original`)).status).toBe(204);
    expect(alice.sees(CHANNELS.ops)).toEqual([]);
  });

  it("does not reach another message", async () => {
    const { body } = await ask("POST", `/channels/${CHANNELS.ops}/messages`, { content: "other" });
    const { event } = await begin();
    await answer(event, { type: 4, data: { content: "x" } });
    expect(await ask("PATCH", `${webhook(event)}/messages/${body.id}`, { content: "y" })).toMatchObject({
      status: 404,
      body: { code: 10008 },
    });
  });

  it("turns the first follow-up to a deferral into its message, as private as it was deferred", async () => {
    const { event } = await begin();
    await answer(event, { type: 5, data: { flags: 64 } });
    await ask("POST", webhook(event), { content: "done" });
    expect(alice.sees(CHANNELS.ops)).toMatchObject([{ text: "done", ephemeral: true, thinking: false }]);
    expect(scene.sandbox.person(BRUNO.id).sees(CHANNELS.ops)).toEqual([]);
  });
});

describe("an ephemeral message", () => {
  it.each(["GET", "PATCH", "DELETE"])("is out of reach of the bot's own token: %s", async (method) => {
    const { act, event } = await begin();
    await answer(event, { type: 4, data: { content: "x", flags: 64 } });
    const shown = await act;
    const id = shown.kind === "message" ? shown.message.id : "";
    const body = method === "PATCH" ? { content: "y" } : undefined;
    expect(await ask(method, `/channels/${CHANNELS.ops}/messages/${id}`, body)).toMatchObject({
      status: 404,
      body: { code: 10008 },
    });
  });

  it("cannot be pressed by another person", async () => {
    const components = [{ type: 1, components: [{ type: 2, style: 1, label: "Ok", custom_id: "ok" }] }];
    const { act, event } = await begin();
    await answer(event, { type: 4, data: { components, flags: 64 } });
    const shown = await act;
    const id = shown.kind === "message" ? shown.message.id : "";
    await expect(scene.sandbox.person(BRUNO.id).press(id, "Ok")).rejects.toThrow(/sees no message/);
  });
});

describe("the gateway, frame by frame", () => {
  const closed = (): Promise<number> => new Promise((resolve) => socket.once("close", resolve));

  it("says hello, then READY with every guild unavailable", async () => {
    await vi.waitFor(() => expect(events).toHaveLength(2));
    expect(events[0]).toMatchObject({ op: 10, d: { heartbeat_interval: 41250 } });
    expect(events[1]).toMatchObject({ op: 0, t: "READY", s: 1, d: { v: 10, shard: [0, 1] } });
  });

  it.each([
    ["text that is no JSON", "{", 4002],
    ["an unknown opcode", '{"op":99,"d":null}', 4001],
    ["an IDENTIFY without its parts", '{"op":2,"d":{}}', 4002],
    ["a second IDENTIFY", JSON.stringify({ op: 2, d: IDENTIFY }), 4005],
  ])("closes on %s", async (_, text, code) => {
    const code_ = closed();
    socket.send(text);
    expect(await code_).toBe(code);
  });

  it.each([
    ["a shard that is none", { shard: [2, 2] }, 4010],
    ["intents that are none", { intents: 2 ** 30 }, 4013],
    ["privileged intents", { intents: 1 << 15 }, 4014],
    ["a wrong token", { token: "wrong" }, 4004],
  ])("refuses an IDENTIFY with %s", async (_, more, code) => {
    const { body } = await ask("GET", "/gateway/bot");
    const other = new WebSocket(asText(body.url));
    const code_ = new Promise((resolve) => other.once("close", resolve));
    other.once("open", () => other.send(JSON.stringify({ op: 2, d: { ...IDENTIFY, ...more } })));
    expect(await code_).toBe(code);
  });

  it("takes a token with the prefix too", async () => {
    const { body } = await ask("GET", "/gateway/bot");
    const other = new WebSocket(asText(body.url));
    other.once("open", () =>
      other.send(JSON.stringify({ op: 2, d: { ...IDENTIFY, token: `Bot ${IDENTIFY.token}` } })),
    );
    await scene.sandbox.changed(() => scene.sandbox.gateway.connected() === 2);
    other.terminate();
  });

  it("refuses to resume a session it does not know", async () => {
    const { body } = await ask("GET", "/gateway/bot");
    const other = new WebSocket(asText(body.url));
    const invalid = new Promise((resolve) =>
      other.on("message", (bytes) => {
        const frame = asObject(JSON.parse(String(bytes)));
        if (frame.op === 9) resolve(frame.d);
      }),
    );
    other.once("open", () =>
      other.send(JSON.stringify({ op: 6, d: { token: IDENTIFY.token, session_id: "gone", seq: 1 } })),
    );
    expect(await invalid).toBe(false);
    other.terminate();
  });

  it("counts the day's IDENTIFYs", async () => {
    expect((await ask("GET", "/gateway/bot")).body).toMatchObject({
      session_start_limit: { remaining: 999 },
    });
  });
});
