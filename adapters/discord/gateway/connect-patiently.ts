import type { Clock } from "../../../src/clock.ts";
import { wait } from "../../../src/deadline.ts";
import { backoff } from "../../../src/domain/backoff.ts";
import { MINUTE, SECOND } from "../../../src/domain/instant.ts";
import { FatalError } from "../../../src/errors.ts";
import type { Log } from "../../../src/ports.ts";
import { describe } from "../wire/describe.ts";
import type { Connection } from "./connection.ts";

/** Discord lets a bot identify 1,000 times a day: at a minute's distance that is never reached. */
const PAUSES = { first: SECOND, most: MINUTE };

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
    await wait(clock, backoff(failures + 1, PAUSES, random), signal);
  }
  return null;
}
