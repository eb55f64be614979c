import { expect, test } from "vitest";
import { MAC_KEY } from "../../sandbox/aws/kms.ts";
import { startAws } from "../../sandbox/aws/server.ts";
import type { Stage } from "../../sandbox/stage.ts";
import {
  botComments,
  calls,
  deploy,
  openSmallStage,
  outcome,
  preview,
  propose,
  putStack,
  STACK,
  TEMPLATE_PATH,
  template,
} from "../stack.ts";

// What a record speaks for: its signature, its account, its base commit, the commit that its values name.

const unreviewed = { exitCode: 1, result: "blocked", reason: "unreviewed" };
const stale = { exitCode: 1, result: "blocked", reason: "stale-review" };
const deployed = { exitCode: 0, result: "deployed" };
const previewed = { exitCode: 0, result: "previewed" };
const CHECK = "aurora-deploy / app (us-east-1)";

async function headOf(stage: Stage, number: number): Promise<string> {
  const { head } = (await stage.repository.pull(number)) as { readonly head: { readonly sha: string } };
  return head.sha;
}

test.concurrent("a signed record deploys, and needs no right to sign", async () => {
  await using stage = await openSmallStage({ inputs: { "record-key": MAC_KEY } });
  putStack(stage);
  const { number } = await propose(stage, "topic", { timeout: 60 });
  expect(calls(stage, "GenerateMac")).toHaveLength(1);
  await stage.repository.merge(number);
  stage.aws.faults.add({ scenario: "access-denied", operation: "GenerateMac" });
  expect(outcome(await deploy(stage))).toEqual(deployed);
});

test.concurrent("with record-key a record without its signature, or with another's, is none", async () => {
  await using stage = await openSmallStage();
  putStack(stage);
  const { number } = await propose(stage, "topic", { timeout: 60 });
  const head = await headOf(stage, number);
  const [record] = await stage.repository.checkRuns(head);
  const forged = record?.output.text?.replace(
    /"madeAt":\d+/,
    `"mac":"${Buffer.alloc(32).toString("base64")}",$&`,
  );
  await fetch(`${stage.github.url}/repos/${stage.repository.fullName}/check-runs`, {
    method: "POST",
    headers: { authorization: `Bearer ${stage.github.token()}`, "content-type": "application/json" },
    body: JSON.stringify({
      name: CHECK,
      head_sha: head,
      status: "completed",
      conclusion: "success",
      external_id: record?.external_id,
      output: { title: "forged", summary: "forged", text: forged },
    }),
  });
  expect(await stage.repository.checkRuns(head)).toHaveLength(2);
  await stage.repository.merge(number);
  const step = await deploy(stage, { inputs: { "record-key": "alias/reviews" } });
  expect(outcome(step)).toEqual(unreviewed);
  expect(step.text).toContain("not signed by record-key");
  expect(calls(stage, "VerifyMac")).not.toEqual([]);
  expect(calls(stage, "ExecuteChangeSet")).toEqual([]);
});

test.concurrent("with record-key an approval counts from the first signed preview on, not from one that anybody could write", async () => {
  await using stage = await openSmallStage({ inputs: { "required-approvals": "1" } });
  putStack(stage);
  const inputs = { "record-key": MAC_KEY };
  const { number } = await propose(stage, "topic", { timeout: 60 });
  stage.github.advance(5);
  await stage.repository.review(number, "bob", "APPROVED");
  stage.github.advance(5);
  expect(outcome(await preview(stage, number, "synchronize", { inputs }))).toEqual(previewed);
  await stage.repository.merge(number);
  const early = await deploy(stage, { inputs });
  expect(outcome(early)).toEqual({ exitCode: 1, result: "blocked", reason: "not-approved" });
  expect(calls(stage, "ExecuteChangeSet")).toEqual([]);
});

test.concurrent("a NoEcho value that is the stack's name hides nothing that the deploy goes by", async () => {
  const name = "orders-app-1";
  const body = (timeout: number) =>
    JSON.stringify({
      Parameters: { Login: { Type: "String", NoEcho: true } },
      Resources: { Queue: { Type: "AWS::SQS::Queue", Properties: { VisibilityTimeout: timeout } } },
      Outputs: { Login: { Value: { "Fn::Sub": `${name}-${timeout}` } } },
    });
  const inputs = { "stack-name": name, parameters: `Login=${name}`, "record-key": MAC_KEY };
  await using stage = await openSmallStage({ inputs, repository: { files: { [TEMPLATE_PATH]: body(30) } } });
  stage.aws.cloudFormation.putStack({
    stackName: name,
    template: body(30),
    parameters: { Login: name },
  });
  const files = { [TEMPLATE_PATH]: body(60) };
  const number = await stage.repository.openPullRequest({ head: "topic", files });
  expect(outcome(await preview(stage, number, "opened"))).toEqual(previewed);
  await stage.repository.merge(number);
  expect(outcome(await deploy(stage))).toEqual(deployed);
});

test.concurrent("a KMS that cannot be asked is a no, for the preview's record and for the deploy", async () => {
  await using stage = await openSmallStage({ inputs: { "record-key": MAC_KEY } });
  putStack(stage);
  const denied = stage.aws.faults.add({ scenario: "access-denied", operation: "GenerateMac" });
  const { number, step } = await propose(stage, "topic", { timeout: 60 });
  expect(outcome(step)).toEqual(previewed);
  const [comment] = await botComments(stage, number);
  expect(comment?.body).toContain("A merge would not deploy this");
  stage.aws.faults.remove(denied);
  await preview(stage, number);
  await stage.repository.merge(number);
  stage.aws.faults.add({ scenario: "access-denied", operation: "VerifyMac" });
  expect(outcome(await deploy(stage))).toMatchObject({ exitCode: 1, reason: "access-denied" });
  expect(calls(stage, "ExecuteChangeSet")).toEqual([]);
});

test.concurrent("two accounts need labels, and with them each has its own check, comment and deploy", async () => {
  await using stage = await openSmallStage();
  const prod = await startAws({
    account: "210987654321",
  });
  try {
    const { number } = await propose(stage, "topic", { timeout: 60 });
    const clash = await preview(stage, number, "synchronize", { aws: { url: prod.url } });
    expect(outcome(clash)).toEqual({ exitCode: 1, result: "failed", reason: "invalid-input" });
    expect(clash.text).toMatch(/label/);

    const inputs = { label: "prod" };
    const labelled = await preview(stage, number, "synchronize", { aws: { url: prod.url }, inputs });
    expect(outcome(labelled)).toEqual(previewed);
    const names = (await stage.repository.checkRuns(await headOf(stage, number))).map(({ name }) => name);
    expect(names).toContain("aurora-deploy / app (prod, us-east-1)");
    const comments = await botComments(stage, number);
    expect(comments.map(({ body }) => body.split("\n")[1])).toContainEqual(
      expect.stringContaining("app · prod · us-east-1"),
    );
    await stage.repository.merge(number);
    expect(outcome(await deploy(stage, { aws: { url: prod.url }, inputs }))).toEqual(deployed);
    expect(outcome(await deploy(stage))).toEqual(deployed);
  } finally {
    await prod.close();
  }
});

test.concurrent("a branch that is behind the last deploy is not recorded: it would take the neighbour's change back", async () => {
  await using stage = await openSmallStage();
  putStack(stage);
  const old = await stage.repository.openPullRequest({ head: "old", files: { "docs.md": "Words\n" } });
  const early = await stage.repository.event.pullRequest(old, "opened");
  const { number } = await propose(stage, "topic", { timeout: 60 });
  await stage.repository.merge(number, "squash");
  expect(outcome(await deploy(stage))).toEqual(deployed);
  const step = await stage.run(early);
  expect(outcome(step)).toEqual(previewed);
  expect(step.text).toContain("update the branch");
  const [comment] = await botComments(stage, old);
  expect(comment?.body).toContain("A merge would not deploy this");
  const runs = await stage.repository.checkRuns(await headOf(stage, old));
  expect(runs).toMatchObject([{ conclusion: "failure", external_id: "" }]);

  // As GitHub starts it now, on the present base.
  expect(outcome(await preview(stage, old))).toEqual({ exitCode: 0, result: "no-changes" });
});

test.concurrent("a preview that is not recorded fails its check, although another pull request has a record on the same head", async () => {
  await using stage = await openSmallStage();
  putStack(stage);
  await stage.repository.push("release", { "a.txt": "a\n" }, "Start");
  const old = await stage.repository.openPullRequest({ head: "old", files: { "docs.md": "Words\n" } });
  const early = await stage.repository.event.pullRequest(old, "opened");
  const other = await stage.repository.openPullRequest({ head: "old", base: "release" });
  expect(outcome(await preview(stage, other, "opened"))).toEqual({ exitCode: 0, result: "no-changes" });
  const { number } = await propose(stage, "topic", { timeout: 60 });
  await stage.repository.merge(number, "squash");
  expect(outcome(await deploy(stage))).toEqual(deployed);
  expect(outcome(await stage.run(early))).toEqual(previewed);
  const runs = await stage.repository.checkRuns(await headOf(stage, old));
  expect(runs.toSorted((a, b) => b.id - a.id)).toMatchObject([
    { conclusion: "failure", external_id: "" },
    { conclusion: "success" },
  ]);
});

/** A stack that takes the image of an application, which lies beside the template. */
async function openApplication() {
  const body = JSON.stringify({
    Parameters: { Image: { Type: "String", Default: "none" } },
    Resources: { App: { Type: "AWS::SNS::Topic", Properties: { DisplayName: { Ref: "Image" } } } },
  });
  const stage = await openSmallStage({ repository: { files: { [TEMPLATE_PATH]: body } } });
  stage.aws.cloudFormation.putStack({ stackName: STACK, template: body });
  return stage;
}

const image = (sha: string) => ({ parameters: `Image=app:${sha}` });

test.concurrent("an image tag of the commit: code that was pushed past all pull requests is not deployed", async () => {
  await using stage = await openApplication();
  const { repository } = stage;
  const reviewed = async (head: string, files: Readonly<Record<string, string>>) => {
    const number = await repository.openPullRequest({ head, files });
    const event = await repository.event.pullRequest(number, "opened");
    expect(outcome(await stage.run(event, { inputs: image(event.sha) }))).toEqual(previewed);
    return number;
  };
  const push = async () => {
    const event = await repository.event.push("main");
    return stage.run(event, { inputs: image(event.sha) });
  };
  // Between the preview and the merge, and after a merge whose own run did not decide.
  const one = await reviewed("one", { "app.txt": "1\n" });
  await repository.push("main", { "other.txt": "Straight to main\n" }, "Push");
  await repository.merge(one, "squash");
  expect(outcome(await push())).toEqual(unreviewed);
  const two = await reviewed("two", { "app.txt": "2\n" });
  await repository.merge(two, "squash");
  await repository.push("main", { "other.txt": "Once more\n" }, "Push");
  const blocked = await push();
  expect(outcome(blocked)).toEqual(unreviewed);
  expect(calls(stage, "ExecuteChangeSet")).toEqual([]);

  // On purpose, and this commit only.
  const event = await repository.event.workflowDispatch();
  const approved = `${blocked.outputs["change-digest"]}@${event.sha}`;
  expect(blocked.text).toContain(`approved-digest: ${approved}`);
  const by = (digest = "") => ({ ...image(event.sha), mode: "deploy", "approved-digest": digest });
  expect(outcome(await stage.run(event, { inputs: by(blocked.outputs["change-digest"]) }))).toEqual(stale);
  expect(outcome(await stage.run(event, { inputs: by(approved) }))).toEqual(deployed);

  // What a pull request brought needs no preview where it touches no file of the deploy.
  const three = await reviewed("three", { "app.txt": "3\n" });
  await repository.merge(three, "squash");
  const docs = await repository.openPullRequest({ head: "docs", files: { "other.txt": "Merged\n" } });
  await repository.merge(docs, "squash");
  expect(outcome(await push())).toEqual(deployed);
});

test.concurrent("an image tag of the commit is reviewed as such; a short SHA is warned about", async () => {
  await using stage = await openApplication();
  const number = await stage.repository.openPullRequest({ head: "topic", files: { "app.txt": "1\n" } });
  const opened = await stage.repository.event.pullRequest(number, "opened");
  const first = await stage.run(opened, { inputs: image(opened.sha) });
  expect(outcome(first)).toEqual(previewed);
  const [comment] = await botComments(stage, number);
  expect(comment?.body).toContain("the commit that is deployed");
  await stage.repository.merge(number, "squash");
  const pushed = await stage.repository.event.push("main");
  const second = await stage.run(pushed, { inputs: image(pushed.sha) });
  expect(outcome(second)).toEqual(deployed);
  expect(second.outputs["change-digest"]).toBe(first.outputs["change-digest"]);

  const next = await stage.repository.openPullRequest({ head: "next", files: { "app.txt": "2\n" } });
  const event = await stage.repository.event.pullRequest(next, "opened");
  await stage.run(event, { inputs: image(event.sha.slice(0, 8)) });
  const [warned] = await botComments(stage, next);
  expect(warned?.body).toContain("A merge would not deploy this");
  expect(warned?.body).toContain("short SHA");
  const [check] = await stage.repository.checkRuns(await headOf(stage, next));
  expect(check?.output.summary).toContain("A merge would not deploy this");
  expect(check?.conclusion).toBe("success");
});

test.concurrent("commits that touch nothing of this deploy are looked through, with a pull request or without", async () => {
  await using stage = await openSmallStage();
  putStack(stage);
  const { number } = await propose(stage, "topic", { timeout: 60 });
  await stage.repository.merge(number, "squash");
  await stage.repository.push("main", { "docs.md": "Straight to main\n" }, "Docs");
  const docs = await stage.repository.openPullRequest({ head: "docs", files: { "docs.md": "Better\n" } });
  await stage.repository.merge(docs, "squash");
  expect(outcome(await deploy(stage))).toEqual(deployed);
});

test.concurrent("… but not where a workflow was touched, or the template is not the commit's", async () => {
  await using stage = await openSmallStage();
  putStack(stage);
  const { number } = await propose(stage, "topic", { timeout: 60 });
  await stage.repository.merge(number, "squash");
  await stage.repository.push("main", { ".github/workflows/deploy.yml": "on: push\n" }, "Workflow");
  expect(outcome(await deploy(stage))).toEqual(unreviewed);
  expect(calls(stage, "ExecuteChangeSet")).toEqual([]);
});

test.concurrent("a record of version 1 is refused with a word about it", async () => {
  await using stage = await openSmallStage();
  putStack(stage);
  const { number } = await propose(stage, "topic", { timeout: 60 });
  const head = await headOf(stage, number);
  const [record] = await stage.repository.checkRuns(head);
  await fetch(`${stage.github.url}/repos/${stage.repository.fullName}/check-runs/${record?.id}`, {
    method: "PATCH",
    headers: { authorization: `Bearer ${stage.github.token()}`, "content-type": "application/json" },
    body: JSON.stringify({
      output: {
        title: "old",
        summary: "old",
        text: record?.output.text?.replace('"version":2', '"version":1'),
      },
    }),
  });
  await stage.repository.merge(number);
  const step = await deploy(stage);
  expect(outcome(step)).toEqual(unreviewed);
  expect(step.text).toContain("preview it again");
});

test.concurrent("what an SSM reference without a version stands for is bound", async () => {
  const body = (timeout: number) =>
    JSON.stringify({
      Resources: {
        Queue: {
          Type: "AWS::SQS::Queue",
          Properties: { QueueName: "{{resolve:ssm:/app/name}}", VisibilityTimeout: timeout },
        },
      },
    });
  await using stage = await openSmallStage({ repository: { files: { [TEMPLATE_PATH]: body(30) } } });
  stage.aws.cloudFormation.putStack({ stackName: STACK, template: body(30) });
  stage.aws.cloudFormation.parameterStore.set("/app/name", "orders");
  const open = await stage.repository.openPullRequest({
    head: "topic",
    files: { [TEMPLATE_PATH]: body(60) },
  });
  expect(outcome(await preview(stage, open, "opened"))).toEqual(previewed);
  await stage.repository.merge(open);
  stage.aws.cloudFormation.parameterStore.set("/app/name", "other");
  const step = await deploy(stage);
  expect(outcome(step)).toEqual(stale);
  expect(step.text).toContain("resolved ssm:/app/name");
  stage.aws.faults.add({ scenario: "access-denied", operation: "GetParameters" });
  const next = await stage.repository.openPullRequest({ head: "next", files: { [TEMPLATE_PATH]: body(90) } });
  await preview(stage, next, "opened");
  const [comment] = await botComments(stage, next);
  expect(comment?.body).toContain("is not bound to this review");
});

test.concurrent("an SSM parameter that changes while the deploy decides is seen in its last look", async () => {
  const name = "{{resolve:ssm:/app/name}}";
  const body = (timeout: number) =>
    JSON.stringify({
      Resources: {
        Queue: { Type: "AWS::SQS::Queue", Properties: { QueueName: name, VisibilityTimeout: timeout } },
      },
    });
  await using stage = await openSmallStage({ repository: { files: { [TEMPLATE_PATH]: body(30) } } });
  const { parameterStore } = stage.aws.cloudFormation;
  parameterStore.set("/app/name", "orders");
  stage.aws.cloudFormation.putStack({ stackName: STACK, template: body(30) });
  const files = { [TEMPLATE_PATH]: body(60) };
  const number = await stage.repository.openPullRequest({ head: "topic", files });
  await preview(stage, number, "opened");
  await stage.repository.merge(number);
  const change = stage.aws.on({ operation: "GetParameters", nth: 1, when: "after" }, () =>
    parameterStore.set("/app/name", "other"),
  );
  const step = await deploy(stage);
  expect(change.times()).toBe(1);
  expect(outcome(step)).toEqual(stale);
  expect(step.text).toContain("was changed while this deploy was about to execute");
  expect(calls(stage, "ExecuteChangeSet")).toEqual([]);
});

const queueNamed = (name: unknown, timeout: number) => ({
  Queue: { Type: "AWS::SQS::Queue", Properties: { QueueName: name, VisibilityTimeout: timeout } },
});
const REFERENCE = "{{resolve:ssm:/app/name}}";

/** Templates in which a reference does not stand in the definition of the resource that takes it, by where it does. */
const ELSEWHERE: Readonly<Record<string, (timeout: number) => object>> = {
  "in a parameter": (timeout) => ({
    Parameters: { Name: { Type: "String", Default: REFERENCE } },
    Resources: queueNamed({ Ref: "Name" }, timeout),
  }),
  "in pieces": (timeout) => ({
    Resources: queueNamed({ "Fn::Join": ["", ["{{resolve:ssm:", "/app/name", "}}"]] }, timeout),
  }),
  "in a nested template": (timeout) => ({
    Resources: {
      Net: {
        Type: "AWS::CloudFormation::Stack",
        Properties: { TemplateURL: `https://shared.s3.us-east-1.amazonaws.com/${timeout}.json` },
      },
    },
  }),
};

test.concurrent.for(Object.entries(ELSEWHERE))("an SSM reference %s is bound", async ([, templateOf]) => {
  const body = (timeout: number) => JSON.stringify(templateOf(timeout));
  await using stage = await openSmallStage({ repository: { files: { [TEMPLATE_PATH]: body(30) } } });
  for (const timeout of [30, 60]) {
    const nested = JSON.stringify({ Resources: queueNamed(REFERENCE, timeout) });
    stage.aws.objects.put("shared", `${timeout}.json`, nested);
  }
  stage.aws.cloudFormation.putStack({ stackName: STACK, template: body(30) });
  stage.aws.cloudFormation.parameterStore.set("/app/name", "orders");
  const files = { [TEMPLATE_PATH]: body(60) };
  const number = await stage.repository.openPullRequest({ head: "topic", files });
  expect(outcome(await preview(stage, number, "opened"))).toEqual(previewed);
  await stage.repository.merge(number);
  stage.aws.cloudFormation.parameterStore.set("/app/name", "other");
  const step = await deploy(stage);
  expect(outcome(step)).toEqual(stale);
  expect(step.text).toContain("resolved ssm:/app/name");
  expect(calls(stage, "ExecuteChangeSet")).toEqual([]);
});

test.concurrent("what a team does every week: one pull request deployed while another is open, the first with an IAM role", async () => {
  const role = {
    Type: "AWS::IAM::Role",
    Properties: { AssumeRolePolicyDocument: { Version: "2012-10-17", Statement: [] } },
  };
  const body = (timeout: number, more: object) =>
    JSON.stringify(
      {
        Resources: {
          ...more,
          Queue: { Type: "AWS::SQS::Queue", Properties: { Tags: [], VisibilityTimeout: timeout } },
        },
      },
      null,
      2,
    );
  await using stage = await openSmallStage({ repository: { files: { [TEMPLATE_PATH]: body(30, {}) } } });
  stage.aws.cloudFormation.putStack({ stackName: STACK, template: body(30, {}) });
  const waiting = await stage.repository.openPullRequest({
    head: "waiting",
    files: { [TEMPLATE_PATH]: body(60, {}) },
  });
  expect(outcome(await preview(stage, waiting, "opened"))).toEqual(previewed);
  const first = await stage.repository.openPullRequest({
    head: "first",
    files: { [TEMPLATE_PATH]: body(30, { Role: role }) },
  });
  expect(outcome(await preview(stage, first, "opened"))).toEqual(previewed);
  await stage.repository.merge(first, "squash");
  expect(outcome(await deploy(stage))).toEqual(deployed);
  const [comment] = await botComments(stage, waiting);
  expect(comment?.body).toContain("out of date");
  const [record] = await stage.repository.checkRuns(await headOf(stage, waiting));
  expect(record).toMatchObject({
    conclusion: "success",
    output: { title: expect.stringContaining("out of date") },
  });
  await stage.repository.merge(waiting, "squash");
  expect(outcome(await deploy(stage))).toEqual(deployed);
});

test.concurrent("approved-digest is for runs that a person starts on the deploy branch", async () => {
  await using stage = await openSmallStage();
  putStack(stage);
  await stage.repository.push("main", { [TEMPLATE_PATH]: template({ timeout: 60 }) }, "Straight to main");
  const blocked = await deploy(stage);
  const inputs = { mode: "deploy", "approved-digest": blocked.outputs["change-digest"] ?? "" };
  expect(outcome(await deploy(stage, { inputs }))).toEqual({
    exitCode: 1,
    result: "failed",
    reason: "invalid-input",
  });
  await stage.repository.push("elsewhere", { "a.txt": "a\n" }, "Elsewhere");
  const dispatched = await stage.repository.event.workflowDispatch();
  const elsewhere = { ...dispatched, ref: "refs/heads/elsewhere" };
  expect(outcome(await stage.run(elsewhere, { inputs }))).toEqual({
    exitCode: 1,
    result: "blocked",
    reason: "wrong-branch",
  });
  expect(calls(stage, "ExecuteChangeSet")).toEqual([]);
  expect(outcome(await stage.run(dispatched, { inputs }))).toEqual(deployed);
});
