import { describe, expect, it } from "vitest";
import { createSandboxClock } from "../../sandbox/clock.ts";
import { type Catalogue, createCatalogue, PAGE_ROWS } from "../../src/catalogue.ts";
import { DAY } from "../../src/domain/instant.ts";
import { parseQuery } from "../../src/domain/parse-query.ts";
import { FAMILIES } from "../../src/domain/service.ts";
import { NOON, type ServiceOverrides, someService } from "../domain/some-service.ts";
import { createSilentLog } from "../fakes/silent-log.ts";
import { createAccount } from "./account.ts";

async function filled(...list: ServiceOverrides[]) {
  const services = list.map((overrides, index) => someService({ id: index + 1, ...overrides }));
  const clock = createSandboxClock({ start: NOON, frozen: true });
  const provider = createAccount(services);
  const catalogue = createCatalogue({
    provider,
    clock,
    log: createSilentLog(),
    random: Math.random,
    zone: "Europe/Paris",
    refreshEveryMs: 2 * DAY,
  });
  await catalogue.refresh("person");
  return { catalogue, clock };
}

function list(catalogue: Catalogue, text: string) {
  const parsed = parseQuery(text);
  if (parsed.kind === "problem") throw new Error(JSON.stringify(parsed.problem));
  return catalogue.list(parsed.query);
}
const ids = (catalogue: Catalogue, text: string): readonly string[] =>
  list(catalogue, text).rows.map(
    ({ service, attachedTo }) => `${attachedTo ? `${attachedTo.id}>` : ""}${service.id}`,
  );

describe("the order", () => {
  const some: ServiceOverrides[] = [
    { name: "b", displayName: "Échelle", expiresAt: NOON + 3 * DAY, family: "vps" },
    { name: "c", displayName: "zèbre", expiresAt: null, family: "vrack" },
    { name: "a", displayName: "Fleur", expiresAt: NOON + DAY, family: "domain", state: "unpaid" },
    { name: "d", displayName: "echo", expiresAt: NOON + 2 * DAY, family: "hosting" },
  ];

  it.each([
    ["", "3 4 1 2"],
    ["sort:-expiry", "2 1 4 3"],
    ["sort:name", "1 4 3 2"],
    ["sort:-name", "2 3 4 1"],
    ["sort:type", "3 4 1 2"],
    ["sort:state", "3 1 4 2"],
  ])("of %j is %s", async (query, expected) => {
    const { catalogue } = await filled(...some);
    expect(ids(catalogue, `${query} group:no`).join(" ")).toBe(expected);
  });

  it("puts what has ended for good last, and what never ends before it", async () => {
    const { catalogue } = await filled(
      { name: "ended", state: "terminated", expiresAt: NOON - DAY },
      { name: "endless", expiresAt: null },
      { name: "expired", state: "expired", expiresAt: NOON - DAY },
    );
    expect(ids(catalogue, "group:no")).toEqual(["3", "2", "1"]);
  });

  it("goes by the id where everything else is equal", async () => {
    const { catalogue } = await filled({ name: "x", id: 9 }, { name: "x", id: 3, family: "vps" });
    expect(ids(catalogue, "sort:name group:no")).toEqual(["3", "9"]);
  });
});

describe("attached services", () => {
  const name = "example.com";
  const pair: ServiceOverrides[] = [
    { name, family: "hosting", expiresAt: NOON + DAY },
    { name: "vps", family: "vps", expiresAt: NOON + 2 * DAY },
    { name, family: "domain", expiresAt: NOON + 9 * DAY },
  ];

  it("stand under their head, where the most urgent of them would", async () => {
    const { catalogue } = await filled(...pair);
    expect(ids(catalogue, "")).toEqual(["3", "3>1", "2"]);
  });

  it("stand apart when that is asked for", async () => {
    const { catalogue } = await filled(...pair);
    expect(ids(catalogue, "group:no")).toEqual(["1", "2", "3"]);
  });

  it("stand by themselves when the filter leaves their head out", async () => {
    const { catalogue } = await filled(...pair);
    expect(ids(catalogue, "type:hosting")).toEqual(["1"]);
  });

  it("keep telling their head on the next page", async () => {
    const { catalogue } = await filled(
      ...Array.from({ length: 12 }, () => ({ name, family: "hosting" }) as const),
    );
    const page = list(catalogue, "page:2");
    expect(page.rows.map(({ attachedTo }) => attachedTo?.id)).toEqual([1, 1]);
  });
});

describe("pages", () => {
  it("hold ten rows, count everything, and show every service once", async () => {
    const { catalogue } = await filled(...Array.from({ length: 25 }, () => ({})));
    const pages = [1, 2, 3].map((page) => list(catalogue, `page:${page}`));
    expect(pages.map(({ rows }) => rows.length)).toEqual([PAGE_ROWS, PAGE_ROWS, 5]);
    expect(new Set(pages.flatMap(({ rows }) => rows.map(({ service }) => service.id))).size).toBe(25);
    expect(pages[0]).toMatchObject({ total: 25, pages: 3, page: 1 });
  });

  it("end with the last one for whoever asks further", async () => {
    const { catalogue } = await filled(...Array.from({ length: 11 }, () => ({})));
    expect(list(catalogue, "page:99999")).toMatchObject({ page: 2, pages: 2, total: 11 });
    expect(list(catalogue, "page:7 nothing")).toEqual({ rows: [], page: 1, pages: 1, total: 0 });
  });
});

it("answers anew on another day, in the team's time zone", async () => {
  const { catalogue, clock } = await filled({ expiresAt: NOON + DAY });
  expect(list(catalogue, "expires:0d").total).toBe(0);
  // 23:00 in UTC is midnight in Paris.
  await clock.advanceTo(Date.UTC(2026, 10, 22, 23) - 1);
  expect(list(catalogue, "expires:0d").total).toBe(0);
  await clock.advance(1);
  expect(list(catalogue, "expires:0d").total).toBe(1);
});

describe("a large account", () => {
  const many = Array.from({ length: 100_000 }, (_, index) => ({
    name: `Sérvice-${(index * 7919) % 100_000}.example`,
    family: FAMILIES[index % FAMILIES.length] ?? "other",
    expiresAt: NOON + ((index * 104_729) % 365) * DAY,
  }));

  it("is sorted rightly, lets others work meanwhile, and gives its pages as fast as a small one", async () => {
    let turns = 0;
    const count = setInterval(() => turns++, 0);
    const { catalogue } = await filled(...many);
    clearInterval(count);
    expect(turns).toBeGreaterThan(20);
    const { rows } = list(catalogue, "sort:name");
    expect(rows.map(({ service }) => service.name)).toEqual(
      many
        .map(({ name }) => name)
        .sort()
        .slice(0, PAGE_ROWS),
    );
    list(catalogue, "");
    const before = process.cpuUsage();
    for (let page = 1; page <= 1000; page++) list(catalogue, `page:${page}`);
    expect(process.cpuUsage(before).user / 1000 / 1000).toBeLessThan(1);
  });
});
