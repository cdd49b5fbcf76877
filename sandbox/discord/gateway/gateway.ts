import type { Buffer } from "node:buffer";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { GatewayIntentBits as Intents } from "discord-api-types/v10";
import { WebSocket, WebSocketServer } from "ws";
import type { State } from "../state.ts";
import type { Traffic } from "../traffic.ts";
import {
  CLOSE,
  type ClientFrame,
  HEARTBEAT,
  HEARTBEAT_ACK,
  HELLO,
  IDENTIFY,
  INVALID_SESSION,
  RECONNECT,
  RESUME,
  readFrame,
  type ServerFrame,
} from "./frame.ts";
import type { Session } from "./session.ts";
import { createSessions, type Sessions } from "./sessions.ts";

/** What a test or a demo can do to the gateway. */
export interface GatewayControls {
  /** Cuts every connection without a word; sessions stay and can be resumed. */
  drop(): void;
  /** Op 7: asks every client to come back. */
  reconnect(): void;
  /** Op 9. Without `resumable` the sessions are forgotten. */
  invalidate(resumable: boolean): void;
  close(code: number): void;
  /** Closes the next `count` connections with this code when they identify or resume. */
  refuse(code: number, count?: number): void;
  /** No heartbeat is acknowledged until switched off. */
  zombie(on: boolean): void;
  /** Away: connections are cut and new ones refused, until back. */
  away(on: boolean): void;
  /** Sends the next `count` interactions twice. */
  duplicate(count?: number): void;
  /** Sends text that need not be a frame. */
  raw(text: string): void;
  /** The guild is unavailable: at READY without a GUILD_CREATE, and GUILD_DELETE to those who are there. */
  outage(guildId: string, on: boolean): void;
  /** Sessions with a connection. */
  connected(): number;
}

export interface Gateway extends GatewayControls {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** To every session on the guild's shard; with two processes on one token, to both. */
  dispatch(event: string, data: unknown, guildId: string | null): void;
  /** IDENTIFYs left today, as GET /gateway/bot says. */
  identifiesLeft(): number;
  stop(): void;
}

interface GatewayOptions {
  readonly state: State;
  readonly url: () => string;
  readonly heartbeatInterval: number;
  /** Whether this token is the bot's and has not been revoked. */
  isToken(token: string): boolean;
  log(entry: Traffic): void;
}

const PRIVILEGED = Intents.GuildMembers | Intents.GuildPresences | Intents.MessageContent;
const ALL_INTENTS = Object.values(Intents)
  .filter((bit) => typeof bit === "number")
  .reduce((all, bit) => all | bit, 0);

const IDENTIFIES_A_DAY = 1000;

/** A client that closes so ends its session.
 *  Source: https://discord.com/developers/docs/events/gateway#initiating-a-disconnect */
const NORMAL_CLOSES = [1000, 1001];

/** What the controls set, and the connections heed. */
interface Mood {
  refusals: readonly number[];
  zombie: boolean;
  away: boolean;
  duplicates: number;
}

export function createGateway(options: GatewayOptions): Gateway {
  const { state, log } = options;
  const server = new WebSocketServer({ noServer: true });
  const sockets = new Map<WebSocket, Session | null>();
  const mood: Mood = { refusals: [], zombie: false, away: false, duplicates: 0 };

  const send = (socket: WebSocket, frame: ServerFrame): void => {
    log({ kind: "gateway", at: state.clock.now(), from: "discord", op: frame.op, event: frame.t ?? null });
    if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify({ s: null, t: null, ...frame }));
  };
  const sessions = createSessions({ state, url: options.url, send });
  const wire: Wire = { ...options, sockets, sessions, mood, send };

  return {
    upgrade(request, socket, head) {
      if (mood.away) socket.destroy();
      else server.handleUpgrade(request, socket, head, (connection) => welcome(wire, connection));
    },
    dispatch(event, data, guildId) {
      sessions.dispatch(event, data, guildId);
      if (event !== "INTERACTION_CREATE" || mood.duplicates === 0) return;
      mood.duplicates--;
      sessions.dispatch(event, data, guildId);
    },
    identifiesLeft: () => Math.max(0, IDENTIFIES_A_DAY - sessions.begun()),
    ...gatewayControls(wire),
    stop() {
      cut(wire);
      server.close();
    },
  };
}

interface Wire extends GatewayOptions {
  readonly sockets: Map<WebSocket, Session | null>;
  readonly sessions: Sessions;
  readonly mood: Mood;
  send(socket: WebSocket, frame: ServerFrame): void;
}

function toAll({ sockets }: Wire, act: (socket: WebSocket) => void): void {
  for (const socket of [...sockets.keys()]) act(socket);
}

const cut = (wire: Wire): void => toAll(wire, (socket) => socket.terminate());

function welcome(wire: Wire, socket: WebSocket): void {
  const { sockets, sessions, state, log, send } = wire;
  sockets.set(socket, null);
  socket.on("error", () => socket.terminate());
  socket.on("message", (bytes) => {
    const frame = readFrame(String(bytes));
    if ("closeWith" in frame) {
      socket.close(frame.closeWith);
      return;
    }
    log({ kind: "gateway", at: state.clock.now(), from: "bot", op: frame.op, event: null });
    take(wire, socket, frame);
  });
  socket.on("close", (code) => {
    const session = sockets.get(socket);
    sockets.delete(socket);
    if (session?.socket() === socket) session.attach(null);
    if (session && NORMAL_CLOSES.includes(code)) sessions.forget(session);
    log({ kind: "gateway-closed", at: state.clock.now(), code });
  });
  send(socket, { op: HELLO, d: { heartbeat_interval: wire.heartbeatInterval } });
}

function take(wire: Wire, socket: WebSocket, frame: ClientFrame): void {
  const { mood, send, sockets, state } = wire;
  if (frame.op === HEARTBEAT) {
    if (!mood.zombie) send(socket, { op: HEARTBEAT_ACK, d: null });
    return;
  }
  const known = sockets.get(socket);
  if (frame.op !== IDENTIFY && frame.op !== RESUME) {
    if (!known) socket.close(CLOSE.notAuthenticated);
    return;
  }
  if (known) {
    socket.close(CLOSE.alreadyAuthenticated);
    return;
  }
  const [told, ...later] = mood.refusals;
  mood.refusals = later;
  const code = told ?? reasonToRefuse(frame, wire.isToken);
  if (code !== null) socket.close(code);
  else admit(wire, socket, frame);
  state.watch.touch();
}

function admit({ sessions, sockets, send }: Wire, socket: WebSocket, frame: Admission): void {
  if (frame.op === IDENTIFY) {
    sockets.set(socket, sessions.begin(socket, frame.d));
    return;
  }
  const resumed = sessions.resume(socket, frame.d);
  if (resumed === "unknown") send(socket, { op: INVALID_SESSION, d: false });
  else if (resumed === "invalid-seq") socket.close(CLOSE.invalidSeq);
  else sockets.set(socket, resumed);
}

function gatewayControls(wire: Wire): GatewayControls {
  const { sessions, sockets, mood, send } = wire;
  return {
    drop: () => cut(wire),
    reconnect: () => toAll(wire, (socket) => send(socket, { op: RECONNECT, d: null })),
    invalidate(resumable) {
      if (!resumable) sessions.forgetAll();
      toAll(wire, (socket) => {
        // A session that is gone must not be found through its connection either.
        if (!resumable) sockets.set(socket, null);
        send(socket, { op: INVALID_SESSION, d: resumable });
      });
    },
    close: (code) => toAll(wire, (socket) => socket.close(code)),
    refuse(code, count = 1) {
      mood.refusals = [...mood.refusals, ...Array.from({ length: count }, () => code)];
    },
    zombie(on) {
      mood.zombie = on;
    },
    away(on) {
      mood.away = on;
      if (on) cut(wire);
    },
    duplicate(count = 1) {
      mood.duplicates += count;
    },
    raw: (text) => toAll(wire, (socket) => socket.send(text)),
    outage: sessions.outage,
    connected: sessions.connected,
  };
}

type Admission = Extract<ClientFrame, { op: typeof IDENTIFY | typeof RESUME }>;

function reasonToRefuse(frame: Admission, isToken: (token: string) => boolean): number | null {
  if (!isToken(frame.d.token.replace(/^Bot /, ""))) return CLOSE.authenticationFailed;
  if (frame.op === RESUME) return null;
  const { intents, shard } = frame.d;
  if (shard[0] >= shard[1]) return CLOSE.invalidShard;
  if ((intents & ~ALL_INTENTS) !== 0) return CLOSE.invalidIntents;
  return (intents & PRIVILEGED) !== 0 ? CLOSE.disallowedIntents : null;
}
