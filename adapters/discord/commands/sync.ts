import type { CommandInfo } from "../../../src/chat.ts";
import type { Log } from "../../../src/ports.ts";
import type { BotApi } from "../wire/bot-api.ts";
import { differs } from "./difference.ts";
import { commandTree } from "./tree.ts";

export interface SyncOptions {
  readonly api: Pick<BotApi, "applicationId" | "commands" | "setCommands">;
  readonly commands: readonly CommandInfo[];
  readonly log: Log;
}

/** `written`: they differed, and all of them were written in one step. */
export type Synced = "written" | "unchanged";

/** Makes the registered commands what they should be; Discord limits how many may be created a day, so only then. */
export async function syncCommands({ api, commands, log }: SyncOptions): Promise<Synced> {
  const application = await api.applicationId();
  const wanted = commandTree(commands);
  const isStale = differs(wanted, await api.commands(application));
  if (isStale) await api.setCommands(application, wanted);
  const outcome = isStale ? "written" : "unchanged";
  log.info("discord.commands", { outcome, commands: commands.length });
  return outcome;
}
