import { describe, expect, it } from "vitest";
import type { MenuEntry, MenuOption } from "../../../../sandbox/discord/person/menu.ts";
import { splitLine } from "../../../../sandbox/playground/page/discord/composer/typed-line.ts";

const option = (name: string, more: Partial<MenuOption> = {}): MenuOption => ({
  name,
  description: "",
  required: false,
  type: 3,
  autocomplete: false,
  choices: [],
  ...more,
});

const SERVICE = option("service", { required: true, autocomplete: true });
const MODE = option("mode", {
  choices: [
    { name: "Automatique", value: "automatic" },
    { name: "Manuel", value: "manual" },
  ],
});
const entry = (name: string, ...options: MenuOption[]): MenuEntry => ({ name, description: "", options });

const MENU = [
  entry(
    "/ovh services",
    option("chercher"),
    option("type", { choices: [{ name: "Domaine", value: "domain" }] }),
    option("page", { type: 4 }),
  ),
  entry("/ovh service", SERVICE),
  entry("/ovh échéances", option("jours", { type: 4 })),
  entry("/ovh resilier", SERVICE),
  entry("/ovh renouvellement", SERVICE, MODE, option("mois", { type: 4 })),
  entry("/ovh suivre", option("jours"), option("filtre")),
  entry("/ovh aide"),
  entry("/note", option("title", { required: true }), option("words", { required: true })),
  entry("/note add", option("what")),
];

const split = (line: string): readonly [string, object] | null => {
  const found = splitLine(line, MENU);
  return found && [found.entry.name, found.texts];
};

describe("a line that was typed elsewhere", () => {
  it("finds the longest command that it begins with", () => {
    expect(split("/ovh services")).toEqual(["/ovh services", {}]);
    expect(split("/ovh service x")).toEqual(["/ovh service", { service: "x" }]);
    expect(split("/note add x")).toEqual(["/note add", { what: "x" }]);
  });

  it("puts what follows into the first option", () => {
    expect(split("/ovh resilier vps-1a2b3c4d.vps.ovh.net")).toEqual([
      "/ovh resilier",
      { service: "vps-1a2b3c4d.vps.ovh.net" },
    ]);
  });

  it("gives all that is left to the last needed option", () => {
    expect(split("/ovh resilier Mairie de Lyon")).toEqual(["/ovh resilier", { service: "Mairie de Lyon" }]);
    expect(split("/note one two three")).toEqual(["/note", { title: "one", words: "two three" }]);
  });

  it("gives it to the first option where none is needed", () => {
    expect(split("/ovh services mairie example")).toEqual(["/ovh services", { chercher: "mairie example" }]);
    expect(split("/ovh suivre 30,7")).toEqual(["/ovh suivre", { jours: "30,7" }]);
  });

  it("knows a choice and a number at the end for what they are", () => {
    expect(split("/ovh renouvellement x.example manuel 12")).toEqual([
      "/ovh renouvellement",
      { service: "x.example", mode: "manuel", mois: "12" },
    ]);
    expect(split("/ovh renouvellement x.example 12")).toEqual([
      "/ovh renouvellement",
      { service: "x.example", mois: "12" },
    ]);
    expect(split("/ovh renouvellement manuel")).toEqual(["/ovh renouvellement", { service: "manuel" }]);
  });

  it("takes an option by its name, as Discord copies it", () => {
    expect(split("/ovh renouvellement service:x.example mode: automatic")).toEqual([
      "/ovh renouvellement",
      { service: "x.example", mode: "automatic" },
    ]);
    expect(split("/ovh services type:domaine mairie")).toEqual([
      "/ovh services",
      { chercher: "mairie", type: "domaine" },
    ]);
  });

  it("leaves a name alone that the option would not take", () => {
    expect(split("/ovh services type:vps")).toEqual(["/ovh services", { chercher: "type:vps" }]);
  });

  it("reads names without their accents and capitals, and any blanks", () => {
    expect(split("  /OVH   echeances  30 ")).toEqual(["/ovh échéances", { jours: "30" }]);
  });

  it.each(["/ovh", "/ovh nothing", "/ovhservices", "ovh services", "hello", ""])(
    "is no command: %s",
    (line) => {
      expect(split(line)).toBe(null);
    },
  );

  it("may have words for a command that takes none", () => {
    expect(split("/ovh aide please")).toEqual(["/ovh aide", {}]);
  });
});
