import { expect, test } from "vitest";
import type { Stage, Step } from "../../sandbox/stage.ts";
import { lettingGo, openSmallStage, outcome, STACK, timeIsOver } from "../stack.ts";
import { destroy } from "./stage.ts";

const DELETING = /Queue.*DELETE_IN_PROGRESS/;
const SNAPSHOT = /app-snapshot-cluster-[a-z0-9]+/;

/** A database in a stack of its own, and one in a nested stack, behind what is held. */
async function openDatabases(): Promise<Stage> {
  const stage = await openSmallStage();
  const cluster = (id: string) => ({
    Type: "AWS::RDS::DBCluster",
    Properties: { DBClusterIdentifier: id, Engine: "aurora-postgresql" },
  });
  const inner = JSON.stringify({ Resources: { Cluster: cluster("inner") } });
  stage.aws.objects.put("templates", "inner.json", inner);
  const TemplateURL = "https://templates.s3.amazonaws.com/inner.json";
  const Inner = { Type: "AWS::CloudFormation::Stack", Properties: { TemplateURL } };
  const Queue = { Type: "AWS::SQS::Queue", DependsOn: ["Cluster", "Inner"] };
  const body = JSON.stringify({ Resources: { Cluster: cluster("db"), Inner, Queue } });
  stage.aws.cloudFormation.putStack({ stackName: STACK, template: body });
  return stage;
}

/** What the run says of the snapshots' names agrees with those that CloudFormation takes after it. */
async function expectStartsTold(stage: Stage, step: Step): Promise<void> {
  const starts = [...step.summary.matchAll(/it begins with ([a-z0-9-]+)/g)].map(([, start = ""]) => start);
  expect(starts).toHaveLength(2);
  for (const start of starts) expect(step.text).toContain(start);
  expect(step.outputs["final-snapshot"]).toBe("");
  expect(stage.aws.cloudFormation.snapshots).toEqual([]);
  // The deletion goes on, and comes to its end with nobody watching.
  stage.aws.cloudFormation.finish(STACK);
  const ids = stage.aws.cloudFormation.snapshots.map(({ id }) => id);
  expect(ids).toHaveLength(2);
  for (const id of ids) expect(starts.filter((start) => id.startsWith(start))).toHaveLength(1);
  const again = await destroy(stage, STACK, { again: { runId: step.runId, attempt: 2 } });
  expect(outcome(again)).toEqual({ exitCode: 0, result: "no-changes" });
}

test.concurrent("cancelled: what the last snapshots are called is told before the stack is gone", async () => {
  await using stage = await openDatabases();
  const hold = stage.aws.cloudFormation.hold(STACK);
  const step = await destroy(stage, STACK, { stop: { with: "cancel", whenLog: DELETING, patience: 20 } });
  expect(outcome(step), step.text).toEqual({ exitCode: 1, result: "failed", reason: "cancelled" });
  hold.letGo();
  await expectStartsTold(stage, step);
});

test.concurrent("timeout-minutes: what the last snapshots are called is told before the stack is gone", async () => {
  await using stage = await openDatabases();
  const hold = stage.aws.cloudFormation.hold(STACK);
  const step = await destroy(stage, STACK, timeIsOver(DELETING));
  expect(outcome(step), step.text).toEqual({ exitCode: 1, result: "failed", reason: "timeout" });
  hold.letGo();
  await expectStartsTold(stage, step);
});

test.concurrent("out of sight: what the last snapshots are called is told before the stack is gone", async () => {
  await using stage = await openDatabases();
  const hold = stage.aws.cloudFormation.hold(STACK);
  stage.aws.on({ operation: "DeleteStack", nth: 1, when: "after" }, () => {
    stage.aws.faults.add({ scenario: "expired-token", operation: "DescribeStackEvents" });
  });
  const step = await destroy(stage, STACK);
  expect(outcome(step), step.text).toEqual({ exitCode: 1, result: "failed", reason: "error" });
  hold.letGo();
  await expectStartsTold(stage, step);
});

test.concurrent.for([
  ["GetTemplate", "what is in the stack"],
  ["DescribeStackEvents", "whose deletion it is"],
] as const)(
  "run again without the right to %s, %s: nobody says that nothing was deleted",
  async ([operation]) => {
    await using stage = await openDatabases();
    const hold = stage.aws.cloudFormation.hold(STACK);
    const first = await destroy(stage, STACK, { stop: { with: "cancel", whenLog: DELETING, patience: 20 } });
    stage.aws.faults.add({ scenario: "access-denied", operation });
    const again = await destroy(stage, STACK, {
      again: { runId: first.runId, attempt: 2 },
      ...(operation === "GetTemplate" ? lettingGo(hold, DELETING) : {}),
    });
    for (const text of [again.summary, again.text]) expect(text).not.toMatch(/nothing was deleted/i);
    for (const text of [again.summary, again.text]) expect(text).toContain(`cloudformation:${operation}`);
    expect(again.outputs["deploy-result"], again.text).toBe(
      operation === "GetTemplate" ? "destroyed" : "failed",
    );
    if (hold.isHolding()) hold.letGo();
  },
);

test.concurrent("an empty shell of which nobody may see the end: nobody says that nothing was deleted", async () => {
  await using stage = await openSmallStage();
  stage.aws.call("cloudformation", "CreateChangeSet", {
    ...{ StackName: STACK, ChangeSetName: "first", ChangeSetType: "CREATE" },
    TemplateBody: JSON.stringify({ Resources: { Queue: { Type: "AWS::SQS::Queue" } } }),
  });
  stage.aws.on({ operation: "DeleteStack", nth: 1, when: "after" }, () => {
    stage.aws.faults.add({ scenario: "access-denied", operation: "DescribeStacks" });
  });
  const step = await destroy(stage, STACK);
  expect(outcome(step), step.text).toEqual({ exitCode: 1, result: "failed", reason: "error" });
  for (const text of [step.summary, step.text]) expect(text).not.toMatch(/nothing was deleted/i);
  expect(step.summary).toContain("ost sight of the deletion");
});

test.concurrent("followed to its end by the next attempt, both are named", async () => {
  await using stage = await openDatabases();
  const hold = stage.aws.cloudFormation.hold(STACK);
  const step = await destroy(stage, STACK, { stop: { with: "cancel", whenLog: DELETING, patience: 20 } });
  expect(outcome(step)).toEqual({ exitCode: 1, result: "failed", reason: "cancelled" });
  const again = await destroy(stage, STACK, {
    again: { runId: step.runId, attempt: 2 },
    ...lettingGo(hold, DELETING),
  });
  expect(outcome(again), again.text).toEqual({ exitCode: 0, result: "destroyed" });
  const ids = again.outputs["final-snapshot"]?.split("\n") ?? [];
  expect(ids.toSorted()).toEqual(stage.aws.cloudFormation.snapshots.map(({ id }) => id).toSorted());
  expect(ids.some((id) => SNAPSHOT.test(id))).toBe(true);
});
