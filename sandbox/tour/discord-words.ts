import { DAY, HOUR, type Instant, MINUTE } from "../../src/domain/instant.ts";

/** A Discord message as its client shows it: back-slashes gone, timestamps in words (UTC), mentions by name. */
export function discordWords(
  text: string,
  reader: { readonly locale: string; readonly now: Instant },
  nameOf: (id: string) => string,
): string {
  return text
    .replace(/<t:(\d+):([a-zA-Z])>/gu, (_, seconds: string, style: string) =>
      instantWords(Number(seconds) * 1000, style, reader),
    )
    .replace(/<@!?(\d+)>/gu, (_, id: string) => `@${nameOf(id)}`)
    .replace(/\\([^\w\s])/gu, "$1");
}

function instantWords(
  at: Instant,
  style: string,
  { locale, now }: { readonly locale: string; readonly now: Instant },
): string {
  const format = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...options }).format(at);
  switch (style) {
    case "R":
      return relativeWords(at - now, locale);
    case "D":
      return format({ dateStyle: "long" });
    case "t":
      return format({ timeStyle: "short" });
    default:
      return format({ dateStyle: "long", timeStyle: "short" });
  }
}

function relativeWords(ms: number, locale: string): string {
  const words = new Intl.RelativeTimeFormat(locale, { numeric: "always" });
  const size = Math.abs(ms);
  if (size >= DAY) return words.format(Math.round(ms / DAY), "day");
  if (size >= HOUR) return words.format(Math.round(ms / HOUR), "hour");
  return words.format(Math.round(ms / MINUTE), "minute");
}
