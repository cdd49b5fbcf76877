import type { Clock } from "../../../src/clock.ts";
import { wait } from "../../../src/deadline.ts";
import { failureOf } from "./failure.ts";

/** Long enough for a restarting node to be gone from Discord's balancer, short enough for a person to wait. */
const PAUSE_MS = 500;

/** Does what has one effect however often it is done, once more after a passing fault. */
export async function repeatedOnce<T>(clock: Clock, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const failure = failureOf(error);
    if (failure !== "passing" && failure !== "unknown") throw error;
  }
  await wait(clock, PAUSE_MS);
  return work();
}
