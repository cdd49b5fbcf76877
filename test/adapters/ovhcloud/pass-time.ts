import type { Fetch } from "../../../adapters/ovhcloud/exchange.ts";
import type { SandboxClock } from "../../../sandbox/clock.ts";

export interface PassingTime {
  /** The real fetch, which knows what is under way. */
  readonly fetch: Fetch;
  /** Settles with the promise; the clock moves to its next instant whenever no request is under way. */
  inTime<T>(promise: Promise<T>): Promise<T>;
}

export function createPassingTime(clock: SandboxClock): PassingTime {
  let underWay = 0;
  return {
    async fetch(url, init) {
      underWay++;
      try {
        const answer = await fetch(url, init);
        const text = await answer.text();
        return new Response(text === "" ? null : text, { status: answer.status, headers: answer.headers });
      } finally {
        underWay--;
      }
    },
    async inTime(promise) {
      let settled = false;
      const done = promise.finally(() => {
        settled = true;
      });
      done.catch(() => {});
      while (!settled) {
        for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
        const next = clock.next();
        if (!settled && underWay === 0 && next !== null) await clock.advanceTo(next);
      }
      return done;
    },
  };
}
