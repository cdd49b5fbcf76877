import { describe, expect, it } from "vitest";
import { createSandboxClock } from "../sandbox/clock.ts";
import { createScopedClock } from "../src/scoped-clock.ts";

describe("a scoped clock", () => {
  const open = () => {
    const outer = createSandboxClock({ start: 1000, frozen: true });
    const woken: string[] = [];
    return {
      outer,
      scoped: createScopedClock(outer),
      woken,
      wake: (name: string) => () => void woken.push(name),
    };
  };

  it("tells the time and wakes as the clock under it does", async () => {
    const { outer, scoped, woken, wake } = open();
    scoped.at(1010, wake("a"));
    await outer.advance(10);
    expect(scoped.now()).toBe(1010);
    expect(woken).toEqual(["a"]);
  });

  it("takes one wait back", async () => {
    const { outer, scoped, woken, wake } = open();
    scoped.at(1010, wake("a"))();
    scoped.at(1010, wake("b"));
    await outer.advance(10);
    expect(woken).toEqual(["b"]);
  });

  it("takes back its own waits when it is closed, and nobody else's", async () => {
    const { outer, scoped, woken, wake } = open();
    scoped.at(1010, wake("mine"));
    outer.at(1010, wake("theirs"));
    scoped.close();
    await outer.advance(10);
    expect(woken).toEqual(["theirs"]);
  });

  it("wakes nothing that is asked for after it was closed", async () => {
    const { outer, scoped, woken, wake } = open();
    scoped.close();
    scoped.at(1010, wake("late"))();
    scoped.at(1010, wake("later"));
    expect(outer.next()).toBeNull();
    await outer.advance(10);
    expect(woken).toEqual([]);
  });
});
