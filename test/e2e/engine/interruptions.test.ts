import { describe, expect, test, vi } from "vitest";
import type { Stage, Step } from "../../sandbox/stage.ts";
import {
  botComments,
  calls,
  deploy,
  openSmallStage,
  operationsOf,
  outcome,
  preview,
  propose,
  putStack,
  STACK,
  statusOf,
  TEMPLATE_PATH,
  template,
} from "../stack.ts";
import { ask } from "./scene.ts";

const deployed = { exitCode: 0, result: "deployed" };
const once = ["CREATE_IN_PROGRESS", "UPDATE_IN_PROGRESS"];

/** A merged pull request whose deploy takes this long. */
async function openMerged(operation: number): Promise<{ stage: Stage; number: number }> {
  const stage = await openSmallStage({ aws: { durations: { operation } } });
  putStack(stage);
  const { number } = await propose(stage, "topic", { timeout: 60, topics: ["News"] });
  await stage.repository.merge(number);
  return { stage, number };
}

describe("credentials that expire", () => {
  test.concurrent("in the middle of a deploy: lost sight of it, not failed, and the next attempt sees its end", async () => {
    const { stage: opened, number } = await openMerged(3_000);
    await using stage = opened;
    const started = expireOnceStarted(stage);
    const step = await deploy(stage);
    await started;
    expect(outcome(step)).toMatchObject({ exitCode: 1, result: "failed" });
    const [comment] = await botComments(stage, number);
    for (const text of [step.annotations.at(-1)?.message, comment?.body, step.summary]) {
      expect(text).toMatch(/could not be watched to the end|lost sight/i);
      expect(text).toMatch(/expired/);
      expect(text).not.toMatch(/rolled back/i);
    }
    expect(step.outputs["stack-status"]).toBe("unknown");
    stage.aws.faults.clear();
    await seesTheEnd(stage, step);
  });

  test.concurrent("before anything began: nothing is started, and it says what to do", async () => {
    const { stage: opened } = await openMerged(100);
    await using stage = opened;
    stage.aws.faults.add({ scenario: "expired-token", after: 1 });
    const step = await deploy(stage);
    expect(outcome(step)).toEqual({ exitCode: 1, result: "failed", reason: "access-denied" });
    expect(step.annotations.at(-1)?.message).toContain("role-duration-seconds");
    expect(operationsOf(stage)).toEqual(["CREATE_IN_PROGRESS"]);
  });
});

/** Every call is refused from a moment after the execution on. */
async function expireOnceStarted(stage: Stage): Promise<void> {
  await vi.waitFor(() => expect(calls(stage, "DescribeStackEvents").length).toBeGreaterThan(0), {
    timeout: 20_000,
    interval: 20,
  });
  stage.aws.faults.add({ scenario: "expired-token" });
}

/** The next attempt: of the same operation, or, where that is over by then, of what is there. */
async function seesTheEnd(stage: Stage, step: Step): Promise<void> {
  const again = await deploy(stage, { again: { runId: step.runId, attempt: 2 } });
  expect(again.exitCode).toBe(0);
  expect(["deployed", "no-changes"]).toContain(again.outputs["deploy-result"]);
  expect(again.outputs.QueueArn).toMatch(/^arn:aws:sqs:/);
  expect(operationsOf(stage)).toEqual(once);
  expect(statusOf(stage)).toBe("UPDATE_COMPLETE");
}

describe("a storm", () => {
  test.concurrent.each([
    ["of throttling", { scenario: "throttle", probability: 0.3, seed: "a storm" }],
    ["of 5xx", { scenario: "unavailable", probability: 0.3, seed: "a storm" }],
    ["of resets", { scenario: "reset", probability: 0.3, seed: "a storm" }],
    ["of lost answers", { scenario: "lost-response", probability: 0.3, seed: "a storm" }],
  ] as const)("%s: preview and deploy come through", async (_, fault) => {
    await using stage = await openSmallStage();
    putStack(stage);
    stage.aws.faults.add(fault);
    const { number, step } = await propose(stage, "topic", { timeout: 60 });
    expect(outcome(step)).toEqual({ exitCode: 0, result: "previewed" });
    await stage.repository.merge(number);
    expect(outcome(await deploy(stage))).toEqual(deployed);
    expect(operationsOf(stage)).toEqual(once);
  });

  test.concurrent("that does not pass while a deploy runs is sat out, and said once", async () => {
    const { stage: opened } = await openMerged(1_000);
    await using stage = opened;
    // The first look fails with all its retries: the watch itself goes on.
    stage.aws.faults.add({ scenario: "unavailable", operation: "DescribeStackEvents", times: 9 });
    const step = await deploy(stage);
    expect(outcome(step)).toEqual(deployed);
    expect(step.text.split("Still trying.").length).toBe(2);
  }, 60_000);
});

test.concurrent("an operation that succeeded but whose stack cannot be read is not green: its outputs are missing", async () => {
  const { stage: opened } = await openMerged(1_500);
  await using stage = opened;
  const refusing = vi.waitFor(() => expect(calls(stage, "ExecuteChangeSet")).toHaveLength(1), {
    timeout: 20_000,
    interval: 20,
  });
  const running = deploy(stage);
  await refusing;
  stage.aws.faults.add({ scenario: "access-denied", operation: "DescribeStacks" });
  const step = await running;
  expect(outcome(step)).toMatchObject({ exitCode: 1, result: "failed" });
  expect(step.annotations.at(-1)?.message).toMatch(/ended UPDATE_COMPLETE.*outputs are not known/s);
  stage.aws.faults.clear();
  await seesTheEnd(stage, step);
});

describe("a time-out", () => {
  test.concurrent("says how to go on; run again, it follows the same operation", async () => {
    const { stage: opened, number } = await openMerged(6_000);
    await using stage = opened;
    const step = await deploy(stage, { inputs: { "timeout-minutes": "0.05" } });
    expect(outcome(step)).toEqual({ exitCode: 1, result: "failed", reason: "timeout" });
    const [comment] = await botComments(stage, number);
    for (const text of [step.annotations.at(-1)?.message, comment?.body, step.summary]) {
      expect(text).toMatch(/Run this job again/);
    }
    const [run] = await stage.repository.checkRuns("main");
    expect(run).toMatchObject({ status: "completed", conclusion: "failure" });
    await seesTheEnd(stage, step);
  });
});

describe("a job that is cancelled while CloudFormation makes the change set", () => {
  const slow = { aws: { durations: { changeSet: 60_000 } } };
  const stop = { with: "cancel", whenLog: /Creating change set/ } as const;

  test.concurrent("a preview: says so, executes nothing", async () => {
    await using stage = await openSmallStage(slow);
    putStack(stage);
    const files = { [TEMPLATE_PATH]: template({ timeout: 60 }) };
    const number = await stage.repository.openPullRequest({ head: "topic", files });
    const step = await preview(stage, number, "opened", { stop });
    expect(step.signal).toBeNull();
    expect(outcome(step)).toEqual({ exitCode: 1, result: "failed", reason: "cancelled" });
    expect(step.annotations.at(-1)?.message).toMatch(/cancelled/);
    expect(statusOf(stage)).toBe("CREATE_COMPLETE");
  });

  test.concurrent("a deploy: says so everywhere, executes nothing", async () => {
    await using stage = await openSmallStage({ aws: { durations: { changeSet: 200 } } });
    putStack(stage);
    const { number, step: previewed } = await propose(stage, "topic", { timeout: 60 });
    ask(stage, "DeleteChangeSet", { ChangeSetName: previewed.outputs["change-set-arn"] ?? "" });
    await stage.repository.merge(number);
    const step = await deploy(stage, { stop });
    expect(step.signal).toBeNull();
    expect(outcome(step)).toEqual({ exitCode: 1, result: "failed", reason: "cancelled" });
    const [comment] = await botComments(stage, number);
    const [run] = await stage.repository.checkRuns("main");
    for (const text of [step.annotations.at(-1)?.message, step.summary, comment?.body]) {
      expect(text).toMatch(/cancelled/);
    }
    expect(run).toMatchObject({ status: "completed", conclusion: "cancelled" });
    expect(calls(stage, "ExecuteChangeSet")).toEqual([]);
    expect(stage.aws.cloudFormation.stack(STACK)?.status).toBe("CREATE_COMPLETE");
    expect(outcome(await deploy(stage, { again: { runId: step.runId, attempt: 2 } }))).toEqual(deployed);
  });
});
