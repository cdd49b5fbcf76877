import { compose, type RealConfig, type Surroundings } from "../compose.ts";
import { FatalError } from "../errors.ts";
import type { Lastcall } from "../lastcall.ts";
import type { Ending } from "./ending.ts";

export interface RunOptions extends Omit<Surroundings, "onFatal" | "signal"> {
  readonly config: RealConfig;
  readonly ending: Ending;
  /** Says the one line of what ends the process, to whoever started it. */
  complain(line: string): void;
  onReady(lastcall: Lastcall): void;
}

/** Runs the bot until there is a reason to end; resolves with the exit code. */
export async function run({
  config,
  ending,
  complain,
  onReady,
  ...surroundings
}: RunOptions): Promise<number> {
  const { log } = surroundings;
  const onFatal = (error: Error): void => {
    complain(error.message);
    ending.end(1);
  };
  process.on("unhandledRejection", (error) => {
    log.error("something failed and nobody waited for it", { error });
    onFatal(new FatalError("the bot met a fault that it cannot go on from; the log has it"));
  });
  const lastcall = await compose(config, { ...surroundings, onFatal, signal: ending.signal });
  try {
    if (!ending.signal.aborted) await Promise.race([start(lastcall, onReady), ending.code]);
    return await ending.code;
  } finally {
    await lastcall.stop();
  }
}

async function start(lastcall: Lastcall, onReady: RunOptions["onReady"]): Promise<void> {
  await lastcall.start();
  onReady(lastcall);
}
