import dayjs from "dayjs";
import timezone from "dayjs/plugin/timezone.js";
import utc from "dayjs/plugin/utc.js";
import { fold } from "./fold.ts";
import type { Instant } from "./instant.ts";
import type { ExpiryFilter, Query, StateFilter } from "./query.ts";
import type { Service } from "./service.ts";

dayjs.extend(utc);
dayjs.extend(timezone);

export interface Today {
  readonly now: Instant;
  /** IANA name; days begin at its midnight. */
  readonly zone: string;
}

/** Tells whether a service is one that the query shows. `text` is its {@link searchText}, where that is at hand. */
export type Matcher = (service: Service, text?: string) => boolean;

/** The test of a query's filter, made once for many services. An empty filter matches everything. */
export function matcher(query: Query, { now, zone }: Today): Matcher {
  const { family, state, renewal } = query;
  const words = query.words.map(fold);
  const span = query.expires && expirySpan(query.expires, { now, zone });
  return (service, text) => {
    if (family && service.family !== family) return false;
    if (state && !hasState(service, state)) return false;
    if (renewal && service.renewal.mode !== renewal) return false;
    if (span && !isIn(service.expiresAt, span)) return false;
    return words.length === 0 || hasWords(service, text ?? searchText(service), words);
  };
}

/** Everything that a search word is looked for in, folded. */
export function searchText({ displayName, name, product }: Service): string {
  return fold(`${displayName}\n${name === displayName ? "" : name}\n${product ?? ""}`);
}

/** Whether the answer to this query can change while the services stay the same, on another day. */
export function dependsOnTheDay(query: Query): boolean {
  return query.expires !== null;
}

/** Midnight before `now` in a zone. */
export function startOfDay(now: Instant, zone: string): Instant {
  return dayjs(now).tz(zone).startOf("day").valueOf();
}

interface Span {
  readonly from: Instant;
  /** Not in the span any more. */
  readonly to: Instant;
}

function expirySpan({ op, day }: ExpiryFilter, { now, zone }: Today): Span {
  const today = dayjs(now).tz(zone).format("YYYY-MM-DD");
  const date = day.kind === "date" ? day.date : dayjs.utc(today).add(day.days, "day").format("YYYY-MM-DD");
  const start = dayjs.tz(date, zone).valueOf();
  const end = dayjs.tz(dayjs.utc(date).add(1, "day").format("YYYY-MM-DD"), zone).valueOf();
  switch (op) {
    case "by":
      return { from: startOfDay(now, zone), to: end };
    case "before":
      return { from: Number.NEGATIVE_INFINITY, to: start };
    case "after":
      return { from: end, to: Number.POSITIVE_INFINITY };
  }
}

function isIn(at: Instant | null, { from, to }: Span): boolean {
  return at !== null && at >= from && at < to;
}

function hasState(service: Service, state: StateFilter): boolean {
  const pending = service.termination !== null && service.state === "active";
  if (state === "terminating") return pending;
  return service.state === state && !(state === "active" && pending);
}

function hasWords(service: Service, text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word) || word.replace(/^#/, "") === String(service.id));
}
