import { badRequest } from "./refusal.ts";

/** What a request asks of a list route, from its headers (`X-Pagination-…`) or, for sorting, its query. */
export interface ListQuery {
  readonly mode: "pages" | "cursor";
  readonly number: number;
  readonly size: number;
  readonly cursor: string | null;
  readonly filters: readonly Filter[];
  readonly sort: Sort | null;
}

export interface Sort {
  /** A dotted path into the object: `resource.product.name`. */
  readonly path: string;
  readonly descending: boolean;
}

interface Filter {
  readonly path: string;
  readonly op: string;
  readonly value: string;
}

/** OVH's manager asks for 5,000. Choice: more than that is cut to it, and the answer's size says so. */
const LARGEST_PAGE = 5000;

type Header = (name: string) => string | undefined;

/** Null when the request asks for no pages, so that the route answers ids. */
export function readListQuery(header: Header): ListQuery | null {
  const mode = modeOf(header("x-pagination-mode"));
  if (!mode) return null;
  const sort = header("x-pagination-sort");
  return {
    mode,
    number: positive(header("x-pagination-number"), 1),
    size: Math.min(positive(header("x-pagination-size"), LARGEST_PAGE), LARGEST_PAGE),
    cursor: header("x-pagination-cursor") ?? null,
    filters: readFilters(header("x-pagination-filter")),
    sort: sort ? { path: sort, descending: header("x-pagination-sort-order") === "DESC" } : null,
  };
}

function modeOf(value: string | undefined): ListQuery["mode"] | null {
  switch (value) {
    case undefined:
      return null;
    case "CachedObjectList-Pages":
      return "pages";
    case "CachedObjectList-Cursor":
      return "cursor";
    default:
      throw badRequest("Invalid X-Pagination-Mode");
  }
}

function positive(value: string | undefined, otherwise: number): number {
  if (value === undefined) return otherwise;
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) throw badRequest("Invalid pagination number or size");
  return number;
}

/** `key:op=value&key2:op=value`; the values are percent-encoded. */
function readFilters(value: string | undefined): readonly Filter[] {
  if (!value) return [];
  return value.split("&").map((part) => {
    const match = /^([^:=]+):(eq|ne|lt|gt|in|like|nlike)=(.*)$/.exec(part);
    const [, path = "", op = "", raw = ""] = match ?? [];
    if (!match) throw badRequest("Invalid X-Pagination-Filter");
    return { path, op, value: decodeURIComponent(raw) };
  });
}

export function valueAt(object: unknown, path: string): unknown {
  let value = object;
  for (const part of path.split(".")) {
    if (typeof value !== "object" || value === null) return undefined;
    value = Object.getOwnPropertyDescriptor(value, part)?.value;
  }
  return value;
}

function compare(a: unknown, b: unknown): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  const [left, right] = [String(a ?? ""), String(b ?? "")];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

export function sortBy<T>(objects: readonly T[], { path, descending }: Sort): T[] {
  const keyed = objects.map((object) => ({ object, key: valueAt(object, path) }));
  keyed.sort((a, b) => (descending ? compare(b.key, a.key) : compare(a.key, b.key)));
  return keyed.map(({ object }) => object);
}

function passes(object: unknown, { path, op, value }: Filter): boolean {
  const found = valueAt(object, path);
  const wanted = typeof found === "number" ? Number(value) : value;
  switch (op) {
    case "eq":
      return compare(found, wanted) === 0;
    case "ne":
      return compare(found, wanted) !== 0;
    case "lt":
      return compare(found, wanted) < 0;
    case "gt":
      return compare(found, wanted) > 0;
    case "in":
      return value.split(",").includes(String(found ?? ""));
    case "like":
      return isLike(String(found ?? ""), value);
    default:
      return !isLike(String(found ?? ""), value);
  }
}

/** `%` stands for anything; case does not count. */
function isLike(text: string, pattern: string): boolean {
  const parts = pattern.split("%").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`, "is").test(text);
}

interface Page<T> {
  readonly objects: readonly T[];
  readonly headers: Readonly<Record<string, string>>;
}

export interface Pager {
  /** Filters and sorts on the expanded objects, then cuts the page. */
  cut<K, T>(keys: readonly K[], expand: (key: K) => T, query: ListQuery): Page<T>;
}

/** A list that is read page by page is filtered and sorted once, as long as its keys are the very same array. */
export function createPager(): Pager {
  const selections = new WeakMap<object, { readonly wish: string; readonly places: readonly number[] }>();

  const select = <K>(
    keys: readonly K[],
    expand: (key: K) => unknown,
    query: ListQuery,
  ): readonly number[] => {
    const wish = JSON.stringify([query.filters, query.sort]);
    const known = selections.get(keys);
    if (known?.wish === wish) return known.places;
    const places = placesOf(keys.map(expand), query);
    selections.set(keys, { wish, places });
    return places;
  };

  return {
    cut(keys, expand, query) {
      const places = query.filters.length > 0 || query.sort ? select(keys, expand, query) : null;
      const total = places?.length ?? keys.length;
      const from = query.mode === "pages" ? (query.number - 1) * query.size : readCursor(query.cursor);
      const to = from + query.size;
      const wanted = places
        ? places.slice(from, to).flatMap((place) => keys.slice(place, place + 1))
        : keys.slice(from, to);
      return {
        objects: wanted.map(expand),
        headers: query.mode === "pages" ? pageHeaders(query, total) : cursorHeaders(query, to, total),
      };
    },
  };
}

/** Where in the list the objects stand that pass, in the order that is asked for. */
function placesOf(objects: readonly unknown[], { filters, sort }: ListQuery): readonly number[] {
  const kept = objects.flatMap((object, place) =>
    filters.every((filter) => passes(object, filter)) ? [{ object, place }] : [],
  );
  const sorted = sort ? sortBy(kept, { ...sort, path: `object.${sort.path}` }) : kept;
  return sorted.map(({ place }) => place);
}

const pageHeaders = (query: ListQuery, total: number) => ({
  "X-Pagination-Elements": String(total),
  "X-Pagination-Number": String(query.number),
  "X-Pagination-Size": String(query.size),
});

/** The absence of a next cursor marks the last page. */
const cursorHeaders = (query: ListQuery, to: number, total: number): Record<string, string> => ({
  "X-Pagination-Size": String(query.size),
  ...(to < total ? { "X-Pagination-Cursor-Next": writeCursor(to) } : {}),
});

/** Opaque to the caller, as OVHcloud's is. */
const writeCursor = (offset: number): string => Buffer.from(`after:${offset}`).toString("base64url");

function readCursor(cursor: string | null): number {
  if (cursor === null) return 0;
  const match = /^after:(\d+)$/.exec(Buffer.from(cursor, "base64url").toString());
  if (!match) throw badRequest("Invalid X-Pagination-Cursor");
  return Number(match[1]);
}
