import { describe, expect, it } from "vitest";
import {
  type RawPair,
  rawServiceInfosSchema,
  rawServiceSchema,
} from "../../../adapters/ovhcloud/raw-service.ts";
import { toService } from "../../../adapters/ovhcloud/to-service.ts";
import type { Service } from "../../../src/domain/service.ts";
import { EXPIRES_AT, infos, NICHANDLE, NOW, PAIRS, wire } from "./raw-pairs.ts";

function read(pair: { readonly service: unknown; readonly infos?: unknown }): Service {
  const parsed: RawPair = {
    service: rawServiceSchema.parse(pair.service),
    infos: pair.infos ? rawServiceInfosSchema.parse(pair.infos) : null,
  };
  return toService(parsed, { nichandle: NICHANDLE, now: NOW, unknown: () => {} });
}

const ENGAGED_UNTIL = Date.parse("2027-09-01T00:00:00Z");

const EXPECTED: readonly [name: keyof typeof PAIRS, facts: Partial<Service>][] = [
  [
    "healthy",
    {
      state: "active",
      termination: null,
      renewal: { mode: "automatic", periodMonths: 1, modes: ["automatic", "manual"] },
      offersTermination: true,
      commitment: null,
    },
  ],
  [
    "manual",
    {
      state: "active",
      termination: null,
      renewal: { mode: "manual", periodMonths: null, modes: ["automatic", "manual"] },
      offersTermination: false,
      family: "domain",
      product: "Domain .ovh",
    },
  ],
  ["expired", { state: "expired", termination: null, offersTermination: false }],
  [
    "cancelledEngaged",
    {
      state: "active",
      termination: { when: "at-commitment-end", at: Date.parse("2027-08-31T22:00:00Z") },
      commitment: { endsAt: ENGAGED_UNTIL },
      renewal: { mode: "automatic", periodMonths: 1, modes: ["automatic"] },
    },
  ],
  ["cancelled", { state: "active", termination: { when: "at-expiry", at: EXPIRES_AT } }],
];

describe("a pair of states that OVHcloud shows", () => {
  it.each(EXPECTED)("reads %s as it is", (name, facts) => {
    expect(read(PAIRS[name])).toMatchObject({ expiresAt: EXPIRES_AT, ...facts });
  });

  it.each(EXPECTED)("reads %s the same where serviceInfos cannot be read", (name, facts) => {
    expect(read({ service: PAIRS[name].service })).toMatchObject(facts);
  });
});

describe("a service in manual renewal", () => {
  it.each(["terminateAtExpirationDate", "deleteAtExpiration", "terminateAtEngagementDate", "terminate"])(
    "is no customer's termination, even with %s pending",
    (action) => {
      const service = wire({
        mode: "manual",
        pending: [action],
        terminationDate: "2027-03-01T17:31:17+01:00",
      });
      expect(read({ service, infos: PAIRS.manual.infos }).termination).toBeNull();
      expect(read({ service }).termination).toBeNull();
    },
  );

  it("is not terminated by a flag of serviceInfos that /services does not share", () => {
    for (const parts of [{ manualPayment: true }, { renewalType: "manual" }]) {
      const pair = { service: wire({}), infos: infos({ ...parts, deleteAtExpiration: true }) };
      expect(read(pair).termination).toBeNull();
    }
  });

  it("is told by serviceInfos where /services names no mode", () => {
    const service = wire({ mode: null, pending: ["terminateAtExpirationDate"] });
    for (const parts of [{ manualPayment: true }, { renewalType: "manual" }]) {
      const pair = { service, infos: infos({ ...parts, deleteAtExpiration: true }) };
      expect(read(pair)).toMatchObject({ renewal: { mode: "manual" }, termination: null });
    }
  });
});

describe("the console's predicates", () => {
  it.each([
    ["active", "active"],
    ["inCreation", "creating"],
    ["toRenew", "to-renew"],
    ["unpaid", "unpaid"],
    ["unrenewed", "expired"],
    ["terminated", "terminated"],
    ["rupture", "terminated"],
    ["error", "error"],
  ])("reads the lifecycle state %s as %s", (state, expected) => {
    expect(read({ service: wire({ state }) }).state).toBe(expected);
  });

  it.each([
    ["pendingDebt", "unpaid"],
    ["unPaid", "unpaid"],
    ["expired", "expired"],
    ["inCreation", "creating"],
    ["ok", "active"],
    ["autorenewInProgress", "active"],
  ])("knows hasDebt and isExpired from the status %s of serviceInfos", (status, expected) => {
    expect(read({ service: wire({}), infos: infos({ status }) }).state).toBe(expected);
  });

  it("does not let an older status hide that a service was terminated", () => {
    const pair = { service: wire({ state: "terminated" }), infos: infos({ status: "unPaid" }) };
    expect(read(pair).state).toBe("terminated");
  });

  it.each([
    ["suspended", "suspended"],
    ["deleted", "terminated"],
    ["toDelete", "active"],
    ["toSuspend", "active"],
  ])("reads the resource state %s under a calm lifecycle as %s", (resource, expected) => {
    expect(read({ service: wire({ resource }) }).state).toBe(expected);
  });

  it("knows isOneShot, isAutomaticallyRenewed and hasForcedRenew", () => {
    const modeOf = (parts: Parameters<typeof infos>[0]) =>
      read({ service: wire({}), infos: infos(parts) }).renewal.mode;
    expect(modeOf({ renewalType: "oneShot" })).toBe("one-shot");
    expect(modeOf({ renewalType: "automaticForcedProduct" })).toBe("forced");
    expect(modeOf({ forced: true })).toBe("forced");
    expect(modeOf({ forced: true, deleteAtExpiration: true })).toBe("automatic");
  });

  it("does not call an expired service forced", () => {
    const pair = { service: wire({ state: "unrenewed" }), infos: infos({ forced: true }) };
    expect(read(pair).renewal.mode).toBe("automatic");
  });

  it("knows hasPendingResiliation from the flag of serviceInfos alone", () => {
    const pair = { service: wire({}), infos: infos({ deleteAtExpiration: true }) };
    expect(read(pair).termination).toEqual({ when: "at-expiry", at: EXPIRES_AT });
  });

  it.each(["unrenewed", "terminated", "rupture"])("has no pending termination once %s", (state) => {
    const service = wire({ state, pending: ["terminateAtExpirationDate"] });
    expect(read({ service, infos: PAIRS.cancelled.infos }).termination).toBeNull();
  });

  it("knows hasEngagement only while it lasts", () => {
    expect(read({ service: wire({ engagedUntil: "2026-11-21" }) }).commitment).toBeNull();
    expect(read({ service: wire({ engagedUntil: "2026-11-23" }) }).commitment).not.toBeNull();
    const pair = { service: wire({}), infos: infos({ engagedUpTo: "2027-09-01" }) };
    expect(read(pair).commitment).toEqual({ endsAt: ENGAGED_UNTIL });
  });

  it("knows hasAdminRights and hasBillingRights apart, and says when it cannot tell", () => {
    expect(read({ service: wire({}) }).rights).toEqual({ administrator: true, billing: false });
    const parsed = { service: rawServiceSchema.parse(wire({})), infos: null };
    const blind = toService(parsed, { nichandle: null, now: NOW, unknown: () => {} });
    expect(blind.rights).toEqual({ administrator: null, billing: null });
    const nobody = { ...wire({}), customer: { contacts: [] } };
    expect(read({ service: nobody }).rights).toEqual({ administrator: null, billing: null });
  });

  it("takes canDeleteAtExpiration only where the lifecycle has no list of its own", () => {
    const listed = { service: wire({ actions: [] }), infos: infos({ canDeleteAtExpiration: true }) };
    expect(read(listed).offersTermination).toBe(false);
    const service = wire({});
    const silent = { ...service, billing: { ...service.billing, lifecycle: null } };
    expect(read({ service: silent, infos: infos({}) }).offersTermination).toBe(true);
    expect(read({ service: silent }).offersTermination).toBe(false);
  });
});
