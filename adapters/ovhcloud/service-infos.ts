import type { Family } from "../../src/domain/service.ts";
import type { Log } from "../../src/ports.ts";
import type { BriefRead } from "./brief-read.ts";
import { readFamily } from "./family.ts";
import { type RawService, type RawServiceInfos, rawServiceInfosSchema } from "./raw-service.ts";
import { describeRoute, type ReadRoute } from "./routes.ts";

/** Products whose older model is read beside /services: it alone knows of one-shot, forced, debts and "no end". */
const ROUTE_OF: ReadonlyMap<Family, ReadRoute> = new Map<Family, ReadRoute>([
  ["domain", "domainInfos"],
  ["zone", "zoneInfos"],
  ["hosting", "hostingInfos"],
  ["database", "databaseInfos"],
  ["vps", "vpsInfos"],
  ["dedicated", "dedicatedInfos"],
  ["vrack", "vrackInfos"],
  ["mxplan", "mailInfos"],
]);

/** Null where there is none, where the key may not read it, or where it could not be read: the rest stands without it. */
export type ReadServiceInfos = (service: RawService, read: BriefRead) => Promise<RawServiceInfos | null>;

export function createServiceInfos(log: Log): ReadServiceInfos {
  // A right that was not granted will not come by itself, and asking again costs a call each time.
  const forbidden = new Set<ReadRoute>();
  return async (service, read) => {
    const path = service.route?.path ?? null;
    const route = path === null ? undefined : ROUTE_OF.get(readFamily(path, null));
    if (!route || forbidden.has(route)) return null;
    const got = await read(route, { name: service.resource.name }, rawServiceInfosSchema);
    switch (got.kind) {
      case "absent":
        return null;
      case "unread":
        if (got.error.facts.code === "NOT_GRANTED_CALL") forbidden.add(route);
        log.info("ovhcloud.service-infos-unread", {
          route: describeRoute(route),
          kind: got.error.facts.kind,
        });
        return null;
      case "read":
        // Several services can share a name; another one's facts are worse than none.
        return got.value.serviceId === service.serviceId ? got.value : null;
    }
  };
}
