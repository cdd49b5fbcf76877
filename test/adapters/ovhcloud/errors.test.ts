import { describe, expect, it } from "vitest";
import { z } from "zod";
import { type HttpAnswer, json, reply, serveHttp } from "../../../sandbox/http.ts";
import { SECOND } from "../../../src/domain/instant.ts";
import { failureOf, KEYS, openRig, SERVICE_ACCOUNT } from "./client-rig.ts";

const HTML = "<html><body><h1>Not Found</h1></body></html>";
const QUERY_ID = { "x-ovh-queryid": "EU.ext-99.1" };

/** A change is tried once, so that its first answer is what is judged. */
async function failureOfChange(answer: HttpAnswer) {
  const rig = await openRig({ answer: () => answer });
  const error = await failureOf(
    rig.client.change("updateService", { id: 7 }, { terminationPolicy: "empty" }),
  );
  expect(rig.requests).toHaveLength(1);
  return error;
}

describe("what OVHcloud answers instead of doing it", () => {
  it.each<[string, HttpAnswer, object]>([
    [
      "the newer shape, with a class",
      json(409, { class: "Client::Conflict::Pending", message: "Already pending" }, QUERY_ID),
      {
        kind: "refused",
        sent: "refused",
        status: 409,
        code: "Client::Conflict::Pending",
        said: "Already pending",
        queryId: "EU.ext-99.1",
      },
    ],
    [
      "the older shape, with errorCode and httpCode",
      json(403, { errorCode: "NOT_GRANTED_CALL", httpCode: "403 Forbidden", message: "Not granted" }),
      { kind: "forbidden", sent: "refused", status: 403, code: "NOT_GRANTED_CALL", said: "Not granted" },
    ],
    [
      "a right that IAM does not give, with empty details",
      json(403, {
        class: "Client::Forbidden",
        message: "User not granted for this request",
        details: { unauthorizedActionsByAuthentication: "", unauthorizedActionsByIAM: "" },
      }),
      { kind: "forbidden", sent: "refused" },
    ],
    [
      "an act that is not possible now, as a 403",
      json(403, { class: "Client::Forbidden", message: "It is too late to terminate this service" }),
      { kind: "refused", sent: "refused", said: "It is too late to terminate this service" },
    ],
    ["a message alone", json(400, { message: "Bad period" }), { kind: "refused", said: "Bad period" }],
    ["401", json(401, { message: "You must login first" }), { kind: "forbidden", sent: "refused" }],
    ["404", json(404, { class: "Client::NotFound", message: "gone" }), { kind: "gone", sent: "refused" }],
    ["460 with words", json(460, { message: "expired" }), { kind: "gone", sent: "refused", status: 460 }],
    ["460 without a body", reply(460, ""), { kind: "gone", sent: "refused", status: 460 }],
    ["busy as a 403", json(403, { class: "Client::Forbidden::Busy", message: "busy" }), { kind: "busy" }],
    [
      "429",
      json(429, { class: "Client::TooManyRequests", message: "slow" }),
      { kind: "busy", sent: "refused" },
    ],
    ["429 of a proxy", reply(429, HTML), { kind: "busy", sent: "refused" }],
  ])("is told as its own words: %s", async (_, answer, facts) => {
    expect((await failureOfChange(answer)).facts).toMatchObject(facts);
  });

  it.each<[string, HttpAnswer, string]>([
    ["500 with words of OVHcloud's", json(500, { message: "Internal error" }), "unreachable"],
    ["502 with HTML", reply(502, HTML), "unreachable"],
    ["503 without a body", reply(503, ""), "unreachable"],
    ["408 with HTML", reply(408, HTML), "unreachable"],
    ["404 with HTML: a proxy's, so nothing is gone", reply(404, HTML), "misunderstood"],
    ["403 with HTML", reply(403, HTML), "misunderstood"],
    ["200 with HTML", reply(200, HTML), "misunderstood"],
    ["a body cut half-way", reply(200, '{"message":"Done'), "misunderstood"],
    [
      "a redirect, which is not followed",
      reply(302, "", { location: "http://127.0.0.1:1/" }),
      "misunderstood",
    ],
    ["a connection that broke", { kind: "drop" }, "unreachable"],
  ])("may have been done all the same: %s", async (_, answer, kind) => {
    expect((await failureOfChange(answer)).facts).toMatchObject({ kind, sent: "unknown" });
  });

  it("is unknown after the deadline, and asked once", async () => {
    const rig = await openRig({ answer: () => ({ kind: "silence" }) });
    const failing = failureOf(rig.client.change("requestDeletion", { name: "example.com" }));
    await rig.arrived(1);
    await rig.clock.advance(20 * SECOND);
    expect((await failing).facts).toEqual({ kind: "unreachable", sent: "unknown" });
    expect(rig.requests).toHaveLength(1);
  });

  it("was not sent where nobody listens", async () => {
    const nobody = await serveHttp({ handle: () => json(200, null) });
    await nobody.close();
    const rig = await openRig({
      answer: () => json(200, null),
      fetch: (url, init) => fetch(url.includes("/auth/") ? url : nobody.origin, init),
    });
    const { facts } = await failureOf(rig.client.change("updateService", { id: 7 }, {}));
    expect(facts).toEqual({ kind: "unreachable", sent: "no" });
  });

  it("takes an empty body and null for a yes", async () => {
    for (const answer of [reply(200, ""), reply(204, ""), json(200, null), json(200, "Mail sent")]) {
      const rig = await openRig({ answer: () => answer });
      await rig.client.change("requestDeletion", { name: "example.com" });
      expect(rig.requests[0]?.body).toHaveLength(0);
    }
  });
});

describe("what is never in an error or a log line", () => {
  it("is a secret, a signature or a token, even when OVHcloud says it back", async () => {
    const mailed = "k3yF0rTheD3letion";
    const rig = await openRig({
      answer: ({ headers, body }) =>
        json(400, {
          class: "Client::BadRequest",
          message: `no: ${body} ${JSON.stringify(headers)} ${KEYS.applicationSecret}`,
        }),
    });
    const error = await failureOf(rig.client.change("finishDeletion", { name: "a.fr" }, { token: mailed }));
    const told = JSON.stringify([
      error.message,
      error.facts,
      String(error.cause),
      error.stack,
      rig.log.lines,
    ]);
    for (const secret of [KEYS.applicationKey, KEYS.applicationSecret, KEYS.consumerKey, mailed])
      expect(told).not.toContain(secret);
  });

  it("is a bearer token", async () => {
    const rig = await openRig({
      credentials: SERVICE_ACCOUNT,
      answer: ({ headers }) => json(400, { message: `no: ${headers.authorization}` }),
    });
    const error = await failureOf(rig.client.read("me", {}, z.unknown(), { urgency: "person" }));
    expect(error.facts.said).toBe("no: Bearer …");
  });
});
