import { describe, expect, it } from "vitest";
import { differs } from "../../../../adapters/discord/commands/difference.ts";
import { commandTree } from "../../../../adapters/discord/commands/tree.ts";
import { judgeCommands } from "../../../../sandbox/discord/judge/commands.ts";
import { CardTooLarge } from "../../../../src/card/too-large.ts";
import { COMMANDS } from "../commands.ts";

describe("commandTree", () => {
  it("makes one /ovh for servers, with a subcommand for each command, in English and French", () => {
    const [ovh] = commandTree(COMMANDS);
    expect(ovh).toMatchObject({ name: "ovh", contexts: [0], integration_types: [0] });
    expect(ovh?.options?.map(({ name, name_localizations }) => [name, name_localizations])).toEqual([
      ["services", { fr: "services" }],
      ["terminate", { fr: "resilier" }],
      ["help", { fr: "aide" }],
    ]);
    expect(judgeCommands(commandTree(COMMANDS))).toEqual([]);
  });

  it("types the options, offers choices, and completes services while one types", () => {
    const [services] = commandTree(COMMANDS)[0]?.options ?? [];
    expect(services).toMatchObject({
      options: [
        { type: 3, name: "search", name_localizations: { fr: "recherche" }, required: false },
        {
          type: 3,
          name: "type",
          choices: [
            { name: "Domain", name_localizations: { fr: "Domaine" }, value: "domain" },
            { name: "Web hosting", name_localizations: { fr: "Hébergement web" }, value: "hosting" },
          ],
        },
        { type: 4, name: "page" },
      ],
    });
  });

  it("puts required options first, as Discord demands", () => {
    const terminate = commandTree(COMMANDS)[0]?.options?.[1];
    expect(terminate).toMatchObject({
      options: [
        { name: "service", required: true, autocomplete: true },
        { name: "note", required: false },
      ],
    });
  });

  it("refuses texts that Discord would refuse", () => {
    const [first] = COMMANDS;
    if (!first) throw new Error("no commands");
    const long = { ...first, summary: { en: "x".repeat(101), fr: "x" } };
    expect(() => commandTree([long])).toThrow(CardTooLarge);
    expect(() => commandTree(Array.from({ length: 26 }, () => first))).toThrow(CardTooLarge);
  });
});

describe("differs", () => {
  const wanted = commandTree(COMMANDS);
  const [ovh] = wanted;
  if (!ovh) throw new Error("no tree");

  /** As Discord gives it back: with ids, and with defaults filled in or left out. */
  const registered = {
    ...ovh,
    id: "1",
    application_id: "2",
    version: "3",
    default_member_permissions: null,
    nsfw: false,
    dm_permission: true,
    options: ovh.options?.map((option) => {
      const params = "options" in option ? (option.options ?? []) : [];
      return {
        ...option,
        options: params.map(({ required, ...param }) => (required ? { ...param, required } : param)),
      };
    }),
  };

  it("sees none in what Discord fills in or leaves out", () => {
    expect(differs(wanted, [registered])).toBe(false);
  });

  it.each([
    ["nothing is registered", []],
    ["a description", [{ ...registered, description: "Other" }]],
    ["a translation", [{ ...registered, description_localizations: { fr: "Autre" } }]],
    ["a subcommand is missing", [{ ...registered, options: registered.options?.slice(1) }]],
    ["one command too many", [registered, { ...registered, name: "old" }]],
    ["where it may be used", [{ ...registered, contexts: [0, 1] }]],
    ["who may use it", [{ ...registered, default_member_permissions: "32" }]],
    ["a shape that cannot be read", ["ovh"]],
  ])("sees a difference: %s", (_name, other) => {
    expect(differs(wanted, other)).toBe(true);
  });
});
