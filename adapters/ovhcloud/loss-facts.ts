import { z } from "zod";
import type { Instant } from "../../src/domain/instant.ts";
import type { DatabaseFact, LossFacts, Reading } from "../../src/domain/loss.ts";
import type { Service } from "../../src/domain/service.ts";
import type { BriefAnswer, BriefRead } from "./brief-read.ts";
import { readBytes, unitAndValueSchema } from "./bytes.ts";
import type { Params, ReadRoute } from "./routes.ts";
import { readInstant } from "./wire-instant.ts";

/** What is lost with a service, read now. Each read stands alone: one that fails leaves the others. */
export async function readLossFacts(service: Service, read: BriefRead): Promise<LossFacts> {
  switch (service.family) {
    case "hosting":
      return readHosting(service.name, read);
    case "domain":
      return readDomain(service.name, read);
    case "zone":
    case "database":
    case "vps":
    case "dedicated":
    case "public-cloud":
    case "private-cloud":
    case "vrack":
    case "license":
    case "mxplan":
    case "email-pro":
    case "exchange":
    case "microsoft-365":
    case "sms":
    case "telecom":
    case "other":
      return { kind: "general" };
  }
}

async function readDomain(name: string, read: BriefRead): Promise<LossFacts> {
  const [records, accounts] = await Promise.all([
    read("zoneRecords", { name }, z.array(z.unknown())),
    read("mailAccounts", { name }, z.array(z.unknown())),
  ]);
  return { kind: "domain", zoneRecords: countOf(records), mailAccounts: countOf(accounts) };
}

function countOf(answer: BriefAnswer<readonly unknown[]>): Reading<number | null> {
  switch (answer.kind) {
    case "read":
      return { kind: "read", value: answer.value.length };
    case "absent":
      return { kind: "read", value: null };
    case "unread":
      return UNREAD;
  }
}

const UNREAD = { kind: "unread" } as const;

async function readHosting(name: string, read: BriefRead): Promise<LossFacts> {
  const [domains, databases, disk] = await Promise.all([
    read("attachedDomains", { name }, z.array(z.string())),
    readDatabases(name, read),
    read("hosting", { name }, z.object({ quotaUsed: unitAndValueSchema.nullish() })),
  ]);
  const used = disk.kind === "read" && disk.value.quotaUsed ? readBytes(disk.value.quotaUsed) : null;
  return {
    kind: "hosting",
    // A hosting that is not there any more has no empty list of domains: nothing is known of them.
    domains: domains.kind === "read" ? domains : UNREAD,
    databases,
    diskUsedBytes: used === null ? UNREAD : { kind: "read", value: used },
  };
}

const databaseSchema = z.object({
  name: z.string().min(1),
  quotaUsed: unitAndValueSchema.nullish().catch(null),
  dumps: z.int().nonnegative().nullish().catch(null),
});
type RawDatabase = z.output<typeof databaseSchema>;

const dumpSchema = z.object({ creationDate: z.string(), status: z.string().nullish() });
type RawDump = z.output<typeof dumpSchema>;

/** Each costs calls of the minute's budget; beyond these, size and dump are unread. */
const MOST_DATABASES = 20;

async function readDatabases(name: string, read: BriefRead): Promise<Reading<readonly DatabaseFact[]>> {
  const list = await readExpanded(read, "databases", { name }, z.union([z.string().min(1), databaseSchema]));
  if (list.kind !== "read") return UNREAD;
  const facts = list.value.map((item, index) =>
    index < MOST_DATABASES ? readDatabase(name, item, read) : unreadDatabase(item),
  );
  return { kind: "read", value: await Promise.all(facts) };
}

const unreadDatabase = (item: string | RawDatabase): DatabaseFact =>
  typeof item === "string"
    ? { name: item, sizeBytes: null, newestDumpAt: UNREAD }
    : { name: item.name, sizeBytes: sizeOf(item), newestDumpAt: UNREAD };

const sizeOf = ({ quotaUsed }: RawDatabase): number | null => (quotaUsed ? readBytes(quotaUsed) : null);

async function readDatabase(
  hosting: string,
  item: string | RawDatabase,
  read: BriefRead,
): Promise<DatabaseFact> {
  if (typeof item !== "string")
    return { ...unreadDatabase(item), newestDumpAt: await newestOf(hosting, item, read) };
  const got = await read("database", { name: hosting, database: item }, databaseSchema);
  const raw = got.kind === "read" ? got.value : { name: item, quotaUsed: null, dumps: null };
  return { name: item, sizeBytes: sizeOf(raw), newestDumpAt: await newestOf(hosting, raw, read) };
}

async function newestOf(name: string, raw: RawDatabase, read: BriefRead): Promise<Reading<Instant | null>> {
  if (raw.dumps === 0) return { kind: "read", value: null };
  const params = { name, database: raw.name };
  const list = await readExpanded(read, "dumps", params, z.union([z.int(), dumpSchema]));
  if (list.kind !== "read") return UNREAD;
  const dumps = await Promise.all(newestIds(list.value).map((item) => readDump(params, item, read)));
  const known = dumps.filter((dump) => dump !== null);
  if (known.length < dumps.length) return UNREAD;
  return newestDump(known);
}

/** Ids grow, so of bare ids the highest three hold the newest finished dump: one may be in the making. */
function newestIds(items: readonly (number | RawDump)[]): readonly (number | RawDump)[] {
  const ids = items.filter((item) => typeof item === "number").sort((a, b) => b - a);
  return [...items.filter((item) => typeof item !== "number"), ...ids.slice(0, 3)];
}

async function readDump(params: Params, item: number | RawDump, read: BriefRead): Promise<RawDump | null> {
  if (typeof item !== "number") return item;
  const got = await read("dump", { ...params, id: item }, dumpSchema);
  return got.kind === "read" ? got.value : null;
}

/** One that is being made or deleted brings nothing back. */
function newestDump(dumps: readonly RawDump[]): Reading<Instant | null> {
  const usable = dumps.filter(({ status }) => status !== "creating" && status !== "deleting");
  try {
    const dates = usable.map(({ creationDate }) => readInstant(creationDate));
    return { kind: "read", value: dates.length === 0 ? null : Math.max(...dates) };
  } catch {
    return UNREAD;
  }
}

/**
 * A list by objects where OVHcloud has that (its schema marks these routes `x-expanded-response`), by ids where not:
 * one call in place of one an item. A refusal of the header falls back to the plain list.
 */
async function readExpanded<T>(
  read: BriefRead,
  route: ReadRoute,
  params: Params,
  item: z.ZodType<T>,
): Promise<BriefAnswer<readonly T[]>> {
  const headers = { "X-Pagination-Mode": "CachedObjectList-Pages" };
  const expanded = await read(route, params, z.array(item), { headers });
  if (expanded.kind !== "unread" || expanded.error.facts.status !== 400) return expanded;
  return read(route, params, z.array(item));
}
