import { endOf } from "../domain/end.ts";
import type { Instant } from "../domain/instant.ts";
import type { Service } from "../domain/service.ts";

/** Services in the order in which they end, so that what is due is found without looking at what is not. */
export interface Timeline {
  /** Sorted, one for each of {@link ending}. */
  readonly ends: Float64Array;
  readonly ending: readonly Service[];
  /** Expired or unpaid, to be told once, whenever that was. */
  readonly overdue: readonly Service[];
}

export function timelineOf(services: readonly Service[]): Timeline {
  const endAt = new Float64Array(services.length);
  const order = new Float64Array(services.length);
  const overdue: Service[] = [];
  let count = 0;
  services.forEach((service, position) => {
    if (service.state === "expired" || service.state === "unpaid") overdue.push(service);
    const end = canEnd(service) ? endOf(service) : null;
    if (end === null) return;
    endAt[position] = end;
    order[count++] = packed(end, position);
  });
  const ends = new Float64Array(count);
  const ending: Service[] = [];
  for (const one of order.subarray(0, count).sort()) {
    const position = one % POSITIONS;
    const service = services[position];
    if (!service) continue;
    ends[ending.length] = endAt[position] ?? 0;
    ending.push(service);
  }
  // Within a second the packed numbers do not tell the order.
  return { ends: ends.sort(), ending, overdue };
}

/** The services that end after `after` and not after `until`. */
export function endingBetween(line: Timeline, after: Instant, until: Instant): readonly Service[] {
  return line.ending.slice(firstAfter(line.ends, after), firstAfter(line.ends, until));
}

/** The first end after an instant, or null. */
export function nextEnd(line: Timeline, after: Instant): Instant | null {
  return line.ends[firstAfter(line.ends, after)] ?? null;
}

/**
 * A number that sorts by end and carries the position: typed arrays of numbers sort ten times as fast as objects by a
 * comparison. 2^21 positions and seconds up to the year 2100 fit into the 53 bits of a number.
 */
function packed(end: Instant, position: number): number {
  return Math.floor(end / 1000) * POSITIONS + position;
}

const POSITIONS = 2 ** 21;

function canEnd({ state }: Service): boolean {
  return state !== "terminated" && state !== "expired" && state !== "creating";
}

function firstAfter(ends: Float64Array, instant: Instant): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ends[middle] ?? 0) <= instant) low = middle + 1;
    else high = middle;
  }
  return low;
}
