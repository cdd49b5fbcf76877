import { asNumber, type JsonObject } from "../../json.ts";
import type { Conversation } from "../interaction/interactions.ts";
import { REPLY, UPDATE } from "../judge/callback.ts";
import { EPHEMERAL, LOADING } from "../judge/message.ts";
import { restMessagePayload } from "../payload/message.ts";
import { placeId, type State } from "../state.ts";
import { bodyObject, nothing, ok, post, type RestRoute, type RestWorld } from "./call.ts";

/** The first answer to an interaction.
 *  Source: https://discord.com/developers/docs/interactions/receiving-and-responding#create-interaction-response */
export const callbackRoutes = ({ state, interactions }: RestWorld): readonly RestRoute[] => [
  post("/interactions/{interaction}/{token}/callback", (call) => {
    const waiting = interactions.waiting(call.params.get("interaction"), call.params.get("token"));
    const { sourceMessageId } = waiting.interaction;
    const body = bodyObject(call);
    const edits = body.type === UPDATE && sourceMessageId !== null;
    const flags = edits ? (state.messages.get(sourceMessageId)?.flags ?? 0) : 0;
    call.check({ flags, files: call.files.length });
    interactions.answer(waiting, body, call.files);
    return call.query.get("with_response") === "true"
      ? ok(resultPayload(state, waiting, asNumber(body.type, 0)))
      : nothing();
  }),
];

function resultPayload(state: State, { interaction, originalId }: Conversation, type: number): JsonObject {
  const { place } = interaction;
  const message = type === 9 ? undefined : state.messages.get(originalId ?? "");
  return {
    interaction: {
      id: interaction.id,
      type: interaction.type,
      channel_id: placeId(place),
      ...(place.kind === "guild" ? { guild_id: place.guild.id } : {}),
      ...(message
        ? {
            response_message_id: message.id,
            response_message_loading: (message.flags & LOADING) !== 0,
            response_message_ephemeral: (message.flags & EPHEMERAL) !== 0,
          }
        : {}),
    },
    ...(message && (type === REPLY || type === UPDATE || type === 5)
      ? { resource: { type: type === 5 ? REPLY : type, message: restMessagePayload(state.world, message) } }
      : {}),
  };
}
