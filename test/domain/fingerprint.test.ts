import { describe, expect, it } from "vitest";
import { fingerprint } from "../../src/domain/fingerprint.ts";
import type { LossFacts } from "../../src/domain/loss.ts";
import { NOON, type ServiceOverrides, someService } from "./some-service.ts";

const hosting = {
  kind: "hosting",
  domains: { kind: "read", value: ["a.example", "b.example"] },
  databases: {
    kind: "read",
    value: [
      { name: "one", sizeBytes: 1_234_567, newestDumpAt: { kind: "read", value: NOON } },
      { name: "two", sizeBytes: null, newestDumpAt: { kind: "unread" } },
    ],
  },
  diskUsedBytes: { kind: "read", value: 5_120_000_000 },
} as const satisfies LossFacts;

const of = (loss: LossFacts | null): string => fingerprint(someService(), loss);

describe("the service's part", () => {
  it("is a SHA-256 in hex, the same for the same facts in whatever order", () => {
    const service = someService();
    const backwards = Object.fromEntries(Object.entries(service).reverse());
    expect(fingerprint(service, null)).toMatch(/^[0-9a-f]{64}$/);
    expect(fingerprint({ ...service, ...backwards }, null)).toBe(fingerprint(service, null));
    const renewal = { ...service.renewal, modes: service.renewal.modes.toReversed() };
    expect(fingerprint({ ...service, renewal }, null)).toBe(fingerprint(service, null));
  });

  it.each<[string, ServiceOverrides]>([
    ["id", { id: 2, name: "site-1.example" }],
    ["name", { name: "other.example" }],
    ["displayName", { displayName: "Other" }],
    ["family", { family: "domain" }],
    ["product", { product: null }],
    ["plan", { plan: null }],
    ["state", { state: "unpaid" }],
    ["expiry", { expiresAt: NOON }],
    ["next billing", { nextBillingAt: NOON }],
    ["renewal", { renewal: { mode: "manual", periodMonths: 12, modes: ["automatic", "manual"] } }],
    ["period", { renewal: { mode: "automatic", periodMonths: 24, modes: ["automatic", "manual"] } }],
    ["commitment", { commitment: { endsAt: NOON } }],
    ["termination", { termination: { when: "at-expiry", at: NOON } }],
    ["price", { price: { ucents: 1, currency: "EUR" } }],
    ["currency", { price: { ucents: 299_000_000, currency: "USD" } }],
    ["parent", { parentId: someService({ id: 9 }).id }],
    ["rights", { rights: { administrator: false, billing: true } }],
    ["what is offered", { offersTermination: false }],
  ])("changes with its %s", (_, overrides) => {
    expect(fingerprint(someService(overrides), null)).not.toBe(fingerprint(someService(), null));
  });
});

describe("the loss's part", () => {
  it("does not depend on the order of names", () => {
    const domains = { kind: "read", value: ["b.example", "a.example"] } as const;
    const databases = { kind: "read", value: hosting.databases.value.toReversed() } as const;
    expect(of({ ...hosting, domains, databases })).toBe(of(hosting));
  });

  it("changes with a domain, a database, a dump, a size that shows, and what could not be read", () => {
    const others: LossFacts[] = [
      { ...hosting, domains: { kind: "read", value: ["a.example"] } },
      { ...hosting, domains: { kind: "unread" } },
      { ...hosting, databases: { kind: "read", value: hosting.databases.value.slice(1) } },
      {
        ...hosting,
        databases: {
          kind: "read",
          value: hosting.databases.value.map((one) => ({
            ...one,
            newestDumpAt: { kind: "read", value: null },
          })),
        },
      },
      { ...hosting, diskUsedBytes: { kind: "read", value: 5_200_000_000 } },
      {
        kind: "domain",
        zoneRecords: { kind: "read", value: 3 },
        mailAccounts: { kind: "read", value: null },
      },
      {
        kind: "domain",
        zoneRecords: { kind: "read", value: 4 },
        mailAccounts: { kind: "read", value: null },
      },
      {
        kind: "domain",
        zoneRecords: { kind: "read", value: null },
        mailAccounts: { kind: "read", value: null },
      },
      { kind: "domain", zoneRecords: { kind: "unread" }, mailAccounts: { kind: "read", value: null } },
      { kind: "general" },
    ];
    expect(new Set([null, hosting, ...others].map(of)).size).toBe(others.length + 2);
  });

  it("does not change when a log or a table grows by a line", () => {
    const [first, ...others] = hosting.databases.value;
    const databases = { kind: "read", value: [{ ...first, sizeBytes: 1_234_999 }, ...others] } as const;
    const diskUsedBytes = { kind: "read", value: 5_120_000_999 } as const;
    expect(of({ ...hosting, databases, diskUsedBytes })).toBe(of(hosting));
  });
});
