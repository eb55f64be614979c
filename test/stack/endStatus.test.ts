import { expect, test } from "vitest";
import { statusAfter } from "../../src/stack/endStatus.ts";
import { ABOUT_TO_START, NOT_STARTED, type OperationEnd } from "../../src/stack/model.ts";

const tookMs = 1;

test.each<[string, OperationEnd, string]>([
  ["CloudFormation's", { kind: "succeeded", status: "UPDATE_COMPLETE", tookMs }, "UPDATE_COMPLETE"],
  [
    "CloudFormation's, of what goes on",
    { kind: "timed-out", status: "UPDATE_IN_PROGRESS", tookMs },
    "UPDATE_IN_PROGRESS",
  ],
  ["the one before, where nothing was begun", { kind: "cancelled", status: NOT_STARTED, tookMs }, "BEFORE"],
  [
    "unknown, where nothing was seen of what was begun",
    { kind: "timed-out", status: ABOUT_TO_START, tookMs },
    "unknown",
  ],
  ["unknown, out of sight", { kind: "lost-sight", reason: "reset", tookMs }, "unknown"],
])("the stack's status is %s", (_, end, status) => {
  expect(statusAfter(end, "BEFORE")).toBe(status);
});

test("the stack's status is not told where nothing was begun and it was not known before", () => {
  expect(statusAfter({ kind: "cancelled", status: NOT_STARTED, tookMs }, undefined)).toBeUndefined();
});
