import { DAY, HOUR, type Instant } from "../../src/domain/instant.ts";
import type { AccountService } from "./account.ts";
import { addMonths } from "./paris-time.ts";
import { productOf } from "./products.ts";

/** Documented: a termination can be asked for, and taken back, up to 24 hours before the end. */
const CUT_OFF_BEFORE = 24 * HOUR;

/** Guide "faq-billing": what is not paid is suspended after seven days. */
const UNPAID_SUSPENDED_AFTER = 7 * DAY;

/** Choice: what was terminated stays readable this long, then answers 460, then 404. */
const READABLE_AFTER_END = DAY;
const EXPIRED_ANSWER_AFTER_END = 2 * DAY;

/** The instant at which a pending termination takes effect. */
function terminatesAt(service: AccountService): Instant | null {
  switch (service.termination) {
    case null:
      return null;
    case "terminateAtExpirationDate":
      return service.expiresAt;
    case "terminateAtEngagementDate":
      return service.engagement?.endsAt ?? service.expiresAt;
  }
}

/** `lifecycle.current.terminationDate`: also set where nobody asked for it, on what merely lapses. */
export function terminationDate(service: AccountService): Instant | null {
  if (service.endedAt !== null) return service.endedAt;
  const lapses = service.renewal === "manual" || service.lifecycle === "unrenewed";
  return terminatesAt(service) ?? (lapses ? service.expiresAt : null);
}

/** Choice: the earlier of termination and expiry counts for the 24 hours. */
export function isPastCutOff(service: AccountService, now: Instant): boolean {
  const ends = [terminationDate(service), service.expiresAt].filter((one) => one !== null);
  return ends.length > 0 && now > Math.min(...ends) - CUT_OFF_BEFORE;
}

export type Presence = "present" | "expired" | "unknown";

export function presenceOf(service: AccountService, now: Instant): Presence {
  if (service.endedAt === null || now < service.endedAt + READABLE_AFTER_END) return "present";
  return now < service.endedAt + EXPIRED_ANSWER_AFTER_END ? "expired" : "unknown";
}

/** What became of the service by `now`; the very same object when nothing was due. */
export function settle(service: AccountService, now: Instant): AccountService {
  let settled = service;
  for (;;) {
    const next = step(settled, now);
    if (next === settled) return settled;
    settled = next;
  }
}

function step(service: AccountService, now: Instant): AccountService {
  if (service.lifecycle === "terminated") return stepEnded(service, now);
  const ends = terminatesAt(service);
  if (ends !== null && ends <= now) return end(service, ends);
  if (service.engagement && service.engagement.endsAt <= now) return { ...service, engagement: null };
  if (service.expiresAt === null || service.expiresAt > now) return service;
  return stepExpired(service, service.expiresAt, now);
}

function stepExpired(service: AccountService, expiredAt: Instant, now: Instant): AccountService {
  switch (service.lifecycle) {
    case "active":
    case "toRenew":
      return renewOrLapse(service, expiredAt);
    case "unrenewed": {
      const gone = expiredAt + productOf(service.product).graceDays * DAY;
      return gone <= now ? end(service, gone) : service;
    }
    case "unpaid":
      return service.resource === "active" && expiredAt + UNPAID_SUSPENDED_AFTER <= now
        ? { ...service, resource: "suspended" }
        : service;
    case "error":
    case "inCreation":
    case "rupture":
    case "terminated":
      return service;
  }
}

/** Choice: automatic renewals are paid and take effect at the expiry itself. */
function renewOrLapse(service: AccountService, expiredAt: Instant): AccountService {
  switch (service.renewal) {
    case "automatic":
    case "forced":
      return { ...service, lifecycle: "active", expiresAt: addMonths(expiredAt, service.months) };
    case "manual":
    case "one-shot":
      return { ...service, lifecycle: "unrenewed" };
    case "none":
      return service;
  }
}

/** What it is like from the instant at which it was terminated. */
export function end(service: AccountService, at: Instant): AccountService {
  return { ...service, lifecycle: "terminated", resource: "toDelete", termination: null, endedAt: at };
}

function stepEnded(service: AccountService, now: Instant): AccountService {
  return service.resource === "toDelete" && presenceOf(service, now) !== "present"
    ? { ...service, resource: "deleted" }
    : service;
}
