import { request } from "node:http";
import { describe, expect, it } from "vitest";
import { signed } from "../../../sandbox/slack/http-courier.ts";
import { OPS } from "../../../sandbox/slack/world.ts";
import { MINUTE, SECOND } from "../../../src/domain/instant.ts";
import { type Setup, seen, start } from "./harness.ts";

const FORM = "application/x-www-form-urlencoded";

function slashBody(setup: Setup, text: string): string {
  return new URLSearchParams({
    command: "/ovh",
    text,
    user_id: "U0ALICE",
    team_id: "T0LASTCALL",
    channel_id: OPS.id,
    trigger_id: `trigger-${text}`,
    response_url: `${setup.sandbox.apiUrl}nowhere`,
  }).toString();
}

interface Sending {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly path?: string;
}

/** The status that a request to the adapter is answered with. */
function send({ adapter }: Setup, { body, headers, path }: Sending): Promise<number> {
  const url = new URL(path ?? "/slack/events", adapter.address() ?? "");
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method: "POST", headers, agent: false }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

/** Signed with the true secret, `ms` away from now. */
function signedAt({ sandbox, clock }: Setup, body: string, ms: number): Sending {
  const seconds = Math.floor((clock.now() + ms) / SECOND);
  return { body, headers: { "content-type": FORM, ...signed(body, sandbox.signingSecret, seconds) } };
}

describe("signed HTTP", () => {
  it.each([
    { age: "just now", ms: 0, status: 200 },
    { age: "299 s ago", ms: -299 * SECOND, status: 200 },
    { age: "301 s ago", ms: -301 * SECOND, status: 401 },
    { age: "299 s in the future", ms: 299 * SECOND, status: 200 },
    { age: "301 s in the future", ms: 301 * SECOND, status: 401 },
    { age: "an hour in the future", ms: 60 * MINUTE, status: 401 },
  ])("answers $status to what was signed $age", async ({ ms, status }) => {
    const setup = await start("http");
    expect(await send(setup, signedAt(setup, slashBody(setup, "services"), ms))).toBe(status);
    await expect.poll(() => setup.bot.handled.length).toBe(status === 200 ? 1 : 0);
  });

  it("takes the same signed bytes once", async () => {
    const setup = await start("http");
    const sending = signedAt(setup, slashBody(setup, "services"), 0);
    expect(await send(setup, sending)).toBe(200);
    expect(await send(setup, sending)).toBe(401);
    await setup.clock.advance(4 * MINUTE);
    expect(await send(setup, sending)).toBe(401);
    await expect.poll(() => setup.bot.handled.length).toBe(1);
  });

  it.each([
    { what: "another secret", headers: signed("text=services", "stolen", 1) },
    { what: "no signature", headers: {} },
    { what: "no time", headers: { "x-slack-signature": "v0=00" } },
    { what: "an odd time", headers: { "x-slack-signature": "v0=00", "x-slack-request-timestamp": "soon" } },
    { what: "an odd scheme", headers: { "x-slack-signature": "v1=00", "x-slack-request-timestamp": "1" } },
  ])("answers 401 to $what", async ({ headers }) => {
    const setup = await start("http");
    const body = slashBody(setup, "services");
    expect(await send(setup, { body, headers: { "content-type": FORM, ...headers } })).toBe(401);
    expect(setup.bot.handled).toEqual([]);
  });

  it("answers 401 when one byte was changed on the way", async () => {
    const setup = await start("http");
    const { headers } = signedAt(setup, slashBody(setup, "services"), 0);
    expect(await send(setup, { headers, body: slashBody(setup, "terminate") })).toBe(401);
    expect(setup.bot.handled).toEqual([]);
  });

  it("answers Slack's unsigned look at the certificate, and takes no payload from it", async () => {
    const setup = await start("http");
    const body = `ssl_check=1&${slashBody(setup, "services")}`;
    expect(await send(setup, { body, headers: { "content-type": FORM } })).toBe(200);
    expect(setup.bot.handled).toEqual([]);
  });

  it("echoes the challenge of the settings page", async () => {
    const { sandbox } = await start("http");
    expect(await sandbox.verifyUrl("abc")).toEqual({ kind: "acknowledged", answer: { challenge: "abc" } });
  });

  it("takes a form that names its character set", async () => {
    const setup = await start("http");
    const sending = signedAt(setup, slashBody(setup, "services"), 0);
    const headers = { ...sending.headers, "content-type": `${FORM}; charset=utf-8` };
    expect(await send(setup, { ...sending, headers })).toBe(200);
    await seen(setup.sandbox, "Answer to services");
  });

  it("refuses a body that is too large, and other paths", async () => {
    const setup = await start("http");
    const huge = signedAt(setup, `text=${"x".repeat(2 * 1024 * 1024)}`, 0);
    expect(await send(setup, huge).catch(() => 413)).toBe(413);
    expect(await send(setup, { ...signedAt(setup, slashBody(setup, "a"), 0), path: "/" })).toBe(404);
    expect(setup.bot.handled).toEqual([]);
  });

  it("listens on this machine alone unless told otherwise", async () => {
    const { adapter } = await start("http");
    expect(adapter.address()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/slack\/events$/);
  });
});
