import { expect, test } from "vitest";
import type { Stage } from "../sandbox/stage.ts";
import { deploy, openSmallStage, operationsOf, outcome, propose, putStack, statusOf } from "./stack.ts";

/**
 * Does something the moment AWS has been asked for this operation for the n-th time. The answer to that call is late, so
 * that it happens before the run can go on.
 */
function whenAsked(stage: Stage, operation: string, nth: number, act: () => void): void {
  stage.aws.faults.add({ scenario: "slow", operation, nth, ms: 500 });
  const before = stage.aws.requests().length;
  const timer = setInterval(() => {
    const asked = stage.aws.requests().slice(before);
    if (asked.filter((request) => request.operation === operation).length < nth) return;
    clearInterval(timer);
    act();
  }, 5);
  timer.unref();
}

/** Somebody executes a change set by the console: with a token that is not ours. */
function executeInTheConsole(stage: Stage, changeSet: string | undefined): void {
  stage.aws.cloudFormation.handle("ExecuteChangeSet", {
    ChangeSetName: changeSet ?? "",
    ClientRequestToken: "Console-ExecuteChangeSet-6a5e4f0f",
  });
}

const once = ["CREATE_IN_PROGRESS", "UPDATE_IN_PROGRESS"];

test.concurrent("the reviewed change set is executed in the console just before us: its operation is followed", async () => {
  await using stage = await openSmallStage({ aws: { durations: { update: 1_500 } } });
  putStack(stage);
  const { number, step } = await propose(stage, "topic", { timeout: 60 });
  await stage.repository.merge(number);
  whenAsked(stage, "GetTemplate", 1, () => executeInTheConsole(stage, step.outputs["change-set-arn"]));
  const deployed = await deploy(stage, { timeoutMs: 12_000 });
  expect(outcome(deployed), deployed.text).toEqual({ exitCode: 0, result: "deployed" });
  expect(operationsOf(stage)).toEqual(once);
  expect(statusOf(stage)).toBe("UPDATE_COMPLETE");
});

test.concurrent("… just after we saw that the stack is idle: the end of its operation is waited for", async () => {
  await using stage = await openSmallStage({ aws: { durations: { update: 1_500 } } });
  putStack(stage);
  const { number, step } = await propose(stage, "topic", { timeout: 60 });
  await stage.repository.merge(number);
  whenAsked(stage, "DescribeChangeSet", 1, () => executeInTheConsole(stage, step.outputs["change-set-arn"]));
  const deployed = await deploy(stage, { timeoutMs: 12_000 });
  expect(deployed.exitCode, deployed.text).toBe(0);
  expect(operationsOf(stage)).toEqual(once);
  expect(statusOf(stage)).toBe("UPDATE_COMPLETE");
});
