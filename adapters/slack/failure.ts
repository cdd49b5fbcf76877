import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from "@slack/web-api";
import { CardTooLarge } from "../../src/card/too-large.ts";
import { DeliveryError, type DeliveryErrorKind, FatalError } from "../../src/errors.ts";

/** Slack answered a `response_url` with something other than "ok". */
export class ResponseUrlError extends Error {
  override name = "ResponseUrlError";
  /** Slack's error code, or a word of our own: `spent`, `http_500`, `no_answer`. */
  readonly code: string;
  constructor(code: string, options?: ErrorOptions) {
    super(`the response_url was not taken: ${code}`, options);
    this.code = code;
  }
}

/** Slack's own error code; null where Slack did not speak. */
export function slackCode(error: unknown): string | null {
  if (error instanceof WebAPIPlatformError) return error.data.error;
  return error instanceof ResponseUrlError ? error.code : null;
}

/** Content that Slack refuses although it is within the written limits: a block kind this workspace does not know. */
const REFUSED_BLOCKS = new Set([
  "invalid_blocks",
  "invalid_blocks_format",
  "invalid_attachments",
  "invalid_arguments",
]);
export const refusesBlocks = (error: unknown): boolean => REFUSED_BLOCKS.has(slackCode(error) ?? "");

/** No retry mends these: docs.slack.dev/reference/methods/auth.test#errors, …/apps.connections.open#errors */
const DEAD_TOKEN = new Set([
  "not_authed",
  "invalid_auth",
  "account_inactive",
  "token_revoked",
  "token_expired",
  "user_removed_from_team",
  "team_disabled",
  "not_allowed_token_type",
  "link_disabled",
]);

/** The one clear line for what ends the process; null for what a retry can mend. */
export function fatalOf(error: unknown, which: string): FatalError | null {
  if (error instanceof FatalError) return error;
  const code = slackCode(error);
  if (code === null || !DEAD_TOKEN.has(code)) return null;
  return new FatalError(`Slack refuses ${which} (${code}): create a new token or reinstall the app`, {
    cause: error,
  });
}

const GONE = new Set([
  "channel_not_found",
  "is_archived",
  "message_not_found",
  "cant_update_message",
  "edit_window_closed",
  "restricted_action",
  "restricted_action_read_only_channel",
  "user_not_found",
  "team_access_not_granted",
]);
/** docs.slack.dev/reference/methods/chat.postMessage#errors: "may have partly succeeded". */
const PERHAPS_DONE = new Set(["internal_error", "fatal_error", "request_timeout"]);
const PASSING = new Set(["ratelimited", "rate_limited", "service_unavailable", "team_added_to_org"]);

/** Where the wire never carried the request: nothing was posted. */
const NEVER_SENT = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"]);

export function deliveryErrorOf(error: unknown): DeliveryError {
  const kind = deliveryKind(error);
  const said = slackCode(error) ?? (error instanceof Error ? error.name : "no answer");
  return new DeliveryError(kind, `Slack did not take the message: ${said}`, { cause: error });
}

function deliveryKind(error: unknown): DeliveryErrorKind {
  if (error instanceof WebAPIRateLimitedError) return "passing";
  if (error instanceof WebAPIHTTPError) return error.statusCode >= 500 ? "unknown" : "refused";
  if (error instanceof WebAPIRequestError) return wasNeverSent(error) ? "passing" : "unknown";
  const code = slackCode(error);
  if (code === null) return error instanceof CardTooLarge ? "refused" : "unknown";
  if (code === "not_in_channel") return "not-in-channel";
  if (GONE.has(code)) return "gone";
  if (PASSING.has(code)) return "passing";
  return PERHAPS_DONE.has(code) ? "unknown" : "refused";
}

/** `fetch` wraps the system's error, several deep. */
function wasNeverSent(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ("code" in error && typeof error.code === "string" && NEVER_SENT.has(error.code)) return true;
  return wasNeverSent(error.cause);
}
