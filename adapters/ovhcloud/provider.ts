import type { Clock } from "../../src/clock.ts";
import { SECOND } from "../../src/domain/instant.ts";
import type { Service } from "../../src/domain/service.ts";
import { ProviderError } from "../../src/errors.ts";
import type { Log, Provider, Read } from "../../src/ports.ts";
import { createBriefRead, NO_CACHE } from "./brief-read.ts";
import { createOvhClient, type OvhClient } from "./client.ts";
import type { OvhCredentials } from "./credentials.ts";
import { createCustomer } from "./customer.ts";
import { resolveEndpoint } from "./endpoint.ts";
import type { Fetch } from "./exchange.ts";
import { listServices } from "./list-services.ts";
import { readLossFacts } from "./loss-facts.ts";
import { createNoticed } from "./noticed.ts";
import { writePeriod } from "./period.ts";
import { type RawPair, rawServiceSchema } from "./raw-service.ts";
import { readRenewalPeriods } from "./renewal-periods.ts";
import { createServiceInfos } from "./service-infos.ts";
import { toService } from "./to-service.ts";

export interface OvhProviderOptions {
  /** `ovh-eu`, `ovh-ca`, `ovh-us`, or a loopback address with the base path. */
  readonly endpoint: string;
  readonly credentials: OvhCredentials;
  readonly clock: Clock;
  readonly log: Log;
  /** A number in [0, 1), for jitter. */
  readonly random?: () => number;
  /** 60 when absent: what OVHcloud's maintainers call fair. */
  readonly callsPerMinute?: number;
  /** Of each call, in milliseconds. 20 seconds when absent. */
  readonly deadlineMs?: number;
  readonly fetch?: Fetch;
}

/** An account at OVHcloud. */
export interface OvhProvider extends Provider {
  /**
   * Verifies the credentials. Rejects with a FatalError that names the variables when OVHcloud does not take them, with a
   * ProviderError when it could not be asked.
   */
  check(): Promise<{ readonly nichandle: string }>;
  /** Gives up whatever still waits. */
  close(): void;
}

/** Throws a FatalError for an endpoint that is neither OVHcloud's nor on this machine. */
export function createOvhProvider(options: OvhProviderOptions): OvhProvider {
  const { credentials, clock, log } = options;
  const endpoint = resolveEndpoint(options.endpoint);
  const client = createOvhClient({
    endpoint,
    credentials,
    clock,
    log,
    random: options.random ?? Math.random,
    callsPerMinute: options.callsPerMinute ?? 60,
    deadlineMs: options.deadlineMs ?? 20 * SECOND,
    fetch: options.fetch ?? fetch,
  });
  const customer = createCustomer(client, credentials.kind, log);
  const readInfos = createServiceInfos(log);
  const notice = createNoticed(log);
  const unknown = (what: string, value: string): void => notice("ovhcloud.unknown-value", what, value);

  const readRaw = async (id: number, read: Read) =>
    (await client.read("service", { id }, rawServiceSchema, { ...read, headers: NO_CACHE })).value;
  const readerOf = (nichandle: string | null) => ({ nichandle, now: clock.now(), unknown });

  return {
    links: endpoint.links,
    async *listServices(read) {
      const reader = readerOf(await customer.nichandle(read));
      yield* listServices({ client, log, toService: (item) => tryService(item, reader) }, read);
    },
    async getService(id, read) {
      const [service, nichandle] = await Promise.all([readRaw(id, read), customer.nichandle(read)]);
      const infos = await readInfos(service, createBriefRead(client, clock, read));
      return understand({ service, infos }, readerOf(nichandle));
    },
    lossFacts: (service, read) => readLossFacts(service, createBriefRead(client, clock, read)),
    renewalPeriods: ({ id }, read) =>
      readRenewalPeriods(client, id, read, async () =>
        readInfos(await readRaw(id, read), createBriefRead(client, clock, read)),
      ),
    ...changesOf(client),
    check: async () => ({ nichandle: await customer.check() }),
    close: () => client.close(),
  };
}

type Changes = Pick<
  Provider,
  "terminateAtExpiry" | "keep" | "setRenewal" | "requestDeletion" | "finishDeletion"
>;

/** Bodies hold only what changes: an absent field is left as it is (schema services.update.Service). */
function changesOf(client: OvhClient): Changes {
  const update = (id: number, body: Readonly<Record<string, unknown>>) =>
    client.change("updateService", { id }, body);
  return {
    terminateAtExpiry: (id) => update(id, { terminationPolicy: "terminateAtExpirationDate" }),
    keep: (id) => update(id, { terminationPolicy: "empty" }),
    setRenewal: (id, mode, months) =>
      update(id, { renew: { mode, ...(months === null ? {} : { period: writePeriod(months) }) } }),
    // Both steps on the product's own routes: the right is narrower than the generic one's, which also confirms domains.
    requestDeletion: async (service) => client.change("requestDeletion", { name: hostingName(service) }),
    finishDeletion: async (service, token) =>
      client.change("finishDeletion", { name: hostingName(service) }, { token }),
  };
}

function hostingName({ family, name }: Service): string {
  if (family === "hosting") return name;
  const facts = { kind: "refused", sent: "no" } as const;
  throw new ProviderError(`only a web hosting can be deleted at once, and ${name} is none`, facts);
}

type ServiceReader = Parameters<typeof toService>[1];

/** Null for what cannot be read, so that one bad item does not lose a list. */
function tryService(item: unknown, reader: ServiceReader): Service | null {
  const { data } = rawServiceSchema.safeParse(item);
  if (!data) return null;
  try {
    return toService({ service: data, infos: null }, reader);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function understand(pair: RawPair, reader: ServiceReader): Service {
  try {
    return toService(pair, reader);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const facts = { kind: "misunderstood", sent: "no" } as const;
    throw new ProviderError(`GET /services/{id}: the answer was not understood: ${error.message}`, facts);
  }
}
