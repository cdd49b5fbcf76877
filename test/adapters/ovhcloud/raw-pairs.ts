import type { z } from "zod";
import type {
  RawPair,
  rawServiceInfosSchema,
  rawServiceSchema,
} from "../../../adapters/ovhcloud/raw-service.ts";

type Wire = z.input<typeof rawServiceSchema>;
type WireInfos = z.input<typeof rawServiceInfosSchema>;

export const NOW = Date.parse("2026-11-22T12:00:00Z");
const EXPIRES = "2027-03-01T17:31:17+01:00";
export const EXPIRES_AT = Date.parse(EXPIRES);
export const NICHANDLE = "ls148374-ovh";

/** The pairs of consistent states that OVH's own mocks show, and two that follow from its client code. */
export const PAIRS = {
  healthy: {
    service: wire({}),
    infos: infos({}),
  },
  manual: {
    service: wire({
      path: "/domain/{serviceName}",
      name: "example.ovh",
      plan: "ovh",
      product: "Domain .ovh",
      terminationDate: EXPIRES,
      actions: ["earlyRenewal"],
      mode: "manual",
      period: null,
    }),
    infos: infos({ automatic: false, deleteAtExpiration: true, manualPayment: true, period: 12 }),
  },
  expired: {
    service: wire({
      state: "unrenewed",
      terminationDate: EXPIRES,
      actions: ["earlyRenewal"],
      mode: "manual",
      period: null,
    }),
    infos: infos({ status: "expired", automatic: false, deleteAtExpiration: true, manualPayment: true }),
  },
  cancelledEngaged: {
    service: wire({
      pending: ["terminateAtEngagementDate"],
      terminationDate: "2027-09-01T00:00:00+02:00",
      modes: ["automatic"],
      engagedUntil: "2027-09-01",
    }),
    infos: infos({ deleteAtExpiration: true, engagedUpTo: "2027-09-01" }),
  },
  cancelled: {
    service: wire({ pending: ["terminateAtExpirationDate"], terminationDate: EXPIRES }),
    infos: infos({ deleteAtExpiration: true }),
  },
} as const satisfies Record<string, RawPair>;

export interface WireParts {
  readonly id?: number;
  readonly name?: string;
  readonly displayName?: string | null;
  readonly path?: string | null;
  readonly plan?: string | null;
  readonly product?: string | null;
  readonly state?: string;
  readonly resource?: string;
  readonly pending?: readonly string[];
  readonly terminationDate?: string | null;
  readonly actions?: readonly string[];
  readonly mode?: string | null;
  readonly period?: string | number | null;
  readonly modes?: readonly string[];
  readonly engagedUntil?: string | null;
  readonly expirationDate?: string | null;
}

/** `services.expanded.Service` of a healthy VPS, but for the given parts. */
export function wire(parts: WireParts): Wire {
  const expirationDate = parts.expirationDate === undefined ? EXPIRES : parts.expirationDate;
  const path = parts.path === undefined ? "/vps/{serviceName}" : parts.path;
  const name = parts.name ?? "vps-1a2b3c4d.vps.ovh.net";
  return {
    serviceId: parts.id ?? 29162449,
    parentServiceId: null,
    route: path === null ? null : { path },
    resource: {
      name,
      displayName: parts.displayName === undefined ? name : parts.displayName,
      state: parts.resource ?? "active",
      product: { name: "ovh-product", description: parts.product ?? "VPS" },
    },
    customer: {
      contacts: [
        { customerCode: NICHANDLE, type: "administrator" },
        { customerCode: NICHANDLE, type: "technical" },
        { customerCode: "xx999-ovh", type: "billing" },
      ],
    },
    billing: {
      nextBillingDate: expirationDate,
      expirationDate,
      plan: { code: parts.plan === undefined ? "vps-starter" : parts.plan },
      pricing: { duration: "P1M", price: { currencyCode: "EUR", priceInUcents: 299_000_000, value: 2.99 } },
      lifecycle: {
        current: {
          state: parts.state ?? "active",
          pendingActions: [...(parts.pending ?? [])],
          terminationDate: parts.terminationDate ?? null,
        },
        capacities: { actions: [...(parts.actions ?? ["earlyRenewal", "terminateAtExpirationDate"])] },
      },
      renew: {
        current: {
          mode: parts.mode === undefined ? "automatic" : parts.mode,
          period: parts.period === undefined ? "P1M" : parts.period,
        },
        capacities: { mode: [...(parts.modes ?? ["automatic", "manual"])] },
      },
      engagement: parts.engagedUntil ? { endDate: parts.engagedUntil } : null,
    },
  };
}

export interface InfosParts {
  readonly status?: string;
  readonly renewalType?: string;
  readonly automatic?: boolean;
  readonly deleteAtExpiration?: boolean;
  readonly forced?: boolean;
  readonly manualPayment?: boolean;
  readonly period?: number;
  readonly engagedUpTo?: string | null;
  readonly canDeleteAtExpiration?: boolean;
}

/** `services.Service` of the same VPS. */
export function infos(parts: InfosParts): WireInfos {
  return {
    serviceId: 29162449,
    status: parts.status ?? "ok",
    renewalType: parts.renewalType ?? "automaticV2016",
    canDeleteAtExpiration: parts.canDeleteAtExpiration ?? true,
    engagedUpTo: parts.engagedUpTo ?? null,
    expiration: "2027-03-01",
    possibleRenewPeriod: [1, 3, 6, 12],
    renew: {
      automatic: parts.automatic ?? true,
      deleteAtExpiration: parts.deleteAtExpiration ?? false,
      forced: parts.forced ?? false,
      manualPayment: parts.manualPayment ?? false,
      period: parts.period ?? 1,
    },
  };
}
