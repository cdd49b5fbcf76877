import { MINUTE } from "../../src/domain/instant.ts";
import type { JsonObject } from "../json.ts";
import type { Courier, FailureReason, Outcome } from "./courier.ts";
import { eventPayload } from "./payloads.ts";
import type { Traffic } from "./traffic.ts";
import { VERIFICATION_TOKEN } from "./wire.ts";
import type { Workspace } from "./workspace.ts";

/** https://docs.slack.dev/apis/events-api: three more attempts, nearly at once, after one minute, after five. */
const RETRY_AFTER = [0, MINUTE, 5 * MINUTE];

const RETRY_REASON: Readonly<Record<FailureReason, string>> = {
  no_connection: "connection_failed",
  disconnected: "connection_failed",
  timeout: "http_timeout",
  http_error: "http_error",
};

export interface Events {
  /** Tells the app, if it listens for this event; resolves with the first attempt's outcome, null when it does not listen. */
  emit(event: JsonObject & { readonly type: string }): Promise<Outcome | null>;
  /** Tells the app that it is flooded: the envelope that has no event in it. */
  rateLimited(): Promise<Outcome>;
  /** The next events are delivered once more although they were acknowledged, as retries. */
  redeliver(count: number): void;
}

export function createEvents(
  workspace: Workspace,
  courier: Courier,
  traffic: Traffic,
  subscribed: readonly string[] | undefined,
): Events {
  const { clock, world, ids } = workspace;
  let again = 0;

  const attempt = async (payload: JsonObject, number: number, reason: string): Promise<Outcome> => {
    const retry = number === 0 ? {} : { retry: { attempt: number, reason } };
    const outcome = await courier.deliver({ kind: "event", payload, ...retry });
    const name = number === 0 ? "event" : `event, retry ${number}`;
    traffic.add({ at: clock.now(), kind: "delivery", name, request: payload, answer: outcome });
    if (outcome.kind === "failed") later(payload, number, RETRY_REASON[outcome.reason]);
    return outcome;
  };

  const later = (payload: JsonObject, number: number, reason: string): void => {
    const delay = RETRY_AFTER[number];
    if (delay === undefined) return;
    clock.at(clock.now() + delay, () => void attempt(payload, number + 1, reason));
  };

  return {
    async emit(event) {
      if (subscribed && !subscribed.includes(event.type)) return null;
      const payload = eventPayload(workspace, { ...event, event_ts: ids.ts() });
      const outcome = await attempt(payload, 0, "");
      if (again > 0) {
        again--;
        await attempt(payload, 1, "http_timeout");
      }
      return outcome;
    },
    rateLimited: () =>
      courier.deliver({
        kind: "event",
        payload: {
          token: VERIFICATION_TOKEN,
          type: "app_rate_limited",
          team_id: world.team.id,
          minute_rate_limited: Math.floor(clock.now() / 1000),
          api_app_id: world.app.appId,
        },
      }),
    redeliver(count) {
      again += count;
    },
  };
}
