import type { Clock } from "./clock.ts";

export type InTime<T> = { readonly kind: "done"; readonly value: T } | { readonly kind: "late" };

/** What `work` gives within `ms` milliseconds; work that is late goes on. Rejects as `work` does. */
export async function inTime<T>(clock: Clock, ms: number, work: Promise<T>): Promise<InTime<T>> {
  let cancel = (): void => {};
  const late = new Promise<InTime<T>>((resolve) => {
    cancel = clock.at(clock.now() + ms, () => resolve({ kind: "late" }));
  });
  try {
    return await Promise.race([work.then((value): InTime<T> => ({ kind: "done", value })), late]);
  } finally {
    cancel();
  }
}

/** Waits `ms` milliseconds, or until `signal` is aborted: false then. */
export function wait(clock: Clock, ms: number, signal?: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve(false);
    const end = (): void => {
      cancel();
      signal?.removeEventListener("abort", end);
      resolve(signal?.aborted !== true);
    };
    const cancel = clock.at(clock.now() + ms, end);
    signal?.addEventListener("abort", end);
  });
}
