import type { JsonObject } from "../json.ts";

/** What Slack has to tell the app. */
export interface Parcel {
  readonly kind: "slash" | "interactive" | "event";
  readonly payload: JsonObject;
  /** Set when an event is delivered again. */
  readonly retry?: { readonly attempt: number; readonly reason: string };
}

export type Outcome =
  /** `answer` is what came with the acknowledgement: `{}`, text, a view response, options. */
  | { readonly kind: "acknowledged"; readonly answer: unknown }
  | { readonly kind: "failed"; readonly reason: FailureReason };

export type FailureReason =
  /** No open connection, or nobody listens at the address. */
  | "no_connection"
  /** No acknowledgement within 3 seconds. */
  | "timeout"
  /** The connection closed first. */
  | "disconnected"
  /** The address answered with another status than 200. */
  | "http_error";

/** Carries parcels to the app. */
export interface Courier {
  deliver(parcel: Parcel): Promise<Outcome>;
}

/** https://docs.slack.dev/interactivity/handling-user-interaction#acknowledgment_response */
export const ACKNOWLEDGE_WITHIN = 3000;
