import type { Call } from "../call.ts";
import { writeDown } from "../changes/audit.ts";
import type { Localized } from "../chat.ts";
import type { Desk } from "../desk.ts";
import { type ActorRef, type ChannelRef, refKey, refOf } from "../domain/actor.ts";
import type { Follow } from "../domain/follow.ts";
import { parseQuery } from "../domain/parse-query.ts";
import { EVERYTHING } from "../domain/query.ts";
import type { Followed, Typed } from "../views/follow-cards.ts";

/** The two commands' names: cards propose them to be typed. */
export const FOLLOW: Localized = { en: "follow", fr: "suivre" };
export const UNFOLLOW: Localized = { en: "unfollow", fr: "ne-plus-suivre" };

/** What these channels follow, the oldest first, with each query read. */
export async function followsOf(
  channels: readonly ChannelRef[],
  { store }: Desk,
): Promise<readonly Followed[]> {
  const places = new Set(channels.map(refKey));
  const here = ({ channel }: Follow): boolean => places.has(refKey(channel));
  return (await store.follows.list()).filter(here).map(followed);
}

/** A follow with its query read. A stored query that no longer parses follows everything: better once too often. */
export function followed(follow: Follow): Followed {
  const parsed = parseQuery(follow.query);
  return { follow, query: parsed.kind === "query" ? parsed.query : EVERYTHING };
}

/** Writes down that a channel began or stopped following; `by` is null where the bot saw to it. */
export function recordFollow(
  kind: "followed" | "unfollowed",
  follow: Follow,
  by: ActorRef | null,
  desk: Desk,
): Promise<void> {
  return writeDown(
    {
      at: desk.clock.now(),
      actor: by && refOf(by),
      place: follow.channel,
      event: { kind, query: follow.query },
      change: null,
      service: null,
      confirmation: null,
    },
    desk,
  );
}

/** How the two commands are typed in the reader's language. */
export function typedFollow({ locale }: Pick<Call, "locale">, { prefix }: Pick<Desk, "prefix">): Typed {
  return { follow: `${prefix} ${FOLLOW[locale]}`, unfollow: `${prefix} ${UNFOLLOW[locale]}` };
}
