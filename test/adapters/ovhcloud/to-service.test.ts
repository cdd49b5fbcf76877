import { describe, expect, it } from "vitest";
import { rawServiceInfosSchema, rawServiceSchema } from "../../../adapters/ovhcloud/raw-service.ts";
import { toService } from "../../../adapters/ovhcloud/to-service.ts";
import type { Service } from "../../../src/domain/service.ts";
import { EXPIRES_AT, NICHANDLE, NOW, wire } from "./raw-pairs.ts";

const unknowns: string[] = [];

function read(service: unknown, infos: unknown = null): Service {
  unknowns.length = 0;
  return toService(
    {
      service: rawServiceSchema.parse(service),
      infos: infos === null ? null : rawServiceInfosSchema.parse(infos),
    },
    { nichandle: NICHANDLE, now: NOW, unknown: (what, value) => unknowns.push(`${what}: ${value}`) },
  );
}

describe("a service of OVHcloud", () => {
  it("becomes the core's service, field by field", () => {
    expect(read(wire({ displayName: "Le serveur de Chloé" }))).toEqual({
      id: 29162449,
      name: "vps-1a2b3c4d.vps.ovh.net",
      displayName: "Le serveur de Chloé",
      family: "vps",
      product: "VPS",
      plan: "vps-starter",
      state: "active",
      expiresAt: EXPIRES_AT,
      nextBillingAt: EXPIRES_AT,
      renewal: { mode: "automatic", periodMonths: 1, modes: ["automatic", "manual"] },
      commitment: null,
      termination: null,
      price: { ucents: 299_000_000, currency: "EUR" },
      parentId: null,
      rights: { administrator: true, billing: false },
      offersTermination: true,
    });
  });

  it.each([null, "", "  "])("is called by its reference where the customer's name is %j", (displayName) => {
    expect(read(wire({ displayName })).displayName).toBe("vps-1a2b3c4d.vps.ovh.net");
  });

  it("stands with whatever may be missing missing", () => {
    const bare = {
      serviceId: 1,
      resource: { name: "x" },
      billing: { expirationDate: null },
    };
    expect(read(bare)).toMatchObject({
      displayName: "x",
      family: "other",
      product: null,
      plan: null,
      state: "active",
      expiresAt: null,
      nextBillingAt: null,
      renewal: { mode: "none", periodMonths: null, modes: [] },
      commitment: null,
      termination: null,
      price: null,
      rights: { administrator: null, billing: null },
      offersTermination: false,
    });
  });

  it("has no end where serviceInfos is of a service without an end", () => {
    const infos = { serviceId: 29162449, status: "ok", domain: "x", contactAdmin: NICHANDLE };
    expect(read(wire({ expirationDate: null }), infos).expiresAt).toBeNull();
  });

  it("takes the date of serviceInfos where /services has none", () => {
    const infos = { serviceId: 29162449, status: "ok", expiration: "2027-03-01" };
    expect(read(wire({ expirationDate: null }), infos).expiresAt).toBe(Date.parse("2027-03-01T00:00:00Z"));
  });

  it.each([
    ["P1M", 1],
    ["P12M", 12],
    ["P1Y", 12],
    ["P1Y6M", 18],
    [3, 3],
    ["P7D", null],
    ["soon", null],
    [0, null],
  ])("reads the period %j as %j months", (period, months) => {
    expect(read(wire({ period })).renewal.periodMonths).toBe(months);
  });

  it("says no price where OVHcloud's is for another length of time", () => {
    expect(read(wire({ period: "P12M" })).price).toBeNull();
    expect(read(wire({ period: "P1M" })).price).not.toBeNull();
  });

  it("shows a lifecycle that it does not know as an error, and says so", () => {
    expect(read(wire({ state: "melting" })).state).toBe("error");
    expect(unknowns).toEqual(["lifecycle state: melting"]);
  });

  it("keeps to the lifecycle where only the resource's state is unknown, and says so", () => {
    expect(read(wire({ resource: "melting" })).state).toBe("active");
    expect(unknowns).toEqual(["resource state: melting"]);
  });

  it("shows a renewal mode that it does not know as none, and says so", () => {
    expect(read(wire({ mode: "lunar", modes: ["lunar", "manual"] })).renewal).toEqual({
      mode: "none",
      periodMonths: 1,
      modes: ["manual"],
    });
    expect(unknowns).toEqual(["renewal mode: lunar"]);
  });

  it("does not invent the end of a termination that has none", () => {
    const parts = { expirationDate: null, pending: ["terminateAtExpirationDate"] };
    expect(read(wire(parts)).termination).toBeNull();
    expect(unknowns).toEqual(["end of a pending termination: 29162449"]);
  });

  it.each([
    "2027-02-30T00:00:00+01:00",
    "2027-03-01T17:31:17",
    "01/03/2027",
    "1740000000",
    "2027-13-01T00:00:00Z",
    "tomorrow",
  ])("is not read at all when its expiry is %s", (expirationDate) => {
    expect(() => read(wire({ expirationDate }))).toThrow(RangeError);
  });

  it("keeps a service whose decoration cannot be read", () => {
    const service = wire({});
    const odd = {
      ...service,
      customer: "nobody",
      resource: { ...service.resource, product: 7, displayName: { fr: "x" } },
      billing: { ...service.billing, plan: [], pricing: { price: "free" } },
    };
    expect(read(odd)).toMatchObject({ expiresAt: EXPIRES_AT, product: null, plan: null, price: null });
  });
});
