import type { Instant } from "../../src/domain/instant.ts";

const PATTERN = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:Z|[+-]\d\d:\d\d))?$/;

/**
 * A `datetime` with its offset, or a `date`, of OVHcloud's models. A date is read as its first instant in UTC: no
 * time stands there, and too early is the safe side of a deadline. Throws RangeError on anything else: a date
 * without an offset would be read in this machine's zone, and "30 February" as the 2nd of March.
 */
export function readInstant(text: string): Instant {
  const match = PATTERN.exec(text);
  const when = match ? Date.parse(text) : Number.NaN;
  if (!match || Number.isNaN(when) || !isDayOfMonth(Number(match[1]), Number(match[2]), Number(match[3])))
    throw new RangeError(`not a date of OVHcloud: ${JSON.stringify(text.slice(0, 40))}`);
  return when;
}

function isDayOfMonth(year: number, month: number, day: number): boolean {
  return day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
