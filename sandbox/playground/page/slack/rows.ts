import { MINUTE } from "../../../../src/domain/instant.ts";
import type { SeenMessage } from "../../../slack/seen.ts";
import { instantOf } from "./when.tsx";

/** A message of a channel as it is listed. */
export interface Row {
  /** `channel/ts` */
  readonly key: string;
  readonly message: SeenMessage;
  /** Folded under it. */
  readonly replies: readonly SeenMessage[];
  /** Written by the one who wrote what stands above, a moment later: without name and picture. */
  readonly follows: boolean;
  /** The day that begins with it, as YYYY-MM-DD. */
  readonly day: string | null;
}

/** Further apart Slack's client says the name again. */
const MOMENT = 5 * MINUTE;

/** The rows of one channel, oldest first. */
export function rowsOf(
  messages: ReadonlyMap<string, SeenMessage>,
  channel: string,
  timeZone: string,
): readonly Row[] {
  const here = [...messages.values()].filter((one) => one.channel === channel).sort(byAge);
  const threads = repliesOf(here);
  const inThreads = new Set([...threads.values()].flat());
  const days = new Intl.DateTimeFormat("sv", { timeZone });
  let above: SeenMessage | undefined;
  let today = "";
  return here
    .filter((message) => !inThreads.has(message))
    .map((message) => {
      const day = dayOf(message, days);
      const row = {
        key: keyOf(message),
        message,
        replies: threads.get(message.ts) ?? [],
        follows: day === today && above !== undefined && goesOn(above, message),
        day: day === today ? null : day,
      };
      above = message;
      today = day;
      return row;
    });
}

export const keyOf = ({ channel, ts }: SeenMessage): string => `${channel}/${ts}`;

const byAge = (one: SeenMessage, other: SeenMessage): number => Number(one.ts) - Number(other.ts);

function dayOf({ ts }: SeenMessage, days: Intl.DateTimeFormat): string {
  const at = instantOf(ts);
  return Number.isFinite(at) ? days.format(at) : "";
}

/** By the ts of what they answer. A reply whose parent is not seen stands alone. */
function repliesOf(messages: readonly SeenMessage[]): ReadonlyMap<string, readonly SeenMessage[]> {
  const parents = new Set(messages.map(({ ts }) => ts));
  const threads = new Map<string, SeenMessage[]>();
  for (const message of messages) {
    const { threadTs, ts } = message;
    if (threadTs === null || threadTs === ts || !parents.has(threadTs)) continue;
    threads.set(threadTs, [...(threads.get(threadTs) ?? []), message]);
  }
  return threads;
}

const goesOn = (above: SeenMessage, message: SeenMessage): boolean =>
  above.user === message.user &&
  above.ephemeral === message.ephemeral &&
  instantOf(message.ts) - instantOf(above.ts) < MOMENT;
