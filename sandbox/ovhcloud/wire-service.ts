import type { Instant } from "../../src/domain/instant.ts";
import type { AccountService, EndStrategy } from "./account.ts";
import { terminationDate } from "./lifecycle.ts";
import { toDate, toDatetime } from "./paris-time.ts";
import { productOf, variablesOf } from "./products.ts";

const ALL_STRATEGIES: readonly EndStrategy[] = [
  "CANCEL_SERVICE",
  "REACTIVATE_ENGAGEMENT",
  "STOP_ENGAGEMENT_FALLBACK_DEFAULT_PRICE",
  "STOP_ENGAGEMENT_KEEP_PRICE",
];

/** `services.expanded.Service` of the API, with the fields that OVHcloud's schema has. */
export function toWireService(service: AccountService) {
  return {
    serviceId: service.id,
    parentServiceId: service.parentId,
    tags: [],
    route: toRoute(service),
    resource: {
      name: service.name,
      displayName: service.displayName,
      state: service.resource,
      product: toProduct(service),
      resellingProvider: null,
    },
    customer: {
      contacts: [
        { customerCode: service.contacts.administrator, type: "administrator" },
        { customerCode: service.contacts.technical, type: "technical" },
        { customerCode: service.contacts.billing, type: "billing" },
      ],
    },
    billing: {
      nextBillingDate: maybe(willRenew(service) ? service.expiresAt : null),
      expirationDate: maybe(service.expiresAt),
      plan: { code: service.plan, invoiceName: service.invoiceName },
      group: null,
      pricing: toPricing(service),
      lifecycle: toLifecycle(service),
      renew: toRenew(service),
      engagement: toEngagement(service),
      engagementRequest: null,
    },
  };
}

const maybe = (when: Instant | null): string | null => (when === null ? null : toDatetime(when));

/** `/hosting/web/example.com`: where the product's own routes are. */
export function toUrl(service: AccountService): string {
  return productOf(service.product).path.replaceAll(/\{[^}]+\}/g, encodeURIComponent(service.name));
}

function toRoute(service: AccountService) {
  const { path } = productOf(service.product);
  const vars = variablesOf(path).map((key) => ({ key, value: service.name }));
  return { path, url: toUrl(service), vars };
}

function toProduct(service: AccountService) {
  const { name, description } = productOf(service.product);
  // OVH's own mocks name a domain's product after its extension: {"ovh-product", "Domain .ovh"}.
  return service.product === "domain"
    ? { name: `${service.plan}-product`, description: `Domain .${service.plan}` }
    : { name, description };
}

function toPricing(service: AccountService) {
  const { priceUcents, months, engagement } = service;
  if (priceUcents === null) return null;
  const value = priceUcents / 100_000_000;
  return {
    capacities: ["renew"],
    description: service.invoiceName,
    duration: `P${months}M`,
    interval: months,
    minimumQuantity: 1,
    maximumQuantity: null,
    minimumRepeat: 1,
    maximumRepeat: null,
    price: { currencyCode: "EUR", priceInUcents: priceUcents, text: `${value.toFixed(2)} €`, value },
    priceInUcents: priceUcents,
    pricingMode: engagement ? "degressivity12" : "default",
    pricingType: "rental",
    engagementConfiguration: engagement
      ? { defaultEndAction: "REACTIVATE_ENGAGEMENT", duration: "P12M", type: "periodic" }
      : null,
  };
}

function toLifecycle(service: AccountService) {
  return {
    current: {
      state: service.lifecycle,
      pendingActions: service.termination ? [service.termination] : [],
      creationDate: service.lifecycle === "inCreation" ? null : toDatetime(service.createdAt),
      terminationDate: maybe(terminationDate(service)),
    },
    capacities: { actions: actionsOf(service) },
  };
}

/** `lifecycle.capacities.actions`. Choice: a pending termination does not change them (OVH's engaged mock keeps them). */
export function actionsOf(service: AccountService): readonly string[] {
  switch (service.lifecycle) {
    case "unrenewed":
      return ["earlyRenewal"];
    case "active":
    case "toRenew":
      return activeActionsOf(service);
    case "error":
    case "inCreation":
    case "rupture":
    case "terminated":
    case "unpaid":
      return [];
  }
}

function activeActionsOf(service: AccountService): readonly string[] {
  switch (service.renewal) {
    case "manual":
      return ["earlyRenewal"];
    case "automatic":
      if (!productOf(service.product).terminatesAtExpiry) return ["earlyRenewal"];
      return ["earlyRenewal", service.engagement ? "terminateAtEngagementDate" : "terminateAtExpirationDate"];
    case "forced":
    case "one-shot":
    case "none":
      return [];
  }
}

/** The renewal modes that one can choose. Choice: only automatic while engaged, as in OVH's mock. */
export function modesOf(service: AccountService): readonly ("automatic" | "manual")[] {
  if (service.renewal === "one-shot" || service.renewal === "none") return [];
  const fixed = service.renewal === "forced" || service.engagement !== null;
  return fixed || productOf(service.product).periods.length === 0 ? ["automatic"] : ["automatic", "manual"];
}

/** Whether OVHcloud will renew it by itself. */
const willRenew = (service: AccountService): boolean =>
  (service.renewal === "automatic" || service.renewal === "forced") &&
  service.termination === null &&
  (service.lifecycle === "active" || service.lifecycle === "toRenew");

function toRenew(service: AccountService) {
  if (service.renewal === "one-shot" || service.renewal === "none") return null;
  const manual = service.renewal === "manual" || service.lifecycle === "unrenewed";
  return {
    current: {
      mode: manual ? "manual" : "automatic",
      nextDate: maybe(willRenew(service) ? service.expiresAt : null),
      period: manual ? null : `P${service.months}M`,
    },
    capacities: { mode: modesOf(service) },
  };
}

function toEngagement({ engagement }: AccountService) {
  if (!engagement) return null;
  return {
    endDate: toDate(engagement.endsAt),
    endRule: { strategy: engagement.strategy, possibleStrategies: ALL_STRATEGIES },
  };
}
