import type { JsonObject } from "../../json.ts";
import type { DiscordWorld } from "../world.ts";

/** The bot, or a person, as in gateway events. */
export function userPayload(world: DiscordWorld, id: string): JsonObject {
  const bot = id === world.applicationId;
  const person = world.people.find((one) => one.id === id);
  return {
    id,
    username: bot ? world.botName : (person?.username ?? "deleted_user"),
    global_name: bot ? null : (person?.globalName ?? null),
    discriminator: "0",
    avatar: null,
    avatar_decoration_data: null,
    clan: null,
    collectibles: null,
    display_name_styles: null,
    primary_guild: null,
    public_flags: bot ? VERIFIED_BOT_HTTP : 0,
    ...(bot ? { bot: true } : {}),
  };
}

/** A public flag that the recorded bot carries. */
const VERIFIED_BOT_HTTP = 1 << 19;

/** REST answers carry `flags` too; events do not. Source: UserResponse of the OpenAPI document. */
export const restUserPayload = (world: DiscordWorld, id: string): JsonObject => ({
  ...userPayload(world, id),
  flags: 0,
  banner: null,
  accent_color: null,
});
