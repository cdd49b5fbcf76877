import type { Instant } from "../../src/domain/instant.ts";
import {
  type Commitment,
  type Money,
  type Rights,
  type Service,
  serviceId,
} from "../../src/domain/service.ts";
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
  const plan = billing.plan?.code ?? null;
  const renewal = readRenewal(pair, state, unknown);
  return {
    id: serviceId(service.serviceId),
    name: resource.name,
    displayName: resource.displayName?.trim() || resource.name,
    family: readFamily(service.route?.path ?? null, plan),
    product: resource.product?.description?.trim() || resource.product?.name?.trim() || null,
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
function readPrice({ billing }: RawService, periodMonths: number | null): Money | null {
  if (!billing.pricing) return null;
  const { duration, price } = billing.pricing;
  const priced = readPeriod(duration);
  if (priced !== null && periodMonths !== null && priced !== periodMonths) return null;
  const ucents =
    price.priceInUcents ?? (typeof price.value === "number" ? Math.round(price.value * UCENTS) : null);
  return ucents === null || price.currencyCode === "N/A" ? null : { ucents, currency: price.currencyCode };
}

const UCENTS = 100_000_000;

/** Terminating and keeping ask for the administrator contact, the renewal for the billing one. */
function readRights({ customer }: RawService, nichandle: string | null): Rights {
  const holds = (type: string): boolean | null => {
    const holders = (customer?.contacts ?? []).filter(
      (contact) => contact.type === type && contact.customerCode,
    );
    if (nichandle === null || holders.length === 0) return null;
    return holders.some(({ customerCode }) => customerCode?.toLowerCase() === nichandle.toLowerCase());
  };
  return { administrator: holds("administrator"), billing: holds("billing") };
}

/** The lifecycle's own list; the older flag only where there is none. */
function offersTermination({ service, infos }: RawPair): boolean {
  const actions = service.billing.lifecycle?.capacities?.actions;
  return actions ? actions.includes("terminateAtExpirationDate") : infos?.canDeleteAtExpiration === true;
}
