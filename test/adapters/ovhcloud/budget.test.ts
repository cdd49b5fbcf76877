import { beforeEach, describe, expect, it } from "vitest";
import { type Budget, createBudget, type Urgency } from "../../../adapters/ovhcloud/budget.ts";
import { createSandboxClock, type SandboxClock } from "../../../sandbox/clock.ts";
import { MINUTE, SECOND } from "../../../src/domain/instant.ts";

const START = Date.parse("2026-11-22T12:00:00Z");
let clock: SandboxClock;
let budget: Budget;
let begun: string[];

beforeEach(() => {
  clock = createSandboxClock({ start: START, frozen: true });
  budget = createBudget(clock, 60);
  begun = [];
});

const enter = (urgency: Urgency, name: string = urgency, signal = new AbortController().signal) =>
  budget.enter(urgency, signal).then(() => {
    begun.push(name);
  });

function enterMany(urgency: Urgency, count: number): void {
  for (let turn = 0; turn < count; turn++) void enter(urgency);
}

describe("the budget of calls", () => {
  it("lets 60 begin in any minute, and the next when the first is a minute old", async () => {
    enterMany("person", 61);
    await clock.advance(MINUTE - 1);
    expect(begun).toHaveLength(60);
    await clock.advance(1);
    expect(begun).toHaveLength(61);
  });

  it("never lets more than 60 begin within any minute", async () => {
    const at: number[] = [];
    for (let turn = 0; turn < 200; turn++)
      void budget.enter("person", new AbortController().signal).then(() => at.push(clock.now()));
    await clock.advance(0);
    await clock.advance(7 * SECOND);
    await clock.advance(5 * MINUTE);
    expect(at).toHaveLength(200);
    for (const [index, when] of at.entries()) {
      const sixtiethAfter = at[index + 60];
      if (sixtiethAfter !== undefined) expect(sixtiethAfter - when).toBeGreaterThanOrEqual(MINUTE);
    }
  });

  it("keeps ten places of each minute for people", async () => {
    enterMany("background", 100);
    await clock.advance(0);
    expect(begun).toHaveLength(50);
    enterMany("person", 10);
    await clock.advance(0);
    expect(begun).toHaveLength(60);
  });

  it("lets a waiting person in before background work that came earlier", async () => {
    enterMany("person", 60);
    await clock.advance(0);
    begun = [];
    void enter("background", "refresh");
    void enter("person", "Alice");
    await clock.advance(MINUTE);
    expect(begun).toEqual(["Alice", "refresh"]);
  });

  it("gives the place of one who left to the next", async () => {
    enterMany("person", 60);
    const leaving = new AbortController();
    const left = enter("person", "Bruno", leaving.signal);
    void enter("person", "Chloé");
    leaving.abort(new Error("gone"));
    await expect(left).rejects.toThrow("gone");
    await clock.advance(MINUTE);
    expect(begun).toContain("Chloé");
    expect(begun).not.toContain("Bruno");
  });

  it("turns away at once whoever has already left", async () => {
    await expect(enter("person", "Bruno", AbortSignal.abort(new Error("gone")))).rejects.toThrow("gone");
    expect(begun).toEqual([]);
  });

  it("lets nobody in while OVHcloud asks to wait", async () => {
    budget.hold(START + 5 * SECOND);
    void enter("person");
    await clock.advance(5 * SECOND - 1);
    expect(begun).toEqual([]);
    await clock.advance(1);
    expect(begun).toEqual(["person"]);
  });
});
