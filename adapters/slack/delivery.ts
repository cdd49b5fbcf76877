import { WebAPIRateLimitedError } from "@slack/web-api";
import type { Card } from "../../src/card/card.ts";
import type { Clock } from "../../src/clock.ts";
import { HOUR, SECOND } from "../../src/domain/instant.ts";
import { DeliveryError } from "../../src/errors.ts";
import type { Post } from "../../src/ports.ts";
import type { SlackApi } from "./api.ts";
import { deliveryErrorOf } from "./failure.ts";
import type { Ladder } from "./ladder.ts";
import { createMemory } from "./memory.ts";
import type { SlackMessage } from "./render/message.ts";

const CHANNELS = 5000;

/**
 * Posting that nobody waits for, by a client of its own: a 429 here never keeps a person waiting. A channel that
 * answered 429 is left alone until Slack's `Retry-After` has passed; the caller tries again later.
 */
export function createDelivery(api: SlackApi, ladder: Ladder, clock: Clock): Post {
  const held = createMemory<number>({ clock, life: HOUR, most: CHANNELS });

  async function deliver<T>(
    channel: string,
    card: Card,
    send: (message: SlackMessage) => Promise<T>,
  ): Promise<T> {
    if ((held.get(channel) ?? 0) > clock.now()) {
      throw new DeliveryError("passing", "Slack asked to post less often in this channel");
    }
    try {
      return await ladder.send(card, send);
    } catch (error) {
      if (error instanceof WebAPIRateLimitedError) held.set(channel, clock.now() + error.retryAfter * SECOND);
      throw deliveryErrorOf(error);
    }
  }

  return {
    async post(card, to) {
      const { channel, ts } = await deliver(to.id, card, (message) => api.post(to.id, message));
      return { channel: { platform: "slack", id: channel }, id: ts };
    },
    async edit({ channel, id }, card) {
      await deliver(channel.id, card, (message) => api.update(channel.id, id, message));
    },
  };
}
