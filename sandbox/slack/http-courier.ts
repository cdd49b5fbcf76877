import { createHmac } from "node:crypto";
import { request } from "node:http";
import type { Clock } from "../../src/clock.ts";
import type { JsonObject } from "../json.ts";
import { ACKNOWLEDGE_WITHIN, type Courier, type Outcome, type Parcel } from "./courier.ts";
import { parseJson } from "./json.ts";

export interface HttpTarget {
  /** The bot's request URL; loopback only. */
  readonly url: string;
  readonly signingSecret: string;
}

export interface HttpCourier extends Courier {
  /** The next parcels are posted twice, with the same bytes and signature. */
  duplicate(count: number): void;
}

/**
 * Posts parcels as Slack does: a slash command as a form, an interaction as JSON in the form field `payload`, an event as
 * JSON. `signingClock` stamps the signatures: Bolt compares them with the machine's time, not with the sandbox's.
 */
export function createHttpCourier(target: HttpTarget, clock: Clock, signingClock: Clock): HttpCourier {
  const url = new URL(target.url);
  if (!["127.0.0.1", "localhost", "[::1]"].includes(url.hostname))
    throw new Error("the stand-in only calls addresses of this machine");
  let twice = 0;
  return {
    async deliver(parcel) {
      const { body, type } = encode(parcel);
      const headers = {
        ...signed(body, target.signingSecret, Math.floor(signingClock.now() / 1000)),
        ...retryHeaders(parcel),
        "content-type": type,
        "user-agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
      };
      const first = post(url, body, headers, clock);
      if (twice === 0) return first;
      twice--;
      await post(url, body, headers, clock);
      return first;
    },
    duplicate(count) {
      twice += count;
    },
  };
}

/** https://docs.slack.dev/authentication/verifying-requests-from-slack */
export function signed(body: string, secret: string, seconds: number): Readonly<Record<string, string>> {
  const signature = createHmac("sha256", secret).update(`v0:${seconds}:${body}`).digest("hex");
  return { "x-slack-request-timestamp": String(seconds), "x-slack-signature": `v0=${signature}` };
}

function encode({ kind, payload }: Parcel): { readonly body: string; readonly type: string } {
  if (kind === "event") return { body: JSON.stringify(payload), type: "application/json" };
  const fields = kind === "slash" ? asText(payload) : { payload: JSON.stringify(payload) };
  return { body: new URLSearchParams(fields).toString(), type: "application/x-www-form-urlencoded" };
}

const asText = (payload: JsonObject): Record<string, string> =>
  Object.fromEntries(Object.entries(payload).map(([key, value]) => [key, String(value)]));

function retryHeaders({ retry }: Parcel): Readonly<Record<string, string>> {
  if (!retry) return {};
  return { "x-slack-retry-num": String(retry.attempt), "x-slack-retry-reason": retry.reason };
}

function post(
  url: URL,
  body: string,
  headers: Readonly<Record<string, string>>,
  clock: Clock,
): Promise<Outcome> {
  return new Promise((resolve) => {
    const settle = (outcome: Outcome): void => {
      withdraw();
      resolve(outcome);
    };
    // A connection for each post: a kept one may be closed by the bot in the same moment.
    const outgoing = request(url, { method: "POST", headers, agent: false }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () => settle(read(answer.statusCode ?? 0, Buffer.concat(chunks).toString("utf8"))));
      answer.on("error", () => settle({ kind: "failed", reason: "disconnected" }));
    });
    const withdraw = clock.at(clock.now() + ACKNOWLEDGE_WITHIN, () => {
      settle({ kind: "failed", reason: "timeout" });
      outgoing.destroy();
    });
    outgoing.on("error", () => settle({ kind: "failed", reason: "no_connection" }));
    outgoing.end(body);
  });
}

function read(status: number, body: string): Outcome {
  if (status !== 200) return { kind: "failed", reason: "http_error" };
  if (body === "") return { kind: "acknowledged", answer: {} };
  return { kind: "acknowledged", answer: parseJson(body) ?? { text: body } };
}
