import type { Log } from "../../src/ports.ts";

/** Says a thing in the log the first time it is met, and not the thousandth. */
export function createNoticed(log: Log): (event: string, what: string, value: string) => void {
  const known = new Set<string>();
  return (event, what, value) => {
    const key = `${event} ${what} ${value}`;
    // Bounded: the values come from outside.
    if (known.has(key) || known.size >= MOST) return;
    known.add(key);
    log.warn(event, { what, value: value.slice(0, 100) });
  };
}

const MOST = 1000;
