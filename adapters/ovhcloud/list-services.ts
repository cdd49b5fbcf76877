import { z } from "zod";
import { MINUTE } from "../../src/domain/instant.ts";
import type { Service } from "../../src/domain/service.ts";
import { ProviderError } from "../../src/errors.ts";
import type { Log, Read, ServicePage } from "../../src/ports.ts";
import type { OvhClient, ReadAnswer } from "./client.ts";

export interface ListOptions {
  readonly client: OvhClient;
  readonly log: Log;
  /** Null for an item that cannot be read. */
  readonly toService: (item: unknown) => Service | null;
}

/**
 * OVHcloud's manager asks for whole objects by this header, on /services in cursor mode; the public guide does not
 * know it, and the US platform has shown itself without. So each answer is told by what it holds: objects, ids or both.
 */
const CURSOR_MODE = { "X-Pagination-Mode": "CachedObjectList-Cursor" };
const PAGES_MODE = { "X-Pagination-Mode": "CachedObjectList-Pages" };
/** The manager's stated maximum for the first API (iceberg.ts). */
const PAGE_SIZE = { "X-Pagination-Size": "4999" };
/** Thousands of objects take longer than one. */
const DEADLINE = MINUTE;
/** As many as OVHcloud's own CLI reads at a time. */
const AT_A_TIME = 10;

const itemsSchema = z.array(z.unknown());
type Answer = ReadAnswer<unknown[]>;

/** What has been read of a list so far. */
interface Progress {
  readonly seen: Set<number>;
  readonly unreadable: Set<number>;
}

/**
 * Every service of the account, by pages. What cannot be read is left out, counted and logged; what does not answer
 * rejects: half a list would look as if the rest were gone.
 */
export async function* listServices(options: ListOptions, read: Read): AsyncGenerator<ServicePage> {
  const ask = (headers: Headers): Promise<Answer> =>
    options.client.read("services", {}, itemsSchema, { ...read, headers, deadlineMs: DEADLINE });
  const progress: Progress = { seen: new Set(), unreadable: new Set() };
  let received = 0;
  let answer: Answer | null = await askFirst(ask);
  for (let number = 1; answer; number++) {
    received += answer.value.length;
    const following = next(answer, received, number);
    const total = readTotal(answer) ?? (following ? null : received);
    const before = progress.seen.size + progress.unreadable.size;
    for await (const services of readItems(options, answer.value, read, progress)) yield { services, total };
    if (following && progress.seen.size + progress.unreadable.size === before) throw standsStill();
    answer = following && (await ask(following));
  }
  const { size } = progress.unreadable;
  if (size > 0)
    options.log.warn("ovhcloud.unreadable-services", {
      count: size,
      ids: [...progress.unreadable].slice(0, 20),
    });
}

async function* readItems(
  options: ListOptions,
  items: readonly unknown[],
  read: Read,
  progress: Progress,
): AsyncGenerator<readonly Service[]> {
  const objects: unknown[] = [];
  const ids: number[] = [];
  for (const item of items) {
    if (typeof item === "number") ids.push(item);
    else objects.push(item);
  }
  if (objects.length > 0 || ids.length === 0) yield readObjects(options, objects, progress);
  for (let from = 0; from < ids.length; from += AT_A_TIME)
    yield readObjects(
      options,
      await readEach(options, ids.slice(from, from + AT_A_TIME), read, progress),
      progress,
    );
}

type Headers = Readonly<Record<string, string>>;

async function askFirst(ask: (headers: Headers) => Promise<Answer>): Promise<Answer> {
  try {
    return await ask({ ...CURSOR_MODE, ...PAGE_SIZE });
  } catch (error) {
    // A platform that does not know the header may as well refuse it.
    if (error instanceof ProviderError && error.facts.status === 400) return ask({});
    throw error;
  }
}

/** The headers of the next page; null after the last one. */
function next(answer: Answer, received: number, number: number): Headers | null {
  const cursor = answer.headers.get("x-pagination-cursor-next");
  if (cursor) return { ...CURSOR_MODE, ...PAGE_SIZE, "X-Pagination-Cursor": cursor };
  // A platform that knows only numbered pages answers the first one, and says how many there are.
  const more = answer.value.length > 0 && received < (readTotal(answer) ?? 0);
  return more ? { ...PAGES_MODE, ...PAGE_SIZE, "X-Pagination-Number": String(number + 1) } : null;
}

function readTotal({ headers }: Answer): number | null {
  const text = headers.get("x-pagination-elements") ?? "";
  return /^\d+$/.test(text) ? Number(text) : null;
}

const idSchema = z.object({ serviceId: z.int() });

/** The services among them that were not there before: a page can move while one reads. */
function readObjects(
  { toService }: ListOptions,
  objects: readonly unknown[],
  { seen, unreadable }: Progress,
): readonly Service[] {
  const services: Service[] = [];
  for (const item of objects) {
    const service = toService(item);
    if (!service) unreadable.add(idSchema.safeParse(item).data?.serviceId ?? 0);
    else if (!seen.has(service.id)) {
      seen.add(service.id);
      services.push(service);
    }
  }
  return services;
}

async function readEach(
  { client }: ListOptions,
  ids: readonly number[],
  read: Read,
  { unreadable }: Progress,
): Promise<readonly unknown[]> {
  const results = await Promise.allSettled(
    ids.map((id) => client.read("service", { id }, z.unknown(), { ...read })),
  );
  const objects: unknown[] = [];
  results.forEach((result, index) => {
    if (result.status === "fulfilled") objects.push(result.value.value);
    else if (isUnreadable(result.reason)) unreadable.add(ids[index] ?? 0);
    else if (!isGone(result.reason)) throw result.reason;
  });
  return objects;
}

/** It ended between the list and the look. */
const isGone = (error: unknown): boolean => error instanceof ProviderError && error.facts.kind === "gone";

/** This one cannot be read, though OVHcloud answers. A right that the key lacks is lacking for all of them. */
const isUnreadable = (error: unknown): boolean =>
  error instanceof ProviderError && (error.facts.kind === "misunderstood" || error.facts.kind === "refused");

const standsStill = (): ProviderError =>
  new ProviderError("GET /services: the list does not move on", { kind: "misunderstood", sent: "no" });
