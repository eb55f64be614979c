import { expect, test } from "vitest";
import type { Stage, StageOptions, Step } from "../sandbox/stage.ts";
import { botComments, deploy, openQuickStage, outcome, preview } from "./stack.ts";

const FILE = "deployments/app.yaml";

const template = JSON.stringify({
  Parameters: { Timeout: { Type: "Number" }, Title: { Type: "String", Default: "none" } },
  Resources: {
    Queue: { Type: "AWS::SQS::Queue", Properties: { VisibilityTimeout: { Ref: "Timeout" } } },
    Topic: { Type: "AWS::SNS::Topic", Properties: { DisplayName: { Ref: "Title" } } },
  },
});

const file = (timeout: number, more = "") =>
  `template-file-path: cfn/app.json\nstack-name: app\nparameters:\n  Timeout: ${timeout}\n  Title: from the file\ntags:\n  team: payments\n${more}`;

function openFileStage(text: string, inputs: StageOptions["inputs"] = {}): Promise<Stage> {
  return openQuickStage({
    repository: { files: { "cfn/app.json": template, [FILE]: text } },
    inputs: { "deployment-file": FILE, ...inputs },
  });
}

async function changed(
  stage: Stage,
  text: string,
): Promise<{ readonly number: number; readonly step: Step }> {
  const number = await stage.repository.openPullRequest({ head: "topic", files: { [FILE]: text } });
  return { number, step: await preview(stage, number, "opened") };
}

const stackOf = (stage: Stage) => stage.aws.cloudFormation.stack("app");

test.concurrent("a stack that its file describes is previewed, reviewed and deployed", async () => {
  await using stage = await openFileStage(file(30));
  const { number, step } = await changed(stage, file(60, "termination-protection: true\n"));
  expect(outcome(step)).toEqual({ exitCode: 0, result: "previewed" });
  const [comment] = await botComments(stage, number);
  expect(comment?.body).toContain("app · us-east-1: new stack, 2 add");
  await stage.repository.merge(number);
  expect(outcome(await deploy(stage))).toEqual({ exitCode: 0, result: "deployed" });
  expect(stackOf(stage)).toMatchObject({ status: "CREATE_COMPLETE", terminationProtection: true });
  expect(stackOf(stage)?.definition?.tags).toEqual([{ key: "team", value: "payments" }]);
  expect(stackOf(stage)?.resources.get("Queue")?.properties.VisibilityTimeout).toBe("60");
});

test.concurrent("what the step says wins, name by name", async () => {
  const step = { parameters: "Timeout=90", tags: "cost=1", "termination-protection": "false" };
  await using stage = await openFileStage(file(30, "termination-protection: true\n"), step);
  await stage.repository.push("main", { "a.txt": "a\n" }, "Anything");
  expect(outcome(await deploy(stage, { inputs: { "require-review": "false" } }))).toMatchObject({
    result: "deployed",
  });
  const stack = stackOf(stage);
  expect(stack).toMatchObject({ terminationProtection: false });
  expect(stack?.definition?.tags).toEqual([
    { key: "team", value: "payments" },
    { key: "cost", value: "1" },
  ]);
  expect(stack?.resources.get("Queue")?.properties.VisibilityTimeout).toBe("90");
  expect(stack?.resources.get("Topic")?.properties.DisplayName).toBe("from the file");
});

test.concurrent("a push that changes the file alone is no commit to look through", async () => {
  await using stage = await openFileStage(file(30));
  const { number } = await changed(stage, file(60));
  await stage.repository.merge(number);
  await stage.repository.push("main", { [FILE]: file(90) }, "Straight to main");
  expect(outcome(await deploy(stage))).toEqual({ exitCode: 1, result: "blocked", reason: "unreviewed" });
  expect(stackOf(stage)?.status).toBe("REVIEW_IN_PROGRESS");
});

test.concurrent("no file can turn the review off", async () => {
  await using stage = await openFileStage(file(30));
  await stage.repository.push("main", { [FILE]: file(60, "require-review: false\n") }, "Straight to main");
  const step = await deploy(stage);
  expect(outcome(step)).toEqual({ exitCode: 1, result: "failed", reason: "invalid-input" });
  expect(step.annotations.at(-1)?.message).toContain(
    `${FILE}:8:1: require-review is the workflow's to decide`,
  );
  expect(stackOf(stage)).toBeUndefined();
});

test.concurrent.for([
  [
    "a file that is not there",
    { "deployment-file": "deployments/none.yaml" },
    file(30),
    "deployments/none.yaml does not exist",
  ],
  [
    "a file outside of the repository",
    { "deployment-file": "../../etc/passwd" },
    file(30),
    "../../etc/passwd",
  ],
  ["a file that is none", {}, "- a\n", "A deployment file is a mapping"],
  [
    "a key with a letter too few",
    {},
    file(30, "on-failur: keep\n"),
    `${FILE}:8:1: A deployment file has no key on-failur. Did you mean on-failure?`,
  ],
  ["a value that is no choice", {}, file(30, "on-failure: never\n"), 'on-failure is "never"'],
] as const)("%s: one error that names it, AWS is not asked", async ([, inputs, text, words]) => {
  await using stage = await openFileStage(text, inputs);
  await stage.repository.push("main", { "a.txt": "a\n" }, "Anything");
  const step = await deploy(stage);
  expect(outcome(step)).toMatchObject({ exitCode: 1, result: "failed", reason: "invalid-input" });
  const errors = step.annotations.filter(({ level }) => level === "error");
  expect(errors).toHaveLength(1);
  expect(errors[0]?.message).toContain(words);
  expect(errors[0]?.message).not.toContain("stack-name is missing");
  expect(stage.aws.requests()).toEqual([]);
});
