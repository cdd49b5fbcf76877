export interface Delays {
  /** Milliseconds before the first retry. */
  readonly first: number;
  /** No wait is longer. */
  readonly most: number;
}

/**
 * Milliseconds to wait after the `failures`-th failure in a row (from 1): doubling, and each somewhere between half and
 * the whole of it, so that many do not come back at the same moment. `random` gives a number in [0, 1).
 */
export function backoff(failures: number, { first, most }: Delays, random: () => number): number {
  const whole = Math.min(most, first * 2 ** Math.min(failures - 1, 30));
  return Math.round(whole * (0.5 + random() / 2));
}
