import { describe, expect, it } from "vitest";
import { generateAccount } from "../../../sandbox/ovhcloud/generate-account.ts";
import { valueAt } from "../../../sandbox/ovhcloud/list.ts";
import { SECOND } from "../../../src/domain/instant.ts";
import { type OpenSandbox, openSandbox, START } from "./open-sandbox.ts";

const PAGES = { "X-Pagination-Mode": "CachedObjectList-Pages" };
const CURSOR = { "X-Pagination-Mode": "CachedObjectList-Cursor" };
const HOSTING = 29162449;

const generated = (services: number) => generateAccount({ services, seed: 7, start: START });

function at(body: unknown, path: string): unknown[] {
  if (!Array.isArray(body)) throw new Error(`no list: ${JSON.stringify(body)}`);
  return body.map((one: unknown) => valueAt(one, path));
}

describe("GET /services without pages", () => {
  it("answers the numbers of all services, in no order", async () => {
    const { get, sandbox } = await openSandbox();
    const { body, headers } = await get("/services");
    expect(body).toEqual(sandbox.services().map(({ id }) => id));
    expect(body).not.toEqual([...sandbox.services().map(({ id }) => id)].sort());
    expect(headers.get("x-pagination-elements")).toBeNull();
  });

  it("filters by resource name and by route, alone and together", async () => {
    const { get } = await openSandbox();
    const name = "resourceName=boulangerie-lumiere.fr";
    expect((await get(`/services?${name}`)).body).toEqual(
      expect.arrayContaining([29162447, 29162448, HOSTING, 29162450, 31007720]),
    );
    for (const route of ["/hosting/web", "/hosting/web/{serviceName}", "/hosting/web/boulangerie-lumiere.fr"])
      expect((await get(`/services?${name}&routes=${route}`)).body).toEqual([HOSTING]);
    expect((await get(`/services?${name}&routes=/domain,/domain/zone`)).body).toEqual([29162447, 29162448]);
    expect((await get("/services?resourceName=nobody.example")).body).toEqual([]);
  });

  it("orders by a property and refuses a direction that it does not know", async () => {
    const { get, sandbox } = await openSandbox();
    const byExpiry = await get("/services?orderBy=billing.expirationDate&sort=desc");
    const expiry = (id: unknown) => sandbox.service(Number(id)).expiresAt ?? 0;
    const instants = (Array.isArray(byExpiry.body) ? byExpiry.body : []).map(expiry);
    expect(instants).toEqual([...instants].sort((a, b) => b - a));
    expect((await get("/services?orderBy=serviceId&sort=sideways")).status).toBe(400);
  });
});

describe("GET /services by pages", () => {
  it("answers whole objects with the total, and an empty page after the last", async () => {
    const { get } = await openSandbox({ account: generated(25) });
    const page = (number: number) =>
      get("/services", { ...PAGES, "X-Pagination-Size": "10", "X-Pagination-Number": String(number) });
    const pages = [await page(1), await page(2), await page(3), await page(4)];
    expect(pages.map(({ body }) => at(body, "serviceId").length)).toEqual([10, 10, 5, 0]);
    expect(new Set(pages.flatMap(({ body }) => at(body, "serviceId"))).size).toBe(25);
    const [first] = pages;
    expect(first?.headers.get("x-pagination-elements")).toBe("25");
    expect(first?.headers.get("x-pagination-number")).toBe("1");
    expect(first?.headers.get("x-pagination-size")).toBe("10");
  });

  it.each([
    [0, 1],
    [1, 1],
    [10, 2],
    [11, 3],
  ])("names no further cursor on the last page: %i services, %i pages", async (count, pages) => {
    const { get, sandbox } = await openSandbox({ account: generated(count) });
    const seen: unknown[] = [];
    let cursor: string | null = null;
    do {
      const headers: Record<string, string> = { ...CURSOR, "X-Pagination-Size": "5" };
      if (cursor) headers["X-Pagination-Cursor"] = cursor;
      const page = await get("/services", headers);
      seen.push(...at(page.body, "serviceId"));
      cursor = page.headers.get("x-pagination-cursor-next");
    } while (cursor);
    expect(new Set(seen).size).toBe(count);
    expect(seen).toHaveLength(count);
    expect(sandbox.calls()).toHaveLength(pages);
  });

  it("cuts a page larger than 5,000 and says so", async () => {
    const { get } = await openSandbox({ account: generated(5001) });
    const page = await get("/services", { ...PAGES, "X-Pagination-Size": "100000" });
    expect(at(page.body, "serviceId")).toHaveLength(5000);
    expect(page.headers.get("x-pagination-size")).toBe("5000");
  });

  it.each([
    ["resource.name:eq=boulangerie-lumiere.fr", 5],
    ["resource.name:in=vieux-blog.fr,velo-cargo.fr", 2],
    ["resource.displayName:like=caf%C3%A9%25", 3],
    ["resource.name:eq=boulangerie-lumiere.fr&route.path:eq=/domain/{serviceName}", 1],
    ["serviceId:lt=21500303", 2],
    ["resource.name:in=vieux-blog.fr,velo-cargo.fr&resource.name:ne=vieux-blog.fr", 1],
    ["resource.name:in=vieux-blog.fr,velo-cargo.fr&resource.name:nlike=%25.FR", 0],
    ["serviceId:gt=31990000", 1],
  ])("filters by %s", async (filter, count) => {
    const { get } = await openSandbox();
    const page = await get("/services", { ...PAGES, "X-Pagination-Filter": filter });
    expect(at(page.body, "serviceId")).toHaveLength(count);
    expect(page.headers.get("x-pagination-elements")).toBe(String(count));
  });

  it("sorts by a dotted path, both ways", async () => {
    const { get } = await openSandbox();
    const sorted = async (order: string) => {
      const headers = {
        ...CURSOR,
        "X-Pagination-Sort": "resource.product.name",
        "X-Pagination-Sort-Order": order,
      };
      return at((await get("/services", headers)).body, "resource.product.name");
    };
    const up = await sorted("ASC");
    expect(up).toEqual([...up].sort());
    expect(await sorted("DESC")).toEqual([...up].reverse());
  });

  it.each([
    { "X-Pagination-Mode": "Everything" },
    { ...PAGES, "X-Pagination-Size": "0" },
    { ...PAGES, "X-Pagination-Number": "two" },
    { ...PAGES, "X-Pagination-Filter": "name=x" },
    { ...CURSOR, "X-Pagination-Cursor": "made-up" },
  ])("refuses %o", async (headers) => {
    const { get } = await openSandbox();
    expect(await get("/services", headers)).toMatchObject({
      status: 400,
      body: { class: "Client::BadRequest" },
    });
  });

  it("answers numbers all the same, or some of each, where pages are not offered", async () => {
    const { get, sandbox } = await openSandbox({ listMode: "ids" });
    expect((await get("/services", PAGES)).body).toEqual(sandbox.services().map(({ id }) => id));
    sandbox.setListMode("mixed");
    const mixed = await get("/services", PAGES);
    const kinds = (Array.isArray(mixed.body) ? mixed.body : []).map((one: unknown) => typeof one);
    expect(new Set(kinds)).toEqual(new Set(["object", "number"]));
  });
});

describe("delayed reads", () => {
  const termination = async ({ get }: OpenSandbox, headers: Record<string, string> = {}) =>
    valueAt((await get(`/services/${HOSTING}`, headers)).body, "billing.lifecycle.current.pendingActions");
  const listed = async ({ get }: OpenSandbox, headers: Record<string, string> = {}) => {
    const filter = { "X-Pagination-Filter": `serviceId:eq=${HOSTING}` };
    const { body } = await get("/services", { ...PAGES, ...filter, ...headers });
    return at(body, "billing.lifecycle.current.pendingActions")[0];
  };
  const terminate = ({ put }: OpenSandbox) =>
    put(`/services/${HOSTING}`, { terminationPolicy: "terminateAtExpirationDate" });

  it("show the old state for the lag after a write, then the new one", async () => {
    const open = await openSandbox({ lag: 5 * SECOND });
    await terminate(open);
    expect(open.sandbox.service(HOSTING).termination).toBe("terminateAtExpirationDate");
    expect(await termination(open)).toEqual([]);
    await open.clock.advance(4999);
    expect(await termination(open, { Pragma: "no-cache" })).toEqual([]);
    await open.clock.advance(1);
    expect(await termination(open)).toEqual(["terminateAtExpirationDate"]);
  });

  it("show two writes one after the other", async () => {
    const open = await openSandbox({ lag: 5 * SECOND });
    await terminate(open);
    await open.clock.advance(2 * SECOND);
    await open.put(`/services/${HOSTING}`, { terminationPolicy: "empty" });
    expect(await termination(open)).toEqual([]);
    await open.clock.advance(3 * SECOND);
    expect(await termination(open)).toEqual(["terminateAtExpirationDate"]);
    await open.clock.advance(2 * SECOND);
    expect(await termination(open)).toEqual([]);
  });

  it("let writes see the truth", async () => {
    const open = await openSandbox({ lag: 60 * SECOND });
    await terminate(open);
    expect((await open.put(`/services/${HOSTING}`, { renew: { mode: "manual" } })).status).toBe(409);
  });

  it("serve a stale list unless the request forbids the cache", async () => {
    const open = await openSandbox();
    open.sandbox.setListAge(60 * SECOND);
    expect(await listed(open)).toEqual([]);
    await terminate(open);
    expect(await listed(open)).toEqual([]);
    expect(await termination(open)).toEqual(["terminateAtExpirationDate"]);
    expect(await listed(open, { Pragma: "no-cache" })).toEqual(["terminateAtExpirationDate"]);
    await open.put(`/services/${HOSTING}`, { terminationPolicy: "empty" });
    await open.clock.advance(60 * SECOND);
    expect(await listed(open)).toEqual([]);
  });
});
