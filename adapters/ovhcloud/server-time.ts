import type { Clock } from "../../src/clock.ts";
import { HOUR, type Instant, SECOND } from "../../src/domain/instant.ts";

/** OVHcloud's time, by the difference to this machine's. */
export interface ServerTime {
  /** Unix seconds. Rejects as `read` does. */
  now(): Promise<number>;
  /** The next one asks again: OVHcloud did not believe the last. */
  forget(): void;
}

/** After this long the difference is asked for again: a machine's clock can be set right while the bot runs. */
const TRUSTED_FOR = HOUR;

/** `read` answers OVHcloud's Unix seconds; however many wait for the first difference, it is called once. */
export function createServerTime(clock: Clock, read: () => Promise<number>): ServerTime {
  let known: { readonly difference: Promise<number>; readonly at: Instant } | null = null;

  const measure = async (): Promise<number> => (await read()) - Math.floor(clock.now() / SECOND);

  return {
    async now() {
      if (!known || clock.now() - known.at > TRUSTED_FOR) known = { difference: measure(), at: clock.now() };
      const mine = known;
      try {
        return Math.floor(clock.now() / SECOND) + (await mine.difference);
      } catch (error) {
        if (known === mine) known = null;
        throw error;
      }
    },
    forget() {
      known = null;
    },
  };
}
