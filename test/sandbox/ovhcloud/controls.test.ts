import { describe, expect, it } from "vitest";
import { HOUR } from "../../../src/domain/instant.ts";
import { openSandbox, START } from "./open-sandbox.ts";

async function openControls() {
  const open = await openSandbox();
  const ask = async (path: string, body?: unknown) => {
    const init = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
    const answer = await fetch(`${open.sandbox.controlUrl}${path}`, init);
    return { status: answer.status, body: await answer.json() };
  };
  return { ...open, ask };
}

describe("the control port", () => {
  it("shows and moves the clock", async () => {
    const { ask, sandbox } = await openControls();
    expect(await ask("/clock")).toEqual({ status: 200, body: { now: START } });
    expect((await ask("/advance", { ms: 47 * HOUR })).status).toBe(200);
    expect(await ask("/clock")).toMatchObject({ body: { now: START + 47 * HOUR } });
    expect(sandbox.service(30770101).lifecycle).toBe("terminated");
  });

  it("shows the mailbox and the calls", async () => {
    const { ask, post } = await openControls();
    await post("/hosting/web/vieux-blog.fr/terminate");
    expect(await ask("/mailbox")).toMatchObject({
      body: [{ id: 1, at: START, body: expect.stringContaining("token=") }],
    });
    expect(await ask("/calls")).toMatchObject({ body: [{ method: "POST", status: 200, reached: true }] });
    await ask("/clear-calls", {});
    expect(await ask("/calls")).toMatchObject({ body: [] });
  });

  it("sets faults, lag, the list's age and mode", async () => {
    const { ask, get, sandbox } = await openControls();
    expect((await ask("/add-fault", { fault: { kind: "status", status: 500 }, path: "/me" })).status).toBe(
      200,
    );
    expect(await ask("/faults")).toMatchObject({ body: [{ path: "/me", count: 1 }] });
    expect((await get("/me")).status).toBe(500);
    for (const path of ["/set-lag", "/set-list-age"]) expect((await ask(path, { ms: 100 })).status).toBe(200);
    await ask("/set-list-mode", { mode: "ids" });
    const listed = await get("/services", { "X-Pagination-Mode": "CachedObjectList-Pages" });
    expect(listed.body).toEqual(sandbox.services().map(({ id }) => id));
    await ask("/add-fault", { fault: { kind: "drop" } });
    await ask("/clear-faults", {});
    expect((await get("/me")).status).toBe(200);
  });

  it("changes a service as somebody in the console would", async () => {
    const { ask, sandbox } = await openControls();
    expect(await ask("/change", { id: 29162449, patch: { renewal: "manual" } })).toMatchObject({
      status: 200,
      body: { id: 29162449, renewal: "manual" },
    });
    expect(sandbox.service(29162449).renewal).toBe("manual");
    expect(await ask("/service?id=29162449")).toMatchObject({ body: { renewal: "manual" } });
    expect((await ask("/change", { id: 1, patch: {} })).status).toBe(409);
    expect((await ask("/change", { id: 29162449, patch: { id: 5 } })).status).toBe(400);
  });

  it("is another port than the API, and gone with it", async () => {
    const { sandbox } = await openControls();
    expect(new URL(sandbox.controlUrl).port).not.toBe(new URL(sandbox.endpoint).port);
    await sandbox.close();
    await expect(fetch(sandbox.controlUrl)).rejects.toThrow();
    await expect(fetch(sandbox.endpoint)).rejects.toThrow();
  });
});

describe("the log of calls", () => {
  it("holds no secret, signature or token", async () => {
    const { post, sandbox } = await openSandbox();
    await post("/hosting/web/vieux-blog.fr/terminate");
    const token = sandbox.mailbox()[0]?.body.match(/token=(\w+)/)?.[1];
    await post("/hosting/web/vieux-blog.fr/confirmTermination", { token });
    await fetch(sandbox.tokenUrl, { method: "POST", body: "client_secret=sandboxclientsecret0000000000001" });
    const log = JSON.stringify(sandbox.calls());
    expect(log).toContain('"token":"***"');
    expect(log).not.toContain(token);
    expect(log).not.toMatch(/\$1\$|sandboxconsumerkey|sandboxclientsecret/);
  });

  it("counts only what changes something and reached its route", async () => {
    const { get, put, post, sandbox } = await openSandbox();
    await get("/me");
    await post("/services/29162449/terminate");
    await put("/services/29162449", { displayName: "Une fois" });
    expect(sandbox.writes()).toMatchObject([
      { method: "PUT", path: "/services/29162449", caller: "application-key" },
    ]);
    sandbox.clearCalls();
    expect(sandbox.calls()).toEqual([]);
  });

  it("keeps what a list was asked for", async () => {
    const { get, sandbox } = await openSandbox();
    await get("/services?routes=/domain", {
      "X-Pagination-Mode": "CachedObjectList-Pages",
      Pragma: "no-cache",
    });
    expect(sandbox.calls()).toMatchObject([
      {
        query: "routes=%2Fdomain",
        listing: { "x-pagination-mode": "CachedObjectList-Pages", pragma: "no-cache" },
      },
    ]);
  });
});

describe("asking the sandbox for a service", () => {
  it("finds it by number, or by a name that is its own", async () => {
    const { sandbox } = await openSandbox();
    expect(sandbox.service("vieux-blog.fr").id).toBe(30110456);
    expect(() => sandbox.service("boulangerie-lumiere.fr")).toThrow("several services");
    expect(() => sandbox.service(1)).toThrow("no service 1");
  });
});
