import { expect, test } from "vitest";
import { type Span, seconds } from "../../src/estimate/span.ts";
import type { Source, Task } from "../../src/estimate/task.ts";
import { basisText, estimateText, leftText, spanText, typicalText } from "../../src/estimate/words.ts";

test.each<readonly [Span, string]>([
  [seconds(0, 0, 1), "about 5 s"],
  [seconds(9, 18, 30), "about 20 s"],
  [seconds(30, 50, 70), "about 50 s (30 to 70)"],
  [seconds(480, 660, 960), "about 11 min (8 to 16)"],
  [seconds(100, 120, 160), "about 2 min (2 to 3)"],
  [seconds(118, 120, 135), "about 2 min"],
  [seconds(20, 60, 300), "20 s to 5 min"],
  [seconds(4_000, 7_000, 9_000), "about 1.9 h (1.1 to 2.5)"],
])("%o reads %s", (span, text) => {
  expect(spanText(span)).toBe(text);
});

test("what is left, and a middle alone", () => {
  expect(leftText(seconds(200, 360, 500))).toBe("about 6 min left");
  expect(leftText(seconds(20, 60, 300))).toBe("20 s to 5 min left");
  expect(typicalText(seconds(480, 660, 960))).toBe("11 min");
  expect(typicalText(seconds(20, 60, 300))).toBe("20 s to 5 min");
});

function taskOf(source: Source, typical: number): Task {
  return { resource: "R", verb: "update", source, span: seconds(typical, typical, typical) };
}

test.each<readonly [readonly Task[], string]>([
  [[taskOf("history", 90), taskOf("typical", 10)], "from this stack's own history"],
  [[taskOf("history", 50), taskOf("typical", 50)], "partly from this stack's own history"],
  [[taskOf("history", 10), taskOf("typical", 90)], "a guess from typical times"],
  [
    [taskOf("typical", 90), taskOf("unknown", 30)],
    "a guess from typical times; no times are known for 1 of 2 steps",
  ],
  [[taskOf("unknown", 30)], "a guess: no typical times are known for what changes"],
  [[], "a guess from typical times"],
])("says where it comes from", (tasks, text) => {
  expect(basisText({ tasks })).toBe(text);
});

test("says why there is no history", () => {
  const estimate = { total: seconds(9, 18, 30), tasks: [taskOf("typical", 9)] };
  expect(estimateText({ ...estimate, unread: "denied" })).toBe(
    "about 20 s, a guess from typical times; its own history may not be read (cloudformation:DescribeStackEvents)",
  );
  expect(estimateText({ ...estimate, unread: "failed" })).toMatch(/could not be read in time$/);
});
