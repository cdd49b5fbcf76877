import { SocketModeReceiver } from "@slack/bolt";
import { z } from "zod";
import type { Clock } from "../../src/clock.ts";
import { FatalError } from "../../src/errors.ts";
import type { Log } from "../../src/ports.ts";
import { clientOptions } from "./api.ts";
import { backoff, createPause, inTime } from "./deadline.ts";
import { fatalOf } from "./failure.ts";
import { createLogger, reasonOf } from "./logger.ts";

/**
 * A Socket Mode connection that this adapter keeps up itself. @slack/socket-mode 3.1.0 waits 5 s without a socket after
 * each of Slack's refreshes, and its own reconnection ends the process when a call fails in it: it is switched off.
 * Move to socket-mode 3.2 when npm has it, and run the fault tests again.
 */
export interface Line {
  readonly receiver: SocketModeReceiver;
  /** Connects, and goes on doing so until stopped. Resolves at the first connection; rejects when none is possible. */
  start(): Promise<void>;
  /** Closes at once, without a wait for the peer. */
  stop(): void;
}

export interface LineOptions {
  readonly name: string;
  readonly appToken: string;
  readonly apiUrl: string | undefined;
  readonly clock: Clock;
  readonly log: Log;
  readonly onFatal: (error: FatalError) => void;
}

const OPEN_TIMEOUT_MS = 10_000;
const HELLO_WITHIN_MS = 15_000;

export function createLine(options: LineOptions): Line {
  const { name, clock, log, onFatal } = options;
  const receiver = createReceiver(options);
  const { client } = receiver;
  const pause = createPause(clock);
  let stopped = false;

  let fatal: FatalError | null = null;

  const end = (error: FatalError): void => {
    stopped = true;
    fatal = error;
    onFatal(error);
  };
  guardMessages(receiver, log, end);

  /** Resolves when the connection is up, with a promise of its end. */
  async function connect(): Promise<{ readonly closed: Promise<void> }> {
    const closed = new Promise<void>((resolve) => void client.once("disconnected", () => resolve()));
    const hello = await inTime(clock, HELLO_WITHIN_MS, receiver.start());
    if (hello.kind === "done") return { closed };
    hangUp(receiver);
    throw new Error("Slack opened the connection and said no hello");
  }

  async function keepUp(connected: () => void): Promise<void> {
    for (let attempt = 0; !stopped; ) {
      try {
        const { closed } = await connect();
        attempt = 0;
        log.info("slack.line-up", { line: name });
        connected();
        await closed;
        if (!stopped) log.info("slack.line-closed", { line: name });
      } catch (error) {
        const dead = fatalOf(error, "the app token (SLACK_APP_TOKEN)");
        if (dead) return end(dead);
        // Once an outage, not once an attempt.
        if (attempt === 0) log.warn("slack.line-down", { line: name, reason: reasonOf(error) });
        await pause.wait(backoff(attempt++));
      }
    }
  }

  return {
    receiver,
    start: () =>
      new Promise((resolve, reject) => {
        keepUp(resolve).then(
          () => reject(fatal ?? new Error("the line was closed before it was up")),
          reject,
        );
      }),
    stop() {
      stopped = true;
      pause.end();
      hangUp(receiver);
    },
  };
}

function createReceiver({ appToken, apiUrl, log }: LineOptions): SocketModeReceiver {
  return new SocketModeReceiver({
    appToken,
    logger: createLogger(log),
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: clientOptions({ apiUrl, timeoutMs: OPEN_TIMEOUT_MS, log }) },
  });
}

/** The first call sends the close frame; the second one, while closing, drops the socket instead of waiting 5 s. */
function hangUp({ client }: SocketModeReceiver): void {
  void client.disconnect();
  setImmediate(() => void client.disconnect());
}

const frameSchema = z.object({ type: z.string().optional(), reason: z.string().optional() });

/**
 * Stands before the client's own handler: a frame that it cannot read rejects in an event handler, which would end the
 * process (`app_rate_limited` does).
 */
function guardMessages({ client }: SocketModeReceiver, log: Log, end: (error: FatalError) => void): void {
  const [handle] = client.listeners("ws_message");
  client.removeAllListeners("ws_message");
  client.on("ws_message", async (data: unknown, isBinary: boolean) => {
    try {
      if (typeof data === "string" && data.includes('"link_disabled"') && isLinkDisabled(data)) {
        return end(
          new FatalError("Slack closed Socket Mode (link_disabled): enable it in the app's settings"),
        );
      }
      const limited = typeof data === "string" ? readRateLimited(data) : null;
      if (limited) log.warn("slack.rate-limited");
      await handle?.(limited ?? data, isBinary);
    } catch (error) {
      log.warn("slack.frame-refused", { reason: reasonOf(error) });
    }
  });
}

function isLinkDisabled(data: string): boolean {
  const frame = frameSchema.safeParse(JSON.parse(data));
  return frame.success && frame.data.type === "disconnect" && frame.data.reason === "link_disabled";
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
