import { describe, expect, it } from "vitest";
import {
  ACTIONS,
  type Action,
  possibilities,
  type WhyNot,
  whyNot,
  whyNotRenewal,
} from "../../src/domain/actions.ts";
import { DAY, HOUR } from "../../src/domain/instant.ts";
import { FAMILIES, type PendingTermination } from "../../src/domain/service.ts";
import { MANUAL, NOON, type ServiceOverrides, someService } from "./some-service.ts";

const pending: PendingTermination = { when: "at-expiry", at: NOON + 100 * DAY };
const why = (overrides: ServiceOverrides, action: Action): WhyNot | null =>
  whyNot(someService(overrides), action, NOON);

describe("terminate", () => {
  it("may be done for an active service with automatic renewal", () => {
    expect(why({}, "terminate")).toBeNull();
    expect(why({ state: "to-renew" }, "terminate")).toBeNull();
  });

  it.each<[string, ServiceOverrides, WhyNot]>([
    ["an unpaid one", { state: "unpaid" }, { kind: "unpaid" }],
    ["a suspended one", { state: "suspended" }, { kind: "suspended" }],
    ["an expired one", { state: "expired" }, { kind: "expired" }],
    ["a terminated one", { state: "terminated" }, { kind: "terminated" }],
    ["one being created", { state: "creating" }, { kind: "creating" }],
    ["manual renewal", { renewal: MANUAL }, { kind: "manual-renewal", endsAt: NOON + 100 * DAY }],
    ["what is paid once", { renewal: { ...MANUAL, mode: "one-shot" } }, { kind: "one-shot" }],
    ["what never expires", { expiresAt: null }, { kind: "no-expiry" }],
    ["a second request", { termination: pending }, { kind: "already-pending", termination: pending }],
    [
      "a colleague's service",
      { rights: { administrator: false, billing: true } },
      { kind: "not-administrator" },
    ],
    ["what OVHcloud does not offer", { offersTermination: false }, { kind: "not-offered" }],
    [
      "a commitment past the expiry",
      { commitment: { endsAt: NOON + 101 * DAY } },
      { kind: "committed", endsAt: NOON + 101 * DAY },
    ],
    [
      "what OVHcloud always renews",
      { renewal: { ...MANUAL, mode: "forced" }, offersTermination: false },
      { kind: "forced" },
    ],
  ])("is not there for %s, and says why", (_, overrides, reason) => {
    expect(why(overrides, "terminate")).toEqual(reason);
  });

  it("is there when the commitment is over by the expiry, or already over", () => {
    expect(why({ commitment: { endsAt: NOON + 100 * DAY } }, "terminate")).toBeNull();
    expect(why({ commitment: { endsAt: NOON - DAY } }, "terminate")).toBeNull();
  });

  it("is there while the rights could not be told", () => {
    expect(why({ rights: { administrator: null, billing: null } }, "terminate")).toBeNull();
  });

  it("does not take the flag that manual services read for a customer's termination", () => {
    expect(why({ renewal: MANUAL, termination: pending }, "terminate")?.kind).toBe("manual-renewal");
    expect(why({ renewal: MANUAL, termination: pending }, "keep")?.kind).toBe("manual-renewal");
  });

  it.each([
    [25 * HOUR, null],
    [24 * HOUR + 1, null],
    [24 * HOUR, "cut-off-passed"],
    [23 * HOUR, "cut-off-passed"],
    [-1, "cut-off-passed"],
  ])("with %i ms to the expiry gives %s", (left, kind) => {
    expect(why({ expiresAt: NOON + left }, "terminate")?.kind ?? null).toBe(kind);
  });

  it("names the cut-off and the end when it is too late", () => {
    const end = NOON + 23 * HOUR;
    expect(why({ expiresAt: end }, "terminate")).toEqual({
      kind: "cut-off-passed",
      cutOff: end - DAY,
      endsAt: end,
    });
  });

  it.each([
    ["telecom", "telecom"],
    ["exchange", "microsoft"],
    ["microsoft-365", "microsoft"],
    ["mxplan", "services"],
    ["email-pro", "services"],
    ["sms", "services"],
    ["private-cloud", "services"],
    ["public-cloud", "services"],
  ] as const)("points to where %s is managed", (family, where) => {
    expect(why({ family }, "terminate")).toEqual({ kind: "managed-elsewhere", family, where });
  });

  it("is there for every other family", () => {
    const there = FAMILIES.filter((family) => why({ family }, "terminate") === null);
    expect(there).toEqual([
      "domain",
      "zone",
      "hosting",
      "database",
      "vps",
      "dedicated",
      "vrack",
      "license",
      "other",
    ]);
  });
});

describe("keep", () => {
  it("may be done while a termination is pending and the cut-off has not passed", () => {
    expect(why({ termination: pending }, "keep")).toBeNull();
  });

  it("has nothing to take back without a pending termination, whatever the family", () => {
    expect(why({}, "keep")).toEqual({ kind: "nothing-pending" });
    expect(why({ family: "telecom" }, "keep")).toEqual({ kind: "nothing-pending" });
  });

  it("is too late from the cut-off on, by the earlier of expiry and termination", () => {
    const termination: PendingTermination = { when: "at-expiry", at: NOON + DAY };
    expect(why({ termination }, "keep")).toEqual({
      kind: "cut-off-passed",
      cutOff: NOON,
      endsAt: NOON + DAY,
    });
    expect(why({ termination: { ...pending, at: NOON + DAY + 1 } }, "keep")).toBeNull();
  });

  it("goes by the commitment's end, not by the renewals before it, for a termination at that end", () => {
    const termination: PendingTermination = { when: "at-commitment-end", at: NOON + 90 * DAY };
    expect(why({ termination, expiresAt: NOON + HOUR }, "keep")).toBeNull();
  });

  it("needs one of the two contacts", () => {
    expect(why({ termination: pending, rights: { administrator: false, billing: true } }, "keep")).toBeNull();
    const neither = { administrator: false, billing: false };
    expect(why({ termination: pending, rights: neither }, "keep")).toEqual({ kind: "not-administrator" });
  });

  it("stays there for an unpaid or suspended service: it only saves", () => {
    expect(why({ termination: pending, state: "unpaid" }, "keep")).toBeNull();
    expect(why({ termination: pending, state: "suspended" }, "keep")).toBeNull();
  });

  it("is the console's business for MX Plan, telecom and Microsoft", () => {
    const elsewhere = FAMILIES.filter((family) => why({ family, termination: pending }, "keep") !== null);
    expect(elsewhere).toEqual(["mxplan", "exchange", "microsoft-365", "telecom"]);
  });
});

describe("immediate deletion", () => {
  it("is for web hostings only", () => {
    expect(FAMILIES.filter((family) => why({ family }, "request-deletion") === null)).toEqual(["hosting"]);
    expect(why({ family: "domain" }, "request-deletion")).toEqual({ kind: "not-hosting", family: "domain" });
  });

  it("does not depend on the expiry or on the renewal", () => {
    expect(
      why({ renewal: MANUAL, expiresAt: null, offersTermination: false }, "request-deletion"),
    ).toBeNull();
    expect(why({ expiresAt: NOON + HOUR }, "request-deletion")).toBeNull();
  });

  it("is there when the commitment is over", () => {
    expect(why({ commitment: { endsAt: NOON } }, "request-deletion")).toBeNull();
  });

  it.each<[string, ServiceOverrides]>([
    ["terminated", { state: "terminated" }],
    ["expired", { state: "expired" }],
    ["unpaid", { state: "unpaid" }],
    ["suspended", { state: "suspended" }],
    ["creating", { state: "creating" }],
    ["already-pending", { termination: pending }],
    ["committed", { commitment: { endsAt: NOON + DAY } }],
    ["not-administrator", { rights: { administrator: false, billing: true } }],
  ])("is refused as %s", (kind, overrides) => {
    expect(why(overrides, "request-deletion")?.kind).toBe(kind);
  });
});

describe("the renewal", () => {
  it.each<[string, ServiceOverrides]>([
    ["unpaid", { state: "unpaid" }],
    ["one-shot", { renewal: { ...MANUAL, mode: "one-shot" } }],
    ["forced", { renewal: { ...MANUAL, mode: "forced" } }],
    ["not-billing", { rights: { administrator: true, billing: false } }],
    ["already-pending", { termination: pending }],
    ["expired", { state: "expired" }],
    ["committed", { commitment: { endsAt: NOON + DAY } }],
    ["not-offered", { renewal: { ...MANUAL, mode: "none", modes: [] } }],
    ["managed-elsewhere", { family: "sms" }],
  ])("cannot be set when %s", (kind, overrides) => {
    expect(why(overrides, "set-renewal")?.kind).toBe(kind);
  });

  it("needs the billing contact and not the administrator", () => {
    expect(why({ rights: { administrator: false, billing: true } }, "set-renewal")).toBeNull();
  });

  it("says when it is that already, and lets the period alone be changed", () => {
    const service = someService();
    expect(whyNotRenewal(service, "automatic", null, NOON)).toEqual({
      kind: "already-mode",
      mode: "automatic",
    });
    expect(whyNotRenewal(service, "automatic", 12, NOON)).toEqual({
      kind: "already-mode",
      mode: "automatic",
    });
    expect(whyNotRenewal(service, "automatic", 24, NOON)).toBeNull();
    expect(whyNotRenewal(service, "manual", null, NOON)).toBeNull();
    expect(whyNotRenewal(someService({ renewal: MANUAL }), "manual", 12, NOON)?.kind).toBe("already-mode");
  });

  it("refuses a mode that OVHcloud does not offer, and every other reason first", () => {
    const renewal = { ...MANUAL, modes: ["manual"] as const };
    expect(whyNotRenewal(someService({ renewal }), "automatic", 12, NOON)).toEqual({
      kind: "mode-not-offered",
      mode: "automatic",
    });
    expect(whyNotRenewal(someService({ renewal, state: "unpaid" }), "automatic", 12, NOON)).toEqual({
      kind: "unpaid",
    });
  });
});

describe("possibilities", () => {
  it("lists every action once, with its reason", () => {
    const all = possibilities(someService(), NOON);
    expect(all.map(({ action }) => action)).toEqual(ACTIONS);
    expect(all.filter(({ whyNot: reason }) => reason === null).map(({ action }) => action)).toEqual([
      "terminate",
      "request-deletion",
      "set-renewal",
    ]);
  });
});
