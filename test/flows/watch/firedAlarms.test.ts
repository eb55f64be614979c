import { expect, test } from "vitest";
import { ActionError } from "../../../src/errors.ts";
import { withFiredAlarms } from "../../../src/flows/watch/firedAlarms.ts";
import type { WatchedOperation } from "../../../src/flows/watch/watch.ts";
import type { Alarms } from "../../../src/ports/aws.ts";
import type { OperationEnd } from "../../../src/stack/model.ts";
import { itself } from "../../stack/story.ts";

const arn = "arn:aws:cloudwatch:us-east-1:123456789012:alarm:errors";
const alarm = { arn, type: "AWS::CloudWatch::Alarm" };
const firing = { ...alarm, state: "ALARM" };
const rollback = { alarms: [alarm], minutes: 5 };

const failed = { kind: "failed", status: "UPDATE_ROLLBACK_COMPLETE", tookMs: 1, cause: undefined } as const;

function watched(end: OperationEnd): WatchedOperation {
  return { end, events: [itself(9, "UPDATE_ROLLBACK_IN_PROGRESS")], timeline: [], stack: undefined };
}

/** What becomes of an operation, and how often CloudWatch was asked. */
async function told(end: OperationEnd, has = rollback, find: Alarms["find"] = async () => [firing]) {
  let asked = 0;
  const alarms: Alarms = {
    find: (arns) => {
      asked += 1;
      return find(arns);
    },
  };
  const clock = { now: () => 0, sleep: () => Promise.resolve() };
  const patient = { ...clock, sleep: () => new Promise<void>(() => undefined) };
  const isLate = find.name === "late";
  const ports = { alarms, clock: isLate ? clock : patient, log: { debug: () => undefined } };
  return { end: (await withFiredAlarms(watched(end), has, ports)).end, asked };
}

test("a rollback without a word has the alarm that is in ALARM as its cause", async () => {
  const { end } = await told(failed);
  expect(end).toMatchObject({ cause: { alarms: [firing], status: "UPDATE_ROLLBACK_IN_PROGRESS" } });
});

test.for<readonly [string, OperationEnd, typeof rollback]>([
  ["it succeeded", { kind: "succeeded", status: "UPDATE_COMPLETE", tookMs: 1 }, rollback],
  ["it is not over", { kind: "timed-out", status: "UPDATE_IN_PROGRESS", tookMs: 1 }, rollback],
  ["a person called it off", { ...failed, isCalledOff: true }, rollback],
  ["nothing is watched", failed, { alarms: [], minutes: 5 }],
  [
    "a resource failed",
    {
      ...failed,
      cause: { ...{ stackPath: [], logicalId: "Q", type: "T" }, status: "F", reason: "no", at: 0 },
    },
    rollback,
  ],
])("nobody is asked where %s", async ([, end, has]) => {
  expect(await told(end, has)).toEqual({ end, asked: 0 });
});

test("where it may not be asked, or does not answer, what is known stands", async () => {
  const denied = () => Promise.reject(new ActionError("No.", { reasonCode: "access-denied" }));
  const broken = () => Promise.reject(new ActionError("No.", { reasonCode: "error" }));
  const late = () => new Promise<never>(() => undefined);
  for (const find of [denied, broken, late]) {
    expect(await told(failed, rollback, find)).toEqual({ end: failed, asked: 1 });
  }
});
