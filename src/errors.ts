/** Errors told apart by who spoke. */

/** What is known of a change whose call failed. */
type Sent = "no" | "unknown" | "refused";

export type ProviderErrorKind =
  /** OVHcloud answered no. */
  | "refused"
  /** The service does not exist any more (404, 460). */
  | "gone"
  /** This key, or this account, is not allowed to. */
  | "forbidden"
  /** Too many calls; try again later. */
  | "busy"
  /** No answer: connection, time-out, 5xx. */
  | "unreachable"
  /** An answer that was not understood. */
  | "misunderstood";

export interface ProviderErrorFacts {
  readonly kind: ProviderErrorKind;
  /** For a change: `unknown` when it may have taken effect. */
  readonly sent: Sent;
  readonly status?: number;
  /** OVHcloud's class or error code. */
  readonly code?: string;
  /** OVHcloud's own words, safe to show. */
  readonly said?: string;
  /** OVHcloud's id of the call, to quote to its support. */
  readonly queryId?: string;
}

/** A call to OVHcloud that failed. Holds no secret, signature or token. */
export class ProviderError extends Error {
  override name = "ProviderError";
  readonly facts: ProviderErrorFacts;
  constructor(message: string, facts: ProviderErrorFacts, options?: ErrorOptions) {
    super(message, options);
    this.facts = facts;
  }
}

export type DeliveryErrorKind =
  /** The bot is not in that channel. */
  | "not-in-channel"
  /** The channel or message is gone, archived, or closed to the bot: trying again is of no use. */
  | "gone"
  /** A passing fault, and nothing was posted. */
  | "passing"
  /** The answer was lost: it may have been posted. */
  | "unknown"
  /** The platform refused the content. */
  | "refused";

/** A message that did not get to its place. */
export class DeliveryError extends Error {
  override name = "DeliveryError";
  readonly kind: DeliveryErrorKind;
  constructor(kind: DeliveryErrorKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}

/** Ends the process with its message as the one clear line: a revoked token, wrong intents, a damaged state file. */
export class FatalError extends Error {
  override name = "FatalError";
}
