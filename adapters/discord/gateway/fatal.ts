import { DiscordjsError, DiscordjsErrorCodes } from "discord.js";
import { GatewayCloseCodes } from "discord-api-types/v10";
import { FatalError } from "../../../src/errors.ts";

/** Why Discord closes a connection for good (docs, topics/opcodes-and-status-codes), and what to do about it. */
const REASONS = new Map<number, string>([
  [
    GatewayCloseCodes.AuthenticationFailed,
    "the bot token is wrong or was reset: set DISCORD_TOKEN to the token of the bot's page in the developer portal",
  ],
  [GatewayCloseCodes.InvalidShard, "the shard is invalid"],
  [
    GatewayCloseCodes.ShardingRequired,
    "the bot is in more servers than one connection takes: remove it from some",
  ],
  [GatewayCloseCodes.InvalidAPIVersion, "version 10 of the API is no longer served: update Lastcall"],
  [GatewayCloseCodes.InvalidIntents, "the intents are invalid: update Lastcall"],
  [
    GatewayCloseCodes.DisallowedIntents,
    "the bot asks for an intent that it may not have: update Lastcall, it needs none that must be granted",
  ],
]);

/** The end that a close code means, or null when discord.js connects again by itself. */
export function fatalClose(code: number): FatalError | null {
  const reason = REASONS.get(code);
  return reason === undefined ? null : new FatalError(`Discord closed the connection (${code}): ${reason}`);
}

export function tokenRefused(): FatalError {
  return new FatalError(
    "Discord refused the bot token (401): set DISCORD_TOKEN to the token of the bot's page in the developer portal",
  );
}

/** Whether a failed login failed for the token. */
export function isTokenRefusal(error: unknown): boolean {
  return error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid;
}
