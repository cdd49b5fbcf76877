import type { Route } from "../../routes.ts";
import type { AccountService, Lifecycle, ZoneRecord } from "../account.ts";
import { toDatetime } from "../paris-time.ts";
import { notFound } from "../refusal.ts";
import {
  type ApiRequest,
  type Endpoint,
  get,
  listOf,
  present,
  running,
  seenOf,
  value,
  type World,
} from "../world.ts";

export function domainRoutes(world: World): readonly Route<Endpoint>[] {
  const zone = ({ params }: ApiRequest): AccountService => running(world, "zone", params.get("zoneName"));
  return [
    get("/domain", "domain:apiovh:get", () => listOf(seenOf(world, "domain"), ({ name }) => name, toDomain)),
    // Its model has a state for a lapsed domain, so it is readable then.
    get("/domain/{serviceName}", "domain:apiovh:get", ({ params }) => {
      const name = params.get("serviceName");
      return value(toDomain(present(world.ledger.seenNamed("domain", name), name, world.clock.now())));
    }),
    get("/domain/zone", "dnsZone:apiovh:get", () =>
      listOf(seenOf(world, "zone"), ({ name }) => name, toZone),
    ),
    get("/domain/zone/{zoneName}", "dnsZone:apiovh:get", (request) => value(toZone(zone(request)))),
    get("/domain/zone/{zoneName}/record", "dnsZone:apiovh:record/get", (request) => {
      const { name } = zone(request);
      return listOf(
        records(world, name, request),
        ({ id }) => id,
        (record) => toRecord(name, record),
      );
    }),
    get("/domain/zone/{zoneName}/record/{id}", "dnsZone:apiovh:record/get", (request) => {
      const { name } = zone(request);
      const id = request.params.get("id");
      const found = records(world, name, request).find((record) => String(record.id) === id);
      if (!found) throw notFound(`The record ${id}`);
      return value(toRecord(name, found));
    }),
  ];
}

function records(world: World, zone: string, { query }: ApiRequest): readonly ZoneRecord[] {
  const [type, subDomain] = [query.get("fieldType"), query.get("subDomain")];
  return (world.account().zones.get(zone) ?? []).filter(
    (record) =>
      (type === null || record.fieldType === type) && (subDomain === null || record.subDomain === subDomain),
  );
}

const DOMAIN_STATES: Readonly<Record<Lifecycle, string>> = {
  active: "ok",
  error: "technical_suspended",
  inCreation: "pending_create",
  rupture: "deleted",
  terminated: "deleted",
  toRenew: "autorenew_in_progress",
  unpaid: "ok",
  unrenewed: "expired",
};

function renewalState(service: AccountService): string {
  if (service.lifecycle === "terminated") return "cancellation_complete";
  if (service.lifecycle === "unpaid") return "unpaid";
  if (service.termination) return "cancellation_requested";
  return service.renewal === "manual" ? "manual_renew" : "automatic_renew";
}

/** `domain.DomainService`. */
const toDomain = (service: AccountService) => ({
  domain: service.name,
  serviceId: service.id,
  state: DOMAIN_STATES[service.lifecycle],
  renewalState: renewalState(service),
  suspensionState: service.resource === "suspended" ? "suspended" : "not_suspended",
  expirationDate: service.expiresAt === null ? null : toDatetime(service.expiresAt),
  renewalDate: service.expiresAt === null ? null : toDatetime(service.expiresAt),
  lastUpdate: toDatetime(service.createdAt),
  contactAdmin: { id: service.contacts.administrator },
  contactBilling: { id: service.contacts.billing },
  contactOwner: { id: service.contacts.administrator },
  contactTech: { id: service.contacts.technical },
  whoisOwner: service.contacts.administrator,
  dnssecState: "enabled",
  dnssecSupported: true,
  glueRecordIpv6Supported: true,
  glueRecordMultiIpSupported: true,
  hostSupported: true,
  owoSupported: true,
  nameServerType: "hosted",
  nameServers: [
    { id: 1, ipv4: null, ipv6: null, nameServer: "dns200.anycast.me", nameServerType: "hosted" },
    { id: 2, ipv4: null, ipv6: null, nameServer: "ns200.anycast.me", nameServerType: "hosted" },
  ],
  offer: "gold",
  parentService: null,
  transferLockStatus: "locked",
});

/** `domain.zone.Zone`. */
const toZone = (service: AccountService) => ({
  name: service.name,
  dnssecSupported: true,
  hasDnsAnycast: false,
  lastUpdate: toDatetime(service.createdAt),
  nameServers: ["dns200.anycast.me", "ns200.anycast.me"],
});

/** `domain.zone.Record`. */
const toRecord = (zone: string, record: ZoneRecord) => ({ ...record, ttl: 3600, zone });
