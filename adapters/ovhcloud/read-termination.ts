import type { Instant } from "../../src/domain/instant.ts";
import type { PendingTermination, ServiceState } from "../../src/domain/service.ts";
import type { RawPair, Unknown } from "./raw-service.ts";
import { isManual } from "./read-renewal.ts";
import { readInstant } from "./wire-instant.ts";

/** Pending actions that end the service with its paid period. `terminate`: a deletion that is under way. */
const AT_EXPIRY = new Set(["terminateAtExpirationDate", "deleteAtExpiration", "terminate"]);

/**
 * A termination that a customer asked for (the console's hasPendingResiliation). Manual services are left out
 * whatever their flags read: `deleteAtExpiration` is true on them without anybody having asked, and one source
 * has seen `terminateAtExpirationDate` on them too.
 */
export function readTermination(
  pair: RawPair,
  state: ServiceState,
  unknown: Unknown,
): PendingTermination | null {
  if (isManual(pair) || state === "expired" || state === "terminated") return null;
  const when = readWhen(pair);
  if (!when) return null;
  const at = readEnd(pair, when);
  if (at === null) unknown("end of a pending termination", String(pair.service.serviceId));
  return at === null ? null : { when, at };
}

function readWhen({ service, infos }: RawPair): PendingTermination["when"] | null {
  const pending = service.billing.lifecycle?.current.pendingActions ?? [];
  if (pending.includes("terminateAtEngagementDate")) return "at-commitment-end";
  if (pending.some((action) => AT_EXPIRY.has(action))) return "at-expiry";
  const flagged = infos?.renew?.deleteAtExpiration === true;
  return flagged && !infos.renew?.manualPayment && infos.renewalType !== "manual" ? "at-expiry" : null;
}

function readEnd({ service, infos }: RawPair, when: PendingTermination["when"]): Instant | null {
  const { lifecycle, engagement, expirationDate } = service.billing;
  const commitment = engagement?.endDate ?? infos?.engagedUpTo;
  const end =
    lifecycle?.current.terminationDate ??
    (when === "at-commitment-end" ? commitment : null) ??
    expirationDate ??
    infos?.expiration;
  return end ? readInstant(end) : null;
}
