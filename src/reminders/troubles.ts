import type { Clock } from "../clock.ts";
import { refKey } from "../domain/actor.ts";
import type { Instant } from "../domain/instant.ts";
import { type DeliveryErrorKind, ProviderError } from "../errors.ts";
import type { Log } from "../ports.ts";
import type { Delivery } from "./deliver.ts";
import { createHolds } from "./holds.ts";
import type { Due } from "./plan.ts";

/** What went wrong lately: what is left alone for a while because of it, and what for good. */
export interface Troubles {
  /** Learns from what became of a reminder. */
  note(due: Due, delivery: Delivery): void;
  /** The store failed, or works again. */
  noteStore(failure: { readonly error: unknown } | null): void;
  isHeld(due: Due): boolean;
  /** Whether a channel (`refKey`) is gone, so that trying again is of no use. */
  isLost(channel: string): boolean;
  /** Gives lost channels another chance: somebody may have followed anew. */
  forgive(): void;
  /** When the first of what is held may be tried again, or null. */
  next(): Instant | null;
}

export interface TroublesOptions {
  readonly clock: Clock;
  readonly log: Log;
  readonly random: () => number;
}

/** What is held when it concerns everybody; channels and reminders are held by their own keys. */
const PROVIDER = "provider";
const STORE = "store";

export function createTroubles({ clock, log, random }: TroublesOptions): Troubles {
  const holds = createHolds(random);
  const lost = new Set<string>();

  /** Said once for each series of failures: the rest is only for who looks closely. */
  const hold = (key: string, event: string, due: Due | null, error: unknown): void => {
    const failures = holds.failed(key, clock.now());
    const fields = { key: due?.key, channel: due && refKey(due.follow.channel), failures, error };
    if (failures === 1) log.warn(event, fields);
    else log.debug(event, fields);
  };

  const recovered = (key: string): void => {
    const failures = holds.succeeded(key);
    if (failures > 0) log.info("reminder.recovered", { key, failures });
  };

  const notDelivered = (due: Due, why: DeliveryErrorKind | "bug", error: unknown): void => {
    const channel = refKey(due.follow.channel);
    if (why === "gone") {
      lost.add(channel);
      log.warn("reminder.channel-gone", { channel, error });
      return;
    }
    // A card that cannot be made, or is refused, says nothing against its channel.
    const ofTheCard = why === "bug" || why === "refused";
    hold(ofTheCard ? due.key : channel, "reminder.not-delivered", due, error);
  };

  return {
    note(due, delivery) {
      switch (delivery.kind) {
        case "posted":
          for (const key of [PROVIDER, refKey(due.follow.channel), due.key]) recovered(key);
          return;
        case "claimed-elsewhere":
          return;
        case "not-due":
          recovered(PROVIDER);
          return;
        case "not-read":
          hold(isDown(delivery.error) ? PROVIDER : due.key, "reminder.service-not-read", due, delivery.error);
          return;
        case "not-delivered":
          notDelivered(due, delivery.why, delivery.error);
      }
    },
    noteStore(failure) {
      if (failure) hold(STORE, "reminder.store-failed", null, failure.error);
      else recovered(STORE);
    },
    isHeld(due) {
      const now = clock.now();
      return [PROVIDER, refKey(due.follow.channel), due.key].some((key) => holds.isHeld(key, now));
    },
    isLost: (channel) => lost.has(channel),
    forgive: () => lost.clear(),
    next: () => holds.next(clock.now()),
  };
}

/** OVHcloud as a whole, not this one service. */
function isDown(error: unknown): boolean {
  if (!(error instanceof ProviderError)) return false;
  return error.facts.kind === "unreachable" || error.facts.kind === "busy";
}
