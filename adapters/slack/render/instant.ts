import dayjs from "dayjs";
import "dayjs/locale/fr.js";
import utc from "dayjs/plugin/utc.js";
import type { InstantStyle, Locale } from "../../../src/card/card.ts";
import type { Instant } from "../../../src/domain/instant.ts";

dayjs.extend(utc);

/**
 * Slack's client fills these in, in the reader's own time zone: docs.slack.dev/messaging/formatting-message-text#date-formatting
 * Not the `_pretty` forms: they say "today" or "aujourd'hui", which no sentence with "on" or "le" before it bears.
 */
export const DATE_FORMATS: Readonly<Record<InstantStyle, string>> = {
  date: "{date_short}",
  time: "{date_short} {time}",
  relative: "{ago}",
  clock: "{time}",
};

/** For notifications and clients that cannot: always with the zone, since it is not the reader's. */
const FALLBACKS: Readonly<Record<InstantStyle, string>> = {
  date: "D MMMM YYYY [UTC]",
  time: "D MMMM YYYY HH:mm [UTC]",
  relative: "D MMMM YYYY HH:mm [UTC]",
  clock: "HH:mm [UTC]",
};

export const unixSeconds = (at: Instant): number => Math.floor(at / 1000);

export function fallbackText(at: Instant, style: InstantStyle, locale: Locale): string {
  return dayjs.utc(at).locale(locale).format(FALLBACKS[style]);
}
