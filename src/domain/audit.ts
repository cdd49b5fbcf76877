import type { ActorRef, ChannelRef } from "./actor.ts";
import type { Change, Decision, Outcome } from "./change.ts";
import type { Instant } from "./instant.ts";
import type { ServiceId } from "./service.ts";

/** What happened: a request was shown, decided, carried out; or a channel began or stopped following. */
export type AuditEvent =
  | { readonly kind: "asked" }
  | { readonly kind: "decided"; readonly decision: Decision }
  | { readonly kind: "finished"; readonly outcome: Outcome }
  | { readonly kind: "followed"; readonly query: string }
  | { readonly kind: "unfollowed"; readonly query: string };

export interface AuditEntry {
  readonly at: Instant;
  /** Null where the bot itself acted: an expired confirmation, a look-up after a restart. */
  readonly actor: ActorRef | null;
  readonly place: ChannelRef;
  readonly event: AuditEvent;
  readonly change: Change | null;
  readonly service: { readonly id: ServiceId; readonly name: string } | null;
  readonly confirmation: string | null;
}

/** An entry with its number, which grows by one an entry from 1. */
export interface RecordedEntry extends AuditEntry {
  readonly number: number;
}
