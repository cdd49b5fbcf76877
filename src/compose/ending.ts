/** Why the process ends: the first reason counts. */
export interface Ending {
  readonly code: Promise<number>;
  readonly signal: AbortSignal;
  end(code: number): void;
}

/** Listens for the signals from the first moment: a start that is cut short leaves no lock and no folder behind. */
export function createEnding(): Ending {
  const aborter = new AbortController();
  const { signal } = aborter;
  const code = new Promise<number>((resolve) => {
    signal.addEventListener("abort", () => resolve(Number(signal.reason)), { once: true });
  });
  const end = (value: number): void => aborter.abort(value);
  for (const name of ["SIGTERM", "SIGINT"] as const) process.once(name, () => end(0));
  return { code, signal, end };
}
