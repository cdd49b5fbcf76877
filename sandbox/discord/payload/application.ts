import type { JsonObject } from "../../json.ts";
import type { DiscordWorld } from "../world.ts";
import { restUserPayload } from "./user.ts";

/** GET /users/@me. */
export const selfPayload = (world: DiscordWorld): JsonObject => ({
  ...restUserPayload(world, world.applicationId),
  mfa_enabled: true,
  locale: "en-US",
  premium_type: 0,
  email: null,
  verified: true,
});

/** GET /applications/@me. */
export const applicationPayload = (world: DiscordWorld): JsonObject => ({
  id: world.applicationId,
  name: world.botName,
  icon: null,
  description: "",
  type: null,
  bot: restUserPayload(world, world.applicationId),
  bot_public: true,
  bot_require_code_grant: false,
  verify_key: "0".repeat(64),
  flags: 0,
  flags_new: "0",
  redirect_uris: [],
  interactions_endpoint_url: null,
  role_connections_verification_url: null,
  owner: restUserPayload(world, world.ownerId),
  approximate_guild_count: world.guilds.length,
  approximate_user_install_count: 0,
  approximate_user_authorization_count: 0,
  explicit_content_filter: 0,
  team: null,
  eligible_oauth2_scopes: [],
});
