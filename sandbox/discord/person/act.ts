import type { Choice, Outcome } from "../interaction/interaction.ts";
import type { State } from "../state.ts";
import { type SeenMessage, type SeenModal, seenModal } from "./seen.ts";

/** What came first of an act, as its person sees it. */
export type Act =
  | { readonly kind: "message"; readonly message: SeenMessage }
  | { readonly kind: "deferred"; readonly message: SeenMessage }
  | { readonly kind: "deferred-update" }
  | { readonly kind: "updated"; readonly message: SeenMessage }
  | { readonly kind: "modal"; readonly modal: SeenModal }
  | { readonly kind: "choices"; readonly choices: readonly Choice[] }
  | { readonly kind: "no-response" };

export function toAct(state: State, outcome: Outcome): Act {
  switch (outcome.kind) {
    case "message":
    case "deferred":
    case "updated": {
      const message = state.messages.get(outcome.messageId);
      return message ? { kind: outcome.kind, message: state.seen(message) } : { kind: "no-response" };
    }
    case "modal":
      return { kind: "modal", modal: seenModal(outcome.modal) };
    case "choices":
    case "deferred-update":
    case "no-response":
      return outcome;
  }
}
