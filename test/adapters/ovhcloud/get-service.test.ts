import { describe, expect, it } from "vitest";
import { json } from "../../../sandbox/http.ts";
import { LEAST_PRIVILEGE } from "../../../sandbox/ovhcloud/access.ts";
import { BAKERY } from "../../../sandbox/ovhcloud/example-names.ts";
import { DAY, SECOND } from "../../../src/domain/instant.ts";
import { serviceId } from "../../../src/domain/service.ts";
import { failureOf } from "./client-rig.ts";
import { byId, openProvider, PERSON } from "./provider-rig.ts";
import { infos } from "./raw-pairs.ts";
import { openStub, stubServices } from "./stub-list.ts";

const HOSTING = 29162449;
const MANUAL_DOMAIN = 26001877;
const VPS = 27330410;

describe("one service", () => {
  it("is read past every cache", async () => {
    const rig = await openProvider();
    rig.sandbox.setListAge(DAY);
    await rig.list();
    rig.sandbox.change(HOSTING, { displayName: "Nouveau nom" });
    expect(byId(await rig.list(), HOSTING).displayName).not.toBe("Nouveau nom");
    expect((await rig.get(HOSTING)).displayName).toBe("Nouveau nom");
    const call = rig.sandbox.calls().find(({ path }) => path === `/services/${HOSTING}`);
    expect(call?.listing).toMatchObject({ pragma: "no-cache" });
  });

  it("is read in both APIs, where the older one has its product", async () => {
    const rig = await openProvider();
    await rig.provider.check();
    rig.sandbox.clearCalls();
    await rig.get(HOSTING);
    expect(rig.asked()).toEqual([`GET /services/${HOSTING}`, `GET /hosting/web/${BAKERY}/serviceInfos`]);
  });

  it("says the same as the list about every service of the example account", async () => {
    const rig = await openProvider({ provider: { callsPerMinute: 1000 } });
    const listed = (await rig.list()).filter(({ state }) => state !== "terminated");
    for (const service of listed) expect(await rig.get(service.id)).toEqual(service);
  });

  it("does not take a manual domain for one that somebody terminated", async () => {
    const rig = await openProvider();
    const service = await rig.get(MANUAL_DOMAIN);
    expect(service).toMatchObject({ renewal: { mode: "manual" }, termination: null });
    expect(rig.asked()).toContain("GET /domain/fete-de-la-musique.ovh/serviceInfos");
  });

  it("stands without serviceInfos where the key may not read them, and does not ask again", async () => {
    const accessRules = LEAST_PRIVILEGE.filter(({ path }) => !path.startsWith("/vps/"));
    const rig = await openProvider({ sandbox: { accessRules } });
    await rig.get(VPS);
    await rig.get(VPS);
    expect(rig.asked().filter((call) => call.startsWith("GET /vps/"))).toHaveLength(1);
  });

  it("stands without serviceInfos that do not come, after a few seconds", async () => {
    const rig = await openProvider();
    rig.sandbox.faults.add({ fault: { kind: "timeout" }, path: "*/serviceInfos", count: 9 });
    const reading = rig.get(HOSTING);
    await expect.poll(() => rig.asked().some((call) => call.endsWith("/serviceInfos"))).toBe(true);
    await rig.clock.advance(5 * SECOND);
    expect(await reading).toMatchObject({ id: HOSTING, state: "active" });
  });

  it("does not take over the facts of another service of the same name", async () => {
    const answerWith = (serviceId: number) =>
      openStub(({ path }) =>
        path.endsWith("/serviceInfos")
          ? json(200, { ...infos({ renewalType: "oneShot" }), serviceId })
          : json(200, stubServices(1)[0]),
      );
    const own = await (await answerWith(1)).provider.getService(serviceId(1), PERSON);
    const foreign = await (await answerWith(2)).provider.getService(serviceId(1), PERSON);
    expect([own.renewal.mode, foreign.renewal.mode]).toEqual(["one-shot", "automatic"]);
  });

  it.each([
    ["unknown", 1],
    ["terminated for a while", 22004718],
  ])("is gone when it is %s", async (_, id) => {
    const rig = await openProvider();
    await rig.clock.advance(60 * DAY);
    expect((await failureOf(rig.get(id))).facts.kind).toBe("gone");
  });

  it("is misunderstood when its expiry cannot be read", async () => {
    const rig = await openProvider({
      provider: {
        fetch: async (url, init) => {
          const answer = await fetch(url, init);
          const text = await answer.text();
          return new Response(text.replace(/"expirationDate":"[^"]*"/, '"expirationDate":"31/12"'), answer);
        },
      },
    });
    expect((await failureOf(rig.get(HOSTING))).facts).toMatchObject({ kind: "misunderstood", sent: "no" });
  });
});

describe("the periods that a renewal can have", () => {
  it("are the months that OVHcloud offers, ascending", async () => {
    const rig = await openProvider();
    expect(await rig.provider.renewalPeriods(await rig.get(VPS), PERSON)).toEqual([1, 3, 6, 12]);
    expect(await rig.provider.renewalPeriods(await rig.get(MANUAL_DOMAIN), PERSON)).toEqual([
      12, 24, 36, 48, 60, 72, 84,
    ]);
  });

  it("are those of serviceInfos where the newer route is not granted", async () => {
    const accessRules = LEAST_PRIVILEGE.flatMap((rule) =>
      rule.path === "/services/*" && rule.method === "GET"
        ? [{ method: "GET", path: `/services/${HOSTING}` } as const]
        : [rule],
    );
    const rig = await openProvider({ sandbox: { accessRules } });
    expect(await rig.provider.renewalPeriods(await rig.get(HOSTING), PERSON)).toEqual([1, 12]);
  });

  it("are none where nothing can be chosen", async () => {
    const rig = await openProvider();
    const service = { ...(await rig.get(HOSTING)), id: serviceId(21500301) };
    expect(await rig.provider.renewalPeriods(service, PERSON)).toEqual([]);
  });

  it("are not guessed when OVHcloud does not answer", async () => {
    const rig = await openProvider();
    const service = await rig.get(VPS);
    rig.sandbox.faults.add({ fault: { kind: "status", status: 500 }, count: 9 });
    const asking = rig.inTime(rig.provider.renewalPeriods(service, PERSON));
    expect((await failureOf(asking)).facts.kind).toBe("unreachable");
  });
});
