import type { Clock } from "../../../src/clock.ts";
import { inTime } from "../../../src/deadline.ts";

/** A request that took longer than its budget; it may still have taken effect. */
export class OutOfTime extends Error {
  override name = "OutOfTime";
}

/**
 * Does `work` in at most `ms`; rejects with {@link OutOfTime} then, whether or not `work` heeds the signal
 * (`@discordjs/rest` sleeps through a 429 without looking at it).
 */
export async function within<T>(
  clock: Clock,
  ms: number,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const got = await inTime(clock, ms, work(controller.signal));
  if (got.kind === "done") return got.value;
  controller.abort();
  throw new OutOfTime(`no answer within ${ms} ms`);
}
