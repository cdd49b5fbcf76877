import type { Option } from "../../src/card/card.ts";
import { inTime } from "../../src/deadline.ts";
import type { Way } from "./door.ts";
import { ANSWER_WITHIN_MS, OPTIONS } from "./limits.ts";
import { reasonOf } from "./logger.ts";
import { type SuggestionPayload, teamOf } from "./payloads.ts";
import { decodeChoice, slackOptions } from "./render/controls.ts";

/** What a select offers for what stands in it so far; nothing for a person whom Slack does not vouch for. */
export async function takeSuggestion(way: Way, payload: SuggestionPayload) {
  try {
    const answer = await inTime(way.clock, ANSWER_WITHIN_MS, suggest(way, payload));
    return slackOptions(answer.kind === "done" ? answer.value : []);
  } catch (error) {
    way.log.error("slack.bug", { command: "suggest", reason: reasonOf(error) });
    return [];
  }
}

async function suggest(way: Way, payload: SuggestionPayload): Promise<readonly Option[]> {
  const choice = decodeChoice(payload.action_id);
  const person = await way.identities.identify(payload.user.id, teamOf(payload));
  if (!choice || person.kind === "unknown") return [];
  const { container, channel, user } = payload;
  const place = container?.type === "message" ? container.channel_id : (channel?.id ?? user.id);
  const options = await way.bot.suggest(
    {
      ...choice.press,
      param: choice.param,
      typed: payload.value,
      actor: person.actor,
      place: { platform: "slack", id: place },
      locale: person.locale,
    },
    OPTIONS,
  );
  return options.slice(0, OPTIONS);
}
