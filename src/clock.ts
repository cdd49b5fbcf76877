import type { Instant } from "./domain/instant.ts";

/** Time as the core sees it: passed in, so that a test or the sandbox can move it. */
export interface Clock {
  now(): Instant;
  /** Calls `wake` once when `when` is reached (soon, if it has passed). The returned function takes that back. */
  at(when: Instant, wake: () => void): () => void;
}
