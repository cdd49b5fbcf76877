import type { Clock } from "../../src/clock.ts";
import { type Instant, MINUTE, SECOND } from "../../src/domain/instant.ts";

export interface GrantedToken {
  readonly token: string;
  readonly lifeSeconds: number;
}

/** The bearer token of an OAuth2 service account, renewed before it ends. */
export interface AccessToken {
  /** Rejects as `request` does when there is no token that still holds. */
  current(): Promise<string>;
  /** The next one is asked for anew: OVHcloud did not take the last. */
  forget(): void;
  /** The token as it stands, to be kept out of logs. */
  held(): string | null;
}

/** Renewed this long before it ends (tokens live 3,599 s), or at nine tenths of a shorter life. */
const AHEAD = MINUTE;

export function createAccessToken(clock: Clock, request: () => Promise<GrantedToken>): AccessToken {
  let held: { readonly token: string; readonly renewAt: Instant; readonly endsAt: Instant } | null = null;
  let renewal: Promise<string> | null = null;

  const renew = async (): Promise<string> => {
    try {
      const asked = clock.now();
      const { token, lifeSeconds } = await request();
      const life = lifeSeconds * SECOND;
      held = { token, renewAt: asked + Math.max(life - AHEAD, life * 0.9), endsAt: asked + life };
      return token;
    } catch (error) {
      // The old one still holds for a while: a token server that stumbles stops nobody yet.
      if (held && clock.now() < held.endsAt) return held.token;
      throw error;
    } finally {
      renewal = null;
    }
  };

  return {
    current() {
      if (held && clock.now() < held.renewAt) return Promise.resolve(held.token);
      renewal ??= renew();
      return renewal;
    },
    forget() {
      held = null;
    },
    held: () => held?.token ?? null,
  };
}
