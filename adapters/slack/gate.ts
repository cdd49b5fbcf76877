import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { HTTPModuleFunctions, HTTPReceiver, verifySlackRequest } from "@slack/bolt";
import { z } from "zod";
import type { Clock } from "../../src/clock.ts";
import { SECOND } from "../../src/domain/instant.ts";
import type { Log } from "../../src/ports.ts";
import { SIGNATURE_MS } from "./limits.ts";
import { createLogger, reasonOf } from "./logger.ts";
import { createFirstTime } from "./memory.ts";

export interface GateOptions {
  readonly signingSecret: string;
  readonly clock: Clock;
  readonly log: Log;
  /** True while the bot stops: nothing new is taken. */
  readonly closed: () => boolean;
}

/** The path to enter in the app's settings, for commands, interactivity and events alike. */
const ENDPOINT = "/slack/events";

/** Slack's payloads are far below; Bolt's own bound is 4 MiB. */
const BODY_BYTES = 1024 * 1024;
const SIGNATURES = 100_000;

/**
 * Bolt's HTTP receiver behind a gate of our own. Bolt takes the same signed bytes twice, takes a time that lies in the
 * future, and judges by the machine's clock: here a request is as old as `clock` says, within five minutes either way,
 * and taken once.
 */
export function createGate({ signingSecret, clock, log, closed }: GateOptions): HTTPReceiver {
  const receiver = new HTTPReceiver({
    // Verified before Bolt sees it.
    signatureVerification: false,
    signingSecret,
    endpoints: ENDPOINT,
    logger: createLogger(log),
  });
  const bolt = receiver.requestListener;
  const firstTime = createFirstTime({ clock, life: 2 * SIGNATURE_MS, most: SIGNATURES });

  async function admit(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (closed()) return answer(response, 503);
    const { rawBody } = await HTTPModuleFunctions.bufferIncomingMessage(request, BODY_BYTES);
    const body = rawBody.toString("utf8");
    normalizeType(request);
    if (isSslCheck(request, body)) return answer(response, 200);
    verify(request, body, { signingSecret, clock, firstTime });
    if (isRateLimited(body)) {
      log.warn("slack.rate-limited");
      return answer(response, 200);
    }
    bolt(request, response);
  }

  const listener: RequestListener = (request, response) => {
    if (request.method !== "POST" || request.url?.split("?")[0] !== ENDPOINT) return answer(response, 404);
    admit(request, response).catch((error: unknown) => {
      log.warn("slack.request-refused", { reason: reasonOf(error) });
      answer(response, HTTPModuleFunctions.isRawBodyError(error) ? error.statusCode : 401);
    });
  };
  receiver.requestListener = listener;
  return receiver;
}

function answer(response: ServerResponse, status: number): void {
  if (response.headersSent) return;
  // What was not read whole cannot be followed by another request.
  response.writeHead(status, status === 413 ? { connection: "close" } : {}).end();
}

/** Bolt takes the bare type alone, and answers 400 to `; charset=utf-8`. */
function normalizeType({ headers }: IncomingMessage): void {
  const [type] = (headers["content-type"] ?? "").split(";");
  headers["content-type"] = type?.trim() ?? "";
}

/** Slack's look at the certificate is not signed; nothing of it is passed on. */
function isSslCheck({ headers }: IncomingMessage, body: string): boolean {
  return (
    headers["content-type"] === "application/x-www-form-urlencoded" &&
    new URLSearchParams(body).get("ssl_check") === "1"
  );
}

const headersSchema = z.object({
  "x-slack-signature": z.string(),
  "x-slack-request-timestamp": z.coerce.number().int(),
});

interface Verifying {
  readonly signingSecret: string;
  readonly clock: Clock;
  readonly firstTime: (signature: string) => boolean;
}

/** Throws for a request that Slack did not send, or not now, or that came before. */
function verify(
  request: IncomingMessage,
  body: string,
  { signingSecret, clock, firstTime }: Verifying,
): void {
  const headers = headersSchema.parse(request.headers);
  const now = clock.now();
  verifySlackRequest({ signingSecret, body, headers, nowMilliseconds: now });
  if (headers["x-slack-request-timestamp"] * SECOND > now + SIGNATURE_MS) {
    throw new Error("the request was signed in the future");
  }
  if (!firstTime(headers["x-slack-signature"])) throw new Error("the request came before");
}

const rateLimitedSchema = z.object({ type: z.literal("app_rate_limited") });

/** It has no `event`, so that Bolt would leave it without an answer. */
function isRateLimited(body: string): boolean {
  return body.includes('"app_rate_limited"') && rateLimitedSchema.safeParse(JSON.parse(body)).success;
}

/** `http://127.0.0.1:1234/slack/events`, as seen from this machine. */
export function addressOf(
  bound: string | { readonly address: string; readonly port: number } | null,
): string | null {
  if (bound === null || typeof bound === "string") return null;
  const host = bound.address.includes(":") ? `[${bound.address}]` : bound.address;
  return `http://${host}:${bound.port}${ENDPOINT}`;
}
