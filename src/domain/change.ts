import type { ActorRef, ChannelRef, MessageRef } from "./actor.ts";
import type { Instant } from "./instant.ts";
import type { ChoosableMode, Family, ServiceId } from "./service.ts";

/** One thing the bot can do to a service. A token is never part of it: it is used, and not written down. */
export type Change =
  | { readonly kind: "terminate" }
  | { readonly kind: "keep" }
  | { readonly kind: "set-renewal"; readonly mode: ChoosableMode; readonly periodMonths: number | null }
  | { readonly kind: "request-deletion" }
  | { readonly kind: "finish-deletion" };

/** The service as its card showed it: enough to name it in words later, without reading it again. */
export interface Subject {
  readonly id: ServiceId;
  readonly name: string;
  readonly displayName: string;
  readonly family: Family;
  readonly product: string | null;
  /** When it ends or expires, as shown. */
  readonly endsAt: Instant | null;
}

/** How the wait for a press ended. Only `confirmed` leads to a call. */
export type Decision = "confirmed" | "cancelled" | "expired" | "facts-changed";

/** What became of the call to OVHcloud. */
export type Outcome =
  /** OVHcloud took it; `shown` tells whether it already shows it when read back. */
  | { readonly kind: "done"; readonly shown: boolean }
  /** OVHcloud said no, in its own words; nothing was changed. */
  | { readonly kind: "refused"; readonly message: string; readonly queryId: string | null }
  /** The call never left; nothing was changed. */
  | { readonly kind: "not-sent" }
  /** The answer was lost, and reading again shows that it did not take effect. */
  | { readonly kind: "not-done" }
  /** The answer was lost and nothing that can be read tells which it was. */
  | { readonly kind: "unknown" };

type ConfirmationState =
  | { readonly kind: "open" }
  | {
      readonly kind: "settled";
      readonly decision: Decision;
      readonly by: ActorRef | null;
      readonly at: Instant;
    }
  | {
      readonly kind: "finished";
      readonly by: ActorRef | null;
      readonly at: Instant;
      readonly finishedAt: Instant;
      readonly outcome: Outcome;
    };

/** A change that waits for a press, bound to the facts that were shown. */
export interface Confirmation {
  /** Opaque; all that a button carries. */
  readonly id: string;
  readonly change: Change;
  readonly subject: Subject;
  /** Hash of the facts that were shown. */
  readonly fingerprint: string;
  readonly requester: ActorRef;
  readonly locale: "fr" | "en";
  readonly place: ChannelRef;
  readonly openedAt: Instant;
  readonly expiresAt: Instant;
  /** Where its card stands, so that it can be edited when its life ends. */
  readonly message: MessageRef | null;
  readonly state: ConfirmationState;
}
