import { describe, expect, it } from "vitest";
import { actor, code, instant, link, plain, strong } from "../../src/card/build.ts";
import { LOCALES } from "../../src/card/card.ts";
import { speak } from "../../src/i18n/speak.ts";

const en = speak("en");
const fr = speak("fr");

const HOSTILE = [
  "{x}",
  "{count, plural, other {#}}",
  "<b>bold</b>",
  "</b>",
  "it's '{quoted}'",
  "# of # !",
  "a ; b : c",
  "$& $1",
];

describe("a value", () => {
  it("stays the inline that it is, in the order of the sentence", () => {
    const who = actor({ platform: "slack", id: "U1" });
    expect(en.text("choose.option", { name: who, family: instant(7, "time") })).toEqual([
      who,
      plain(" ("),
      instant(7, "time"),
      plain(")"),
    ]);
  });

  it("keeps its kind: code is code, a link is a link", () => {
    const away = link("console", "https://example.com/");
    expect(fr.text("choose.option", { name: code("x"), family: away })).toEqual([
      code("x"),
      plain(" ("),
      away,
      plain(")"),
    ]);
  });

  it("may be a whole text", () => {
    const filter = [code("a.example"), plain(" and "), code("b.example")];
    expect(fr.text("list.title-filtered", { filter })).toEqual([plain("Services\u00a0: "), ...filter]);
  });

  it("may be an empty text, and leaves no empty piece", () => {
    expect(en.text("list.attached-mark", { name: [] })).toEqual([plain("↳ ")]);
    expect(en.text("list.attached-mark", { name: "" })).toEqual([plain("↳ ")]);
  });

  it.each(LOCALES.flatMap((locale) => HOSTILE.map((name) => [locale, name] as const)))(
    "is said literally in %s: %s",
    (locale, name) => {
      const say = speak(locale);
      const verb = locale === "en" ? "Keep" : "Conserver";
      expect(say.plain("button.keep", { name })).toBe(`${verb} ${name}`);
      expect(say.text("button.keep", { name })).toEqual([plain(`${verb} ${name}`)]);
      expect(say.text("button.keep", { name: code(name) })).toEqual([plain(`${verb} `), code(name)]);
    },
  );
});

describe("<b>", () => {
  it("is strong text", () => {
    expect(en.text("loss.dump-none")).toEqual([strong("no dump")]);
    expect(fr.text("loss.dump-none")).toEqual([strong("aucune sauvegarde")]);
  });

  it("takes a value in and ends where it ends", () => {
    expect(fr.text("service.why-line", { action: "Résilier", why: "il est déjà résilié." })).toEqual([
      strong("Résilier"),
      plain("\u00a0: il est déjà résilié."),
    ]);
  });

  it.each(HOSTILE)("cannot be left by a value: %s", (action) => {
    const text = en.text("service.why-line", { action, why: [code(action)] });
    expect(text).toEqual([strong(action), plain(": "), code(action)]);
  });

  it("is not for labels", () => {
    expect(() => en.plain("loss.dump-none")).toThrow();
  });
});

describe("a value that is missing", () => {
  it.each(LOCALES)("throws in %s, and nothing is said", (locale) => {
    const say = speak(locale);
    expect(() => say.text("button.keep")).toThrow(/name/);
    expect(() => say.plain("button.keep")).toThrow(/name/);
    expect(() => say.plain("button.keep", { nam: "x" })).toThrow(/name/);
    expect(() => say.plain("service.price-value", { amount: "x" })).toThrow(/period/);
    expect(() => say.text("list.summary")).toThrow(/count/);
  });

  it("is not found on the prototype of the values", () => {
    const inherited: Record<string, string> = Object.create({ name: "x" });
    expect(() => en.text("button.keep", inherited)).toThrow(/name/);
    expect(() => en.plain("button.keep", inherited)).toThrow(/name/);
  });
});

describe("a number", () => {
  it.each([
    [0, "No service", "Aucun service"],
    [1, "1 service", "1 service"],
    [2, "2 services", "2 services"],
    // French parts the thousands by a narrow space that does not break.
    [1000, "1,000 services", "1\u202f000 services"],
    [1_234_567, "1,234,567 services", "1\u202f234\u202f567 services"],
  ])("of %i takes its form and its separators", (count, english, french) => {
    expect(en.plain("list.summary", { count })).toBe(english);
    expect(fr.plain("list.summary", { count })).toBe(french);
  });

  it.each([
    [0, "ends today", "fin aujourd’hui"],
    [1, "ends within 1 day", "fin sous 1 jour"],
    [2, "ends within 2 days", "fin sous 2 jours"],
    [1000, "ends within 1,000 days", "fin sous 1\u202f000 jours"],
  ])("of %i days is counted by each language's rule", (days, english, french) => {
    expect(en.plain("filter.expires-by-days", { days })).toBe(english);
    expect(fr.plain("filter.expires-by-days", { days })).toBe(french);
  });

  it("of none is plural in English and singular in French", () => {
    expect(en.plain("filter.expires-after-days", { days: 0 })).toBe("ends in more than 0 days");
    expect(fr.plain("filter.expires-after-days", { days: 0 })).toBe("fin dans plus de 0 jour");
  });
});

it("each language knows which it is", () => {
  expect(LOCALES.map((locale) => speak(locale).locale)).toEqual(LOCALES);
});
