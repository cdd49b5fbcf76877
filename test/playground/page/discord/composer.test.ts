import { describe, expect, it } from "vitest";
import type { MenuEntry, MenuOption } from "../../../../sandbox/discord/person/menu.ts";
import {
  EMPTY,
  onlyOffers,
  readField,
} from "../../../../sandbox/playground/page/discord/composer/field-value.ts";
import { completes, found } from "../../../../sandbox/playground/page/discord/composer/find-command.ts";
import { createStore } from "../../../../sandbox/playground/page/state/store.ts";

const entry = (name: string): MenuEntry => ({ name, description: "", options: [] });
const MENU = ["/ovh services", "/ovh échéances", "/ovh service", "/ovh résilier"].map(entry);
const names = (typed: string): readonly string[] => found(typed, MENU).map(({ name }) => name);

describe("the menu at a slash", () => {
  it("offers everything at first", () => {
    expect(names("/")).toEqual(MENU.map(({ name }) => name));
  });

  it("finds what was typed anywhere in a name, without accents and capitals", () => {
    expect(names("/eche")).toEqual(["/ovh échéances"]);
    expect(names("/OVH RESI")).toEqual(["/ovh résilier"]);
    expect(names("/nothing")).toEqual([]);
  });

  it("puts the command first that is called so", () => {
    expect(names("/ovh service")).toEqual(["/ovh service", "/ovh services"]);
  });

  it("goes on to the fields with the blank after a whole name", () => {
    expect(completes("/ovh service ", MENU)?.name).toBe("/ovh service");
    expect(completes("/ovh echeances ", MENU)?.name).toBe("/ovh échéances");
    expect(completes("/ovh service", MENU)).toBe(null);
    expect(completes("/ovh ", MENU)).toBe(null);
  });
});

const option = (more: Partial<MenuOption>): MenuOption => ({
  name: "o",
  description: "",
  required: false,
  type: 3,
  autocomplete: false,
  choices: [],
  ...more,
});
const typed = (text: string) => ({ text, chosen: null });
const read = (more: Partial<MenuOption>, text: string) => {
  const one = option(more);
  return readField(one, typed(text), onlyOffers(one, { yes: "Vrai", no: "Faux" }, createStore()));
};
const value = (one: string | number | boolean) => ({ kind: "value", value: one });

describe("what a field sends", () => {
  it("is the value of what was chosen, not its name", () => {
    expect(readField(option({}), { text: "shown", chosen: "4712" }, null)).toEqual(value("4712"));
  });

  it("is the text itself where anything may be typed", () => {
    expect(read({ autocomplete: true }, " mairie.example ")).toEqual(value("mairie.example"));
  });

  it("is a number where a number is wanted", () => {
    expect(read({ type: 4 }, "12")).toEqual(value(12));
    expect(read({ type: 10 }, "1,5")).toEqual(value(1.5));
    expect(read({ type: 4 }, "1.5")).toEqual({ kind: "wrong", why: "optionWrong" });
    expect(read({ type: 4 }, "x")).toEqual({ kind: "wrong", why: "optionWrong" });
  });

  it("is true or false", () => {
    expect(read({ type: 5 }, "vrai")).toEqual(value(true));
    expect(read({ type: 5 }, "false")).toEqual(value(false));
  });

  it("is one of the choices, by its name or its value", () => {
    const choices = [{ name: "Manuel", value: "manual" }];
    expect(read({ choices }, "manuel")).toEqual(value("manual"));
    expect(read({ choices }, "manual")).toEqual(value("manual"));
    expect(read({ choices }, "other")).toEqual({ kind: "wrong", why: "optionNotChosen" });
  });

  it("is nothing when it is empty, which a required one may not be", () => {
    expect(readField(option({}), EMPTY, null)).toEqual({ kind: "empty" });
    expect(read({ required: true }, "  ")).toEqual({ kind: "wrong", why: "optionMissing" });
  });
});
