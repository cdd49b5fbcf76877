import type { WhyNot } from "../../../src/domain/actions.ts";
import { DAY, HOUR } from "../../../src/domain/instant.ts";
import { FAMILIES, SERVICE_STATES, type Service } from "../../../src/domain/service.ts";
import type { DueKind } from "../../../src/reminders/plan.ts";
import { type ReminderView, reminderCard } from "../../../src/views/reminder-card.ts";
import { type RenewalView, renewalCard } from "../../../src/views/renewal-card.ts";
import { type ServiceView, serviceCard } from "../../../src/views/service-card.ts";
import { MANUAL } from "../../domain/some-service.ts";
import {
  domain,
  FULL_QUERY,
  hosting,
  LINKS,
  many,
  misnamed,
  NOON,
  PENDING,
  query,
  TYPED,
  worst,
} from "./data.ts";
import { cards, type Specimen } from "./specimen.ts";

const shown = (service: Service, more: Partial<ServiceView> = {}): [ServiceView] => [
  { service, attached: [], parent: null, now: NOON, links: LINKS, readAt: NOON, live: true, ...more },
];

/** A service that shows each reason, or null where no service card names it. */
const REASONS = {
  terminated: domain({ state: "terminated" }),
  creating: domain({ state: "creating" }),
  unpaid: domain({ state: "unpaid" }),
  suspended: domain({ state: "suspended" }),
  expired: domain({ state: "expired", expiresAt: NOON - DAY }),
  "managed-elsewhere": domain({ family: "telecom" }),
  "manual-renewal": hosting({ renewal: MANUAL }),
  "one-shot": domain({ renewal: { mode: "one-shot", periodMonths: null, modes: [] } }),
  forced: domain({ renewal: { mode: "forced", periodMonths: 1, modes: [] }, offersTermination: false }),
  "no-expiry": hosting({ expiresAt: null }),
  committed: hosting({ commitment: { endsAt: NOON + 300 * DAY } }),
  "already-pending": hosting({ termination: PENDING, expiresAt: PENDING.at }),
  "cut-off-passed": hosting({ termination: PENDING, expiresAt: NOON + 5 * HOUR }),
  "not-administrator": hosting({ rights: { administrator: false, billing: true } }),
  "not-billing": hosting({ rights: { administrator: true, billing: false } }),
  "not-offered": hosting({ offersTermination: false, renewal: { ...MANUAL, mode: "automatic", modes: [] } }),
  "nothing-pending": null,
  "not-hosting": null,
  "already-mode": null,
  "mode-not-offered": null,
} as const satisfies Record<WhyNot["kind"], Service | null>;

const reasons = Object.fromEntries(
  Object.entries(REASONS).flatMap(([kind, service]) =>
    service ? [[`not-${kind}`, () => shown(service)]] : [],
  ),
);

const oddities = Object.fromEntries(
  [...FAMILIES, ...SERVICE_STATES].map((one) => {
    const family = FAMILIES.find((known) => known === one);
    const state = SERVICE_STATES.find((known) => known === one);
    const more = { ...(family ? { family } : {}), ...(state ? { state } : {}) };
    return [`worst-${one}`, () => shown(misnamed({ ...more, termination: PENDING }), { live: false })];
  }),
);

const DUE = {
  threshold: { kind: "threshold", days: 7 },
  "last-call": { kind: "last-call", hours: 48 },
  expired: { kind: "expired" },
  unpaid: { kind: "unpaid" },
} as const satisfies Record<DueKind["kind"], DueKind>;

const reminded = (kind: DueKind, service: Service, more: Partial<ReminderView> = {}): [ReminderView] => [
  { kind, service, query: query(), links: LINKS, now: NOON, unfollow: TYPED.unfollow, ...more },
];

const SOON = { expiresAt: NOON + 7 * DAY };

/** Each occasion with the worst that it can be about. */
const worstReminders = Object.fromEntries(
  Object.values(DUE).flatMap((kind) =>
    [worst, misnamed].map((make) => [
      `worst-${kind.kind}-${make.name}`,
      () => reminded(kind, make({ ...SOON, termination: PENDING }), { query: FULL_QUERY }),
    ]),
  ),
);

const renews = (service: Service, periods: readonly number[]): [RenewalView] => [
  { service, periods, now: NOON },
];

export const SERVICE: readonly Specimen[] = [
  ...cards(serviceCard, {
    ordinary: () => shown(hosting(), { attached: [domain()] }),
    named: () => shown(hosting({ displayName: "Site of the town hall" }), { parent: domain(), live: false }),
    terminating: () => shown(hosting({ termination: PENDING, expiresAt: PENDING.at })),
    "terminating-too-late": () =>
      shown(hosting({ termination: { when: "at-expiry", at: NOON + HOUR }, expiresAt: NOON + HOUR })),
    "terminating-commitment": () =>
      shown(hosting({ termination: { when: "at-commitment-end", at: NOON + 90 * DAY } })),
    ...reasons,
    ...oddities,
    "worst-names": () => shown(worst(), { attached: many(40, misnamed), parent: misnamed(), live: false }),
  }),
  ...cards(renewalCard, {
    automatic: () => renews(hosting(), [1, 12, 24]),
    manual: () => renews(hosting({ renewal: MANUAL }), [1, 12]),
    "no-periods": () => renews(hosting({ renewal: MANUAL }), []),
    worst: () => renews(misnamed({ renewal: MANUAL }), [1, 2, 3, 6, 12, 24, 36, 48, 60, 120]),
    "worst-name": () => renews(worst(), [1, 2, 3, 6, 12, 24, 36, 48, 60, 120]),
  }),
  ...cards(reminderCard, {
    expires: () => reminded(DUE.threshold, domain({ ...SOON, renewal: MANUAL })),
    renews: () => reminded(DUE.threshold, domain(SOON)),
    ends: () =>
      reminded(DUE.threshold, hosting({ ...SOON, termination: { when: "at-expiry", at: SOON.expiresAt } })),
    "ends-too-late": () =>
      reminded(
        DUE.threshold,
        hosting({ expiresAt: NOON + HOUR, termination: { when: "at-expiry", at: NOON + HOUR } }),
      ),
    "last-call": () =>
      reminded(
        DUE["last-call"],
        hosting({ expiresAt: NOON + 2 * DAY, termination: { when: "at-expiry", at: NOON + 2 * DAY } }),
      ),
    expired: () => reminded(DUE.expired, domain({ state: "expired", expiresAt: NOON - DAY })),
    unpaid: () => reminded(DUE.unpaid, domain({ state: "unpaid" })),
    ...worstReminders,
  }),
];
