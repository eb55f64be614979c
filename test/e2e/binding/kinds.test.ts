import { expect, test } from "vitest";
import type { Stage } from "../../sandbox/stage.ts";
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
  STARTED,
  statusOf,
  TEMPLATE_PATH,
  template,
  timeIsOver,
  type Wanted,
} from "../stack.ts";

// Ways in which something could be executed that nobody has reviewed, one by one, through the bundle.

const unreviewed = { exitCode: 1, result: "blocked", reason: "unreviewed" };
const stale = { exitCode: 1, result: "blocked", reason: "stale-review" };
const deployed = { exitCode: 0, result: "deployed" };
const previewed = { exitCode: 0, result: "previewed" };

function nothingExecuted(stage: Stage): void {
  expect(calls(stage, "ExecuteChangeSet")).toEqual([]);
  expect(calls(stage, "UpdateTerminationProtection")).toEqual([]);
}

/** A pull request with these files, previewed. */
async function proposeFiles(stage: Stage, head: string, files: Record<string, string>, inputs = {}) {
  const number = await stage.repository.openPullRequest({ head, files });
  return { number, step: await preview(stage, number, "opened", { inputs }) };
}

test.concurrent("1: a preview that ends after the merge is no review, however often it is run again", async () => {
  await using stage = await openSmallStage();
  putStack(stage);
  const number = await stage.repository.openPullRequest({
    head: "topic",
    files: { [TEMPLATE_PATH]: template({ timeout: 60 }) },
  });
  const opened = await stage.repository.event.pullRequest(number, "opened");
  await stage.repository.merge(number, "squash");
  stage.github.advance(5);
  const late = await stage.run(opened);
  expect(late.text).toContain("nothing is reviewed after the merge");
  const first = await deploy(stage);
  expect(outcome(first)).toEqual(unreviewed);
  await stage.run(opened, { again: { runId: late.runId, attempt: 2 } });
  expect(outcome(await deploy(stage, { again: { runId: first.runId, attempt: 2 } }))).toEqual(unreviewed);
  nothingExecuted(stage);
});

test.concurrent("2: half of a review is none", async () => {
  const both = {
    Parameters: {
      Guard: { Type: "String", Default: "off" },
      Door: { Type: "String", Default: "shut" },
    },
    Resources: {
      Watch: { Type: "AWS::SNS::Topic", Properties: { DisplayName: { Ref: "Guard" } } },
      Entry: { Type: "AWS::SNS::Topic", Properties: { DisplayName: { Ref: "Door" } } },
    },
  };
  const body = JSON.stringify(both, null, 2);
  await using stage = await openSmallStage({ repository: { files: { [TEMPLATE_PATH]: body } } });
  stage.aws.cloudFormation.putStack({ stackName: STACK, template: body });
  const { number, step } = await proposeFiles(
    stage,
    "topic",
    { "docs.md": "Open the door, with a guard.\n" },
    { parameters: "Guard=on\nDoor=open" },
  );
  expect(outcome(step)).toEqual(previewed);
  await stage.repository.merge(number);
  const half = await deploy(stage, { inputs: { parameters: "Door=open" } });
  expect(outcome(half)).toEqual(stale);
  expect(half.text).toContain("parameter Guard");
  nothingExecuted(stage);
});

test.concurrent("3: a push that no pull request brought is not executed with the review of another", async () => {
  await using stage = await openDeployedStage();
  const { number } = await propose(stage, "topic", { timeout: 60 });
  await stage.repository.merge(number, "squash");
  const taken = await propose(stage, "revert", { timeout: 30 });
  await stage.repository.merge(taken.number, "squash");
  await stage.repository.push("main", { [TEMPLATE_PATH]: template({ timeout: 60 }) }, "Once more");
  expect(outcome(await deploy(stage))).toEqual(unreviewed);
  nothingExecuted(stage);
});

/** A stage whose last commit was deployed by the action; what it asked of AWS is forgotten. */
async function openDeployedStage(wanted: Wanted = {}): Promise<Stage> {
  const stage = await openSmallStage({ repository: { files: { "docs.md": "Nothing yet\n" } } });
  const { number } = await propose(stage, "start", wanted);
  await stage.repository.merge(number, "squash");
  expect(outcome(await deploy(stage))).toEqual(deployed);
  stage.aws.forgetRequests();
  return stage;
}

test.concurrent("4: the termination protection changes with a review only, and then in an otherwise unchanged stack too", async () => {
  await using stage = await openSmallStage();
  putStack(stage);
  stage.aws.call("cloudformation", "UpdateTerminationProtection", {
    StackName: STACK,
    EnableTerminationProtection: "true",
  });
  stage.aws.forgetRequests();
  const inputs = { "termination-protection": "false" };
  await stage.repository.push("main", { "docs.md": "Straight to main\n" }, "Docs");
  expect(outcome(await deploy(stage, { inputs }))).toEqual(unreviewed);
  nothingExecuted(stage);

  const without = await proposeFiles(stage, "one", { "docs.md": "One\n" });
  await stage.repository.merge(without.number, "squash");
  expect(outcome(await deploy(stage, { inputs }))).toEqual(stale);
  nothingExecuted(stage);

  const shown = await proposeFiles(stage, "two", { "docs.md": "Two\n" }, inputs);
  expect(outcome(shown.step)).toEqual(previewed);
  const [comment] = await botComments(stage, shown.number);
  expect(comment?.body).toMatch(/termination-protection.*on.*off/);
  expect(comment?.body).toContain("loses its termination protection");
  await stage.repository.merge(shown.number, "squash");
  expect(outcome(await deploy(stage, { inputs }))).toEqual(deployed);
  expect(stage.aws.cloudFormation.stack(STACK)?.terminationProtection).toBe(false);
  expect(calls(stage, "ExecuteChangeSet")).toEqual([]);
});

test.concurrent("5: a label on a neighbour acknowledges nothing", async () => {
  await using stage = await openDeployedStage({ table: "orders" });
  const docs = await proposeFiles(stage, "docs", { "docs.md": "Words\n" });
  await stage.repository.label(docs.number, "allow-destructive");
  const loss = await propose(stage, "loss", { table: "orders-2" });
  expect(outcome(loss.step)).toMatchObject({ reason: "destructive" });
  await stage.repository.merge(docs.number, "squash");
  await stage.repository.merge(loss.number, "squash");
  expect(outcome(await deploy(stage))).toEqual({ exitCode: 1, result: "blocked", reason: "destructive" });
  nothingExecuted(stage);
});

test.concurrent("6: an old job undoes no newer deploy that has begun, however its run ended", async () => {
  await using stage = await openSmallStage();
  putStack(stage);
  const one = await propose(stage, "one", { timeout: 60 });
  await stage.repository.merge(one.number, "squash");
  const old = await stage.repository.event.push("main");
  const two = await propose(stage, "two", { timeout: 90 });
  await stage.repository.merge(two.number, "squash");
  const hold = stage.aws.cloudFormation.hold(STACK);
  const newer = await deploy(stage, timeIsOver(STARTED));
  expect(outcome(newer)).toMatchObject({ exitCode: 1, reason: "timeout" });
  hold.letGo();
  const step = await stage.run(old);
  expect(outcome(step)).toEqual(stale);
  expect(step.text).toContain("is newer, and what it holds is deployed or about to be");
  expect(statusOf(stage)).toBe("UPDATE_COMPLETE");
  expect(operationsOf(stage)).toEqual(["CREATE_IN_PROGRESS", "UPDATE_IN_PROGRESS"]);
});

test.concurrent.for([
  ["label", () => ({ inputs: { label: "prod" } })],
  ["token's app", ({ github }: Stage) => ({ token: github.token({ app: "other-app" }) })],
] as const)("6: … though the %s has changed in between", async ([, changed]) => {
  await using stage = await openSmallStage();
  putStack(stage);
  const one = await propose(stage, "one", { timeout: 60 });
  await stage.repository.merge(one.number, "squash");
  const old = await stage.repository.event.push("main");
  stage.aws.faults.add({ scenario: "resource-fails", resource: "Queue", times: 1 });
  const failed = await stage.run(old);
  expect(outcome(failed)).toMatchObject({ result: "failed", reason: "rolled-back" });
  const two = await propose(stage, "two", { timeout: 30 }, changed(stage));
  await stage.repository.merge(two.number, "squash");
  const newer = await deploy(stage, changed(stage));
  expect(outcome(newer)).toEqual({ exitCode: 0, result: "no-changes" });
  stage.aws.forgetRequests();
  const again = await stage.run(old, { again: { runId: failed.runId, attempt: 2 } });
  expect(outcome(again)).toEqual(stale);
  expect(again.text).toContain("is newer, and what it holds is deployed or about to be");
  nothingExecuted(stage);
});

test.concurrent("6: … nor with a tag that has the branch's name", async () => {
  await using stage = await openSmallStage();
  putStack(stage);
  const one = await propose(stage, "one", { timeout: 60 });
  await stage.repository.merge(one.number, "squash");
  const old = await stage.repository.event.push("main");
  const two = await propose(stage, "two", { timeout: 30 });
  await stage.repository.merge(two.number, "squash");
  expect(outcome(await deploy(stage))).toEqual({ exitCode: 0, result: "no-changes" });
  await stage.repository.tag("main", old.sha);
  const step = await stage.run(old);
  expect(outcome(step)).toEqual(stale);
  expect(step.text).toContain("is newer, and what it holds is deployed or about to be");
  nothingExecuted(stage);
});

const topic = "arn:aws:sns:us-east-1:123456789012:alerts";
const withSection = (more: object) =>
  JSON.stringify({ ...JSON.parse(template({ timeout: 60 })), ...more }, null, 2);
const hooks = (name: string) => ({
  Hooks: { Shift: { Type: "AWS::CodeDeploy::BlueGreen", Properties: { ServiceRole: name } } },
});
test.concurrent.for([
  ["notification-arns", {}, { "notification-arns": topic }],
  ["on-failure", {}, { "on-failure": "keep" }],
  ["role-arn", {}, { "role-arn": "arn:aws:iam::123456789012:role/other" }],
  ["tags", { tags: "team=a" }, { tags: "team=b" }],
] as const)("7: %s is bound", async ([name, reviewed, present]) => {
  await using stage = await openSmallStage();
  putStack(stage);
  const { number } = await propose(stage, "topic", { timeout: 60 }, { inputs: reviewed });
  await stage.repository.merge(number);
  const step = await deploy(stage, { inputs: present });
  expect(outcome(step)).toEqual(stale);
  expect(step.text).toMatch(
    new RegExp(
      `(setting|option|tag) ${name === "tags" ? "team" : name.replace("-arn", "").replace("notifications", "notification-arns")}`,
    ),
  );
  nothingExecuted(stage);
});

test.concurrent.for([
  ["a hook", withSection(hooks("one")), withSection(hooks("two"))],
  [
    "a number's spelling",
    withSection({ Metadata: { Version: 15.1 } }),
    withSection({ Metadata: { Version: 15.1 } }).replace("15.1", "15.10"),
  ],
  [
    "a section of its own",
    withSection({ Metadata: { Owner: "a" } }),
    withSection({ Metadata: { Owner: "b" } }),
  ],
] as const)("7: %s is bound", async ([, reviewed, present]) => {
  await using stage = await openSmallStage();
  putStack(stage);
  const { number } = await proposeFiles(stage, "topic", { [TEMPLATE_PATH]: reviewed, "other.json": present });
  await stage.repository.merge(number);
  const step = await deploy(stage, { inputs: { template: "other.json" } });
  expect(outcome(step)).toEqual(stale);
  nothingExecuted(stage);
});

test.concurrent("7: a NoEcho that is taken away is bound, although the value stays", async () => {
  const secret = (timeout: number, noEcho: boolean) => ({
    ...JSON.parse(template({ timeout })),
    Parameters: { Password: { Type: "String", ...(noEcho ? { NoEcho: true } : {}) } },
  });
  await using stage = await openSmallStage();
  const parameters = { Password: "hunter22" };
  stage.aws.cloudFormation.putStack({
    stackName: STACK,
    template: JSON.stringify(secret(30, true)),
    parameters,
  });
  const { number } = await proposeFiles(stage, "topic", {
    [TEMPLATE_PATH]: JSON.stringify(secret(60, true)),
    "other.json": JSON.stringify(secret(60, false)),
  });
  await stage.repository.merge(number);
  const step = await deploy(stage, { inputs: { template: "other.json" } });
  expect(outcome(step)).toEqual(stale);
  expect(step.text).toContain("declaration Password");
  nothingExecuted(stage);
});

test.concurrent("8: a record counts for its own pull request and base branch only", async () => {
  await using stage = await openSmallStage();
  putStack(stage);
  await stage.repository.push("release", { "a.txt": "a\n" }, "Start");
  const files = { [TEMPLATE_PATH]: template({ timeout: 60 }) };
  const one = await stage.repository.openPullRequest({ head: "topic", files });
  const two = await stage.repository.openPullRequest({ head: "topic", base: "release" });
  expect(outcome(await preview(stage, two, "opened"))).toEqual(previewed);
  await stage.repository.merge(one);
  const step = await deploy(stage);
  expect(outcome(step)).toEqual(unreviewed);
  expect(step.text).toContain("of another pull request");
  nothingExecuted(stage);
});

test.concurrent("9: nothing is deleted before it is decided", async () => {
  await using stage = await openSmallStage();
  stage.aws.faults.add({ scenario: "resource-fails", resource: "Queue", times: 1 });
  const { number } = await propose(stage, "topic", { timeout: 60 });
  await stage.repository.merge(number, "squash");
  expect(outcome(await deploy(stage))).toMatchObject({ result: "failed", reason: "rolled-back" });
  expect(statusOf(stage)).toBe("ROLLBACK_COMPLETE");
  const shell = stage.aws.cloudFormation.stack(STACK)?.id;
  const other = await propose(stage, "other", { timeout: 61 });
  await stage.repository.merge(other.number, "squash");
  const blocked = await deploy(stage, { inputs: { tags: "team=nobody-saw-it" } });
  expect(outcome(blocked)).toEqual(stale);
  expect(stage.aws.cloudFormation.stack(STACK)?.id).toBe(shell);

  const fixed = await propose(stage, "fix", { timeout: 62 });
  expect(outcome(fixed.step)).toEqual(previewed);
  await stage.repository.merge(fixed.number, "squash");
  expect(outcome(await deploy(stage))).toEqual(deployed);
  expect(stage.aws.cloudFormation.stack(STACK)?.id).not.toBe(shell);
  expect(statusOf(stage)).toBe("CREATE_COMPLETE");
});

const nestedTemplate = (timeout: number) =>
  JSON.stringify({
    Resources: { Inner: { Type: "AWS::SQS::Queue", Properties: { VisibilityTimeout: timeout } } },
  });

async function openNestedStage(): Promise<{ readonly stage: Stage; readonly number: number }> {
  const stage = await openSmallStage({ inputs: { "include-nested-stacks": "false" } });
  stage.aws.objects.put("shared", "queues.json", nestedTemplate(30));
  const body = JSON.stringify({
    Resources: {
      Net: {
        Type: "AWS::CloudFormation::Stack",
        Properties: { TemplateURL: `${stage.aws.url}/shared/queues.json` },
      },
    },
  });
  const number = await stage.repository.openPullRequest({ head: "topic", files: { [TEMPLATE_PATH]: body } });
  return { stage, number };
}

test.concurrent("10: what a nested template holds is bound although nobody lists its changes", async () => {
  const { stage: opened, number } = await openNestedStage();
  await using stage = opened;
  expect(outcome(await preview(stage, number, "opened"))).toEqual(previewed);
  await stage.repository.merge(number);
  stage.aws.objects.put("shared", "queues.json", nestedTemplate(31));
  const step = await deploy(stage);
  expect(outcome(step)).toEqual(stale);
  expect(step.text).toContain("definition Net/Inner");
  nothingExecuted(stage);
});

test.concurrent("10: … and where it cannot be read, that must be acknowledged", async () => {
  const { stage: opened, number } = await openNestedStage();
  await using stage = opened;
  stage.aws.faults.add({ scenario: "access-denied", operation: "GetObject" });
  expect(outcome(await preview(stage, number, "opened"))).toEqual({
    exitCode: 1,
    result: "blocked",
    reason: "destructive",
  });
  const [comment] = await botComments(stage, number);
  expect(comment?.body).toContain("cannot be read here");
  const allowed = await preview(stage, number, "synchronize", { inputs: { "allow-destructive": "Net" } });
  expect(outcome(allowed)).toEqual(previewed);
});

test.concurrent("10: … and a table that goes from a nested template must be acknowledged, listed or not", async () => {
  const nested = (resources: object) =>
    JSON.stringify({ Resources: { Topic: { Type: "AWS::SNS::Topic" }, ...resources } });
  const body = (file: string) => {
    const TemplateURL = `https://shared.s3.us-east-1.amazonaws.com/${file}`;
    return JSON.stringify({
      Resources: { Data: { Type: "AWS::CloudFormation::Stack", Properties: { TemplateURL } } },
    });
  };
  await using stage = await openSmallStage({ inputs: { "include-nested-stacks": "false" } });
  stage.aws.objects.put(
    "shared",
    "1.json",
    nested({ Orders: { Type: "AWS::DynamoDB::Table" }, Bell: { Type: "AWS::SNS::Topic" } }),
  );
  stage.aws.objects.put("shared", "2.json", nested({}));
  await stage.repository.push("main", { [TEMPLATE_PATH]: body("1.json") }, "Nested");
  stage.aws.cloudFormation.putStack({ stackName: STACK, template: body("1.json") });
  const { number, step } = await proposeFiles(stage, "topic", { [TEMPLATE_PATH]: body("2.json") });
  expect(outcome(step)).toEqual({ exitCode: 1, result: "blocked", reason: "destructive" });
  const [comment] = await botComments(stage, number);
  expect(comment?.body).toContain("is deleted without a snapshot: its data is lost");
  expect(comment?.body).toContain("is removed: what it serves ends");
  await stage.repository.label(number, "allow-destructive:Orders");
  expect(outcome(await preview(stage, number))).toEqual(previewed);
  await stage.repository.merge(number);
  expect(outcome(await deploy(stage))).toEqual(deployed);
});

test.concurrent("10: … and a template that is named like an uploaded one is bound by its whole name", async () => {
  const key = `aurora-deploy-action/${"a".repeat(64)}.json`;
  const body = (bucket: string) => {
    const TemplateURL = `https://${bucket}.s3.us-east-1.amazonaws.com/${key}`;
    return JSON.stringify({
      Resources: { Net: { Type: "AWS::CloudFormation::Stack", Properties: { TemplateURL } } },
    });
  };
  await using stage = await openSmallStage();
  for (const bucket of ["shared", "other"]) stage.aws.objects.put(bucket, key, nestedTemplate(30));
  stage.aws.faults.add({ scenario: "access-denied", operation: "GetObject" });
  const files = { [TEMPLATE_PATH]: body("shared"), "other.json": body("other") };
  const { number, step } = await proposeFiles(stage, "topic", files);
  expect(outcome(step)).toEqual(previewed);
  await stage.repository.merge(number);
  expect(outcome(await deploy(stage, { inputs: { template: "other.json" } }))).toEqual(stale);
  nothingExecuted(stage);
  expect(outcome(await deploy(stage))).toEqual(deployed);
});

const nesting = JSON.stringify({
  Resources: { Net: { Type: "AWS::CloudFormation::Stack", Properties: { TemplateURL: "queues.json" } } },
});
test.concurrent.for([
  ["a new nested stack", false],
  ["a nested stack whose template changes anyway", true],
] as const)("10: … and where the uploaded template of %s lies is bound", async ([, isThere]) => {
  await using stage = await openSmallStage({ inputs: { "s3-bucket": "templates", "s3-prefix": "ci" } });
  const files = (timeout: number) => ({
    [TEMPLATE_PATH]: nesting,
    "queues.json": nestedTemplate(timeout),
  });
  if (isThere) {
    const start = await proposeFiles(stage, "start", files(30));
    await stage.repository.merge(start.number);
    expect(outcome(await deploy(stage))).toEqual(deployed);
    stage.aws.forgetRequests();
  }
  const { number, step } = await proposeFiles(stage, "topic", files(60));
  expect(outcome(step)).toEqual(previewed);
  await stage.repository.merge(number);
  for (const inputs of [{ "s3-bucket": "evil" }, { "s3-prefix": "evil" }]) {
    const elsewhere = await deploy(stage, { inputs });
    expect(outcome(elsewhere)).toEqual(stale);
    expect(elsewhere.text).toMatch(/definition Net|\/Properties\/TemplateURL/);
  }
  nothingExecuted(stage);
  expect(outcome(await deploy(stage))).toEqual(deployed);
});

test.concurrent("11: a description that leaves changes out is no description of nothing", async () => {
  await using stage = await openSmallStage();
  stage.aws.faults.add({ scenario: "hidden-changes" });
  const { number, step } = await propose(stage, "topic", { timeout: 60 });
  expect(outcome(step)).toMatchObject({ exitCode: 1, result: "failed" });
  expect(step.text).toContain("without a single resource");
  await stage.repository.merge(number);
  expect(outcome(await deploy(stage))).toMatchObject({ exitCode: 1 });
  nothingExecuted(stage);
});

test.concurrent("11: … and what it leaves out of an update is bound by the template", async () => {
  await using stage = await openSmallStage();
  putStack(stage);
  stage.aws.faults.add({ scenario: "hidden-changes" });
  const other = { "other.json": template({ timeout: 82 }) };
  const { number, step } = await proposeFiles(stage, "topic", {
    [TEMPLATE_PATH]: template({ timeout: 81 }),
    ...other,
  });
  expect(outcome(step)).toEqual(previewed);
  await stage.repository.merge(number);
  const blocked = await deploy(stage, { inputs: { template: "other.json" } });
  expect(outcome(blocked)).toEqual(stale);
  expect(blocked.text).toContain("definition Queue /Properties/VisibilityTimeout");
  nothingExecuted(stage);
});
