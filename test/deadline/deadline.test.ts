import { describe, expect, it } from "vitest";
import { createSandboxClock } from "../../sandbox/clock.ts";
import { inTime, wait } from "../../src/deadline.ts";

const clock = createSandboxClock({ start: 0, frozen: true });
const never = new Promise<string>(() => {});

describe("inTime", () => {
  it("gives what the work gives", async () => {
    expect(await inTime(clock, 100, Promise.resolve("this"))).toEqual({ kind: "done", value: "this" });
  });

  it("rejects as the work does", async () => {
    await expect(inTime(clock, 100, Promise.reject(new Error("no")))).rejects.toThrow("no");
  });

  it("says that it is late at its time, and not before", async () => {
    const said: string[] = [];
    const late = inTime(clock, 100, never).then(({ kind }) => said.push(kind));
    await clock.advance(99);
    expect(said).toEqual([]);
    await clock.advance(1);
    await late;
    expect(said).toEqual(["late"]);
  });
});

describe("wait", () => {
  it("ends at its time", async () => {
    const waited = wait(clock, 100);
    await clock.advance(100);
    expect(await waited).toBe(true);
  });

  it("ends at once when it is aborted, also beforehand, and says so", async () => {
    const controller = new AbortController();
    const waited = wait(clock, 100, controller.signal);
    controller.abort();
    expect(await waited).toBe(false);
    expect(await wait(clock, 100, controller.signal)).toBe(false);
  });
});
