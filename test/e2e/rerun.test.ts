import { expect, test } from "vitest";
import {
  botComments,
  calls,
  deploy,
  lettingGo,
  openSmallStage,
  operationsOf,
  outcome,
  propose,
  putStack,
  STACK,
  STARTED,
  statusOf,
  timeIsOver,
} from "./stack.ts";

const once = ["CREATE_IN_PROGRESS", "UPDATE_IN_PROGRESS"];

test.concurrent("a finished deploy that is run again executes nothing and exports the outputs", async () => {
  await using stage = await openSmallStage();
  putStack(stage);
  const { number } = await propose(stage, "topic", { timeout: 60 });
  await stage.repository.merge(number);
  const first = await deploy(stage);
  expect(outcome(first)).toEqual({ exitCode: 0, result: "deployed" });
  const again = await deploy(stage, { again: { runId: first.runId, attempt: 2 } });
  expect(again.exitCode).toBe(0);
  expect(["deployed", "no-changes"]).toContain(again.outputs["deploy-result"]);
  expect(again.outputs.QueueArn).toBe(first.outputs.QueueArn);
  expect(operationsOf(stage)).toEqual(once);
  expect(await botComments(stage, number)).toHaveLength(1);
});

test.concurrent("what a deploy came to stays in the comment when its commit is deployed once more", async () => {
  await using stage = await openSmallStage();
  putStack(stage);
  const { number } = await propose(stage, "topic", { timeout: 60 });
  await stage.repository.merge(number);
  const first = await deploy(stage);
  expect(outcome(first)).toEqual({ exitCode: 0, result: "deployed" });
  const [told] = await botComments(stage, number);
  expect(told?.body).toContain("QueueArn");
  const later = [await deploy(stage), await deploy(stage, { again: { runId: first.runId, attempt: 2 } })];
  for (const step of later) {
    expect(outcome(step)).toEqual({ exitCode: 0, result: "no-changes" });
    expect(step.outputs["comment-url"]).toBe(first.outputs["comment-url"]);
  }
  expect(await botComments(stage, number)).toEqual([told]);
});

test.concurrent("a run that is killed half-way and run again attaches to the operation and sees it to its end", async () => {
  await using stage = await openSmallStage();
  putStack(stage);
  const { number } = await propose(stage, "topic", { timeout: 60 });
  await stage.repository.merge(number);
  const hold = stage.aws.cloudFormation.hold(STACK);
  const killed = await deploy(stage, { stop: { with: "SIGKILL", whenLog: STARTED } });
  expect(killed.signal).toBe("SIGKILL");
  expect(statusOf(stage)).toBe("UPDATE_IN_PROGRESS");
  const again = await deploy(stage, {
    again: { runId: killed.runId, attempt: 2 },
    ...lettingGo(hold, STARTED),
  });
  expect(again.text).toContain("An earlier attempt of this deploy is still running");
  expect(outcome(again)).toEqual({ exitCode: 0, result: "deployed" });
  expect(statusOf(stage)).toBe("UPDATE_COMPLETE");
  expect(operationsOf(stage)).toEqual(once);
  const [comment, ...more] = await botComments(stage, number);
  expect(more).toEqual([]);
  expect(comment?.body.split("\n")[1]).toContain("deployed");
});

test.concurrent("… and tells its success and outputs where AWS answers nothing after it any more", async () => {
  await using stage = await openSmallStage();
  putStack(stage);
  const { number } = await propose(stage, "topic", { timeout: 60 });
  await stage.repository.merge(number);
  const hold = stage.aws.cloudFormation.hold(STACK);
  const killed = await deploy(stage, { stop: { with: "SIGKILL", whenLog: STARTED } });
  expect(killed.signal).toBe("SIGKILL");
  stage.aws.faults.add({ scenario: "access-denied", operation: "CreateChangeSet" });
  const again = await deploy(stage, {
    again: { runId: killed.runId, attempt: 2 },
    ...lettingGo(hold, STARTED),
  });
  expect(outcome(again)).toEqual({ exitCode: 0, result: "deployed" });
  expect(again.outputs["stack-status"]).toBe("UPDATE_COMPLETE");
  expect(again.outputs.QueueArn).toMatch(/^arn:aws:sqs:/);
  expect(again.text).toContain("Whether anything else is left to change could not be found out");
  expect(again.text).not.toMatch(/nothing was executed/i);
  expect(operationsOf(stage)).toEqual(once);
  const [comment] = await botComments(stage, number);
  expect(comment?.body.split("\n")[1]).toContain("deployed");
});

test.concurrent("… also where it was rolled back while nobody watched: never green", async () => {
  await using stage = await openSmallStage();
  putStack(stage);
  const { number } = await propose(stage, "topic", { timeout: 60 });
  await stage.repository.merge(number);
  stage.aws.faults.add({
    scenario: "resource-fails",
    resource: "Queue",
    on: "update",
    reason: "Out of luck",
  });
  const hold = stage.aws.cloudFormation.hold(STACK);
  const killed = await deploy(stage, { stop: { with: "SIGKILL", whenLog: STARTED } });
  expect(killed.signal).toBe("SIGKILL");
  hold.letGo();
  stage.aws.cloudFormation.finish(STACK);
  expect(statusOf(stage)).toBe("UPDATE_ROLLBACK_COMPLETE");
  // What is known of the roll-back is told; the reviewed changes are still wanted, so they are tried once more.
  const again = await deploy(stage, { again: { runId: killed.runId, attempt: 2 } });
  expect(outcome(again)).toEqual({ exitCode: 1, result: "failed", reason: "rolled-back" });
  expect(again.text).toContain("Out of luck");
});

test.concurrent("a cancelled job stops watching, says so, and leaves AWS's operation alone", async () => {
  await using stage = await openSmallStage();
  putStack(stage);
  const { number } = await propose(stage, "topic", { timeout: 60 });
  await stage.repository.merge(number);
  const hold = stage.aws.cloudFormation.hold(STACK);
  const cancelled = await deploy(stage, { stop: { with: "cancel", whenLog: STARTED } });
  expect(outcome(cancelled)).toMatchObject({ exitCode: 1, reason: "cancelled" });
  expect(statusOf(stage)).toBe("UPDATE_IN_PROGRESS");
  expect(cancelled.summary).toContain("cancel");
  const [comment] = await botComments(stage, number);
  expect(comment?.body).toContain("cancel");
  expect(calls(stage, "CancelUpdateStack")).toEqual([]);
  hold.letGo();
  stage.aws.cloudFormation.finish(STACK);
  expect(statusOf(stage)).toBe("UPDATE_COMPLETE");
  const again = await deploy(stage, { again: { runId: cancelled.runId, attempt: 2 } });
  expect(again.exitCode).toBe(0);
  expect(operationsOf(stage)).toEqual(once);
});

test.concurrent("a time-out fails the run and leaves the operation alone", async () => {
  await using stage = await openSmallStage();
  putStack(stage);
  const { number } = await propose(stage, "topic", { timeout: 60 });
  await stage.repository.merge(number);
  stage.aws.cloudFormation.hold(STACK);
  const step = await deploy(stage, timeIsOver(STARTED));
  expect(outcome(step)).toMatchObject({ exitCode: 1, reason: "timeout" });
  expect(statusOf(stage)).toBe("UPDATE_IN_PROGRESS");
});
