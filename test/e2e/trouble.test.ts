import { expect, test } from "vitest";
import {
  botComments,
  calls,
  deploy,
  lettingGo,
  openSmallStage,
  operationsOf,
  outcome,
  preview,
  propose,
  putStack,
  STACK,
  STARTED,
  statusOf,
  TEMPLATE_PATH,
  WAITING,
} from "./stack.ts";

const once = ["CREATE_IN_PROGRESS", "UPDATE_IN_PROGRESS"];

test.concurrent("a comment that cannot be written fails neither preview nor deploy", async () => {
  await using stage = await openSmallStage();
  putStack(stage);
  for (const path of ["/repos/*/*/issues/*/comments", "/repos/*/*/issues/comments/*"]) {
    stage.github.faults.add({ path, failure: { kind: "status", status: 404 } });
  }
  const { number, step } = await propose(stage, "topic", { timeout: 60 });
  expect(outcome(step)).toEqual({ exitCode: 0, result: "previewed" });
  const lacks = `. The job needs "permissions: pull-requests: write" for its token. The job summary has it all.`;
  expect(step.annotations).toMatchObject([{ level: "warning", message: expect.stringContaining(lacks) }]);
  expect(step.summary).toContain("Queue");
  await stage.repository.merge(number);
  const deployed = await deploy(stage);
  expect(outcome(deployed)).toEqual({ exitCode: 0, result: "deployed" });
  expect(deployed.summary).toContain("Queue");
  expect(await stage.repository.comments(number)).toEqual([]);
});

test.concurrent("GitHub's 5xx, resets and rate limits are waited for", async () => {
  await using stage = await openSmallStage();
  putStack(stage);
  const failures = [
    { kind: "status", status: 502 },
    { kind: "reset" },
    { kind: "secondary-rate-limit", retryAfterSeconds: 1 },
  ] as const;
  for (const [index, failure] of failures.entries()) stage.github.faults.add({ nth: index + 2, failure });
  const { number, step } = await propose(stage, "topic", { timeout: 60 });
  expect(outcome(step)).toEqual({ exitCode: 0, result: "previewed" });
  stage.github.faults.clear();
  for (const [index, failure] of failures.entries()) stage.github.faults.add({ nth: 2 * index + 1, failure });
  await stage.repository.merge(number);
  expect(outcome(await deploy(stage))).toEqual({ exitCode: 0, result: "deployed" });
  expect(await botComments(stage, number)).toHaveLength(1);
});

test.concurrent("a comment whose reply got lost is not doubled", async () => {
  await using stage = await openSmallStage();
  putStack(stage);
  stage.github.faults.add({
    method: "POST",
    path: "/repos/*/*/issues/*/comments",
    times: 1,
    when: "after",
    failure: { kind: "reset" },
  });
  const { number, step } = await propose(stage, "topic", { timeout: 60 });
  expect(outcome(step)).toEqual({ exitCode: 0, result: "previewed" });
  expect(await botComments(stage, number)).toHaveLength(1);
});

test.concurrent("GitHub that goes away while the deploy runs does not change what the deploy comes to", async () => {
  await using stage = await openSmallStage();
  putStack(stage);
  const { number } = await propose(stage, "topic", { timeout: 60 });
  await stage.repository.merge(number);
  const hold = stage.aws.cloudFormation.hold(STACK);
  const step = await deploy(stage, {
    onLine: ({ text }) => {
      if (!STARTED.test(text)) return;
      stage.github.faults.add({ failure: { kind: "status", status: 404 } });
      hold.letGo();
    },
  });
  expect(step.text).toMatch(STARTED);
  expect(outcome(step)).toEqual({ exitCode: 0, result: "deployed" });
  expect(step.outputs.QueueArn).toMatch(/^arn:aws:sqs:/);
});

test.concurrent("credentials that expire half-way: sight is lost, nobody says that it failed or succeeded", async () => {
  await using stage = await openSmallStage();
  putStack(stage);
  const { number } = await propose(stage, "topic", { timeout: 60 });
  await stage.repository.merge(number);
  const hold = stage.aws.cloudFormation.hold(STACK);
  const step = await deploy(stage, {
    onLine: ({ text }) => {
      if (STARTED.test(text)) stage.aws.faults.add({ scenario: "expired-token" });
    },
  });
  expect(hold.isHolding()).toBe(true);
  expect(step.exitCode).toBe(1);
  expect(step.outputs["deploy-result"]).toBe("failed");
  expect(step.text).toMatch(/expired/i);
  expect(step.text).toMatch(/goes on|still|lost/i);
  expect(step.outputs["reason-code"]).not.toBe("rolled-back");
});

test.concurrent("a role that lacks a permission: the action is named", async () => {
  await using stage = await openSmallStage();
  putStack(stage);
  stage.aws.faults.add({ scenario: "access-denied", operation: "CreateChangeSet" });
  const { step } = await propose(stage, "topic", { timeout: 60 });
  expect(outcome(step)).toEqual({ exitCode: 1, result: "failed", reason: "access-denied" });
  expect(step.annotations.at(-1)?.message).toContain("cloudformation:CreateChangeSet");
});

test.concurrent("what may be lacking degrades with one line", async () => {
  await using stage = await openSmallStage();
  putStack(stage);
  for (const operation of ["DescribeEvents", "ListHookResults", "ListChangeSets"])
    stage.aws.faults.add({ scenario: "access-denied", operation });
  const { step } = await propose(stage, "topic", { timeout: 60 });
  expect(outcome(step)).toEqual({ exitCode: 0, result: "previewed" });
});

test.concurrent("two deploys of one commit at once: one operation, and neither says what did not happen", async () => {
  await using stage = await openSmallStage();
  putStack(stage);
  const { number } = await propose(stage, "topic", { timeout: 60 });
  await stage.repository.merge(number);
  const hold = stage.aws.cloudFormation.hold(STACK);
  const found = new Set<string>();
  /** The operation goes on when both have found it, each in its way. */
  const run = (name: string) =>
    deploy(stage, {
      onLine: ({ text }) => {
        if (STARTED.test(text) || WAITING.test(text)) found.add(name);
        if (found.size === 2) hold.letGo();
      },
    });
  const both = await Promise.all([run("one"), run("other")]);
  expect(found.size).toBe(2);
  expect(statusOf(stage)).toBe("UPDATE_COMPLETE");
  expect(operationsOf(stage)).toEqual(once);
  for (const step of both)
    expect(["deployed", "no-changes"], step.text).toContain(step.outputs["deploy-result"]);
  expect(await botComments(stage, number)).toHaveLength(1);
});

test.concurrent("a busy stack is waited for", async () => {
  await using stage = await openSmallStage();
  putStack(stage);
  const { number } = await propose(stage, "topic", { timeout: 60 });
  await stage.repository.merge(number);
  const hold = stage.aws.cloudFormation.hold(STACK);
  const { promise: started, resolve: start } = Promise.withResolvers<void>();
  const first = deploy(stage, { onLine: ({ text }) => STARTED.test(text) && start() });
  await Promise.race([started, first]);
  expect(hold.isHolding()).toBe(true);
  const wanted = { topics: ["News"], timeout: 60 };
  const other = await propose(stage, "other", wanted, lettingGo(hold, WAITING));
  expect(outcome(other.step)).toEqual({ exitCode: 0, result: "previewed" });
  expect(other.step.text).toMatch(WAITING);
  expect(other.step.text).not.toContain("VisibilityTimeout");
  expect(outcome(await first)).toEqual({ exitCode: 0, result: "deployed" });
});

test.concurrent("a stack that only a person can repair: the commands are given, nothing is tried", async () => {
  await using stage = await openSmallStage();
  putStack(stage);
  const { number } = await propose(stage, "topic", { timeout: 60, topics: ["News"] });
  await stage.repository.merge(number);
  stage.aws.faults.add({ scenario: "resource-fails", resource: "News", reason: "No" });
  stage.aws.faults.add({ scenario: "rollback-fails", resource: "Queue" });
  const broken = await deploy(stage);
  expect(broken.exitCode).toBe(1);
  expect(statusOf(stage)).toBe("UPDATE_ROLLBACK_FAILED");
  const [error] = broken.annotations.slice(-1);
  expect(error?.message).toContain("News (AWS::SNS::Topic) CREATE_FAILED: No");
  expect(error?.message).toContain("The rollback failed as well: Queue (AWS::SQS::Queue) UPDATE_FAILED: ");
  // The topic's own first failure is no part of what cannot go back, and AWS would refuse to skip it.
  expect(broken.text).toMatch(/--resources-to-skip Queue(?! )/);
  stage.aws.forgetRequests();
  const again = await preview(stage, (await propose(stage, "next", { timeout: 90 })).number);
  expect(outcome(again)).toEqual({ exitCode: 1, result: "failed", reason: "stack-unrecoverable" });
  expect(again.text).toMatch(/aws cloudformation continue-update-rollback .*--resources-to-skip Queue(?! )/);
  expect(calls(stage, "CreateChangeSet")).toEqual([]);
});

test.concurrent("a NoEcho value is in no log, comment, summary, check run or output", async () => {
  const secret = "hunter2-very-secret";
  const withSecret = JSON.stringify({
    Parameters: { Password: { Type: "String", NoEcho: true } },
    Resources: {
      Parameter: { Type: "AWS::SSM::Parameter", Properties: { Type: "String", Value: { Ref: "Password" } } },
    },
  });
  await using stage = await openSmallStage({ inputs: { parameters: `Password=${secret}` } });
  const number = await stage.repository.openPullRequest({
    head: "topic",
    files: { [TEMPLATE_PATH]: withSecret },
  });
  const previewed = await preview(stage, number, "opened", { debug: true });
  expect(outcome(previewed)).toEqual({ exitCode: 0, result: "previewed" });
  await stage.repository.merge(number);
  const deployed = await deploy(stage, { debug: true });
  expect(outcome(deployed)).toEqual({ exitCode: 0, result: "deployed" });
  const said = [previewed, deployed].map(({ text, summary, outputs }) => ({ text, summary, outputs }));
  const shown = { said, comments: await stage.repository.comments(number), checks: await everyCheck() };
  expect(JSON.stringify(shown)).not.toContain(secret);
  expect(previewed.masks).toContain(secret);

  async function everyCheck(): Promise<unknown> {
    const { head } = (await stage.repository.pull(number)) as { readonly head: { readonly sha: string } };
    return [await stage.repository.checkRuns(head.sha), await stage.repository.checkRuns("main")];
  }
});

test.concurrent("GitHub Enterprise Server's paths", async () => {
  await using stage = await openSmallStage();
  const env = {
    GITHUB_API_URL: `${stage.github.url}/api/v3`,
    GITHUB_GRAPHQL_URL: `${stage.github.url}/api/graphql`,
  };
  const { number, step } = await propose(stage, "topic", { timeout: 60 }, { env });
  expect(outcome(step)).toEqual({ exitCode: 0, result: "previewed" });
  await stage.repository.merge(number);
  expect(outcome(await deploy(stage, { env }))).toEqual({ exitCode: 0, result: "deployed" });
  expect(await botComments(stage, number)).toHaveLength(1);
});

test.concurrent("without a token the preview is in the job summary, and a deploy is blocked", async () => {
  await using stage = await openSmallStage({ inputs: { "github-token": "" } });
  putStack(stage);
  const { number, step } = await propose(stage, "topic", { timeout: 60 });
  expect(outcome(step)).toEqual({ exitCode: 0, result: "previewed" });
  expect(step.summary).toContain("Queue");
  await stage.repository.merge(number);
  const deployed = await deploy(stage);
  expect(outcome(deployed)).toEqual({ exitCode: 1, result: "blocked", reason: "unreviewed" });
  expect(calls(stage, "ExecuteChangeSet")).toEqual([]);
});

test.concurrent("a change set that CloudFormation refuses: the reason is told, nothing is left behind", async () => {
  await using stage = await openSmallStage();
  putStack(stage);
  stage.aws.faults.add({
    scenario: "change-set-fails",
    reason: "Template error: instance of Fn::GetAtt references undefined resource",
  });
  const { number, step } = await propose(stage, "topic", { timeout: 60 });
  expect(step.exitCode).toBe(1);
  expect(step.outputs["deploy-result"]).toBe("failed");
  const [comment] = await botComments(stage, number);
  for (const text of [comment?.body, step.summary, step.text])
    expect(text).toContain("references undefined resource");
  expect(stage.aws.call("cloudformation", "ListChangeSets", { StackName: "app" }).Summaries).toEqual([]);
});
