import type { Instant } from "../../src/domain/instant.ts";
import { isObject } from "../json.ts";
import { parseJson } from "./json.ts";

/** One exchange between the stand-in and the app; secrets are masked. */
export interface Exchange {
  readonly at: Instant;
  readonly kind: "api" | "response_url" | "upload" | "delivery" | "acknowledgement" | "connection";
  /** The API method, the type of envelope, or what happened to a connection. */
  readonly name: string;
  readonly request: unknown;
  readonly answer: unknown;
}

export interface Traffic {
  add(exchange: Exchange): void;
  /** Oldest first; the newest 5 000 are kept. */
  list(): readonly Exchange[];
}

const KEPT = 5000;
const SECRET = new Set(["token", "trigger_id", "response_url", "upload_url", "response_urls"]);

export function createTraffic(): Traffic {
  let kept: Exchange[] = [];
  return {
    add(exchange) {
      kept.push(exchange);
      // In large steps, so that a long run pays for the copy seldom.
      if (kept.length > 2 * KEPT) kept = kept.slice(-KEPT);
    },
    list: () =>
      kept
        .slice(-KEPT)
        .map((one) => ({ ...one, request: masked(one.request), answer: masked(read(one.answer)) })),
  };
}

/** Bodies are parsed for those who look, not on the way to the app. */
const read = (answer: unknown): unknown =>
  typeof answer === "string" ? (parseJson(answer) ?? answer) : answer;

function masked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(masked);
  // The address of a connection carries its ticket.
  if (typeof value === "string" && value.startsWith("ws://")) return "(masked)";
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, SECRET.has(key) ? "(masked)" : masked(inner)]),
  );
}
