import { describe, expect, it } from "vitest";
import { generateAccount } from "../../../sandbox/ovhcloud/generate-account.ts";
import { valueAt } from "../../../sandbox/ovhcloud/list.ts";
import { openSandbox, START } from "./open-sandbox.ts";

/** Processor time of this process in milliseconds: unlike the wall clock it does not count what others do. */
const spent = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

describe("a generated account", () => {
  it("is the same for the same seed, and another for another", () => {
    const make = (seed: number) => generateAccount({ services: 500, seed, start: START });
    expect(make(1)).toEqual(make(1));
    expect(make(1).services).not.toEqual(make(2).services);
  });

  it("has 100,000 services with numbers and names of their own, made in a second or so", () => {
    const began = spent();
    const { services } = generateAccount({ services: 100_000, seed: 3, start: START });
    expect(spent() - began).toBeLessThan(3000);
    expect(new Set(services.map(({ id }) => id)).size).toBe(100_000);
    expect(new Set(services.map(({ product, name }) => `${product} ${name}`)).size).toBe(100_000);
  });

  it("is sorted once and then read page by page, however large it is", async () => {
    const account = generateAccount({ services: 100_000, seed: 3, start: START });
    const { get } = await openSandbox({ account });
    const began = spent();
    const page = (number: number) =>
      get("/services", {
        "X-Pagination-Mode": "CachedObjectList-Pages",
        "X-Pagination-Number": String(number),
        "X-Pagination-Sort": "resource.product.name",
      });
    for (const number of [1, 2, 20]) {
      const { body, headers } = await page(number);
      expect(body).toHaveLength(5000);
      expect(headers.get("x-pagination-elements")).toBe("100000");
    }
    expect(spent() - began).toBeLessThan(10_000);
  });

  it("is listed whole, each service once, whatever the size of the pages", async () => {
    const account = generateAccount({ services: 2_001, seed: 3, start: START });
    const { get } = await openSandbox({ account });
    const seen = new Set<unknown>();
    for (let number = 1; number <= 11; number++) {
      const { body } = await get("/services", {
        "X-Pagination-Mode": "CachedObjectList-Pages",
        "X-Pagination-Number": String(number),
        "X-Pagination-Size": "200",
      });
      for (const one of Array.isArray(body) ? body : []) seen.add(valueAt(one, "serviceId"));
    }
    expect(seen).toEqual(new Set(account.services.map(({ id }) => id)));
  });
});
