import type { Clock } from "../../src/clock.ts";
import { ACKNOWLEDGE_WITHIN, type Outcome } from "./courier.ts";

/** Envelopes that were sent and wait to be acknowledged. */
export interface Acknowledgements<Connection> {
  /** Fails after 3 seconds. */
  expect(envelopeId: string, on: Connection): Promise<Outcome>;
  /** False when nothing waits under this id: too late, twice, or never sent. */
  settle(envelopeId: string, answer: unknown): boolean;
  /** Fails everything that was sent through this connection. */
  abandon(on: Connection): void;
}

export function createAcknowledgements<Connection>(clock: Clock): Acknowledgements<Connection> {
  const pending = new Map<string, { readonly on: Connection; end(outcome: Outcome): void }>();
  return {
    expect: (envelopeId, on) =>
      new Promise((resolve) => {
        const end = (outcome: Outcome): void => {
          pending.delete(envelopeId);
          withdraw();
          resolve(outcome);
        };
        const withdraw = clock.at(clock.now() + ACKNOWLEDGE_WITHIN, () =>
          end({ kind: "failed", reason: "timeout" }),
        );
        pending.set(envelopeId, { on, end });
      }),
    settle(envelopeId, answer) {
      const waiting = pending.get(envelopeId);
      waiting?.end({ kind: "acknowledged", answer });
      return waiting !== undefined;
    },
    abandon(on) {
      for (const waiting of [...pending.values()])
        if (waiting.on === on) waiting.end({ kind: "failed", reason: "disconnected" });
    },
  };
}
