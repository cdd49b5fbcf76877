import { PermissionFlagsBits as Flags } from "discord-api-types/v10";
import type { StoredMessage } from "../messages.ts";
import { has, permissionsOf } from "../permissions.ts";
import { refusal } from "../refusal.ts";
import type { Place, State } from "../state.ts";
import type { WorldGuild } from "../world.ts";

/** The channel as the bot may see it. Throws 10003, and 50001 without View Channel. */
export function visiblePlace(state: State, channelId: string): Place {
  const place = state.place(channelId);
  if (!place) throw refusal("unknownChannel");
  if (place.kind === "guild" && !has(botPermissions(state, place), Flags.ViewChannel))
    throw refusal("missingAccess");
  return place;
}

/** Throws 50013 without Send Messages, 50007 to a person who takes no direct messages or shares no guild. */
export function checkMaySend(state: State, place: Place): void {
  if (place.kind === "guild") {
    if (!has(botPermissions(state, place), Flags.SendMessages)) throw refusal("missingPermissions");
    return;
  }
  const shared = state.guilds().some(({ members }) => members.some(({ userId }) => userId === place.userId));
  if (!shared || state.person(place.userId)?.takesDirectMessages !== true)
    throw refusal("directMessagesClosed");
}

/** A message that the bot's own token reaches; ephemeral ones are none of them. Throws 10008. */
export function reachableMessage(state: State, channelId: string, id: string): StoredMessage {
  const message = state.messages.get(id);
  if (message?.channelId !== channelId || message.onlyFor !== null) throw refusal("unknownMessage");
  return message;
}

/** A guild that the bot is in. Throws 10004. */
export function joinedGuild(state: State, guildId: string): WorldGuild {
  const guild = state.guilds().find(({ id }) => id === guildId);
  if (!guild) throw refusal("unknownGuild");
  return guild;
}

const botPermissions = (state: State, place: Extract<Place, { kind: "guild" }>): bigint =>
  permissionsOf(place.guild, state.world.applicationId, place.channel);
