import { describe, expect, it } from "vitest";
import { SECOND } from "../../../src/domain/instant.ts";
import { openSandbox, sign } from "./open-sandbox.ts";

const SERVICE = "/services/29162449";
const AT_EXPIRY = { terminationPolicy: "terminateAtExpirationDate" };

describe("a fault", () => {
  it("answers 429 with Retry-After, then lets the next call through", async () => {
    const { get, sandbox } = await openSandbox({
      faults: [{ fault: { kind: "status", status: 429, retryAfter: 7 } }],
    });
    const answer = await get(SERVICE);
    expect(answer).toMatchObject({ status: 429, body: { class: "Client::TooManyRequests" } });
    expect(answer.headers.get("retry-after")).toBe("7");
    expect((await get(SERVICE)).status).toBe(200);
    expect(sandbox.calls().map(({ status, reached }) => [status, reached])).toEqual([
      [429, false],
      [200, true],
    ]);
  });

  it("answers 429 without Retry-After, and 500, for the routes that it names", async () => {
    const { get, sandbox } = await openSandbox();
    sandbox.faults.add({ fault: { kind: "status", status: 429 }, path: "/me" });
    sandbox.faults.add({
      fault: { kind: "status", status: 500 },
      method: "GET",
      path: "/services/*",
      count: 2,
    });
    expect((await get("/me")).headers.get("retry-after")).toBeNull();
    expect([(await get(SERVICE)).status, (await get(SERVICE)).status, (await get(SERVICE)).status]).toEqual([
      500, 500, 200,
    ]);
  });

  it("never answers, and the write has or has not taken effect", async () => {
    for (const after of [false, true]) {
      const { sandbox, clock } = await openSandbox({ faults: [{ fault: { kind: "timeout", after } }] });
      const url = `${sandbox.endpoint}${SERVICE}`;
      const body = JSON.stringify(AT_EXPIRY);
      const abort = new AbortController();
      const request = fetch(url, {
        method: "PUT",
        headers: sign("PUT", url, body, clock.now()),
        body,
        signal: abort.signal,
      });
      const failed = expect(request).rejects.toThrow();
      await expect.poll(() => sandbox.calls().length).toBe(1);
      abort.abort();
      await failed;
      expect(sandbox.service(29162449).termination).toBe(after ? "terminateAtExpirationDate" : null);
      expect(sandbox.calls()).toMatchObject([{ status: null, reached: after }]);
      expect(sandbox.writes()).toHaveLength(after ? 1 : 0);
    }
  });

  it("drops the connection before or after the write took effect", async () => {
    for (const after of [false, true]) {
      const { put, sandbox } = await openSandbox({ faults: [{ fault: { kind: "drop", after } }] });
      await expect(put(SERVICE, AT_EXPIRY)).rejects.toThrow("fetch failed");
      expect(sandbox.service(29162449).termination).toBe(after ? "terminateAtExpirationDate" : null);
    }
  });

  it("answers late by the clock", async () => {
    const { get, clock, sandbox } = await openSandbox({
      faults: [{ fault: { kind: "slow", ms: 3 * SECOND } }],
    });
    let answered = false;
    const answer = get(SERVICE).then((result) => {
      answered = true;
      return result;
    });
    await expect.poll(() => clock.next()).toBe(clock.now() + 3 * SECOND);
    expect(answered).toBe(false);
    expect(sandbox.calls()).toMatchObject([{ status: null, reached: false }]);
    await clock.advance(3 * SECOND);
    expect((await answer).status).toBe(200);
  });

  it("answers a proxy's HTML, with any status", async () => {
    const { sandbox, clock } = await openSandbox({
      faults: [{ fault: { kind: "html" } }, { fault: { kind: "html", status: 408 } }],
    });
    const url = `${sandbox.endpoint}/me`;
    for (const status of [502, 408]) {
      const answer = await fetch(url, { headers: sign("GET", url, "", clock.now()) });
      expect([answer.status, answer.headers.get("content-type")]).toEqual([status, "text/html"]);
      expect(await answer.text()).toMatch(/^<html>/);
    }
  });

  it("cuts the JSON in half", async () => {
    const { get } = await openSandbox({ faults: [{ fault: { kind: "truncated" } }] });
    await expect(get(SERVICE)).rejects.toThrow(SyntaxError);
  });

  it("strikes the token endpoint and the clock too", async () => {
    const { sandbox } = await openSandbox();
    sandbox.faults.add({ fault: { kind: "status", status: 503 }, path: "/auth/time" });
    sandbox.faults.add({ fault: { kind: "status", status: 503 }, path: "/auth/oauth2/token" });
    expect((await fetch(`${sandbox.endpoint}/auth/time`)).status).toBe(503);
    expect((await fetch(sandbox.tokenUrl, { method: "POST" })).status).toBe(503);
  });
});
