import { expect, test } from "vitest";
import { judgeWay } from "../../scripts/compatibility/emulators/look.ts";
import { NOT_REACHED } from "../../scripts/compatibility/emulators/way.ts";
import { WORKS } from "../../scripts/compatibility/table.ts";

const GAPS = [
  { emulator: "other", steps: ["one", "two"], found: /^no/, gap: "other does not" },
  { emulator: "theirs", steps: ["two"], found: /^no answer$/, gap: "theirs does not" },
];

test("a step works, has a gap that is explained, is not reached, or fails the run", () => {
  const walked = [
    { step: "one", says: WORKS },
    { step: "two", says: "no answer" },
    { step: "three", says: NOT_REACHED },
  ];
  const column = "theirs 1.2";
  expect(judgeWay(column, walked, GAPS)).toEqual({
    cells: [
      { row: "one", column, says: WORKS },
      { row: "two", column, says: "their gap 2" },
      { row: "three", column, says: NOT_REACHED },
    ],
    unexplained: [],
  });
});

test("a gap explains its own emulator's step, and only what it was found to come to", () => {
  const column = "theirs 1.2";
  const { unexplained } = judgeWay(
    column,
    [
      { step: "one", says: "no answer" },
      { step: "two", says: "no answer at all" },
    ],
    GAPS,
  );
  expect(unexplained).toEqual(["theirs 1.2, one: no answer", "theirs 1.2, two: no answer at all"]);
});
