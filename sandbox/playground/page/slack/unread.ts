import { type ReadonlySignal, useComputed, useSignal, useSignalEffect } from "@preact/signals";
import type { SeenMessage } from "../../../slack/seen.ts";

export type Unread = ReadonlyMap<string, number>;

/** How many messages of others nobody has looked at, by channel. */
export function countUnread(
  messages: ReadonlyMap<string, SeenMessage>,
  read: ReadonlySet<string>,
  self: string,
): Unread {
  const counts = new Map<string, number>();
  for (const [key, { channel, user }] of messages) {
    if (user !== self && !read.has(key)) counts.set(channel, (counts.get(channel) ?? 0) + 1);
  }
  return counts;
}

/** What there was at the start counts as read, and so does everything in the channel that is looked at. */
export function useUnread(
  messages: ReadonlySignal<ReadonlyMap<string, SeenMessage>>,
  looked: ReadonlySignal<string | null>,
  self: string,
): ReadonlySignal<Unread> {
  const read = useSignal<ReadonlySet<string>>(new Set(messages.peek().keys()));
  useSignalEffect(() => {
    const here = [...messages.value].filter(([, { channel }]) => channel === looked.value);
    const before = read.peek();
    const fresh = here.map(([key]) => key).filter((key) => !before.has(key));
    if (fresh.length > 0) read.value = new Set([...before, ...fresh]);
  });
  return useComputed(() => countUnread(messages.value, read.value, self));
}
