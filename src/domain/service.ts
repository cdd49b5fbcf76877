import type { Instant } from "./instant.ts";

/** OVHcloud's number for a service. Never its resource name: several services can share one name. */
export type ServiceId = number & { readonly __brand: "ServiceId" };

export function serviceId(value: number): ServiceId {
  return value as ServiceId;
}

/** What kind of thing it is: decides what can be lost, and where it is managed. */
export const FAMILIES = [
  "domain",
  "zone",
  "hosting",
  "database",
  "vps",
  "dedicated",
  "public-cloud",
  "private-cloud",
  "vrack",
  "license",
  "mxplan",
  "email-pro",
  "exchange",
  "microsoft-365",
  "sms",
  "telecom",
  "other",
] as const;
export type Family = (typeof FAMILIES)[number];

/**
 * What OVHcloud says of the contract. `active` also covers a pending termination, which stands in
 * {@link Service.termination}: the service works until that instant.
 */
export const SERVICE_STATES = [
  "active",
  "creating",
  "to-renew",
  "unpaid",
  "suspended",
  "expired",
  "terminated",
  "error",
] as const;
export type ServiceState = (typeof SERVICE_STATES)[number];

/** `forced`: always renewed by OVHcloud; `one-shot`: paid once; `none`: no renewal is known of. */
export const RENEWAL_MODES = ["automatic", "manual", "forced", "one-shot", "none"] as const;
export type RenewalMode = (typeof RENEWAL_MODES)[number];

/** The modes that a person can choose. */
export type ChoosableMode = "automatic" | "manual";

export interface Renewal {
  readonly mode: RenewalMode;
  /** Whole months, or null where OVHcloud names none (manual renewal). */
  readonly periodMonths: number | null;
  /** What OVHcloud lets one choose. */
  readonly modes: readonly ChoosableMode[];
}

/** Hundred-millionths of the currency's unit, as OVHcloud counts: 1 EUR = 100,000,000. */
export interface Money {
  readonly ucents: number;
  /** ISO 4217, or OVHcloud's `points`. */
  readonly currency: string;
}

/** A termination that a customer asked for and that has not taken effect. */
export interface PendingTermination {
  readonly when: "at-expiry" | "at-commitment-end";
  /** The instant at which the service ends. */
  readonly at: Instant;
}

/** A period that the customer has promised to pay for. */
export interface Commitment {
  readonly endsAt: Instant;
}

/** Whether this account holds the contact that OVHcloud asks for; null where it could not be told. */
export interface Rights {
  /** Needed to terminate, keep and delete. */
  readonly administrator: boolean | null;
  /** Needed to change the renewal. */
  readonly billing: boolean | null;
}

/** One thing that OVHcloud bills and that can expire. */
export interface Service {
  readonly id: ServiceId;
  /** OVHcloud's resource name, e.g. `example.com` or `vps-1a2b3c4d.vps.ovh.net`. Not unique. */
  readonly name: string;
  /** The name that the customer gave it; equal to {@link name} where none was given. */
  readonly displayName: string;
  readonly family: Family;
  /** OVHcloud's words for the product, e.g. "Domain .ovh"; null where it gives none. */
  readonly product: string | null;
  /** OVHcloud's plan code, e.g. `hosting-perso`. */
  readonly plan: string | null;
  readonly state: ServiceState;
  /** The instant at which the paid period ends; null for what never expires. */
  readonly expiresAt: Instant | null;
  readonly nextBillingAt: Instant | null;
  readonly renewal: Renewal;
  readonly commitment: Commitment | null;
  readonly termination: PendingTermination | null;
  /** The price of one renewal period before tax; null where OVHcloud does not say. */
  readonly price: Money | null;
  /** The service that this one is an option of. */
  readonly parentId: ServiceId | null;
  readonly rights: Rights;
  /** True where OVHcloud's lifecycle lists termination at expiry as possible; `actions.ts` decides with it. */
  readonly offersTermination: boolean;
}
