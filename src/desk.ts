import type { Catalogue } from "./catalogue.ts";
import type { Clock } from "./clock.ts";
import type { ActorRef } from "./domain/actor.ts";
import type { Log, NewId, Policy, Post, Provider, Store } from "./ports.ts";
import type { Turns } from "./turns.ts";

/** What a command works with. */
export interface Desk {
  readonly provider: Provider;
  readonly store: Store;
  readonly catalogue: Catalogue;
  readonly policy: Policy;
  readonly clock: Clock;
  readonly log: Log;
  readonly newId: NewId;
  readonly post: Post;
  /** One change at a time for each service. */
  readonly turns: Turns;
  /** Who may change things, for a person who may not and wants to ask. */
  readonly operators: readonly ActorRef[];
  /** The words before a typed command, e.g. `/ovh`. */
  readonly prefix: string;
}
