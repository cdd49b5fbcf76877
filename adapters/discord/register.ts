import type { CommandInfo } from "../../src/chat.ts";
import type { Clock } from "../../src/clock.ts";
import { FatalError } from "../../src/errors.ts";
import type { Log } from "../../src/ports.ts";
import { type Synced, syncCommands } from "./commands/sync.ts";
import { tokenRefused } from "./gateway/fatal.ts";
import { createBotApi } from "./wire/bot-api.ts";
import { describe } from "./wire/describe.ts";

export interface RegisterOptions {
  readonly token: string;
  /** As `https://discord.com/api`, without the version; Discord itself when absent. */
  readonly apiUrl?: string;
  readonly commands: readonly CommandInfo[];
  readonly clock: Clock;
  readonly log: Log;
}

/** Registers the commands with Discord, when they differ. Rejects with a {@link FatalError} whose message is one line. */
export async function registerCommands({ commands, ...options }: RegisterOptions): Promise<Synced> {
  let isRefused = false;
  const api = createBotApi({
    ...options,
    onTokenRefused: () => {
      isRefused = true;
    },
  });
  try {
    return await syncCommands({ api, commands, log: options.log });
  } catch (error) {
    if (isRefused) throw tokenRefused();
    throw new FatalError(`The commands could not be registered with Discord: ${describe(error)}`);
  } finally {
    api.close();
  }
}
