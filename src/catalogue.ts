import { setImmediate as turn } from "node:timers/promises";
import { indexServices, type ServiceIndex } from "./catalogue/service-index.ts";
import type { Breathe } from "./catalogue/sort-in-slices.ts";
import type { Clock } from "./clock.ts";
import { backoff } from "./domain/backoff.ts";
import { fingerprint } from "./domain/fingerprint.ts";
import { type Instant, MINUTE, SECOND } from "./domain/instant.ts";
import type { Query } from "./domain/query.ts";
import type { Service, ServiceId } from "./domain/service.ts";
import { ProviderError, type ProviderErrorKind } from "./errors.ts";
import type { Log, Provider, Read } from "./ports.ts";

/** Why the last refresh failed. `bug`: not OVHcloud's doing; the log has it. */
interface CatalogueProblem {
  readonly kind: ProviderErrorKind | "bug";
  readonly at: Instant;
  /** OVHcloud's own words. */
  readonly said: string | null;
}

export interface Snapshot {
  /** In no order. Incomplete while `readAt` is null. */
  readonly services: readonly Service[];
  /** When the whole list was last read; null before the first time. */
  readonly readAt: Instant | null;
  /** How far a running read is; null when none runs. */
  readonly progress: { readonly done: number; readonly total: number | null } | null;
  /** The last failure, null once a read succeeded. */
  readonly problem: CatalogueProblem | null;
}

export interface Row {
  readonly service: Service;
  /** The service that it stands under; null for what stands by itself. */
  readonly attachedTo: Service | null;
}

export interface Listing {
  /** At most {@link PAGE_ROWS}. */
  readonly rows: readonly Row[];
  /** How many services the query shows on all its pages. */
  readonly total: number;
  /** At least 1. */
  readonly pages: number;
  /** The page that is shown: the last one where the query asks for one further on. */
  readonly page: number;
}

export const PAGE_ROWS = 10;

/** The bot's own copy of the account's services. */
export interface Catalogue {
  /** Reads now and then regularly, until {@link stop}. */
  start(): void;
  /** Resolves when nothing runs any more. */
  stop(): Promise<void>;
  snapshot(): Snapshot;
  get(id: ServiceId): Service | null;
  /** The same cost at 100 and at 100,000 services, save for the first asking of a filter. */
  list(query: Query): Listing;
  /** Reads everything; joins a read that runs already. Never rejects: a failure stands in the snapshot. */
  refresh(urgency: Read["urgency"]): Promise<void>;
  /** Takes in what a live read said. */
  replace(service: Service): void;
  /** Takes in that a live read found the service gone. */
  forget(id: ServiceId): void;
  /** Calls `listener` whenever services may have changed. The returned function ends that. */
  onRefreshed(listener: () => void): () => void;
}

export interface CatalogueOptions {
  readonly provider: Pick<Provider, "listServices">;
  readonly clock: Clock;
  readonly log: Log;
  readonly random: () => number;
  readonly refreshEveryMs?: number;
  /** IANA name of the zone in which a day of a filter begins and ends. */
  readonly zone?: string;
  /** How long work lets others have their turn; real by default. */
  readonly breathe?: Breathe;
}

const FIRST_RETRY = 5 * SECOND;
/** The first read is shown as it grows, each time that it has doubled: more often would cost more than the read. */
const FIRST_SHOWN = 20;

export function createCatalogue(options: CatalogueOptions): Catalogue {
  const {
    provider,
    clock,
    log,
    random,
    refreshEveryMs = 15 * MINUTE,
    zone = "UTC",
    breathe = () => turn(),
  } = options;
  const listeners = new Set<() => void>();
  /** Live reads, and when they were made: a list that was begun earlier must not undo them. */
  const liveReads = new Map<ServiceId, { readonly service: Service | null; readonly at: Instant }>();
  let services = new Map<ServiceId, Service>();
  let array: readonly Service[] | null = [];
  let index: ServiceIndex | null = null;
  let readAt: Instant | null = null;
  let progress: Snapshot["progress"] = null;
  let problem: CatalogueProblem | null = null;
  let failures = 0;
  let running: Promise<void> | null = null;
  let indexing: Promise<void> | null = null;
  let stale = false;
  let cancelTimer = (): void => {};
  let aborter = new AbortController();

  const all = (): readonly Service[] => {
    array ??= [...services.values()];
    return array;
  };

  const reindex = (): Promise<void> => {
    stale = true;
    indexing ??= (async () => {
      while (stale) {
        stale = false;
        index = await indexServices(all(), breathe);
      }
    })().finally(() => {
      indexing = null;
    });
    return indexing;
  };

  const adopt = async (read: ReadonlyMap<ServiceId, Service>, begun: Instant): Promise<void> => {
    const merged = new Map(read);
    for (const [id, live] of liveReads) {
      if (live.at < begun) liveReads.delete(id);
      else if (live.service) merged.set(id, live.service);
      else merged.delete(id);
    }
    services = merged;
    array = null;
    await reindex();
  };

  const readAll = async (urgency: Read["urgency"], signal: AbortSignal): Promise<void> => {
    const begun = clock.now();
    const read = new Map<ServiceId, Service>();
    let nextShown = Math.max(FIRST_SHOWN, 2 * services.size);
    progress = { done: 0, total: null };
    for await (const page of provider.listServices({ urgency, signal })) {
      for (const service of page.services) read.set(service.id, service);
      progress = { done: read.size, total: page.total };
      if (readAt !== null || read.size < nextShown) continue;
      nextShown = 2 * read.size;
      await adopt(read, begun);
    }
    await adopt(read, begun);
    readAt = clock.now();
  };

  const failed = (error: unknown): void => {
    failures++;
    const known = error instanceof ProviderError ? error.facts : null;
    problem = { kind: known?.kind ?? "bug", at: clock.now(), said: known?.said ?? null };
    const fields = { failures, kind: problem.kind, services: services.size, error };
    // Once for each series of failures: the rest is only for who looks closely.
    if (failures === 1) log.warn("catalogue.refresh-failed", fields);
    else log.debug("catalogue.refresh-failed", fields);
  };

  const succeeded = (): void => {
    if (failures > 0) log.info("catalogue.refresh-recovered", { failures });
    failures = 0;
    problem = null;
    log.debug("catalogue.refreshed", { services: services.size });
  };

  const tell = (): void => {
    for (const listener of [...listeners]) listener();
  };

  const schedule = (): void => {
    cancelTimer();
    if (aborter.signal.aborted) return;
    const wait =
      failures === 0
        ? refreshEveryMs
        : backoff(failures, { first: FIRST_RETRY, most: refreshEveryMs }, random);
    cancelTimer = clock.at(clock.now() + wait, () => void refresh("background"));
  };

  const run = async (urgency: Read["urgency"], signal: AbortSignal): Promise<void> => {
    try {
      await readAll(urgency, signal);
      succeeded();
      tell();
    } catch (error) {
      if (!signal.aborted) failed(error);
    } finally {
      progress = null;
      running = null;
      schedule();
    }
  };

  const refresh = (urgency: Read["urgency"]): Promise<void> => {
    if (aborter.signal.aborted) return Promise.resolve();
    running ??= run(urgency, aborter.signal);
    return running;
  };

  const live = (id: ServiceId, service: Service | null): void => {
    liveReads.set(id, { service, at: clock.now() });
    const before = services.get(id) ?? null;
    const same =
      service && before ? fingerprint(service, null) === fingerprint(before, null) : service === before;
    if (same) return;
    if (service) services.set(id, service);
    else services.delete(id);
    array = null;
    reindex().then(tell, (error: unknown) => log.error("catalogue.index-failed", { error }));
  };

  return {
    start() {
      aborter = new AbortController();
      void refresh("background");
    },
    async stop() {
      aborter.abort();
      cancelTimer();
      await running;
      await indexing;
    },
    snapshot: () => ({ services: all(), readAt, progress, problem }),
    get: (id) => services.get(id) ?? null,
    list(query) {
      const found = index?.find(query, clock.now(), zone) ?? { services: [], heads: [] };
      const total = found.services.length;
      const pages = Math.max(1, Math.ceil(total / PAGE_ROWS));
      const page = Math.min(query.page, pages);
      const newest = (service: Service): Service => services.get(service.id) ?? service;
      const rows = found.services.slice((page - 1) * PAGE_ROWS, page * PAGE_ROWS).map((service, offset) => {
        const head = found.heads[(page - 1) * PAGE_ROWS + offset] ?? null;
        return { service: newest(service), attachedTo: head && newest(head) };
      });
      return { rows, total, pages, page };
    },
    refresh,
    replace: (service) => live(service.id, service),
    forget: (id) => live(id, null),
    onRefreshed(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
