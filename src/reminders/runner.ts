import type { Catalogue } from "../catalogue.ts";
import { refKey } from "../domain/actor.ts";
import type { Follow } from "../domain/follow.ts";
import { type Instant, MINUTE, SECOND } from "../domain/instant.ts";
import type { Service } from "../domain/service.ts";
import { type DeliveryErrorKind, ProviderError } from "../errors.ts";
import type { Store } from "../ports.ts";
import { createClaims } from "./claims.ts";
import { createDeliver, type DeliverOptions, type Delivery } from "./deliver.ts";
import { createHolds } from "./holds.ts";
import { type Due, nextDue, plan } from "./plan.ts";
import { type Timeline, timelineOf } from "./timeline.ts";

export interface ReminderRunner {
  start(): void;
  /** Follows have changed: looks at once. */
  wake(): void;
  /** Resolves when what was begun is finished; nothing new is posted. */
  stop(): Promise<void>;
}

export interface ReminderRunnerOptions
  extends Omit<DeliverOptions, "reminders" | "catalogue" | "zone" | "taken"> {
  readonly store: Pick<Store, "reminders" | "follows">;
  readonly catalogue: Pick<Catalogue, "snapshot" | "onRefreshed" | "replace" | "forget">;
  readonly random: () => number;
  /** IANA name of the zone in which the days of a filter begin. */
  readonly zone?: string;
}

/** Posts into one channel in a row; the rest follow a minute later, so that nobody is flooded. */
export const BURST = 5;
const BURST_PAUSE = MINUTE;
/** Services that end seconds apart share a look. */
const SHORTEST_WAIT = 5 * SECOND;
/** Holds of what concerns everybody. */
const PROVIDER = "provider";
const STORE = "store";

export function createReminderRunner(options: ReminderRunnerOptions): ReminderRunner {
  const { store, catalogue, clock, log, random, zone = "UTC" } = options;
  const claims = createClaims(store.reminders);
  const holds = createHolds(random);
  const deliver = createDeliver({ ...options, reminders: store.reminders, zone, taken: claims.has });
  /** Channels that are gone for good: not tried again in this life of the process. */
  const lost = new Set<string>();
  let aborter = new AbortController();
  let stopped = true;
  let running: Promise<void> | null = null;
  let asked = false;
  let planned: { readonly since: Instant } | null = null;
  let line: { readonly services: readonly Service[]; readonly timeline: Timeline } | null = null;
  let cancelTimer = (): void => {};
  let cancelListener = (): void => {};

  const timeline = (): Timeline => {
    const { services } = catalogue.snapshot();
    if (line?.services !== services) line = { services, timeline: timelineOf(services) };
    return line.timeline;
  };

  const settle = (due: Due, delivery: Delivery): void => {
    const channel = refKey(due.follow.channel);
    switch (delivery.kind) {
      case "posted":
        for (const key of [due.key, ...due.also]) claims.add(key);
        for (const key of [PROVIDER, channel, due.key]) recovered(key);
        return;
      case "claimed-elsewhere":
        claims.add(due.key);
        return;
      case "not-due":
        recovered(PROVIDER);
        return;
      case "not-read":
        hold(isDown(delivery.error) ? PROVIDER : due.key, "reminder.service-not-read", due, delivery.error);
        return;
      case "not-delivered":
        if (delivery.why === "gone") lose(channel, delivery.error);
        // A card that cannot be made, or is refused, says nothing against its channel.
        else
          hold(isOfTheCard(delivery.why) ? due.key : channel, "reminder.not-delivered", due, delivery.error);
    }
  };

  const lose = (channel: string, error: unknown): void => {
    lost.add(channel);
    log.warn("reminder.channel-gone", { channel, error });
  };

  /** Said once for each series of failures: the rest is only for who looks closely. */
  const hold = (key: string, event: string, due: Due | null, error: unknown): void => {
    if (stopped) return;
    const failures = holds.failed(key, clock.now());
    const fields = { key: due?.key, channel: due && refKey(due.follow.channel), failures, error };
    if (failures === 1) log.warn(event, fields);
    else log.debug(event, fields);
  };

  const recovered = (key: string): void => {
    const failures = holds.succeeded(key);
    if (failures > 0) log.info("reminder.recovered", { key, failures });
  };

  const isHeld = (due: Due): boolean =>
    [PROVIDER, refKey(due.follow.channel), due.key].some((key) => holds.isHeld(key, clock.now()));

  /** Posts what is due; returns whether something had to wait. */
  const postAll = async (dues: readonly Due[]): Promise<"burst" | "held" | null> => {
    const posts = new Map<string, number>();
    let waiting: "burst" | "held" | null = null;
    for (const due of dues) {
      if (stopped) return waiting;
      const channel = refKey(due.follow.channel);
      const before = posts.get(channel) ?? 0;
      if (lost.has(channel)) continue;
      if (isHeld(due)) waiting ??= "held";
      else if (before >= BURST) waiting = "burst";
      else {
        const delivery = await deliver(due, aborter.signal);
        settle(due, delivery);
        if (delivery.kind === "posted") posts.set(channel, before + 1);
        else if (delivery.kind !== "claimed-elsewhere") waiting ??= "held";
      }
    }
    return waiting;
  };

  const look = async (): Promise<void> => {
    const now = clock.now();
    await claims.load(now);
    const recovery = await claims.recover(now);
    if (recovery.released > 0) planned = null;
    const follows = (await store.follows.list()).filter(({ channel }) => !lost.has(refKey(channel)));
    const current = timeline();
    const since = planned?.since ?? null;
    planned = { since: now };
    const waiting = await postAll(plan({ timeline: current, follows, now, zone, taken: claims.has, since }));
    if (waiting !== null) planned = null;
    recovered(STORE);
    schedule(follows, [recovery.next, waiting === "burst" ? clock.now() + BURST_PAUSE : null]);
  };

  const schedule = (follows: readonly Follow[], others: readonly (Instant | null)[]): void => {
    const now = clock.now();
    const next = nextDue({ timeline: timeline(), follows, now });
    const instants = [next, holds.next(now), ...others].filter((instant) => instant !== null);
    cancelTimer();
    if (stopped || instants.length === 0) return;
    cancelTimer = clock.at(Math.max(Math.min(...instants), now + SHORTEST_WAIT), request);
  };

  const run = async (): Promise<void> => {
    while (asked && !stopped) {
      asked = false;
      try {
        await look();
      } catch (error) {
        planned = null;
        hold(STORE, "reminder.store-failed", null, error);
        schedule([], []);
      }
    }
  };

  const request = (): void => {
    asked = true;
    if (stopped) return;
    running ??= run().finally(() => {
      running = null;
      if (asked && !stopped) request();
    });
  };

  const everything = (): void => {
    planned = null;
    request();
  };

  return {
    start() {
      stopped = false;
      aborter = new AbortController();
      cancelListener = catalogue.onRefreshed(everything);
      everything();
    },
    wake() {
      lost.clear();
      everything();
    },
    async stop() {
      stopped = true;
      aborter.abort();
      cancelTimer();
      cancelListener();
      await running;
    },
  };
}

/** OVHcloud as a whole, not this one service. */
function isDown(error: unknown): boolean {
  return (
    error instanceof ProviderError && (error.facts.kind === "unreachable" || error.facts.kind === "busy")
  );
}

function isOfTheCard(why: DeliveryErrorKind | "bug"): boolean {
  return why === "bug" || why === "refused";
}
