const PATTERN = /^P(?:(\d+)Y)?(?:(\d+)M)?$/;

/**
 * A renewal period in whole months. The three APIs spell it three ways: `P12M` (/services), `P1Y` (/service) and
 * 12 (serviceInfos). Null for what is no whole number of months (`P7D`), and for none at all.
 */
export function readPeriod(period: string | number | null | undefined): number | null {
  if (period === null || period === undefined) return null;
  const months = typeof period === "number" ? period : monthsOf(period);
  return Number.isInteger(months) && months > 0 ? months : null;
}

function monthsOf(duration: string): number {
  const match = PATTERN.exec(duration);
  return match ? Number(match[1] ?? 0) * 12 + Number(match[2] ?? 0) : Number.NaN;
}

/** As `PUT /services/{id}` takes it, and as its answers spell it: `P12M`, not `P1Y`. */
export function writePeriod(months: number): string {
  return `P${months}M`;
}
