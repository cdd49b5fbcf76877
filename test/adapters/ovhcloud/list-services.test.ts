import { describe, expect, it } from "vitest";
import { json } from "../../../sandbox/http.ts";
import { exampleAccount } from "../../../sandbox/ovhcloud/example-account.ts";
import { generateAccount } from "../../../sandbox/ovhcloud/generate-account.ts";
import { DAY, HOUR, MINUTE } from "../../../src/domain/instant.ts";
import type { Service } from "../../../src/domain/service.ts";
import { failureOf } from "./client-rig.ts";
import { BACKGROUND, byId, OAUTH2, openProvider, START } from "./provider-rig.ts";
import { openStub, stubServices } from "./stub-list.ts";

const EXAMPLE = exampleAccount(START);
const ids = (services: readonly Service[]) => services.map(({ id }) => id).sort();

describe("the list of services", () => {
  it("is one call for an account of ordinary size, by objects", async () => {
    const rig = await openProvider();
    await rig.provider.check();
    rig.sandbox.clearCalls();
    const services = await rig.list();
    expect(services).toHaveLength(EXAMPLE.services.length);
    expect(rig.asked()).toEqual(["GET /services"]);
  });

  it("is the same over a service account", async () => {
    const rig = await openProvider({ provider: { credentials: OAUTH2 } });
    expect(await rig.list()).toHaveLength(EXAMPLE.services.length);
  });

  it.each(["ids", "mixed"] as const)(
    "is the same where OVHcloud answers %s, one call a service",
    async (listMode) => {
      const byObjects = await (await openProvider()).list();
      const rig = await openProvider({ sandbox: { listMode } });
      const one = await rig.inTime(rig.list());
      expect([...one].sort((a, b) => a.id - b.id)).toEqual([...byObjects].sort((a, b) => a.id - b.id));
    },
  );

  it("keeps the budget when it takes one call a service, and shows what it has so far", async () => {
    const account = generateAccount({ services: 150, seed: 1, start: START });
    const rig = await openProvider({ sandbox: { listMode: "ids", account } });
    const sizes: number[] = [];
    const totals = new Set<number | null>();
    const reading = (async () => {
      for await (const { services, total } of rig.provider.listServices(BACKGROUND)) {
        sizes.push(services.length);
        totals.add(total);
      }
    })();
    await rig.inTime(reading);
    expect(sizes).toEqual(Array.from({ length: 15 }, () => 10));
    expect([...totals]).toEqual([150]);
    expect(rig.clock.now() - START).toBeGreaterThanOrEqual(2 * MINUTE);
    const at = rig.sandbox.calls().map((call) => call.at);
    for (const when of at)
      expect(at.filter((other) => other >= when && other < when + MINUTE).length).toBeLessThanOrEqual(61);
  });

  it("reads 10,000 services in three calls", async () => {
    const account = generateAccount({ services: 10_000, seed: 1, start: START });
    const rig = await openProvider({ sandbox: { account } });
    await rig.provider.check();
    rig.sandbox.clearCalls();
    const services = await rig.list();
    expect(new Set(ids(services)).size).toBe(10_000);
    expect(rig.sandbox.calls().length).toBeLessThanOrEqual(3);
  });

  it.each([0, 1, 4998, 4999, 5000])("has all of %i services", async (count) => {
    const account = generateAccount({ services: count, seed: 1, start: START });
    const rig = await openProvider({ sandbox: { account } });
    expect(await rig.list()).toHaveLength(count);
  });

  it("understands every service of the example account", async () => {
    const rig = await openProvider();
    const services = await rig.list();
    expect(rig.log.lines.filter(({ level }) => level !== "debug")).toEqual([]);
    const facts = (id: number) => byId(services, id);
    expect(facts(29162449)).toMatchObject({
      family: "hosting",
      state: "active",
      expiresAt: START + 90 * DAY,
    });
    expect(facts(31007720)).toMatchObject({ family: "other", parentId: 29162449 });
    expect(facts(26001877)).toMatchObject({ renewal: { mode: "manual" }, termination: null });
    expect(facts(25990031)).toMatchObject({ state: "expired", termination: null });
    expect(facts(24118090).termination).toEqual({ when: "at-commitment-end", at: START + 100 * DAY });
    expect(facts(24118091)).toMatchObject({ commitment: {}, termination: null, offersTermination: false });
    expect(facts(30770101).termination).toEqual({ when: "at-expiry", at: START + 47 * HOUR });
    expect(facts(30110457).state).toBe("unpaid");
    expect(facts(31990001).state).toBe("creating");
    expect(facts(27330416).state).toBe("to-renew");
    expect(facts(27330417).state).toBe("error");
    expect(facts(22004718).state).toBe("terminated");
    expect(facts(22004719).state).toBe("terminated");
    expect(facts(21500308)).toMatchObject({ family: "vrack", expiresAt: null, renewal: { mode: "none" } });
    expect(facts(21500304).family).toBe("exchange");
    expect(facts(21500310).rights).toEqual({ administrator: false, billing: true });
    expect(facts(21500311).rights).toEqual({ administrator: true, billing: false });
    expect(facts(27330417).displayName).toBe("<!channel> *bold* @everyone [x](http://evil) <@U1>");
  });

  it("stands without rights where the customer cannot be read, and asks for them once", async () => {
    const accessRules = [{ method: "GET", path: "/services" }] as const;
    const rig = await openProvider({ sandbox: { accessRules } });
    const services = await rig.list();
    await rig.list();
    expect(services.every(({ rights }) => rights.administrator === null && rights.billing === null)).toBe(
      true,
    );
    expect(rig.asked().filter((call) => call === "GET /me")).toHaveLength(1);
    expect(rig.log.lines.filter(({ event }) => event === "ovhcloud.me-unread")).toHaveLength(1);
  });
});

describe("a list that is not as it should be", () => {
  it("loses only the service that cannot be read, counts it and says so", async () => {
    const good = stubServices(3);
    const bad = { ...good[1], billing: { expirationDate: "tomorrow" } };
    const rig = await openStub(() => json(200, [good[0], bad, { serviceId: "x" }, good[2]]));
    expect(ids(await rig.list())).toEqual([1, 3]);
    expect(rig.log.lines.find(({ event }) => event === "ovhcloud.unreadable-services")?.fields).toEqual({
      count: 2,
      ids: [2, 0],
    });
  });

  it("leaves out what ended between the list and the look", async () => {
    const rig = await openStub(({ path }) => {
      if (path === "/1.0/services") return json(200, [1, 2, 3]);
      if (path.endsWith("/2")) return json(404, { class: "Client::NotFound", message: "no" });
      if (path.endsWith("/3")) return json(460, { message: "expired" });
      return json(200, stubServices(1)[0]);
    });
    expect(ids(await rig.list())).toEqual([1]);
    expect(rig.log.lines.filter(({ level }) => level === "warn")).toEqual([]);
  });

  it("rejects when one service does not answer: half a list would look like lost services", async () => {
    const rig = await openStub(({ path }) =>
      path === "/1.0/services"
        ? json(200, [1, 2])
        : json(path.endsWith("/2") ? 503 : 200, stubServices(1)[0]),
    );
    expect((await failureOf(rig.inTime(rig.list()))).facts.kind).toBe("unreachable");
  });

  it("rejects at the first service that the key may not read: it may read none", async () => {
    const refusal = json(403, { errorCode: "NOT_GRANTED_CALL", message: "not granted" });
    const rig = await openStub(({ path }) => (path === "/1.0/services" ? json(200, [1, 2]) : refusal));
    expect((await failureOf(rig.list())).facts.kind).toBe("forbidden");
  });

  it("falls back to the plain list where the header is refused", async () => {
    const rig = await openStub(({ headers }) =>
      headers["x-pagination-mode"] === undefined
        ? json(200, stubServices(2))
        : json(400, { message: "Invalid X-Pagination-Mode" }),
    );
    expect(ids(await rig.list())).toEqual([1, 2]);
  });

  it("follows numbered pages where OVHcloud knows no cursor", async () => {
    const all = stubServices(5);
    const rig = await openStub(({ headers }) => {
      const number = Number(headers["x-pagination-number"] ?? 1);
      return json(200, all.slice((number - 1) * 2, number * 2), { "x-pagination-elements": "5" });
    });
    expect(ids(await rig.list())).toEqual([1, 2, 3, 4, 5]);
    expect(rig.requests).toHaveLength(3);
  });

  it("has each service once though a page moved, and ends though the total changed", async () => {
    const all = stubServices(4);
    const pages = [all.slice(0, 2), all.slice(1, 3), [all[3]], []];
    const rig = await openStub(({ headers }) => {
      const number = Number(headers["x-pagination-number"] ?? 1);
      return json(200, pages[number - 1] ?? [], { "x-pagination-elements": number === 1 ? "4" : "9" });
    });
    expect(ids(await rig.list())).toEqual([1, 2, 3, 4]);
  });

  it("rejects when the pages do not move on", async () => {
    const rig = await openStub(() =>
      json(200, stubServices(2), { "x-pagination-cursor-next": "the same again" }),
    );
    expect((await failureOf(rig.list())).message).toBe("GET /services: the list does not move on");
    expect(rig.requests).toHaveLength(2);
  });

  it("is given up when nobody wants it any more", async () => {
    const rig = await openStub(() => ({ kind: "silence" }));
    const leaving = new AbortController();
    const failing = failureOf(rig.list(leaving.signal));
    leaving.abort();
    expect((await failing).message).toContain("given up");
  });
});
