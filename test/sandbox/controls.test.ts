import { request as httpRequest } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { act, look, serveControls } from "../../sandbox/controls.ts";
import type { HttpServer } from "../../sandbox/http.ts";

let server: HttpServer;
const acts: number[] = [];

beforeAll(async () => {
  server = await serveControls({
    double: look(z.strictObject({ n: z.coerce.number() }), ({ n }) => ({ twice: n * 2 })),
    push: act(z.strictObject({ n: z.number() }), ({ n }) => {
      if (n < 0) throw new Error("n is below zero");
      acts.push(n);
    }),
  });
});
afterAll(() => server.close());

const post = (body: string, headers: Record<string, string> = {}) =>
  fetch(`${server.origin}/push`, { method: "POST", body, headers });

/** `fetch` does not let a caller choose the Host header. */
const statusWithHost = (host: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const asked = httpRequest(`${server.origin}/double?n=1`, { headers: { host } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    asked.on("error", reject);
    asked.end();
  });

describe("a control port", () => {
  it("looks with GET and acts with POST", async () => {
    expect(await (await fetch(`${server.origin}/double?n=21`)).json()).toEqual({ twice: 42 });
    expect(await (await post('{"n":3}')).json()).toBeNull();
    expect(acts).toEqual([3]);
  });

  it("never acts on a GET", async () => {
    expect((await fetch(`${server.origin}/push?n=1`)).status).toBe(405);
    expect(acts).toEqual([3]);
  });

  it("lists its controls at the root", async () => {
    expect(await (await fetch(server.origin)).json()).toEqual([
      { method: "GET", path: "/double" },
      { method: "POST", path: "/push" },
    ]);
  });

  it.each([
    ['{"n":"three"}', 400],
    ["{", 400],
    ["", 400],
    ['{"n":-1}', 409],
  ])("says what is wrong with %j", async (body, status) => {
    const answer = await post(body);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toEqual({ error: expect.any(String) });
  });

  it("does not know other names", async () => {
    expect((await fetch(`${server.origin}/toString`)).status).toBe(404);
  });

  it("refuses a foreign Host header and a request from a foreign page", async () => {
    expect(await statusWithHost(`localhost:${server.port}`)).toBe(200);
    expect(await statusWithHost("evil.example")).toBe(403);
    expect(await statusWithHost("127.0.0.1.evil.example")).toBe(403);
    expect((await post('{"n":5}', { origin: "https://evil.example" })).status).toBe(403);
    expect(acts).not.toContain(5);
  });
});
