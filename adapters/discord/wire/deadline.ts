import type { Clock } from "../../../src/clock.ts";

/** A request that took longer than its budget; it may still have taken effect. */
export class OutOfTime extends Error {
  override name = "OutOfTime";
}

/** Resolves when `ms` have passed; at once when `signal` is given and aborted. */
export function wait(clock: Clock, ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const end = (): void => {
      cancel();
      signal?.removeEventListener("abort", end);
      resolve();
    };
    const cancel = clock.at(clock.now() + ms, end);
    signal?.addEventListener("abort", end);
  });
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
  let cancel = (): void => {};
  const late = new Promise<never>((_resolve, reject) => {
    cancel = clock.at(clock.now() + ms, () => {
      reject(new OutOfTime(`no answer within ${ms} ms`));
      controller.abort();
    });
  });
  try {
    return await Promise.race([work(controller.signal), late]);
  } finally {
    cancel();
  }
}
