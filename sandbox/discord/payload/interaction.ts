import type { JsonObject } from "../../json.ts";
import type { Interaction } from "../interaction/interaction.ts";
import type { State } from "../state.ts";
import { placeId } from "../state.ts";
import { appPermissions, interactionChannelPayload, interactionMemberPayload } from "./guild.ts";
import { eventMessagePayload } from "./message.ts";
import { userPayload } from "./user.ts";

const GUILD_CONTEXT = 0;
const BOT_DIRECT_CONTEXT = 1;
const ATTACHMENT_LIMIT = 10 * 1024 * 1024;

/** By guild install the guild itself, in direct messages the literal "0".
 *  Source: https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-authorizing-integration-owners-object */
export const authorizingOwners = (interaction: Pick<Interaction, "place">): JsonObject => ({
  "0": interaction.place.kind === "guild" ? interaction.place.guild.id : "0",
});

/** The data of INTERACTION_CREATE: the keys that the recorded interactions have. */
export function interactionPayload(state: State, interaction: Interaction, data: JsonObject): JsonObject {
  const { world } = state;
  const { place, userId } = interaction;
  const source =
    interaction.sourceMessageId === null ? undefined : state.messages.get(interaction.sourceMessageId);
  return {
    id: interaction.id,
    application_id: world.applicationId,
    type: interaction.type,
    token: interaction.token,
    version: 1,
    data,
    channel_id: placeId(place),
    channel: interactionChannelPayload(world, place, userId),
    locale: state.person(userId)?.locale ?? "en-US",
    app_permissions: appPermissions(world, place),
    entitlements: [],
    entitlement_sku_ids: [],
    authorizing_integration_owners: authorizingOwners(interaction),
    attachment_size_limit: ATTACHMENT_LIMIT,
    ...whereAndWho(state, interaction),
    ...(source ? { message: eventMessagePayload(world, source) } : {}),
  };
}

function whereAndWho({ world }: State, { place, userId }: Interaction): JsonObject {
  if (place.kind === "direct") return { context: BOT_DIRECT_CONTEXT, user: userPayload(world, userId) };
  const { guild, channel } = place;
  const member = guild.members.find((one) => one.userId === userId) ?? { userId, roles: [] };
  return {
    context: GUILD_CONTEXT,
    guild_id: guild.id,
    guild: { id: guild.id, locale: guild.locale, features: [] },
    guild_locale: guild.locale,
    member: interactionMemberPayload(world, guild, member, channel),
  };
}
