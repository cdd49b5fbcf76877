import { describe, expect, it } from "vitest";
import { createSandboxClock } from "../../sandbox/clock.ts";
import { applyFault, createFaults, type Fault, faultOrderSchema, faultSchema } from "../../sandbox/faults.ts";
import { json } from "../../sandbox/http.ts";

const request = { method: "GET", path: "/services/1" };
const drop: Fault = { kind: "drop" };

describe("the queue of faults", () => {
  it("strikes once when no count is given", () => {
    const faults = createFaults([{ fault: drop }]);
    expect([faults.take(request), faults.take(request)]).toEqual([drop, null]);
  });

  it("strikes as often as it counts, and only what it matches", () => {
    const faults = createFaults([{ fault: drop, method: "get", path: "/services/*", count: 2 }]);
    const struck = ["/services", "/services/1", "/services/1/options", "/services/2"].map((path) =>
      faults.take({ method: "GET", path }),
    );
    expect(struck).toEqual([null, drop, drop, null]);
  });

  it("does not take dots in a path for a wildcard", () => {
    const faults = createFaults([{ fault: drop, path: "/domain/example.com" }]);
    expect(faults.take({ method: "GET", path: "/domain/exampleXcom" })).toBeNull();
  });

  it("leaves the method that it does not name alone", () => {
    const faults = createFaults([{ fault: drop, method: "PUT" }]);
    expect(faults.take(request)).toBeNull();
  });

  it("lets the first requests pass when told to skip them", () => {
    const faults = createFaults([{ fault: drop, skip: 1 }]);
    expect([faults.take(request), faults.take(request), faults.take(request)]).toEqual([null, drop, null]);
  });

  it("shows what still waits, and forgets it when cleared", () => {
    const faults = createFaults([{ fault: drop, count: 3 }]);
    faults.take(request);
    expect(faults.pending()).toEqual([{ fault: drop, count: 2, skip: 0 }]);
    faults.clear();
    expect(faults.take(request)).toBeNull();
  });

  it("refuses an order that it does not understand", () => {
    expect(faultOrderSchema.safeParse({ fault: { kind: "explode" } }).success).toBe(false);
    expect(faultOrderSchema.safeParse({ fault: drop, pth: "/typo" }).success).toBe(false);
  });
});

describe("applying a fault", () => {
  const world = () => {
    const clock = createSandboxClock({ start: 0, frozen: true });
    let effects = 0;
    const apply = (fault: Fault | null) =>
      applyFault(fault, {
        clock,
        run: () => {
          effects++;
          return json(200, { fine: true });
        },
        refuse: (status, retryAfter) => json(status, { retryAfter }),
      });
    return { clock, apply, effects: () => effects };
  };

  it("answers truly when there is none", async () => {
    const { apply, effects } = world();
    expect(await apply(null)).toMatchObject({ status: 200, body: '{"fine":true}' });
    expect(effects()).toBe(1);
  });

  it.each<[Fault, object]>([
    [
      { kind: "status", status: 429, retryAfter: 2 },
      { status: 429, body: '{"retryAfter":2}' },
    ],
    [{ kind: "timeout" }, { kind: "silence" }],
    [{ kind: "drop" }, { kind: "drop" }],
    [{ kind: "html" }, { status: 502, headers: { "content-type": "text/html" } }],
  ])("answers %o before the effect, or after it when asked", async (fault, expected) => {
    const { apply, effects } = world();
    expect(await apply(fault)).toMatchObject(expected);
    expect(effects()).toBe(0);
    expect(await apply(faultSchema.parse({ ...fault, after: true }))).toMatchObject(expected);
    expect(effects()).toBe(1);
  });

  it("cuts the body half-way after the effect", async () => {
    const { apply, effects } = world();
    const answer = await apply({ kind: "truncated" });
    expect(answer.kind === "reply" && answer.body.toString()).toBe('{"fine');
    expect(effects()).toBe(1);
  });

  it("answers late by the sandbox's clock", async () => {
    const { apply, clock, effects } = world();
    const answer = apply({ kind: "slow", ms: 5000 });
    await clock.advance(4999);
    expect(effects()).toBe(0);
    await clock.advance(1);
    expect(await answer).toMatchObject({ status: 200 });
  });
});
