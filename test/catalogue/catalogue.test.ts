import { describe, expect, it, vi } from "vitest";
import { createSandboxClock } from "../../sandbox/clock.ts";
import { createCatalogue } from "../../src/catalogue.ts";
import { DAY, MINUTE, SECOND } from "../../src/domain/instant.ts";
import { EVERYTHING } from "../../src/domain/query.ts";
import { serviceId } from "../../src/domain/service.ts";
import { NOON, someService } from "../domain/some-service.ts";
import { createSilentLog } from "../fakes/silent-log.ts";
import { createAccount, createGate, UNREACHABLE } from "./account.ts";

const three = [1, 2, 3].map((id) => someService({ id }));

function setUp(account = createAccount(three)) {
  const clock = createSandboxClock({ start: NOON, frozen: true });
  const log = createSilentLog();
  const catalogue = createCatalogue({ provider: account, clock, log, random: () => 0.5 });
  const ids = (): readonly number[] => catalogue.snapshot().services.map(({ id }) => id);
  const warnings = (): readonly string[] =>
    log.lines.filter(({ level }) => level === "warn").map(({ event }) => event);
  return { account, clock, log, catalogue, ids, warnings };
}

describe("the first read", () => {
  it("begins at start, and until then there is nothing, and it is said", async () => {
    const { catalogue, ids } = setUp();
    expect(catalogue.snapshot()).toEqual({ services: [], readAt: null, progress: null, problem: null });
    expect(catalogue.list(EVERYTHING)).toEqual({ rows: [], total: 0, pages: 1, page: 1 });
    catalogue.start();
    await catalogue.refresh("person");
    expect(ids()).toEqual([1, 2, 3]);
    expect(catalogue.snapshot()).toMatchObject({ readAt: NOON, progress: null, problem: null });
    await catalogue.stop();
  });

  it("shows its progress, and what it has read so far", async () => {
    const account = createAccount(Array.from({ length: 50 }, (_, index) => someService({ id: index + 1 })));
    const gate = createGate();
    Object.assign(account, { pageSize: 25, gate: gate.pass });
    const { catalogue } = setUp(account);
    catalogue.start();
    gate.open();
    await vi.waitFor(() => expect(catalogue.list(EVERYTHING).total).toBe(25));
    expect(catalogue.snapshot()).toMatchObject({ readAt: null, progress: { done: 25, total: 50 } });
    gate.openAll();
    await catalogue.refresh("person");
    expect(catalogue.list(EVERYTHING).total).toBe(50);
    await catalogue.stop();
  });

  it("lists a service once that stood on two pages", async () => {
    const { catalogue, ids } = setUp(createAccount([...three, ...three]));
    await catalogue.refresh("person");
    expect(ids()).toEqual([1, 2, 3]);
  });
});

describe("refreshing", () => {
  it("happens every quarter of an hour, in the background", async () => {
    const { account, clock, catalogue, ids } = setUp();
    catalogue.start();
    await clock.advance(0);
    account.services = three.slice(1);
    await clock.advance(15 * MINUTE - 1);
    expect(account.reads).toHaveLength(1);
    await clock.advance(1);
    expect(account.reads.map(({ urgency }) => urgency)).toEqual(["background", "background"]);
    expect(ids()).toEqual([2, 3]);
    expect(catalogue.snapshot().readAt).toBe(NOON + 15 * MINUTE);
    await catalogue.stop();
  });

  it("is shared by everybody who asks while it runs", async () => {
    const { account, catalogue } = setUp();
    await Promise.all([
      catalogue.refresh("person"),
      catalogue.refresh("person"),
      catalogue.refresh("background"),
    ]);
    expect(account.reads).toHaveLength(1);
  });

  it("tells its listeners, until they stop listening", async () => {
    const { catalogue } = setUp();
    let told = 0;
    const stop = catalogue.onRefreshed(() => told++);
    await catalogue.refresh("person");
    stop();
    await catalogue.refresh("person");
    expect(told).toBe(1);
  });

  it("ends at stop, and nothing is read afterwards", async () => {
    const { account, clock, catalogue, warnings } = setUp();
    const gate = createGate();
    account.gate = gate.pass;
    catalogue.start();
    const stopped = catalogue.stop();
    gate.openAll();
    await stopped;
    await clock.advance(DAY);
    await catalogue.refresh("person");
    expect(account.reads).toHaveLength(1);
    expect(clock.next()).toBeNull();
    expect(warnings()).toEqual([]);
  });
});

describe("a failed refresh", () => {
  it("keeps the old services with their age, and says why", async () => {
    const { account, clock, catalogue, ids } = setUp();
    await catalogue.refresh("person");
    await clock.advance(MINUTE);
    account.services = three.slice(2);
    account.failure = UNREACHABLE;
    await catalogue.refresh("person");
    expect(ids()).toEqual([1, 2, 3]);
    expect(catalogue.snapshot()).toMatchObject({
      readAt: NOON,
      problem: { kind: "unreachable", at: NOON + MINUTE, said: "Service down" },
    });
    await catalogue.stop();
  });

  it("is tried again after growing delays, and logged once", async () => {
    const { account, clock, catalogue, warnings } = setUp();
    account.failure = UNREACHABLE;
    catalogue.start();
    await clock.advance(0);
    const waits: number[] = [];
    for (let round = 0; round < 12; round++) {
      const next = clock.next() ?? 0;
      waits.push(next - clock.now());
      await clock.advanceTo(next);
    }
    expect(waits.slice(0, 3)).toEqual([3.75 * SECOND, 7.5 * SECOND, 15 * SECOND]);
    expect(waits.at(-1)).toBe(0.75 * 15 * MINUTE);
    expect(warnings()).toEqual(["catalogue.refresh-failed"]);
    await catalogue.stop();
  });

  it("is over with the first success, which is logged", async () => {
    const { account, clock, catalogue, log } = setUp();
    account.failure = UNREACHABLE;
    catalogue.start();
    await clock.advance(MINUTE);
    account.failure = null;
    await clock.advance(MINUTE);
    expect(catalogue.snapshot().problem).toBeNull();
    expect(log.lines.map(({ event }) => event)).toContain("catalogue.refresh-recovered");
    await catalogue.stop();
  });

  it("is called a bug when OVHcloud has no part in it", async () => {
    const { account, catalogue } = setUp();
    account.failure = new TypeError("oops");
    await catalogue.refresh("person");
    expect(catalogue.snapshot().problem).toEqual({ kind: "bug", at: NOON, said: null });
    await catalogue.stop();
  });
});

describe("a live read", () => {
  const terminated = someService({ id: 2, termination: { when: "at-expiry", at: NOON + DAY } });

  it("shows at once, in the list too, and is told", async () => {
    const { catalogue } = setUp();
    await catalogue.refresh("person");
    const told = new Promise<void>((resolve) => catalogue.onRefreshed(resolve));
    catalogue.replace(terminated);
    expect(catalogue.get(terminated.id)).toEqual(terminated);
    expect(catalogue.snapshot().services).toContainEqual(terminated);
    expect(catalogue.list(EVERYTHING).rows.map(({ service }) => service)).toContainEqual(terminated);
    await told;
    expect(catalogue.list({ ...EVERYTHING, state: "terminating" }).total).toBe(1);
  });

  it("does not change a snapshot that was given before", async () => {
    const { catalogue } = setUp();
    await catalogue.refresh("person");
    const { services } = catalogue.snapshot();
    catalogue.replace(terminated);
    expect(services).toEqual(three);
  });

  it("is told only when it brought something new", async () => {
    const { catalogue, clock } = setUp();
    await catalogue.refresh("person");
    let told = 0;
    catalogue.onRefreshed(() => told++);
    catalogue.replace(someService({ id: 2 }));
    await clock.advance(0);
    expect(told).toBe(0);
  });

  it("is not undone by a list that was begun before it, and is by a later one", async () => {
    const { account, clock, catalogue } = setUp();
    await catalogue.refresh("person");
    const gate = createGate();
    account.gate = gate.pass;
    const reading = catalogue.refresh("person");
    await clock.advance(SECOND);
    catalogue.replace(terminated);
    catalogue.forget(serviceId(3));
    gate.openAll();
    await reading;
    expect(catalogue.snapshot().services).toEqual([three[0], terminated]);
    await clock.advance(SECOND);
    await catalogue.refresh("person");
    expect(catalogue.snapshot().services).toEqual(three);
    await catalogue.stop();
  });

  it("adds a service that the list did not have, and drops one that is gone", async () => {
    const { catalogue, ids } = setUp();
    await catalogue.refresh("person");
    catalogue.replace(someService({ id: 9 }));
    catalogue.forget(serviceId(1));
    expect(ids()).toEqual([2, 3, 9]);
    await vi.waitFor(() => expect(catalogue.list(EVERYTHING).total).toBe(3));
    await catalogue.stop();
  });
});
