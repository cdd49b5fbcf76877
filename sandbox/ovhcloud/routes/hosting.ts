import { DAY } from "../../../src/domain/instant.ts";
import type { Route } from "../../routes.ts";
import type { AccountService, Database, Dump, HostingContent } from "../account.ts";
import { toDatetime } from "../paris-time.ts";
import { badRequest, notFound } from "../refusal.ts";
import { type ApiRequest, type Endpoint, get, listOf, running, seenOf, value, type World } from "../world.ts";

/** How long OVHcloud keeps a dump; it names the end of each in `deletionDate`. */
const DUMP_LIFE = 30 * DAY;

export function hostingRoutes(world: World): readonly Route<Endpoint>[] {
  const content = (request: ApiRequest): HostingContent => contentOf(world, serviceOf(world, request));
  return [
    get("/hosting/web", "webHosting:apiovh:get", () =>
      listOf(
        seenOf(world, "hosting"),
        ({ name }) => name,
        (service) => toHosting(service, contentOf(world, service)),
      ),
    ),
    get("/hosting/web/attachedDomain", "account:apiovh:webHosting/attachedDomain/get", ({ query }) => {
      const domain = query.get("domain");
      if (domain === null) throw badRequest("domain is missing");
      const holders = seenOf(world, "hosting").filter((one) =>
        contentOf(world, one).domains.includes(domain),
      );
      return value(holders.map(({ name }) => name));
    }),
    get("/hosting/web/{serviceName}", "webHosting:apiovh:get", (request) => {
      const service = serviceOf(world, request);
      return value(toHosting(service, contentOf(world, service)));
    }),
    get("/hosting/web/{serviceName}/attachedDomain", "webHosting:apiovh:attachedDomain/get", (request) => {
      const wanted = request.query.get("domain");
      const domains = content(request).domains.filter((one) => wanted === null || one === wanted);
      return listOf(domains, (domain) => domain, toAttachedDomain);
    }),
    get(
      "/hosting/web/{serviceName}/attachedDomain/{domain}",
      "webHosting:apiovh:attachedDomain/get",
      (request) => {
        const domain = request.params.get("domain");
        if (!content(request).domains.includes(domain)) throw notFound(`The domain ${domain}`);
        return value(toAttachedDomain(domain));
      },
    ),
    get("/hosting/web/{serviceName}/database", "webHosting:apiovh:database/get", (request) =>
      listOf(content(request).databases, ({ name }) => name, toDatabase),
    ),
    get("/hosting/web/{serviceName}/database/{name}", "webHosting:apiovh:database/get", (request) =>
      value(toDatabase(databaseOf(content(request), request))),
    ),
    get("/hosting/web/{serviceName}/database/{name}/dump", "webHosting:apiovh:database/dump/get", (request) =>
      listOf(databaseOf(content(request), request).dumps, ({ id }) => id, toDump),
    ),
    get(
      "/hosting/web/{serviceName}/database/{name}/dump/{id}",
      "webHosting:apiovh:database/dump/get",
      (request) => value(toDump(dumpOf(databaseOf(content(request), request), request))),
    ),
  ];
}

const serviceOf = (world: World, { params }: ApiRequest): AccountService =>
  running(world, "hosting", params.get("serviceName"));

const EMPTY: HostingContent = {
  offer: "perso2014",
  diskUsedMb: 0,
  diskSizeMb: 102_400,
  domains: [],
  databases: [],
};

const contentOf = (world: World, { name }: AccountService): HostingContent =>
  world.account().hostings.get(name) ?? EMPTY;

function databaseOf(content: HostingContent, { params }: ApiRequest): Database {
  const name = params.get("name");
  const found = content.databases.find((one) => one.name === name);
  if (!found) throw notFound(`The database ${name}`);
  return found;
}

function dumpOf(database: Database, { params }: ApiRequest): Dump {
  const id = params.get("id");
  const found = database.dumps.find((one) => String(one.id) === id);
  if (!found) throw notFound(`The dump ${id}`);
  return found;
}

/** `hosting.web.Service`. */
const toHosting = (service: AccountService, content: HostingContent) => ({
  serviceName: service.name,
  displayName: service.displayName === service.name ? null : service.displayName.slice(0, 50),
  state: service.resource === "suspended" ? "bloqued" : "active",
  offer: content.offer,
  cluster: "cluster026",
  clusterIp: "192.0.2.26",
  clusterIpv6: "2001:db8::26",
  datacenter: "gra2",
  defaultAttachedDomain: content.domains[0] ?? null,
  filer: "1026",
  hasCdn: false,
  hasHostedSsl: false,
  home: `/home/${service.id}`,
  hostingIp: "192.0.2.27",
  hostingIpv6: "2001:db8::27",
  multipleSSL: true,
  operatingSystem: "linux",
  phpVersions: [{ support: "SUPPORTED", version: "8.4" }],
  primaryLogin: `user${service.id}`,
  quotaSize: { unit: "MB", value: content.diskSizeMb },
  quotaUsed: { unit: "MB", value: content.diskUsedMb },
  recommendedOffer: null,
  resourceType: "shared",
  trafficQuotaSize: null,
  trafficQuotaUsed: null,
  updates: [],
});

/** `hosting.web.attachedDomain.PublicAttachedDomain`. */
const toAttachedDomain = (domain: string) => ({
  capabilities: [],
  cdn: "none",
  domain,
  firewall: "none",
  ipLocation: null,
  isFlushable: false,
  ownLog: null,
  path: "www",
  runtimeId: null,
  ssl: true,
  status: "created",
  taskId: null,
  vcsStatus: "disabled",
});

/** `hosting.web.database`. */
const toDatabase = (database: Database) => ({
  databaseServiceDeprecated: false,
  databaseType: "included",
  dumps: database.dumps.length,
  guiURL: null,
  lastCheck: null,
  mode: "classic",
  name: database.name,
  port: 3306,
  quotaSize: { unit: "MB", value: database.quotaMb },
  quotaUsed: { unit: "MB", value: database.sizeMb },
  server: `${database.name}.mysql.db`,
  state: "ok",
  status: "created",
  taskId: null,
  type: database.type,
  user: database.name,
  version: database.version,
  versionSupport: "stable",
});

/** `hosting.web.database.dump`. */
const toDump = (dump: Dump) => ({
  creationDate: toDatetime(dump.createdAt),
  deletionDate: toDatetime(dump.createdAt + DUMP_LIFE),
  id: dump.id,
  status: "created",
  taskId: null,
  type: dump.type,
  url: null,
});
