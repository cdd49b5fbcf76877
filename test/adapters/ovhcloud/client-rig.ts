import { onTestFinished, vi } from "vitest";
import { createOvhClient, type OvhClient, type OvhClientOptions } from "../../../adapters/ovhcloud/client.ts";
import { resolveEndpoint } from "../../../adapters/ovhcloud/endpoint.ts";
import { createSandboxClock, type SandboxClock } from "../../../sandbox/clock.ts";
import { type HttpAnswer, type HttpRequest, json, serveHttp } from "../../../sandbox/http.ts";
import { SECOND } from "../../../src/domain/instant.ts";
import { ProviderError } from "../../../src/errors.ts";
import { createSilentLog, type SilentLog } from "../../fakes/silent-log.ts";

export const START = Date.parse("2026-11-22T12:00:00Z");

export const KEYS = {
  kind: "application",
  applicationKey: "the-application-key",
  applicationSecret: "the-application-secret",
  consumerKey: "the-consumer-key",
} as const;

export const SERVICE_ACCOUNT = {
  kind: "oauth2",
  clientId: "EU.client",
  clientSecret: "the-client-secret",
} as const;

export interface Rig {
  readonly client: OvhClient;
  readonly clock: SandboxClock;
  readonly log: SilentLog;
  /** The requests besides those for the time and for tokens. */
  readonly requests: readonly HttpRequest[];
  readonly timeRequests: readonly HttpRequest[];
  readonly tokenRequests: readonly HttpRequest[];
  /** Waits until so many requests came in. */
  arrived(count: number): Promise<void>;
  /** Waits until the client has said `count` times that it will try again. */
  retrying(count: number): Promise<void>;
  /** Waits for that, and moves the clock to that moment. */
  retried(count: number): Promise<number>;
}

export interface RigOptions extends Partial<OvhClientOptions> {
  /** Answers everything but `/auth/time` and `/auth/oauth2/token`; `turn` counts from 1. */
  answer(request: HttpRequest, turn: number): HttpAnswer;
  readonly answerTime?: () => HttpAnswer;
  readonly answerToken?: (request: HttpRequest, turn: number) => HttpAnswer;
}

/** The real client over a real socket, with a clock that stands still. */
export async function openRig({ answer, answerTime, answerToken, ...options }: RigOptions): Promise<Rig> {
  const clock = createSandboxClock({ start: START, frozen: true });
  const log = createSilentLog();
  const requests: HttpRequest[] = [];
  const timeRequests: HttpRequest[] = [];
  const tokenRequests: HttpRequest[] = [];
  const server = await serveHttp({
    handle(request) {
      if (request.path === "/1.0/auth/time") {
        timeRequests.push(request);
        return answerTime?.() ?? json(200, Math.floor(clock.now() / SECOND));
      }
      if (request.path === "/auth/oauth2/token") {
        tokenRequests.push(request);
        const token = { access_token: `token-${tokenRequests.length}`, expires_in: 3599 };
        return answerToken?.(request, tokenRequests.length) ?? json(200, token);
      }
      requests.push(request);
      return answer(request, requests.length);
    },
  });
  onTestFinished(() => server.close());
  const client = createOvhClient({
    endpoint: resolveEndpoint(`${server.origin}/1.0`),
    credentials: KEYS,
    clock,
    log,
    random: () => 0,
    callsPerMinute: 60,
    deadlineMs: 20 * SECOND,
    fetch,
    ...options,
  });
  const retries = () => log.lines.filter(({ event }) => event === "ovhcloud.retry");
  const retrying = (count: number) =>
    vi.waitFor(() => {
      if (retries().length < count) throw new Error(`${retries().length} of ${count} retries`);
    });
  return {
    client,
    clock,
    log,
    requests,
    timeRequests,
    tokenRequests,
    arrived: (count) =>
      vi.waitFor(() => {
        if (requests.length < count) throw new Error(`${requests.length} of ${count} requests came in`);
      }),
    retrying,
    async retried(count) {
      await retrying(count);
      const delay = Number(retries()[count - 1]?.fields.delayMs);
      await clock.advance(delay);
      return delay;
    },
  };
}

/** The error that a call rejects with. Fails when it is none of the provider's. */
export async function failureOf(promise: Promise<unknown>): Promise<ProviderError> {
  const error = await promise.then(
    () => new Error("it did not fail"),
    (reason: unknown) => reason,
  );
  if (error instanceof ProviderError) return error;
  throw error;
}
