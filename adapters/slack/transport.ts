import type { Receiver } from "@slack/bolt";
import type { Clock } from "../../src/clock.ts";
import { FatalError } from "../../src/errors.ts";
import type { Log } from "../../src/ports.ts";
import { addressOf, createGate } from "./gate.ts";
import { createLine } from "./lines.ts";
import { reasonOf } from "./logger.ts";

/** How Slack reaches the bot. */
export type TransportOptions =
  | { readonly kind: "socket"; readonly appToken: string }
  | {
      readonly kind: "http";
      readonly signingSecret: string;
      /** 0 lets the system choose. */
      readonly port: number;
      /** 127.0.0.1 when absent, for a proxy on this machine that ends TLS. */
      readonly host?: string;
    };

export interface Transport {
  readonly receivers: readonly [Receiver, ...Receiver[]];
  /** Where Slack's requests arrive; null where the bot connects to Slack. */
  readonly address: () => string | null;
  start(): Promise<void>;
  stop(): Promise<void>;
}

export interface Surroundings {
  readonly apiUrl: string | undefined;
  readonly clock: Clock;
  readonly log: Log;
  readonly onFatal: (error: FatalError) => void;
  readonly closed: () => boolean;
}

export function createTransport(options: TransportOptions, around: Surroundings): Transport {
  switch (options.kind) {
    case "socket":
      return createSockets(options.appToken, around);
    case "http":
      return createServer(options, around);
  }
}

/** Two connections: while Slack refreshes one, the other one takes what comes (46 of 55 lost with one, 1 of 230 with two). */
function createSockets(appToken: string, around: Surroundings): Transport {
  const first = createLine({ name: "first", appToken, ...around });
  const second = createLine({ name: "second", appToken, ...around });
  return {
    receivers: [first.receiver, second.receiver],
    address: () => null,
    async start() {
      await first.start();
      // Not waited for, and after the first: Slack refreshes by age, and the two should not coincide.
      second.start().catch(() => {});
    },
    async stop() {
      first.stop();
      second.stop();
    },
  };
}

type HttpOptions = Extract<TransportOptions, { kind: "http" }>;

function createServer(
  { signingSecret, port, host = "127.0.0.1" }: HttpOptions,
  around: Surroundings,
): Transport {
  const receiver = createGate({ signingSecret, ...around });
  let address: string | null = null;
  return {
    receivers: [receiver],
    address: () => address,
    async start() {
      const server = await receiver.start({ port, host }).catch((error: unknown) => {
        throw new FatalError(`Slack's requests cannot be taken at ${host}:${port}: ${reasonOf(error)}`);
      });
      address = addressOf(server.address());
    },
    async stop() {
      if (address === null) return;
      address = null;
      await receiver.stop();
    },
  };
}
