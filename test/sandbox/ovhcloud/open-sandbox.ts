import { onTestFinished } from "vitest";
import { createSandboxClock, type SandboxClock } from "../../../sandbox/clock.ts";
import { type AccessRule, LEAST_PRIVILEGE } from "../../../sandbox/ovhcloud/access.ts";
import { EXAMPLE_CREDENTIALS } from "../../../sandbox/ovhcloud/credentials.ts";
import {
  createOvhSandbox,
  type OvhSandbox,
  type OvhSandboxOptions,
} from "../../../sandbox/ovhcloud/sandbox.ts";
import { expectedSignature } from "../../../sandbox/ovhcloud/signature.ts";
import { SECOND } from "../../../src/domain/instant.ts";

export const START = Date.UTC(2026, 10, 22, 9, 0, 0);

interface Answered {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed JSON; `unknown` on purpose: tests compare it whole or read it with `valueAt`. */
  readonly body: unknown;
}

export interface OpenSandbox {
  readonly sandbox: OvhSandbox;
  readonly clock: SandboxClock;
  call(method: string, path: string, options?: CallOptions): Promise<Answered>;
  get(path: string, headers?: Record<string, string>): Promise<Answered>;
  put(path: string, body: unknown): Promise<Answered>;
  post(path: string, body?: unknown): Promise<Answered>;
}

interface CallOptions {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The bot's own rights, and those to read what the stand-in serves beside them. */
const ALL_READS: readonly AccessRule[] = [
  ...LEAST_PRIVILEGE,
  ...["/me/*", "/hosting/web", "/domain/*", "/email/domain/*"].map(
    (path) => ({ method: "GET", path }) as const,
  ),
];

/** A sandbox with a frozen clock and a caller that signs; closed when the test ends. */
export async function openSandbox(options: Partial<OvhSandboxOptions> = {}): Promise<OpenSandbox> {
  const clock = createSandboxClock({ start: START, frozen: true });
  const sandbox = await createOvhSandbox({ clock, accessRules: ALL_READS, ...options });
  onTestFinished(() => sandbox.close());
  const call: OpenSandbox["call"] = async (method, path, { body, headers = {} } = {}) => {
    const url = `${sandbox.endpoint}${path}`;
    const sent = body === undefined ? "" : JSON.stringify(body);
    const answer = await fetch(url, {
      method,
      headers: { ...sign(method, url, sent, clock.now()), ...headers },
      ...(sent ? { body: sent } : {}),
    });
    return { status: answer.status, headers: answer.headers, body: await answer.json() };
  };
  return {
    sandbox,
    clock,
    call,
    get: (path, headers = {}) => call("GET", path, { headers }),
    put: (path, body) => call("PUT", path, { body }),
    post: (path, body) => call("POST", path, { body }),
  };
}

export function sign(method: string, url: string, body: string, now: number): Record<string, string> {
  const { applicationKey, applicationSecret, consumerKey } = EXAMPLE_CREDENTIALS;
  const timestamp = String(Math.floor(now / SECOND));
  return {
    "X-Ovh-Application": applicationKey,
    "X-Ovh-Consumer": consumerKey,
    "X-Ovh-Timestamp": timestamp,
    "X-Ovh-Signature": expectedSignature({ applicationSecret, consumerKey, method, url, body, timestamp }),
    ...(body ? { "Content-Type": "application/json" } : {}),
  };
}
