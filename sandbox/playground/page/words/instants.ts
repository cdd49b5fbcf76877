import type { Language } from "../../protocol.ts";

const LOCALES: Readonly<Record<Language, string>> = { fr: "fr-FR", en: "en-GB" };

/** Weekday, date and time, as at the top of the page. */
export function dateTime(language: Language, timeZone: string): (instant: number) => string {
  const format = new Intl.DateTimeFormat(LOCALES[language], {
    ...{ timeZone, weekday: "short", day: "numeric", month: "short", year: "numeric" },
    ...{ hour: "2-digit", minute: "2-digit" },
  });
  return (instant) => format.format(instant);
}

export function dateOnly(language: Language, timeZone: string): (instant: number) => string {
  const format = new Intl.DateTimeFormat(LOCALES[language], { timeZone, dateStyle: "medium" });
  return (instant) => format.format(instant);
}

export function timeOnly(language: Language, timeZone: string): (instant: number) => string {
  const format = new Intl.DateTimeFormat(LOCALES[language], {
    ...{ timeZone, day: "numeric", month: "short" },
    ...{ hour: "2-digit", minute: "2-digit", second: "2-digit" },
  });
  return (instant) => format.format(instant);
}
