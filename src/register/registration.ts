import { registerCommands } from "../../adapters/discord/register.ts";
import { createLog } from "../../adapters/log/log.ts";
import type { Clock } from "../clock.ts";
import { COMMANDS } from "../commands/all.ts";
import { readDiscordAccess } from "../config/chat.ts";
import { createEnvironmentReader, type Environment } from "../config/environment.ts";
import { ConfigError } from "../config.ts";

/**
 * Registers the commands with Discord, when they differ, and resolves with a line that says so. Reads DISCORD_TOKEN and
 * DISCORD_API_URL alone: it may run where the rest is not set up. Rejects with a FatalError whose message is one line.
 */
export async function register(env: Environment, clock: Clock): Promise<string> {
  const reader = createEnvironmentReader(env);
  const access = readDiscordAccess(reader);
  if (access === null || reader.problems().length > 0) throw new ConfigError(reader.problems());
  const { token, apiUrl } = access;
  const commands = COMMANDS.flatMap(({ info }) => (info ? [info] : []));
  const synced = await registerCommands({
    token,
    ...(apiUrl ? { apiUrl } : {}),
    commands,
    clock,
    log: createLog({ level: "error", secrets: [token] }),
  });
  return synced === "written"
    ? `${commands.length} commands are registered`
    : `${commands.length} commands were registered already`;
}
