import type { Bot, Invocation, Reply } from "../../../src/chat.ts";
import type { MessageRef } from "../../../src/domain/actor.ts";
import type { BotApi } from "../wire/bot-api.ts";
import { failureOf } from "../wire/failure.ts";
import type { Poster } from "../wire/poster.ts";
import { type Incoming, UNKNOWN_PRESS } from "./incoming.ts";
import { isDirect, showingOf } from "./showing.ts";

/** The answer when the interaction's token is of no use (any more): a message in the bot's own name. */
export interface FreshAnswer {
  show(incoming: Incoming, reply: Reply, invocation: Invocation): Promise<MessageRef>;
}

export interface FreshAnswerOptions {
  readonly api: Pick<BotApi, "directChannel">;
  readonly poster: Poster;
  readonly bot: Pick<Bot, "handle">;
}

export function createFreshAnswer({ api, poster, bot }: FreshAnswerOptions): FreshAnswer {
  /** Null when the message is not there any more. */
  const edited = async (message: MessageRef, { card }: Reply): Promise<MessageRef | null> => {
    try {
      await poster.edit(message, card);
      return message;
    } catch (error) {
      if (failureOf(error) === "gone") return null;
      throw error;
    }
  };

  /**
   * Only a token can show something to one person in a channel, so what is private goes to their direct messages.
   * Where these are closed, the channel gets a card that says nothing of it: better than silence.
   */
  const postPrivately = async (
    { key, sender, place }: Incoming,
    { card }: Reply,
    invocation: Invocation,
  ): Promise<MessageRef> => {
    try {
      return await poster.post(card, await api.directChannel(sender.userId), key.id);
    } catch (error) {
      if (failureOf(error) !== "gone" && failureOf(error) !== "not-in-channel") throw error;
      const apology = await bot.handle({ ...invocation, ...UNKNOWN_PRESS });
      return poster.post(apology.card, place, key.id);
    }
  };

  return {
    async show(incoming, reply, invocation) {
      const showing = showingOf(reply, incoming);
      if (showing.kind === "update" && !showing.isPrivate) {
        const message = await edited(showing.message, reply);
        if (message) return message;
      }
      return reply.audience === "requester" && !isDirect(incoming)
        ? postPrivately(incoming, reply, invocation)
        : poster.post(reply.card, incoming.place, incoming.key.id);
    },
  };
}
