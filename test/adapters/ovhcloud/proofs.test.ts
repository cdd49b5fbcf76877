import { describe, expect, it } from "vitest";
import { z } from "zod";
import { signRequest } from "../../../adapters/ovhcloud/signature.ts";
import { json } from "../../../sandbox/http.ts";
import { HOUR, MINUTE, SECOND } from "../../../src/domain/instant.ts";
import { failureOf, KEYS, openRig, type Rig, SERVICE_ACCOUNT, START } from "./client-rig.ts";

const readMe = ({ client }: Rig) => client.read("me", {}, z.unknown(), { urgency: "person" });
const ok = () => json(200, {});

describe("an application key", () => {
  it("signs the address and the bytes of the body as sent", async () => {
    const rig = await openRig({ answer: ok });
    await rig.client.change("updateService", { id: 7 }, { displayName: "Café d'été" });
    const [request] = rig.requests;
    const timestamp = START / SECOND;
    const url = `http://${request?.headers.host}/1.0/services/7`;
    const body = request?.body.toString("utf8") ?? "";
    expect(body).toBe('{"displayName":"Café d\'été"}');
    expect(request?.headers).toMatchObject({
      "x-ovh-application": KEYS.applicationKey,
      "x-ovh-consumer": KEYS.consumerKey,
      "x-ovh-timestamp": String(timestamp),
      "x-ovh-signature": signRequest(KEYS, { method: "PUT", url, body, timestamp }),
      "content-type": "application/json",
    });
  });

  it("signs a path that had to be percent-encoded as it goes out", async () => {
    const rig = await openRig({ answer: ok });
    await rig.client.read("hosting", { name: "a'b(c)é.fr" }, z.unknown(), { urgency: "person" });
    const [request] = rig.requests;
    const url = `http://${request?.headers.host}${request?.target}`;
    expect(request?.headers["x-ovh-signature"]).toBe(
      signRequest(KEYS, { method: "GET", url, body: "", timestamp: START / SECOND }),
    );
  });

  it("asks OVHcloud's time once for many first calls, and uses it", async () => {
    const ahead = 10 * MINUTE;
    const rig = await openRig({ answer: ok, answerTime: () => json(200, (START + ahead) / SECOND) });
    await Promise.all(Array.from({ length: 20 }, () => readMe(rig)));
    expect(rig.timeRequests).toHaveLength(1);
    expect(rig.timeRequests[0]?.headers).not.toHaveProperty("x-ovh-application");
    const stamps = new Set(rig.requests.map(({ headers }) => headers["x-ovh-timestamp"]));
    expect(stamps).toEqual(new Set([String((START + ahead) / SECOND)]));
  });

  it("asks the time again after an hour", async () => {
    const rig = await openRig({ answer: ok });
    await readMe(rig);
    await rig.clock.advance(HOUR + 1);
    await readMe(rig);
    expect(rig.timeRequests).toHaveLength(2);
  });

  it.each(["INVALID_SIGNATURE", "QUERY_TIME_OUT"])(
    "reads the time anew when a GET is refused with %s, and tries once more",
    async (errorCode) => {
      const refusal = json(400, { errorCode, httpCode: "400 Bad Request", message: "no" });
      const rig = await openRig({ answer: (_, turn) => (turn === 1 ? refusal : ok()) });
      await readMe(rig);
      expect([rig.timeRequests.length, rig.requests.length]).toEqual([2, 2]);
    },
  );

  it("does not go on for ever against a wrong secret", async () => {
    const refusal = json(400, { errorCode: "INVALID_SIGNATURE", message: "Invalid signature" });
    const rig = await openRig({ answer: () => refusal });
    expect((await failureOf(readMe(rig))).facts).toMatchObject({
      kind: "forbidden",
      code: "INVALID_SIGNATURE",
    });
    expect(rig.requests).toHaveLength(2);
  });

  it("does not repeat a PUT whose signature was refused", async () => {
    const refusal = json(400, { errorCode: "INVALID_SIGNATURE", message: "Invalid signature" });
    const rig = await openRig({ answer: () => refusal });
    const { facts } = await failureOf(rig.client.change("updateService", { id: 7 }, {}));
    expect(facts.sent).toBe("refused");
    expect(rig.requests).toHaveLength(1);
  });

  it("sends nothing when OVHcloud's time cannot be read, and asks again the next time", async () => {
    let broken = true;
    const rig = await openRig({
      answer: ok,
      answerTime: () => (broken ? json(500, {}) : json(200, START / SECOND)),
    });
    const { facts } = await failureOf(rig.client.change("updateService", { id: 7 }, {}));
    expect(facts).toEqual({ kind: "unreachable", sent: "no", status: 500 });
    broken = false;
    await rig.client.change("updateService", { id: 7 }, {});
    expect(rig.requests).toHaveLength(1);
  });
});

describe("a service account", () => {
  const open = (options: Partial<Parameters<typeof openRig>[0]> = {}) =>
    openRig({ answer: ok, credentials: SERVICE_ACCOUNT, ...options });

  it("gets one token for many first calls, and needs no time", async () => {
    const rig = await open();
    await Promise.all(Array.from({ length: 20 }, () => readMe(rig)));
    expect(rig.tokenRequests).toHaveLength(1);
    expect(rig.timeRequests).toHaveLength(0);
    expect(Object.fromEntries(new URLSearchParams(rig.tokenRequests[0]?.body.toString()))).toEqual({
      grant_type: "client_credentials",
      client_id: SERVICE_ACCOUNT.clientId,
      client_secret: SERVICE_ACCOUNT.clientSecret,
      scope: "all",
    });
    expect(rig.requests.every(({ headers }) => headers.authorization === "Bearer token-1")).toBe(true);
  });

  it("renews the token a minute before it ends", async () => {
    const rig = await open();
    await readMe(rig);
    await rig.clock.advance(3538 * SECOND);
    await readMe(rig);
    expect(rig.tokenRequests).toHaveLength(1);
    await rig.clock.advance(1 * SECOND);
    await readMe(rig);
    expect(rig.requests.at(-1)?.headers.authorization).toBe("Bearer token-2");
  });

  it("goes on with the old token while it holds, when there is no new one", async () => {
    const granted = json(200, { access_token: "token-1", expires_in: 3599 });
    const rig = await open({ answerToken: (_, turn) => (turn === 1 ? granted : json(500, {})) });
    await readMe(rig);
    await rig.clock.advance(3550 * SECOND);
    await readMe(rig);
    expect(rig.requests.at(-1)?.headers.authorization).toBe("Bearer token-1");
    await rig.clock.advance(60 * SECOND);
    const { facts } = await failureOf(rig.client.change("updateService", { id: 7 }, {}));
    expect(facts).toMatchObject({ kind: "unreachable", sent: "no" });
  });

  it("gets one new token when OVHcloud stops taking the old one, however many calls it refuses", async () => {
    const refusal = json(401, { class: "Client::Unauthorized", message: "You must login first" });
    const rig = await open({
      answer: ({ headers }) => (headers.authorization === "Bearer token-1" ? refusal : ok()),
    });
    await Promise.all(Array.from({ length: 10 }, () => readMe(rig)));
    expect(rig.tokenRequests).toHaveLength(2);
  });

  it("says no when OVHcloud grants no token, without a word of the secret", async () => {
    const refusal = json(401, {
      error: "invalid_client",
      error_description: `bad ${SERVICE_ACCOUNT.clientSecret}`,
    });
    const rig = await open({ answerToken: () => refusal });
    const error = await failureOf(readMe(rig));
    expect(error.facts).toEqual({ kind: "forbidden", sent: "no", status: 401, code: "invalid_client" });
    expect(JSON.stringify([error.message, error.facts])).not.toContain(SERVICE_ACCOUNT.clientSecret);
  });
});
