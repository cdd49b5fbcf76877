import { DiscordAPIError, HTTPError } from "@discordjs/rest";

/**
 * One line about an error for the log. `DiscordAPIError` and `HTTPError` hold the address with the interaction's
 * token and the body of the message; of those only the route is told.
 */
export function describe(error: unknown): string {
  if (error instanceof DiscordAPIError)
    return `${error.method} ${redacted(error.url)}: ${error.status}, code ${error.code}: ${redacted(error.message)}`;
  if (error instanceof HTTPError) return `${error.method} ${redacted(error.url)}: ${error.status}`;
  if (!(error instanceof Error)) return redacted(String(error));
  const cause = error.cause === undefined ? "" : ` (${describe(error.cause)})`;
  return redacted(`${error.name}: ${error.message}${cause}`);
}

/** An address or a text without its tokens: of interactions and webhooks, and of the bot. */
export function redacted(text: string): string {
  return text
    .replace(/^https?:\/\/[^/]+/, "")
    .replace(/(\/(?:interactions|webhooks)\/\d+\/)[^/?\s]+/g, "$1[token]")
    .replace(/[\w-]{20,}\.[\w-]{5,}\.[\w-]{20,}/g, "[token]");
}
