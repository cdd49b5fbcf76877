import type { Call } from "../call.ts";
import { writeDown } from "../changes/audit.ts";
import type { Desk } from "../desk.ts";
import { type ActorRef, type ChannelRef, refOf } from "../domain/actor.ts";
import type { Follow } from "../domain/follow.ts";
import { parseQuery } from "../domain/parse-query.ts";
import { EVERYTHING } from "../domain/query.ts";
import type { Followed, Typed } from "../views/follow-cards.ts";

/** What these channels follow, the oldest first, with each query read. */
export async function followsOf(
  channels: readonly ChannelRef[],
  { store }: Desk,
): Promise<readonly Followed[]> {
  const here = (follow: Follow): boolean =>
    channels.some(({ platform, id }) => follow.channel.platform === platform && follow.channel.id === id);
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
  return locale === "fr"
    ? { follow: `${prefix} suivre`, unfollow: `${prefix} ne-plus-suivre` }
    : { follow: `${prefix} follow`, unfollow: `${prefix} unfollow` };
}
