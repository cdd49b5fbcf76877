import { describe, expect, it } from "vitest";
import { type HttpAnswer, json } from "../../../sandbox/http.ts";
import { serviceId } from "../../../src/domain/service.ts";
import { PERSON } from "./provider-rig.ts";
import { wire } from "./raw-pairs.ts";
import { openStub } from "./stub-list.ts";

const OLD = "2026-11-01T04:00:00+01:00";
const NEW = "2026-11-21T04:00:00+01:00";
const database = (name: string) => ({ name, quotaUsed: { unit: "MB", value: 1 }, dumps: 3 });

/** The databases that the warning names for a hosting whose routes answer as told. */
async function databasesOf(
  answers: Readonly<Record<string, HttpAnswer>>,
  names: readonly string[] = ["shop"],
) {
  const service = wire({ path: "/hosting/web/{serviceName}", name: "a.fr" });
  const rig = await openStub(({ path }) => {
    const tail = path.replace("/1.0/hosting/web/a.fr", "");
    if (path === "/1.0/services/29162449") return json(200, service);
    if (tail === "/database") return json(200, names.map(database));
    return answers[tail] ?? json(404, { message: "no" });
  });
  const facts = await rig.provider.lossFacts(
    await rig.provider.getService(serviceId(29162449), PERSON),
    PERSON,
  );
  if (facts.kind !== "hosting" || facts.databases.kind !== "read") throw new Error("no databases were read");
  return { databases: facts.databases.value, requests: rig.requests };
}

const newestOf = async (answers: Readonly<Record<string, HttpAnswer>>) =>
  (await databasesOf(answers)).databases[0]?.newestDumpAt;

describe("the newest dump of a database", () => {
  it.each(["creating", "deleting"])("is none that OVHcloud is %s", async (status) => {
    const dumps = [
      { creationDate: NEW, status },
      { creationDate: OLD, status: "created" },
    ];
    expect(await newestOf({ "/database/shop/dump": json(200, dumps) })).toEqual({
      kind: "read",
      value: Date.parse(OLD),
    });
  });

  it("is found among numbers in any order", async () => {
    const answers = {
      "/database/shop/dump": json(200, [1, 7, 9, 8]),
      "/database/shop/dump/7": json(200, { creationDate: OLD, status: "created" }),
      "/database/shop/dump/8": json(200, { creationDate: NEW, status: "created" }),
      "/database/shop/dump/9": json(200, { creationDate: NEW, status: "creating" }),
    };
    expect(await newestOf(answers)).toEqual({ kind: "read", value: Date.parse(NEW) });
  });

  it("is unread when one of those that could be it cannot be read", async () => {
    const answers = {
      "/database/shop/dump": json(200, [7, 8]),
      "/database/shop/dump/7": json(200, { creationDate: OLD, status: "created" }),
      "/database/shop/dump/8": json(403, { message: "no" }),
    };
    expect(await newestOf(answers)).toEqual({ kind: "unread" });
  });

  it("is unread when its date cannot be read", async () => {
    const dumps = [{ creationDate: "yesterday", status: "created" }];
    expect(await newestOf({ "/database/shop/dump": json(200, dumps) })).toEqual({ kind: "unread" });
  });
});

it("names every database, and asks about no more than twenty", async () => {
  const names = Array.from({ length: 30 }, (_, index) => `db${index}`);
  const { databases, requests } = await databasesOf({}, names);
  expect(databases.map(({ name }) => name)).toEqual(names);
  expect(databases[29]).toEqual({ name: "db29", sizeBytes: 1e6, newestDumpAt: { kind: "unread" } });
  expect(requests.filter(({ path }) => path.endsWith("/dump"))).toHaveLength(20);
});
