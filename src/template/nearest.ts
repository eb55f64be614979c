/**
 * The candidate that `word` was probably meant to be: the same but for case, or a few letters off (at most a
 * third of its length, and three). `undefined` when none is near.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const limit = Math.min(3, Math.floor(word.length / 3));
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    const same = candidate.toLowerCase() === word.toLowerCase();
    const distance = same ? 0 : distanceWithin(word, candidate, limit);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** ` Did you mean X?`, or nothing. */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  const near = nearest(word, candidates);
  return near === undefined ? "" : ` Did you mean ${near}?`;
}

/** Letters to add, drop, change or swap with a neighbour; `limit + 1` when it is more than `limit`. */
function distanceWithin(from: string, to: string, limit: number): number {
  if (Math.abs(from.length - to.length) > limit) return limit + 1;
  // Names are at most 255 characters; longer text is never "nearly" a name, and the table stays small.
  if (from.length > 255 || to.length > 255) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      current.push(cell([from, row], [to, column], { current, last, beforeLast }));
    }
    [beforeLast, last] = [last, current];
  }
  return last[to.length] ?? limit + 1;
}

interface Rows {
  readonly current: readonly number[];
  readonly last: readonly number[];
  readonly beforeLast: readonly number[];
}

type Upto = readonly [string, number];

/** What it takes to make the start of one text the start of the other. */
function cell([from, row]: Upto, [to, column]: Upto, rows: Rows): number {
  const cost = from[row - 1] === to[column - 1] ? 0 : 1;
  const swapped =
    row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
  return Math.min(
    (rows.current[column - 1] ?? 0) + 1,
    (rows.last[column] ?? 0) + 1,
    (rows.last[column - 1] ?? 0) + cost,
    swapped ? (rows.beforeLast[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
  );
}
