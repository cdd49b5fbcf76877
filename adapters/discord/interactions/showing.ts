import type { Form } from "../../../src/card/card.ts";
import type { Reply } from "../../../src/chat.ts";
import type { MessageRef } from "../../../src/domain/actor.ts";
import type { Incoming } from "./incoming.ts";

/** The modal to open as the first answer, if any: Discord takes none as the answer to another modal (docs, receiving and responding). */
export function formOf({ form }: Reply, { content }: Incoming): Form | null {
  const isSubmission = content.kind === "act" && content.via === "form";
  return form && !isSubmission ? form : null;
}

/** Where the card of a reply is to stand. */
export type Showing =
  | { readonly kind: "update"; readonly message: MessageRef; readonly isPrivate: boolean }
  | { readonly kind: "message"; readonly isPrivate: boolean };

/**
 * A message cannot change who sees it: a private reply never takes the place of a public message, nor the other way
 * round. In direct messages everything is between the bot and one person.
 */
export function showingOf({ audience, replaces }: Reply, incoming: Incoming): Showing {
  const isPrivate = audience === "requester";
  const { source } = incoming;
  return replaces && source && (isDirect(incoming) || source.isPrivate === isPrivate)
    ? { kind: "update", ...source }
    : { kind: "message", isPrivate };
}

export const isDirect = ({ sender }: Incoming): boolean => sender.guildId === null;
