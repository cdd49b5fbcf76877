import type { WebSocket } from "ws";
import { shardOf } from "../snowflake.ts";
import { DISPATCH, type Identify, type ServerFrame } from "./frame.ts";

/** What one IDENTIFY began: it outlives its connection, and keeps events for a RESUME. */
export interface Session {
  readonly id: string;
  readonly intents: number;
  readonly shard: readonly [number, number];
  /** The number of the last event. */
  seq(): number;
  socket(): WebSocket | null;
  attach(socket: WebSocket | null): void;
  /** Sends an event, or keeps it for later when nobody is connected. */
  dispatch(event: string, data: unknown): void;
  /** Sends again what came after `seq`. */
  replay(seq: number): void;
  /** Whether a guild's events (or, for null, direct ones) come here. */
  hears(guildId: string | null): boolean;
}

/** Discord's own number is not known; this is far above what a test or a demo loses. */
const KEPT_EVENTS = 500;

interface SessionOptions {
  readonly id: string;
  readonly identify: Identify;
  readonly socket: WebSocket;
  send(socket: WebSocket, frame: ServerFrame): void;
}

export function createSession({ id, identify, socket, send }: SessionOptions): Session {
  const { intents, shard } = identify;
  let current: WebSocket | null = socket;
  let seq = 0;
  let kept: { readonly s: number; readonly frame: ServerFrame }[] = [];
  return {
    id,
    intents,
    shard,
    seq: () => seq,
    socket: () => current,
    attach(next) {
      current = next;
    },
    dispatch(event, data) {
      seq++;
      const frame = { op: DISPATCH, t: event, s: seq, d: data };
      kept = [...kept, { s: seq, frame }].slice(-KEPT_EVENTS);
      if (current) send(current, frame);
    },
    replay(after) {
      for (const { s, frame } of kept) if (current && s > after) send(current, frame);
    },
    hears: (guildId) => shardOf(guildId, shard[1]) === shard[0],
  };
}
