import { describe, expect, it } from "vitest";
import type { Follow } from "../../src/domain/follow.ts";
import { DAY, HOUR, type Instant, MINUTE } from "../../src/domain/instant.ts";
import type { Service } from "../../src/domain/service.ts";
import { type Due, nextDue, plan } from "../../src/reminders/plan.ts";
import { timelineOf } from "../../src/reminders/timeline.ts";
import { MANUAL, NOON, type ServiceOverrides, someFollow, someService } from "../domain/some-service.ts";

interface Situation {
  readonly services?: readonly Service[];
  readonly follows?: readonly Follow[];
  readonly now?: Instant;
  readonly taken?: readonly string[];
  readonly since?: Instant;
}

function planned({
  services = [],
  follows = [someFollow()],
  now = NOON,
  taken = [],
  since,
}: Situation): readonly Due[] {
  const timeline = timelineOf(services);
  return plan({
    timeline,
    follows,
    now,
    zone: "UTC",
    taken: (key) => taken.includes(key),
    since: since ?? null,
  });
}

/** One service that ends after so many milliseconds, with whatever else. */
const ending = (left: number, overrides: ServiceOverrides = {}): readonly Service[] => [
  someService({ expiresAt: NOON + left, ...overrides }),
];
const pending = (left: number) => ({ termination: { when: "at-expiry", at: NOON + left } }) as const;
const kinds = (dues: readonly Due[]): readonly Due["kind"][] => dues.map(({ kind }) => kind);
const days = (count: number): Due["kind"] => ({ kind: "threshold", days: count });

describe("a threshold", () => {
  it.each([
    [30 * DAY + 1, []],
    [30 * DAY, [days(30)]],
    [14 * DAY + 1, [days(30)]],
    [14 * DAY, [days(14)]],
    [DAY, [days(1)]],
    [1, [days(1)]],
    [0, []],
    [-DAY, []],
  ])("%i ms before the expiry gives %j", (left, expected) => {
    expect(kinds(planned({ services: ending(left) }))).toEqual(expected);
  });

  it("is due once, and leaves the less urgent ones behind", () => {
    const [due] = planned({ services: ending(2 * DAY) });
    expect(due).toMatchObject({
      kind: days(3),
      dueAt: NOON - DAY,
      service: { id: 1 },
      follow: { id: "follow-1" },
    });
    expect(due?.also).toHaveLength(3);
    expect(planned({ services: ending(2 * DAY), taken: [due?.key ?? ""] })).toEqual([]);
  });

  it("is due again after a renewal, for the new expiry", () => {
    const [due] = planned({ services: ending(2 * DAY) });
    const renewed = planned({ services: ending(2 * DAY + MINUTE), taken: [due?.key ?? ""] });
    expect(kinds(renewed)).toEqual([days(3)]);
  });

  it("is due for automatic and for manual renewal", () => {
    expect(planned({ services: ending(DAY) })).toHaveLength(1);
    expect(planned({ services: ending(DAY, { renewal: MANUAL }) })).toHaveLength(1);
  });

  it("is not due for what never expires, is being created, or is over", () => {
    const services = [
      someService({ id: 1, expiresAt: null }),
      someService({ id: 2, expiresAt: NOON + DAY, state: "creating" }),
      someService({ id: 3, expiresAt: NOON + DAY, state: "terminated" }),
    ];
    expect(planned({ services })).toEqual([]);
  });

  it("keeps its key until the expiry has passed", () => {
    const [due] = planned({ services: ending(DAY) });
    expect(due?.keepUntil).toBeGreaterThan(NOON + DAY);
  });

  it("does not come back because a termination names an instant some hours apart", () => {
    const taken = planned({ services: ending(6 * DAY) }).map(({ key }) => key);
    const terminated = ending(6 * DAY, { termination: { when: "at-expiry", at: NOON + 6 * DAY - 5 * HOUR } });
    expect(planned({ services: terminated, taken })).toEqual([]);
  });
});

describe("a pending termination", () => {
  it.each([
    [72 * HOUR + 1, days(7)],
    [72 * HOUR, { kind: "last-call", hours: 72 }],
    [48 * HOUR + 1, { kind: "last-call", hours: 72 }],
    [48 * HOUR, { kind: "last-call", hours: 48 }],
    [24 * HOUR + 1, { kind: "last-call", hours: 48 }],
    [24 * HOUR, days(1)],
  ])("%i ms before its end gives %j alone", (left, expected) => {
    expect(kinds(planned({ services: ending(left, pending(left)) }))).toEqual([expected]);
  });

  it("gets its last call even when it was asked for after the three-day reminder", () => {
    const taken = planned({ services: ending(60 * HOUR) }).map(({ key }) => key);
    const dues = planned({ services: ending(60 * HOUR, pending(60 * HOUR)), taken });
    expect(kinds(dues)).toEqual([{ kind: "last-call", hours: 72 }]);
  });

  it("gets its last call in a channel with other thresholds", () => {
    const follows = [someFollow({ thresholds: [30] })];
    expect(kinds(planned({ services: ending(40 * HOUR, pending(40 * HOUR)), follows }))).toEqual([
      { kind: "last-call", hours: 48 },
    ]);
  });

  it("gets no last call after it was taken back", () => {
    const taken = planned({ services: ending(71 * HOUR) }).map(({ key }) => key);
    expect(planned({ services: ending(70 * HOUR), taken: taken.map((key) => key) })).toHaveLength(1);
    expect(planned({ services: ending(71 * HOUR), taken })).toEqual([]);
  });

  it("counts to the commitment's end when that is when it ends", () => {
    const services = ending(5 * DAY, { termination: { when: "at-commitment-end", at: NOON + 50 * HOUR } });
    expect(planned({ services })[0]).toMatchObject({
      kind: { kind: "last-call", hours: 72 },
      dueAt: NOON - 22 * HOUR,
    });
  });

  it("is none where manual renewal only reads like one", () => {
    const services = ending(40 * HOUR, { ...pending(40 * HOUR), renewal: MANUAL });
    expect(kinds(planned({ services }))).toEqual([days(3)]);
  });
});

describe("expired and unpaid", () => {
  it("are told once for each expiry", () => {
    for (const state of ["expired", "unpaid"] as const) {
      const services = ending(-3 * DAY, { state });
      const [due] = planned({ services });
      expect(due?.kind).toEqual({ kind: state });
      expect(planned({ services, taken: [due?.key ?? ""] })).toEqual([]);
      expect(kinds(planned({ services: ending(-2 * DAY, { state }), taken: [due?.key ?? ""] }))).toEqual([
        { kind: state },
      ]);
    }
  });

  it("are told without an expiry too", () => {
    expect(kinds(planned({ services: [someService({ expiresAt: null, state: "unpaid" })] }))).toEqual([
      { kind: "unpaid" },
    ]);
  });

  it("unpaid stands for the thresholds that have passed, and those to come still come", () => {
    const [due] = planned({ services: ending(10 * DAY, { state: "unpaid" }) });
    expect(due?.kind).toEqual({ kind: "unpaid" });
    const taken = [due?.key ?? "", ...(due?.also ?? [])];
    expect(planned({ services: ending(10 * DAY, { state: "unpaid" }), taken })).toEqual([]);
    const later = { services: ending(10 * DAY, { state: "unpaid" }), taken, now: NOON + 3 * DAY };
    expect(kinds(planned(later))).toEqual([days(7)]);
  });

  it("expired is not followed by a threshold", () => {
    const services = ending(DAY, { state: "expired" });
    const [due] = planned({ services });
    expect(planned({ services, taken: [due?.key ?? ""] })).toEqual([]);
  });
});

describe("follows", () => {
  it("remind of what their filter shows", () => {
    const services = [...ending(DAY), ...ending(DAY, { id: 2, family: "domain" })];
    const follows = [someFollow({ query: "t:domain" })];
    expect(planned({ services, follows }).map(({ service }) => service.id)).toEqual([2]);
  });

  it("remind each channel", () => {
    const follows = [someFollow(), someFollow({ id: "b", channel: { platform: "discord", id: "C1" } })];
    const dues = planned({ services: ending(DAY), follows });
    expect(dues.map(({ follow }) => follow.id)).toEqual(["follow-1", "b"]);
    expect(new Set(dues.map(({ key }) => key)).size).toBe(2);
  });

  it("of one channel remind together: the most urgent threshold of them all, once", () => {
    const follows = [
      someFollow({ thresholds: [30] }),
      someFollow({ id: "b", query: "t:hosting", thresholds: [7] }),
    ];
    const dues = planned({ services: ending(6 * DAY), follows });
    expect(dues.map(({ follow, kind }) => [follow.id, kind])).toEqual([["b", days(7)]]);
    expect(planned({ services: ending(6 * DAY), follows, taken: dues.map(({ key }) => key) })).toEqual([]);
  });

  it("that begin inside a threshold get the most urgent one alone", () => {
    expect(kinds(planned({ services: ending(5 * DAY), follows: [someFollow({ since: NOON })] }))).toEqual([
      days(7),
    ]);
  });

  it("with new thresholds do not bring back what another one stood for", () => {
    const [due] = planned({ services: ending(6 * DAY) });
    const taken = [due?.key ?? "", ...(due?.also ?? [])];
    expect(
      planned({ services: ending(6 * DAY), follows: [someFollow({ thresholds: [30, 14] })], taken }),
    ).toEqual([]);
  });

  it("show everything when their filter cannot be read any more", () => {
    expect(planned({ services: ending(DAY), follows: [someFollow({ query: "colour:red" })] })).toHaveLength(
      1,
    );
  });

  it("are needed for anything to be due", () => {
    expect(planned({ services: ending(DAY), follows: [] })).toEqual([]);
    expect(nextDue({ timeline: timelineOf(ending(DAY)), follows: [], now: NOON })).toBeNull();
  });
});

describe("the order", () => {
  it("begins with what has expired, then what ends first", () => {
    const services = [5, 1, 3].map((left, index) =>
      someService({ id: index + 1, expiresAt: NOON + left * DAY }),
    );
    const expired = someService({ id: 9, expiresAt: NOON - DAY, state: "expired" });
    expect(planned({ services: [...services, expired] }).map(({ service }) => service.id)).toEqual([
      9, 2, 3, 1,
    ]);
  });
});

describe("the next instant", () => {
  const next = (services: readonly Service[], follows = [someFollow()]): Instant | null =>
    nextDue({ timeline: timelineOf(services), follows, now: NOON });

  it("is that of the first threshold to come", () => {
    expect(next(ending(40 * DAY))).toBe(NOON + 10 * DAY);
    expect(next(ending(30 * DAY))).toBe(NOON + 16 * DAY);
    expect(next([...ending(40 * DAY), ...ending(8 * DAY, { id: 2 })])).toBe(NOON + DAY);
  });

  it("is none when nothing will come", () => {
    expect(next([])).toBeNull();
    expect(next(ending(DAY))).toBeNull();
  });

  it("finds what became due since, without the rest", () => {
    const services = [...ending(5 * DAY), ...ending(7 * DAY, { id: 2 })];
    expect(planned({ services, since: NOON - MINUTE }).map(({ service }) => service.id)).toEqual([2]);
    expect(planned({ services, since: NOON })).toEqual([]);
  });
});
