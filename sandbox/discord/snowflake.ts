import type { Clock } from "../../src/clock.ts";
import type { Instant } from "../../src/domain/instant.ts";

/** Discord's epoch, 2015-01-01. Source: https://discord.com/developers/docs/reference#snowflakes */
const EPOCH = 1_420_070_400_000;
const LOW_BITS = 22n;

/** Makes ids as Discord does: the time above, a counter below, each larger than the one before. */
export function createSnowflakes(clock: Clock): () => string {
  let last = 0n;
  return () => {
    const first = BigInt(clock.now() - EPOCH) << LOW_BITS;
    last = first > last ? first : last + 1n;
    return last.toString();
  };
}

/** The shard that gets a guild's events; direct messages go to shard 0. */
export const shardOf = (guildId: string | null, shards: number): number =>
  guildId === null ? 0 : Number((BigInt(guildId) >> LOW_BITS) % BigInt(shards));

/** Text of an instant as Discord writes it. */
export const timestamp = (instant: Instant): string =>
  new Date(instant).toISOString().replace("Z", "000+00:00");
