import { describe, expect, it } from "vitest";
import { z } from "zod";
import { EXAMPLE_CREDENTIALS } from "../../../sandbox/ovhcloud/credentials.ts";
import { MINUTE, SECOND } from "../../../src/domain/instant.ts";
import { openSandbox, START, sign } from "./open-sandbox.ts";

const tokenSchema = z.strictObject({
  access_token: z.string().min(1),
  token_type: z.literal("Bearer"),
  expires_in: z.literal(3599),
  scope: z.literal("all"),
});

const { clientId, clientSecret } = EXAMPLE_CREDENTIALS;

describe("an application key", () => {
  it("opens the account when the signature is right", async () => {
    const { get } = await openSandbox();
    expect(await get("/me")).toMatchObject({ status: 200, body: { nichandle: "ls148374-ovh" } });
  });

  it("signs a query and a body with accents exactly as sent", async () => {
    const { get, put, sandbox } = await openSandbox();
    expect((await get("/services?resourceName=caf%C3%A9&routes=/domain")).status).toBe(200);
    expect((await put("/services/29162449", { displayName: "Été ☀" })).status).toBe(200);
    expect(sandbox.service(29162449).displayName).toBe("Été ☀");
  });

  it("is asked for when a request carries none", async () => {
    const { sandbox } = await openSandbox();
    const answer = await fetch(`${sandbox.endpoint}/me`);
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ class: "Client::Unauthorized" });
  });

  it.each([
    [
      { "X-Ovh-Signature": "$1$0000000000000000000000000000000000000000" },
      400,
      { errorCode: "INVALID_SIGNATURE" },
    ],
    [
      { "X-Ovh-Consumer": "someoneelse" },
      403,
      { errorCode: "INVALID_CREDENTIAL", httpCode: "403 Forbidden" },
    ],
    [
      { "X-Ovh-Application": "unknown" },
      403,
      { class: "Client::Forbidden", message: "This application key is invalid" },
    ],
  ])("is refused with %o", async (headers, status, body) => {
    const { get } = await openSandbox();
    expect(await get("/me", headers)).toMatchObject({ status, body });
  });

  it("is refused when the timestamp is out of time, and shows the server's time to everybody", async () => {
    const { sandbox, get, clock } = await openSandbox({ skew: 10 * MINUTE });
    expect(await get("/me")).toMatchObject({ status: 400, body: { errorCode: "QUERY_TIME_OUT" } });
    const time = await (await fetch(`${sandbox.endpoint}/auth/time`)).json();
    expect(time).toBe((START + 10 * MINUTE) / SECOND);
    const url = `${sandbox.endpoint}/me`;
    const answer = await fetch(url, { headers: sign("GET", url, "", clock.now() + 10 * MINUTE) });
    expect(answer.status).toBe(200);
  });

  it("stops working when it is revoked", async () => {
    const { sandbox, get } = await openSandbox();
    sandbox.revokeCredentials();
    expect(await get("/me")).toMatchObject({ status: 403, body: { errorCode: "INVALID_CREDENTIAL" } });
  });

  it("tells about itself", async () => {
    const { get } = await openSandbox();
    expect(await get("/auth/currentCredential")).toMatchObject({ body: { status: "validated" } });
    expect(await get("/auth/details")).toMatchObject({
      body: { method: "account", account: "ls148374-ovh" },
    });
  });
});

describe("a service account", () => {
  const form = {
    grant_type: "client_credentials",
    client_id: clientId,
    client_secret: clientSecret,
    scope: "all",
  };
  const basic = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString("base64")}`;

  const tokenOf = async (tokenUrl: string, init: RequestInit): Promise<string> => {
    const answer = await fetch(tokenUrl, { method: "POST", ...init });
    return tokenSchema.parse(await answer.json()).access_token;
  };

  it.each([
    ["form", { body: new URLSearchParams(form) }],
    ["Basic", { body: "grant_type=client_credentials", headers: { authorization: basic } }],
  ])("gets a token by %s and opens the account with it", async (_how, init) => {
    const { sandbox } = await openSandbox();
    const token = await tokenOf(sandbox.tokenUrl, init);
    const answer = await fetch(`${sandbox.endpoint}/auth/details`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(await answer.json()).toMatchObject({ method: "oauth2_client_credentials", allowedRoutes: null });
  });

  it("needs a new token when the old one has ended or was revoked", async () => {
    const { sandbox, clock } = await openSandbox();
    const statusWith = async (token: string) =>
      (await fetch(`${sandbox.endpoint}/me`, { headers: { authorization: `Bearer ${token}` } })).status;
    const first = await tokenOf(sandbox.tokenUrl, { body: new URLSearchParams(form) });
    await clock.advance(3598 * SECOND);
    expect(await statusWith(first)).toBe(200);
    await clock.advance(SECOND);
    expect(await statusWith(first)).toBe(401);
    const second = await tokenOf(sandbox.tokenUrl, { body: new URLSearchParams(form) });
    expect(await statusWith(second)).toBe(200);
    sandbox.revokeTokens();
    expect(await statusWith(second)).toBe(401);
  });

  it.each([
    [{ ...form, client_secret: "wrong" }, 401, "invalid_client"],
    [{ ...form, grant_type: "password" }, 400, "unsupported_grant_type"],
  ])("is refused for %o", async (wrong, status, error) => {
    const { sandbox } = await openSandbox();
    const answer = await fetch(sandbox.tokenUrl, { method: "POST", body: new URLSearchParams(wrong) });
    expect([answer.status, await answer.json()]).toEqual([status, { error }]);
  });

  it("learns a missing right in the shape of IAM", async () => {
    const { sandbox } = await openSandbox();
    const token = await tokenOf(sandbox.tokenUrl, { body: new URLSearchParams(form) });
    const answer = await fetch(`${sandbox.endpoint}/services/29162449/terminate`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}` },
    });
    expect(answer.status).toBe(403);
    expect(await answer.json()).toEqual({
      class: "Client::Forbidden",
      message: "User not granted for this request",
      details: {
        unauthorizedActionsByAuthentication: "",
        unauthorizedActionsByIAM: "account:apiovh:services/terminate",
      },
    });
  });
});
