import { describe, expect, it } from "vitest";
import { DAY } from "../../src/domain/instant.ts";
import { sumByCurrency, upcoming } from "../../src/domain/upcoming.ts";
import { MANUAL, NOON, type ServiceOverrides, someService } from "./some-service.ts";

const within = (days: number, ...list: ServiceOverrides[]) =>
  upcoming(
    list.map((overrides, index) => someService({ id: index + 1, ...overrides })),
    NOON,
    days,
  );
const entries = (days: number, ...list: ServiceOverrides[]): readonly string[] =>
  within(days, ...list).entries.map(({ service, what }) => `${service.id} ${what}`);

describe("what is upcoming", () => {
  const soon = NOON + 5 * DAY;

  it.each<[string, ServiceOverrides]>([
    ["renews", {}],
    ["renews", { renewal: { ...MANUAL, mode: "forced" } }],
    ["expires", { renewal: MANUAL }],
    ["expires", { renewal: { ...MANUAL, mode: "one-shot" } }],
    ["is-deleted", { termination: { when: "at-expiry", at: soon } }],
    ["expires", { renewal: MANUAL, termination: { when: "at-expiry", at: soon } }],
    ["unpaid", { state: "unpaid" }],
  ])("%s: %j", (what, overrides) => {
    expect(entries(7, { expiresAt: soon, ...overrides })).toEqual([`1 ${what}`]);
  });

  it("holds the first and the last instant of the span and nothing outside it", () => {
    const instants = [NOON - 1, NOON, NOON + 7 * DAY, NOON + 7 * DAY + 1];
    expect(entries(7, ...instants.map((expiresAt) => ({ expiresAt })))).toEqual(["2 renews", "3 renews"]);
  });

  it("stands in order, with what is unpaid on top however long ago it expired", () => {
    const days = [5, 2, -30, 2];
    const list = days.map((day, index) => ({
      expiresAt: NOON + day * DAY,
      state: index === 2 ? ("unpaid" as const) : ("active" as const),
    }));
    expect(entries(7, ...list)).toEqual(["3 unpaid", "2 renews", "4 renews", "1 renews"]);
  });

  it("leaves out what is over", () => {
    expect(
      entries(7, { expiresAt: soon, state: "expired" }, { expiresAt: soon, state: "terminated" }),
    ).toEqual([]);
  });

  it("tells a commitment's end besides the renewal", () => {
    const commitment = { endsAt: NOON + 6 * DAY };
    expect(entries(7, { expiresAt: soon, commitment })).toEqual(["1 renews", "1 commitment-ends"]);
    expect(entries(7, { commitment })).toEqual(["1 commitment-ends"]);
  });

  it("goes by the next bill for what never expires", () => {
    expect(entries(7, { expiresAt: null, nextBillingAt: soon }, { expiresAt: null })).toEqual(["1 renews"]);
  });

  it("goes by the commitment's end for a termination at that end", () => {
    const termination = { when: "at-commitment-end", at: NOON + 90 * DAY } as const;
    expect(entries(7, { expiresAt: soon, termination })).toEqual([]);
    expect(entries(90, { expiresAt: soon, termination })).toEqual(["1 is-deleted"]);
  });
});

describe("the totals", () => {
  it("add up what renews, by currency, and count what has no known price", () => {
    const expiresAt = NOON + DAY;
    const { totals, unpriced } = within(
      7,
      { expiresAt, price: { ucents: 299_000_000, currency: "EUR" } },
      { expiresAt, price: { ucents: 1_000_000, currency: "USD" } },
      { expiresAt, price: { ucents: 101_000_000, currency: "EUR" } },
      { expiresAt, price: null },
      { expiresAt, price: { ucents: 5, currency: "EUR" }, renewal: MANUAL },
      { expiresAt, price: { ucents: 5, currency: "EUR" }, termination: { when: "at-expiry", at: expiresAt } },
      { expiresAt: NOON + 8 * DAY, price: { ucents: 5, currency: "EUR" } },
    );
    expect(totals).toEqual([
      { currency: "EUR", ucents: 400_000_000 },
      { currency: "USD", ucents: 1_000_000 },
    ]);
    expect(unpriced).toBe(1);
  });

  it("are none for nothing", () => {
    expect(sumByCurrency([])).toEqual([]);
  });
});
