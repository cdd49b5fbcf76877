import { describe, expect, it } from "vitest";
import { type ClockMember, createSandboxClock, type SandboxClock } from "../../sandbox/clock.ts";
import type { Instant } from "../../src/domain/instant.ts";

const START = 1_000_000;
const frozen = (): SandboxClock => createSandboxClock({ start: START, frozen: true });

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Somebody with a list of instants at which they wake, who notes what they hear. */
function sleeper(wakes: readonly Instant[] = []): ClockMember & { readonly heard: Instant[] } {
  const heard: Instant[] = [];
  let left = wakes;
  return {
    heard,
    next: () => left[0] ?? null,
    async moved(now) {
      heard.push(now);
      left = left.filter((when) => when > now);
    },
    settled: async () => {},
    activity: () => 0,
  };
}

describe("a frozen clock", () => {
  it("stands still until it is moved", async () => {
    const clock = frozen();
    for (let count = 0; count < 50; count++) await turn();
    expect(clock.now()).toBe(START);
    await clock.advance(250);
    expect(clock.now()).toBe(START + 250);
    await clock.advanceTo(START + 1000);
    expect(clock.now()).toBe(START + 1000);
  });

  it("wakes each at its own instant, in order, and those of one instant as they asked", async () => {
    const clock = frozen();
    const woken: (readonly [string, Instant])[] = [];
    const note = (name: string) => (): void => void woken.push([name, clock.now()]);
    clock.at(START + 300, note("late"));
    clock.at(START + 100, note("first of two"));
    clock.at(START + 100, note("second of two"));
    clock.at(START + 900, note("not yet"));
    await clock.advance(500);
    expect(woken).toEqual([
      ["first of two", START + 100],
      ["second of two", START + 100],
      ["late", START + 300],
    ]);
  });

  it("wakes what asks on the way, too", async () => {
    const clock = frozen();
    const woken: Instant[] = [];
    const again = (): void => {
      woken.push(clock.now());
      if (woken.length < 3) clock.at(clock.now() + 100, again);
    };
    clock.at(START + 100, again);
    await clock.advance(1000);
    expect(woken).toEqual([START + 100, START + 200, START + 300]);
  });

  it("wakes at once what asks for a moment that has passed", async () => {
    const clock = frozen();
    await new Promise<void>((resolve) => clock.at(START - 1, resolve));
    expect(clock.now()).toBe(START);
  });

  it("wakes nobody who took it back, and nobody once it has stopped", async () => {
    const clock = frozen();
    const woken: string[] = [];
    clock.at(START + 1, () => woken.push("taken back"))();
    clock.at(START + 2, () => woken.push("dropped"));
    clock.stop();
    await clock.advance(10);
    expect(woken).toEqual([]);
    expect(clock.next()).toBeNull();
  });

  it("never runs backwards", async () => {
    const clock = frozen();
    await expect(clock.advanceTo(START - 1)).rejects.toThrow("time never runs backwards");
    expect(clock.now()).toBe(START);
  });
});

describe("those who live by it", () => {
  it("are told each moment at which something wakes, theirs or another's, and where it ends", async () => {
    const clock = frozen();
    const member = sleeper([START + 200, START + 400]);
    clock.join(member);
    clock.at(START + 300, () => {});
    await clock.advance(1000);
    expect(member.heard).toEqual([START + 200, START + 300, START + 400, START + 1000]);
  });

  it("wake in one order with what waits here", async () => {
    const clock = frozen();
    const order: string[] = [];
    clock.join({
      ...sleeper(),
      next: () => (order.includes("there") ? null : START + 200),
      moved: async (now) => void (now >= START + 200 && !order.includes("there") && order.push("there")),
    });
    clock.at(START + 100, () => order.push("before"));
    clock.at(START + 300, () => order.push("after"));
    await clock.advance(1000);
    expect(order).toEqual(["before", "there", "after"]);
  });

  it("count for what wakes next", () => {
    const clock = frozen();
    expect(clock.next()).toBeNull();
    const leave = clock.join(sleeper([START + 200]));
    expect(clock.next()).toBe(START + 200);
    clock.at(START + 500, () => {});
    expect(clock.next()).toBe(START + 200);
    clock.join(sleeper([START + 100]));
    expect(clock.next()).toBe(START + 100);
    leave();
    expect(clock.next()).toBe(START + 100);
  });

  it("are forgotten when they leave, in the middle of a jump too", async () => {
    const clock = frozen();
    const member = sleeper([START + 100, START + 800]);
    const leave = clock.join(member);
    clock.at(START + 500, leave);
    await clock.advance(1000);
    expect(member.heard).toEqual([START + 100]);
    expect(clock.next()).toBeNull();
  });

  it("have woken before time moves on", async () => {
    const clock = frozen();
    let awake = false;
    clock.join({
      ...sleeper(),
      next: () => (awake ? null : START + 100),
      async moved(now) {
        if (now < START + 100) return;
        for (let count = 0; count < 30; count++) await turn();
        awake = true;
      },
    });
    let atNext: boolean | null = null;
    clock.at(START + 101, () => {
      atNext = awake;
    });
    await clock.advance(200);
    expect(atNext).toBe(true);
  });

  it("are waited for while they settle", async () => {
    const clock = frozen();
    let settle = (): void => {};
    const settled = new Promise<void>((resolve) => {
      settle = resolve;
    });
    clock.join({ ...sleeper(), settled: () => settled });
    const jump = clock.advance(1000);
    for (let count = 0; count < 100; count++) await turn();
    expect(clock.now()).toBe(START);
    settle();
    await jump;
    expect(clock.now()).toBe(START + 1000);
  });

  it("are waited for as long as they are active", async () => {
    const clock = frozen();
    let activity = 0;
    const until = 300;
    clock.join({ ...sleeper(), activity: () => activity });
    const busy = async (): Promise<void> => {
      for (; activity < until; activity++) for (let turns = 0; turns < 10; turns++) await turn();
    };
    const [, seen] = await Promise.all([busy(), clock.advance(1000).then(() => activity)]);
    expect(seen).toBe(until);
  });

  it("may act on what they wrote before time moves on", async () => {
    const clock = frozen();
    let bytes = 0;
    // What was written is answered a moment after it is at rest; then the next thing is written.
    const answer = async (): Promise<void> => {
      for (let turns = 0; turns < 5; turns++) await turn();
      if (bytes < 3) bytes++;
    };
    clock.join({
      ...sleeper(),
      activity: () => bytes,
      settled: async () => {
        await turn();
        void answer();
      },
    });
    const jump = clock.advance(1000);
    while (clock.now() === START) await turn();
    expect(bytes).toBe(3);
    await jump;
  });

  it("have a moment to begin what they were woken for", async () => {
    const clock = frozen();
    let state: "asleep" | "writing" | "done" = "asleep";
    const write = async (): Promise<void> => {
      for (let turns = 0; turns < 5; turns++) await turn();
      state = "writing";
      for (let turns = 0; turns < 100; turns++) await turn();
      state = "done";
    };
    clock.join({
      ...sleeper(),
      settled: async () => {
        while (state === "writing") await turn();
      },
    });
    clock.at(START + 100, () => void write());
    let atNext = "";
    clock.at(START + 101, () => {
      atNext = state;
    });
    await clock.advance(200);
    expect(atNext).toBe("done");
  });

  it("do not hold time up for ever, as heartbeats would", async () => {
    const clock = frozen();
    let beats = 0;
    clock.join({ ...sleeper(), activity: () => ++beats });
    await clock.advance(1000);
    expect(clock.now()).toBe(START + 1000);
  });
});

describe("a flowing clock", () => {
  const flowing = (): SandboxClock => createSandboxClock({ start: START });
  const wait = (clock: SandboxClock, ms: number): Promise<void> =>
    new Promise((resolve) => clock.at(clock.now() + ms, resolve));

  it("runs with the machine, and wakes when it is time", async () => {
    const clock = flowing();
    const before = performance.now();
    await wait(clock, 20);
    expect(clock.now()).toBeGreaterThanOrEqual(START + 20);
    expect(performance.now() - before).toBeGreaterThanOrEqual(19);
    clock.stop();
  });

  it("jumps, and flows on from there", async () => {
    const clock = flowing();
    const member = sleeper();
    clock.join(member);
    const woken: Instant[] = [];
    clock.at(START + 3_600_000, () => woken.push(clock.now()));
    await clock.advance(86_400_000);
    expect(woken).toHaveLength(1);
    expect(woken[0]).toBeLessThan(START + 3_660_000);
    expect(clock.now()).toBeGreaterThanOrEqual(START + 86_400_000);
    expect(clock.now()).toBeLessThan(START + 86_460_000);
    expect(member.heard.at(-1)).toBeGreaterThanOrEqual(START + 86_400_000);
    const after = clock.now();
    await wait(clock, 5);
    expect(clock.now()).toBeGreaterThanOrEqual(after + 5);
    clock.stop();
  });

  it("wakes on time after a jump what had asked before it", async () => {
    const clock = flowing();
    const woken = new Promise<void>((resolve) => clock.at(START + 3_600_020, resolve));
    await clock.advanceTo(START + 3_600_000);
    await woken;
    expect(clock.now()).toBeLessThan(START + 3_660_000);
    clock.stop();
  });

  it("wakes what lies further off than a timer reaches only when it is reached", async () => {
    const clock = flowing();
    let woken = false;
    const far = START + 2 ** 31 + 5000;
    clock.at(far, () => {
      woken = true;
    });
    await wait(clock, 5);
    expect(woken).toBe(false);
    await clock.advanceTo(far);
    expect(woken).toBe(true);
    clock.stop();
  });
});
