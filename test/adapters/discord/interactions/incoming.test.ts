import { describe, expect, it } from "vitest";
import { readIncoming } from "../../../../adapters/discord/interactions/incoming.ts";
import { asObject } from "../../../../sandbox/json.ts";
import type { Locale } from "../../../../src/card/card.ts";
import { conformanceFound, ifFound, readConformance } from "../../../conformance.ts";
import { COMMANDS } from "../commands.ts";

const base = {
  id: "1442000000000000001",
  application_id: "1210000000000000001",
  token: "token",
  channel_id: "1210000000000000030",
  guild_id: "1210000000000000010",
  locale: "en-GB",
  member: { user: { id: "1210000000000000040" }, roles: ["1"], pending: false },
};
const read = (payload: object, defaultLocale: Locale = "en") =>
  readIncoming({ ...base, ...payload }, COMMANDS, defaultLocale);
const press = (custom_id: string, more: object = {}) => ({
  type: 3,
  data: { custom_id, component_type: 2 },
  ...more,
});
const slash = (name: string, options: readonly object[] = []) => ({
  type: 2,
  data: { id: "1", name: "ovh", type: 1, options: [{ type: 1, name, options }] },
});
const UNKNOWN = { command: "unknown-press", input: {} };

describe("readIncoming", () => {
  it.each<[string, Locale, Locale]>([
    ["fr", "en", "fr"],
    ["en-US", "fr", "en"],
    ["en-GB", "fr", "en"],
    ["de", "fr", "fr"],
    ["de", "en", "en"],
    ["", "fr", "fr"],
  ])("reads the language %j, where the house speaks %s, as %s", (locale, house, expected) => {
    expect(read({ ...press("help"), locale }, house)?.locale).toBe(expected);
  });

  it("reads who acts in a server and in direct messages", () => {
    expect(read(press("help"))?.sender).toEqual({
      userId: "1210000000000000040",
      guildId: "1210000000000000010",
      roles: ["1"],
      pending: false,
    });
    const direct = { member: undefined, guild_id: undefined, user: { id: "7" } };
    expect(read({ ...press("help"), ...direct })?.sender).toEqual({
      userId: "7",
      guildId: null,
      roles: [],
      pending: false,
    });
  });

  it("reads whether the message is seen by one person alone", () => {
    const message = { id: "5", channel_id: "6" };
    expect(read(press("help", { message: { ...message, flags: 32768 | 64 } }))?.source).toEqual({
      message: { channel: { platform: "discord", id: "6" }, id: "5" },
      isPrivate: true,
    });
    expect(read(press("help", { message }))?.source?.isPrivate).toBe(false);
  });

  it.each<[string, object, string]>([
    ["a button that the bot did not write", press("{json}"), "button"],
    ["a button of nothing", press(""), "button"],
    ["a menu of people", { type: 3, data: { custom_id: "x", component_type: 5, values: ["1"] } }, "button"],
    [
      "a select that the bot did not write",
      { type: 3, data: { custom_id: "??", component_type: 3, values: ["1"] } },
      "select",
    ],
    ["a form that the bot did not write", { type: 5, data: { custom_id: "??", components: [] } }, "form"],
    ["a command of another time", slash("erase"), "slash"],
    ["an option of another time", slash("help", [{ type: 3, name: "force", value: "yes" }]), "slash"],
    ["a command without a subcommand", { type: 2, data: { id: "1", name: "ovh", type: 1 } }, "slash"],
    [
      "a command on a message",
      { type: 2, data: { id: "1", name: "Explain", type: 3, target_id: "2" } },
      "slash",
    ],
    ["a type of a later time", { type: 99, data: {} }, "slash"],
  ])("lets somebody get an answer who uses %s", (_name, payload, via) => {
    expect(read(payload)?.content).toEqual({ kind: "act", via, press: UNKNOWN });
  });

  it.each<[string, object]>([
    ["no token", { ...press("help"), token: undefined }],
    ["nobody who acts", { ...press("help"), member: undefined }],
    ["an id that is none", { ...press("help"), id: "12x" }],
    ["a ping", { type: 1 }],
    ["a completion of a later time", { type: 4, data: { type: 1, name: "ovh", options: [] } }],
  ])("passes over what cannot be answered: %s", (_name, payload) => {
    expect(read(payload)).toBeNull();
  });

  it("hands over what was filled in, and leaves out what was left empty", () => {
    const fields = [
      { type: 10, id: 1 },
      { type: 18, id: 2, component: { type: 4, id: 3, custom_id: "typed", value: "example.com" } },
      { type: 18, id: 4, component: { type: 4, id: 5, custom_id: "note", value: "" } },
      { type: 18, id: 6, component: { type: 22, id: 7, custom_id: "understood", values: ["yes"] } },
      { type: 18, id: 8, component: { type: 22, id: 9, custom_id: "other", values: [] } },
      { type: 18, id: 10, component: { type: 21, id: 11, custom_id: "reason", value: null } },
    ];
    expect(read({ type: 5, data: { custom_id: "delete|id=1", components: fields } })?.content).toEqual({
      kind: "act",
      via: "form",
      press: { command: "delete", input: { id: "1", typed: "example.com", understood: "yes" } },
    });
  });
});

describe(ifFound("recorded interactions"), () => {
  it.skipIf(!conformanceFound)("are read, with the person, the thread and the message", () => {
    const { recorded } = asObject(readConformance("discord/recorded-interactions.json"));
    const payloads = Object.values(asObject(recorded));
    expect(payloads).toHaveLength(2);
    for (const payload of payloads) {
      expect(readIncoming(payload, COMMANDS, "fr")).toMatchObject({
        sender: { userId: "1033044521375764530", guildId: "1457468924290662599", roles: [], pending: false },
        place: { platform: "discord", id: "1457536551830421524" },
        locale: "en",
        source: { isPrivate: false },
        content: { kind: "act", via: "button" },
      });
    }
  });
});
