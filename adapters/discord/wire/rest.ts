import { REST } from "@discordjs/rest";
import { z } from "zod";
import type { Clock } from "../../../src/clock.ts";
import type { ChannelRef, MessageRef } from "../../../src/domain/actor.ts";
import type { Log } from "../../../src/ports.ts";
import { REQUEST_BUDGET_MS } from "../limits.ts";

export interface RestOptions {
  /** As `https://discord.com/api`, without the version; Discord itself when absent. */
  readonly apiUrl?: string;
  readonly clock: Clock;
  readonly log: Log;
}

/** A REST client of discord.js that leaves repeating to its callers. */
export function createRest({ apiUrl, log }: RestOptions, requestsPerSecond: number): REST {
  const rest = new REST({
    version: "10",
    globalRequestsPerSecond: requestsPerSecond,
    // A 5xx or a broken connection is repeated by whoever knows what that would do, not 3 times in 3 ms.
    retries: 0,
    timeout: REQUEST_BUDGET_MS,
    // Each interaction leaves a rate-limit handler behind, which would stay for an hour.
    handlerSweepInterval: 60_000,
    invalidRequestWarningInterval: 100,
    // A limit that outlasts the budget is told at once: it is then known that nothing was posted.
    rejectOnRateLimit: ({ retryAfter }) => retryAfter > REQUEST_BUDGET_MS,
    ...(apiUrl === undefined ? {} : { api: apiUrl }),
  });
  rest.on("rateLimited", ({ route, retryAfter }) => log.info("discord.rate-limited", { route, retryAfter }));
  rest.on("invalidRequestWarning", ({ count }) => log.warn("discord.many-invalid-requests", { count }));
  return rest;
}

export function closeRest(rest: REST): void {
  rest.clearHandlerSweeper();
  rest.clearHashSweeper();
}

export const MessageAnswer = z
  .object({ id: z.string(), channel_id: z.string() })
  .transform(({ id, channel_id }): MessageRef => ({ channel: channelRef(channel_id), id }));

export const channelRef = (id: string): ChannelRef => ({ platform: "discord", id });
