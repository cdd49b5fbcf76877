import type { Buffer } from "node:buffer";
import { randomBytes } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { GatewayIntentBits as Intents } from "discord-api-types/v10";
import { WebSocket, WebSocketServer } from "ws";
import { guildCreatePayload } from "../payload/guild.ts";
import { userPayload } from "../payload/user.ts";
import type { State } from "../state.ts";
import type { Traffic } from "../traffic.ts";
import {
  CLOSE,
  type ClientFrame,
  HEARTBEAT,
  HEARTBEAT_ACK,
  HELLO,
  IDENTIFY,
  type Identify,
  INVALID_SESSION,
  RECONNECT,
  RESUME,
  type Resume,
  readFrame,
  type ServerFrame,
} from "./frame.ts";
import { createSession, type Session } from "./session.ts";

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
const NORMAL_CLOSES = [1000, 1001];

export function createGateway(options: GatewayOptions): Gateway {
  const { state, log } = options;
  const server = new WebSocketServer({ noServer: true });
  const sessions = new Map<string, Session>();
  const sockets = new Map<WebSocket, Session | null>();
  const outages = new Set<string>();
  let refusals: number[] = [];
  let identifies = 0;
  let zombie = false;
  let away = false;
  let duplicates = 0;

  const send = (socket: WebSocket, frame: ServerFrame): void => {
    log({ kind: "gateway", at: state.clock.now(), from: "discord", op: frame.op, event: frame.t ?? null });
    if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify({ s: null, t: null, ...frame }));
  };

  const cut = (): void => {
    for (const socket of [...sockets.keys()]) socket.terminate();
  };

  const begin = (socket: WebSocket, identify: Identify): void => {
    identifies++;
    const session = createSession({ id: randomBytes(16).toString("hex"), identify, socket, send });
    sessions.set(session.id, session);
    sockets.set(socket, session);
    const guilds = state.guilds().filter(({ id }) => session.hears(id));
    session.dispatch("READY", {
      v: 10,
      user: {
        ...userPayload(state.world, state.world.applicationId),
        verified: true,
        mfa_enabled: true,
        email: null,
        flags: 0,
      },
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: options.url(),
      session_type: "normal",
      private_channels: [],
      shard: identify.shard,
      application: { id: state.world.applicationId, flags: 0 },
    });
    if ((session.intents & Intents.Guilds) === 0) return;
    for (const guild of guilds)
      if (!outages.has(guild.id)) session.dispatch("GUILD_CREATE", guildCreatePayload(state.world, guild));
  };

  const resume = (socket: WebSocket, { session_id, seq }: Resume): void => {
    const session = sessions.get(session_id);
    if (!session) {
      send(socket, { op: INVALID_SESSION, d: false });
      return;
    }
    if (seq > session.seq()) {
      socket.close(CLOSE.invalidSeq, "Invalid seq.");
      return;
    }
    session.socket()?.terminate();
    session.attach(socket);
    sockets.set(socket, session);
    session.replay(seq);
    session.dispatch("RESUMED", {});
  };

  const take = (socket: WebSocket, frame: ClientFrame): void => {
    if (frame.op === HEARTBEAT) {
      if (!zombie) send(socket, { op: HEARTBEAT_ACK, d: null });
      return;
    }
    const known = sockets.get(socket);
    if (frame.op !== IDENTIFY && frame.op !== RESUME) {
      if (!known) socket.close(CLOSE.notAuthenticated, "Not authenticated.");
      return;
    }
    if (known) {
      socket.close(CLOSE.alreadyAuthenticated, "Already authenticated.");
      return;
    }
    const code = refusals.shift() ?? reasonToRefuse(frame, options.isToken);
    if (code !== null) {
      socket.close(code);
      return;
    }
    if (frame.op === IDENTIFY) begin(socket, frame.d);
    else resume(socket, frame.d);
    state.changes.touch();
  };

  const welcome = (socket: WebSocket): void => {
    sockets.set(socket, null);
    socket.on("error", () => socket.terminate());
    socket.on("message", (bytes) => {
      const frame = readFrame(String(bytes));
      if ("closeWith" in frame) {
        socket.close(frame.closeWith);
        return;
      }
      log({ kind: "gateway", at: state.clock.now(), from: "bot", op: frame.op, event: null });
      take(socket, frame);
    });
    socket.on("close", (code) => {
      log({ kind: "gateway-closed", at: state.clock.now(), code });
      const session = sockets.get(socket);
      sockets.delete(socket);
      if (session?.socket() === socket) session.attach(null);
      // Source: https://discord.com/developers/docs/events/gateway#initiating-a-disconnect
      if (session && NORMAL_CLOSES.includes(code)) sessions.delete(session.id);
      state.changes.touch();
    });
    send(socket, { op: HELLO, d: { heartbeat_interval: options.heartbeatInterval } });
  };

  const dispatch = (event: string, data: unknown, guildId: string | null): void => {
    const times = event === "INTERACTION_CREATE" && duplicates-- > 0 ? 2 : 1;
    duplicates = Math.max(duplicates, 0);
    for (const session of sessions.values()) {
      if (!session.hears(guildId)) continue;
      if (event.startsWith("GUILD_") && (session.intents & Intents.Guilds) === 0) continue;
      for (let sent = 0; sent < times; sent++) session.dispatch(event, data);
    }
  };

  const toAll = (act: (socket: WebSocket) => void): void => {
    for (const socket of [...sockets.keys()]) act(socket);
  };

  return {
    upgrade(request, socket, head) {
      if (away) {
        socket.destroy();
        return;
      }
      server.handleUpgrade(request, socket, head, welcome);
    },
    dispatch,
    identifiesLeft: () => Math.max(0, IDENTIFIES_A_DAY - identifies),
    drop: cut,
    reconnect: () => toAll((socket) => send(socket, { op: RECONNECT, d: null })),
    invalidate(resumable) {
      if (!resumable) sessions.clear();
      toAll((socket) => {
        // A session that is gone must not be found through its connection either.
        if (!resumable) sockets.set(socket, null);
        send(socket, { op: INVALID_SESSION, d: resumable });
      });
    },
    close: (code) => toAll((socket) => socket.close(code)),
    refuse(code, count = 1) {
      refusals = [...refusals, ...Array.from({ length: count }, () => code)];
    },
    zombie(on) {
      zombie = on;
    },
    away(on) {
      away = on;
      if (on) cut();
    },
    duplicate(count = 1) {
      duplicates += count;
    },
    raw: (text) => toAll((socket) => socket.send(text)),
    outage(guildId, on) {
      const guild = state.guilds().find(({ id }) => id === guildId);
      if (on) outages.add(guildId);
      else outages.delete(guildId);
      if (on) dispatch("GUILD_DELETE", { id: guildId, unavailable: true }, guildId);
      else if (guild) dispatch("GUILD_CREATE", guildCreatePayload(state.world, guild), guildId);
    },
    connected: () => [...sessions.values()].filter((session) => session.socket() !== null).length,
    stop() {
      cut();
      server.close();
    },
  };
}

function reasonToRefuse(
  frame: Extract<ClientFrame, { op: typeof IDENTIFY | typeof RESUME }>,
  isToken: (token: string) => boolean,
): number | null {
  if (!isToken(frame.d.token.replace(/^Bot /, ""))) return CLOSE.authenticationFailed;
  if (frame.op === RESUME) return null;
  const { intents, shard } = frame.d;
  if (shard[0] >= shard[1]) return CLOSE.invalidShard;
  if ((intents & ~ALL_INTENTS) !== 0) return CLOSE.invalidIntents;
  return (intents & PRIVILEGED) !== 0 ? CLOSE.disallowedIntents : null;
}
