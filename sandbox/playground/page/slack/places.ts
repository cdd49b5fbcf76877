import type { SlackPlace } from "../../protocol.ts";

/** What the pane shows: a channel, or one of the app's two tabs. */
export type Shown =
  | { readonly kind: "channel"; readonly id: string }
  | { readonly kind: "app"; readonly tab: "home" | "messages" };

export const channelsOf = (places: readonly SlackPlace[]): readonly SlackPlace[] =>
  places.filter(({ kind }) => kind !== "im");

/** The conversation with the app; undefined before the two have met. */
export const directOf = (places: readonly SlackPlace[]): SlackPlace | undefined =>
  places.find(({ kind }) => kind === "im");

/** Where the work is done, or else whatever comes first. */
export function firstShown(places: readonly SlackPlace[]): Shown {
  const channels = channelsOf(places);
  const first = channels.find(({ name }) => name === "ops") ?? channels[0];
  return first ? { kind: "channel", id: first.id } : { kind: "app", tab: "home" };
}

/** The conversation that is looked at; undefined for the home tab. */
export function placeShown(shown: Shown, places: readonly SlackPlace[]): SlackPlace | undefined {
  if (shown.kind === "channel") return places.find(({ id }) => id === shown.id);
  return shown.tab === "messages" ? directOf(places) : undefined;
}

/** As people write it: "#ops", or the app's name. */
export const titleOf = ({ kind, name }: SlackPlace, app: string): string =>
  kind === "im" ? app : `#${name}`;

/** As manifest.yml has it, `app_home.messages_tab_read_only_enabled`: nobody writes to the app. A test compares. */
export const MESSAGES_TAB_IS_READ_ONLY = true;

/** Whether there is a message box. */
export const canWrite = ({ kind, archived }: SlackPlace): boolean =>
  !archived && !(kind === "im" && MESSAGES_TAB_IS_READ_ONLY);
