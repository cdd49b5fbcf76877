import { describe, expect, it } from "vitest";
import { generateAccount } from "../../../sandbox/ovhcloud/generate-account.ts";
import { openSandbox, START } from "./open-sandbox.ts";

describe("a generated account", () => {
  it("is the same for the same seed, and another for another", () => {
    const make = (seed: number) => generateAccount({ services: 500, seed, start: START });
    expect(make(1)).toEqual(make(1));
    expect(make(1).services).not.toEqual(make(2).services);
  });

  it("has 100,000 services with numbers and names of their own, made in seconds", () => {
    const began = performance.now();
    const { services } = generateAccount({ services: 100_000, seed: 3, start: START });
    expect(performance.now() - began).toBeLessThan(5000);
    expect(new Set(services.map(({ id }) => id)).size).toBe(100_000);
    expect(new Set(services.map(({ product, name }) => `${product} ${name}`)).size).toBe(100_000);
  });

  it("is listed whole by 20 pages of 5,000", async () => {
    const account = generateAccount({ services: 100_000, seed: 3, start: START });
    const { get, sandbox } = await openSandbox({ account });
    const began = performance.now();
    let count = 0;
    for (let page = 1; page <= 20; page++) {
      const { body } = await get("/services", {
        "X-Pagination-Mode": "CachedObjectList-Pages",
        "X-Pagination-Number": String(page),
      });
      count += Array.isArray(body) ? body.length : 0;
    }
    expect(count).toBe(100_000);
    expect(sandbox.calls()).toHaveLength(20);
    expect(performance.now() - began).toBeLessThan(15_000);
  });
});
