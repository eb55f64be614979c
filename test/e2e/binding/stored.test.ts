import { expect, test } from "vitest";
import type { Stage } from "../../sandbox/stage.ts";
import { calls, deploy, openSmallStage, outcome, preview, STACK, TEMPLATE_PATH } from "../stack.ts";

// A parameter of an SSM type that a workflow gives each time: its name stays, and what stands behind it is CloudFormation's
// to find out. Where nothing else changes there is no change set that tells it.

const NAME = "/app/ami";
const unreviewed = { exitCode: 1, result: "blocked", reason: "unreviewed" };
const stale = { exitCode: 1, result: "blocked", reason: "stale-review" };
const deployed = { exitCode: 0, result: "deployed" };
const previewed = { exitCode: 0, result: "previewed" };
const noChanges = { exitCode: 0, result: "no-changes" };
const SETTLED = "Stack app is what the template says: nothing to change.";

/** A topic of this title, and one that takes what stands behind the name, where `isUsed`. */
function body(title: string, isUsed = true): string {
  const topic = (name: object | string) => ({ Type: "AWS::SNS::Topic", Properties: { DisplayName: name } });
  return JSON.stringify({
    Parameters: { Ami: { Type: "AWS::SSM::Parameter::Value<String>" } },
    Resources: { Topic: topic(title), Other: topic(isUsed ? { Ref: "Ami" } : "other") },
  });
}

async function openStored(isUsed = true): Promise<Stage> {
  const stage = await openSmallStage({
    inputs: { parameters: `Ami=${NAME}` },
    repository: { files: { [TEMPLATE_PATH]: body("one", isUsed), "notes.md": "one" } },
  });
  stage.aws.cloudFormation.parameterStore.set(NAME, "ami-1");
  stage.aws.cloudFormation.putStack(asOf("one", isUsed));
  return stage;
}

function asOf(title: string, isUsed = true) {
  return { stackName: STACK, template: body(title, isUsed), parameters: { Ami: NAME } };
}

/** A pull request with these files, and what its preview came to. */
async function propose(stage: Stage, head: string, files: Readonly<Record<string, string>>) {
  const number = await stage.repository.openPullRequest({ head, files });
  return { number, step: await preview(stage, number, "opened") };
}

test.concurrent("what was done by hand already settles its review: taken back by hand, it is not executed again", async () => {
  await using stage = await openStored();
  const { number, step } = await propose(stage, "title", { [TEMPLATE_PATH]: body("two") });
  expect(outcome(step)).toEqual(previewed);
  stage.aws.cloudFormation.updateStackByHand(asOf("two"));
  await stage.repository.merge(number);
  const first = await deploy(stage);
  expect(outcome(first)).toEqual(noChanges);
  expect(first.text).toContain(SETTLED);
  stage.aws.cloudFormation.updateStackByHand(asOf("one"));
  expect(outcome(await deploy(stage, { again: { runId: first.runId, attempt: 2 } }))).toEqual(unreviewed);
  expect(calls(stage, "ExecuteChangeSet")).toEqual([]);
});

test.concurrent("a pull request that changes nothing goes with one that does, in one deploy and in a queue", async () => {
  await using stage = await openStored();
  const title = await propose(stage, "title", { [TEMPLATE_PATH]: body("two") });
  const notes = await propose(stage, "notes", { "notes.md": "two" });
  expect([outcome(title.step), outcome(notes.step)]).toEqual([previewed, noChanges]);
  for (const { number } of [title, notes]) {
    const group = await stage.repository.queue.enqueue(number, "squash");
    expect(outcome(await stage.run(await stage.repository.event.mergeGroup(group)))).toEqual(previewed);
  }
  await stage.repository.queue.mergeNext("github-merge-queue[bot]");
  await stage.repository.queue.mergeNext("github-merge-queue[bot]");
  expect(outcome(await deploy(stage))).toEqual(deployed);
});

test.concurrent("another value behind the name, which nothing takes, is no change until a change set brings it", async () => {
  await using stage = await openStored(false);
  const notes = await propose(stage, "notes", { "notes.md": "two" });
  stage.aws.cloudFormation.parameterStore.set(NAME, "ami-2");
  await stage.repository.merge(notes.number);
  const first = await deploy(stage);
  expect(outcome(first)).toEqual(noChanges);
  expect(first.text).toContain(SETTLED);
  const title = await propose(stage, "title", { [TEMPLATE_PATH]: body("two", false) });
  expect(outcome(title.step)).toEqual(previewed);
  expect(title.step.text).toContain(`parameter Ami: ${NAME} (ami-1) → ${NAME} (ami-2)`);
  await stage.repository.merge(title.number);
  expect(outcome(await deploy(stage))).toEqual(deployed);
});

test.concurrent("another value behind the name that a resource takes was reviewed by nobody", async () => {
  await using stage = await openStored();
  const { number } = await propose(stage, "notes", { "notes.md": "two" });
  stage.aws.cloudFormation.parameterStore.set(NAME, "ami-2");
  await stage.repository.merge(number);
  const step = await deploy(stage);
  expect(outcome(step)).toEqual(stale);
  expect(step.text).toContain("parameter Ami: is new since the review");
  expect(calls(stage, "ExecuteChangeSet")).toEqual([]);
});
