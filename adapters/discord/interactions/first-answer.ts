import {
  type APIInteractionResponse,
  type APIModalInteractionResponseCallbackData,
  InteractionResponseType,
  MessageFlags,
} from "discord-api-types/v10";
import type { Reply } from "../../../src/chat.ts";
import type { MessageRef } from "../../../src/domain/actor.ts";
import { renderForm } from "../render/form.ts";
import { renderMessage } from "../render/message.ts";
import type { AnswersApi, InteractionKey } from "../wire/answers-api.ts";
import { OutOfTime } from "../wire/deadline.ts";
import { failureOf } from "../wire/failure.ts";
import type { Incoming } from "./incoming.ts";
import { formOf, showingOf } from "./showing.ts";

/** What Discord shows while the true answer is awaited. */
export type Deferred =
  /** "thinking…", seen by the one who asked. */
  | "thinking"
  /** The message whose button was pressed, as it was. */
  | "pressed";

export interface FirstAnswer {
  /** Resolves to where the card stands, when everybody in the channel sees it and the reply wants to know. */
  show(incoming: Incoming, reply: Reply): Promise<MessageRef | null>;
  defer(incoming: Incoming): Promise<void>;
}

export function createFirstAnswer(api: AnswersApi): FirstAnswer {
  return {
    show(incoming, reply) {
      const form = formOf(reply, incoming);
      if (form) return callback(api, incoming.key, modal(renderForm(form)));
      const showing = showingOf(reply, incoming);
      switch (showing.kind) {
        case "update": {
          const body = {
            type: InteractionResponseType.UpdateMessage,
            data: renderMessage(reply.card),
          } as const;
          return callback(api, incoming.key, body).then(() => (showing.isPrivate ? null : showing.message));
        }
        case "message": {
          const data = renderMessage(reply.card, showing.isPrivate);
          const body = { type: InteractionResponseType.ChannelMessageWithSource, data } as const;
          return callback(api, incoming.key, body, reply.track !== undefined && !showing.isPrivate);
        }
      }
    },
    async defer(incoming) {
      await callback(api, incoming.key, DEFERRALS[deferralOf(incoming)]);
    },
  };
}

/** Private, because nobody knows yet whether the answer will be: a private one can be published, not the other way. */
const DEFERRALS = {
  thinking: {
    type: InteractionResponseType.DeferredChannelMessageWithSource,
    data: { flags: MessageFlags.Ephemeral },
  },
  pressed: { type: InteractionResponseType.DeferredMessageUpdate },
} as const satisfies Record<Deferred, APIInteractionResponse>;

export const deferralOf = ({ source }: Incoming): Deferred => (source ? "pressed" : "thinking");

const modal = (data: APIModalInteractionResponseCallbackData): APIInteractionResponse => ({
  type: InteractionResponseType.Modal,
  data,
});

/**
 * Discord takes one first answer and refuses every other with 40060: after a fault in between, sending the same
 * again is safe, and that refusal then says that it had arrived.
 */
async function callback(
  api: AnswersApi,
  key: InteractionKey,
  body: APIInteractionResponse,
  wantsMessage = false,
): Promise<MessageRef | null> {
  const wanted = wantsMessage ? "message" : undefined;
  try {
    return await api.callback(key, body, wanted);
  } catch (error) {
    const failure = failureOf(error);
    // After a time-out there is no time left.
    if ((failure !== "unknown" && failure !== "passing") || error instanceof OutOfTime) throw error;
  }
  try {
    return await api.callback(key, body, wanted);
  } catch (error) {
    if (failureOf(error) !== "taken") throw error;
    return wantsMessage ? api.original(key) : null;
  }
}
