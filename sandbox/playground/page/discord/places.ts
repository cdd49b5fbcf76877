import { type ReadonlySignal, type Signal, useComputed, useSignal } from "@preact/signals";
import { useLayoutEffect } from "preact/hooks";
import { asText, type JsonObject } from "../../../json.ts";
import type { DiscordPlace } from "../../protocol.ts";
import { useApp } from "../state/app.ts";
import { authorId, isNewer } from "./wire.ts";

/** Where this person may be, where they are, and where they have not looked yet. */
export interface Places {
  readonly all: ReadonlySignal<readonly DiscordPlace[]>;
  readonly here: ReadonlySignal<DiscordPlace | undefined>;
  /** New messages by place. */
  readonly unread: ReadonlySignal<ReadonlyMap<string, number>>;
  go(id: string): void;
}

type Newest = ReadonlyMap<string, string>;

export function usePlaces(): Places {
  const { store } = useApp();
  const messages = store.many("discordMessages");
  const places = store.single("discordPlaces");
  const world = store.single("world");
  const wanted = useSignal<string | null>(null);
  const read = useSignal<Newest>(new Map());

  const all = useComputed(() => places.value ?? []);
  const here = useComputed(() => {
    const own = (fits: (place: DiscordPlace) => boolean) => all.value.find(fits);
    return own(({ id }) => id === wanted.value) ?? own(({ name }) => name === "ops") ?? all.value[0];
  });
  const newest = useComputed(() => newestByPlace(messages.value));
  const unread = useComputed(() =>
    countUnread(messages.value, read.value, store.single("who").value?.discordId ?? "", here.value?.id),
  );

  // A new world, or the eyes of somebody else: nothing of what is there is news. Before anything is painted, so that
  // no badge flashes up.
  useLayoutEffect(() => {
    read.value = newest.peek();
  }, [world.value]);
  useReadHere(here, newest, read);
  return {
    all,
    here,
    unread,
    go(id) {
      wanted.value = id;
    },
  };
}

/** What is looked at is read. */
function useReadHere(
  here: ReadonlySignal<DiscordPlace | undefined>,
  newest: ReadonlySignal<Newest>,
  read: Signal<Newest>,
): void {
  const id = here.value?.id;
  const last = useComputed(() => newest.value.get(here.value?.id ?? "")).value;
  useLayoutEffect(() => {
    if (id !== undefined && last !== undefined) read.value = new Map(read.peek()).set(id, last);
  }, [id, last]);
}

function newestByPlace(messages: ReadonlyMap<string, JsonObject>): Newest {
  const newest = new Map<string, string>();
  for (const [id, message] of messages) {
    const place = asText(message.channel_id);
    if (isNewer(id, newest.get(place) ?? "")) newest.set(place, id);
  }
  return newest;
}

function countUnread(
  messages: ReadonlyMap<string, JsonObject>,
  read: Newest,
  reader: string,
  here: string | undefined,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [id, message] of messages) {
    const place = asText(message.channel_id);
    if (place === here || authorId(message) === reader || !isNewer(id, read.get(place) ?? "")) continue;
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  return counts;
}
