import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Follow } from "../../src/domain/follow.ts";
import { DAY, HOUR, type Instant } from "../../src/domain/instant.ts";
import type { Service } from "../../src/domain/service.ts";
import { type Due, LAST_CALLS, nextDue, plan } from "../../src/reminders/plan.ts";
import { timelineOf } from "../../src/reminders/timeline.ts";
import { AUTOMATIC, MANUAL, NOON, someFollow, someService } from "../domain/some-service.ts";

const services: fc.Arbitrary<readonly Service[]> = fc
  .array(
    fc.record({
      left: fc.integer({ min: -2 * 24, max: 45 * 24 }),
      state: fc.constantFrom("active", "unpaid", "expired", "suspended", "terminated"),
      manual: fc.boolean(),
      pending: fc.boolean(),
    }),
    { maxLength: 8 },
  )
  .map((list) =>
    list.map(({ left, state, manual, pending }, index) => {
      const expiresAt = NOON + left * HOUR;
      const termination = pending ? ({ when: "at-expiry", at: expiresAt } as const) : null;
      return someService({
        id: index + 1,
        expiresAt,
        state,
        renewal: manual ? MANUAL : AUTOMATIC,
        termination,
      });
    }),
  );
const thresholds = fc.uniqueArray(fc.constantFrom(30, 14, 7, 3, 2, 1), { minLength: 1 });
const follows: fc.Arbitrary<readonly Follow[]> = fc
  .array(
    fc.record({
      channel: fc.constantFrom("C1", "C2"),
      thresholds,
      query: fc.constantFrom("", "r:manual", "s:active"),
    }),
    { maxLength: 3 },
  )
  .map((list) =>
    list.map(({ channel, ...rest }, index) =>
      someFollow({ id: `${index}`, ...rest, channel: { platform: "slack", id: channel } }),
    ),
  );
const looks = fc
  .array(fc.integer({ min: 0, max: 50 * 24 }), { minLength: 1, maxLength: 12 })
  .map((hours) => hours.map((hour) => NOON + hour * HOUR).sort());

/** Posts everything at each look, as the runner does. */
function live(
  list: readonly Service[],
  following: readonly Follow[],
  instants: readonly Instant[],
): readonly (Due & { at: Instant })[] {
  const timeline = timelineOf(list);
  const taken = new Set<string>();
  return instants.flatMap((now) => {
    const dues = plan({ timeline, follows: following, now, zone: "UTC", taken: (key) => taken.has(key) });
    for (const { key, also } of dues) for (const one of [key, ...also]) taken.add(one);
    return dues.map((due) => ({ ...due, at: now }));
  });
}

describe("over any time", () => {
  it("nothing is reminded of twice", () => {
    fc.assert(
      fc.property(services, follows, looks, (list, following, instants) => {
        const keys = live(list, following, instants).map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  it("a channel gets at most one reminder of a service at a look, and never a less urgent one afterwards", () => {
    fc.assert(
      fc.property(services, follows, looks, (list, following, instants) => {
        const last = new Map<string, Due & { at: Instant }>();
        for (const due of live(list, following, instants)) {
          const pair = `${due.service.id} ${due.follow.channel.id}`;
          const before = last.get(pair);
          if (before) expect(due.at).toBeGreaterThan(before.at);
          if (before && before.kind.kind !== "unpaid") expect(due.dueAt).toBeGreaterThanOrEqual(before.dueAt);
          last.set(pair, due);
        }
      }),
    );
  });

  it("nothing is missed when the bot is always there", () => {
    fc.assert(
      fc.property(services, thresholds, (list, days) => {
        const following = [someFollow({ thresholds: days })];
        const end = NOON + 50 * DAY;
        const instants: Instant[] = [NOON];
        for (let now: Instant | null = NOON; now !== null && now < end; ) {
          now = nextDue({ timeline: timelineOf(list), follows: following, now });
          if (now !== null) instants.push(now);
        }
        const posted = live(list, following, instants);
        for (const service of list) {
          if (service.state === "terminated" || service.state === "expired" || service.expiresAt === null)
            continue;
          const expiry = service.expiresAt;
          const calls = service.termination && service.renewal.mode === "automatic" ? LAST_CALLS : [];
          const offsets = new Set([...days.map((day) => day * DAY), ...calls.map((hours) => hours * HOUR)]);
          const toCome = [...offsets]
            .filter((offset) => expiry - offset > NOON)
            .map((offset) => expiry - offset);
          const dueAts = posted.filter((due) => due.service.id === service.id).map(({ dueAt }) => dueAt);
          expect(dueAts).toEqual(expect.arrayContaining(toCome));
        }
      }),
    );
  });

  it("a look at what became due since the last one finds what a look at everything does", () => {
    fc.assert(
      fc.property(services, follows, looks, (list, following, instants) => {
        const timeline = timelineOf(list);
        const taken = new Set<string>();
        let since: Instant | null = null;
        for (const now of instants) {
          const all = plan({
            timeline,
            follows: following,
            now,
            zone: "UTC",
            taken: (key) => taken.has(key),
          });
          const some = plan({
            timeline,
            follows: following,
            now,
            zone: "UTC",
            taken: (key) => taken.has(key),
            since,
          });
          expect(some.map(({ key }) => key).sort()).toEqual(all.map(({ key }) => key).sort());
          for (const { key, also } of all) for (const one of [key, ...also]) taken.add(one);
          since = now;
        }
      }),
    );
  });
});
