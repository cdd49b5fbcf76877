import { describe, expect, it } from "vitest";
import { DAY, HOUR } from "../../../src/domain/instant.ts";
import { openSandbox, START } from "./open-sandbox.ts";

const HOSTING = 29162449;
const AT_EXPIRY = { terminationPolicy: "terminateAtExpirationDate" };
const KEEP = { terminationPolicy: "empty" };

describe("PUT /services/{id}", () => {
  it("terminates at expiry, leaves the mode automatic, and keeps again", async () => {
    const { put, sandbox } = await openSandbox();
    expect(await put(`/services/${HOSTING}`, AT_EXPIRY)).toMatchObject({ status: 200, body: null });
    expect(sandbox.service(HOSTING)).toMatchObject({
      termination: "terminateAtExpirationDate",
      renewal: "automatic",
      lifecycle: "active",
    });
    expect(await put(`/services/${HOSTING}`, KEEP)).toMatchObject({ status: 200, body: null });
    expect(sandbox.service(HOSTING).termination).toBeNull();
    expect(sandbox.writes().map(({ body }) => body)).toEqual([AT_EXPIRY, KEEP]);
  });

  it("takes the same request twice, and a keep where nothing is pending", async () => {
    const { put } = await openSandbox();
    for (const body of [KEEP, AT_EXPIRY, AT_EXPIRY, KEEP, KEEP])
      expect((await put(`/services/${HOSTING}`, body)).status).toBe(200);
  });

  it("takes a request for what is already pending even past the cut-off", async () => {
    const { put, sandbox } = await openSandbox();
    expect((await put("/services/30770103", AT_EXPIRY)).status).toBe(200);
    expect(sandbox.service(30770103).termination).toBe("terminateAtExpirationDate");
  });

  it("changes the renewal, its period and the name, and leaves what is absent", async () => {
    const { put, sandbox } = await openSandbox();
    await put("/services/27330410", { renew: { mode: "automatic", period: "P12M" } });
    expect(sandbox.service(27330410)).toMatchObject({ renewal: "automatic", months: 12 });
    await put("/services/27330410", { renew: { mode: "manual" }, displayName: "À la main" });
    expect(sandbox.service(27330410)).toMatchObject({ renewal: "manual", displayName: "À la main" });
    await put("/services/27330410", { displayName: null });
    expect(sandbox.service(27330410)).toMatchObject({
      renewal: "manual",
      displayName: "vps-1a2b3c4d.vps.ovh.net",
    });
  });

  it("takes a period in years", async () => {
    const { put, sandbox } = await openSandbox();
    expect((await put("/services/29162447", { renew: { period: "P2Y" } })).status).toBe(200);
    expect(sandbox.service(29162447).months).toBe(24);
  });

  it.each([
    ["manual renewal", 26001877, AT_EXPIRY, 400],
    ["an unpaid bill", 30110457, AT_EXPIRY, 409],
    ["an unpaid bill and a change of renewal", 30110457, { renew: { mode: "manual" } }, 409],
    ["an expired service", 25990031, AT_EXPIRY, 460],
    ["a terminated service", 22004718, AT_EXPIRY, 460],
    ["a terminated service to keep", 22004718, KEEP, 460],
    ["a forced renewal", 23350917, AT_EXPIRY, 400],
    ["a forced renewal made manual", 23350917, { renew: { mode: "manual" } }, 400],
    ["a one-shot service", 21500301, AT_EXPIRY, 400],
    ["a telecom service", 21500302, AT_EXPIRY, 400],
    ["an MX Plan", 29162450, AT_EXPIRY, 400],
    ["a private cloud", 21500307, AT_EXPIRY, 400],
    ["a commitment", 24118091, AT_EXPIRY, 400],
    ["no commitment", HOSTING, { terminationPolicy: "terminateAtEngagementDate" }, 400],
    ["a service in creation", 31990001, AT_EXPIRY, 409],
    ["somebody else's administrator", 21500310, AT_EXPIRY, 403],
    ["somebody else's billing", 21500311, { renew: { mode: "manual" } }, 403],
    ["a renewal while a termination is pending", 30110456, { renew: { mode: "manual" } }, 409],
    ["a period that is not offered", 27330410, { renew: { period: "P5M" } }, 400],
    ["a period that is none", 27330410, { renew: { period: "soon" } }, 400],
    ["a lifecycle action that is no policy", HOSTING, { terminationPolicy: "deleteAtExpiration" }, 400],
    ["an unknown property", HOSTING, { deleteAtExpiration: true }, 400],
    ["an unknown service", 1, AT_EXPIRY, 404],
    ["less than 24 hours to the end", 30770104, AT_EXPIRY, 403],
    ["a termination past its cut-off to keep", 30770103, KEEP, 403],
  ])("refuses %s", async (_why, id, body, status) => {
    const { put, sandbox } = await openSandbox();
    const before = sandbox.services();
    const answer = await put(`/services/${id}`, body);
    expect(answer).toMatchObject({ status, body: { class: expect.stringMatching(/^Client::/) } });
    expect(sandbox.services()).toEqual(before);
  });

  it("changes nothing when one part of the request is refused", async () => {
    const { put, sandbox } = await openSandbox();
    const answer = await put(`/services/${HOSTING}`, { displayName: "Half", renew: { period: "P7M" } });
    expect(answer.status).toBe(400);
    expect(sandbox.service(HOSTING).displayName).toBe("boulangerie-lumiere.fr");
  });

  it("refuses what is no JSON", async () => {
    const { call, sandbox } = await openSandbox();
    const answer = await call("PUT", `/services/${HOSTING}`, { body: "not an object" });
    expect(answer.status).toBe(400);
    expect(sandbox.service(HOSTING).termination).toBeNull();
  });

  it("lets a termination be taken back until exactly 24 hours before the end, and not later", async () => {
    const { put, clock } = await openSandbox();
    const endsIn47Hours = 30770101;
    await clock.advanceTo(START + 23 * HOUR);
    expect((await put(`/services/${endsIn47Hours}`, KEEP)).status).toBe(200);
    expect((await put(`/services/${endsIn47Hours}`, AT_EXPIRY)).status).toBe(200);
    await clock.advance(1);
    expect(await put(`/services/${endsIn47Hours}`, KEEP)).toMatchObject({
      status: 403,
      body: { class: "Client::Forbidden" },
    });
  });

  it("counts the 24 hours to the earlier of expiry and termination", async () => {
    const { put, sandbox } = await openSandbox();
    sandbox.change(24118090, { expiresAt: START + 12 * HOUR });
    expect((await put("/services/24118090", KEEP)).status).toBe(403);
    sandbox.change(24118090, { expiresAt: START + 2 * DAY });
    expect((await put("/services/24118090", KEEP)).status).toBe(200);
  });
});
