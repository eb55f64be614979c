/** One line of a comparison: kept, gone or new. */
export interface DiffLine {
  readonly sign: " " | "-" | "+";
  readonly line: string;
}

/**
 * The shortest way from one list of lines to another (longest common subsequence). Beyond `LARGEST` lines the
 * middle is taken as exchanged whole: the table would grow with the product of both.
 */
export function compareLines(before: readonly string[], after: readonly string[]): readonly DiffLine[] {
  const head = commonLength(before, after, (list, index) => list[index]);
  const rest = Math.min(before.length, after.length) - head;
  const tail = Math.min(
    rest,
    commonLength(before, after, (list, index) => list[list.length - 1 - index]),
  );
  const oldMiddle = before.slice(head, before.length - tail);
  const newMiddle = after.slice(head, after.length - tail);
  return [
    ...before.slice(0, head).map((line) => ({ sign: " ", line }) as const),
    ...compareMiddle(oldMiddle, newMiddle),
    ...before.slice(before.length - tail).map((line) => ({ sign: " ", line }) as const),
  ];
}

/** Only the changed lines and `context` lines around them; what is left out is counted in a line of its own. */
export function folded(lines: readonly DiffLine[], context: number): readonly string[] {
  const near = lines.map((_, index) =>
    lines.slice(Math.max(0, index - context), index + context + 1).some(({ sign }) => sign !== " "),
  );
  const shown: string[] = [];
  let hidden = 0;
  for (const [index, { sign, line }] of lines.entries()) {
    if (!near[index]) {
      hidden += 1;
      continue;
    }
    if (hidden > 0) shown.push(unchanged(hidden));
    hidden = 0;
    shown.push(`${sign} ${line}`);
  }
  return hidden > 0 && shown.length > 0 ? [...shown, unchanged(hidden)] : shown;
}

const LARGEST = 400;

function unchanged(count: number): string {
  return `  … ${count} unchanged line${count === 1 ? "" : "s"}`;
}

function commonLength(
  before: readonly string[],
  after: readonly string[],
  pick: (list: readonly string[], index: number) => string | undefined,
): number {
  const most = Math.min(before.length, after.length);
  let length = 0;
  while (length < most && pick(before, length) === pick(after, length)) length += 1;
  return length;
}

function compareMiddle(before: readonly string[], after: readonly string[]): readonly DiffLine[] {
  if (before.length === 0 || after.length === 0 || before.length > LARGEST || after.length > LARGEST) {
    return [
      ...before.map((line) => ({ sign: "-", line }) as const),
      ...after.map((line) => ({ sign: "+", line }) as const),
    ];
  }
  return walk(before, after, commonLengths(before, after));
}

/** For every pair of positions, how many lines the remainders have in common; one row longer than `before`. */
function commonLengths(before: readonly string[], after: readonly string[]): Uint16Array {
  const width = after.length + 1;
  const lengths = new Uint16Array((before.length + 1) * width);
  for (let row = before.length - 1; row >= 0; row -= 1) {
    for (let column = after.length - 1; column >= 0; column -= 1) {
      const at = row * width + column;
      lengths[at] =
        before[row] === after[column]
          ? (lengths[at + width + 1] ?? 0) + 1
          : Math.max(lengths[at + width] ?? 0, lengths[at + 1] ?? 0);
    }
  }
  return lengths;
}

function walk(
  before: readonly string[],
  after: readonly string[],
  lengths: Uint16Array,
): readonly DiffLine[] {
  const width = after.length + 1;
  const lines: DiffLine[] = [];
  let row = 0;
  let column = 0;
  while (row < before.length || column < after.length) {
    const old = before[row];
    const fresh = after[column];
    const at = row * width + column;
    if (old !== undefined && old === fresh) {
      lines.push({ sign: " ", line: old });
      row += 1;
      column += 1;
    } else if (
      fresh === undefined ||
      (old !== undefined && (lengths[at + width] ?? 0) >= (lengths[at + 1] ?? 0))
    ) {
      lines.push({ sign: "-", line: old ?? "" });
      row += 1;
    } else {
      lines.push({ sign: "+", line: fresh });
      column += 1;
    }
  }
  return lines;
}
