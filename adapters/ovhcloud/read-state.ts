import type { ServiceState } from "../../src/domain/service.ts";
import type { RawPair, Unknown } from "./raw-service.ts";

/** `lifecycle.current.state`. Only three of them are an end; the others have names of their own. */
const LIFECYCLE: ReadonlyMap<string, ServiceState> = new Map<string, ServiceState>([
  ["active", "active"],
  ["inCreation", "creating"],
  ["toRenew", "to-renew"],
  ["unpaid", "unpaid"],
  ["unrenewed", "expired"],
  ["terminated", "terminated"],
  ["rupture", "terminated"],
  ["error", "error"],
]);

/** `resource.state`, where the lifecycle says nothing. `toDelete` and `toSuspend` still work. */
const RESOURCE: ReadonlyMap<string, ServiceState> = new Map<string, ServiceState>([
  ["active", "active"],
  ["toDelete", "active"],
  ["toSuspend", "active"],
  ["toActivate", "creating"],
  ["suspended", "suspended"],
  ["deleted", "terminated"],
]);

/** `status` of serviceInfos, where it knows more than the lifecycle. */
const INFOS: ReadonlyMap<string, ServiceState> = new Map<string, ServiceState>([
  ["pendingDebt", "unpaid"],
  ["unPaid", "unpaid"],
  ["expired", "expired"],
  ["inCreation", "creating"],
]);

/**
 * What OVHcloud says of the contract. The lifecycle counts first; where that is calm, a debt, an expiry or
 * a suspension that one of the other two knows of is the news.
 */
export function readState({ service, infos }: RawPair, unknown: Unknown): ServiceState {
  const resource = readResource(service.resource.state ?? null, unknown);
  const { lifecycle } = service.billing;
  const state = lifecycle ? readLifecycle(lifecycle.current.state, unknown) : resource;
  if (state !== "active" && state !== "to-renew") return state;
  const news = INFOS.get(infos?.status ?? "");
  if (news) return news;
  return resource === "suspended" || resource === "terminated" ? resource : state;
}

function readLifecycle(value: string, unknown: Unknown): ServiceState {
  const state = LIFECYCLE.get(value);
  if (!state) unknown("lifecycle state", value);
  return state ?? "error";
}

function readResource(value: string | null, unknown: Unknown): ServiceState {
  const state = RESOURCE.get(value ?? "active");
  if (!state) unknown("resource state", value ?? "");
  return state ?? "error";
}
