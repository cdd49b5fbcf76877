import type { Reply } from "../../../src/chat.ts";
import type { Clock } from "../../../src/clock.ts";
import type { MessageRef } from "../../../src/domain/actor.ts";
import type { Log } from "../../../src/ports.ts";
import { renderMessage } from "../render/message.ts";
import type { AnswersApi } from "../wire/answers-api.ts";
import { describe } from "../wire/describe.ts";
import { repeatedOnce } from "../wire/repeat.ts";
import type { Deferred } from "./first-answer.ts";
import type { Incoming } from "./incoming.ts";
import { showingOf } from "./showing.ts";

/** The answer after a deferral, within the token's life. */
export interface LateAnswer {
  show(incoming: Incoming, reply: Reply, deferred: Deferred): Promise<MessageRef | null>;
}

export function createLateAnswer({
  api,
  clock,
  log,
}: {
  readonly api: AnswersApi;
  readonly clock: Clock;
  readonly log: Log;
}): LateAnswer {
  /** An edit has one effect however often it is made. */
  const editOriginal = ({ key }: Incoming, reply: Reply): Promise<MessageRef> => {
    const body = renderMessage(reply.card);
    return repeatedOnce(clock, () => api.editOriginal(key, body));
  };

  /**
   * A follow-up while "thinking…" still stands would take its place and stay private (docs, "Create Followup
   * Message"), hence the private copy first. It goes when the public message stands.
   */
  const publish = async (incoming: Incoming, reply: Reply): Promise<MessageRef> => {
    await editOriginal(incoming, reply);
    const message = await api.followUp(incoming.key, renderMessage(reply.card));
    await api
      .deleteOriginal(incoming.key)
      .catch((error) => log.info("discord.copy-stays", { error: describe(error) }));
    return message;
  };

  return {
    async show(incoming, reply, deferred) {
      const showing = showingOf(reply, incoming);
      switch (showing.kind) {
        case "update":
          await editOriginal(incoming, reply);
          return showing.isPrivate ? null : showing.message;
        case "message":
          if (deferred === "pressed") {
            const message = await api.followUp(incoming.key, renderMessage(reply.card, showing.isPrivate));
            return showing.isPrivate ? null : message;
          }
          if (!showing.isPrivate) return publish(incoming, reply);
          await editOriginal(incoming, reply);
          return null;
      }
    },
  };
}
