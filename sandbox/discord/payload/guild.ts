import type { JsonObject } from "../../json.ts";
import { ALL_PERMISSIONS, permissionsOf } from "../permissions.ts";
import type { Place } from "../state.ts";
import type { DiscordWorld, WorldChannel, WorldGuild, WorldMember, WorldRole } from "../world.ts";
import { restUserPayload, userPayload } from "./user.ts";

const TEXT_CHANNEL = 0;
const DIRECT_CHANNEL = 1;
const JOINED = "2024-02-22T09:00:00.000000+00:00";

export const rolePayload = (role: WorldRole, position: number): JsonObject => ({
  id: role.id,
  name: role.name,
  permissions: role.permissions.toString(),
  position,
  color: 0,
  colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
  hoist: false,
  managed: false,
  mentionable: false,
  icon: null,
  unicode_emoji: null,
  flags: 0,
});

export const guildChannelPayload = (guild: WorldGuild, channel: WorldChannel): JsonObject => ({
  id: channel.id,
  type: TEXT_CHANNEL,
  flags: 0,
  guild_id: guild.id,
  name: channel.name,
  position: guild.channels.indexOf(channel),
  parent_id: null,
  topic: null,
  nsfw: false,
  rate_limit_per_user: 0,
  last_message_id: null,
  permission_overwrites: channel.overwrites.map(({ id, kind, allow, deny }) => ({
    id,
    type: kind === "role" ? 0 : 1,
    allow: allow.toString(),
    deny: deny.toString(),
  })),
});

/** A direct channel's only recipient is the person, seen from the bot. */
export const channelPayload = (world: DiscordWorld, place: Place): JsonObject =>
  place.kind === "guild"
    ? guildChannelPayload(place.guild, place.channel)
    : {
        id: place.id,
        type: DIRECT_CHANNEL,
        flags: 0,
        last_message_id: null,
        recipients: [restUserPayload(world, place.userId)],
      };

/** The channel inside an interaction: what the person may do there instead of the overwrites. */
export function interactionChannelPayload(world: DiscordWorld, place: Place, userId: string): JsonObject {
  if (place.kind === "direct") {
    const { recipients: _, ...channel } = channelPayload(world, place);
    return { ...channel, recipients: [userPayload(world, userId)] };
  }
  const { permission_overwrites: _, ...channel } = guildChannelPayload(place.guild, place.channel);
  return { ...channel, permissions: permissionsOf(place.guild, userId, place.channel).toString() };
}

const memberParts = ({ roles, pending = false }: WorldMember): JsonObject => ({
  avatar: null,
  banner: null,
  collectibles: null,
  communication_disabled_until: null,
  deaf: false,
  flags: 0,
  joined_at: JOINED,
  mute: false,
  nick: null,
  pending,
  premium_since: null,
  roles,
});

export const restMemberPayload = (world: DiscordWorld, member: WorldMember): JsonObject => ({
  ...memberParts(member),
  user: restUserPayload(world, member.userId),
});

/** The member inside an interaction. */
export const interactionMemberPayload = (
  world: DiscordWorld,
  guild: WorldGuild,
  member: WorldMember,
  channel: WorldChannel,
): JsonObject => ({
  ...memberParts(member),
  display_name_styles: null,
  unusual_dm_activity_until: null,
  permissions: permissionsOf(guild, member.userId, channel).toString(),
  user: userPayload(world, member.userId),
});

/** GET /guilds/{id}. */
export const guildPayload = (guild: WorldGuild): JsonObject => ({
  id: guild.id,
  name: guild.name,
  icon: null,
  description: null,
  home_header: null,
  splash: null,
  discovery_splash: null,
  features: [],
  banner: null,
  owner_id: guild.ownerId,
  application_id: null,
  region: "deprecated",
  afk_channel_id: null,
  afk_timeout: 300,
  system_channel_id: null,
  system_channel_flags: 0,
  widget_enabled: false,
  widget_channel_id: null,
  verification_level: 0,
  roles: guild.roles.map(rolePayload),
  default_message_notifications: 0,
  mfa_level: 0,
  explicit_content_filter: 0,
  max_presences: null,
  max_members: 500_000,
  max_stage_video_channel_users: 50,
  max_video_channel_users: 25,
  vanity_url_code: null,
  premium_tier: 0,
  premium_subscription_count: 0,
  preferred_locale: guild.locale,
  rules_channel_id: null,
  safety_alerts_channel_id: null,
  public_updates_channel_id: null,
  premium_progress_bar_enabled: false,
  nsfw: false,
  nsfw_level: 0,
  emojis: [],
  stickers: [],
  incidents_data: null,
});

/** GUILD_CREATE: the guild with its channels, and of the members the bot alone, as with the Guilds intent only. */
export const guildCreatePayload = (world: DiscordWorld, guild: WorldGuild): JsonObject => ({
  ...guildPayload(guild),
  joined_at: JOINED,
  large: false,
  unavailable: false,
  member_count: guild.members.length,
  channels: guild.channels.map((channel) => guildChannelPayload(guild, channel)),
  members: guild.members
    .filter(({ userId }) => userId === world.applicationId)
    .map((member) => ({ ...memberParts(member), user: userPayload(world, member.userId) })),
  threads: [],
  presences: [],
  voice_states: [],
  stage_instances: [],
  guild_scheduled_events: [],
  soundboard_sounds: [],
});

/** What the bot may do in the place, as an interaction says it; all of it in direct messages. */
export const appPermissions = (world: DiscordWorld, place: Place): string =>
  (place.kind === "guild"
    ? permissionsOf(place.guild, world.applicationId, place.channel)
    : ALL_PERMISSIONS
  ).toString();
