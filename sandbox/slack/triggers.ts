import type { Clock } from "../../src/clock.ts";
import { type Instant, SECOND } from "../../src/domain/instant.ts";
import type { Ids } from "./ids.ts";
import { Refusal } from "./refusal.ts";

/** https://docs.slack.dev/interactivity/handling-user-interaction: a trigger opens one view, within 3 seconds. */
const TRIGGER_LIFE = 3 * SECOND;

export interface Triggers {
  issue(person: string): string;
  /** The person behind it. Throws invalid_, expired_ or exchanged_trigger_id. */
  exchange(trigger: string): string;
}

export function createTriggers(clock: Clock, ids: Ids): Triggers {
  const issued = new Map<string, { readonly person: string; readonly until: Instant; used: boolean }>();
  return {
    issue(person) {
      const id = `${clock.now()}.${ids.next("")}.${ids.next("t")}`;
      issued.set(id, { person, until: clock.now() + TRIGGER_LIFE, used: false });
      return id;
    },
    exchange(id) {
      const trigger = issued.get(id);
      if (!trigger) throw new Refusal("invalid_trigger_id");
      if (trigger.used) throw new Refusal("exchanged_trigger_id");
      if (clock.now() > trigger.until) throw new Refusal("expired_trigger_id");
      trigger.used = true;
      return trigger.person;
    },
  };
}
