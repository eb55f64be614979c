import { expect, test } from "vitest";
import { around, exactly, plus, within } from "../../../src/changes/costs/span.ts";
import { amountIn, count, has, valueAt } from "../../../src/changes/costs/values.ts";
import { UNKNOWN } from "../../../src/template/evaluate/evaluated.ts";
import { resource } from "./examples.ts";

test("what is below a property, and nothing that no template wrote", () => {
  const it = resource("It", "T", { A: { B: "1" }, C: UNKNOWN, D: ["x"] });
  expect(valueAt(it, "A.B")).toBe("1");
  expect(["A", "C", "D"].map((path) => has(it, path))).toEqual([true, true, true]);
  expect(
    ["A.C", "X", "X.Y", "C.x", "D.0", "constructor", "A.toString"].filter((path) => has(it, path)),
  ).toEqual([]);
});

test.each([
  ["0", 0],
  ["0.25", 0.25],
  ["1000000", 1_000_000],
  ["1000000.5", undefined],
  ["10000000", undefined],
  [" 1", undefined],
  ["1.", undefined],
  ["-1", undefined],
])("the number %j", (written, expected) => {
  expect(amountIn(written)).toBe(expected);
});

test("what is counted has no fraction", () => {
  const it = resource("It", "T", { Two: "2", Half: 0.5 });
  expect(["Two", "Half", "None"].map((path) => count(it, path))).toEqual([2, undefined, undefined]);
  expect(count(it, "None", 3)).toBe(3);
});

test("spans", () => {
  expect(around([])).toEqual(exactly(0));
  expect(around([3, -1, 2])).toEqual({ from: -1, to: 3 });
  expect(plus({ from: 1, to: 2 }, { from: -3, to: 5 })).toEqual({ from: -2, to: 7 });
  expect([0, 1.5, 9].map((wanted) => within({ from: 1, to: 2 }, wanted))).toEqual([1, 1.5, 2]);
});
