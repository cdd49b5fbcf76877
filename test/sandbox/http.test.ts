import { request as httpRequest } from "node:http";
import { connect } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { type HttpServer, json, readJson, reply, serveHttp } from "../../sandbox/http.ts";

const open: HttpServer[] = [];
const serve = async (...options: Parameters<typeof serveHttp>): Promise<HttpServer> => {
  const server = await serveHttp(...options);
  open.push(server);
  return server;
};
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

describe("the sandbox's HTTP server", () => {
  it("hands over method, path, query, headers and body exactly as sent", async () => {
    const server = await serve({
      handle: (request) =>
        json(200, {
          method: request.method,
          path: request.path,
          target: request.target,
          a: request.query.get("a"),
          sent: readJson(request.body),
          type: request.headers["content-type"],
        }),
    });
    const answer = await fetch(`${server.origin}/x%2Fy?a=%20é`, { method: "POST", body: '{"é":1}' });
    expect(await answer.json()).toEqual({
      method: "POST",
      path: "/x%2Fy",
      target: "/x%2Fy?a=%20%C3%A9",
      a: " é",
      sent: { é: 1 },
      type: "text/plain;charset=UTF-8",
    });
  });

  it("refuses a body above its limit", async () => {
    const server = await serve({ bodyLimit: 10, handle: () => reply(200, "fine") });
    const answer = await fetch(server.origin, { method: "POST", body: "x".repeat(11) });
    expect(answer.status).toBe(413);
  });

  it("answers 500 with the reason when the stand-in itself fails", async () => {
    const server = await serve({
      handle: () => {
        throw new Error("broken stand-in");
      },
    });
    const answer = await fetch(server.origin);
    expect([answer.status, await answer.json()]).toEqual([500, { error: "broken stand-in" }]);
  });

  it("closes a dropped connection without an answer", async () => {
    const server = await serve({ handle: () => ({ kind: "drop" }) });
    await expect(fetch(server.origin)).rejects.toThrow("fetch failed");
  });

  it("ends silent, idle and upgraded connections when it closes", async () => {
    let upgraded = false;
    const server = await serve({
      handle: ({ path }) => (path === "/silent" ? { kind: "silence" } : reply(200, "idle afterwards")),
      upgrade: (_request, socket) => {
        upgraded = true;
        socket.write("HTTP/1.1 101 Switching Protocols\r\n\r\n");
      },
    });
    const silent = expect(fetch(`${server.origin}/silent`)).rejects.toThrow("fetch failed");
    await (await fetch(server.origin)).text();
    const raw = connect(server.port, "127.0.0.1");
    raw.write("GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
    await new Promise((resolve) => raw.once("data", resolve));
    const ended = new Promise((resolve) => raw.once("close", resolve));
    await server.close();
    await Promise.all([silent, ended]);
    expect(upgraded).toBe(true);
  });

  it("listens on loopback only", async () => {
    const server = await serve({ handle: () => reply(200, "") });
    expect(server.origin).toBe(`http://127.0.0.1:${server.port}`);
    const address = await new Promise((resolve, reject) => {
      const asked = httpRequest(server.origin, (answer) => resolve(answer.socket.remoteAddress));
      asked.on("error", reject);
      asked.end();
    });
    expect(address).toBe("127.0.0.1");
  });
});
