import { describe, expect, it } from "vitest";
import type { Fault } from "../../../sandbox/faults.ts";
import { BAKERY } from "../../../sandbox/ovhcloud/example-names.ts";
import { terminationLinkIn } from "../../../sandbox/ovhcloud/mailbox.ts";
import { HOUR, SECOND } from "../../../src/domain/instant.ts";
import { serviceId } from "../../../src/domain/service.ts";
import { failureOf } from "./client-rig.ts";
import { OAUTH2, openProvider, type ProviderRig } from "./provider-rig.ts";

const HOSTING = serviceId(29162449);
const DOMAIN = serviceId(28811230);
const EXPIRED = serviceId(25990031);
const PENDING = serviceId(30110456);
const LATE = serviceId(30770103);

const bodies = (rig: ProviderRig) =>
  rig.sandbox.writes().map(({ method, path, body }) => `${method} ${path} ${JSON.stringify(body)}`);

function mailedToken(rig: ProviderRig): string {
  const mail = rig.sandbox.mailbox().at(-1);
  const link = mail && terminationLinkIn(mail);
  if (!link) throw new Error("no token was mailed");
  return link.token;
}

describe("a change", () => {
  it.each(["application", "oauth2"])(
    "terminates at expiry and is read back, with %s credentials",
    async (kind) => {
      const rig = await openProvider(kind === "oauth2" ? { provider: { credentials: OAUTH2 } } : {});
      await rig.provider.terminateAtExpiry(HOSTING);
      const { termination, expiresAt } = await rig.get(HOSTING);
      expect(termination).toEqual({ when: "at-expiry", at: expiresAt });
      expect(bodies(rig)).toEqual([
        `PUT /services/${HOSTING} {"terminationPolicy":"terminateAtExpirationDate"}`,
      ]);
    },
  );

  it("keeps, and keeping what is not pending is harmless", async () => {
    const rig = await openProvider();
    await rig.provider.keep(PENDING);
    await rig.provider.keep(PENDING);
    expect((await rig.get(PENDING)).termination).toBeNull();
    expect(bodies(rig)[0]).toBe(`PUT /services/${PENDING} {"terminationPolicy":"empty"}`);
  });

  it("sets the renewal, and names a period only when there is one", async () => {
    const rig = await openProvider();
    await rig.provider.setRenewal(DOMAIN, "manual", null);
    expect((await rig.get(DOMAIN)).renewal).toMatchObject({ mode: "manual", periodMonths: null });
    await rig.provider.setRenewal(DOMAIN, "automatic", 24);
    expect((await rig.get(DOMAIN)).renewal).toMatchObject({ mode: "automatic", periodMonths: 24 });
    expect(bodies(rig)).toEqual([
      `PUT /services/${DOMAIN} {"renew":{"mode":"manual"}}`,
      `PUT /services/${DOMAIN} {"renew":{"mode":"automatic","period":"P24M"}}`,
    ]);
  });

  it("deletes a web hosting with the mailed token, both steps on its own routes", async () => {
    const rig = await openProvider();
    const service = await rig.get(HOSTING);
    await rig.provider.requestDeletion(service);
    await rig.provider.finishDeletion(service, mailedToken(rig));
    expect((await rig.get(HOSTING)).state).toBe("terminated");
    expect(rig.sandbox.writes().map(({ method, path }) => `${method} ${path}`)).toEqual([
      `POST /hosting/web/${BAKERY}/terminate`,
      `POST /hosting/web/${BAKERY}/confirmTermination`,
    ]);
  });

  it("asks for nothing to be deleted that is no web hosting", async () => {
    const rig = await openProvider();
    const service = await rig.get(DOMAIN);
    for (const call of [rig.provider.requestDeletion(service), rig.provider.finishDeletion(service, "t0ken")])
      expect((await failureOf(call)).facts).toEqual({ kind: "refused", sent: "no" });
    expect(rig.sandbox.writes()).toEqual([]);
  });

  it("shows OVHcloud's own words for a token that is wrong, used or too old", async () => {
    const rig = await openProvider();
    const service = await rig.get(HOSTING);
    await rig.provider.requestDeletion(service);
    const wrong = await failureOf(rig.provider.finishDeletion(service, "0123456789abcdef"));
    expect(wrong.facts).toMatchObject({
      kind: "refused",
      sent: "refused",
      said: "Invalid termination token",
    });
    await rig.clock.advance(73 * HOUR);
    const old = await failureOf(rig.provider.finishDeletion(service, mailedToken(rig)));
    expect(old.facts).toMatchObject({ kind: "refused", said: "This termination token has expired" });
    expect(old.facts.queryId).toBeTruthy();
  });

  it("is refused in OVHcloud's own words after the cut-off", async () => {
    const rig = await openProvider();
    const { facts } = await failureOf(rig.provider.keep(LATE));
    expect(facts).toMatchObject({ kind: "refused", sent: "refused", status: 403 });
    expect(facts.said).toBeTruthy();
  });

  it("finds a service gone when it has expired or is not there", async () => {
    const rig = await openProvider();
    expect((await failureOf(rig.provider.terminateAtExpiry(EXPIRED))).facts).toMatchObject({
      kind: "gone",
      status: 460,
    });
    expect((await failureOf(rig.provider.keep(serviceId(1)))).facts).toMatchObject({
      kind: "gone",
      status: 404,
    });
  });

  it("says that the key or the person may not", async () => {
    const rig = await openProvider();
    expect((await failureOf(rig.provider.terminateAtExpiry(serviceId(21500310)))).facts.kind).toBe(
      "forbidden",
    );
    rig.sandbox.setAccessRules([]);
    expect((await failureOf(rig.provider.keep(HOSTING))).facts).toMatchObject({
      kind: "forbidden",
      sent: "refused",
    });
  });

  it("may show late: the write is done, the read lags", async () => {
    const rig = await openProvider({ sandbox: { lag: 10 * SECOND } });
    await rig.provider.terminateAtExpiry(HOSTING);
    expect((await rig.get(HOSTING)).termination).toBeNull();
    await rig.clock.advance(10 * SECOND);
    expect((await rig.get(HOSTING)).termination).not.toBeNull();
  });
});

describe("a change whose answer is lost", () => {
  const LOST: readonly [string, Fault][] = [
    ["the connection drops after it was done", { kind: "drop", after: true }],
    ["a proxy answers HTML after it was done", { kind: "html", after: true }],
    ["500 comes after it was done", { kind: "status", status: 500, after: true }],
    ["the answer never comes", { kind: "timeout", after: true }],
  ];

  it.each(LOST)("is unknown, and sent once: %s", async (_, fault) => {
    const rig = await openProvider();
    const service = await rig.get(HOSTING);
    const changes = [
      () => rig.provider.terminateAtExpiry(HOSTING),
      () => rig.provider.requestDeletion(service),
      () => rig.provider.finishDeletion(service, mailedToken(rig)),
    ];
    for (const change of changes) {
      rig.sandbox.clearCalls();
      rig.sandbox.faults.add({ fault });
      const failing = failureOf(change());
      await expect.poll(() => rig.asked().length).toBe(1);
      await rig.clock.advance(20 * SECOND);
      expect((await failing).facts).toMatchObject({ sent: "unknown" });
      expect(rig.asked()).toHaveLength(1);
    }
    rig.sandbox.faults.clear();
    expect((await rig.get(HOSTING)).state).toBe("terminated");
  });

  it("was refused, not lost, when OVHcloud is too busy to take it", async () => {
    const rig = await openProvider();
    rig.sandbox.faults.add({ fault: { kind: "status", status: 429, retryAfter: 2 }, method: "PUT" });
    expect((await failureOf(rig.provider.terminateAtExpiry(HOSTING))).facts).toMatchObject({
      kind: "busy",
      sent: "refused",
    });
    expect(rig.sandbox.service(HOSTING).termination).toBeNull();
  });
});
