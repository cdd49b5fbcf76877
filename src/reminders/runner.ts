import type { Catalogue } from "../catalogue.ts";
import { refKey } from "../domain/actor.ts";
import type { Follow } from "../domain/follow.ts";
import { type Instant, MINUTE, SECOND } from "../domain/instant.ts";
import type { Service } from "../domain/service.ts";
import type { Store } from "../ports.ts";
import { createClaims } from "./claims.ts";
import { createDeliver, type DeliverOptions } from "./deliver.ts";
import { type Due, nextDue, plan } from "./plan.ts";
import { type Timeline, timelineOf } from "./timeline.ts";
import { createTroubles } from "./troubles.ts";

export interface ReminderRunner {
  start(): void;
  /** Follows have changed: looks at once. */
  wake(): void;
  /** The earliest instant at which a reminder may become due, or null when nothing can. */
  next(): Instant | null;
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

export function createReminderRunner(options: ReminderRunnerOptions): ReminderRunner {
  const { store, catalogue, clock, log, random, zone = "UTC" } = options;
  const claims = createClaims(store.reminders);
  const troubles = createTroubles({ clock, log, random });
  const deliver = createDeliver({ ...options, reminders: store.reminders, zone, taken: claims.has });
  let aborter = new AbortController();
  let stopped = true;
  let running: Promise<void> | null = null;
  let asked = false;
  let planned: { readonly since: Instant } | null = null;
  let line: { readonly services: readonly Service[]; readonly timeline: Timeline } | null = null;
  let upcoming: Instant | null = null;
  let cancelTimer = (): void => {};
  let cancelListener = (): void => {};

  const timeline = (): Timeline => {
    const { services } = catalogue.snapshot();
    if (line?.services !== services) line = { services, timeline: timelineOf(services) };
    return line.timeline;
  };

  /** Posts what is due; returns whether something had to wait. */
  const postAll = async (dues: readonly Due[]): Promise<"burst" | "held" | null> => {
    const posts = new Map<string, number>();
    let waiting: "burst" | "held" | null = null;
    for (const due of dues) {
      if (stopped) return waiting;
      const channel = refKey(due.follow.channel);
      const before = posts.get(channel) ?? 0;
      if (troubles.isLost(channel)) continue;
      if (troubles.isHeld(due)) waiting ??= "held";
      else if (before >= BURST) waiting = "burst";
      else {
        const delivery = await deliver(due, aborter.signal);
        if (delivery.kind === "posted" || delivery.kind === "claimed-elsewhere") claims.add(due.key);
        else waiting ??= "held";
        if (delivery.kind === "posted") {
          for (const key of due.also) claims.add(key);
          posts.set(channel, before + 1);
        }
        // An aborted read is nobody's failure.
        if (!stopped) troubles.note(due, delivery);
      }
    }
    return waiting;
  };

  const look = async (): Promise<void> => {
    const now = clock.now();
    await claims.load(now);
    const recovery = await claims.recover(now);
    if (recovery.released > 0) planned = null;
    const follows = (await store.follows.list()).filter(({ channel }) => !troubles.isLost(refKey(channel)));
    const current = timeline();
    const since = planned?.since ?? null;
    planned = { since: now };
    const waiting = await postAll(plan({ timeline: current, follows, now, zone, taken: claims.has, since }));
    if (waiting !== null) planned = null;
    troubles.noteStore(null);
    schedule(follows, [recovery.next, waiting === "burst" ? clock.now() + BURST_PAUSE : null]);
  };

  const schedule = (follows: readonly Follow[], others: readonly (Instant | null)[]): void => {
    const now = clock.now();
    upcoming = nextDue({ timeline: timeline(), follows, now });
    const instants = [upcoming, troubles.next(), ...others].filter((instant) => instant !== null);
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
        troubles.noteStore({ error });
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
      troubles.forgive();
      everything();
    },
    next: () => upcoming,
    async stop() {
      stopped = true;
      aborter.abort();
      cancelTimer();
      cancelListener();
      await running;
    },
  };
}
