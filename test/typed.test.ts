import { describe, expect, it } from "vitest";
import { COMMANDS } from "../src/commands/all.ts";
import { parseLine } from "../src/typed.ts";

const parse = (line: string) => parseLine(line, COMMANDS);

describe("a typed line", () => {
  it.each([
    ["", "help", {}],
    ["   ", "help", {}],
    ["help", "help", {}],
    ["aide", "help", {}],
    ["terminate example.com", "terminate", { service: "example.com" }],
    ["resilier example.com", "terminate", { service: "example.com" }],
    ["Résilier  example.com ", "terminate", { service: "example.com" }],
    ["TERMINATE example.com", "terminate", { service: "example.com" }],
    ["supprimer my own site", "delete", { service: "my own site" }],
    ["service service:example.com", "service", { service: "example.com" }],
    ["keep #42", "keep", { service: "#42" }],
    ["renewal example.com manual", "renewal", { service: "example.com", mode: "manual" }],
    ["renouvellement example.com manuel", "renewal", { service: "example.com", mode: "manual" }],
    [
      "renewal example.com automatic 12",
      "renewal",
      { service: "example.com", mode: "automatic", period: "12" },
    ],
    [
      "renouvellement mois:12 mode:automatique example.com",
      "renewal",
      { service: "example.com", mode: "automatic", period: "12" },
    ],
    ["renewal manual", "renewal", { service: "manual" }],
    ["upcoming 30", "upcoming", { days: "30" }],
    ["history example.com <@U0ANNE>", "history", { service: "example.com", person: "<@U0ANNE>" }],
    ["services type:domain sort:-name été", "services", { q: "type:domain sort:-name été" }],
    ["services", "services", {}],
    ["suivre 30,7 type:domaine", "follow", { q: "30,7 type:domaine" }],
    ["ne-plus-suivre", "unfollow", {}],
  ])("reads %j", (line, command, input) => {
    expect(parse(line)).toEqual({ command, input });
  });

  it("keeps a name with a colon that is no parameter", () => {
    expect(parse("service weird:name")).toEqual({ command: "service", input: { service: "weird:name" } });
    expect(parse("service :name")).toEqual({ command: "service", input: { service: ":name" } });
  });

  it.each(["frobnicate", "__proto__", "constructor", "confirm"])("keeps %s as it was typed", (word) => {
    expect(parse(`${word} id:x`)).toEqual({ command: word, input: {} });
  });

  it("keeps the mode as it was typed where it is no choice, so that the answer can name it", () => {
    expect(parse("renewal example.com mode:weekly").input).toEqual({
      service: "example.com",
      mode: "weekly",
    });
  });
});
