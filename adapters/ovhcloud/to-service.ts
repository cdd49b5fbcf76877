import type { Instant } from "../../src/domain/instant.ts";
import {
  type Commitment,
  type Money,
  type Rights,
  type Service,
  serviceId,
} from "../../src/domain/service.ts";
import { listMember, member, numberMember, textMember } from "./decoration.ts";
import { readFamily } from "./family.ts";
import { readPeriod } from "./period.ts";
import type { RawPair, RawService, Unknown } from "./raw-service.ts";
import { readRenewal } from "./read-renewal.ts";
import { readState } from "./read-state.ts";
import { readTermination } from "./read-termination.ts";
import { readInstant } from "./wire-instant.ts";

export interface Reader {
  /** The account's customer code; null where it could not be read. */
  readonly nichandle: string | null;
  readonly now: Instant;
  readonly unknown: Unknown;
}

/** OVHcloud's words as the core's. Throws RangeError on a date that cannot be read. */
export function toService(pair: RawPair, { nichandle, now, unknown }: Reader): Service {
  const { service, infos } = pair;
  const { resource, billing } = service;
  const state = readState(pair, unknown);
  const plan = textMember(billing.plan, "code");
  const renewal = readRenewal(pair, state, unknown);
  return {
    id: serviceId(service.serviceId),
    name: resource.name,
    displayName: textMember(resource, "displayName") ?? resource.name,
    family: readFamily(service.route?.path ?? null, plan),
    product: textMember(resource.product, "description") ?? textMember(resource.product, "name"),
    plan,
    state,
    expiresAt: maybe(billing.expirationDate ?? infos?.expiration),
    nextBillingAt: maybe(billing.nextBillingDate),
    renewal,
    commitment: readCommitment(pair, now),
    termination: readTermination(pair, state, unknown),
    price: readPrice(service, renewal.periodMonths),
    parentId: service.parentServiceId ? serviceId(service.parentServiceId) : null,
    rights: readRights(service, nichandle),
    offersTermination: offersTermination(pair),
  };
}

const maybe = (date: string | null | undefined): Instant | null => (date ? readInstant(date) : null);

/** The console's hasEngagement: one that is over binds nobody. */
function readCommitment({ service, infos }: RawPair, now: Instant): Commitment | null {
  const endsAt = maybe(service.billing.engagement?.endDate ?? infos?.engagedUpTo);
  return endsAt !== null && endsAt > now ? { endsAt } : null;
}

/** Null where OVHcloud's price is for another length of time than the renewal: a discount may lie between. */
function readPrice({ billing: { pricing } }: RawService, periodMonths: number | null): Money | null {
  const price = member(pricing, "price");
  const currency = textMember(price, "currencyCode");
  if (currency === null || currency === "N/A") return null;
  const priced = readPeriod(textMember(pricing, "duration"));
  if (priced !== null && periodMonths !== null && priced !== periodMonths) return null;
  const ucents =
    numberMember(price, "priceInUcents") ?? (numberMember(price, "value") ?? Number.NaN) * UCENTS;
  return Number.isNaN(ucents) ? null : { ucents: Math.round(ucents), currency };
}

const UCENTS = 100_000_000;

/** Terminating and keeping ask for the administrator contact, the renewal for the billing one. */
function readRights({ customer }: RawService, nichandle: string | null): Rights {
  const rights: { administrator: boolean | null; billing: boolean | null } = {
    administrator: null,
    billing: null,
  };
  if (nichandle === null) return rights;
  for (const contact of listMember(customer, "contacts")) {
    const type = textMember(contact, "type");
    const code = textMember(contact, "customerCode");
    if (code === null || (type !== "administrator" && type !== "billing")) continue;
    // Several may hold one contact; the case of a code has no meaning.
    rights[type] ||= code === nichandle || code.toLowerCase() === nichandle.toLowerCase();
  }
  return rights;
}

/** The lifecycle's own list; the older flag only where there is none. */
function offersTermination({ service, infos }: RawPair): boolean {
  const actions = service.billing.lifecycle?.capacities?.actions;
  return actions ? actions.includes("terminateAtExpirationDate") : infos?.canDeleteAtExpiration === true;
}
