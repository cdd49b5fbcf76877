import type { SocketModeReceiver } from "@slack/bolt";
import { z } from "zod";
import type { Log } from "../../src/ports.ts";
import { reasonOf } from "./logger.ts";

/**
 * Stands before the client's own handler of frames: one that it cannot read rejects in an event handler, which would
 * end the process (`app_rate_limited` does). `onDisconnect` is told why Slack ends the connection, and has to end it.
 */
export function guardFrames(
  client: SocketModeReceiver["client"],
  log: Log,
  onDisconnect: (reason: string) => void,
): void {
  const [handle] = client.listeners("ws_message");
  client.removeAllListeners("ws_message");
  client.on("ws_message", async (data: unknown, isBinary: boolean) => {
    try {
      const reason = typeof data === "string" ? readDisconnect(data) : null;
      if (reason !== null) return onDisconnect(reason);
      const limited = typeof data === "string" ? readRateLimited(data) : null;
      if (limited) log.warn("slack.rate-limited");
      await handle?.(limited ?? data, isBinary);
    } catch (error) {
      log.warn("slack.frame-refused", { reason: reasonOf(error) });
    }
  });
}

/** docs.slack.dev/apis/events-api/using-socket-mode#disconnect */
const frameSchema = z.object({ type: z.literal("disconnect"), reason: z.string().default("") });

/** Why Slack ends this connection; null for every other frame. */
function readDisconnect(data: string): string | null {
  if (!data.includes('"disconnect"')) return null;
  const frame = frameSchema.safeParse(JSON.parse(data));
  return frame.success ? frame.data.reason : null;
}

const rateLimitedSchema = z.looseObject({
  payload: z.looseObject({ type: z.literal("app_rate_limited") }),
});

/**
 * The one event without an `event` in it, given one, so that Bolt can acknowledge it like the others. Null for every
 * other frame. docs.slack.dev/reference/events/app_rate_limited
 */
function readRateLimited(data: string): string | null {
  if (!data.includes('"app_rate_limited"')) return null;
  const frame = rateLimitedSchema.safeParse(JSON.parse(data));
  if (!frame.success) return null;
  return JSON.stringify({
    ...frame.data,
    payload: { ...frame.data.payload, event: { type: "app_rate_limited" } },
  });
}
