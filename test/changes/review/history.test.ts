import { expect, test } from "vitest";
import { commitsSince } from "../../../src/changes/review/history.ts";
import { commit, docs, pull } from "./examples.ts";

const [newest, middle, oldest] = ["1", "2", "3"].map((digit) => digit.repeat(40)) as [string, string, string];
const line = [commit(newest, pull()), docs(middle), commit(oldest, pull())];

test.for([
  ["the newest commit: none is newer", newest, []],
  ["one in the middle: those after it", middle, line.slice(0, 1)],
  ["one that is not there: all of them, as the line is whole", "b".repeat(40), line],
] as const)("a record of %s", ([, base, expected]) => {
  expect(commitsSince({ line, isWhole: true }, base)).toEqual(expected);
});

test("a line that does not reach back to the record's commit tells nothing", () => {
  expect(commitsSince({ line, isWhole: false }, "b".repeat(40))).toBeUndefined();
  expect(commitsSince({ line, isWhole: false }, newest)).toEqual([]);
});
