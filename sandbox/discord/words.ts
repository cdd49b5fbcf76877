import { DAY, HOUR, type Instant, MINUTE } from "../../src/domain/instant.ts";

/** Who reads: timestamps follow this person's language and time zone. */
export interface DiscordReader {
  readonly locale: string;
  readonly timeZone: string;
  readonly now: Instant;
}

/** A Discord message as its client shows it: back-slashes gone, timestamps in words, mentions by name. */
export function discordWords(text: string, reader: DiscordReader, nameOf: (id: string) => string): string {
  return text
    .replace(/<t:(\d+):([a-zA-Z])>/gu, (_, seconds: string, style: string) =>
      instantWords(Number(seconds) * 1000, style, reader),
    )
    .replace(/<@!?(\d+)>/gu, (_, id: string) => `@${nameOf(id)}`)
    .replace(/\\([^\w\s])/gu, "$1");
}

/** https://discord.com/developers/docs/reference#message-formatting-timestamp-styles */
export function instantWords(at: Instant, style: string, { locale, now, timeZone }: DiscordReader): string {
  const format = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(locale, { timeZone, ...options }).format(at);
  switch (style) {
    case "R":
      return relativeWords(at - now, locale);
    case "t":
      return format({ timeStyle: "short" });
    case "T":
      return format({ timeStyle: "medium" });
    case "d":
      return format({ dateStyle: "short" });
    case "D":
      return format({ dateStyle: "long" });
    case "s":
      return format({ dateStyle: "short", timeStyle: "short" });
    case "S":
      return format({ dateStyle: "short", timeStyle: "medium" });
    case "F":
      return format({ dateStyle: "full", timeStyle: "short" });
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
