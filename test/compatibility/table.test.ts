import { expect, test } from "vitest";
import { merged, readTable, regressions, WORKS, writeTable } from "../../scripts/compatibility/table.ts";

const PAGE = "# Page\n\n<!-- generated: calls -->\n<!-- /generated: calls -->\n\nBy hand.\n";
const CELLS = [
  { row: "GET /a/{b}", column: "one", says: WORKS },
  { row: "GET /a/{b}", column: "two", says: "a | b" },
  { row: "a step, in words", column: "one", says: WORKS },
];

test("what is written is read back, and nothing beside it changes", () => {
  const page = writeTable(PAGE, "calls", "Call", CELLS);
  expect(page).toContain("| `GET /a/{b}` | works | a \\| b |");
  expect(page).toContain("| a step, in words | works |  |");
  expect(readTable(page, "calls")).toEqual(CELLS);
  expect(writeTable(page, "calls", "Call", CELLS)).toBe(page);
  expect(page.startsWith("# Page\n\n") && page.endsWith("\n\nBy hand.\n")).toBe(true);
});

test("a page without the part is an error", () => {
  expect(() => readTable("# Page\n", "calls")).toThrow('no part "calls"');
});

test("what worked and does not, or is not met any more, is a regression", () => {
  const found = [{ row: "GET /a/{b}", column: "one", says: "not as published" }];
  expect(regressions(CELLS, found)).toEqual([
    { row: "GET /a/{b}", column: "one", says: "not as published" },
    { row: "a step, in words", column: "one", says: "was not met" },
  ]);
  expect(regressions(CELLS, CELLS)).toEqual([]);
});

test("of a column that was not looked at the page's words stay, and are no regression", () => {
  const found = CELLS.filter(({ column }) => column === "two");
  expect(regressions(CELLS, found)).toEqual([]);
  expect(merged(CELLS, found)).toEqual([CELLS[0], CELLS[1]]);
});
