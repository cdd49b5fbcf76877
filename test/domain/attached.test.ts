import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { group } from "../../src/domain/attached.ts";
import { FAMILIES, serviceId } from "../../src/domain/service.ts";
import { type ServiceOverrides, someService } from "./some-service.ts";

const groups = (...list: ServiceOverrides[]): readonly string[] =>
  group(list.map((overrides, index) => someService({ id: index + 1, ...overrides }))).map(
    ({ head, attached }) => [head, ...attached].map(({ id }) => id).join("-"),
  );
const name = "example.com";

describe("attached services", () => {
  it("are those of one name, under the domain", () => {
    expect(
      groups(
        { name, family: "zone" },
        { name: "other.com", family: "domain" },
        { name, family: "mxplan" },
        { name: "Example.com", family: "domain" },
        { name, family: "hosting" },
      ),
    ).toEqual(["4-1-3-5", "2"]);
  });

  it("stand under the hosting where the domain is not here", () => {
    expect(groups({ name, family: "zone" }, { name, family: "hosting" })).toEqual(["2-1"]);
  });

  it("are not servers that happen to have one name", () => {
    expect(groups({ name, family: "vps" }, { name, family: "vps" }, { name, family: "domain" })).toEqual([
      "1",
      "2",
      "3",
    ]);
  });

  it("include options, and options of options, under what they belong to", () => {
    expect(
      groups(
        { name: "cdn", family: "other", parentId: serviceId(2) },
        { name, family: "hosting" },
        { name, family: "domain" },
        { name: "deep", family: "other", parentId: serviceId(1) },
        { name: "vps-option", family: "other", parentId: serviceId(6) },
        { name: "vps", family: "vps" },
      ),
    ).toEqual(["3-1-2-4", "6-5"]);
  });

  it("stand for themselves when their parent is not listed", () => {
    expect(groups({ parentId: serviceId(99) }, {})).toEqual(["1", "2"]);
  });

  it("come to an end in a ring of parents", () => {
    const ring = [2, 3, 1].map((parent) => ({ family: "vps", parentId: serviceId(parent) }) as const);
    expect(groups(...ring)).toEqual(["1-2-3"]);
    expect(groups({ parentId: serviceId(1) })).toEqual(["1"]);
  });
});

describe("grouping", () => {
  const service = fc.record({
    name: fc.constantFrom("a.example", "b.example", "c.example"),
    family: fc.constantFrom(...FAMILIES),
    parent: fc.option(fc.integer({ min: 1, max: 12 })),
  });
  const lists = fc
    .array(service, { maxLength: 12 })
    .map((list) =>
      list.map(({ parent, ...rest }, index) =>
        someService({ id: index + 1, ...rest, parentId: parent === null ? null : serviceId(parent) }),
      ),
    );

  it("puts every service into exactly one group", () => {
    fc.assert(
      fc.property(lists, (list) => {
        const ids = group(list).flatMap(({ head, attached }) => [head, ...attached].map(({ id }) => id));
        expect(ids.toSorted((one, other) => one - other)).toEqual(list.map(({ id }) => id));
      }),
    );
  });

  it("makes the same groups whatever the order", () => {
    const sets = (list: Parameters<typeof group>[0]): readonly string[] =>
      group(list)
        .map(({ head, attached }) =>
          [head, ...attached]
            .map(({ id }) => id)
            .sort()
            .join("-"),
        )
        .sort();
    fc.assert(
      fc.property(lists, (list) => {
        expect(sets(list.toReversed())).toEqual(sets(list));
      }),
    );
  });
});
