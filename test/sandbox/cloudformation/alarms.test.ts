import {
  DescribeChangeSetCommand,
  DescribeStacksCommand,
  ExecuteChangeSetCommand,
} from "@aws-sdk/client-cloudformation";
import { expect, test } from "vitest";
import { type Bench, startBench, templateOf, topic } from "./fixture.ts";

const body = (title: string) => templateOf({ Topic: topic({ DisplayName: title }) });
const METRIC = "AWS::CloudWatch::Alarm";

/** A stack that is there, and an update of it that watches the alarms. */
async function update(bench: Bench, arns: readonly string[], minutes = 10) {
  bench.aws.cloudFormation.putStack({ stackName: "app", template: body("first") });
  const { ChangeSetId: ChangeSetName } = await bench.propose({
    TemplateBody: body("second"),
    RollbackConfiguration: {
      RollbackTriggers: arns.map((Arn) => ({ Arn, Type: METRIC })),
      MonitoringTimeInMinutes: minutes,
    },
  });
  return {
    described: await bench.client.send(new DescribeChangeSetCommand({ ChangeSetName })),
    execute: () => bench.client.send(new ExecuteChangeSetCommand({ ChangeSetName, ClientRequestToken: "t" })),
  };
}

const WATCHED = [
  "app UPDATE_IN_PROGRESS - User Initiated",
  "Topic UPDATE_IN_PROGRESS",
  "Topic UPDATE_COMPLETE",
];
const DONE = ["app UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", "app UPDATE_COMPLETE"];

test("what is watched is told by change set and stack, and the stack is monitored for its time", async () => {
  const bench = await startBench();
  const arn = bench.aws.cloudFormation.alarms.put("errors");
  const { described, execute } = await update(bench, [arn]);
  const told = { RollbackTriggers: [{ Arn: arn, Type: METRIC }], MonitoringTimeInMinutes: 10 };
  expect(described.RollbackConfiguration).toEqual(told);
  const before = (await bench.story()).length;
  await execute();
  bench.clock.advance(9 * 60_000);
  expect((await bench.story()).slice(before)).toEqual(WATCHED);
  bench.clock.advance(2 * 60_000);
  expect((await bench.story()).slice(before + 3)).toEqual(DONE);
  const { Stacks: [stack] = [] } = await bench.client.send(new DescribeStacksCommand({ StackName: "app" }));
  expect(stack?.RollbackConfiguration).toEqual(told);
});

test("an alarm that fires while it is monitored turns it back, however long that is held", async () => {
  const bench = await startBench();
  const arn = bench.aws.cloudFormation.alarms.put("errors");
  const { execute } = await update(bench, [arn]);
  const hold = bench.aws.cloudFormation.hold("app", "monitoring");
  const before = (await bench.story()).length;
  expect(hold.letGo).toThrow("Nothing of app has begun");
  await execute();
  bench.clock.advance(86_400_000);
  expect((await bench.story()).slice(before)).toEqual(WATCHED);
  expect(hold.isHolding()).toBe(true);
  bench.aws.cloudFormation.alarms.set(arn, "INSUFFICIENT_DATA");
  expect((await bench.story()).slice(before)).toEqual(WATCHED);
  bench.aws.cloudFormation.alarms.set(arn, "ALARM", "Threshold Crossed");
  bench.clock.advance(60_000);
  expect((await bench.story()).slice(before + 3)).toEqual([
    `app UPDATE_ROLLBACK_IN_PROGRESS - The following rollback triggers are in ALARM state: [${arn}]. Rollback requested by CloudFormation.`,
    "Topic UPDATE_IN_PROGRESS",
    "Topic UPDATE_COMPLETE",
    "app UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS",
    "app UPDATE_ROLLBACK_COMPLETE",
  ]);
});

test("let go, the monitoring time is over", async () => {
  const bench = await startBench();
  const { execute } = await update(bench, [], 180);
  const hold = bench.aws.cloudFormation.hold("app", "monitoring");
  await execute();
  bench.clock.advance(60_000);
  await bench.story();
  hold.letGo();
  bench.clock.advance(1_000);
  expect((await bench.story()).slice(-2)).toEqual(DONE);
});

test("an alarm that fires before stops what is under way; one that is missing, or of another kind, lets nothing begin", async () => {
  const bench = await startBench();
  const { alarms } = bench.aws.cloudFormation;
  const arn = alarms.put("errors");
  const { execute } = await update(bench, [arn]);
  const before = (await bench.story()).length;
  await execute();
  bench.clock.advance(1_000);
  alarms.set(arn, "ALARM");
  bench.clock.advance(60_000);
  expect((await bench.story()).slice(before, before + 4)).toEqual([
    ...WATCHED.slice(0, 2),
    "Topic UPDATE_FAILED - Resource update cancelled",
    expect.stringContaining("app UPDATE_ROLLBACK_IN_PROGRESS"),
  ]);
  const again = await bench.propose({ TemplateBody: body("third"), ChangeSetName: "again" });
  alarms.remove(arn);
  alarms.put("errors", { type: "AWS::CloudWatch::CompositeAlarm" });
  const then = (await bench.story()).length;
  await bench.client.send(new ExecuteChangeSetCommand({ ChangeSetName: again.ChangeSetId }));
  bench.clock.advance(60_000);
  expect((await bench.story()).slice(then, then + 2)).toEqual([
    WATCHED[0],
    expect.stringContaining("The following rollback triggers do not exist"),
  ]);
});

test("what a call leaves out stays; an empty list takes it away", async () => {
  const bench = await startBench();
  const arn = bench.aws.cloudFormation.alarms.put("errors");
  const { execute } = await update(bench, [arn], 1);
  await execute();
  bench.clock.advance(120_000);
  const told = async (name: string, RollbackConfiguration?: object) => {
    const input = { TemplateBody: body(name), ChangeSetName: name };
    const asked = RollbackConfiguration === undefined ? input : { ...input, RollbackConfiguration };
    const { ChangeSetId: ChangeSetName } = await bench.propose(asked);
    const answer = await bench.client.send(new DescribeChangeSetCommand({ ChangeSetName }));
    const { RollbackTriggers = [], MonitoringTimeInMinutes = 0 } = answer.RollbackConfiguration ?? {};
    return [RollbackTriggers.length, MonitoringTimeInMinutes];
  };
  expect(await told("kept")).toEqual([1, 1]);
  expect(await told("timed", { MonitoringTimeInMinutes: 5 })).toEqual([1, 5]);
  expect(await told("taken", { RollbackTriggers: [] })).toEqual([0, 0]);
  const six = Array.from({ length: 6 }, (_, n) => ({ Arn: `${arn}${n}`, Type: METRIC }));
  await expect(told("six", { RollbackTriggers: six })).rejects.toThrow("less than or equal to 5");
  await expect(told("long", { MonitoringTimeInMinutes: 181 })).rejects.toThrow("less than or equal to 180");
  await expect(told("other", { RollbackTriggers: [{ Arn: arn, Type: "AWS::SNS::Topic" }] })).rejects.toThrow(
    "not supported",
  );
});
