import { describe, expect, test } from "vitest";
import { alarmCause, alarmName, alarmText, firedText, mayBeByAlarm } from "../../src/stack/alarms.ts";
import type { Alarm, RootCause } from "../../src/stack/model.ts";
import { itself, START } from "./story.ts";

const arn = (name: string) => `arn:aws:cloudwatch:eu-west-1:123456789012:alarm:${name}`;
const alarm = (name: string, more: Partial<Alarm> = {}): Alarm => ({
  ...{ arn: arn(name), type: "AWS::CloudWatch::Alarm", state: "OK" },
  ...more,
});

const turned = (reason: string, more: Partial<RootCause> = {}): RootCause => ({
  ...{ stackPath: [], logicalId: "app", type: "AWS::CloudFormation::Stack" },
  ...{ status: "UPDATE_ROLLBACK_IN_PROGRESS", reason, at: 0 },
  ...more,
});

test("an alarm is named by all that follows in its ARN", () => {
  expect(alarmName(arn("a: b/c"))).toBe("a: b/c");
});

test("its text tells one kind from the other, whatever the name", () => {
  const composite = alarm("x", { type: "AWS::CloudWatch::CompositeAlarm" });
  expect(alarmText(alarm("x"))).toBe(arn("x"));
  expect(alarmText(composite)).toBe(`AWS::CloudWatch::CompositeAlarm ${arn("x")}`);
});

describe("an operation may have been turned back by an alarm", () => {
  test.for<readonly [string, RootCause | undefined, boolean]>([
    ["where nothing says why", undefined, true],
    ["where the stack speaks of alarms", turned("The following alarms are in ALARM state"), true],
    ["… of triggers", turned("Rollback trigger fired"), true],
    ["… of monitoring", turned("Monitoring failed"), true],
    ["not where it speaks of something else", turned("Export x cannot be updated as it is in use"), false],
    [
      "not where a resource failed",
      turned("Alarm a exists already", { type: "AWS::CloudWatch::Alarm" }),
      false,
    ],
    ["not where a nested stack did", turned("alarm", { stackPath: ["Net"] }), false],
    ["not where it did not go back", turned("alarm", { status: "UPDATE_FAILED" }), false],
  ])("%s", ([, cause, expected]) => {
    expect(mayBeByAlarm(cause)).toBe(expected);
  });
});

describe("which alarm it was", () => {
  const events = [itself(0, "UPDATE_IN_PROGRESS"), itself(9, "UPDATE_ROLLBACK_IN_PROGRESS")];
  const firing = alarm("firing", { state: "ALARM" });

  test("the one that CloudFormation names, though it is OK again", () => {
    const cause = turned(`Alarm ${arn("named")} is in ALARM`);
    const found = alarmCause(events, cause, [firing, alarm("named")]);
    expect(found).toMatchObject({ ...cause, alarms: [alarm("named")] });
    expect(found?.hint).toContain("--region eu-west-1 --history-item-type StateUpdate --alarm-name 'named'");
  });

  test.for([
    ["errors-5xx", ["errors", "errors-5xx"]],
    ["errors 5xx", ["errors", "errors 5xx"]],
    ["errors, 5xx: all", ["errors, 5xx", "errors", "errors, 5xx: all"]],
  ] as const)("not one whose name begins alike: %s", ([name, all]) => {
    const cause = turned(`Alarms [${arn(name)}] fired`);
    expect(
      alarmCause(
        events,
        cause,
        all.map((one) => alarm(one)),
      )?.alarms,
    ).toEqual([alarm(name)]);
  });

  test("each of several, also where nothing stands between them", () => {
    const all = [alarm("a"), alarm("latency")];
    const cause = turned(`${arn("a")}${arn("latency")} fired`);
    expect(alarmCause(events, cause, all)?.alarms).toEqual([alarm("latency"), alarm("a")]);
  });

  test("not one that is not named, however the text begins", () => {
    const cause = turned(`[${arn("named")}] fired`);
    expect(alarmCause(events, cause, [alarm("other"), alarm("named")])?.alarms).toEqual([alarm("named")]);
  });

  test("not one that fires where CloudFormation names another, which is not there", () => {
    const cause = turned(`Rollback trigger ${arn("gone")} does not exist`);
    expect(alarmCause(events, cause, [firing])).toBe(cause);
  });

  test("not one that has fired since", () => {
    const later = { ...firing, since: START + 60_000 };
    const just = { ...firing, since: START + 20_000 };
    const cause = turned("a rollback trigger", { at: START });
    expect(alarmCause(events, cause, [later])).toBe(cause);
    expect(alarmCause(events, cause, [later, just])?.alarms).toEqual([just]);
    const last = { ...firing, since: START + 30_000 };
    const after = { ...firing, since: START + 30_001 };
    expect(alarmCause(events, cause, [last, after])?.alarms).toEqual([last]);
  });

  test("else those that are in ALARM", () => {
    const found = alarmCause(events, turned("a rollback trigger"), [alarm("ok"), firing]);
    expect(found?.alarms).toEqual([firing]);
  });

  test("also where CloudFormation says nothing at all", () => {
    const found = alarmCause(events, undefined, [firing]);
    expect(found).toStrictEqual({
      ...turned("", { at: START + 9_000 }),
      alarms: [firing],
      hint: expect.stringContaining("--alarm-name 'firing'"),
    });
    expect(alarmCause([], undefined, [firing])).toBeUndefined();
  });

  test("none where none is: what is known stays as it is", () => {
    const cause = turned("a rollback trigger");
    expect(alarmCause(events, cause, [alarm("ok")])).toBe(cause);
    expect(alarmCause(events, undefined, [alarm("ok")])).toBeUndefined();
  });

  test("nobody may ask: CloudFormation's words stand, and how to know more", () => {
    const cause = turned("a rollback trigger");
    const found = alarmCause(events, cause, "denied");
    expect(found).toEqual({ ...cause, alarms: [], hint: expect.stringContaining("DescribeAlarms") });
    expect(alarmCause(events, undefined, "denied")).toBeUndefined();
  });

  test("a name is no command of the shell", () => {
    const evil = alarm("a'; rm -rf / #", { state: "ALARM" });
    expect(alarmCause(events, turned("alarm"), [evil])?.hint).toMatch(/--alarm-name 'a'\\''; rm -rf \/ #'$/);
  });
});

test("in words: which, when and why", () => {
  const since = Date.UTC(2026, 2, 1, 12, 34, 56);
  expect(firedText(alarm("a", { since, reason: "Threshold Crossed." }))).toBe(
    "rollback alarm a fired at 12:34:56 UTC: Threshold Crossed.",
  );
  expect(firedText(alarm("a"))).toBe("rollback alarm a fired.");
});
