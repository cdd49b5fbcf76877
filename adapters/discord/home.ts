import { FatalError } from "../../src/errors.ts";

/** The servers whose people the bot knows. */
export interface Home {
  served(): readonly string[];
  /** Fixes the only server there is, after connecting; rejects with a FatalError where nobody has said which one of several. */
  settle(): Promise<void>;
}

/**
 * Whoever knows a bot's id can invite a public bot into a server of their own. So the bot serves the servers that are
 * configured, or else the one that it is in at the start, and never one that it is taken into later.
 */
export function createHome(configured: readonly string[], joined: () => readonly string[]): Home {
  let only: string | null = null;
  return {
    served() {
      if (configured.length > 0) return configured;
      const all = joined();
      if (only !== null) return [only];
      return all.length === 1 ? all : [];
    },
    async settle() {
      if (configured.length > 0) return;
      const [first, ...others] = joined();
      if (others.length > 0) {
        throw new FatalError(
          `The bot is in ${others.length + 1} Discord servers: set DISCORD_GUILD_IDS to the ids of those that it serves, and start it again.`,
        );
      }
      only = first ?? null;
    },
  };
}
