import dayjs from "dayjs";
import { fold } from "./fold.ts";
import { nearest } from "./nearest.ts";
import {
  EVERYTHING,
  type ExpiryFilter,
  FILTER_LENGTH,
  filterOnly,
  formatQuery,
  LAST_PAGE,
  pressLength,
  type Query,
} from "./query.ts";
import {
  expectedWords,
  FAMILY_WORDS,
  FILTER_WORDS,
  type Filter,
  GROUP_WORDS,
  lookUp,
  proposable,
  RENEWAL_WORDS,
  SORT_WORDS,
  STATE_WORDS,
} from "./query-words.ts";

/** What is wrong with a typed query. `token` is as typed. */
export type QueryProblem =
  | {
      readonly kind: "unknown-filter";
      readonly token: string;
      readonly expected: readonly string[];
      readonly nearest: readonly string[];
    }
  | {
      readonly kind: "unknown-value";
      readonly token: string;
      readonly filter: Filter;
      readonly value: string;
      readonly expected: readonly string[];
      readonly nearest: readonly string[];
    }
  /** Not a day that exists, nor a number of days up to 3660. */
  | { readonly kind: "bad-date"; readonly token: string; readonly value: string }
  /** Not a whole number from 1 to {@link LAST_PAGE}. */
  | { readonly kind: "bad-page"; readonly token: string; readonly value: string }
  | {
      readonly kind: "no-value";
      readonly token: string;
      readonly filter: Filter;
      readonly expected: readonly string[];
    }
  | { readonly kind: "twice"; readonly token: string; readonly filter: Filter }
  | { readonly kind: "too-long"; readonly length: number; readonly most: number };

export type ParsedQuery =
  | { readonly kind: "query"; readonly query: Query }
  | { readonly kind: "problem"; readonly problem: QueryProblem };

/** About ten years; longer ones are mistyped dates. */
const MOST_DAYS = 3660;

/**
 * Reads what stands after `services`: search words, "words in quotes", and filters in French or English
 * (`type:domaine`, `state:unpaid`, `expires:30d`, `expires:<2026-12-31`, `sort:-name`, `page:2`, `group:no`).
 */
export function parseQuery(text: string): ParsedQuery {
  let query = EVERYTHING;
  const seen = new Set<Filter>();
  for (const token of tokens(text)) {
    const read = readToken(token, query);
    if ("problem" in read) return { kind: "problem", problem: read.problem };
    if (read.filter) {
      if (seen.has(read.filter))
        return { kind: "problem", problem: { kind: "twice", token: token.text, filter: read.filter } };
      seen.add(read.filter);
    }
    query = { ...query, ...read.change };
  }
  const length = pressLength(formatQuery(filterOnly(query)));
  if (length > FILTER_LENGTH)
    return { kind: "problem", problem: { kind: "too-long", length, most: FILTER_LENGTH } };
  return { kind: "query", query };
}

interface Token {
  readonly text: string;
  /** It stood in quotes: a search word, whatever it looks like. */
  readonly literal: boolean;
}

type TokenReading =
  | { readonly filter: Filter | null; readonly change: Partial<Query> }
  | { readonly problem: QueryProblem };

const TOKEN = /"(?<literal>[^"]*)"|(?<plain>[^\s"]+)/gu;
/** French sets a space before a colon, and chat clients make it a no-break one. */
const SPACED_COLON = new RegExp(
  `(?<=^|\\s)(?<key>${Object.values(FILTER_WORDS).flat().join("|")}|état|échéance)\\s*:\\s*(?=\\S)`,
  "giu",
);
/** `sort:name desc`: the direction as a word of its own. */
const SPACED_DIRECTION =
  /(?<=\s|^)(?<sort>(?:sort|tri|trier|order|o):\S+)\s+(?<direction>desc|asc)(?=\s|$)/giu;
/** Curly quotes, as phones type them. */
const CURLY = /[“”«»]/gu;
const UNSEEN = /\p{C}/gu;

function tokens(text: string): readonly Token[] {
  const plain = text.normalize("NFC").replace(/\s+/gu, " ").replace(UNSEEN, "").replace(CURLY, '"');
  const tidy = plain
    .split('"')
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part.replace(SPACED_COLON, "$<key>:").replace(SPACED_DIRECTION, "$<sort>-$<direction>"),
    )
    .join('"');
  return [...tidy.matchAll(TOKEN)]
    .map(({ groups }) => ({
      text: (groups?.literal ?? groups?.plain ?? "").trim(),
      literal: groups?.literal !== undefined,
    }))
    .filter((token) => token.text !== "");
}

function readToken(token: Token, query: Query): TokenReading {
  const at = token.text.indexOf(":");
  const key = fold(token.text.slice(0, at));
  // `12:30` and `:` are words; `https://…` is caught, since it would find nothing.
  if (token.literal || at < 1 || !/^[a-z-]+$/.test(key)) {
    return { filter: null, change: { words: [...query.words, token.text] } };
  }
  const filter = lookUp(FILTER_WORDS, key);
  if (!filter) {
    const proposals = nearest(key, proposable(FILTER_WORDS));
    return {
      problem: {
        kind: "unknown-filter",
        token: token.text,
        expected: expectedWords(FILTER_WORDS),
        nearest: proposals,
      },
    };
  }
  return readFilter(filter, token.text, fold(token.text.slice(at + 1)));
}

function readFilter(filter: Filter, token: string, value: string): TokenReading {
  if (value === "") return { problem: { kind: "no-value", token, filter, expected: expectedOf(filter) } };
  switch (filter) {
    case "type":
      return choice(filter, token, value, FAMILY_WORDS, (family) => ({ family }));
    case "state":
      return choice(filter, token, value, STATE_WORDS, (state) => ({ state }));
    case "renewal":
      return choice(filter, token, value, RENEWAL_WORDS, (renewal) => ({ renewal }));
    case "group":
      return choice(filter, token, value, GROUP_WORDS, (answer) => ({ grouped: answer === "yes" }));
    case "sort":
      return readSort(token, value);
    case "expires": {
      const expires = readExpiry(value);
      return expires ? { filter, change: { expires } } : { problem: { kind: "bad-date", token, value } };
    }
    case "page": {
      const page = /^[1-9]\d{0,4}$/.test(value) ? Number(value) : null;
      return page && page <= LAST_PAGE
        ? { filter, change: { page } }
        : { problem: { kind: "bad-page", token, value } };
    }
  }
}

function choice<Value extends string>(
  filter: Filter,
  token: string,
  value: string,
  words: Readonly<Record<Value, readonly string[]>>,
  change: (value: Value) => Partial<Query>,
): TokenReading {
  const known = lookUp(words, value);
  if (known) return { filter, change: change(known) };
  const expected = expectedWords(words);
  return {
    problem: {
      kind: "unknown-value",
      token,
      filter,
      value,
      expected,
      nearest: nearest(value, proposable(words)),
    },
  };
}

function readSort(token: string, value: string): TokenReading {
  const parts = /^(?<minus>-?)(?<key>.+?)(?:[-:](?<direction>asc|desc|croissant|decroissant))?$/.exec(
    value,
  )?.groups;
  const descending = parts?.minus === "-" || /^de/.test(parts?.direction ?? "");
  return choice("sort", token, parts?.key ?? value, SORT_WORDS, (by) => ({ sort: { by, descending } }));
}

const EXPIRY = /^(?<sign>[<>]?)(?:(?<date>\d{4}-\d{2}-\d{2})|(?<count>\d{1,4})(?<unit>[a-z]+))$/;
const UNITS: Readonly<Record<string, number>> = {
  ...{ d: 1, j: 1, day: 1, days: 1, jour: 1, jours: 1 },
  ...{ w: 7, week: 7, weeks: 7, semaine: 7, semaines: 7 },
};

function readExpiry(value: string): ExpiryFilter | null {
  const parts = EXPIRY.exec(value)?.groups;
  if (!parts) return null;
  const op = parts.sign === "<" ? "before" : parts.sign === ">" ? "after" : "by";
  if (parts.date) return isDay(parts.date) ? { op, day: { kind: "date", date: parts.date } } : null;
  const days = Number(parts.count) * (UNITS[parts.unit ?? ""] ?? Number.NaN);
  return days <= MOST_DAYS ? { op, day: { kind: "days", days } } : null;
}

/** `2026-02-30` is none. */
function isDay(date: string): boolean {
  return dayjs(date).format("YYYY-MM-DD") === date;
}

function expectedOf(filter: Filter): readonly string[] {
  switch (filter) {
    case "type":
      return expectedWords(FAMILY_WORDS);
    case "state":
      return expectedWords(STATE_WORDS);
    case "renewal":
      return expectedWords(RENEWAL_WORDS);
    case "group":
      return expectedWords(GROUP_WORDS);
    case "sort":
      return expectedWords(SORT_WORDS);
    case "expires":
      return ["30d", "2026-12-31", "<2026-12-31"];
    case "page":
      return ["2"];
  }
}
