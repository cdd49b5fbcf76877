import type { SandboxClock } from "../../clock.ts";
import { Impossible } from "../impossible.ts";
import type { BotState } from "../protocol.ts";
import type { RunningBot, StartBot } from "./runner.ts";

/** Starts the bot, stops it and kills it, and says how it is. */
export interface BotKeeper {
  state(): BotState;
  /** Resolves when it is ready, or has ended before that. Rejects when it runs already. */
  start(): Promise<void>;
  /** Lets it finish what has begun; resolves when it is over. */
  stop(): Promise<void>;
  /** Ends it, by force when it takes longer than `patienceMs` (of the machine's time), and never starts one again. */
  close(patienceMs: number): Promise<void>;
  /** Ends it in the middle of whatever it does; resolves when it is over. */
  kill(): Promise<void>;
  /** When a reminder may become due next, as it last said; null when none can, or the bot does not run. */
  nextReminder(): number | null;
}

export interface BotKeeperOptions {
  readonly startBot: StartBot;
  readonly clock: SandboxClock;
  readonly environment: Readonly<Record<string, string | undefined>>;
  onLog(line: string): void;
  onComplaint(line: string): void;
  changed(state: BotState): void;
}

export function createBotKeeper(options: BotKeeperOptions): BotKeeper {
  const { startBot, clock, environment, onLog, onComplaint, changed } = options;
  let running: RunningBot | null = null;
  let state: BotState = { kind: "stopped" };
  /** What is being done to it: an end that was asked for is not one by itself. */
  let asked: "stop" | "kill" | null = null;
  let closed = false;

  const set = (next: BotState): void => {
    state = next;
    changed(next);
  };

  const watch = async (bot: RunningBot): Promise<void> => {
    const leave = clock.join(bot);
    const { code, line } = await bot.over;
    leave();
    running = null;
    const wanted = asked;
    asked = null;
    if (wanted === "kill") set({ kind: "killed" });
    else if (wanted === "stop") set({ kind: "stopped" });
    else set({ kind: "ended", code, line });
  };

  const end = async (how: "stop" | "kill"): Promise<void> => {
    const bot = running;
    if (!bot) return;
    asked = how;
    if (how === "stop") set({ kind: "stopping" });
    bot[how]();
    await bot.over;
    // `watch` heard it first: it waits for the same promise, and began earlier.
  };

  return {
    state: () => state,
    async start() {
      if (running) throw new Impossible("runs-already");
      if (closed) throw new Impossible("over");
      const bot = startBot({ environment, now: clock.now, onLog, onComplaint });
      running = bot;
      set({ kind: "starting" });
      const watching = watch(bot);
      await Promise.race([bot.ready, watching]);
      if (running === bot && asked === null) set({ kind: "ready", pid: bot.pid });
    },
    stop: () => end("stop"),
    kill: () => end("kill"),
    async close(patienceMs) {
      closed = true;
      const timer = setTimeout(() => running?.kill(), patienceMs);
      await end("stop");
      clearTimeout(timer);
    },
    nextReminder: () => running?.nextReminder() ?? null,
  };
}
