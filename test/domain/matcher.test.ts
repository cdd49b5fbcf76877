import { describe, expect, it } from "vitest";
import { DAY, HOUR } from "../../src/domain/instant.ts";
import { matcher } from "../../src/domain/matcher.ts";
import { parseQuery } from "../../src/domain/parse-query.ts";
import { MANUAL, NOON, type ServiceOverrides, someService } from "./some-service.ts";

function shows(text: string, overrides: ServiceOverrides, zone = "UTC"): boolean {
  const parsed = parseQuery(text);
  if (parsed.kind === "problem") throw new Error(JSON.stringify(parsed.problem));
  return matcher(parsed.query, { now: NOON, zone })(someService(overrides));
}

describe("search words", () => {
  const cafe = { id: 4711, name: "cafe-1.example", displayName: "Café d’Été", product: "Web hosting Pro" };

  it.each(["", "café", "CAFE", "ete", "cafe-1", "hosting", "pro", "4711", "#4711", "cafe pro"])(
    "find by %j",
    (text) => {
      expect(shows(text, cafe)).toBe(true);
    },
  );

  it.each(["471", "47110", "cafe shop", "café.d"])("do not find by %j", (text) => {
    expect(shows(text, cafe)).toBe(false);
  });

  it("do not run from one name into the other", () => {
    expect(shows('"b a"', { displayName: "a b", name: "a" })).toBe(false);
  });
});

describe("filters", () => {
  it("choose by family, state and renewal", () => {
    expect(shows("type:hosting", {})).toBe(true);
    expect(shows("type:domain", {})).toBe(false);
    expect(shows("state:unpaid", { state: "unpaid" })).toBe(true);
    expect(shows("renewal:manual", { renewal: MANUAL })).toBe(true);
    expect(shows("renewal:manual", {})).toBe(false);
  });

  it("tell what ends from what is simply active", () => {
    const ending = { termination: { when: "at-expiry", at: NOON + DAY } } as const;
    expect(shows("state:terminating", ending)).toBe(true);
    expect(shows("state:active", ending)).toBe(false);
    expect(shows("state:active", {})).toBe(true);
    expect(shows("state:terminating", {})).toBe(false);
  });

  it("must all hold", () => {
    expect(shows("site type:hosting state:active", {})).toBe(true);
    expect(shows("other type:hosting state:active", {})).toBe(false);
  });
});

describe("the expiry filter", () => {
  const dayEnd = Date.UTC(2026, 10, 23);

  it.each([
    ["expires:0d", dayEnd - 1, true],
    ["expires:0d", dayEnd, false],
    ["expires:0d", Date.UTC(2026, 10, 22), true],
    ["expires:30d", dayEnd + 30 * DAY - 1, true],
    ["expires:30d", dayEnd + 30 * DAY, false],
    ["expires:30d", NOON - DAY, false],
    ["expires:2026-12-31", Date.UTC(2026, 11, 31, 23), true],
    ["expires:2026-12-31", Date.UTC(2027, 0, 1), false],
    ["expires:<2026-12-31", Date.UTC(2026, 11, 31), false],
    ["expires:<2026-12-31", Date.UTC(2020, 0, 1), true],
    ["expires:>2026-12-31", Date.UTC(2026, 11, 31, 23), false],
    ["expires:>2026-12-31", Date.UTC(2027, 0, 1), true],
  ])("%s with an expiry at %i is %s", (text, expiresAt, expected) => {
    expect(shows(text, { expiresAt })).toBe(expected);
  });

  it("never shows what does not expire", () => {
    expect(shows("expires:>0d", { expiresAt: null })).toBe(false);
  });

  it("goes by the days of the zone, also where a clock change makes one of them longer", () => {
    const late = Date.UTC(2026, 11, 31, 23, 30);
    expect(shows("expires:2026-12-31", { expiresAt: late }, "UTC")).toBe(true);
    expect(shows("expires:2026-12-31", { expiresAt: late }, "Europe/Paris")).toBe(false);
    expect(shows("expires:2026-12-31", { expiresAt: late + 4 * HOUR }, "America/Montreal")).toBe(true);
    // Paris goes from +01:00 to +02:00 on 28 March 2027.
    const lastHour = Date.UTC(2027, 2, 28, 21, 59);
    expect(shows("expires:2027-03-28", { expiresAt: lastHour }, "Europe/Paris")).toBe(true);
    expect(shows("expires:2027-03-28", { expiresAt: lastHour + 60_000 }, "Europe/Paris")).toBe(false);
  });
});
