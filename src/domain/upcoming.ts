import { endOf } from "./end.ts";
import { DAY, type Instant } from "./instant.ts";
import type { Money, Service } from "./service.ts";

type UpcomingKind = "expires" | "renews" | "is-deleted" | "unpaid" | "commitment-ends";

export interface UpcomingEntry {
  readonly service: Service;
  readonly at: Instant;
  readonly what: UpcomingKind;
}

export interface Upcoming {
  /** Unpaid first, since that is due now, then by instant. */
  readonly entries: readonly UpcomingEntry[];
  /** The sum of what renews, one for each currency, in the order of the currencies' codes. */
  readonly totals: readonly Money[];
  /** How many renewals have no known price, and so are not in the totals. */
  readonly unpriced: number;
}

/** What expires, renews, is deleted or waits for a payment from `now` until `days` days later, inclusive. */
export function upcoming(services: Iterable<Service>, now: Instant, days: number): Upcoming {
  const until = now + days * DAY;
  const entries: UpcomingEntry[] = [];
  for (const service of services) {
    for (const entry of entriesOf(service, now)) {
      if (entry.what === "unpaid" || (entry.at >= now && entry.at <= until)) entries.push(entry);
    }
  }
  entries.sort(inOrder);
  const renewals = entries.filter(({ what }) => what === "renews").map(({ service }) => service.price);
  const prices = renewals.filter((price) => price !== null);
  return { entries, totals: sumByCurrency(prices), unpriced: renewals.length - prices.length };
}

/** Adds amounts up, one sum for each currency, in the order of the currencies' codes. */
export function sumByCurrency(amounts: readonly Money[]): readonly Money[] {
  const sums = new Map<string, number>();
  for (const { currency, ucents } of amounts) sums.set(currency, (sums.get(currency) ?? 0) + ucents);
  return [...sums]
    .map(([currency, ucents]) => ({ currency, ucents }))
    .sort((one, other) => (one.currency < other.currency ? -1 : 1));
}

function entriesOf(service: Service, now: Instant): readonly UpcomingEntry[] {
  const main = mainEntry(service, now);
  const { commitment, state } = service;
  if (!commitment || state === "terminated" || state === "expired") return main ? [main] : [];
  const commitmentEnds = { service, at: commitment.endsAt, what: "commitment-ends" } as const;
  return main ? [main, commitmentEnds] : [commitmentEnds];
}

function mainEntry(service: Service, now: Instant): UpcomingEntry | null {
  const at = endOf(service) ?? service.nextBillingAt;
  switch (service.state) {
    case "terminated":
    case "expired":
      return null;
    case "unpaid":
      return { service, at: at ?? now, what: "unpaid" };
    case "active":
    case "creating":
    case "to-renew":
    case "suspended":
    case "error":
      return at === null ? null : { service, at, what: whatHappens(service) };
  }
}

function whatHappens({ termination, renewal }: Service): "is-deleted" | "renews" | "expires" {
  if (termination && renewal.mode !== "manual") return "is-deleted";
  switch (renewal.mode) {
    case "automatic":
    case "forced":
      return "renews";
    case "manual":
    case "one-shot":
    case "none":
      return "expires";
  }
}

function inOrder(one: UpcomingEntry, other: UpcomingEntry): number {
  const unpaidFirst = Number(other.what === "unpaid") - Number(one.what === "unpaid");
  return unpaidFirst || one.at - other.at || one.service.id - other.service.id;
}
