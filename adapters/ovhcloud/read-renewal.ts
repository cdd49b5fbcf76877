import type { ChoosableMode, Renewal, RenewalMode, ServiceState } from "../../src/domain/service.ts";
import { readPeriod } from "./period.ts";
import type { RawPair, Unknown } from "./raw-service.ts";

const MODES: ReadonlyMap<string, ChoosableMode> = new Map<string, ChoosableMode>([
  ["automatic", "automatic"],
  ["manual", "manual"],
]);

export function readRenewal(pair: RawPair, state: ServiceState, unknown: Unknown): Renewal {
  const { renew } = pair.service.billing;
  const mode = readMode(pair, state, unknown);
  const known = (renew?.capacities?.mode ?? []).map((value) => MODES.get(value));
  return {
    mode,
    // A manual service has no period that anybody chose: serviceInfos names the last one, /services none.
    periodMonths:
      mode === "manual" ? null : readPeriod(renew?.current?.period ?? pair.infos?.renew?.period ?? null),
    modes: known.filter((value) => value !== undefined),
  };
}

/** The console's predicates isOneShot, isAutomaticallyRenewed, hasForcedRenew, then the mode itself. */
function readMode(pair: RawPair, state: ServiceState, unknown: Unknown): RenewalMode {
  const { service, infos } = pair;
  if (infos?.renewalType === "oneShot") return "one-shot";
  if (infos?.renewalType === "automaticForcedProduct") return "forced";
  if (infos?.renew?.forced && !infos.renew.deleteAtExpiration && state !== "expired") return "forced";
  if (isManual(pair)) return "manual";
  const mode = service.billing.renew?.current?.mode ?? null;
  if (mode !== null && !MODES.has(mode)) unknown("renewal mode", mode);
  if (mode !== null) return MODES.get(mode) ?? "none";
  return infos?.renew?.automatic ? "automatic" : "none";
}

/** hasManualRenew: /services counts where it names a mode, serviceInfos where it does not. */
export function isManual({ service, infos }: RawPair): boolean {
  const mode = service.billing.renew?.current?.mode ?? null;
  if (mode !== null) return mode === "manual";
  return infos?.renew?.manualPayment === true || infos?.renewalType === "manual";
}
