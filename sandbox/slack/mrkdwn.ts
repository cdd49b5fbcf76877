import { DAY, type Instant, MINUTE } from "../../src/domain/instant.ts";

/** Who reads: dates and words of relation follow this person's settings, as in Slack's client. */
export interface Reader {
  readonly locale: string;
  readonly timeZone: string;
  readonly now: Instant;
  /** The name behind an id of a person, channel or group. */
  nameOf(id: string): string;
}

/** Control sequences: https://docs.slack.dev/messaging/formatting-message-text */
const SEQUENCE = /<([^<>]+)>/g;

/** mrkdwn as the reader sees it: sequences resolved, entities decoded. `*bold*` and the like stay. */
export const readMrkdwn = (text: string, reader: Reader): string =>
  text.replace(SEQUENCE, (_, inside: string) => sequence(inside, reader)).replace(ENTITIES, entity);

/** What the client sends for `<`, `>` and `&`, as it was typed. */
export const decodeEntities = (text: string): string => text.replace(ENTITIES, entity);

const ENTITIES = /&(lt|gt|amp);/g;
const entity = (whole: string, name: string): string => ENTITY.get(name) ?? whole;

const ENTITY: ReadonlyMap<string, string> = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["amp", "&"],
]);

/** The mentions in a mrkdwn text that would notify somebody, such as `<!channel>` or `<@U1>`. */
export const mentionsIn = (mrkdwn: string): readonly string[] =>
  mrkdwn.match(/<(!(?!date\^)|@)[^<>]+>/g) ?? [];

function sequence(inside: string, reader: Reader): string {
  const [target = "", label] = inside.split("|");
  if (target.startsWith("!date^")) return dateSequence(target, label ?? "", reader);
  if (target.startsWith("!subteam^")) return `@${label ?? reader.nameOf(target.slice("!subteam^".length))}`;
  if (target.startsWith("!")) return `@${target.slice(1)}`;
  if (target.startsWith("@")) return `@${label ?? reader.nameOf(target.slice(1))}`;
  if (target.startsWith("#")) return `#${label ?? reader.nameOf(target.slice(1))}`;
  return label === undefined || label === target ? target : `${label} (${target})`;
}

function dateSequence(target: string, fallback: string, reader: Reader): string {
  const [, seconds = "", format = ""] = target.split("^");
  const when = Number(seconds) * 1000;
  return Number.isSafeInteger(when) && seconds !== "" ? readDate(when, format, reader) : fallback;
}

/** https://docs.slack.dev/messaging/formatting-message-text#date-formatting */
export const readDate = (when: Instant, format: string, reader: Reader): string =>
  format.replace(/\{(\w+)\}/g, (whole, token: string) => dateToken(when, token, reader) ?? whole);

function dateToken(when: Instant, token: string, reader: Reader): string | undefined {
  const { locale, timeZone } = reader;
  const show = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(locale, { timeZone, ...options }).format(when);
  const name = token.replace(/_pretty$/, "");
  if (name !== token) {
    const near = nearDay(when, reader);
    if (near !== undefined) return near;
  }
  switch (name) {
    case "date_num":
      return new Intl.DateTimeFormat("sv", { timeZone }).format(when);
    case "date":
      return show({ year: "numeric", month: "long", day: "numeric" });
    case "date_slash":
      return show({ year: "numeric", month: "2-digit", day: "2-digit" });
    case "date_short":
      return show({ year: "numeric", month: "short", day: "numeric" });
    case "date_long":
      return show({ weekday: "long", year: "numeric", month: "long", day: "numeric" });
    case "time":
      return show({ timeStyle: "short" });
    case "time_secs":
      return show({ timeStyle: "medium" });
    case "ago":
      return ago(when, reader);
    default:
      return undefined;
  }
}

/** "today", "tomorrow", "yesterday" in the reader's words and time zone. */
function nearDay(when: Instant, { locale, timeZone, now }: Reader): string | undefined {
  const day = (instant: Instant): string => new Intl.DateTimeFormat("sv", { timeZone }).format(instant);
  const distance = Math.round((Date.parse(day(when)) - Date.parse(day(now))) / DAY);
  if (Math.abs(distance) > 1) return undefined;
  return new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(distance, "day");
}

function ago(when: Instant, { locale, now }: Reader): string {
  const words = new Intl.RelativeTimeFormat(locale);
  const minutes = Math.round((when - now) / MINUTE);
  if (Math.abs(minutes) < 60) return words.format(minutes, "minute");
  const hours = Math.round(minutes / 60);
  return Math.abs(hours) < 48 ? words.format(hours, "hour") : words.format(Math.round(hours / 24), "day");
}
