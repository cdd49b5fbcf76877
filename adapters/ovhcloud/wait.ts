import { setMaxListeners } from "node:events";
import type { Clock } from "../../src/clock.ts";
import { wait } from "../../src/deadline.ts";

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

function asGivenUp(reason: unknown): WireFailure {
  return reason instanceof WireFailure ? reason : new WireFailure("given-up", "the call was given up");
}

/** Calls `leave` when the signal aborts, or at once when it has. The returned function takes that back. */
function onAbort(signal: AbortSignal, leave: (why: WireFailure) => void): () => void {
  const listener = (): void => leave(asGivenUp(signal.reason));
  // Dozens of calls may hang on one signal; Node takes more than ten for a leak.
  setMaxListeners(0, signal);
  signal.addEventListener("abort", listener, { once: true });
  if (signal.aborted) listener();
  return () => signal.removeEventListener("abort", listener);
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
  const cancel = clock.at(clock.now() + ms, () =>
    controller.abort(new WireFailure("timed-out", `no answer within ${ms} ms`)),
  );
  const release = onAbort(parent, (why) => controller.abort(why));
  try {
    return await work(controller.signal);
  } finally {
    cancel();
    release();
  }
}

/** Runs `work` with a signal that aborts when one of these does, with a {@link WireFailure}. */
export async function withEither<T>(
  signals: readonly (AbortSignal | undefined)[],
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  // `AbortSignal.any` on a signal that lives as long as the process would keep every one of its children.
  const releases = signals
    .filter((signal) => signal !== undefined)
    .map((signal) => onAbort(signal, (why) => controller.abort(why)));
  try {
    return await work(controller.signal);
  } finally {
    for (const release of releases) release();
  }
}

/** Waits for something that others wait for too: giving up leaves it running for them. */
export async function unlessAborted<T>(shared: Promise<T>, signal: AbortSignal): Promise<T> {
  let release = (): void => {};
  const left = new Promise<never>((_, reject) => {
    release = onAbort(signal, reject);
  });
  try {
    return await Promise.race([shared, left]);
  } finally {
    release();
  }
}

/** Waits for `ms` on the clock. Rejects with a {@link WireFailure} when the signal aborts first. */
export async function pause(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
  if (!(await wait(clock, ms, signal))) throw asGivenUp(signal.reason);
}
