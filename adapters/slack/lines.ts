import { SocketModeReceiver } from "@slack/bolt";
import type { Clock } from "../../src/clock.ts";
import { inTime, wait } from "../../src/deadline.ts";
import { backoff } from "../../src/domain/backoff.ts";
import { FatalError } from "../../src/errors.ts";
import type { Log } from "../../src/ports.ts";
import { clientOptions } from "./api.ts";
import { fatalOf } from "./failure.ts";
import { guardFrames } from "./frames.ts";
import { RETRY } from "./limits.ts";
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
  /** A peer that is silent for so long is given up; 5 s when absent. */
  readonly pongWithinMs?: number;
}

const PONG_WITHIN_MS = 5000;
const OPEN_TIMEOUT_MS = 10_000;
const HELLO_WITHIN_MS = 15_000;

export function createLine(options: LineOptions): Line {
  const { name, clock, log, onFatal } = options;
  const receiver = createReceiver(options);
  const { client } = receiver;
  const pausing = new AbortController();
  let stopped = false;

  let fatal: FatalError | null = null;

  const end = (error: FatalError): void => {
    stopped = true;
    fatal = error;
    onFatal(error);
  };
  guardFrames(client, log, (reason) => {
    if (reason === "link_disabled") {
      end(new FatalError("Slack closed Socket Mode (link_disabled): enable it in the app's settings"));
    }
    hangUp(receiver);
  });

  /** Resolves when the connection is up, with a promise of its end. */
  async function connect(): Promise<{ readonly closed: Promise<void> }> {
    const closed = new Promise<void>((resolve) => void client.once("disconnected", () => resolve()));
    const hello = await inTime(clock, HELLO_WITHIN_MS, receiver.start());
    if (hello.kind === "done") return { closed };
    hangUp(receiver);
    throw new Error("Slack opened the connection and said no hello");
  }

  async function keepUp(connected: () => void): Promise<void> {
    for (let failures = 0; !stopped; ) {
      try {
        const { closed } = await connect();
        if (stopped) return hangUp(receiver);
        failures = 0;
        log.info("slack.line-up", { line: name });
        connected();
        await closed;
        if (!stopped) log.info("slack.line-closed", { line: name });
      } catch (error) {
        if (stopped) return;
        const dead = fatalOf(error, "the app token (SLACK_APP_TOKEN)");
        if (dead) return end(dead);
        // Once an outage, not once an attempt.
        if (failures++ === 0) log.warn("slack.line-down", { line: name, reason: reasonOf(error) });
        await wait(clock, backoff(failures, RETRY, Math.random), pausing.signal);
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
      pausing.abort();
      hangUp(receiver);
    },
  };
}

function createReceiver({
  appToken,
  apiUrl,
  log,
  pongWithinMs = PONG_WITHIN_MS,
}: LineOptions): SocketModeReceiver {
  return new SocketModeReceiver({
    appToken,
    logger: createLogger(log),
    autoReconnectEnabled: false,
    clientPingTimeout: pongWithinMs,
    installerOptions: { clientOptions: clientOptions({ apiUrl, timeoutMs: OPEN_TIMEOUT_MS, log }) },
  });
}

/** https://websockets.spec.whatwg.org/#dom-websocket-closing */
const CLOSING = 2;

/**
 * Sends the close frame and drops the connection, without waiting for a peer that leaves TCP open (real Slack does):
 * the client itself would wait until its watchdog or 30 s are over.
 */
function hangUp({ client }: SocketModeReceiver): void {
  const socket = client.websocket;
  socket?.disconnect();
  setImmediate(() => {
    // Only while closing: on a closed one the call would be taken for the end of the next connection.
    if (socket?.readyState === CLOSING) socket.disconnect();
  });
}
