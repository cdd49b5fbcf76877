import type { Clock } from "../../../src/clock.ts";
import { FatalError } from "../../../src/errors.ts";
import type { Log } from "../../../src/ports.ts";
import { wait } from "../wire/deadline.ts";
import { describe } from "../wire/describe.ts";
import type { Connection } from "./connection.ts";

/** Discord lets a bot identify 1,000 times a day: at a minute's distance that is never reached. */
const LONGEST_PAUSE_MS = 60_000;
const FIRST_PAUSE_MS = 1000;

export interface PatienceOptions {
  readonly clock: Clock;
  readonly log: Log;
  /** From 0 to below 1. */
  readonly random: () => number;
  readonly signal: AbortSignal;
}

/**
 * Connects, again and again with growing pauses, until it stands. Says so in the log once, and once when it has
 * passed. Rejects with a `FatalError`; resolves to null when `signal` was aborted.
 */
export async function connectPatiently(
  connect: () => Promise<Connection>,
  { clock, log, random, signal }: PatienceOptions,
): Promise<Connection | null> {
  for (let failures = 0; !signal.aborted; failures++) {
    try {
      const connection = await connect();
      if (failures > 0) log.info("discord.connected", { failures });
      return connection;
    } catch (error) {
      if (error instanceof FatalError) throw error;
      if (failures === 0 && !signal.aborted) log.warn("discord.unreachable", { error: describe(error) });
    }
    await wait(clock, pauseAfter(failures, random), signal);
  }
  return null;
}

/** Doubles each time, less up to a half by chance, so that many bots do not come back in step. */
function pauseAfter(failures: number, random: () => number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failures) * (1 - random() / 2);
}
