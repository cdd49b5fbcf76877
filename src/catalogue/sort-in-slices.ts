/** Gives the event loop a turn. */
export type Breathe = () => Promise<unknown>;

/** What is done between two turns of the event loop: some milliseconds. */
export const SLICE = 4096;

/**
 * The positions 0…count-1 in the order of `compare`, equal ones as they were. A merge sort that lets others work
 * in between: one call to `sort` holds the event loop for tenths of a second at 100,000 services.
 */
export async function sortInSlices(
  count: number,
  compare: (one: number, other: number) => number,
  breathe: Breathe,
): Promise<Int32Array> {
  let from = Int32Array.from({ length: count }, (_, position) => position);
  let into = new Int32Array(count);
  for (let start = 0; start < count; start += SLICE) {
    from.subarray(start, start + SLICE).sort(compare);
    if (start + SLICE < count) await breathe();
  }
  for (let width = SLICE; width < count; width *= 2) {
    for (let start = 0; start < count; start += 2 * width) {
      await merge(
        {
          from,
          into,
          start,
          middle: Math.min(start + width, count),
          end: Math.min(start + 2 * width, count),
        },
        compare,
        breathe,
      );
    }
    [from, into] = [into, from];
  }
  return from;
}

interface Runs {
  readonly from: Int32Array;
  readonly into: Int32Array;
  readonly start: number;
  readonly middle: number;
  readonly end: number;
}

async function merge(
  { from, into, start, middle, end }: Runs,
  compare: (one: number, other: number) => number,
  breathe: Breathe,
): Promise<void> {
  let left = start;
  let right = middle;
  for (let to = start; to < end; to++) {
    if ((to - start) % SLICE === SLICE - 1) await breathe();
    const one = from[left] ?? 0;
    const other = from[right] ?? 0;
    const takeLeft = right >= end || (left < middle && compare(one, other) <= 0);
    into[to] = takeLeft ? one : other;
    if (takeLeft) left++;
    else right++;
  }
}
