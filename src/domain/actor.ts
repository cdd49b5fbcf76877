export const PLATFORMS = ["slack", "discord"] as const;
export type Platform = (typeof PLATFORMS)[number];

/** Who somebody is on a platform, short enough to write down. */
export interface ActorRef {
  readonly platform: Platform;
  /** Slack user id (`U…`/`W…`) or Discord snowflake. */
  readonly id: string;
}

/**
 * A person who acts, as the platform vouches for them at this moment. `standing` is `foreign` for people of
 * another workspace or server than the one the bot serves, `guest` for Slack's restricted accounts.
 */
export interface Actor extends ActorRef {
  readonly standing: "member" | "guest" | "foreign";
  /** Ids of the Slack user groups or Discord roles they are in, of those that the configuration names; null when that could not be read. */
  readonly groups: readonly string[] | null;
}

/** Who somebody is, without what was true of them at the moment: all that is written down. */
export function refOf({ platform, id }: ActorRef): ActorRef {
  return { platform, id };
}

/** A place where messages stand. */
export interface ChannelRef {
  readonly platform: Platform;
  readonly id: string;
}

/** A message that was posted and can be edited. */
export interface MessageRef {
  readonly channel: ChannelRef;
  /** Slack `ts` or Discord message id. */
  readonly id: string;
}

export function sameActor(one: ActorRef, other: ActorRef): boolean {
  return one.platform === other.platform && one.id === other.id;
}

/** A stable text form, for keys: `slack:C123`. */
export function refKey(ref: ActorRef | ChannelRef): string {
  return `${ref.platform}:${ref.id}`;
}
