import { describe, expect, it } from "vitest";
import type { Fault } from "../../../sandbox/faults.ts";
import { LEAST_PRIVILEGE } from "../../../sandbox/ovhcloud/access.ts";
import { BAKERY } from "../../../sandbox/ovhcloud/example-names.ts";
import { HOUR, SECOND } from "../../../src/domain/instant.ts";
import { failureOf } from "./client-rig.ts";
import { openProvider, PERSON, type ProviderRig, START } from "./provider-rig.ts";

const HOSTING = 29162449;
const DOMAIN = 29162447;
const LONE_DOMAIN = 26001877;

const factsOf = async (rig: ProviderRig, id: number) => rig.provider.lossFacts(await rig.get(id), PERSON);

describe("what is lost with a web hosting", () => {
  const WHOLE = {
    kind: "hosting",
    domains: { kind: "read", value: [BAKERY, `www.${BAKERY}`, "lumiere-patisserie.fr"] },
    databases: {
      kind: "read",
      value: [
        {
          name: "boulangerie",
          sizeBytes: expect.any(Number),
          newestDumpAt: { kind: "read", value: START - 9 * HOUR },
        },
        {
          name: "boulangerieold",
          sizeBytes: expect.any(Number),
          newestDumpAt: { kind: "read", value: null },
        },
      ],
    },
    diskUsedBytes: { kind: "read", value: expect.any(Number) },
  };

  it("is read by objects, in few calls", async () => {
    const rig = await openProvider();
    const service = await rig.get(HOSTING);
    rig.sandbox.clearCalls();
    expect(await rig.provider.lossFacts(service, PERSON)).toEqual(WHOLE);
    expect(rig.asked().length).toBeLessThanOrEqual(5);
  });

  it("is the same where OVHcloud answers names and numbers", async () => {
    const rig = await openProvider({ sandbox: { listMode: "ids" } });
    expect(await factsOf(rig, HOSTING)).toEqual(WHOLE);
  });

  it("counts sizes in bytes", async () => {
    const rig = await openProvider();
    const facts = await factsOf(rig, HOSTING);
    const disk = rig.sandbox.account().hostings.get(BAKERY)?.diskUsedMb ?? 0;
    expect(facts).toMatchObject({ diskUsedBytes: { value: disk * 1e6 } });
  });

  const FAULTS: readonly [string, Fault][] = [
    ["does not answer", { kind: "timeout" }],
    ["answers 500", { kind: "status", status: 500 }],
    ["answers HTML", { kind: "html", status: 200 }],
    ["cuts its answer", { kind: "truncated" }],
    ["says 404", { kind: "status", status: 404 }],
  ];
  it.each(FAULTS)("is said to be unread, part by part, where OVHcloud %s", async (_, fault) => {
    const rig = await openProvider();
    const service = await rig.get(HOSTING);
    rig.sandbox.faults.add({ fault, path: "*/attachedDomain", count: 99 });
    rig.sandbox.faults.add({ fault, path: "*/dump", count: 99 });
    const reading = rig.provider.lossFacts(service, PERSON);
    await expect.poll(() => rig.asked().some((call) => call.endsWith("/dump"))).toBe(true);
    for (let second = 0; second < 6; second++) await rig.clock.advance(SECOND);
    expect(await reading).toMatchObject({
      domains: { kind: "unread" },
      databases: {
        kind: "read",
        value: [{ newestDumpAt: { kind: "unread" } }, { newestDumpAt: { kind: "read", value: null } }],
      },
      diskUsedBytes: { kind: "read" },
    });
  });

  it("is all unread within seconds when nothing answers, and never an empty list", async () => {
    const rig = await openProvider();
    const service = await rig.get(HOSTING);
    rig.sandbox.clearCalls();
    rig.sandbox.faults.add({ fault: { kind: "timeout" }, count: 99 });
    const reading = rig.provider.lossFacts(service, PERSON);
    await expect.poll(() => rig.asked().length).toBe(3);
    await rig.clock.advance(5 * SECOND);
    expect(await reading).toEqual({
      kind: "hosting",
      domains: { kind: "unread" },
      databases: { kind: "unread" },
      diskUsedBytes: { kind: "unread" },
    });
  });

  it("is given up when the person leaves", async () => {
    const rig = await openProvider();
    const service = await rig.get(HOSTING);
    rig.sandbox.faults.add({ fault: { kind: "timeout" }, count: 99 });
    const leaving = new AbortController();
    const failing = failureOf(rig.provider.lossFacts(service, { urgency: "person", signal: leaving.signal }));
    leaving.abort();
    expect((await failing).message).toContain("given up");
  });
});

describe("what is lost with a domain", () => {
  it("is the records of its zone and the mail accounts under its name", async () => {
    const rig = await openProvider();
    const account = rig.sandbox.account();
    expect(await factsOf(rig, DOMAIN)).toEqual({
      kind: "domain",
      zoneRecords: { kind: "read", value: account.zones.get(BAKERY)?.length },
      mailAccounts: { kind: "read", value: account.mail.get(BAKERY)?.length },
    });
  });

  it("is no zone and no mail where there is none", async () => {
    const rig = await openProvider();
    expect(await factsOf(rig, LONE_DOMAIN)).toEqual({
      kind: "domain",
      zoneRecords: { kind: "read", value: null },
      mailAccounts: { kind: "read", value: null },
    });
  });

  it("is unread, not none, where the key may not look or the zone is suspended", async () => {
    const accessRules = LEAST_PRIVILEGE.filter(({ path }) => !path.startsWith("/email/domain/"));
    const rig = await openProvider({ sandbox: { accessRules } });
    rig.sandbox.faults.add({ fault: { kind: "status", status: 460 }, path: "*/record" });
    expect(await factsOf(rig, DOMAIN)).toEqual({
      kind: "domain",
      zoneRecords: { kind: "unread" },
      mailAccounts: { kind: "unread" },
    });
  });
});

it("is only general for everything else, and costs no call", async () => {
  const rig = await openProvider();
  const service = await rig.get(27330410);
  rig.sandbox.clearCalls();
  expect(await rig.provider.lossFacts(service, PERSON)).toEqual({ kind: "general" });
  expect(rig.asked()).toEqual([]);
});
