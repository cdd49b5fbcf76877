import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { LOCALES, type Locale } from "../../src/card/card.ts";
import { type MessageKey, messages } from "../../src/i18n/messages.ts";
import { speak } from "../../src/i18n/speak.ts";
import { sourcesOf } from "../architecture/sources.ts";
import { type Argument, argumentsOf } from "./arguments.ts";

const isKey = (key: string): key is MessageKey => Object.hasOwn(messages, key);
const KEYS = Object.keys(messages).filter(isKey);

/** Each branch of each plural in the messages is taken by one of these. */
const NUMBERS = [0, 1, 2, 12, 24, 36, 1000];

/** The message as people may get it: every number by every option. */
function sayings(key: MessageKey, locale: Locale): readonly string[] {
  const all = argumentsOf(key, locale);
  const choices = all.find(({ kind }) => kind === "select")?.options ?? [""];
  return NUMBERS.flatMap((number) =>
    choices.map((choice) => {
      const value = ({ kind }: Argument) => ({ number, text: "x", select: choice, tag: "" })[kind];
      const values = all
        .filter(({ kind }) => kind !== "tag")
        .map((argument) => [argument.name, value(argument)] as const);
      const text = speak(locale).text(key, Object.fromEntries(values));
      return text.map((part) => ("text" in part ? part.text : "")).join("");
    }),
  );
}

/** The keys in whose message something is found, with it. */
function found(locale: Locale, pattern: RegExp, keys: readonly MessageKey[] = KEYS): readonly string[] {
  return keys.flatMap((key) => {
    const bad = sayings(key, locale).find((text) => pattern.test(text));
    return bad === undefined ? [] : [`${key}: ${bad}`];
  });
}

describe("every message", () => {
  it.each(LOCALES)("is ICU and can be said in %s", (locale) => {
    const silent = KEYS.filter((key) => sayings(key, locale).some((text) => text.trim() === ""));
    expect(silent).toEqual([]);
  });

  it("takes the same arguments in both languages", () => {
    const different = KEYS.filter(
      (key) => JSON.stringify(argumentsOf(key, "en")) !== JSON.stringify(argumentsOf(key, "fr")),
    );
    expect(different).toEqual([]);
  });

  it("has no markup but <b>, the only tag that a card knows", () => {
    const tags = KEYS.flatMap((key) => argumentsOf(key, "en").filter(({ kind }) => kind === "tag"));
    expect(tags.length).toBeGreaterThan(0);
    expect(tags.filter(({ name }) => name !== "b")).toEqual([]);
  });

  it.each(LOCALES)("has typographic apostrophes only, in %s", (locale) => {
    expect(found(locale, /'/u)).toEqual([]);
  });

  it.each(LOCALES)("shows no brace, number sign or tag of its own making in %s", (locale) => {
    expect(found(locale, /[{}#]|<\/?b>/u)).toEqual([]);
  });
});

describe("French", () => {
  // What is typed to the bot is written as it is typed.
  const prose = KEYS.filter((key) => !key.startsWith("help.example-"));

  it("does not break a line before high punctuation", () => {
    expect(found("fr", /(?<!\u00a0)[;:?!»€]/u, prose)).toEqual([]);
  });

  it("does not break a line after an opening quotation mark", () => {
    expect(found("fr", /«(?!\u00a0)/u)).toEqual([]);
  });

  it("has no English quotation marks", () => {
    expect(found("fr", /["“”]/u)).toEqual([]);
  });
});

describe("the code", () => {
  it("says every message", async () => {
    const files = (await sourcesOf("src")).filter((file) => !file.startsWith("src/i18n/messages"));
    const code = (await Promise.all(files.map((file) => readFile(file, "utf8")))).join("\n");
    const templates = [...code.matchAll(TEMPLATE)].map(([template]) => patternOf(template.slice(1, -1)));
    expect(templates.length).toBeGreaterThan(0);
    const unused = KEYS.filter(
      (key) => !code.includes(`"${key}"`) && !templates.some((template) => template.test(key)),
    );
    expect(unused, "messages that nothing says").toEqual([]);
  });
});

/** A key that is put together: `why.${kind}`. */
const TEMPLATE = /`[a-z][a-z-]*\.[a-z.-]*\$\{[^`]*`/gu;

/** A hole holds one word of a key, so that `problem.${kind}.title` does not use up all of `problem.`. */
function patternOf(template: string): RegExp {
  const fixed = template.split(/\$\{[^}]*\}/u).map((part) => part.replaceAll(".", "\\."));
  return new RegExp(`^${fixed.join("[a-z0-9-]+")}$`, "u");
}
