import { describe, expect, it } from "vitest";
import { findServices, sameTypedName } from "../../src/domain/find.ts";
import { someService } from "./some-service.ts";

const names = ["example.com", "example.org", "shop.example.com", "Boutique d’été", "vps-1a2b.vps.ovh.net"];
const services = names.map((name, index) => someService({ id: index + 100, name }));
const twins = [
  someService({ id: 1, name: "twin.example", family: "domain" }),
  someService({ id: 2, name: "twin.example", family: "zone" }),
  someService({ id: 3, name: "twin.example", family: "hosting", displayName: "Twin" }),
];
const all = [...services, ...twins];

function found(typed: string): readonly string[] {
  const result = findServices(all, typed);
  switch (result.kind) {
    case "one":
      return [`#${result.service.id}`];
    case "several":
      return result.services.map(({ id }) => `#${id}`);
    case "none":
      return ["none", ...result.nearest.map(({ id }) => `#${id}`)];
  }
}

describe("finding a service", () => {
  it.each([
    ["its id", "101", ["#101"]],
    ["its id with a number sign", "#101", ["#101"]],
    ["its whole name", "example.com", ["#100"]],
    ["its name in capitals and with spaces around", "  EXAMPLE.Com ", ["#100"]],
    ["its name without accents", "boutique d’ete", ["#103"]],
    ["the beginning of its name", "shop", ["#102"]],
    ["a part of its name", "1a2b", ["#104"]],
    ["the customer's name for it", "twin", ["#3"]],
  ])("takes %s", (_, typed, expected) => {
    expect(found(typed)).toEqual(expected);
  });

  it("gives every service of a name that several have", () => {
    expect(found("twin.example")).toEqual(["#1", "#2", "#3"]);
  });

  it("gives every service that begins so, and those that only contain it when none does", () => {
    expect(found("exam")).toEqual(["#100", "#101"]);
    expect(found(".com")).toEqual(["#102", "#100"].sort());
  });

  it("proposes the nearest names for what fits nothing", () => {
    expect(found("exmaple.com").slice(0, 2)).toEqual(["none", "#100"]);
    expect(found("completely different")).toEqual(["none"]);
  });

  it("finds nothing for nothing", () => {
    expect(found("  ")).toEqual(["none"]);
  });

  it("does not take a part of an id for an id", () => {
    expect(found("10")).toEqual(["none"]);
  });

  it("takes less than a second of work at 100,000 services, also for a name that fits none", () => {
    const many = Array.from({ length: 100_000 }, (_, id) =>
      someService({ id, name: `hébergement-${id}.example.com` }),
    );
    const before = process.cpuUsage();
    expect(findServices(many, "hebergement-xx99999.example.com").kind).toBe("none");
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(1000);
  });
});

describe("the typed name before a deletion", () => {
  const domain = someService({ name: "example.com", displayName: "Été à la plage" });

  it.each(["example.com", " Example.COM\n", "Été à la plage", "E\u0301te\u0301 a\u0300 la plage"])(
    "accepts %j",
    (typed) => {
      expect(sameTypedName(domain, typed)).toBe(true);
    },
  );

  it.each([
    "",
    "example.co",
    "example.com.",
    "www.example.com",
    "été à la plage",
    "Ete a la plage",
    "exam\u200bple.com",
    "example.com\u202e",
    "ex\u00adample.com",
    "ехample.com",
    "1",
  ])("refuses %j", (typed) => {
    expect(sameTypedName(domain, typed)).toBe(false);
  });
});
