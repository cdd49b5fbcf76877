import { describe, expect, it } from "vitest";
import { exampleAccount } from "../../../sandbox/ovhcloud/example-account.ts";
import { toDate, toDatetime } from "../../../sandbox/ovhcloud/paris-time.ts";
import { PRODUCT_KEYS } from "../../../sandbox/ovhcloud/products.ts";
import { DAY, HOUR } from "../../../src/domain/instant.ts";
import { openSandbox, START } from "./open-sandbox.ts";

/** The pairs of OVH's own mocks (fact sheet §6.1): what both APIs say of the same service. */
const pairs = [
  {
    what: "renewed automatically",
    id: 27330410,
    infos: "/vps/vps-1a2b3c4d.vps.ovh.net/serviceInfos",
    serviceInfos: {
      status: "ok",
      renewalType: "automaticV2016",
      possibleRenewPeriod: [1, 3, 6, 12],
      canDeleteAtExpiration: true,
      engagedUpTo: null,
      renew: { automatic: true, deleteAtExpiration: false, forced: false, manualPayment: false, period: 1 },
    },
    lifecycle: {
      current: { state: "active", pendingActions: [], terminationDate: null },
      capacities: { actions: ["earlyRenewal", "terminateAtExpirationDate"] },
    },
    renew: {
      current: { mode: "automatic", nextDate: toDatetime(START + 12 * DAY), period: "P1M" },
      capacities: { mode: ["automatic", "manual"] },
    },
  },
  {
    what: "renewed by hand",
    id: 26001877,
    infos: "/domain/fete-de-la-musique.ovh/serviceInfos",
    serviceInfos: {
      status: "ok",
      possibleRenewPeriod: [12, 24, 36, 48, 60, 72, 84],
      renew: { automatic: false, deleteAtExpiration: true, manualPayment: true, period: 12 },
    },
    lifecycle: {
      current: { state: "active", pendingActions: [], terminationDate: toDatetime(START + 160 * DAY) },
      capacities: { actions: ["earlyRenewal"] },
    },
    renew: {
      current: { mode: "manual", nextDate: null, period: null },
      capacities: { mode: ["automatic", "manual"] },
    },
  },
  {
    what: "expired",
    id: 25990031,
    infos: "/vps/vps-9c0d1e2f.vps.ovh.net/serviceInfos",
    serviceInfos: { status: "expired", renew: { deleteAtExpiration: true, manualPayment: true } },
    lifecycle: {
      current: { state: "unrenewed", pendingActions: [], terminationDate: toDatetime(START - 2 * DAY) },
      capacities: { actions: ["earlyRenewal"] },
    },
    renew: { current: { mode: "manual", nextDate: null } },
  },
  {
    what: "cancelled and engaged",
    id: 24118090,
    infos: "/dedicated/server/ns3141592.ip-198-51-100.eu/serviceInfos",
    serviceInfos: {
      status: "ok",
      engagedUpTo: toDate(START + 100 * DAY),
      renew: { automatic: true, deleteAtExpiration: true, manualPayment: false },
    },
    lifecycle: {
      current: {
        state: "active",
        pendingActions: ["terminateAtEngagementDate"],
        terminationDate: toDatetime(START + 100 * DAY),
      },
    },
    renew: { current: { mode: "automatic", nextDate: null }, capacities: { mode: ["automatic"] } },
  },
  {
    what: "cancelled and not engaged",
    id: 30110456,
    infos: "/hosting/web/vieux-blog.fr/serviceInfos",
    serviceInfos: {
      status: "ok",
      engagedUpTo: null,
      renew: { automatic: true, deleteAtExpiration: true, manualPayment: false },
    },
    lifecycle: {
      current: {
        state: "active",
        pendingActions: ["terminateAtExpirationDate"],
        terminationDate: toDatetime(START + 40 * DAY),
      },
      capacities: { actions: ["earlyRenewal", "terminateAtExpirationDate"] },
    },
    renew: { current: { mode: "automatic", nextDate: null } },
  },
];

describe("a service in both APIs", () => {
  it.each(pairs)(
    "reads consistently when it is $what",
    async ({ id, infos, serviceInfos, lifecycle, renew }) => {
      const { get, sandbox } = await openSandbox();
      sandbox.setAccessRules([{ method: "GET", path: "/*" }]);
      const service = await get(`/services/${id}`);
      expect(service).toMatchObject({ status: 200, body: { serviceId: id, billing: { lifecycle, renew } } });
      expect(await get(infos)).toMatchObject({ status: 200, body: { serviceId: id, ...serviceInfos } });
    },
  );

  it("shows an engagement with its end and its rule", async () => {
    const { get } = await openSandbox();
    expect(await get("/services/24118090")).toMatchObject({
      body: {
        billing: {
          engagement: {
            endDate: toDate(START + 100 * DAY),
            endRule: {
              strategy: "CANCEL_SERVICE",
              possibleStrategies: expect.arrayContaining(["REACTIVATE_ENGAGEMENT"]),
            },
          },
        },
      },
    });
  });

  it("has a short serviceInfos when it never expires", async () => {
    const { get, sandbox } = await openSandbox();
    sandbox.setAccessRules([{ method: "GET", path: "/*" }]);
    const answer = await get("/vrack/pn-1029384/serviceInfos");
    expect(answer.body).toEqual({
      contactAdmin: "ls148374-ovh",
      contactBilling: "ls148374-ovh",
      contactTech: "ls148374-ovh",
      creation: toDate(START - 400 * DAY),
      domain: "pn-1029384",
      serviceId: 21500308,
      status: "ok",
    });
  });

  it("is described with its route, product, price and contacts", async () => {
    const { get } = await openSandbox();
    expect(await get("/services/28811230")).toMatchObject({
      body: {
        parentServiceId: null,
        route: {
          path: "/domain/{serviceName}",
          url: "/domain/atelier-noel.ovh",
          vars: [{ key: "serviceName", value: "atelier-noel.ovh" }],
        },
        resource: { name: "atelier-noel.ovh", product: { name: "ovh-product", description: "Domain .ovh" } },
        customer: {
          contacts: expect.arrayContaining([{ customerCode: "ls148374-ovh", type: "administrator" }]),
        },
        billing: {
          plan: { code: "ovh", invoiceName: ".ovh" },
          pricing: {
            duration: "P12M",
            price: { currencyCode: "EUR", priceInUcents: 299_000_000, value: 2.99, text: "2.99 €" },
          },
        },
      },
    });
  });
});

describe("the dates", () => {
  it("carry the offset of Paris, in winter and in summer", () => {
    expect(toDatetime(Date.UTC(2023, 7, 1, 15, 31, 17, 900))).toBe("2023-08-01T17:31:17+02:00");
    expect(toDatetime(Date.UTC(2026, 0, 1, 23, 30))).toBe("2026-01-02T00:30:00+01:00");
    expect(toDate(Date.UTC(2026, 0, 1, 23, 30))).toBe("2026-01-02");
  });

  it("change their offset at the last Sundays of March and October, 01:00 UTC", () => {
    expect(toDatetime(Date.UTC(2026, 2, 29, 0, 59, 59))).toMatch(/\+01:00$/);
    expect(toDatetime(Date.UTC(2026, 2, 29, 1))).toMatch(/\+02:00$/);
    expect(toDatetime(Date.UTC(2026, 9, 25, 0, 59, 59))).toMatch(/\+02:00$/);
    expect(toDatetime(Date.UTC(2026, 9, 25, 1))).toMatch(/\+01:00$/);
  });
});

describe("the example account", () => {
  const { services } = exampleAccount(START);

  it("has about forty services with numbers of their own", () => {
    expect(services.length).toBeGreaterThanOrEqual(40);
    expect(services.length).toBeLessThanOrEqual(50);
    expect(new Set(services.map(({ id }) => id)).size).toBe(services.length);
    expect(new Set(services.map(({ product, name }) => `${product} ${name}`)).size).toBe(services.length);
  });

  it("has every state of the lifecycle and every way to renew", () => {
    expect(new Set(services.map(({ lifecycle }) => lifecycle)).size).toBe(8);
    expect(new Set(services.map(({ renewal }) => renewal)).size).toBe(5);
    expect(new Set(services.filter((one) => one.lifecycle === "unpaid").map(({ debt }) => debt)).size).toBe(
      2,
    );
  });

  it("has every product but AllDom", () => {
    const present = new Set(services.map(({ product }) => product));
    expect(PRODUCT_KEYS.filter((key) => !present.has(key))).toEqual(["allDom"]);
  });

  it("has a name that belongs to domain, zone, hosting and mail, and options of that hosting", () => {
    const named = services.filter(
      ({ name, parentId }) => name === "boulangerie-lumiere.fr" && parentId === null,
    );
    expect(new Set(named.map(({ product }) => product))).toEqual(
      new Set(["domain", "zone", "hosting", "mxplan"]),
    );
    expect(services.filter(({ parentId }) => parentId === 29162449)).toHaveLength(2);
  });

  it("has names with accents, as IDN and as given name, and one full of markup", () => {
    expect(services.map(({ name }) => name)).toContain("xn--caf-des-arts-deb.fr");
    expect(services.map(({ displayName }) => displayName)).toContain("Café des Arts – hébergement d'été");
    expect(services.map(({ displayName }) => displayName)).toContain(
      "<!channel> *bold* @everyone [x](http://evil) <@U1>",
    );
  });

  it("has terminations 23 and 25 hours before their cut-off, and one past it", () => {
    const hours = services.flatMap((one) =>
      one.termination && one.expiresAt !== null ? [(one.expiresAt - START) / HOUR] : [],
    );
    expect(hours).toEqual(expect.arrayContaining([47, 49, 10]));
  });

  it("has something that lapses in 3, 14 and 30 days", () => {
    const days = services.flatMap((one) =>
      one.renewal === "manual" && one.expiresAt !== null ? [(one.expiresAt - START) / DAY] : [],
    );
    expect(days).toEqual(expect.arrayContaining([3, 14, 30]));
  });
});
