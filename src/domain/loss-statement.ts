import { CUT_OFF_MS } from "./end.ts";
import type { Instant } from "./instant.ts";
import type { DatabaseFact, LossFacts, Reading } from "./loss.ts";
import { type RetentionDays, retentionDays } from "./retention.ts";
import type { Family, Service } from "./service.ts";

/** The changes that lose something. */
export type LosingChange = "terminate" | "request-deletion" | "set-renewal-manual";

/**
 * One thing that the person must know before the button. `at` null: at once, as soon as the e-mailed token is given
 * (deletion), or unknown because the service has no date.
 */
export type LossLine =
  /** The service works until then, and stops. */
  | { readonly kind: "ends"; readonly at: Instant }
  /** It stops as soon as the e-mailed token is given. */
  | { readonly kind: "ends-at-once" }
  /** Nobody pays any more: unless somebody renews it by hand, it is suspended then. */
  | { readonly kind: "lapses"; readonly at: Instant | null }
  /** What the service holds is deleted: the views name it for each family. */
  | { readonly kind: "data-deleted"; readonly family: Family; readonly at: Instant | null }
  /** After a lapse the data goes too, a few days later. */
  | { readonly kind: "data-deleted-after-lapse"; readonly family: Family }
  /** Domains whose web sites this hosting serves. */
  | { readonly kind: "domains"; readonly domains: Reading<readonly string[]> }
  | { readonly kind: "databases"; readonly databases: Reading<readonly DatabaseFact[]> }
  | { readonly kind: "disk"; readonly usedBytes: Reading<number> }
  /** DNS records that stop answering; null where there is no zone. */
  | { readonly kind: "zone"; readonly name: string; readonly records: Reading<number | null> }
  /** Mail accounts that stop receiving; null where no mail service has the name. */
  | { readonly kind: "mail"; readonly name: string; readonly accounts: Reading<number | null> }
  /** Afterwards anybody can register the name. */
  | { readonly kind: "could-be-taken"; readonly name: string }
  /** How long OVHcloud really keeps the data; null where it does not say. Not a way to get it back. */
  | { readonly kind: "retention"; readonly family: Family; readonly days: RetentionDays | null }
  /** What was paid is not given back; `paidUntil` is how far that reaches. */
  | { readonly kind: "no-refund"; readonly paidUntil: Instant | null }
  /** It can be taken back until the cut-off. */
  | { readonly kind: "until"; readonly cutOff: Instant }
  /** It can be switched back until the service ends. */
  | { readonly kind: "switch-back"; readonly until: Instant | null }
  /** Nothing brings the data back: after the cut-off (`from`), or from the confirmation on (null). */
  | { readonly kind: "irreversible"; readonly from: Instant | null };

/** What a change loses, when, and whether anything brings it back, in the order in which to say it. */
export function lossStatement(
  change: LosingChange,
  service: Service,
  facts: LossFacts,
  now: Instant,
): readonly LossLine[] {
  switch (change) {
    case "terminate":
      return termination(service, facts, now);
    case "request-deletion":
      return deletion(service, facts);
    case "set-renewal-manual":
      return lapse(service, facts);
  }
}

function termination(service: Service, facts: LossFacts, now: Instant): readonly LossLine[] {
  const { family, expiresAt: at } = service;
  const last = at === null ? null : at - CUT_OFF_MS;
  return [
    ...(at === null ? [] : [{ kind: "ends", at } as const]),
    { kind: "data-deleted", family, at },
    ...contents(service, facts),
    ...released(service),
    { kind: "retention", family, days: retentionDays(family) },
    { kind: "no-refund", paidUntil: at },
    ...(last === null || last <= now ? [] : [{ kind: "until", cutOff: last } as const]),
    { kind: "irreversible", from: last !== null && last > now ? last : null },
  ];
}

function deletion(service: Service, facts: LossFacts): readonly LossLine[] {
  const { family, expiresAt } = service;
  return [
    { kind: "ends-at-once" },
    { kind: "data-deleted", family, at: null },
    ...contents(service, facts),
    ...released(service),
    { kind: "retention", family, days: retentionDays(family) },
    { kind: "no-refund", paidUntil: expiresAt },
    { kind: "irreversible", from: null },
  ];
}

function lapse(service: Service, facts: LossFacts): readonly LossLine[] {
  const { family, expiresAt } = service;
  return [
    { kind: "lapses", at: expiresAt },
    { kind: "data-deleted-after-lapse", family },
    ...contents(service, facts),
    ...released(service),
    { kind: "switch-back", until: expiresAt },
  ];
}

function contents(service: Service, facts: LossFacts): readonly LossLine[] {
  switch (facts.kind) {
    case "hosting":
      return [
        { kind: "domains", domains: facts.domains },
        { kind: "databases", databases: facts.databases },
        { kind: "disk", usedBytes: facts.diskUsedBytes },
      ];
    case "domain":
      return [
        { kind: "zone", name: service.name, records: facts.zoneRecords },
        { kind: "mail", name: service.name, accounts: facts.mailAccounts },
      ];
    case "general":
      return [];
  }
}

function released(service: Service): readonly LossLine[] {
  return service.family === "domain" ? [{ kind: "could-be-taken", name: service.name }] : [];
}
