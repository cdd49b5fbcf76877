import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  ALICE,
  APPLICATION_ID,
  CHANNELS,
  CHLOE,
  GUILD,
  OTHER_GUILD,
  STRANGER,
} from "../../../sandbox/discord/world.ts";
import { MINUTE } from "../../../src/domain/instant.ts";
import { COMMANDS, openScene, type Scene } from "./bot.ts";
import { ALL_BAD, GOOD } from "./judge/matrix.ts";
import { type Answer, call } from "./wire.ts";

let scene: Scene;
beforeEach(async () => {
  scene = await openScene();
});
afterEach(async () => {
  const faults = scene.sandbox.traffic().flatMap((one) => (one.kind === "request" ? one.answerFindings : []));
  await scene.close();
  expect(faults).toEqual([]);
});

const ask = (method: string, path: string, body?: unknown, token?: string | null): Promise<Answer> =>
  call(scene.sandbox, method, path, body, token);
const post = (channel: string, body: unknown): Promise<Answer> =>
  ask("POST", `/channels/${channel}/messages`, body);

describe("the REST API refuses", () => {
  it.each([
    ["without a token", null],
    ["with a wrong token", "wrong"],
  ])("%s: 401, code 0", async (_, token) => {
    expect(await ask("GET", "/users/@me", undefined, token)).toMatchObject({
      status: 401,
      body: { code: 0, message: "401: Unauthorized" },
    });
  });

  it("a revoked token", async () => {
    scene.sandbox.revokeToken();
    expect((await ask("GET", "/users/@me")).status).toBe(401);
  });

  it.each<[string, string, string, unknown, number, number]>([
    ["a path that it does not have", "GET", "/nothing", undefined, 404, 0],
    ["a method that the path does not take", "DELETE", "/users/@me", undefined, 405, 0],
    ["a body that is no JSON", "POST", `/channels/${CHANNELS.ops}/messages`, "{", 400, 50109],
    ["an unknown channel", "GET", "/channels/1200000000000000099", undefined, 404, 10003],
    ["a channel without View Channel", "GET", `/channels/${CHANNELS.private}`, undefined, 403, 50001],
    [
      "a post without View Channel",
      "POST",
      `/channels/${CHANNELS.private}/messages`,
      { content: "x" },
      403,
      50001,
    ],
    [
      "a post without Send Messages",
      "POST",
      `/channels/${CHANNELS.announcements}/messages`,
      { content: "x" },
      403,
      50013,
    ],
    [
      "an unknown message",
      "GET",
      `/channels/${CHANNELS.ops}/messages/1200000000000000099`,
      undefined,
      404,
      10008,
    ],
    ["an unknown guild", "GET", "/guilds/1200000000000000099", undefined, 404, 10004],
    ["an unknown member", "GET", `/guilds/${GUILD}/members/${STRANGER.id}`, undefined, 404, 10007],
    ["an unknown user", "GET", "/users/1200000000000000099", undefined, 404, 10013],
    [
      "an unknown command",
      "GET",
      `/applications/${APPLICATION_ID}/commands/1200000000000000099`,
      undefined,
      404,
      10063,
    ],
    [
      "another application's commands",
      "GET",
      "/applications/1200000000000000099/commands",
      undefined,
      403,
      50001,
    ],
    [
      "an unknown webhook",
      "GET",
      `/webhooks/${APPLICATION_ID}/nope/messages/@original`,
      undefined,
      404,
      10015,
    ],
    ["an id that is none", "POST", "/channels/general/messages", { content: "x" }, 400, 50035],
  ])("%s", async (_, method, path, body, status, code) => {
    const answer = await ask(method, path, body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it("direct messages to somebody who takes none", async () => {
    const { body } = await ask("POST", "/users/@me/channels", { recipient_id: STRANGER.id });
    expect(await post(`${body.id}`, { content: "x" })).toMatchObject({ status: 403, body: { code: 50007 } });
  });

  it("direct messages to somebody without a guild in common", async () => {
    const { body } = await ask("POST", "/users/@me/channels", { recipient_id: ALICE.id });
    scene.sandbox.leaveGuild(GUILD);
    expect(await post(`${body.id}`, { content: "x" })).toMatchObject({ status: 403, body: { code: 50007 } });
  });

  it("a faulty form with the place of each fault", async () => {
    const components = [
      { type: 1, components: [{ type: 2, style: 1, custom_id: "a", label: "x".repeat(81) }] },
    ];
    expect(await post(CHANNELS.ops, { components })).toMatchObject({
      status: 400,
      body: {
        code: 50035,
        message: "Invalid Form Body",
        errors: {
          components: {
            0: { components: { 0: { label: { _errors: [{ code: "BASE_TYPE_MAX_LENGTH" }] } } } },
          },
        },
      },
    });
  });

  it("the faulty messages and commands of the matrix, and takes none of them", async () => {
    const mine = (path: string) =>
      path
        .replace(/^\/channels\/\d+/, `/channels/${CHANNELS.ops}`)
        .replace(/^\/applications\/\d+/, `/applications/${APPLICATION_ID}`);
    const posts = ALL_BAD.filter(
      ({ path }) => path.startsWith("/channels/1") || path.startsWith("/applications"),
    );
    const answers = await Promise.all(posts.map(({ method, path, body }) => ask(method, mine(path), body)));
    expect(posts.length).toBeGreaterThan(50);
    expect(answers.filter(({ status, body }) => status !== 400 || body.code !== 50035)).toEqual([]);
    expect(scene.sandbox.posts()).toEqual([]);
    expect(scene.sandbox.commands(null)).toEqual([]);
  });

  it("none of the good messages and commands", async () => {
    const good = GOOD.filter(({ path }) => path.startsWith("/channels") || path.startsWith("/applications"));
    for (const { method, path, body } of good) {
      const mine = path.replace(
        /\/\d{19}/,
        path.startsWith("/channels") ? `/${CHANNELS.ops}` : `/${APPLICATION_ID}`,
      );
      expect((await ask(method, mine, body)).status).toBe(200);
    }
  });
});

describe("a channel message", () => {
  it("is posted, read, edited and deleted", async () => {
    const { body } = await post(CHANNELS.ops, { content: "one" });
    const path = `/channels/${CHANNELS.ops}/messages/${body.id}`;
    expect(await ask("GET", path)).toMatchObject({ body: { content: "one", edited_timestamp: null } });
    await scene.clock.advance(MINUTE);
    expect(await ask("PATCH", path, { content: "two" })).toMatchObject({
      body: { content: "two", edited_timestamp: "2026-11-22T09:01:00.000000+00:00" },
    });
    expect((await ask("DELETE", path)).status).toBe(204);
    expect(await ask("GET", path)).toMatchObject({ status: 404, body: { code: 10008 } });
  });

  it("keeps its Components V2: the flag cannot be taken away, and content cannot come back", async () => {
    const { body } = await post(CHANNELS.ops, { flags: 32768, components: [{ type: 10, content: "x" }] });
    const path = `/channels/${CHANNELS.ops}/messages/${body.id}`;
    expect(await ask("PATCH", path, { flags: 0 })).toMatchObject({ status: 400, body: { code: 50035 } });
    expect(await ask("PATCH", path, { content: "x" })).toMatchObject({ status: 400, body: { code: 50035 } });
    expect(await ask("PATCH", path, { components: [{ type: 10, content: "y" }] })).toMatchObject({
      status: 200,
      body: { flags: 32768 },
    });
  });

  it("gives every component an id, keeps the given ones, and spells out the defaults", async () => {
    const button = (more: object) => ({ type: 2, style: 1, label: "x", ...more });
    const row = { type: 1, components: [button({ custom_id: "a", id: 1 }), button({ custom_id: "b" })] };
    const { body } = await post(CHANNELS.ops, {
      flags: 32768,
      components: [{ type: 17, components: [row, { type: 14 }] }],
    });
    expect(body.components).toMatchObject([
      {
        id: 2,
        accent_color: null,
        spoiler: false,
        components: [
          { id: 3, components: [{ id: 1 }, { id: 4 }] },
          { id: 5, spacing: 1, divider: true },
        ],
      },
    ]);
  });

  it("is posted once for one nonce that is enforced", async () => {
    const body = { content: "x", nonce: "reminder-1", enforce_nonce: true };
    const [first, second] = [await post(CHANNELS.ops, body), await post(CHANNELS.ops, body)];
    expect(second.body.id).toBe(first.body.id);
    expect(scene.sandbox.posts()).toHaveLength(1);
    await scene.clock.advance(6 * MINUTE);
    expect((await post(CHANNELS.ops, body)).body.id).not.toBe(first.body.id);
  });

  it("names whom it mentions, unless that is switched off", async () => {
    const content = `<@${CHLOE.id}> @everyone`;
    expect((await post(CHANNELS.ops, { content })).body).toMatchObject({
      mentions: [{ id: CHLOE.id }],
      mention_everyone: true,
    });
    expect((await post(CHANNELS.ops, { content, allowed_mentions: { parse: [] } })).body).toMatchObject({
      mentions: [],
      mention_everyone: false,
    });
  });

  it("carries files", async () => {
    const form = new FormData();
    form.set(
      "payload_json",
      JSON.stringify({ content: "see", attachments: [{ id: "0", filename: "a.csv" }] }),
    );
    form.set("files[0]", new Blob(["a,b"], { type: "text/csv" }), "a.csv");
    const response = await fetch(`${scene.sandbox.apiUrl}/v10/channels/${CHANNELS.ops}/messages`, {
      method: "POST",
      headers: { authorization: `Bot ${scene.sandbox.token}` },
      body: form,
    });
    expect(await response.json()).toMatchObject({
      content: "see",
      attachments: [{ filename: "a.csv", size: 3 }],
    });
  });

  it("is listed newest first", async () => {
    for (const content of ["one", "two", "three"]) await post(CHANNELS.ops, { content });
    const { body } = await ask("GET", `/channels/${CHANNELS.ops}/messages?limit=2`);
    expect(body.list).toMatchObject([{ content: "three" }, { content: "two" }]);
  });

  it("has an id that tells when it was made", async () => {
    const { body } = await post(CHANNELS.ops, { content: "x" });
    expect(`${body.id}`).toMatch(/^\d{17,19}$/);
    expect(Number(BigInt(`${body.id}`) >> 22n) + 1_420_070_400_000).toBe(scene.clock.now());
  });
});

describe("commands", () => {
  const path = `/applications/${APPLICATION_ID}/commands`;
  const named = (name: string) => ({ ...COMMANDS[0], name });

  it("are overwritten in bulk: stale ones go, kept ones keep their id", async () => {
    const first = await ask("PUT", path, [named("ovh"), named("old")]);
    const second = await ask("PUT", path, [named("ovh")]);
    expect(second.body.list).toHaveLength(1);
    expect(first.body.list).toContainEqual(expect.objectContaining({ id: idOf(second) }));
  });

  it("are shown with their localizations only when asked", async () => {
    await ask("PUT", path, [named("ovh")]);
    expect(JSON.stringify((await ask("GET", path)).body)).not.toContain("échéances");
    expect(JSON.stringify((await ask("GET", `${path}?with_localizations=true`)).body)).toContain("échéances");
  });

  it("are changed, added and removed one by one", async () => {
    const added = await ask("POST", path, { name: "ovh", description: "one" });
    const one = `${path}/${added.body.id}`;
    expect((await ask("PATCH", one, { name: "ovh", description: "two" })).body).toMatchObject({
      description: "two",
    });
    expect((await ask("GET", one)).body).toMatchObject({ description: "two" });
    expect((await ask("DELETE", one)).status).toBe(204);
    expect((await ask("GET", path)).body.list).toEqual([]);
  });

  it("belong to a guild when registered there", async () => {
    const inGuild = `/applications/${APPLICATION_ID}/guilds/${GUILD}/commands`;
    const { contexts: _, integration_types: __, ...command } = COMMANDS[0] ?? {};
    expect((await ask("PUT", inGuild, [command])).body.list).toMatchObject([{ guild_id: GUILD }]);
    expect(scene.sandbox.commands(OTHER_GUILD)).toEqual([]);
    expect((await ask("GET", path)).body.list).toEqual([]);
  });

  const idOf = ({ body }: Answer): unknown => (Array.isArray(body.list) ? body.list[0]?.id : undefined);
});

describe("every look at the world", () => {
  it.each([
    "/gateway",
    "/gateway/bot",
    "/users/@me",
    `/users/${ALICE.id}`,
    "/applications/@me",
    "/oauth2/applications/@me",
    `/guilds/${GUILD}`,
    `/guilds/${GUILD}/roles`,
    `/guilds/${GUILD}/channels`,
    `/guilds/${GUILD}/members/${ALICE.id}`,
    `/channels/${CHANNELS.ops}`,
    `/channels/${CHANNELS.aliceDirect}`,
  ])("is answered: %s", async (path) => {
    expect((await ask("GET", path)).status).toBe(200);
  });
});
