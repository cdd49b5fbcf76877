import type { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { z } from "zod";
import type { JsonObject } from "../json.ts";
import { createAcknowledgements } from "./acknowledgements.ts";
import type { Courier, Outcome, Parcel } from "./courier.ts";
import { parseJson } from "./json.ts";
import { Refusal } from "./refusal.ts";
import type { Traffic } from "./traffic.ts";
import type { Workspace } from "./workspace.ts";

type DisconnectReason = "warning" | "refresh_requested" | "link_disabled" | "too_many_websockets";

/** The Socket Mode side: connections, and the parcels that go through them. */
export interface Sockets extends Courier {
  /** A single-use address for apps.connections.open. */
  ticket(): string;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Open connections that are not being recycled. */
  count(): number;
  /** Tells connections to go: the one that has been open longest, or all. */
  disconnect(reason: DisconnectReason, which?: "oldest" | "all"): void;
  /** Cuts connections without a word. */
  cut(): void;
  /** The peer stops reading and writing without closing: a black hole. */
  freeze(): void;
  /** Real Slack leaves TCP open after the close handshake; so do connections from now on. */
  keepTcpOpen(): void;
  /** Sends a raw frame to every connection. */
  sendRaw(frame: string): void;
  /** The next envelopes are sent twice, under the same envelope id. */
  duplicate(count: number): void;
  close(): void;
}

/** https://docs.slack.dev/apis/events-api/using-socket-mode: ten connections at most. */
const MOST_CONNECTIONS = 10;
const HOST = "applink-sandbox";
const ACCEPTS_PAYLOAD = { slash: true, interactive: true, event: false } as const;
const ENVELOPE_TYPE = { slash: "slash_commands", interactive: "interactive", event: "events_api" } as const;

const ackSchema = z.looseObject({ envelope_id: z.string(), payload: z.unknown().optional() });

export function createSockets(
  { clock, ids, world, watch }: Workspace,
  traffic: Traffic,
  socketOrigin: () => string,
): Sockets {
  const server = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const pending = createAcknowledgements<WebSocket>(clock);
  let open: readonly WebSocket[] = [];
  let turn = 0;
  let staysOpen = false;
  let twice = 0;
  let disabled = false;

  const log = (name: string, request: unknown = null): void =>
    traffic.add({ at: clock.now(), kind: "connection", name, request, answer: null });

  const retire = (connection: WebSocket): void => {
    open = open.filter((one) => one !== connection);
    watch.touch();
  };

  const say = (connection: WebSocket, frame: JsonObject): void => connection.send(JSON.stringify(frame));

  const dismiss = (connection: WebSocket, reason: DisconnectReason): void => {
    log("disconnect", { reason });
    say(connection, {
      type: "disconnect",
      reason,
      num_connections: open.length,
      debug_info: { host: HOST },
      connection_info: { app_id: world.app.appId },
    });
    retire(connection);
  };

  const hear = (data: string): void => {
    const ack = ackSchema.safeParse(parseJson(data));
    if (!ack.success) {
      log("malformed frame from the app", data);
      return;
    }
    const { envelope_id, payload = {} } = ack.data;
    const name = pending.settle(envelope_id, payload) ? "acknowledged" : "acknowledged late or twice";
    traffic.add({ at: clock.now(), kind: "acknowledgement", name, request: null, answer: payload });
  };

  const welcome = (connection: WebSocket): void => {
    open = [...open, connection];
    log("connected");
    connection.on("message", (data) => hear(data.toString()));
    connection.on("error", () => connection.terminate());
    connection.on("close", () => {
      log("closed");
      retire(connection);
      pending.abandon(connection);
    });
    say(connection, {
      type: "hello",
      num_connections: open.length,
      debug_info: { host: HOST, build_number: 1, approximate_connection_time: 18_060 },
      connection_info: { app_id: world.app.appId },
    });
    watch.touch();
    if (open.length > MOST_CONNECTIONS) dismiss(connection, "too_many_websockets");
  };

  // One whose close handshake is done may still have TCP open.
  const live = (): readonly WebSocket[] => open.filter((one) => one.readyState === one.OPEN);

  const nextConnection = (): WebSocket | undefined => {
    const ready = live();
    return ready[turn++ % Math.max(ready.length, 1)];
  };

  const deliver = (parcel: Parcel): Promise<Outcome> => {
    const connection = nextConnection();
    if (!connection) return Promise.resolve({ kind: "failed", reason: "no_connection" });
    const envelope = envelopeOf(parcel, ids.next("envelope-"));
    const outcome = pending.expect(envelope.envelope_id, connection);
    say(connection, envelope);
    if (twice > 0) {
      twice--;
      say(nextConnection() ?? connection, envelope);
    }
    return outcome;
  };

  return {
    deliver,
    ticket() {
      // Choice: what apps.connections.open answers once Socket Mode is switched off is not documented.
      if (disabled) throw new Refusal("access_denied");
      const ticket = ids.next("ticket-");
      tickets.add(ticket);
      return `${socketOrigin()}/link/?ticket=${ticket}&app_id=${world.app.appId}`;
    },
    upgrade(request, socket, head) {
      const ticket = new URL(request.url ?? "/", "ws://127.0.0.1").searchParams.get("ticket") ?? "";
      if (!tickets.delete(ticket)) {
        log("refused", { reason: "no such ticket" });
        socket.end("HTTP/1.1 404 Not Found\r\nconnection: close\r\n\r\n");
        return;
      }
      if (staysOpen) refuseToClose(socket);
      server.handleUpgrade(request, socket, head, welcome);
    },
    count: () => live().length,
    disconnect(reason, which = "all") {
      if (reason === "link_disabled") disabled = true;
      for (const one of which === "all" ? open : open.slice(0, 1)) dismiss(one, reason);
    },
    cut() {
      for (const one of server.clients) one.terminate();
    },
    freeze() {
      for (const one of server.clients) one.pause();
    },
    keepTcpOpen() {
      staysOpen = true;
    },
    sendRaw(frame) {
      for (const one of open) one.send(frame);
    },
    duplicate(count) {
      twice += count;
    },
    close() {
      for (const one of server.clients) one.terminate();
      server.close();
    },
  };
}

function envelopeOf({ kind, payload, retry }: Parcel, id: string) {
  return {
    envelope_id: id,
    type: ENVELOPE_TYPE[kind],
    accepts_response_payload: ACCEPTS_PAYLOAD[kind] && payload.type !== "block_actions",
    payload,
    ...(kind === "event" ? { retry_attempt: retry?.attempt ?? 0, retry_reason: retry?.reason ?? "" } : {}),
  };
}

/** After the close handshake `ws` ends the socket; here the other side has to. */
function refuseToClose(socket: Duplex): void {
  socket.end = () => socket;
  if (socket instanceof Socket) socket.destroySoon = () => undefined;
}
