import { expect, test } from "vitest";
import type { Stage, Step } from "../sandbox/stage.ts";
import {
  calls,
  deploy,
  openSmallStage,
  outcome,
  propose,
  putStack,
  TEMPLATE_PATH,
  template,
} from "./stack.ts";

/** Puts a pull request into the queue and runs what GitHub runs for its group. */
async function queued(
  stage: Stage,
  number: number,
): Promise<{ readonly headSha: string; readonly step: Step }> {
  const group = await stage.repository.queue.enqueue(number, "squash");
  return { headSha: group.headSha, step: await stage.run(await stage.repository.event.mergeGroup(group)) };
}

test.concurrent("a group whose changes were reviewed passes, writes no comment, and its merge deploys", async () => {
  await using stage = await openSmallStage();
  putStack(stage);
  const { number } = await propose(stage, "topic", { timeout: 60 });
  const before = await stage.repository.comments(number);
  const { headSha, step } = await queued(stage, number);
  expect(outcome(step)).toEqual({ exitCode: 0, result: "previewed" });
  expect(await stage.repository.checkRuns(headSha)).toMatchObject([
    { name: "aurora-deploy / app (us-east-1)", conclusion: "success" },
  ]);
  expect(await stage.repository.comments(number)).toEqual(before);
  expect(calls(stage, "ExecuteChangeSet")).toEqual([]);
  await stage.repository.queue.mergeNext("github-merge-queue[bot]");
  expect(outcome(await deploy(stage))).toEqual({ exitCode: 0, result: "deployed" });
});

test.concurrent("a group with what nobody reviewed is kept out of the branch", async () => {
  await using stage = await openSmallStage();
  putStack(stage);
  const { number } = await propose(stage, "topic", { timeout: 60 });
  const later = { [TEMPLATE_PATH]: template({ timeout: 61 }) };
  await stage.repository.pushToPullRequest(number, later, "After the last preview");
  const { headSha, step } = await queued(stage, number);
  expect(outcome(step)).toEqual({ exitCode: 1, result: "blocked", reason: "unreviewed" });
  expect(step.text).toContain("Bring the pull request up to date with its base branch");
  expect(step.text).not.toContain("approved-digest");
  expect(await stage.repository.checkRuns(headSha)).toMatchObject([{ conclusion: "failure" }]);
});

test.concurrent("so is one that the stack has moved away from", async () => {
  await using stage = await openSmallStage();
  putStack(stage);
  const { number } = await propose(stage, "topic", { timeout: 60 });
  stage.aws.cloudFormation.updateStackByHand({ stackName: "app", template: template({ timeout: 45 }) });
  const { step } = await queued(stage, number);
  expect(outcome(step)).toEqual({ exitCode: 1, result: "blocked", reason: "stale-review" });
  expect(step.text).toContain("then put the pull request into the queue again");
  expect(step.text).not.toContain("approved-digest");
});

test.concurrent("one whose preview fails: its check run is completed, and nobody waits for it", async () => {
  await using stage = await openSmallStage();
  putStack(stage);
  const { number } = await propose(stage, "topic", { timeout: 60 });
  stage.aws.faults.add({ scenario: "access-denied", operation: "CreateChangeSet" });
  const { headSha, step } = await queued(stage, number);
  expect(outcome(step)).toEqual({ exitCode: 1, result: "failed", reason: "access-denied" });
  const runs = await stage.repository.checkRuns(headSha);
  expect(runs.map(({ status, conclusion }) => [status, conclusion])).toEqual([["completed", "failure"]]);
  expect(step.summary).toContain("the preview failed: access was denied");
});
