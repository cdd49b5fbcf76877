import { describe, expect, it } from "vitest";
import { DAY, HOUR } from "../../src/domain/instant.ts";
import type { LossFacts } from "../../src/domain/loss.ts";
import { type LosingChange, type LossLine, lossStatement } from "../../src/domain/loss-statement.ts";
import { retentionDays } from "../../src/domain/retention.ts";
import { FAMILIES } from "../../src/domain/service.ts";
import { NOON, type ServiceOverrides, someService } from "./some-service.ts";

const END = NOON + 100 * DAY;
const HOSTING = {
  kind: "hosting",
  domains: { kind: "read", value: ["a.example"] },
  databases: { kind: "unread" },
  diskUsedBytes: { kind: "read", value: 7 },
} as const satisfies LossFacts;
const DOMAIN = {
  kind: "domain",
  zoneRecords: { kind: "read", value: 12 },
  mailAccounts: { kind: "unread" },
} as const satisfies LossFacts;

function say(change: LosingChange, overrides: ServiceOverrides, facts: LossFacts): readonly LossLine[] {
  return lossStatement(change, someService(overrides), facts, NOON);
}
const kinds = (lines: readonly LossLine[]): readonly string[] => lines.map(({ kind }) => kind);

describe("terminating a web hosting", () => {
  const lines = say("terminate", {}, HOSTING);

  it("says when it ends, what goes, until when it can be taken back, and that nothing brings it back then", () => {
    expect(lines).toEqual([
      { kind: "ends", at: END },
      { kind: "data-deleted", family: "hosting", at: END },
      { kind: "domains", domains: HOSTING.domains },
      { kind: "databases", databases: { kind: "unread" } },
      { kind: "disk", usedBytes: HOSTING.diskUsedBytes },
      { kind: "retention", family: "hosting", days: { from: 45, to: 45 } },
      { kind: "no-refund", paidUntil: END },
      { kind: "until", cutOff: END - DAY },
      { kind: "irreversible", from: END - DAY },
    ]);
  });

  it("promises no way back when the cut-off has passed", () => {
    const late = say("terminate", { expiresAt: NOON + 23 * HOUR }, HOSTING);
    expect(kinds(late)).not.toContain("until");
    expect(late.at(-1)).toEqual({ kind: "irreversible", from: null });
  });
});

describe("terminating a domain", () => {
  it("says that the name can be taken by anybody, and what happens to its zone and mail", () => {
    const lines = say("terminate", { family: "domain", name: "example.com" }, DOMAIN);
    expect(lines).toContainEqual({ kind: "could-be-taken", name: "example.com" });
    expect(lines).toContainEqual({ kind: "zone", name: "example.com", records: DOMAIN.zoneRecords });
    expect(lines).toContainEqual({ kind: "mail", name: "example.com", accounts: { kind: "unread" } });
    expect(lines).toContainEqual({ kind: "retention", family: "domain", days: { from: 45, to: 60 } });
  });
});

describe("deleting a web hosting now", () => {
  const lines = say("request-deletion", {}, HOSTING);

  it("says that it is at once, for good, and that nothing of what was paid comes back", () => {
    expect(lines[0]).toEqual({ kind: "ends-at-once" });
    expect(lines).toContainEqual({ kind: "data-deleted", family: "hosting", at: null });
    expect(lines).toContainEqual({ kind: "no-refund", paidUntil: END });
    expect(lines.at(-1)).toEqual({ kind: "irreversible", from: null });
  });

  it("never speaks of a way back", () => {
    expect(kinds(lines)).not.toContain("until");
    expect(kinds(lines)).not.toContain("switch-back");
  });
});

describe("switching to manual renewal", () => {
  it("says when the service lapses without a payment, and until when one can switch back", () => {
    const lines = say("set-renewal-manual", { family: "domain", name: "example.com" }, DOMAIN);
    expect(lines[0]).toEqual({ kind: "lapses", at: END });
    expect(lines.at(-1)).toEqual({ kind: "switch-back", until: END });
    expect(kinds(lines)).toContain("could-be-taken");
    expect(kinds(lines)).not.toContain("irreversible");
  });
});

describe("every statement", () => {
  const changes: LosingChange[] = ["terminate", "request-deletion", "set-renewal-manual"];

  it.each(changes)("of %s holds every fact that was asked for, read or not", (change) => {
    expect(kinds(say(change, {}, HOSTING))).toEqual(expect.arrayContaining(["domains", "databases", "disk"]));
    expect(kinds(say(change, { family: "domain" }, DOMAIN))).toEqual(
      expect.arrayContaining(["zone", "mail"]),
    );
  });

  it.each(FAMILIES)(
    "says of a terminated %s that its data goes, for how long it is kept, and that it is for good",
    (family) => {
      const lines = say("terminate", { family }, { kind: "general" });
      expect(kinds(lines)).toEqual(expect.arrayContaining(["data-deleted", "retention", "irreversible"]));
    },
  );

  it("holds for a service without a date too", () => {
    for (const change of changes) {
      expect(say(change, { expiresAt: null }, { kind: "general" }).length).toBeGreaterThan(2);
    }
  });
});

it("knows how long OVHcloud keeps the data of the families that its guide names", () => {
  const known = FAMILIES.filter((family) => retentionDays(family) !== null);
  expect(known).toEqual(["domain", "hosting", "database", "vps", "public-cloud", "mxplan"]);
});
