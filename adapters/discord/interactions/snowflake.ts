import type { Instant } from "../../../src/domain/instant.ts";

/** 2015-01-01T00:00:00Z, from which Discord counts (docs, reference, "Snowflakes"). */
const EPOCH = 1_420_070_400_000n;
const TIME_SHIFT = 22n;

/** When the thing with this id was made. */
export function snowflakeInstant(id: string): Instant {
  return Number((BigInt(id) >> TIME_SHIFT) + EPOCH);
}
