import { cutOff, endOf } from "./end.ts";
import type { Instant } from "./instant.ts";
import { type Elsewhere, keptElsewhere, renewedElsewhere, terminatedElsewhere } from "./managed-elsewhere.ts";
import type { ChoosableMode, Family, PendingTermination, Service } from "./service.ts";

export const ACTIONS = ["terminate", "keep", "request-deletion", "set-renewal"] as const;
export type Action = (typeof ACTIONS)[number];

/** Why an action is not there. `endsAt` is when the service ends or expires. */
export type WhyNot =
  | { readonly kind: "terminated" }
  | { readonly kind: "creating" }
  | { readonly kind: "unpaid" }
  | { readonly kind: "suspended" }
  | { readonly kind: "expired" }
  | { readonly kind: "managed-elsewhere"; readonly family: Family; readonly where: Elsewhere }
  /** Nothing to cancel: without a payment it ends by itself. */
  | { readonly kind: "manual-renewal"; readonly endsAt: Instant | null }
  | { readonly kind: "one-shot" }
  | { readonly kind: "forced" }
  | { readonly kind: "no-expiry" }
  | { readonly kind: "committed"; readonly endsAt: Instant }
  | { readonly kind: "already-pending"; readonly termination: PendingTermination }
  | { readonly kind: "nothing-pending" }
  | { readonly kind: "cut-off-passed"; readonly cutOff: Instant; readonly endsAt: Instant }
  | { readonly kind: "not-hosting"; readonly family: Family }
  | { readonly kind: "not-administrator" }
  | { readonly kind: "not-billing" }
  | { readonly kind: "already-mode"; readonly mode: ChoosableMode }
  | { readonly kind: "mode-not-offered"; readonly mode: ChoosableMode }
  | { readonly kind: "not-offered" };

export interface Possibility {
  readonly action: Action;
  readonly whyNot: WhyNot | null;
}

/**
 * The first reason why an action cannot be done now, or null when it can. What no wait and no colleague can mend
 * comes first; `cut-off-passed` from the very instant of the cut-off, so that nothing is promised that may come late.
 */
export function whyNot(service: Service, action: Action, now: Instant): WhyNot | null {
  for (const rule of RULES[action]) {
    const reason = rule(service, now);
    if (reason) return reason;
  }
  return null;
}

/** Why this very renewal cannot be set, or null when it can. A null period means the one that stands. */
export function whyNotRenewal(
  service: Service,
  mode: ChoosableMode,
  periodMonths: number | null,
  now: Instant,
): WhyNot | null {
  const reason = whyNot(service, "set-renewal", now);
  if (reason) return reason;
  const { renewal } = service;
  const samePeriod = mode === "manual" || periodMonths === null || periodMonths === renewal.periodMonths;
  if (renewal.mode === mode && samePeriod) return { kind: "already-mode", mode };
  return renewal.modes.includes(mode) ? null : { kind: "mode-not-offered", mode };
}

/** Every action, with the reason where it cannot be done. */
export function possibilities(service: Service, now: Instant): readonly Possibility[] {
  return ACTIONS.map((action) => ({ action, whyNot: whyNot(service, action, now) }));
}

type Rule = (service: Service, now: Instant) => WhyNot | null;

/** A rule that one condition decides. */
const when =
  (condition: (service: Service, now: Instant) => boolean, reason: WhyNot): Rule =>
  (service, now) =>
    condition(service, now) ? reason : null;

const elsewhere =
  (place: (family: Family) => Elsewhere | null): Rule =>
  ({ family }) => {
    const where = place(family);
    return where && { kind: "managed-elsewhere", family, where };
  };

const terminated = when(({ state }) => state === "terminated", { kind: "terminated" });
const creating = when(({ state }) => state === "creating", { kind: "creating" });
const unpaid = when(({ state }) => state === "unpaid", { kind: "unpaid" });
const suspended = when(({ state }) => state === "suspended", { kind: "suspended" });
const expired = when(({ state }) => state === "expired", { kind: "expired" });
const oneShot = when(({ renewal }) => renewal.mode === "one-shot", { kind: "one-shot" });
const forced = when(({ renewal }) => renewal.mode === "forced", { kind: "forced" });
const noExpiry = when((service) => endOf(service) === null, { kind: "no-expiry" });
const nothingPending = when(({ termination }) => termination === null, { kind: "nothing-pending" });
const notAdministrator = when(({ rights }) => rights.administrator === false, { kind: "not-administrator" });
const notBilling = when(({ rights }) => rights.billing === false, { kind: "not-billing" });
/** Taking back needs either contact (the console's `hasResiliationRights`). */
const noContact = when(({ rights }) => rights.administrator === false && rights.billing === false, {
  kind: "not-administrator",
});

/** Its flag for deletion reads true without anybody having asked, so it comes before whatever seems to be pending. */
const manual: Rule = ({ renewal, expiresAt }) =>
  renewal.mode === "manual" ? { kind: "manual-renewal", endsAt: expiresAt } : null;

const alreadyPending: Rule = ({ termination }) => termination && { kind: "already-pending", termination };

const cutOffPassed: Rule = (service, now) => {
  const end = endOf(service);
  const last = cutOff(service);
  return end !== null && last !== null && now >= last
    ? { kind: "cut-off-passed", cutOff: last, endsAt: end }
    : null;
};

const committed: Rule = ({ commitment }, now) =>
  commitment && commitment.endsAt > now ? { kind: "committed", endsAt: commitment.endsAt } : null;

/** A commitment that is over by the expiry does not stand in the way of ending there. */
const committedPastExpiry: Rule = (service, now) => {
  const reason = committed(service, now);
  const { commitment, expiresAt } = service;
  return commitment && expiresAt !== null && commitment.endsAt <= expiresAt ? null : reason;
};

const notHosting: Rule = ({ family }) => (family === "hosting" ? null : { kind: "not-hosting", family });

/** OVHcloud does not list it, and nothing that is known tells why, save that it renews the service whatever one asks. */
const terminationNotOffered: Rule = (service, now) =>
  service.offersTermination ? null : (forced(service, now) ?? { kind: "not-offered" });

const noModes = when(({ renewal }) => renewal.modes.length === 0, { kind: "not-offered" });

const RULES: Readonly<Record<Action, readonly Rule[]>> = {
  terminate: [
    terminated,
    elsewhere(terminatedElsewhere),
    creating,
    expired,
    unpaid,
    suspended,
    manual,
    oneShot,
    noExpiry,
    alreadyPending,
    cutOffPassed,
    committedPastExpiry,
    notAdministrator,
    terminationNotOffered,
  ],
  keep: [terminated, manual, nothingPending, elsewhere(keptElsewhere), expired, cutOffPassed, noContact],
  // A pending termination is no obstacle of OVHcloud's API; the console hides the entry, and so does the bot:
  // whoever wants the data gone earlier takes the termination back first, and sees both decisions.
  "request-deletion": [
    notHosting,
    terminated,
    creating,
    expired,
    unpaid,
    suspended,
    alreadyPending,
    committed,
    notAdministrator,
  ],
  "set-renewal": [
    terminated,
    elsewhere(renewedElsewhere),
    creating,
    expired,
    unpaid,
    suspended,
    oneShot,
    forced,
    committed,
    alreadyPending,
    notBilling,
    noModes,
  ],
};
