import { createHash } from "node:crypto";
import type { Card } from "../../../src/card/card.ts";
import type { Clock } from "../../../src/clock.ts";
import type { ChannelRef, MessageRef } from "../../../src/domain/actor.ts";
import { NONCE } from "../limits.ts";
import { renderMessage } from "../render/message.ts";
import type { BotApi } from "./bot-api.ts";
import { repeatedOnce } from "./repeat.ts";

/** Messages in the bot's own name, for as long as they stand. Rejects with what `failureOf` understands. */
export interface Poster {
  /** `seed` tells apart two posts of the same card that are both meant. */
  post(card: Card, to: ChannelRef, seed?: string): Promise<MessageRef>;
  edit(message: MessageRef, card: Card): Promise<void>;
}

export function createPoster({ api, clock }: { readonly api: BotApi; readonly clock: Clock }): Poster {
  return {
    async post(card, to, seed = "") {
      const body = renderMessage(card);
      // For some minutes Discord answers a known nonce with the message that it made before: repeating posts once.
      const nonce = nonceOf([to.id, seed, JSON.stringify(body)]);
      return repeatedOnce(clock, () => api.createMessage(to, { ...body, nonce, enforce_nonce: true }));
    },
    async edit(message, card) {
      const body = renderMessage(card);
      await repeatedOnce(clock, () => api.editMessage(message, body));
    },
  };
}

function nonceOf(parts: readonly string[]): string {
  return createHash("sha256").update(parts.join("\n")).digest("base64url").slice(0, NONCE);
}
