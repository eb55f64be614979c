import { expect, test } from "vitest";
import { historyOf, remembered } from "../../src/estimate/history.ts";
import { CHILD, event, itself, nested, story } from "../stack/story.ts";

const QUEUE = "AWS::SQS::Queue";
const TOPIC = "AWS::SNS::Topic";

test("an operation tells how long each of its resources took, by what was done", () => {
  const events = story(
    {},
    itself(0, "UPDATE_IN_PROGRESS"),
    event(2, "Queue", "UPDATE_IN_PROGRESS", { type: QUEUE }),
    event(9, "Queue", "UPDATE_COMPLETE", { type: QUEUE }),
    event(2, "Topic", "CREATE_IN_PROGRESS", { physicalId: "" }),
    event(3, "Topic", "CREATE_IN_PROGRESS"),
    event(6, "Topic", "CREATE_COMPLETE"),
    itself(10, "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS"),
    event(11, "Old", "DELETE_IN_PROGRESS"),
    event(15, "Old", "DELETE_COMPLETE"),
    itself(16, "UPDATE_COMPLETE"),
  );
  const { resources } = historyOf(events);
  expect(Object.fromEntries(resources)).toEqual({
    "Queue update": [7_000],
    "Topic create": [4_000],
    "Old delete": [4_000],
  });
});

test("a replacement is a creation; a failure, and what began before the page, is nothing", () => {
  const { resources } = historyOf(
    story(
      {},
      event(1, "Late", "UPDATE_COMPLETE"),
      event(2, "Table", "UPDATE_IN_PROGRESS", { physicalId: "old" }),
      event(3, "Table", "UPDATE_IN_PROGRESS", { physicalId: "new" }),
      event(30, "Table", "UPDATE_COMPLETE", { physicalId: "new" }),
      event(31, "Table", "DELETE_IN_PROGRESS", { physicalId: "old" }),
      event(36, "Table", "DELETE_COMPLETE", { physicalId: "old" }),
      event(2, "Bad", "UPDATE_IN_PROGRESS"),
      event(4, "Bad", "UPDATE_FAILED"),
    ),
  );
  expect(Object.fromEntries(resources)).toEqual({ "Table create": [28_000], "Table delete": [5_000] });
});

test("resources of nested stacks are known by the way to them, the nested stack as one resource", () => {
  const inner = { stackArn: CHILD };
  const history = historyOf(
    story(
      {},
      nested(1, "Child", "UPDATE_IN_PROGRESS"),
      itself(2, "UPDATE_IN_PROGRESS", inner),
      event(3, "Topic", "UPDATE_IN_PROGRESS", inner),
      event(8, "Topic", "UPDATE_COMPLETE", inner),
      itself(9, "UPDATE_COMPLETE", inner),
      nested(12, "Child", "UPDATE_COMPLETE"),
    ),
  );
  expect(Object.fromEntries(history.resources)).toEqual({
    "Child/Topic update": [5_000],
    "Child update": [11_000],
  });
  expect([...history.types.keys()]).toEqual([`${TOPIC} update`]);
});

test("the newest five count, the middle of them is typical, and others of the type are second best", () => {
  const durations = [50, 10, 12, 11, 30, 9];
  const events = durations.flatMap((took, i) => [
    event(i * 100, "Topic", "UPDATE_IN_PROGRESS"),
    event(i * 100 + took, "Topic", "UPDATE_COMPLETE"),
  ]);
  const history = historyOf(events);
  expect(history.resources.get("Topic update")).toEqual([9_000, 30_000, 11_000, 12_000, 10_000]);
  const own = remembered(history, "Topic", TOPIC, "update");
  expect(own).toEqual({ span: { low: 4_500, typical: 11_000, high: 60_000 }, source: "history" });
  expect(remembered(history, "Another", TOPIC, "update")).toEqual(own);
  expect(remembered(history, "Another", QUEUE, "update")).toBeUndefined();
  expect(remembered(history, "Topic", TOPIC, "create")).toBeUndefined();
});
