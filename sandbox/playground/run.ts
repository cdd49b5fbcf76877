import type { Ending } from "../../src/compose/ending.ts";
import { startForkedBot } from "./bot/forked-bot.ts";
import { openPlayground } from "./playground.ts";

export interface RunPlaygroundOptions {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** In place of the sandbox's own operators. */
  readonly operators: string | undefined;
  readonly ending: Ending;
  say(line: string): void;
  complain(line: string): void;
}

/** Runs the playground until there is a reason to end; resolves with the exit code. */
export async function runPlayground(options: RunPlaygroundOptions): Promise<number> {
  const { environment, operators, ending, say, complain } = options;
  const playground = await openPlayground({
    startBot: startForkedBot,
    // The page's journal tells what happens; the address should not scroll away.
    environment: { ...environment, LASTCALL_LOG_LEVEL: environment.LASTCALL_LOG_LEVEL || "warn" },
    operators,
    now: Date.now,
    onLog: say,
    onComplaint: complain,
  });
  try {
    await Promise.race([playground.started, ending.code]);
    const { bot } = playground.life();
    if (bot.state().kind === "ready") say(`Lastcall is ready\n  ${playground.address}`);
    else if (!ending.signal.aborted) ending.end(1);
    return await ending.code;
  } finally {
    await playground.close();
  }
}
