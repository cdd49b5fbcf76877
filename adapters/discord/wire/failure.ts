import { DiscordAPIError, HTTPError, RateLimitError } from "@discordjs/rest";
import { RESTJSONErrorCodes as Code } from "discord-api-types/v10";
import { PressTooLong } from "../../../src/card/press.ts";
import { CardTooLarge } from "../../../src/card/too-large.ts";
import { DeliveryError, type DeliveryErrorKind } from "../../../src/errors.ts";
import { describe } from "./describe.ts";

/** What a failed request means, besides the kinds of {@link DeliveryError}. */
export type Failure =
  | DeliveryErrorKind
  /** The interaction's token is not, or no longer, good for anything. */
  | "too-late"
  /** Somebody else has answered the interaction, or this request did so before. */
  | "taken"
  /** The bot token is refused: nothing will work any more. */
  | "token-refused";

const BY_CODE = new Map<number | string, Failure>([
  [Code.UnknownInteraction, "too-late"],
  [Code.InvalidWebhookToken, "too-late"],
  [Code.UnknownWebhook, "too-late"],
  [Code.InteractionHasAlreadyBeenAcknowledged, "taken"],
  [Code.MissingAccess, "not-in-channel"],
  [Code.MissingPermissions, "not-in-channel"],
  [Code.UnknownChannel, "gone"],
  [Code.UnknownMessage, "gone"],
  [Code.UnknownGuild, "gone"],
  [Code.UnknownUser, "gone"],
  [Code.CannotSendMessagesToThisUser, "gone"],
  [Code.CannotSendMessagesInNonTextChannel, "gone"],
  [Code.CannotEditMessageAuthoredByAnotherUser, "gone"],
  [Code.CannotExecuteActionOnThisChannelType, "gone"],
  [Code.InvalidActionOnArchivedThread, "gone"],
  // "Maximum number of edits to messages older than 1 hour reached. Try again later."
  [Code.MaximumNumberOfEditsToMessagesOlderThanOneHourReached, "passing"],
]);

/** Failures of the network after which nothing has reached Discord. */
const NEVER_SENT = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "UND_ERR_CONNECT_TIMEOUT"]);

export function failureOf(error: unknown): Failure {
  if (error instanceof CardTooLarge || error instanceof PressTooLong) return "refused";
  if (error instanceof RateLimitError) return "passing";
  // A 5xx may come from a proxy after Discord did what it was asked.
  if (error instanceof HTTPError) return "unknown";
  if (error instanceof DiscordAPIError) {
    const known = BY_CODE.get(error.code);
    if (known) return known;
    if (error.status === 401) return "token-refused";
    return error.status === 404 ? "gone" : "refused";
  }
  return neverSent(error) ? "passing" : "unknown";
}

/** `fetch` wraps the socket's error once or twice. */
function neverSent(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ("code" in error && typeof error.code === "string" && NEVER_SENT.has(error.code)) return true;
  return neverSent(error.cause);
}

/** The error for the core: its message and cause hold neither a token nor what the message said. */
export function deliveryError(error: unknown): DeliveryError {
  return new DeliveryError(deliveryKind(failureOf(error)), describe(error));
}

function deliveryKind(failure: Failure): DeliveryErrorKind {
  switch (failure) {
    case "too-late":
    case "taken":
      return "gone";
    case "token-refused":
      return "passing";
    case "gone":
    case "not-in-channel":
    case "passing":
    case "refused":
    case "unknown":
      return failure;
  }
}
