import { InteractionResponseType } from "discord-api-types/v10";
import type { Option } from "../../../src/card/card.ts";
import type { Bot } from "../../../src/chat.ts";
import type { Clock } from "../../../src/clock.ts";
import { inTime } from "../../../src/deadline.ts";
import type { Log } from "../../../src/ports.ts";
import { CHOICE_TEXT, CHOICES, PATIENCE_MS } from "../limits.ts";
import { shortened } from "../render/sanitise.ts";
import type { AnswersApi } from "../wire/answers-api.ts";
import { describe } from "../wire/describe.ts";
import type { Asked } from "./command-input.ts";
import type { Identify } from "./identity.ts";
import type { Incoming } from "./incoming.ts";

export interface SuggestOptions {
  readonly bot: Pick<Bot, "suggest">;
  readonly api: Pick<AnswersApi, "callback">;
  readonly clock: Clock;
  readonly log: Log;
  readonly identify: Identify;
}

/** Completes what somebody is typing; with nothing when that takes too long or fails. Never rejects. */
export type AnswerAsked = (incoming: Incoming, asked: Asked) => Promise<void>;

export function createAnswerAsked({ bot, api, clock, log, identify }: SuggestOptions): AnswerAsked {
  const find = async ({ sender, place, locale }: Incoming, asked: Asked): Promise<readonly Option[]> => {
    try {
      return await bot.suggest({ ...asked, place, locale, actor: await identify(sender) }, CHOICES);
    } catch (error) {
      log.error("discord.suggest-failed", { error: describe(error) });
      return [];
    }
  };

  return async (incoming, asked) => {
    const answer = await inTime(clock, PATIENCE_MS, find(incoming, asked));
    const found = answer.kind === "done" ? answer.value : [];
    try {
      await api.callback(incoming.key, {
        type: InteractionResponseType.ApplicationCommandAutocompleteResult,
        data: { choices: found.filter(isChoice).slice(0, CHOICES).map(toChoice) },
      });
    } catch (error) {
      // The next letter asks again.
      log.debug("discord.suggestions-unsent", { error: describe(error) });
    }
  };
}

/** A value cannot be shortened: it would name something else. */
const isChoice = ({ label, value }: Option): boolean =>
  label.trim() !== "" && value !== "" && value.length <= CHOICE_TEXT;

const toChoice = ({ label, description, value }: Option): { name: string; value: string } => ({
  name: shortened(description ? `${label} · ${description}` : label, CHOICE_TEXT),
  value,
});
