import { z } from "zod";

export const DISPATCH = 0;
export const HEARTBEAT = 1;
export const IDENTIFY = 2;
const PRESENCE = 3;
const VOICE_STATE = 4;
export const RESUME = 6;
export const RECONNECT = 7;
const REQUEST_MEMBERS = 8;
export const INVALID_SESSION = 9;
export const HELLO = 10;
export const HEARTBEAT_ACK = 11;

/** What a client may send. Unknown keys pass, as Discord lets them.
 *  Source: https://discord.com/developers/docs/events/gateway-events#send-events */
const clientFrameSchema = z.discriminatedUnion("op", [
  z.object({ op: z.literal(HEARTBEAT), d: z.int().nullable() }),
  z.object({
    op: z.literal(IDENTIFY),
    d: z.object({
      token: z.string(),
      intents: z.int().nonnegative(),
      properties: z.object({ os: z.string(), browser: z.string(), device: z.string() }),
      shard: z.tuple([z.int().nonnegative(), z.int().positive()]).default([0, 1]),
    }),
  }),
  z.object({
    op: z.literal(RESUME),
    d: z.object({ token: z.string(), session_id: z.string(), seq: z.int() }),
  }),
  z.object({ op: z.literal(PRESENCE), d: z.unknown() }),
  z.object({ op: z.literal(VOICE_STATE), d: z.unknown() }),
  z.object({ op: z.literal(REQUEST_MEMBERS), d: z.unknown() }),
]);
export type ClientFrame = z.output<typeof clientFrameSchema>;
export type Identify = Extract<ClientFrame, { op: typeof IDENTIFY }>["d"];
export type Resume = Extract<ClientFrame, { op: typeof RESUME }>["d"];

export interface ServerFrame {
  readonly op: number;
  readonly d: unknown;
  readonly s?: number;
  readonly t?: string;
}

/** Source: https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes */
export const CLOSE = {
  unknownOpcode: 4001,
  decodeError: 4002,
  notAuthenticated: 4003,
  authenticationFailed: 4004,
  alreadyAuthenticated: 4005,
  invalidSeq: 4007,
  invalidShard: 4010,
  invalidIntents: 4013,
  disallowedIntents: 4014,
} as const;

/** Either the frame, or the code that Discord closes the connection with. */
export function readFrame(text: string): ClientFrame | { readonly closeWith: number } {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return { closeWith: CLOSE.decodeError };
  }
  const op = z.object({ op: z.int() }).safeParse(raw);
  if (
    op.success &&
    ![HEARTBEAT, IDENTIFY, PRESENCE, VOICE_STATE, RESUME, REQUEST_MEMBERS].includes(op.data.op)
  )
    return { closeWith: CLOSE.unknownOpcode };
  const frame = clientFrameSchema.safeParse(raw);
  return frame.success ? frame.data : { closeWith: CLOSE.decodeError };
}
