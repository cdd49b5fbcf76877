import { type APIInteractionResponse, Routes } from "discord-api-types/v10";
import { z } from "zod";
import type { MessageRef } from "../../../src/domain/actor.ts";
import { CALLBACK_BUDGET_MS, REQUEST_BUDGET_MS } from "../limits.ts";
import type { MessageBody } from "../render/message.ts";
import { within } from "./deadline.ts";
import { closeRest, createRest, MessageAnswer, type RestOptions } from "./rest.ts";

/** What opens an interaction's answers. */
export interface InteractionKey {
  readonly id: string;
  readonly applicationId: string;
  readonly token: string;
}

/**
 * Answers to interactions, by the interaction's own token. Rejects with the errors of `@discordjs/rest` and
 * `OutOfTime`.
 */
export interface AnswersApi {
  /** The first answer. With `wanted`, resolves to the message that it made. */
  callback(key: InteractionKey, body: APIInteractionResponse, wanted?: "message"): Promise<MessageRef | null>;
  /** The message that the first answer made, or whose button was pressed. */
  original(key: InteractionKey): Promise<MessageRef>;
  editOriginal(key: InteractionKey, body: MessageBody): Promise<MessageRef>;
  deleteOriginal(key: InteractionKey): Promise<void>;
  followUp(key: InteractionKey, body: MessageBody): Promise<MessageRef>;
  close(): void;
}

const CallbackAnswer = z.object({ resource: z.object({ message: MessageAnswer.optional() }).optional() });

export function createAnswersApi(options: RestOptions): AnswersApi {
  const { clock } = options;
  // Discord does not count these among its 50 requests a second, but `@discordjs/rest` would.
  const rest = createRest(options, Number.POSITIVE_INFINITY);

  return {
    async callback({ id, token }, body, wanted) {
      const query = new URLSearchParams({ with_response: String(wanted === "message") });
      const answer = await within(clock, CALLBACK_BUDGET_MS, (signal) =>
        rest.post(Routes.interactionCallback(id, token), { body, query, auth: false, signal }),
      );
      return wanted === undefined ? null : (CallbackAnswer.parse(answer).resource?.message ?? null);
    },
    original: ({ applicationId, token }) =>
      within(clock, REQUEST_BUDGET_MS, async (signal) =>
        MessageAnswer.parse(
          await rest.get(Routes.webhookMessage(applicationId, token), { auth: false, signal }),
        ),
      ),
    editOriginal: ({ applicationId, token }, body) =>
      within(clock, REQUEST_BUDGET_MS, async (signal) =>
        MessageAnswer.parse(
          await rest.patch(Routes.webhookMessage(applicationId, token), { body, auth: false, signal }),
        ),
      ),
    async deleteOriginal({ applicationId, token }) {
      await within(clock, REQUEST_BUDGET_MS, (signal) =>
        rest.delete(Routes.webhookMessage(applicationId, token), { auth: false, signal }),
      );
    },
    followUp: ({ applicationId, token }, body) =>
      within(clock, REQUEST_BUDGET_MS, async (signal) =>
        MessageAnswer.parse(
          await rest.post(Routes.webhook(applicationId, token), { body, auth: false, signal }),
        ),
      ),
    close: () => closeRest(rest),
  };
}
