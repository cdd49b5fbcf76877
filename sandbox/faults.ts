import { Buffer } from "node:buffer";
import { z } from "zod";
import type { Clock } from "../src/clock.ts";
import { type HttpAnswer, type HttpReply, reply } from "./http.ts";

/** `after: true` lets the request take effect first: the caller is told nothing of it, or the wrong thing. */
const after = z.boolean().optional();

export const faultSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("status"),
    status: z.int().min(400).max(599),
    /** Seconds, may be a fraction. */
    retryAfter: z.number().nonnegative().optional(),
    after,
  }),
  /** Never answered. */
  z.strictObject({ kind: z.literal("timeout"), after }),
  /** Answered correctly, `ms` later on the sandbox's clock. */
  z.strictObject({ kind: z.literal("slow"), ms: z.number().nonnegative() }),
  /** The connection closes without an answer. */
  z.strictObject({ kind: z.literal("drop"), after }),
  /** A proxy's error page instead of the API's answer. */
  z.strictObject({ kind: z.literal("html"), status: z.int().min(200).max(599).optional(), after }),
  /** The true answer, its body cut half-way; it takes effect. */
  z.strictObject({ kind: z.literal("truncated") }),
]);
export type Fault = z.output<typeof faultSchema>;

export const faultOrderSchema = z.strictObject({
  fault: faultSchema,
  /** Without it, any method. */
  method: z.string().optional(),
  /** The path without base and query; `*` stands for anything. Without it, any path. */
  path: z.string().optional(),
  /** How many requests it strikes; once when absent. */
  count: z.int().positive().optional(),
  /** How many matching requests pass unharmed first. */
  skip: z.int().nonnegative().optional(),
});
export type FaultOrder = z.output<typeof faultOrderSchema>;

export interface Faults {
  add(order: FaultOrder): void;
  clear(): void;
  /** Orders that still wait to strike. */
  pending(): readonly FaultOrder[];
  /** The fault that strikes this request, and one off its count. The earliest order that matches wins. */
  take(request: { readonly method: string; readonly path: string }): Fault | null;
}

export function createFaults(initial: readonly FaultOrder[] = []): Faults {
  let waiting: { readonly order: FaultOrder; left: number; skip: number }[] = [];
  const add = (order: FaultOrder): void => {
    waiting.push({ order, left: order.count ?? 1, skip: order.skip ?? 0 });
  };
  initial.forEach(add);
  return {
    add,
    clear() {
      waiting = [];
    },
    pending: () => waiting.map(({ order, left, skip }) => ({ ...order, count: left, skip })),
    take(request) {
      for (const one of waiting) {
        if (!strikes(one.order, request)) continue;
        if (one.skip > 0) {
          one.skip--;
          continue;
        }
        one.left--;
        if (one.left === 0) waiting = waiting.filter((other) => other !== one);
        return one.order.fault;
      }
      return null;
    },
  };
}

function strikes(order: FaultOrder, request: { readonly method: string; readonly path: string }): boolean {
  if (order.method !== undefined && order.method.toUpperCase() !== request.method) return false;
  return order.path === undefined || matchesWildcard(order.path, request.path);
}

/** `*` stands for any run of characters, slashes too. */
export function matchesWildcard(pattern: string, text: string): boolean {
  const source = pattern
    .split("*")
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"))
    .join(".*");
  return new RegExp(`^${source}$`).test(text);
}

export interface FaultContext {
  readonly clock: Clock;
  /** Lets the request take effect and makes the true answer. */
  run(): HttpAnswer | Promise<HttpAnswer>;
  /** The platform's own shape of an error; `retryAfter` in seconds. */
  refuse(status: number, retryAfter: number | undefined): HttpReply;
}

/** What goes out instead of (or after) the true answer. */
export async function applyFault(fault: Fault | null, context: FaultContext): Promise<HttpAnswer> {
  if (!fault) return context.run();
  if ("after" in fault && fault.after === true) await context.run();
  switch (fault.kind) {
    case "status":
      return context.refuse(fault.status, fault.retryAfter);
    case "timeout":
      return { kind: "silence" };
    case "drop":
      return { kind: "drop" };
    case "slow":
      await wait(context.clock, fault.ms);
      return context.run();
    case "html":
      return reply(fault.status ?? 502, HTML_PAGE, { "content-type": "text/html" });
    case "truncated":
      return truncate(await context.run());
  }
}

const HTML_PAGE =
  "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>\n";

const wait = (clock: Clock, ms: number): Promise<void> =>
  new Promise((resolve) => clock.at(clock.now() + ms, resolve));

function truncate(answer: HttpAnswer): HttpAnswer {
  if (answer.kind !== "reply") return answer;
  const bytes = Buffer.from(answer.body);
  return { ...answer, body: bytes.subarray(0, Math.floor(bytes.length / 2)) };
}
