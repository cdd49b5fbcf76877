import { HOUR, type Instant } from "./instant.ts";
import type { PendingTermination, Service } from "./service.ts";

/** OVHcloud takes and takes back terminations up to 24 hours before the end (guide "How to cancel your services"). */
export const CUT_OFF_MS = 24 * HOUR;

/**
 * When the service ends: the earlier of its expiry and of a pending termination. A termination at the end of a
 * commitment counts alone: until then the service renews, and its expiry only marks the next renewal.
 */
export function endOf(service: Service): Instant | null {
  const { expiresAt, termination } = service;
  if (!termination) return expiresAt;
  return endWith(termination, expiresAt);
}

/** The last instant at which a termination may be asked for or taken back; null where nothing ends. */
export function cutOff(service: Service): Instant | null {
  const end = endOf(service);
  return end === null ? null : end - CUT_OFF_MS;
}

function endWith(termination: PendingTermination, expiresAt: Instant | null): Instant {
  switch (termination.when) {
    case "at-commitment-end":
      return termination.at;
    case "at-expiry":
      return expiresAt === null ? termination.at : Math.min(termination.at, expiresAt);
  }
}
