/** A run of changed lines: base lines [start, end) become `lines`. */
interface Hunk {
  readonly start: number;
  readonly end: number;
  readonly lines: readonly string[];
}

/**
 * Merges two edits of one text line by line, as git does: hunks that overlap or touch conflict, unless they are equal.
 * Returns undefined on a conflict.
 */
export function mergeText(base: string, ours: string, theirs: string): string | undefined {
  const lines = splitLines(base);
  const a = [...hunks(lines, splitLines(ours))];
  const b = [...hunks(lines, splitLines(theirs))];
  const merged: string[] = [];
  let at = 0;
  while (a.length > 0 || b.length > 0) {
    const next = takeNext(a, b);
    if (next === undefined) return undefined;
    merged.push(...lines.slice(at, next.start), ...next.lines);
    at = next.end;
  }
  merged.push(...lines.slice(at));
  return merged.join("");
}

/** Takes the hunk that comes first; undefined when the two first ones conflict. */
function takeNext(a: Hunk[], b: Hunk[]): Hunk | undefined {
  const [first] = a;
  const [second] = b;
  if (first === undefined) return b.shift();
  if (second === undefined) return a.shift();
  if (first.start <= second.end && second.start <= first.end) {
    if (!sameHunk(first, second)) return undefined;
    b.shift();
    return a.shift();
  }
  return first.start < second.start ? a.shift() : b.shift();
}

function sameHunk(a: Hunk, b: Hunk): boolean {
  return a.start === b.start && a.end === b.end && a.lines.join("") === b.lines.join("");
}

function splitLines(text: string): string[] {
  return text === "" ? [] : text.split(/(?<=\n)/);
}

function* hunks(base: readonly string[], changed: readonly string[]): Generator<Hunk> {
  let i = 0;
  let j = 0;
  for (const [nextBase, nextChanged] of [
    ...commonLines(base, changed),
    [base.length, changed.length] as const,
  ]) {
    if (nextBase > i || nextChanged > j) {
      yield { start: i, end: nextBase, lines: changed.slice(j, nextChanged) };
    }
    i = nextBase + 1;
    j = nextChanged + 1;
  }
}

/** Pairs of line numbers of a longest common subsequence. Equal ends are cut first: edits are small, files are not. */
function commonLines(a: readonly string[], b: readonly string[]): [number, number][] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let tail = 0;
  while (
    tail < a.length - start &&
    tail < b.length - start &&
    a[a.length - 1 - tail] === b[b.length - 1 - tail]
  ) {
    tail += 1;
  }
  const middle = longestCommon(a.slice(start, a.length - tail), b.slice(start, b.length - tail));
  return [
    ...Array.from({ length: start }, (_, n): [number, number] => [n, n]),
    ...middle.map(([x, y]): [number, number] => [x + start, y + start]),
    ...Array.from({ length: tail }, (_, n): [number, number] => [a.length - tail + n, b.length - tail + n]),
  ];
}

function longestCommon(a: readonly string[], b: readonly string[]): [number, number][] {
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}
