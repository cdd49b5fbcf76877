import { refKey } from "../domain/actor.ts";
import { endOf } from "../domain/end.ts";
import type { Follow } from "../domain/follow.ts";
import { DAY, HOUR, type Instant } from "../domain/instant.ts";
import { type Matcher, matcher } from "../domain/matcher.ts";
import { parseQuery } from "../domain/parse-query.ts";
import type { Service } from "../domain/service.ts";
import { endingBetween, nextEnd, type Timeline } from "./timeline.ts";

/** Hours before the end at which a pending termination gets a last call: a day and two before the cut-off. */
export const LAST_CALLS = [72, 48] as const;

export type DueKind =
  | { readonly kind: "threshold"; readonly days: number }
  | { readonly kind: "last-call"; readonly hours: (typeof LAST_CALLS)[number] }
  | { readonly kind: "expired" }
  | { readonly kind: "unpaid" };

/** A reminder that is to be posted now. */
export interface Due {
  /** The same service, expiry, occasion and channel have the same key for ever. */
  readonly key: string;
  readonly follow: Follow;
  readonly service: Service;
  readonly kind: DueKind;
  readonly dueAt: Instant;
  /** Until then the key could come up again. */
  readonly keepUntil: Instant;
  /** Keys of less urgent reminders that were missed and that this one stands for. */
  readonly also: readonly string[];
}

export interface Planning {
  readonly timeline: Timeline;
  readonly follows: readonly Follow[];
  readonly now: Instant;
  /** IANA name of the zone in which the days of a filter begin. */
  readonly zone: string;
}

export interface Plan extends Planning {
  readonly taken: (key: string) => boolean;
  /** When services and follows are those of an earlier plan: its instant. Only what became due since is looked at. */
  readonly since?: Instant | null;
}

/**
 * What is due now, the soonest end first: for each channel and service at most the most urgent reminder, and none
 * when that one is taken.
 */
export function plan({ timeline, follows, now, zone, taken, since = null }: Plan): readonly Due[] {
  const channels = channelsOf({ follows, now, zone });
  const due: Due[] = [];
  const consider = (service: Service): void => {
    for (const channel of channels) {
      const one = dueIn(channel, service, now, taken);
      if (one) due.push(one);
    }
  };
  if (since === null) {
    for (const service of timeline.overdue) consider(service);
    const furthest = Math.max(0, ...offsetsOf(follows));
    for (const service of endingBetween(timeline, now, now + furthest))
      if (service.state !== "unpaid") consider(service);
  } else {
    const crossed = offsetsOf(follows).flatMap((offset) =>
      endingBetween(timeline, since + offset, now + offset),
    );
    for (const service of [...new Set(crossed)].sort(bySoonestEnd)) consider(service);
  }
  return due;
}

/** The next instant at which something may become due while services and follows stay as they are, or null. */
export function nextDue({ timeline, follows, now }: Omit<Planning, "zone">): Instant | null {
  const instants = offsetsOf(follows).flatMap((offset) => {
    const end = nextEnd(timeline, now + offset);
    return end === null ? [] : [end - offset];
  });
  return instants.length === 0 ? null : Math.min(...instants);
}

function bySoonestEnd(one: Service, other: Service): number {
  return (endOf(one) ?? 0) - (endOf(other) ?? 0);
}

/** A channel's follows: together they decide, so that a service which two of them show is reminded of once. */
interface Channel {
  readonly key: string;
  readonly followers: readonly Follower[];
}

interface Follower {
  readonly follow: Follow;
  readonly matches: Matcher;
}

function channelsOf({ follows, now, zone }: Omit<Planning, "timeline">): readonly Channel[] {
  const byKey = new Map<string, { key: string; followers: Follower[] }>();
  for (const follow of follows) {
    const parsed = parseQuery(follow.query);
    // What an older version wrote and this one cannot read shows everything: a reminder too many, not one too few.
    const matches = parsed.kind === "query" ? matcher(parsed.query, { now, zone }) : () => true;
    const key = refKey(follow.channel);
    const channel = byKey.get(key) ?? { key, followers: [] };
    channel.followers.push({ follow, matches });
    byKey.set(key, channel);
  }
  return [...byKey.values()];
}

function offsetsOf(follows: readonly Follow[]): readonly number[] {
  if (follows.length === 0) return [];
  const days = follows.flatMap(({ thresholds }) => thresholds.map((one) => one * DAY));
  return [...new Set([...days, ...LAST_CALLS.map((hours) => hours * HOUR)])];
}

/** An occasion to remind, `offset` before the end. */
interface Occasion {
  readonly kind: DueKind;
  readonly offset: number;
  readonly follow: Follow;
}

function dueIn(channel: Channel, service: Service, now: Instant, taken: Plan["taken"]): Due | null {
  const followers = channel.followers.filter(({ matches }) => matches(service));
  const [first] = followers;
  if (!first) return null;
  const crossed = crossedOccasions(service, followers, now);
  const make = (occasion: Occasion, others: readonly Occasion[]): Due | null => {
    const key = keyOf(channel, service, occasion.kind);
    if (taken(key)) return null;
    const also = others.map(({ kind }) => keyOf(channel, service, kind)).filter((other) => !taken(other));
    const end = endOf(service) ?? now;
    const { follow, kind, offset } = occasion;
    return { key, follow, service, kind, dueAt: end - offset, keepUntil: keepUntil(kind, end, now), also };
  };
  if (service.state === "expired" || service.state === "unpaid") {
    const told = make({ kind: { kind: service.state }, offset: 0, follow: first.follow }, crossed);
    if (told || service.state === "expired") return told;
  }
  const [urgent, ...others] = crossed;
  return urgent ? make(urgent, others) : null;
}

/** The occasions that have come, the most urgent first. */
function crossedOccasions(
  service: Service,
  followers: readonly Follower[],
  now: Instant,
): readonly Occasion[] {
  const end = endOf(service);
  const [first] = followers;
  if (end === null || end <= now || !first || service.state === "expired") return [];
  const left = end - now;
  const crossed: Occasion[] = [];
  if (service.termination && service.renewal.mode !== "manual") {
    for (const hours of LAST_CALLS) {
      if (hours * HOUR >= left)
        crossed.push({ kind: { kind: "last-call", hours }, offset: hours * HOUR, follow: first.follow });
    }
  }
  const days = new Set<number>();
  for (const { follow } of followers) {
    for (const threshold of follow.thresholds) {
      if (threshold * DAY < left || days.has(threshold)) continue;
      days.add(threshold);
      crossed.push({ kind: { kind: "threshold", days: threshold }, offset: threshold * DAY, follow });
    }
  }
  // Stable: a last call comes before the threshold of the same instant.
  return crossed.sort((one, other) => one.offset - other.offset);
}

function keyOf(channel: Channel, service: Service, kind: DueKind): string {
  return `${service.id}.${keyInstant(service, kind)}.${occasionName(kind)}.${channel.key}`;
}

/**
 * The expiry, not the end: asking for a termination must not bring the thresholds back when OVHcloud names its
 * instant some hours apart from the expiry.
 */
function keyInstant(service: Service, kind: DueKind): Instant | "never" {
  const { termination, expiresAt } = service;
  const byEnd = kind.kind === "last-call" || termination?.when === "at-commitment-end";
  return (byEnd ? endOf(service) : (expiresAt ?? endOf(service))) ?? "never";
}

function occasionName(kind: DueKind): string {
  switch (kind.kind) {
    case "threshold":
      return `${kind.days}d`;
    case "last-call":
      return `${kind.hours}h`;
    case "expired":
    case "unpaid":
      return kind.kind;
  }
}

/** An expired or unpaid service can stay listed for long; the others are out of reach once it ended. */
function keepUntil(kind: DueKind, end: Instant, now: Instant): Instant {
  switch (kind.kind) {
    case "threshold":
    case "last-call":
      return end + 7 * DAY;
    case "expired":
    case "unpaid":
      return Math.max(end, now) + 730 * DAY;
  }
}
