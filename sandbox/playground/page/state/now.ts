import { type ReadonlySignal, signal } from "@preact/signals";
import type { Store } from "./store.ts";

const TICK_MS = 1000;

/** The sandbox's time as it flows: set right whenever the server says what time it is. Undefined before that. */
export function createNow(store: Store): ReadonlySignal<number | undefined> {
  const now = signal<number | undefined>(undefined);
  let base: { readonly now: number; readonly at: number } | undefined;
  const tick = (): void => {
    if (base) now.value = base.now + performance.now() - base.at;
  };
  store.single("clock").subscribe((clock) => {
    base = clock && { now: clock.now, at: performance.now() };
    tick();
  });
  setInterval(tick, TICK_MS);
  return now;
}
