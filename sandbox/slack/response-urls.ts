import type { Clock } from "../../src/clock.ts";
import { type Instant, MINUTE } from "../../src/domain/instant.ts";
import type { Ids } from "./ids.ts";
import { Refusal } from "./refusal.ts";

/** https://docs.slack.dev/interactivity/handling-user-interaction#message_responses: five uses within 30 minutes. */
const RESPONSE_USES = 5;
const RESPONSE_LIFE = 30 * MINUTE;

/** What a `response_url` answers to. */
export interface ResponseTarget {
  readonly person: string;
  readonly channel: string;
  /** The message whose button was pressed; null for a slash command. */
  readonly ts: string | null;
}

export interface ResponseUrls {
  /** The path of a new one. */
  issue(target: ResponseTarget): string;
  /** Undefined for a path that was never issued. Throws used_url or expired_url. */
  use(path: string): ResponseTarget | undefined;
}

export function createResponseUrls(clock: Clock, ids: Ids, teamId: string): ResponseUrls {
  const issued = new Map<
    string,
    { readonly target: ResponseTarget; readonly until: Instant; left: number }
  >();
  return {
    issue(target) {
      const path = `/${target.ts === null ? "commands" : "actions"}/${teamId}/${ids.next("")}/${ids.next("s")}`;
      issued.set(path, { target, until: clock.now() + RESPONSE_LIFE, left: RESPONSE_USES });
      return path;
    },
    use(path) {
      const found = issued.get(path);
      if (!found) return undefined;
      if (clock.now() > found.until) throw new Refusal("expired_url");
      if (found.left === 0) throw new Refusal("used_url");
      found.left--;
      return found.target;
    },
  };
}
