import { expect, test } from "vitest";
import type { Stage } from "../sandbox/stage.ts";
import { botComments, deploy, openSmallStage, operationsOf, outcome, propose, putStack } from "./stack.ts";

// Two pull requests are merged before either was deployed, and only the second merge's push runs: what Actions'
// `concurrency` does to a queue.
test.concurrent("two pull requests in one deploy: every change was reviewed in one of them", async () => {
  await using stage = await openDeployedStage();
  const one = await proposeFile(stage, "one", twoTemplates({ first: "changed" }));
  const two = await proposeFile(stage, "two", twoTemplates({ second: "changed" }));
  await stage.repository.merge(one, "squash");
  await stage.repository.merge(two, "squash");
  expect(outcome(await deploy(stage))).toEqual({ exitCode: 0, result: "deployed" });
  const deployed = stage.aws.cloudFormation.stack("app");
  expect(deployed?.resources.get("First")?.properties).toMatchObject({ DisplayName: "changed" });
  expect(deployed?.resources.get("Second")?.properties).toMatchObject({ DisplayName: "changed" });
});

test.concurrent("without a deploy before them, too: each record says on which commit it was made", async () => {
  await using stage = await openSmallStage({ repository: { files: files(twoTemplates()) } });
  stage.aws.cloudFormation.putStack({ stackName: "app", template: twoTemplates() });
  const one = await proposeFile(stage, "one", twoTemplates({ first: "changed" }));
  const two = await proposeFile(stage, "two", twoTemplates({ second: "changed" }));
  await stage.repository.merge(one, "squash");
  await stage.repository.merge(two, "squash");
  expect(outcome(await deploy(stage))).toEqual({ exitCode: 0, result: "deployed" });
});

test.concurrent("two pull requests that change different properties of one resource do not stand in each other's way", async () => {
  await using stage = await openDeployedStage();
  const one = await proposeFile(stage, "one", twoTemplates({ first: "changed" }));
  const two = await proposeFile(stage, "two", twoTemplates({ policy: "Retain" }));
  await stage.repository.merge(one, "squash");
  await stage.repository.merge(two, "squash");
  expect(outcome(await deploy(stage))).toEqual({ exitCode: 0, result: "deployed" });
});

test.concurrent("two pull requests that touch one list make a value that nobody reviewed", async () => {
  await using stage = await openDeployedStage();
  const one = await proposeFile(stage, "one", twoTemplates({ firstTag: "changed" }));
  const two = await proposeFile(stage, "two", twoTemplates({ lastTag: "changed" }));
  await stage.repository.merge(one, "squash");
  await stage.repository.merge(two, "squash");
  const step = await deploy(stage);
  expect(outcome(step)).toEqual({ exitCode: 1, result: "blocked", reason: "stale-review" });
  expect(operationsOf(stage)).toEqual(["CREATE_IN_PROGRESS"]);
});

test.concurrent("one after the other: the second is still what was reviewed, and is executed with a change set of its own", async () => {
  await using stage = await openDeployedStage();
  const one = await proposeFile(stage, "one", twoTemplates({ first: "changed" }));
  const two = await proposeFile(stage, "two", twoTemplates({ second: "changed" }));
  await stage.repository.merge(one, "squash");
  expect(outcome(await deploy(stage))).toEqual({ exitCode: 0, result: "deployed" });
  await stage.repository.merge(two, "squash");
  expect(outcome(await deploy(stage))).toEqual({ exitCode: 0, result: "deployed" });
});

test.concurrent("an unreviewed commit between two deploys takes the whole deploy with it", async () => {
  await using stage = await openDeployedStage();
  const one = await proposeFile(stage, "one", twoTemplates({ first: "changed" }));
  await stage.repository.push("main", files(twoTemplates({ second: "sneaked in" })), "Straight to main");
  await stage.repository.merge(one, "merge");
  const step = await deploy(stage);
  expect(outcome(step)).toEqual({ exitCode: 1, result: "blocked", reason: "unreviewed" });
  expect(operationsOf(stage)).toEqual(["CREATE_IN_PROGRESS"]);
  const [comment] = await botComments(stage, one);
  expect(comment?.body).toContain("Second");
});

test.concurrent("several stacks on one pull request each keep their own comment", async () => {
  await using stage = await openSmallStage();
  putStack(stage);
  const { number } = await propose(stage, "topic", { timeout: 60 });
  const event = await stage.repository.event.pullRequest(number, "opened");
  await stage.run(event, { inputs: { "stack-name": "other" } });
  await stage.run(event, { inputs: { region: "eu-west-1" } });
  const comments = await botComments(stage, number);
  expect(comments.map(({ body }) => body.split("\n")[0])).toEqual([
    expect.stringContaining("stack=app region=us-east-1"),
    expect.stringContaining("stack=other region=us-east-1"),
    // Made with the second.
    expect.stringContaining("overview"),
    expect.stringContaining("stack=app region=eu-west-1"),
  ]);
  expect(operationsOf(stage)).toEqual(["CREATE_IN_PROGRESS"]);
});

/** The stack as `main` has it, deployed by the action, so that the next deploy knows how far to look back. */
async function openDeployedStage(): Promise<Stage> {
  const stage = await openSmallStage({ repository: { files: files("{}") } });
  const number = await proposeFile(stage, "start", twoTemplates());
  await stage.repository.merge(number, "squash");
  expect(outcome(await deploy(stage))).toEqual({ exitCode: 0, result: "deployed" });
  return stage;
}

interface Wishes {
  readonly first?: string;
  readonly second?: string;
  readonly policy?: string;
  readonly firstTag?: string;
  readonly lastTag?: string;
}

/** Two topics far enough apart in the file for git to merge changes of each; a policy of the first far from its name. */
function twoTemplates({
  first = "as it was",
  second = "as it was",
  policy = "Delete",
  firstTag = "same",
  lastTag = "same",
}: Wishes = {}): string {
  const values = [firstTag, "same", "same", "same", "same", lastTag];
  const tags = values.map((value, n) => ({ Key: `tag-${n}`, Value: value }));
  const topic = (name: string, deletion: string) => ({
    Type: "AWS::SNS::Topic",
    Properties: { DisplayName: name, Tags: tags },
    DeletionPolicy: deletion,
  });
  return JSON.stringify(
    { Resources: { First: topic(first, policy), Second: topic(second, "Delete") } },
    null,
    2,
  );
}

function files(text: string): Record<string, string> {
  return { "stack.json": text };
}

async function proposeFile(stage: Stage, head: string, text: string): Promise<number> {
  const number = await stage.repository.openPullRequest({ head, files: files(text) });
  const step = await stage.run(await stage.repository.event.pullRequest(number, "opened"));
  expect(outcome(step)).toEqual({ exitCode: 0, result: "previewed" });
  return number;
}
