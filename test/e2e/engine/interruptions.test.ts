import { describe, expect, test } from "vitest";
import type { Hold } from "../../sandbox/cloudformation/holds.ts";
import type { Stage, Step } from "../../sandbox/stage.ts";
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
} from "../stack.ts";
import { ask } from "./scene.ts";

const deployed = { exitCode: 0, result: "deployed" };
const once = ["CREATE_IN_PROGRESS", "UPDATE_IN_PROGRESS"];

/** A merged pull request that is about to be deployed. */
async function openMerged(): Promise<{ stage: Stage; number: number }> {
  const stage = await openSmallStage();
  putStack(stage);
  const { number } = await propose(stage, "topic", { timeout: 60, topics: ["News"] });
  await stage.repository.merge(number);
  return { stage, number };
}

describe("credentials that expire", () => {
  test.concurrent("in the middle of a deploy: lost sight of it, not failed, and the next attempt sees its end", async () => {
    const { stage: opened, number } = await openMerged();
    await using stage = opened;
    const hold = stage.aws.cloudFormation.hold(STACK);
    // The first is about what earlier operations took.
    const expiry = stage.aws.on({ operation: "DescribeStackEvents", nth: 2, when: "after" }, () =>
      stage.aws.faults.add({ scenario: "expired-token" }),
    );
    const step = await deploy(stage);
    expect(expiry.times()).toBe(1);
    expect(outcome(step)).toMatchObject({ exitCode: 1, result: "failed" });
    const [comment] = await botComments(stage, number);
    for (const text of [step.annotations.at(-1)?.message, comment?.body, step.summary]) {
      expect(text).toMatch(/could not be watched to the end|lost sight/i);
      expect(text).toMatch(/expired/);
      expect(text).not.toMatch(/rolled back/i);
    }
    expect(step.outputs["stack-status"]).toBe("unknown");
    stage.aws.faults.clear();
    await followsToTheEnd(stage, step, hold);
  });

  test.concurrent("before anything began: nothing is started, and it says what to do", async () => {
    const { stage: opened } = await openMerged();
    await using stage = opened;
    stage.aws.faults.add({ scenario: "expired-token", after: 1 });
    const step = await deploy(stage);
    expect(outcome(step)).toEqual({ exitCode: 1, result: "failed", reason: "access-denied" });
    expect(step.annotations.at(-1)?.message).toContain("role-duration-seconds");
    expect(operationsOf(stage)).toEqual(["CREATE_IN_PROGRESS"]);
  });
});

/** The next attempt: it finds the operation still running, and sees its end. */
async function followsToTheEnd(stage: Stage, step: Step, hold: Hold): Promise<void> {
  expect(hold.isHolding()).toBe(true);
  const options = { again: { runId: step.runId, attempt: 2 }, ...lettingGo(hold, STARTED) };
  const again = await deploy(stage, options);
  expect(again.text).toContain("An earlier attempt of this deploy is still running");
  isAtItsEnd(stage, again, "deployed");
}

function isAtItsEnd(stage: Stage, again: Step, result: string): void {
  expect(outcome(again)).toEqual({ exitCode: 0, result });
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
    const { stage: opened } = await openMerged();
    await using stage = opened;
    const hold = stage.aws.cloudFormation.hold(STACK);
    // The first look fails with all its retries: the watch itself goes on.
    const storms: number[] = [];
    stage.aws.on({ operation: "ExecuteChangeSet", nth: 1, when: "before" }, () => {
      storms.push(
        stage.aws.faults.add({ scenario: "unavailable", operation: "DescribeStackEvents", times: 9 }),
      );
    });
    const step = await deploy(stage, lettingGo(hold, STARTED));
    expect(storms.map((storm) => stage.aws.faults.used(storm))).toEqual([9]);
    expect(outcome(step)).toEqual(deployed);
    expect(step.text.split("Still trying.").length).toBe(2);
  });
});

const WHY = "Cannot find upgrade target from 15.4 with requested version 13.9.";
const BACK = /UPDATE_ROLLBACK_IN_PROGRESS/;

/** A deploy whose queue fails, and whose rollback does not end before a test lets it. */
async function openFailing(): Promise<{ stage: Stage; number: number; hold: Hold }> {
  const opened = await openMerged();
  const { aws } = opened.stage;
  aws.faults.add({ scenario: "resource-fails", resource: "Queue", on: "update", reason: WHY });
  return { ...opened, hold: aws.cloudFormation.hold(STACK, "rollback") };
}

describe("a deploy that has failed, and is not watched to the end of its rollback", () => {
  /** What everybody reads of it: the cause, what is going on, and how to go on. */
  async function isTold(stage: Stage, step: Step, number: number, conclusion: string): Promise<void> {
    const [comment] = await botComments(stage, number);
    const [run] = await stage.repository.checkRuns("main");
    expect(run).toMatchObject({ status: "completed", conclusion });
    const texts = [step.annotations.at(-1)?.message, comment?.body, step.summary, run?.output?.summary];
    for (const text of texts.map((it = "") => it?.replaceAll(/[`\\]/g, ""))) {
      expect(text).toContain(WHY);
      expect(text).toMatch(/Queue.*UPDATE_FAILED/);
      expect(text).toMatch(/rolling the stack back/);
      expect(text).toMatch(/Run this job again while that lasts/);
      expect(text).not.toMatch(/raise timeout-minutes|may go on without/);
    }
    expect(comment?.body.split("\n")[1]).toContain("failed, ");
    expect(run?.output?.title).toContain("failed, ");
  }

  /** Run again while it is rolled back, it follows that to its end, and tells the same cause. */
  async function followsBack(stage: Stage, step: Step, hold: Hold): Promise<void> {
    expect(hold.isHolding()).toBe(true);
    const options = { again: { runId: step.runId, attempt: 2 }, ...lettingGo(hold, BACK) };
    const again = await deploy(stage, options);
    expect(again.text).toContain("An earlier attempt of this deploy is still running");
    expect(outcome(again)).toEqual({ exitCode: 1, result: "failed", reason: "rolled-back" });
    expect(again.annotations.at(-1)?.message).toContain(WHY);
    expect(operationsOf(stage)).toEqual(once);
  }

  test.concurrent("timeout-minutes: the cause is told in every place", async () => {
    const { stage: opened, number, hold } = await openFailing();
    await using stage = opened;
    const step = await deploy(stage, timeIsOver(BACK));
    expect(outcome(step), step.text).toEqual({ exitCode: 1, result: "failed", reason: "timeout" });
    expect(step.outputs["stack-status"]).toBe("UPDATE_ROLLBACK_IN_PROGRESS");
    await isTold(stage, step, number, "failure");
    await followsBack(stage, step, hold);
  });

  test.concurrent("a cancelled job: the cause is told in every place", async () => {
    const { stage: opened, number, hold } = await openFailing();
    await using stage = opened;
    const step = await deploy(stage, { stop: { with: "cancel", whenLog: BACK } });
    expect(outcome(step), step.text).toEqual({ exitCode: 1, result: "failed", reason: "cancelled" });
    await isTold(stage, step, number, "cancelled");
    await followsBack(stage, step, hold);
  });

  test.concurrent("credentials that end: the cause is told in every place", async () => {
    const { stage: opened, number, hold } = await openFailing();
    await using stage = opened;
    const step = await deploy(stage, {
      onLine: ({ text }) => BACK.test(text) && stage.aws.faults.add({ scenario: "expired-token" }),
    });
    expect(outcome(step), step.text).toEqual({ exitCode: 1, result: "failed", reason: "error" });
    expect(step.outputs["stack-status"]).toBe("unknown");
    expect(step.annotations.at(-1)?.message).toContain("role-duration-seconds");
    await isTold(stage, step, number, "failure");
    stage.aws.faults.clear();
    stage.aws.faults.add({ scenario: "resource-fails", resource: "Queue", on: "update", reason: WHY });
    await followsBack(stage, step, hold);
  });
});

test.concurrent("an operation that succeeded but whose stack cannot be read is not green: its outputs are missing", async () => {
  const { stage: opened } = await openMerged();
  await using stage = opened;
  const refusal = stage.aws.on({ operation: "ExecuteChangeSet", nth: 1, when: "after" }, () =>
    stage.aws.faults.add({ scenario: "access-denied", operation: "DescribeStacks" }),
  );
  const step = await deploy(stage);
  expect(refusal.times()).toBe(1);
  expect(outcome(step)).toMatchObject({ exitCode: 1, result: "failed" });
  const said = step.annotations.at(-1)?.message;
  expect(said).toMatch(
    /is UPDATE_COMPLETE after .*its outputs could not be read: .*cloudformation:DescribeStacks/s,
  );
  expect(said).toContain("Run this job again for its outputs.");
  expect(said).not.toMatch(/may go on/);
  expect(step.outputs["stack-status"]).toBe("UPDATE_COMPLETE");
  stage.aws.faults.clear();
  const again = await deploy(stage, { again: { runId: step.runId, attempt: 2 } });
  isAtItsEnd(stage, again, "no-changes");
});

describe("a time-out", () => {
  test.concurrent("says how to go on; run again, it follows the same operation", async () => {
    const { stage: opened, number } = await openMerged();
    await using stage = opened;
    const hold = stage.aws.cloudFormation.hold(STACK);
    const step = await deploy(stage, timeIsOver(STARTED));
    expect(outcome(step)).toEqual({ exitCode: 1, result: "failed", reason: "timeout" });
    const [comment] = await botComments(stage, number);
    for (const text of [step.annotations.at(-1)?.message, comment?.body, step.summary]) {
      expect(text).toMatch(/Run this job again/);
    }
    const [run] = await stage.repository.checkRuns("main");
    expect(run).toMatchObject({ status: "completed", conclusion: "failure" });
    await followsToTheEnd(stage, step, hold);
  });
});

describe("a job that is cancelled while CloudFormation makes the change set", () => {
  /** Makes the next change set wait, and cancels the job that has asked whether it is ready. */
  function cancelledMeanwhile(stage: Stage) {
    const hold = stage.aws.cloudFormation.hold(STACK, "change-set");
    const { promise: now, resolve: cancel } = Promise.withResolvers<void>();
    stage.aws.on({ operation: "DescribeChangeSet", when: "after" }, () => hold.isHolding() && cancel());
    return { hold, stop: { with: "cancel", now } as const };
  }

  test.concurrent("a preview: says so, executes nothing", async () => {
    await using stage = await openSmallStage();
    putStack(stage);
    const { hold, stop } = cancelledMeanwhile(stage);
    const { step } = await propose(stage, "topic", { timeout: 60 }, { stop });
    expect(hold.isHolding()).toBe(true);
    expect(step.signal).toBeNull();
    expect(outcome(step)).toEqual({ exitCode: 1, result: "failed", reason: "cancelled" });
    expect(step.annotations.at(-1)?.message).toMatch(/cancelled/);
    expect(statusOf(stage)).toBe("CREATE_COMPLETE");
  });

  test.concurrent("a deploy: says so everywhere, executes nothing", async () => {
    await using stage = await openSmallStage();
    putStack(stage);
    const { number, step: previewed } = await propose(stage, "topic", { timeout: 60 });
    ask(stage, "DeleteChangeSet", { ChangeSetName: previewed.outputs["change-set-arn"] ?? "" });
    await stage.repository.merge(number);
    const { hold, stop } = cancelledMeanwhile(stage);
    const step = await deploy(stage, { stop });
    expect(hold.isHolding()).toBe(true);
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
    hold.letGo();
    expect(outcome(await deploy(stage, { again: { runId: step.runId, attempt: 2 } }))).toEqual(deployed);
  });
});
