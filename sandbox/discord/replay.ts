import { asNumber, asObject, asObjects, asText, type JsonObject } from "../json.ts";
import { COMPONENT } from "./interaction/interaction.ts";
import type { Interactions } from "./interaction/interactions.ts";
import { ImpossibleAct } from "./person/impossible.ts";
import type { State } from "./state.ts";

/** Sends a recorded press to the bot, after putting the message it belongs to into the first channel. Resolves with
 *  the kind of the first answer. */
export async function replayPress(
  state: State,
  interactions: Interactions,
  payload: JsonObject,
): Promise<string> {
  const guild = state.guilds()[0];
  const channel = guild?.channels[0];
  if (!guild || !channel) throw new ImpossibleAct("there is no channel to replay in");
  if (payload.type !== COMPONENT) throw new ImpossibleAct("only presses can be replayed");
  const message = asObject(payload.message);
  state.messages.restore({
    id: asText(message.id),
    channelId: channel.id,
    authorId: state.world.applicationId,
    madeAt: state.clock.now(),
    editedAt: null,
    content: asText(message.content),
    embeds: asObjects(message.embeds),
    components: asObjects(message.components),
    flags: asNumber(message.flags, 0),
    files: [],
    nonce: null,
    allowedMentions: null,
    onlyFor: null,
    origin: null,
  });
  const outcome = await interactions.replay(payload, {
    type: COMPONENT,
    userId: asText(asObject(asObject(payload.member).user).id),
    place: { kind: "guild", guild, channel },
    sourceMessageId: asText(message.id),
  });
  return outcome.kind;
}
