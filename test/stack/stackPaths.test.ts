import { expect, test } from "vitest";
import { stackPaths } from "../../src/stack/stackPaths.ts";
import { CHILD, event, GRANDCHILD, itself, nested } from "./story.ts";

test("a nested stack's path is the logical ids that lead to it, in whatever order events tell of them", () => {
  const grand = nested(2, "Grand", "CREATE_IN_PROGRESS", { stackArn: CHILD, physicalId: GRANDCHILD });
  const paths = stackPaths([grand, nested(1, "Child", "CREATE_IN_PROGRESS")]);
  expect([...paths]).toEqual([
    [GRANDCHILD, ["Child", "Grand"]],
    [CHILD, ["Child"]],
  ]);
});

test("no other event leads to one", () => {
  const { physicalId: _, ...unmade } = nested(1, "Child", "CREATE_IN_PROGRESS");
  const none = [
    itself(0, "CREATE_IN_PROGRESS"),
    event(1, "Topic", "CREATE_COMPLETE", { physicalId: "arn:aws:sns:us-east-1:123456789012:topic" }),
    unmade,
    nested(2, "Child", "CREATE_FAILED", { physicalId: "" }),
  ];
  expect(stackPaths(none).size).toBe(0);
});
