import type { AccountService } from "./account.ts";
import { toDate } from "./paris-time.ts";
import { productOf } from "./products.ts";

/** `services.Service` of the API, or its "non expiring" form for what has no end. */
export function toServiceInfos(service: AccountService) {
  const shared = {
    contactAdmin: service.contacts.administrator,
    contactBilling: service.contacts.billing,
    contactTech: service.contacts.technical,
    creation: toDate(service.createdAt),
    domain: service.name,
    serviceId: service.id,
    status: statusOf(service),
  };
  if (service.expiresAt === null) return shared;
  const periods = productOf(service.product).periods;
  return {
    ...shared,
    canDeleteAtExpiration: productOf(service.product).terminatesAtExpiry && service.renewal !== "forced",
    engagedUpTo: service.engagement ? toDate(service.engagement.endsAt) : null,
    expiration: toDate(service.expiresAt),
    possibleRenewPeriod: periods.length > 0 ? periods : null,
    renew: toRenew(service),
    renewalType: renewalTypeOf(service),
  };
}

function statusOf(service: AccountService): string {
  switch (service.lifecycle) {
    case "active":
    case "error":
      return "ok";
    // Choice: the older model has no word for it; this one comes nearest.
    case "toRenew":
      return "autorenewInProgress";
    case "inCreation":
      return "inCreation";
    case "unpaid":
      return service.debt;
    case "unrenewed":
    case "terminated":
    case "rupture":
      return "expired";
  }
}

function renewalTypeOf(service: AccountService): string {
  if (service.parentId !== null) return "option";
  switch (service.renewal) {
    case "forced":
      return "automaticForcedProduct";
    case "one-shot":
      return "oneShot";
    case "automatic":
    case "manual":
    case "none":
      return "automaticV2016";
  }
}

/** The five flags. Manual and expired services read `deleteAtExpiration: true`, as in OVH's mocks. */
function toRenew(service: AccountService) {
  if (service.renewal === "one-shot" || service.renewal === "none") return null;
  const manual = service.renewal === "manual" || service.lifecycle === "unrenewed";
  return {
    automatic: !manual,
    deleteAtExpiration: manual || service.termination !== null,
    forced: service.renewal === "forced",
    manualPayment: manual,
    period: service.months,
  };
}
