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
  /** The most urgent first; a last call before the threshold of the same instant. */
  readonly occasions: readonly Occasion[];
}

interface Follower {
  readonly follow: Follow;
  readonly matches: Matcher;
}

/** An occasion to remind, `offset` before the end. */
interface Occasion {
  readonly kind: DueKind;
  readonly offset: number;
  /** Whose threshold it is; null for a last call, which every follow gets. */
  readonly follower: Follower | null;
  /** What its keys end with. */
  readonly suffix: string;
}

function channelsOf({ follows, now, zone }: Omit<Planning, "timeline">): readonly Channel[] {
  const byKey = new Map<string, Follower[]>();
  for (const follow of follows) {
    const parsed = parseQuery(follow.query);
    // What an older version wrote and this one cannot read shows everything: a reminder too many, not one too few.
    const matches = parsed.kind === "query" ? matcher(parsed.query, { now, zone }) : () => true;
    const key = refKey(follow.channel);
    byKey.set(key, [...(byKey.get(key) ?? []), { follow, matches }]);
  }
  return [...byKey].map(([key, followers]) => ({ key, followers, occasions: occasionsOf(key, followers) }));
}

function occasionsOf(channel: string, followers: readonly Follower[]): readonly Occasion[] {
  const occasion = (kind: DueKind, offset: number, follower: Follower | null): Occasion => ({
    ...{ kind, offset, follower },
    suffix: suffixOf(kind, channel),
  });
  const calls = LAST_CALLS.map((hours) => occasion({ kind: "last-call", hours }, hours * HOUR, null));
  const thresholds = followers.flatMap((follower) =>
    follower.follow.thresholds.map((days) => occasion({ kind: "threshold", days }, days * DAY, follower)),
  );
  return [...calls, ...thresholds].sort((one, other) => one.offset - other.offset);
}

function offsetsOf(follows: readonly Follow[]): readonly number[] {
  if (follows.length === 0) return [];
  const days = follows.flatMap(({ thresholds }) => thresholds.map((one) => one * DAY));
  return [...new Set([...days, ...LAST_CALLS.map((hours) => hours * HOUR)])];
}

/** A service as one channel sees it now. */
interface Sight {
  readonly service: Service;
  /** The follows that show it; at least one. */
  readonly followers: readonly Follower[];
  readonly end: Instant | null;
  /** Milliseconds to the end; null when it has ended, or never does. */
  readonly left: number | null;
  /** What the keys of its thresholds, and of its last calls, begin with. */
  readonly keys: { readonly byExpiry: string; readonly byEnd: string };
}

function sightOf(service: Service, followers: readonly Follower[], now: Instant): Sight {
  const { id, termination, expiresAt, state } = service;
  const end = endOf(service);
  const byEnd = `${id}.${end ?? "never"}.`;
  // By the expiry where there is one: asking for a termination must not bring the thresholds back when OVHcloud
  // names its instant some hours apart from the expiry.
  const sameInstant = termination === null || termination.when === "at-commitment-end" || expiresAt === null;
  const byExpiry = sameInstant ? byEnd : `${id}.${expiresAt}.`;
  const over = end === null || end <= now || state === "expired";
  return { service, followers, end, left: over ? null : end - now, keys: { byExpiry, byEnd } };
}

function dueIn(channel: Channel, service: Service, now: Instant, taken: Plan["taken"]): Due | null {
  const followers = channel.followers.filter(({ matches }) => matches(service));
  if (followers.length === 0) return null;
  const sight = sightOf(service, followers, now);
  if (service.state === "expired" || service.state === "unpaid") {
    const kind = { kind: service.state } as const;
    const overdue: Occasion = { kind, offset: 0, follower: null, suffix: suffixOf(kind, channel.key) };
    if (!taken(keyOf(overdue, sight))) return dueOf(overdue, channel, sight, { now, taken });
  }
  const urgent = channel.occasions.find((occasion) => hasCome(occasion, sight));
  // When that one is taken, a less urgent one that is free came before it and was missed.
  return urgent && !taken(keyOf(urgent, sight)) ? dueOf(urgent, channel, sight, { now, taken }) : null;
}

function dueOf(
  occasion: Occasion,
  channel: Channel,
  sight: Sight,
  { now, taken }: Pick<Plan, "now" | "taken">,
): Due | null {
  const { service, followers } = sight;
  const follower = occasion.follower ?? followers[0];
  if (!follower) return null;
  const key = keyOf(occasion, sight);
  const also: string[] = [];
  for (const other of channel.occasions) {
    if (!hasCome(other, sight)) continue;
    const otherKey = keyOf(other, sight);
    if (otherKey !== key && !also.includes(otherKey) && !taken(otherKey)) also.push(otherKey);
  }
  const end = sight.end ?? now;
  const { kind } = occasion;
  return {
    key,
    follow: follower.follow,
    service,
    kind,
    dueAt: end - occasion.offset,
    keepUntil: keepUntil(kind, end, now),
    also,
  };
}

/** Whether the instant of an occasion has come, and the service has not ended yet. */
function hasCome({ offset, follower }: Occasion, { service, followers, left }: Sight): boolean {
  if (left === null || offset < left) return false;
  if (follower) return followers.includes(follower);
  return service.termination !== null && service.renewal.mode !== "manual";
}

function keyOf({ kind, suffix }: Occasion, { keys }: Sight): string {
  return (kind.kind === "last-call" ? keys.byEnd : keys.byExpiry) + suffix;
}

function suffixOf(kind: DueKind, channel: string): string {
  switch (kind.kind) {
    case "threshold":
      return `${kind.days}d.${channel}`;
    case "last-call":
      return `${kind.hours}h.${channel}`;
    case "expired":
    case "unpaid":
      return `${kind.kind}.${channel}`;
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
