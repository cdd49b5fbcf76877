import { Buffer } from "node:buffer";
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type ServerResponse,
} from "node:http";
import type { AddressInfo, Socket } from "node:net";
import type { Duplex } from "node:stream";

/** A request whose body has been read whole. See routes.ts for a table of routes, controls.ts for control ports. */
export interface HttpRequest {
  readonly method: string;
  /** The path exactly as sent, still percent-encoded, without the query. */
  readonly path: string;
  /** Path and query exactly as sent. */
  readonly target: string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export type HttpAnswer =
  | {
      readonly kind: "reply";
      readonly status: number;
      readonly headers: OutgoingHttpHeaders;
      readonly body: string | Buffer;
    }
  /** Never answered: the connection stays open until the client gives up or the server closes. */
  | { readonly kind: "silence" }
  /** The connection is closed without an answer. */
  | { readonly kind: "drop" }
  /** Stays open: `open` gets a way to send, and returns what is to be done when the other side is gone. */
  | {
      readonly kind: "stream";
      readonly headers: OutgoingHttpHeaders;
      open(send: (text: string) => void): () => void;
    };

export type HttpReply = Extract<HttpAnswer, { kind: "reply" }>;

export interface HttpServer {
  readonly port: number;
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  readonly origin: string;
  /** Bytes in and out so far, over upgraded connections too: what stands still while nothing goes on. */
  bytes(): number;
  /** Ends every connection, upgraded and idle ones too, and resolves when the port is free. */
  close(): Promise<void>;
}

export interface HttpServerOptions {
  /** A rejection is answered with a plain 500: it is a fault of the sandbox, not of the caller. */
  handle(request: HttpRequest): HttpAnswer | Promise<HttpAnswer>;
  /** For WebSockets; without it an upgrade is refused. */
  readonly upgrade?: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  /** Longest body taken, in bytes; a longer one is answered 413. */
  readonly bodyLimit?: number;
  /** On every answer, the refusals of this file too. */
  readonly headers?: OutgoingHttpHeaders;
}

/** Bytes that a stream may hold for somebody who does not read. */
const MOST_UNREAD = 16 * 1024 * 1024;
const DEFAULT_BODY_LIMIT = 16 * 1024 * 1024;

export function reply(status: number, body: string | Buffer, headers: OutgoingHttpHeaders = {}): HttpReply {
  return { kind: "reply", status, headers, body };
}

export function json(status: number, value: unknown, headers: OutgoingHttpHeaders = {}): HttpReply {
  return reply(status, JSON.stringify(value), {
    "content-type": "application/json; charset=utf-8",
    ...headers,
  });
}

/** The body as JSON; `undefined` for an empty one. Throws SyntaxError on anything else. */
export function readJson(body: Buffer): unknown {
  return body.length === 0 ? undefined : JSON.parse(body.toString("utf8"));
}

/** Listens on a loopback port that the system chooses. */
export async function serveHttp(options: HttpServerOptions): Promise<HttpServer> {
  const sockets = new Set<Socket>();
  let bytesOfTheGone = 0;
  const bytesOf = ({ bytesRead, bytesWritten }: Socket): number => bytesRead + bytesWritten;
  const server = createServer((request, response) => {
    void respond(request, response, options);
  });
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => {
      sockets.delete(socket);
      bytesOfTheGone += bytesOf(socket);
    });
    // A client that breaks off is part of what the sandbox has to bear.
    socket.on("error", () => socket.destroy());
  });
  if (options.upgrade) server.on("upgrade", options.upgrade);

  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const port = portOf(server.address());

  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    bytes: () => [...sockets].reduce((sum, socket) => sum + bytesOf(socket), bytesOfTheGone),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === "string") throw new Error("the sandbox listens on no TCP port");
  return address.port;
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  { handle, bodyLimit = DEFAULT_BODY_LIMIT, headers = {} }: HttpServerOptions,
): Promise<void> {
  try {
    const body = await readBody(request, bodyLimit);
    const answer = body
      ? await handle(toRequest(request, body))
      : json(413, { error: "the body is too long" });
    send(answer, headers, response);
  } catch (error) {
    if (response.destroyed) return;
    if (response.headersSent) {
      response.destroy();
      return;
    }
    send(json(500, { error: error instanceof Error ? error.message : String(error) }), headers, response);
  }
}

function toRequest(request: IncomingMessage, body: Buffer): HttpRequest {
  const target = request.url ?? "/";
  const mark = target.indexOf("?");
  return {
    method: request.method ?? "GET",
    path: mark < 0 ? target : target.slice(0, mark),
    target,
    query: new URLSearchParams(mark < 0 ? "" : target.slice(mark + 1)),
    headers: request.headers,
    body,
  };
}

/** Null when the body is longer than the limit; the rest of it is read and dropped. */
async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    length += bytes.length;
    if (length <= limit) chunks.push(bytes);
  }
  return length <= limit ? Buffer.concat(chunks) : null;
}

function send(answer: HttpAnswer, headers: OutgoingHttpHeaders, response: ServerResponse): void {
  switch (answer.kind) {
    case "reply":
      response.writeHead(answer.status, {
        ...headers,
        ...answer.headers,
        "content-length": Buffer.byteLength(answer.body),
      });
      response.end(answer.body);
      return;
    case "silence":
      return;
    case "drop":
      response.destroy();
      return;
    case "stream": {
      response.writeHead(200, { ...headers, ...answer.headers });
      response.flushHeaders();
      const close = answer.open((text) => {
        response.write(text);
        // Who does not read is let go: it can come again, and nothing grows for it meanwhile.
        if (response.writableLength > MOST_UNREAD) response.destroy();
      });
      // A response that waits behind another in its connection never closes by itself.
      let isOpen = true;
      const end = (): void => {
        if (isOpen) close();
        isOpen = false;
      };
      for (const side of [response, response.req.socket]) side.once("close", end);
      return;
    }
  }
}
