import { expect, test } from "vitest";
import { ActionError } from "../../../src/errors.ts";
import { withFiredAlarms } from "../../../src/flows/watch/firedAlarms.ts";
import type { WatchedOperation } from "../../../src/flows/watch/watch.ts";
import type { Alarms } from "../../../src/ports/aws.ts";
import type { OperationEnd } from "../../../src/stack/model.ts";
import { ServiceError } from "../../../src/stack/serviceError.ts";
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

const turned = { status: "UPDATE_ROLLBACK_IN_PROGRESS", isRollingBack: true, cause: undefined } as const;
const unseen = { kind: "timed-out", status: "UPDATE_ROLLBACK_IN_PROGRESS", tookMs: 1 } as const;

test.for<OperationEnd>([
  { ...unseen, failing: turned },
  { kind: "lost-sight", reason: "No.", tookMs: 1, failing: turned },
])("so has one whose end is not seen: $kind", async (end) => {
  expect((await told(end)).end).toMatchObject({
    failing: { isRollingBack: true, cause: { alarms: [firing], status: "UPDATE_ROLLBACK_IN_PROGRESS" } },
  });
});

test("credentials that have ended are no permission that is missing", async () => {
  const reason = "The stack was rolled back as a rollback alarm fired.";
  const place = { stackPath: [], logicalId: "app", type: "AWS::CloudFormation::Stack", at: 0 };
  const end = { ...failed, cause: { ...place, status: "UPDATE_ROLLBACK_IN_PROGRESS", reason } };
  const refused = (trouble: "credentials" | "denied") => () =>
    Promise.reject(new ServiceError("No.", { reasonCode: "access-denied", trouble }));
  expect(await told(end, rollback, refused("credentials"))).toEqual({ end, asked: 1 });
  expect((await told(end, rollback, refused("denied"))).end).toMatchObject({
    cause: { hint: expect.stringContaining("allow cloudwatch:DescribeAlarms") },
  });
});

test.for<readonly [string, OperationEnd, typeof rollback]>([
  ["it succeeded", { kind: "succeeded", status: "UPDATE_COMPLETE", tookMs: 1 }, rollback],
  ["it is not over", { kind: "timed-out", status: "UPDATE_IN_PROGRESS", tookMs: 1 }, rollback],
  ["a person called it off", { ...failed, isCalledOff: true }, rollback],
  [
    "it is not over, and going forward",
    { ...unseen, failing: { ...turned, isRollingBack: false } },
    rollback,
  ],
  ["it is not over, and called off", { ...unseen, failing: { ...turned, isCalledOff: true } }, rollback],
  ["the job has no time", { ...unseen, kind: "cancelled", failing: turned }, rollback],
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
