/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

/** Time as the core sees it: passed in, so that a test or the sandbox can move it. */
export interface Clock {
  now(): Instant;
  /** Calls `wake` once when `when` is reached (soon, if it has passed). The returned function takes that back. */
  at(when: Instant, wake: () => void): () => void;
}

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
