/**
 * Edits (insert, drop, change, swap neighbours) between two texts, or null when there are more than `limit`.
 * Costs at most `limit` × length steps.
 */
export function editDistance(one: string, other: string, limit: number): number | null {
  if (Math.abs(one.length - other.length) > limit) return null;
  const start = sharedStart(one, other);
  const end = sharedEnd(one, other, start);
  return distanceOf(one.slice(start, one.length - end), other.slice(start, other.length - end), limit);
}

function distanceOf(one: string, other: string, limit: number): number | null {
  let before: number[] = [];
  let above = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row++) {
    const line = new Array<number>(other.length + 1).fill(limit + 1);
    line[0] = row;
    let least = row;
    const last = Math.min(other.length, row + limit);
    for (let column = Math.max(1, row - limit); column <= last; column++) {
      const cost = stepCost(one, other, row, column, { line, above, before });
      line[column] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return null;
    before = above;
    above = line;
  }
  const distance = above[other.length] ?? limit + 1;
  return distance <= limit ? distance : null;
}

/** How far a typing mistake may be: a third of the word, and one edit at least. */
export function tolerance(typed: string): number {
  return Math.max(1, Math.floor(typed.length / 3));
}

/** The words that `typed` may have meant, the nearest first; equally near ones keep their order. */
export function nearest(typed: string, words: readonly string[], most = 3): readonly string[] {
  const limit = tolerance(typed);
  return words
    .flatMap((word) => {
      const distance = editDistance(typed, word, limit);
      return distance === null ? [] : [{ word, distance }];
    })
    .sort((one, other) => one.distance - other.distance)
    .slice(0, most)
    .map(({ word }) => word);
}

/** Names of one account are much alike: what two share at both ends costs nothing then. */
function sharedStart(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let length = 0;
  while (length < most && one[length] === other[length]) length++;
  return length;
}

function sharedEnd(one: string, other: string, start: number): number {
  const most = Math.min(one.length, other.length) - start;
  let length = 0;
  while (length < most && one[one.length - 1 - length] === other[other.length - 1 - length]) length++;
  return length;
}

interface Lines {
  readonly line: readonly number[];
  readonly above: readonly number[];
  readonly before: readonly number[];
}

function stepCost(one: string, other: string, row: number, column: number, lines: Lines): number {
  const at = (line: readonly number[], index: number): number => line[index] ?? Number.POSITIVE_INFINITY;
  const same = one[row - 1] === other[column - 1];
  const cost = Math.min(
    at(lines.above, column) + 1,
    at(lines.line, column - 1) + 1,
    at(lines.above, column - 1) + (same ? 0 : 1),
  );
  const swapped =
    row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
  return swapped ? Math.min(cost, at(lines.before, column - 2) + 1) : cost;
}
