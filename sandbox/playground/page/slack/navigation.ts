import { type ReadonlySignal, type Signal, useComputed, useSignal, useSignalEffect } from "@preact/signals";
import type { SlackPlace } from "../../protocol.ts";
import { useApp } from "../state/app.ts";
import type { Client } from "./client.ts";
import { canWrite, firstShown, placeShown, type Shown } from "./places.ts";

interface NavigationOptions {
  readonly client: Client;
  readonly draft: ReadonlySignal<string>;
}

export interface Navigation {
  readonly places: ReadonlySignal<readonly SlackPlace[]>;
  readonly shown: ReadonlySignal<Shown>;
  /** The conversation that is looked at; null for the home tab. */
  readonly looked: ReadonlySignal<string | null>;
  show(next: Shown): void;
}

/** Which channel or tab is open: what the person chose, and where the page's stories lead. */
export function useNavigation({ client, draft }: NavigationOptions): Navigation {
  const { store } = useApp();
  const known = store.single("slackPlaces");
  const places = useComputed(() => known.value ?? []);
  const chosen: Signal<Shown | null> = useSignal(null);
  // A channel that the person is no longer in leads back to the first.
  const shown = useComputed<Shown>(() => {
    const wanted = chosen.value;
    const gone = wanted === null || (wanted.kind === "channel" && !placeShown(wanted, places.value));
    return gone ? firstShown(places.value) : wanted;
  });
  const looked = useComputed(() => placeShown(shown.value, places.value)?.id ?? null);

  const show = (next: Shown): void => {
    chosen.value = next;
    client.problem.value = null;
    if (next.kind === "app" && next.tab === "home") void client.act({ kind: "slack-open-home" });
  };

  const markedKey = useComputed(() => client.marked.value?.key ?? null);
  useSignalEffect(() => {
    const [channel = "", ts] = (markedKey.value ?? "").split("/");
    if (ts !== undefined && channel !== looked.peek()) show(shownOf(channel, places.peek()));
    if (markedKey.value !== null && markedKey.value === store.single("slackHome").peek()?.view)
      chosen.value = { kind: "app", tab: "home" };
  });
  // A line that a story offers needs a box to stand in.
  useSignalEffect(() => {
    const place = placeShown(shown.peek(), places.peek());
    if (draft.value !== "" && !(place && canWrite(place))) chosen.value = firstShown(places.peek());
  });

  return { places, shown, looked, show };
}

const shownOf = (channel: string, places: readonly SlackPlace[]): Shown =>
  places.find(({ id }) => id === channel)?.kind === "im"
    ? { kind: "app", tab: "messages" }
    : { kind: "channel", id: channel };
