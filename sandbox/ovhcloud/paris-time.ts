import { HOUR, type Instant } from "../../src/domain/instant.ts";

/** The last Sunday of a month at 01:00 UTC, when Europe changes its clocks. */
function changeOfClocks(year: number, month: number): Instant {
  const last = new Date(Date.UTC(year, month + 1, 0, 1));
  return last.getTime() - last.getUTCDay() * 24 * HOUR;
}

const summers = new Map<number, { readonly from: Instant; readonly to: Instant }>();

function summerOf(year: number): { readonly from: Instant; readonly to: Instant } {
  const known = summers.get(year);
  if (known) return known;
  const summer = { from: changeOfClocks(year, 2), to: changeOfClocks(year, 9) };
  summers.set(year, summer);
  return summer;
}

function offsetHours(when: Instant): 1 | 2 {
  const summer = summerOf(new Date(when).getUTCFullYear());
  return when >= summer.from && when < summer.to ? 2 : 1;
}

/** OVHcloud's datetime, whole seconds with the offset of Paris: `2023-08-01T17:31:17+02:00`. */
export function toDatetime(when: Instant): string {
  const hours = offsetHours(when);
  return `${new Date(when + hours * HOUR).toISOString().slice(0, 19)}+0${hours}:00`;
}

/** OVHcloud's date in Paris: `2023-08-01`. */
export function toDate(when: Instant): string {
  return toDatetime(when).slice(0, 10);
}

/** The same day of the month `months` later, or the last one where that month is shorter. */
export function addMonths(when: Instant, months: number): Instant {
  const date = new Date(when);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, lastDay));
  return date.getTime();
}
