import { Client, GatewayIntentBits, Options } from "discord.js";

/**
 * How long discord.js waits at start for servers that are in an outage. Its 15 s would hold back every event.
 */
const WAIT_GUILD_MS = 500;

/** A client that listens. What the bot says goes through `wire/`, so of the caches only servers and channels matter. */
export function createClient(apiUrl: string | undefined): Client {
  return new Client({
    // Enough to learn of lost servers and channels; interactions need none at all. Never a privileged one.
    intents: [GatewayIntentBits.Guilds],
    waitGuildTimeout: WAIT_GUILD_MS,
    allowedMentions: { parse: [] },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      ApplicationCommandManager: 0,
      GuildMemberManager: 0,
      MessageManager: 0,
      PresenceManager: 0,
      ReactionManager: 0,
      StageInstanceManager: 0,
      UserManager: 0,
      VoiceStateManager: 0,
    }),
    rest: { ...(apiUrl === undefined ? {} : { api: apiUrl }) },
  });
}
