import { expect, test } from "vitest";
import type { Stage, StageOptions } from "../sandbox/stage.ts";
import {
  botComments,
  calls,
  deploy,
  openSmallStage,
  outcome,
  preview,
  propose,
  putStack,
  STACK,
  statusOf,
} from "./stack.ts";

const METRIC = "AWS::CloudWatch::Alarm";
const COMPOSITE = "AWS::CloudWatch::CompositeAlarm";
const arn = (name: string) => `arn:aws:cloudwatch:us-east-1:123456789012:alarm:${name}`;
const deployed = { exitCode: 0, result: "deployed" };
const previewed = { exitCode: 0, result: "previewed" };
const rolledBack = { exitCode: 1, result: "failed", reason: "rolled-back" };
const stale = { exitCode: 1, result: "blocked", reason: "stale-review" };

/** A stack that is there, with alarms beside it. */
async function openAlarmStage(options: StageOptions = {}): Promise<Stage> {
  const stage = await openSmallStage(options);
  const { alarms } = stage.aws.cloudFormation;
  alarms.put("errors");
  alarms.put("checkout", { type: COMPOSITE });
  putStack(stage);
  return stage;
}

const WATCHING = { "rollback-alarms": `${arn("errors")}\n${arn("checkout")}`, "monitoring-minutes": "10" };

function rollbackOf(stage: Stage) {
  return stage.aws.cloudFormation.stack(STACK)?.rollback;
}

test.concurrent("an alarm that fires in the monitoring time: rolled back, told, and run again once it is OK", async () => {
  await using stage = await openAlarmStage({ inputs: WATCHING });
  const { alarms } = stage.aws.cloudFormation;
  const { number, step } = await propose(stage, "topic", { timeout: 60 });
  expect(outcome(step)).toEqual(previewed);
  const [before] = await botComments(stage, number);
  expect(before?.body).toContain("| `monitoring-minutes` | *none* | `10` |");
  expect(before?.body).toContain(`- \`${COMPOSITE} ${arn("checkout")}\``);
  await stage.repository.merge(number);

  const hold = stage.aws.cloudFormation.hold(STACK, "monitoring");
  const reason = "Threshold Crossed: 1 datapoint [7.0] was greater than the threshold (5.0).";
  const failed = await deploy(stage, {
    onLine: ({ text }) => {
      if (!text.includes("monitoring for 10 min: alarms errors, checkout")) return;
      expect(hold.isHolding()).toBe(true);
      alarms.set(arn("errors"), "ALARM", reason);
    },
  });
  expect(outcome(failed)).toEqual(rolledBack);
  expect(statusOf(stage)).toBe("UPDATE_ROLLBACK_COMPLETE");
  expect(failed.text).toMatch(
    /Stack app ended in UPDATE_ROLLBACK_COMPLETE: rollback alarm errors fired at [\d:]+ UTC: Threshold Crossed/,
  );
  expect(failed.text).toContain("run this job again once the alarm is OK");
  expect(failed.text).toContain("describe-alarm-history --region us-east-1");
  expect(failed.summary).toContain("A rollback alarm fired");
  const [comment] = await botComments(stage, number);
  expect(comment?.body).toContain("rolled back by an alarm");
  expect(comment?.body).toContain(`\`errors\` (\`${arn("errors")}\`)`);
  expect(comment?.body).toContain("Threshold Crossed: 1 datapoint \\[7.0\\] was greater");
  const sent = calls(stage, "CreateChangeSet")[0]?.params as { readonly RollbackConfiguration?: unknown };
  expect(sent.RollbackConfiguration).toEqual({
    RollbackTriggers: [
      { Arn: arn("errors"), Type: METRIC },
      { Arn: arn("checkout"), Type: COMPOSITE },
    ],
    MonitoringTimeInMinutes: "10",
  });

  alarms.set(arn("errors"), "OK");
  const rerun = await deploy(stage, {
    again: { runId: failed.runId, attempt: 2 },
    onLine: ({ text }) => text.includes("monitoring for 10 min") && hold.letGo(),
  });
  expect(outcome(rerun), rerun.text).toEqual(deployed);
});

test.concurrent("an alarm that fires during the operation, of which nobody may ask", async () => {
  await using stage = await openAlarmStage({ inputs: WATCHING });
  const { number } = await propose(stage, "topic", { timeout: 60 });
  await stage.repository.merge(number);
  const hold = stage.aws.cloudFormation.hold(STACK);
  stage.aws.on({ operation: "ExecuteChangeSet", when: "before" }, () => {
    stage.aws.faults.add({ scenario: "access-denied", operation: "DescribeAlarms" });
  });
  const step = await deploy(stage, {
    onLine: ({ text }) => {
      if (!/Queue.*UPDATE_IN_PROGRESS/.test(text) || !hold.isHolding()) return;
      stage.aws.cloudFormation.alarms.set(arn("checkout"), "ALARM");
      hold.letGo();
    },
  });
  expect(outcome(step)).toEqual(rolledBack);
  expect(step.text).toContain(`The following rollback triggers are in ALARM state: [${arn("checkout")}]`);
  expect(step.text).toContain("allow cloudwatch:DescribeAlarms on *");
});

test.concurrent("a creation that an alarm turns back leaves a shell, and is made anew", async () => {
  await using stage = await openSmallStage({ inputs: WATCHING });
  const { alarms } = stage.aws.cloudFormation;
  alarms.put("errors");
  alarms.put("checkout", { type: COMPOSITE });
  const { number } = await propose(stage, "topic", { timeout: 60 });
  await stage.repository.merge(number);
  const hold = stage.aws.cloudFormation.hold(STACK, "monitoring");
  const failed = await deploy(stage, {
    onLine: ({ text }) => text.includes("monitoring for 10 min") && alarms.set(arn("checkout"), "ALARM", "x"),
  });
  expect(outcome(failed)).toEqual(rolledBack);
  expect(statusOf(stage)).toBe("ROLLBACK_COMPLETE");
  expect(failed.text).toContain("rollback alarm checkout fired");
  alarms.set(arn("checkout"), "OK");
  const rerun = await deploy(stage, {
    again: { runId: failed.runId, attempt: 2 },
    onLine: ({ text }) => text.includes("monitoring for 10 min") && hold.letGo(),
  });
  expect(outcome(rerun), rerun.text).toEqual(deployed);
  expect(rollbackOf(stage)?.triggers).toHaveLength(2);
});

test.concurrent("another list of alarms, or another time, than was reviewed blocks; what is unchanged outdates nothing", async () => {
  await using stage = await openAlarmStage();
  const one = await propose(stage, "one", { timeout: 60 }, { inputs: WATCHING });
  await stage.repository.merge(one.number);
  const fewer = { ...WATCHING, "rollback-alarms": arn("errors") };
  const blocked = await deploy(stage, { inputs: fewer });
  expect(outcome(blocked)).toEqual(stale);
  expect(blocked.text).toContain("setting rollback-alarms");
  const longer = await deploy(stage, { inputs: { ...WATCHING, "monitoring-minutes": "20" } });
  expect(outcome(longer)).toEqual(stale);
  expect(longer.text).toContain("setting monitoring-minutes");
  expect(calls(stage, "ExecuteChangeSet")).toEqual([]);
  const two = await propose(stage, "two", { timeout: 60, topics: ["News"] }, { inputs: WATCHING });
  // In the other order, the same.
  const turned = { ...WATCHING, "rollback-alarms": `${arn("checkout")}\n${arn("errors")}` };
  expect(outcome(await deploy(stage, { inputs: turned }))).toEqual(deployed);
  expect(rollbackOf(stage)?.minutes).toBe(10);
  await stage.repository.merge(two.number);
  expect(outcome(await deploy(stage, { inputs: WATCHING }))).toEqual(deployed);
});

test.concurrent("alarms that stay are shown and sent no more; alarms added by hand after the review outdate nothing", async () => {
  await using stage = await openAlarmStage();
  const stack = stage.aws.cloudFormation.stack(STACK);
  if (stack === undefined) throw new Error("no stack");
  stack.rollback = { triggers: [{ arn: arn("errors"), type: METRIC }], minutes: 5 };
  const { number, step } = await propose(stage, "topic", { timeout: 60 });
  expect(step.text).toContain(
    `rollback alarms: 1 alarm, and 5 min after the deploy, as before, ${arn("errors")}`,
  );
  const [comment] = await botComments(stage, number);
  expect(comment?.body).toContain("(1 alarm, and 5 min after the deploy, as before)");
  await stage.repository.merge(number);
  const both = [...stack.rollback.triggers, { arn: arn("checkout"), type: COMPOSITE }];
  stack.rollback = { triggers: both, minutes: 5 };
  expect(outcome(await deploy(stage))).toEqual(deployed);
  for (const { params } of calls(stage, "CreateChangeSet"))
    expect(Object.keys(params as object)).not.toContain("RollbackConfiguration");
});

test.concurrent("alarms alone are nothing to change for CloudFormation: they wait for the stack's next change", async () => {
  await using stage = await openAlarmStage({ inputs: WATCHING });
  const nothing = { exitCode: 0, result: "no-changes" };
  const number = await stage.repository.openPullRequest({ head: "one", files: { "docs.md": "Alarms\n" } });
  expect(outcome(await preview(stage, number, "opened"))).toEqual(nothing);
  const [comment] = await botComments(stage, number);
  expect(comment?.body).toContain("What differs takes effect with the next change of the stack.");
  expect(comment?.body).toContain("| `monitoring-minutes` | *none* | `10` |");
  await stage.repository.merge(number);
  expect(outcome(await deploy(stage))).toEqual(nothing);
  expect(rollbackOf(stage)?.triggers).toEqual([]);
  const next = await propose(stage, "two", { timeout: 60 });
  expect(outcome(next.step)).toEqual(previewed);
  await stage.repository.merge(next.number);
  expect(outcome(await deploy(stage))).toEqual(deployed);
  expect(rollbackOf(stage)?.triggers).toHaveLength(2);
});

test.concurrent("none takes them away, which a reviewer sees as a weaker guard", async () => {
  await using stage = await openAlarmStage();
  const stack = stage.aws.cloudFormation.stack(STACK);
  if (stack === undefined) throw new Error("no stack");
  stack.rollback = { triggers: [{ arn: arn("errors"), type: METRIC }], minutes: 5 };
  const inputs = { "rollback-alarms": "none" };
  const { number, step } = await propose(stage, "topic", { timeout: 60 }, { inputs });
  expect(outcome(step)).toEqual(previewed);
  const [comment] = await botComments(stage, number);
  expect(comment?.body).toContain("loses a rollback alarm: errors turns no deploy back any more");
  await stage.repository.merge(number);
  expect(outcome(await deploy(stage, { inputs }))).toEqual(deployed);
  expect(rollbackOf(stage)).toEqual({ triggers: [], minutes: 0 });
  // Nothing is there to be asked about.
  expect(calls(stage, "DescribeAlarms")).toEqual([]);
});

test.concurrent("where nobody may ask, a new alarm is sent as a metric one; a composite one so sent rolls back", async () => {
  await using stage = await openAlarmStage();
  stage.aws.faults.add({ scenario: "access-denied", operation: "DescribeAlarms" });
  const metric = { "rollback-alarms": arn("errors") };
  const first = await propose(stage, "one", { timeout: 60 }, { inputs: metric });
  expect(outcome(first.step)).toEqual(previewed);
  const [comment] = await botComments(stage, first.number);
  expect(comment?.body).toContain("whether errors is a metric alarm or a composite one could not be asked");
  expect(first.step.text).toContain("the role lacks cloudwatch:DescribeAlarms");
  await stage.repository.merge(first.number);
  expect(outcome(await deploy(stage, { inputs: metric }))).toEqual(deployed);
  const composite = { "rollback-alarms": arn("checkout") };
  const second = await propose(stage, "two", { timeout: 61 }, { inputs: composite });
  await stage.repository.merge(second.number);
  expect(outcome(await deploy(stage, { inputs: composite }))).toEqual(rolledBack);
});

test.concurrent("an alarm that is missing or in ALARM is said before, and no certain failure", async () => {
  await using stage = await openAlarmStage();
  stage.aws.cloudFormation.alarms.set(arn("errors"), "ALARM", "Threshold Crossed");
  const inputs = { "rollback-alarms": `${arn("errors")}\n${arn("<i>gone</i> @acme/ops")}` };
  const { number, step } = await propose(stage, "topic", { timeout: 60 }, { inputs });
  expect(outcome(step)).toEqual(previewed);
  expect(step.text).toContain("Rollback alarm errors is in ALARM since");
  const [comment] = await botComments(stage, number);
  expect(comment?.body).toContain("Rollback alarm errors is in ALARM since");
  expect(comment?.body).toMatch(/Rollback alarm .*gone.* is not there/);
  expect(comment?.body.replaceAll(/`[^`]*`/g, "")).not.toMatch(/<i>|@acme/);
});

test.concurrent("wrong ones are told at once, with all else that is wrong", async () => {
  await using stage = await openAlarmStage();
  const { number } = await propose(stage, "topic", { timeout: 60 });
  stage.aws.forgetRequests();
  const step = await preview(stage, number, "synchronize", {
    inputs: {
      "rollback-alarms": arn("x").replace("us-east-1", "eu-west-1"),
      "monitoring-minutes": "60",
      comment: "sometimes",
    },
  });
  expect(outcome(step)).toMatchObject({ exitCode: 1, reason: "invalid-input" });
  expect(step.text).toContain("it must be alarms of us-east-1, the region of the stack");
  expect(step.text).toContain('Input monitoring-minutes is "60": it must be less than timeout-minutes (60)');
  expect(step.text).toContain('Input comment is "sometimes"');
  expect(stage.aws.requests()).toEqual([]);
});
