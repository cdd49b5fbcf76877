import { fold } from "./fold.ts";
import type { Family, Service, ServiceId } from "./service.ts";

/** A service and what hangs on it. */
export interface Group {
  readonly head: Service;
  readonly attached: readonly Service[];
}

/**
 * Puts together what the console once showed as one row: a domain, its zone, hosting and mail of the same name, and
 * options under the service that they belong to. Every service stands in exactly one group. Groups stand where their
 * first member stood, and attached services keep their order.
 */
export function group(services: readonly Service[]): readonly Group[] {
  const grouping = createGrouping(groupKeys(services));
  for (const service of services) grouping.add(service);
  return [...grouping.groups()];
}

/** The same by and by, for lists that are too long for one go. */
export interface Grouping {
  add(service: Service): void;
  groups(): Iterable<Group>;
}

export function createGrouping(keyOf: (service: Service) => string): Grouping {
  const known = new Map<string, { head: Service; readonly members: Service[] }>();
  return {
    add(service) {
      const key = keyOf(service);
      const one = known.get(key);
      if (!one) {
        known.set(key, { head: service, members: [service] });
        return;
      }
      one.members.push(service);
      if (leads(service, one.head)) one.head = service;
    },
    *groups() {
      for (const { head, members } of known.values()) {
        yield { head, attached: members.filter((one) => one !== head) };
      }
    },
  };
}

/** Tells for each of these services which group it is in: the same text for the same group. */
export function groupKeys(services: readonly Service[]): (service: Service) => string {
  const byId = new Map<ServiceId, Service>(services.map((service) => [service.id, service]));
  return (service) => {
    const root = rootOf(service, byId);
    return headRank(root.family) === null ? `#${root.id}` : fold(root.name);
  };
}

/**
 * The topmost service above an option. An option whose parent is not in the list stands for itself; in a ring of
 * parents (nothing in the API rules it out) the smallest id stands for all.
 */
function rootOf(service: Service, byId: ReadonlyMap<ServiceId, Service>): Service {
  const seen = new Set<Service>();
  let root = service;
  while (root.parentId !== null && !seen.has(root)) {
    seen.add(root);
    const parent = byId.get(root.parentId);
    if (!parent) return root;
    root = parent;
  }
  if (root.parentId === null) return root;
  return ringOf(root, byId).reduce((least, one) => (one.id < least.id ? one : least));
}

function ringOf(start: Service, byId: ReadonlyMap<ServiceId, Service>): readonly Service[] {
  const ring = [start];
  let next = start.parentId === null ? undefined : byId.get(start.parentId);
  while (next && next !== start) {
    ring.push(next);
    next = next.parentId === null ? undefined : byId.get(next.parentId);
  }
  return ring;
}

/** Which of a group stands first: never an option, then the domain before what hangs on its name. */
function leads(one: Service, other: Service): boolean {
  const option = Number(one.parentId !== null) - Number(other.parentId !== null);
  if (option !== 0) return option < 0;
  return (headRank(one.family) ?? 99) < (headRank(other.family) ?? 99);
}

const BY_NAME: readonly Family[] = ["domain", "hosting", "zone", "mxplan", "email-pro", "exchange"];

/** Place among the families that share a name; null for those whose equal names mean nothing. */
function headRank(family: Family): number | null {
  const rank = BY_NAME.indexOf(family);
  return rank < 0 ? null : rank;
}
