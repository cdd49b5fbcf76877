import type { Card, Locale } from "../card/card.ts";
import type { Catalogue } from "../catalogue.ts";
import type { Clock } from "../clock.ts";
import { type MessageRef, refKey } from "../domain/actor.ts";
import type { Service } from "../domain/service.ts";
import { DeliveryError, type DeliveryErrorKind, ProviderError } from "../errors.ts";
import type { Log, Post, Provider, Reminders } from "../ports.ts";
import { type Due, plan } from "./plan.ts";
import { timelineOf } from "./timeline.ts";

/** What became of a due reminder. All but `posted` and `claimed-elsewhere` leave its key free. */
export type Delivery =
  | { readonly kind: "posted" }
  /** Another process, or an earlier life of this one, has it. */
  | { readonly kind: "claimed-elsewhere" }
  /** The live read shows that it is not due any more. */
  | { readonly kind: "not-due" }
  | { readonly kind: "not-read"; readonly error: unknown }
  | { readonly kind: "not-delivered"; readonly why: DeliveryErrorKind | "bug"; readonly error: unknown };

type Attempt =
  | { readonly kind: "sent"; readonly message: MessageRef }
  | Exclude<Delivery, { readonly kind: "posted" | "claimed-elsewhere" }>;

export interface DeliverOptions {
  readonly reminders: Reminders;
  readonly catalogue: Pick<Catalogue, "replace" | "forget">;
  readonly provider: Pick<Provider, "getService">;
  readonly post: Pick<Post, "post">;
  readonly clock: Clock;
  readonly log: Log;
  readonly zone: string;
  /** The keys that are known to be claimed. */
  readonly taken: (key: string) => boolean;
  readonly cardFor: (due: Due, service: Service, locale: Locale) => Card;
}

/**
 * Stands in a record for the message whose delivery was never confirmed. It may have been posted, so it counts as
 * posted: twice is worse than a gap that the next threshold fills.
 */
export const UNCONFIRMED = "unconfirmed";

/** The signal ends the read of the service; a post that was begun is finished. */
export type Deliver = (due: Due, signal: AbortSignal) => Promise<Delivery>;

/**
 * Posts one reminder: claims it, reads the service live, checks that the reminder is still true, posts it, and writes
 * down where it stands. Rejects only when the store fails.
 */
export function createDeliver(options: DeliverOptions): Deliver {
  const { reminders, catalogue, provider, post, clock, log, zone, taken, cardFor } = options;

  const readLive = async ({ service }: Due, signal: AbortSignal): Promise<Service | null> => {
    try {
      const live = await provider.getService(service.id, { urgency: "background", signal });
      catalogue.replace(live);
      return live;
    } catch (error) {
      if (!(error instanceof ProviderError) || error.facts.kind !== "gone") throw error;
      catalogue.forget(service.id);
      return null;
    }
  };

  /** The reminder as the live service has it; null when it is not the one that is due now. */
  const stillDue = (due: Due, live: Service): Due | null => {
    const again = plan({
      timeline: timelineOf([live]),
      follows: [due.follow],
      now: clock.now(),
      zone,
      taken: (key) => key !== due.key && taken(key),
    });
    return again.find(({ key }) => key === due.key) ?? null;
  };

  const send = async (due: Due, live: Service): Promise<MessageRef> => {
    const { channel, locale } = due.follow;
    try {
      return await post.post(cardFor(due, live, locale), channel);
    } catch (error) {
      if (!(error instanceof DeliveryError) || error.kind !== "unknown") throw error;
      log.warn("reminder.unconfirmed", { key: due.key, error });
      return { channel, id: UNCONFIRMED };
    }
  };

  /** The missed ones that this one stands for are not posted any more, whatever thresholds come. */
  const cover = async (due: Due, message: MessageRef): Promise<void> => {
    for (const key of due.also) {
      if (await reminders.claim(key, clock.now(), due.keepUntil)) await reminders.posted(key, message);
    }
  };

  const attempt = async (due: Due, signal: AbortSignal): Promise<Attempt> => {
    let live: Service | null;
    try {
      live = await readLive(due, signal);
    } catch (error) {
      return { kind: "not-read", error };
    }
    const current = live && stillDue(due, live);
    if (!live || !current) return { kind: "not-due" };
    try {
      return { kind: "sent", message: await send(current, live) };
    } catch (error) {
      return { kind: "not-delivered", why: error instanceof DeliveryError ? error.kind : "bug", error };
    }
  };

  return async (due, signal) => {
    if (!(await reminders.claim(due.key, clock.now(), due.keepUntil))) return { kind: "claimed-elsewhere" };
    const attempted = await attempt(due, signal);
    if (attempted.kind !== "sent") {
      await reminders.release(due.key);
      return attempted;
    }
    // When this write fails, the claim stands: the next start posts it again rather than never.
    await reminders.posted(due.key, attempted.message);
    await cover(due, attempted.message);
    log.info("reminder.posted", { key: due.key, channel: refKey(due.follow.channel) });
    return { kind: "posted" };
  };
}
