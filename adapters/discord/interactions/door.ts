import type { Locale } from "../../../src/card/card.ts";
import type { Bot } from "../../../src/chat.ts";
import type { Clock } from "../../../src/clock.ts";
import type { Log } from "../../../src/ports.ts";
import type { AnswersApi } from "../wire/answers-api.ts";
import type { BotApi } from "../wire/bot-api.ts";
import { describe } from "../wire/describe.ts";
import type { Poster } from "../wire/poster.ts";
import { createAnswerAct } from "./answer.ts";
import { createFirstAnswer } from "./first-answer.ts";
import { createFreshAnswer } from "./fresh-answer.ts";
import type { Identify } from "./identity.ts";
import { readIncoming } from "./incoming.ts";
import { createLateAnswer } from "./late-answer.ts";
import type { Recent } from "./recent.ts";
import { createAnswerAsked } from "./suggest.ts";

export interface DoorOptions {
  readonly bot: Bot;
  readonly clock: Clock;
  readonly log: Log;
  readonly api: BotApi;
  readonly answers: AnswersApi;
  readonly poster: Poster;
  readonly identify: Identify;
  readonly recent: Recent;
  readonly defaultLocale: Locale;
}

/** What an interaction does, from Discord's words to the answer. Never rejects. */
export type Door = (payload: unknown) => Promise<void>;

export function createDoor(options: DoorOptions): Door {
  const { bot, clock, log, api, answers, poster, identify, recent, defaultLocale } = options;
  const answerAct = createAnswerAct({
    bot,
    clock,
    log,
    identify,
    first: createFirstAnswer(answers),
    late: createLateAnswer({ api: answers, clock, log }),
    fresh: createFreshAnswer({ api, poster, bot }),
  });
  const answerAsked = createAnswerAsked({ bot, api: answers, clock, log, identify });

  return async (payload) => {
    try {
      const incoming = readIncoming(payload, bot.commands, defaultLocale);
      if (!incoming) return log.warn("discord.malformed-interaction");
      if (!recent.isNew(incoming.key.id)) return log.info("discord.delivered-twice");
      await (incoming.content.kind === "act"
        ? answerAct(incoming, incoming.content)
        : answerAsked(incoming, incoming.content.asked));
    } catch (error) {
      log.error("discord.answer-failed", { error: describe(error) });
    }
  };
}
