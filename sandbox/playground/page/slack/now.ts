import { type ReadonlySignal, useSignal, useSignalEffect } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { type Instant, SECOND } from "../../../../src/domain/instant.ts";
import { useApp } from "../state/app.ts";

/** Words such as "in 3 minutes" need no finer clock. */
const STEP = 5 * SECOND;

/** The sandbox's clock, which flows on between what the server says of it. */
export function useSandboxNow(): ReadonlySignal<Instant> {
  const clock = useApp().store.single("clock");
  const now = useSignal<Instant>(clock.peek()?.now ?? 0);
  const base = useRef({ now: now.peek(), heard: 0 });

  useSignalEffect(() => {
    const said = clock.value?.now;
    if (said === undefined) return;
    base.current = { now: said, heard: performance.now() };
    now.value = said;
  });
  useEffect(() => {
    const timer = setInterval(() => {
      const { now: said, heard } = base.current;
      now.value = said + Math.floor((performance.now() - heard) / STEP) * STEP;
    }, STEP);
    return () => clearInterval(timer);
  }, [now]);

  return now;
}
