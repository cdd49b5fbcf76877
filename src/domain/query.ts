import type { Family, RenewalMode, ServiceState } from "./service.ts";

/** `terminating`: active, and a customer's termination is pending. `active` leaves those out. */
export type StateFilter = ServiceState | "terminating";

/** `by`: from today to the end of that day. `before`: any time before that day. `after`: any time after it. */
export interface ExpiryFilter {
  readonly op: "by" | "before" | "after";
  readonly day: ExpiryDay;
}

/** A number of days from today, or a calendar day `YYYY-MM-DD`; both in the reader's time zone. */
type ExpiryDay =
  | { readonly kind: "days"; readonly days: number }
  | { readonly kind: "date"; readonly date: string };

export const SORT_KEYS = ["name", "expiry", "type", "state"] as const;
export type SortKey = (typeof SORT_KEYS)[number];

interface Sort {
  readonly by: SortKey;
  readonly descending: boolean;
}

/** What a list shows. The words are those that were typed; each of them must occur. */
export interface Query {
  readonly words: readonly string[];
  readonly family: Family | null;
  readonly state: StateFilter | null;
  readonly renewal: RenewalMode | null;
  readonly expires: ExpiryFilter | null;
  readonly sort: Sort;
  /** From 1. */
  readonly page: number;
  /** Attached services under one another. */
  readonly grouped: boolean;
}

/** Every service, what expires first on top. */
export const EVERYTHING: Query = {
  words: [],
  family: null,
  state: null,
  renewal: null,
  expires: null,
  sort: { by: "expiry", descending: false },
  page: 1,
  grouped: true,
};

/** The longest canonical query, so that it fits into a button beside its command. */
export const QUERY_LENGTH = 70;
export const LAST_PAGE = 99_999;

/** What page, order and grouping can add: every page and order of a filter that was accepted fits too. */
const VIEW_LENGTH = " o:-n g:0 p:99999".length;
export const FILTER_LENGTH = QUERY_LENGTH - VIEW_LENGTH;

/** The same services, in the default order and from the first page: what a channel follows. */
export function filterOnly(query: Query): Query {
  const { words, family, state, renewal, expires } = query;
  return { ...EVERYTHING, words, family, state, renewal, expires };
}

/** The canonical text: `parseQuery` reads it back, equal queries have equal texts, everything is "". */
export function formatQuery(query: Query): string {
  const { words, family, state, renewal, expires, sort, page, grouped } = query;
  const ordered = sort.by !== EVERYTHING.sort.by || sort.descending;
  return [
    ...words.map(quoted),
    ...(family ? [`t:${family}`] : []),
    ...(state ? [`s:${state}`] : []),
    ...(renewal ? [`r:${renewal}`] : []),
    ...(expires ? [`e:${formatExpiry(expires)}`] : []),
    ...(ordered ? [`o:${sort.descending ? "-" : ""}${SHORT_SORT[sort.by]}`] : []),
    ...(grouped ? [] : ["g:0"]),
    ...(page === 1 ? [] : [`p:${page}`]),
  ].join(" ");
}

/** What a text costs inside a press, whose codec doubles these two characters. */
export function pressLength(text: string): number {
  return text.length + (text.match(/[|~]/g)?.length ?? 0);
}

const SHORT_SORT = { name: "n", expiry: "e", type: "t", state: "s" } as const satisfies Record<
  SortKey,
  string
>;

/** Words that would be read as something else stand in quotes, which no word contains. */
function quoted(word: string): string {
  return /[\s:]/.test(word) ? `"${word}"` : word;
}

function formatExpiry({ op, day }: ExpiryFilter): string {
  const sign = { by: "", before: "<", after: ">" }[op];
  switch (day.kind) {
    case "days":
      return `${sign}${day.days}d`;
    case "date":
      return sign + day.date;
  }
}
