import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodePress } from "../../src/card/press.ts";
import { type ParsedQuery, parseQuery, type QueryProblem } from "../../src/domain/parse-query.ts";
import {
  EVERYTHING,
  FILTER_LENGTH,
  filterOnly,
  formatQuery,
  pressLength,
  QUERY_LENGTH,
  type Query,
  SORT_KEYS,
} from "../../src/domain/query.ts";
import { STATE_WORDS } from "../../src/domain/query-words.ts";
import { FAMILIES, RENEWAL_MODES, SERVICE_STATES } from "../../src/domain/service.ts";

const read = (text: string): ParsedQuery => parseQuery(text);
function query(text: string): Query {
  const parsed = read(text);
  if (parsed.kind === "problem") throw new Error(JSON.stringify(parsed.problem));
  return parsed.query;
}
function problem(text: string): QueryProblem {
  const parsed = read(text);
  if (parsed.kind === "query") throw new Error(`no problem in ${text}`);
  return parsed.problem;
}

describe("a query", () => {
  it("shows everything when it is empty", () => {
    expect(query("")).toEqual(EVERYTHING);
    expect(query("  \n ")).toEqual(EVERYTHING);
    expect(formatQuery(EVERYTHING)).toBe("");
  });

  it.each<[string, Partial<Query>]>([
    ["Café  shop", { words: ["Café", "shop"] }],
    ['"my shop" x', { words: ["my shop", "x"] }],
    ["« ma boutique »", { words: ["ma boutique"] }],
    ['"type:domain"', { words: ["type:domain"] }],
    ["12:30", { words: ["12:30"] }],
    ["type:domain", { family: "domain" }],
    ["TYPE:Domaine", { family: "domain" }],
    ["famille:hébergement", { family: "hosting" }],
    ["type : domaines", { family: "domain" }],
    ["type\u00a0: domaine", { family: "domain" }],
    ["type:vps", { family: "vps" }],
    ["type:office-365", { family: "microsoft-365" }],
    ["state:unpaid", { state: "unpaid" }],
    ["état:impayés", { state: "unpaid" }],
    ["etat:expiré", { state: "expired" }],
    ["etat:expirées", { state: "expired" }],
    ["statut : résiliation", { state: "terminating" }],
    ["renewal:auto", { renewal: "automatic" }],
    ["renouvellement:manuelle", { renewal: "manual" }],
    ["expires:30d", { expires: { op: "by", day: { kind: "days", days: 30 } } }],
    ["échéance:30j", { expires: { op: "by", day: { kind: "days", days: 30 } } }],
    ["expires:2w", { expires: { op: "by", day: { kind: "days", days: 14 } } }],
    ["expire:2026-12-31", { expires: { op: "by", day: { kind: "date", date: "2026-12-31" } } }],
    ["expires:<2026-12-31", { expires: { op: "before", day: { kind: "date", date: "2026-12-31" } } }],
    ["expires:>90d", { expires: { op: "after", day: { kind: "days", days: 90 } } }],
    ["sort:name", { sort: { by: "name", descending: false } }],
    ["tri:-échéance", { sort: { by: "expiry", descending: true } }],
    ["sort:type-desc", { sort: { by: "type", descending: true } }],
    ["sort:state:desc", { sort: { by: "state", descending: true } }],
    ["sort:name desc", { sort: { by: "name", descending: true } }],
    ["tri:nom-décroissant", { sort: { by: "name", descending: true } }],
    ["page:3", { page: 3 }],
    ["group:no", { grouped: false }],
    ["groupe:non", { grouped: false }],
    ["group:yes", { grouped: true }],
  ])("reads %j", (text, change) => {
    expect(query(text)).toEqual({ ...EVERYTHING, ...change });
  });

  it("reads many filters and words in any order", () => {
    expect(query("shop type:domain expires:<2027-01-01 Pro state:active page:2 sort:-name")).toEqual({
      ...EVERYTHING,
      words: ["shop", "Pro"],
      family: "domain",
      state: "active",
      expires: { op: "before", day: { kind: "date", date: "2027-01-01" } },
      sort: { by: "name", descending: true },
      page: 2,
    });
  });

  it("drops characters that nobody can see", () => {
    expect(query("sh\u200bop\u202e").words).toEqual(["shop"]);
  });

  it("knows every state by a word", () => {
    expect(Object.keys(STATE_WORDS).sort()).toEqual([...SERVICE_STATES, "terminating"].sort());
  });
});

describe("a mistaken query", () => {
  it.each<[string, Partial<QueryProblem>]>([
    ["tpye:domain", { kind: "unknown-filter", token: "tpye:domain", nearest: ["type"] }],
    ["https://example.com", { kind: "unknown-filter", token: "https://example.com" }],
    [
      "type:domian",
      { kind: "unknown-value", filter: "type", value: "domian", nearest: ["domain", "domaine"] },
    ],
    ["etat:impaiye", { kind: "unknown-value", filter: "state", nearest: ["impaye"] }],
    ["sort:size", { kind: "unknown-value", filter: "sort", expected: ["name", "expiry", "type", "state"] }],
    ["renewal:sometimes", { kind: "unknown-value", filter: "renewal", nearest: [] }],
    ["group:maybe", { kind: "unknown-value", filter: "group", expected: ["yes", "no"] }],
    ["type:", { kind: "no-value", filter: "type" }],
    ["expires:2026-02-30", { kind: "bad-date", value: "2026-02-30" }],
    ["expires:31/12/2026", { kind: "bad-date" }],
    ["expires:soon", { kind: "bad-date" }],
    ["expires:30", { kind: "bad-date" }],
    ["expires:9999d", { kind: "bad-date" }],
    ["page:0", { kind: "bad-page" }],
    ["page:-1", { kind: "bad-page" }],
    ["page:two", { kind: "bad-page" }],
    ["page:100000", { kind: "bad-page" }],
    ["type:domain type:vps", { kind: "twice", filter: "type", token: "type:vps" }],
    ["page:1 p:1", { kind: "twice", filter: "page" }],
    ["x".repeat(FILTER_LENGTH + 1), { kind: "too-long", length: FILTER_LENGTH + 1, most: FILTER_LENGTH }],
    ["|".repeat(FILTER_LENGTH / 2 + 1), { kind: "too-long" }],
  ])("%j is told what is wrong", (text, expected) => {
    expect(problem(text)).toMatchObject(expected);
  });

  it("never throws, whatever is typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => ["query", "problem"].includes(read(text).kind)),
    );
  });
});

describe("the canonical text", () => {
  const word = fc
    .stringMatching(/^[a-zA-Z0-9éÉ:<>|~.<@!_* -]{1,8}$/)
    .map((text) => text.trim().replace(/ +/g, " "))
    .filter((text) => text !== "");
  const day = fc.oneof(
    fc.record({ kind: fc.constant("days" as const), days: fc.integer({ min: 0, max: 3660 }) }),
    fc.record({
      kind: fc.constant("date" as const),
      date: fc
        .date({ min: new Date(Date.UTC(2000, 0)), max: new Date(Date.UTC(2099, 0)), noInvalidDate: true })
        .map((date) => date.toISOString().slice(0, 10)),
    }),
  );
  const maybe = <T>(values: readonly T[]): fc.Arbitrary<T | null> => fc.constantFrom(null, ...values);
  const queries: fc.Arbitrary<Query> = fc.record({
    words: fc.array(word, { maxLength: 2 }),
    family: maybe(FAMILIES),
    state: maybe([...SERVICE_STATES, "terminating" as const]),
    renewal: maybe(RENEWAL_MODES),
    expires: fc.option(
      fc.record({ op: fc.constantFrom("by" as const, "before" as const, "after" as const), day }),
    ),
    sort: fc.record({ by: fc.constantFrom(...SORT_KEYS), descending: fc.boolean() }),
    page: fc.integer({ min: 1, max: 99_999 }),
    grouped: fc.boolean(),
  });
  const short = queries.filter((one) => pressLength(formatQuery(filterOnly(one))) <= FILTER_LENGTH);

  it("is read back as the same query", () => {
    fc.assert(
      fc.property(short, (one) => {
        expect(query(formatQuery(one))).toEqual(one);
      }),
    );
  });

  it("is the same however the query was typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aé "«»:<-2dtypes|~\u00a0') }), (text) => {
        const parsed = read(text);
        if (parsed.kind === "problem") return;
        const canonical = formatQuery(parsed.query);
        expect(query(canonical)).toEqual(parsed.query);
        expect(formatQuery(query(canonical))).toBe(canonical);
      }),
    );
  });

  it("fits into a button on every page and in every order, once the filter was accepted", () => {
    fc.assert(
      fc.property(short, (one) => {
        const text = formatQuery(one);
        expect(pressLength(text)).toBeLessThanOrEqual(QUERY_LENGTH);
        expect(encodePress({ command: "services", input: { query: text } }).length).toBeLessThanOrEqual(100);
      }),
    );
  });

  it("leaves page, order and grouping out of what a channel follows", () => {
    expect(formatQuery(filterOnly(query("shop type:vps page:4 sort:-name group:no")))).toBe("shop t:vps");
  });
});
