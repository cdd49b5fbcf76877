import type { Clock } from "../../src/clock.ts";

/**
 * No answer came. `not-connected`: the request never left; `given-up`: the caller does not want it any more.
 * The cause is not kept: fetch quotes header values in some of its errors.
 */
export class WireFailure extends Error {
  override name = "WireFailure";
  readonly reason: "timed-out" | "given-up" | "not-connected" | "broken";
  constructor(reason: WireFailure["reason"], message: string) {
    super(message);
    this.reason = reason;
  }
}

/**
 * Runs `work` with a signal that aborts after `ms`, or when `parent` does; its reason is a {@link WireFailure}.
 * Made by hand: `AbortSignal.timeout` keeps the machine's time, and the tests' time is another.
 */
export async function withDeadline<T>(
  clock: Clock,
  ms: number,
  parent: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const giveUp = (): void => controller.abort(asGivenUp(parent.reason));
  const cancel = clock.at(clock.now() + ms, () =>
    controller.abort(new WireFailure("timed-out", `no answer within ${ms} ms`)),
  );
  parent.addEventListener("abort", giveUp, { once: true });
  if (parent.aborted) giveUp();
  try {
    return await work(controller.signal);
  } finally {
    cancel();
    parent.removeEventListener("abort", giveUp);
  }
}

/** Waits for something that others wait for too: giving up leaves it running for them. */
export function unlessAborted<T>(shared: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = (): void => reject(asGivenUp(signal.reason));
    if (signal.aborted) leave();
    signal.addEventListener("abort", leave, { once: true });
    shared.then(resolve, reject).finally(() => signal.removeEventListener("abort", leave));
  });
}

/** Waits for `ms` on the clock. Rejects with a {@link WireFailure} when the signal aborts first. */
export function pause(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
  return unlessAborted(new Promise((resolve) => clock.at(clock.now() + ms, resolve)), signal);
}

export function asGivenUp(reason: unknown): WireFailure {
  return reason instanceof WireFailure ? reason : new WireFailure("given-up", "the call was given up");
}

/**
 * Aborts when either does, with a {@link WireFailure}. By hand, and let go of: `AbortSignal.any` on a signal that
 * lives as long as the process keeps every listener.
 */
export function mergeSignals(
  one: AbortSignal | undefined,
  other: AbortSignal,
): { readonly signal: AbortSignal; release(): void } {
  const controller = new AbortController();
  const sources = one ? [one, other] : [other];
  const abort = (): void => controller.abort(asGivenUp(sources.find(({ aborted }) => aborted)?.reason));
  for (const source of sources) source.addEventListener("abort", abort, { once: true });
  if (sources.some(({ aborted }) => aborted)) abort();
  return {
    signal: controller.signal,
    release: () => {
      for (const source of sources) source.removeEventListener("abort", abort);
    },
  };
}
