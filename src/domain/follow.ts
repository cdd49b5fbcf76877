import type { ActorRef, ChannelRef } from "./actor.ts";
import type { Instant } from "./instant.ts";

/** A channel that follows services: it gets a reminder at each threshold. */
export interface Follow {
  readonly id: string;
  readonly channel: ChannelRef;
  /** A filter in the canonical form of `query.ts`; empty for every service. */
  readonly query: string;
  /** Days before expiry, descending, without repeats. */
  readonly thresholds: readonly number[];
  readonly locale: "fr" | "en";
  readonly by: ActorRef;
  readonly since: Instant;
}
