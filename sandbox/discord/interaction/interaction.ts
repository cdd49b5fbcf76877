import type { Instant } from "../../../src/domain/instant.ts";
import { MINUTE, SECOND } from "../../../src/domain/instant.ts";
import type { JsonObject } from "../../json.ts";
import type { MessageOrigin } from "../messages.ts";
import { authorizingOwners } from "../payload/interaction.ts";
import type { Place } from "../state.ts";

export const COMMAND = 2;
export const COMPONENT = 3;
export const AUTOCOMPLETE = 4;
export const MODAL_SUBMIT = 5;
export type InteractionType = typeof COMMAND | typeof COMPONENT | typeof AUTOCOMPLETE | typeof MODAL_SUBMIT;

/** Source: https://discord.com/developers/docs/interactions/receiving-and-responding#followup-messages */
export const FIRST_ANSWER_WITHIN = 3 * SECOND;
export const TOKEN_LIVES = 15 * MINUTE;

/** A form as it was opened for a person. */
export interface OpenModal {
  readonly customId: string;
  readonly title: string;
  readonly components: readonly JsonObject[];
  /** The interaction that was answered with it. */
  readonly openedBy: Interaction;
}

export interface Choice {
  /** In the person's language where the bot gave one. */
  readonly name: string;
  readonly value: string | number;
}

/** How an interaction was first answered, or that it was not. */
export type Outcome =
  | { readonly kind: "message"; readonly messageId: string }
  /** "… is thinking". */
  | { readonly kind: "deferred"; readonly messageId: string }
  | { readonly kind: "deferred-update" }
  | { readonly kind: "updated"; readonly messageId: string }
  | { readonly kind: "modal"; readonly modal: OpenModal }
  | { readonly kind: "choices"; readonly choices: readonly Choice[] }
  | { readonly kind: "no-response" };

export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly type: InteractionType;
  readonly userId: string;
  readonly place: Place;
  readonly createdAt: Instant;
  readonly commandName: string;
  /** The message whose button was pressed, or that opened the form. */
  readonly sourceMessageId: string | null;
  /** For a submitted form: the interaction that opened it. */
  readonly openedBy: Interaction | null;
}

export const originOf = (interaction: Interaction): MessageOrigin => ({
  interactionId: interaction.id,
  interactionType: interaction.type,
  userId: interaction.userId,
  commandName: interaction.commandName,
  authorizingOwners: authorizingOwners(interaction),
  interactedMessageId: interaction.type === COMPONENT ? interaction.sourceMessageId : null,
  trigger: interaction.openedBy ? originOf(interaction.openedBy) : null,
});
