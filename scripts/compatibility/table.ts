/** What one check came to: `works`, or else what is different, in a few words. */
export interface Cell {
  readonly row: string;
  readonly column: string;
  readonly says: string;
}

export const WORKS = "works";

/** A part of the page that is written by a script: between these, and nothing by hand. */
function marks(part: string): readonly [start: string, end: string] {
  return [`<!-- generated: ${part} -->`, `<!-- /generated: ${part} -->`];
}

/** The cells of a part's table on the page. Throws where the page has no such part. */
export function readTable(page: string, part: string): readonly Cell[] {
  const [start, end] = bounds(page, part);
  const lines = page
    .slice(start, end)
    .split("\n")
    .filter((line) => line.startsWith("|"));
  const [head = [], , ...rows] = lines.map(cellsOf);
  const [, ...columns] = head;
  return rows.flatMap(([row = "", ...cells]) =>
    cells.flatMap((says, index) =>
      says === "" ? [] : [{ row: unquoted(row), column: columns[index] ?? "", says }],
    ),
  );
}

/** The page with this part's table: a row a check, a column a thing it was checked against. */
export function writeTable(page: string, part: string, first: string, cells: readonly Cell[]): string {
  const [start, end] = bounds(page, part);
  const columns = [...new Set(cells.map(({ column }) => column))];
  const rows = [...new Set(cells.map(({ row }) => row))];
  const text = (row: string, column: string): string =>
    cells.find((cell) => cell.row === row && cell.column === column)?.says ?? "";
  const lines = [
    [first, ...columns],
    ["---", ...columns.map(() => "---")],
    ...rows.map((row) => [quoted(row), ...columns.map((column) => text(row, column))]),
  ].map((line) => `| ${line.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`);
  return `${page.slice(0, start)}\n\n${lines.join("\n")}\n\n${page.slice(end)}`;
}

/**
 * What the committed table says works, and does not any more. Of a column that was not looked at (its tool is not
 * installed) nothing is said.
 */
export function regressions(committed: readonly Cell[], found: readonly Cell[]): readonly Cell[] {
  const looked = new Set(found.map(({ column }) => column));
  return committed
    .filter(({ says, column }) => says === WORKS && looked.has(column))
    .flatMap(({ row, column }) => {
      const now = found.find((cell) => cell.row === row && cell.column === column);
      return now?.says === WORKS ? [] : [{ row, column, says: now?.says ?? "was not met" }];
    });
}

/** The found cells, and of columns that were not looked at what the page says of them. */
export function merged(committed: readonly Cell[], found: readonly Cell[]): readonly Cell[] {
  const looked = new Set(found.map(({ column }) => column));
  const rows = new Set(found.map(({ row }) => row));
  const kept = committed.filter(({ row, column }) => !looked.has(column) && rows.has(row));
  // Columns stay where they are.
  const order = [...new Set([...committed, ...found].map(({ column }) => column))];
  return [...found, ...kept].toSorted((a, b) => order.indexOf(a.column) - order.indexOf(b.column));
}

function bounds(page: string, part: string): readonly [number, number] {
  const [start, end] = marks(part);
  const [from, to] = [page.indexOf(start), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`The page has no part "${part}".`);
  return [from + start.length, to];
}

function cellsOf(line: string): readonly string[] {
  return line
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll("\\|", "|"));
}

/** Calls and operations are code; sentences are not. */
function quoted(row: string): string {
  return /^[A-Z]+ \/|^\w+:\w+$/.test(row) ? `\`${row}\`` : row;
}

function unquoted(row: string): string {
  return row.replace(/^`(.*)`$/, "$1");
}
