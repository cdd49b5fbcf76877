import type { Instant } from "../../src/domain/instant.ts";

const PATTERN = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d))?$/;

/**
 * A `datetime` with its offset, or a `date`, of OVHcloud's models. A date is read as its first instant in UTC: no
 * time stands there, and too early is the safe side of a deadline. Throws RangeError on anything else: a date
 * without an offset would be read in this machine's zone, and "30 February" as the 2nd of March.
 */
export function readInstant(text: string): Instant {
  const when = PATTERN.test(text) && isDayOfMonth(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(when))
    throw new RangeError(`not a date of OVHcloud: ${JSON.stringify(text.slice(0, 40))}`);
  return when;
}

/** Only the last days of a month need a calendar, and this is read tens of thousands of times for a list. */
function isDayOfMonth(text: string): boolean {
  const day = Number(text.slice(8, 10));
  if (day <= 28) return true;
  return day <= new Date(Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5, 7)), 0)).getUTCDate();
}
