import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { request as httpRequest, type IncomingHttpHeaders, type OutgoingHttpHeaders } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ActRequest } from "../../sandbox/playground/protocol.ts";
import { readAssets } from "../../sandbox/playground/server/assets.ts";
import { type PageServer, servePage } from "../../sandbox/playground/server/server.ts";

let folder: string;
let server: PageServer;
let bare: PageServer;
let acts: ActRequest[] = [];
const asked: unknown[][] = [];
let watchers = 0;

const FILES = {
  "index.html": "<!doctype html><title>page</title>",
  "icon.svg": "<svg/>",
  "assets/main-abc123.js": "export {};",
  "assets/main-abc123.css": "body {}",
  "assets/main-abc123.js.map": "{}",
  "notes.txt": "not for anybody",
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "lastcall-page-"));
  await mkdir(join(folder, "page/assets"), { recursive: true });
  await mkdir(join(folder, "empty"));
  await writeFile(join(folder, "package.json"), "outside");
  for (const [name, words] of Object.entries(FILES)) await writeFile(join(folder, "page", name), words);
  server = await serveFrom("page");
  bare = await serveFrom("empty");
});
afterAll(async () => {
  await Promise.all([server.close(), bare.close()]);
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => {
  acts = [];
});

async function serveFrom(name: string): Promise<PageServer> {
  return servePage({
    assets: await readAssets(join(folder, name)),
    watch(who, send) {
      watchers++;
      send(JSON.stringify({ who }));
      return () => {
        watchers--;
      };
    },
    async act(request) {
      acts.push(request);
      if (request.act.kind === "story-play") throw new Error("broken behind the page");
      return { kind: "done" };
    },
    services(...page) {
      asked.push(page);
      return { total: 0, rows: [] };
    },
  });
}

interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

interface Asked {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string;
}

/** Without what `fetch` would mend: paths and headers go out as they are. */
async function ask(
  { method = "GET", path = "/", headers = {}, body = "" }: Asked,
  of = server,
): Promise<Answered> {
  const request = httpRequest(of.address, { method, path, headers });
  request.end(body);
  const [answer] = await once(request, "response");
  return { status: answer.statusCode, headers: answer.headers, body: await text(answer) };
}

const JSON_TYPE = { "content-type": "application/json" };
const post = (value: unknown, headers: OutgoingHttpHeaders = {}): Promise<Answered> =>
  ask({ method: "POST", path: "/act", headers: { ...JSON_TYPE, ...headers }, body: JSON.stringify(value) });

const acting = (body: string): Asked => ({ method: "POST", path: "/act", headers: JSON_TYPE, body });

const portOf = ({ address }: PageServer): string => new URL(address).port;
const HOME = { who: "alice", act: { kind: "slack-open-home" } } as const;

describe("who may ask", () => {
  it("is the page, under both names of this machine, and a program that says no origin", async () => {
    const port = portOf(server);
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`]) {
      expect((await ask({ headers: { host } })).status).toBe(200);
      expect((await post(HOME, { host, origin: `http://${host}` })).status).toBe(200);
    }
    expect(acts).toHaveLength(2);
  });

  it.each([
    ["another site", () => "evil.example"],
    ["another site, on the port", () => `evil.example:${portOf(server)}`],
    ["a name that ends like ours", () => `localhost:${portOf(server)}.evil.example`],
    ["this machine, without the port", () => "127.0.0.1"],
    ["this machine, on another port", () => `127.0.0.1:${portOf(bare)}`],
    ["another address of this machine", () => `127.0.0.2:${portOf(server)}`],
  ])("is nobody who came by the name of %s", async (_, host) => {
    for (const path of ["/", "/state?who=alice", "/account", "/assets/main-abc123.js"]) {
      const answer = await ask({ path, headers: { host: host() } });
      expect([path, answer.status]).toEqual([path, 403]);
    }
    expect((await post(HOME, { host: host() })).status).toBe(403);
    expect(acts).toEqual([]);
  });

  it.each([
    ["another site", () => "https://evil.example"],
    ["a page of another program on this machine", () => `http://localhost:${portOf(bare)}`],
    ["the same place by its other name", () => `http://localhost:${portOf(server)}`],
    ["the same place over TLS", () => `https://127.0.0.1:${portOf(server)}`],
    ["a file, or a frame without rights", () => "null"],
    ["nothing", () => ""],
  ])("is no page of %s", async (_, origin) => {
    expect((await post(HOME, { origin: origin() })).status).toBe(403);
    expect((await ask({ path: "/state?who=alice", headers: { origin: origin() } })).status).toBe(403);
    expect(acts).toEqual([]);
    expect(watchers).toBe(0);
  });

  it.each([
    ["1.1", 400],
    ["1.0", 403],
  ])("is nobody who says no host, in HTTP/%s", async (version, status) => {
    const socket = connect(Number(portOf(server)), "127.0.0.1");
    socket.end(`GET / HTTP/${version}\r\n\r\n`);
    const answer = await text(socket);
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(answer).not.toContain("<title>");
  });

  it("is no form of a foreign page: the body has to be JSON, and to say so", async () => {
    const body = JSON.stringify(HOME);
    for (const type of [
      "text/plain",
      "application/x-www-form-urlencoded",
      "multipart/form-data; boundary=x",
      "",
    ]) {
      const answer = await ask({ method: "POST", path: "/act", headers: { "content-type": type }, body });
      expect([type, answer.status]).toEqual([type, 415]);
    }
    expect((await ask({ method: "POST", path: "/act", body })).status).toBe(415);
    expect(acts).toEqual([]);
    expect((await post(HOME, { "content-type": "application/json; charset=utf-8" })).status).toBe(200);
  });
});

describe("what may be asked", () => {
  it.each([
    "/nothing",
    "/index.htm",
    "/assets/",
    "/assets/none.js",
    "/../package.json",
    "/assets/../../package.json",
    "/%2e%2e/package.json",
    "/..%2fpackage.json",
    "/assets/..%5c..%5cpackage.json",
    "//etc/passwd",
    "/%00",
    "/%",
    "/__proto__",
    "/constructor",
    "/notes.txt",
    "/assets/main-abc123.js.map",
    "/act",
    "/favicon.ico",
  ])("is nothing at %s", async (path) => {
    const answer = await ask({ path });
    expect(answer.status).toBe(404);
    expect(answer.body).not.toContain("outside");
    expect(JSON.parse(answer.body)).toEqual({ error: expect.stringMatching(/\w/) });
  });

  it.each([
    ["POST", "/"],
    ["POST", "/state"],
    ["POST", "/account"],
    ["PUT", "/act"],
    ["DELETE", "/index.html"],
    ["OPTIONS", "/act"],
  ])("is nothing by %s %s", async (method, path) => {
    expect((await ask({ method, path })).status).toBe(405);
  });

  it.each([
    ["nothing at all", "", /expected object/],
    ["no JSON", "{who", /not JSON/],
    ["null", "null", /expected object/],
    ["an empty object", "{}", /at who.*at act/s],
    ["an unknown person", '{"who":"zoe","act":{"kind":"slack-open-home"}}', /alice.*at who/s],
    ["an unknown act", '{"who":"alice","act":{"kind":"burn"}}', /at act\.kind/],
    [
      "an act that lacks something",
      '{"who":"alice","act":{"kind":"slack-say","channel":"C"}}',
      /at act\.text/,
    ],
    ["an act with something else in it", '{"who":"alice","act":{"kind":"slack-open-home","x":1}}', /"x"/],
    ["something beside the act", '{"who":"alice","act":{"kind":"slack-open-home"},"x":1}', /"x"/],
    ["time that stands still", '{"who":"alice","act":{"kind":"clock-advance","ms":0}}', /at act\.ms/],
    ["half a millisecond", '{"who":"alice","act":{"kind":"clock-advance","ms":0.5}}', /at act\.ms/],
    [
      "a language that nobody reads",
      '{"who":"alice","act":{"kind":"person","language":"de"}}',
      /at act\.language/,
    ],
    ["an unknown fault", '{"who":"alice","act":{"kind":"fault","name":"fire","on":true}}', /at act\.name/],
    [
      "a command with a line in it",
      '{"who":"alice","act":{"kind":"discord-slash","channel":"1","command":"a\\nb c d","options":{}}}',
      /at act\.command/,
    ],
  ])("is no act that is %s, and the answer says what is wrong", async (_, body, words) => {
    const answer = await ask({ method: "POST", path: "/act", headers: JSON_TYPE, body });
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.body).error).toMatch(words);
    expect(acts).toEqual([]);
  });

  it("is nothing longer than 64 KiB", async () => {
    const say = (length: number) => ({
      who: "alice",
      act: { kind: "slack-say", channel: "C", text: "x".repeat(length), thread: null },
    });
    expect((await post(say(60 * 1024))).status).toBe(200);
    expect((await post(say(64 * 1024))).status).toBe(413);
    expect(acts).toHaveLength(1);
  });

  it.each(["", "?who=zoe", "?who=", "?who=__proto__", "?who=zoe&who=alice"])(
    "is the state of somebody who exists, and not of %j",
    async (query) => {
      expect((await ask({ path: `/state${query}` })).status).toBe(400);
    },
  );

  it("are pages of services, within reason", async () => {
    asked.length = 0;
    expect((await ask({ path: "/account" })).status).toBe(200);
    expect((await ask({ path: "/account?search=caf%C3%A9&from=20&count=200" })).status).toBe(200);
    expect(asked).toEqual([
      ["", 0, 50],
      ["café", 20, 200],
    ]);
    for (const query of ["count=0", "count=201", "from=-1", "from=x", `search=${"x".repeat(201)}`])
      expect([query, (await ask({ path: `/account?${query}` })).status]).toEqual([query, 400]);
    expect(asked).toHaveLength(2);
  });
});

describe("what is served", () => {
  it.each([
    ["/", "text/html; charset=utf-8", FILES["index.html"], "no-cache"],
    ["/index.html", "text/html; charset=utf-8", FILES["index.html"], "no-cache"],
    ["/?story=think-again", "text/html; charset=utf-8", FILES["index.html"], "no-cache"],
    ["/icon.svg", "image/svg+xml", FILES["icon.svg"], "no-cache"],
    ["/assets/main-abc123.js", "text/javascript; charset=utf-8", FILES["assets/main-abc123.js"], /immutable/],
    ["/assets/main-abc123.css", "text/css; charset=utf-8", FILES["assets/main-abc123.css"], /immutable/],
  ])("is %s as %s", async (path, type, body, cache) => {
    const answer = await ask({ path });
    expect([answer.status, answer.headers["content-type"], answer.body]).toEqual([200, type, body]);
    expect(answer.headers["cache-control"]).toMatch(cache);
  });

  it("is word of how to build the page, as long as it is not built", async () => {
    for (const path of ["/", "/index.html"]) {
      const answer = await ask({ path }, bare);
      expect([answer.status, answer.body]).toEqual([503, expect.stringContaining("npm run build")]);
    }
    expect((await ask({ path: "/icon.svg" }, bare)).status).toBe(404);
    expect(await readAssets(join(folder, "never was")).then((assets) => assets.get("/"))).toMatchObject({
      status: 503,
    });
  });

  it("is a stream of events, until the page goes away", async () => {
    const request = httpRequest(server.address, { path: "/state?who=bruno" });
    request.end();
    const [answer] = await once(request, "response");
    expect(answer.headers["content-type"]).toBe("text/event-stream");
    expect(answer.headers["cache-control"]).toBe("no-store");
    const [chunk] = await once(answer, "data");
    expect(String(chunk)).toBe('data: {"who":"bruno"}\n\n');
    expect(watchers).toBe(1);
    answer.on("error", () => {});
    request.destroy();
    await expect.poll(() => watchers).toBe(0);
  });
});

describe("every answer", () => {
  const EVERY: readonly {
    readonly status: number;
    readonly asking: Asked;
    readonly isBare?: boolean;
  }[] = [
    { status: 200, asking: {} },
    { status: 200, asking: { path: "/assets/main-abc123.js" } },
    { status: 200, asking: { path: "/account" } },
    { status: 200, asking: acting(JSON.stringify(HOME)) },
    { status: 400, asking: acting("{}") },
    { status: 400, asking: { path: "/state" } },
    { status: 403, asking: { headers: { host: "evil.example" } } },
    { status: 404, asking: { path: "/nothing" } },
    { status: 405, asking: { method: "POST" } },
    { status: 413, asking: acting("x".repeat(70_000)) },
    { status: 415, asking: { method: "POST", path: "/act", body: "{}" } },
    { status: 500, asking: acting('{"who":"alice","act":{"kind":"story-play"}}') },
    { status: 503, asking: {}, isBare: true },
  ];

  it.each(EVERY)("of $status lets nothing of elsewhere in, and nobody frame it", async (one) => {
    const { headers, status } = await ask(one.asking, one.isBare ? bare : server);
    expect(status).toBe(one.status);
    expect(String(headers["content-security-policy"]).split("; ")).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' data:",
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ]);
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cross-origin-resource-policy": "same-origin",
      "content-type": expect.stringMatching(/^(text|application)\//),
    });
    expect(headers["access-control-allow-origin"]).toBeUndefined();
  });

  it("of a stream does so, too", async () => {
    const request = httpRequest(server.address, { path: "/state?who=bruno" });
    request.end();
    const [answer] = await once(request, "response");
    expect(answer.headers).toMatchObject({
      "content-security-policy": expect.stringContaining("default-src 'none'"),
      "x-content-type-options": "nosniff",
    });
    answer.on("error", () => {});
    request.destroy();
  });
});
