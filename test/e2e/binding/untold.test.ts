import { expect, test } from "vitest";
import type { Stage } from "../../sandbox/stage.ts";
import { calls, deploy, openSmallStage, outcome, preview, STACK, TEMPLATE_PATH } from "../stack.ts";

// What a new resource will be stands in its definition only in part. What else decides it is bound as well.

const deployed = { exitCode: 0, result: "deployed" };
const stale = { exitCode: 1, result: "blocked", reason: "stale-review" };
const previewed = { exitCode: 0, result: "previewed" };

const topic = (name: object | string) => ({ Type: "AWS::SNS::Topic", Properties: { DisplayName: name } });

const NESTED = "nested/topics.json";

const nested = (more: object = {}) => ({
  Parameters: { Name: { Type: "String" } },
  Resources: { First: topic("first"), ...more },
});

const around = (url: string) => ({
  Parameters: { Owner: { Type: "String" } },
  Resources: {
    Topics: {
      Type: "AWS::CloudFormation::Stack",
      Properties: { TemplateURL: url, Parameters: { Name: { "Fn::Sub": `\${Owner}-topics` } } },
    },
  },
});

function nothingExecuted(stage: Stage): void {
  expect(calls(stage, "ExecuteChangeSet")).toEqual([]);
}

test.concurrent("a parameter that somebody changes by hand, which a new resource of a nested stack takes", async () => {
  const files = { [TEMPLATE_PATH]: JSON.stringify(around(NESTED)), [NESTED]: JSON.stringify(nested()) };
  await using stage = await openSmallStage({ inputs: { "s3-bucket": "templates" }, repository: { files } });
  stage.aws.objects.put("templates", "topics.json", JSON.stringify(nested()));
  const before = JSON.stringify(around(`${stage.aws.url}/templates/topics.json`));
  const owned = (Owner: string) => ({ stackName: STACK, template: before, parameters: { Owner } });
  stage.aws.cloudFormation.putStack(owned("us"));
  const number = await stage.repository.openPullRequest({
    head: "second",
    files: { [NESTED]: JSON.stringify(nested({ Second: topic({ Ref: "Name" }) })) },
  });
  expect(outcome(await preview(stage, number, "opened"))).toEqual(previewed);
  stage.aws.cloudFormation.updateStackByHand(owned("them"));
  await stage.repository.merge(number, "squash");
  const blocked = await deploy(stage);
  expect(outcome(blocked)).toEqual(stale);
  expect(blocked.text).toContain("values Topics/Second");
  nothingExecuted(stage);
});

const exporting = (value: string) => ({
  stackName: "network",
  template: JSON.stringify({
    Resources: { Any: topic("any") },
    Outputs: { Name: { Value: value, Export: { Name: "network-name" } } },
  }),
});

const imported = { "Fn::ImportValue": "network-name" };

test.concurrent("an export that another stack gives another value, which a new resource imports", async () => {
  await using stage = await openSmallStage();
  stage.aws.cloudFormation.putStack(exporting("ours"));
  const body = (more: object = {}) => JSON.stringify({ Resources: { First: topic("first"), ...more } });
  stage.aws.cloudFormation.putStack({ stackName: STACK, template: body() });
  const number = await stage.repository.openPullRequest({
    head: "second",
    files: { [TEMPLATE_PATH]: body({ Second: topic(imported) }) },
  });
  expect(outcome(await preview(stage, number, "opened"))).toEqual(previewed);
  stage.aws.cloudFormation.updateStackByHand(exporting("theirs"));
  await stage.repository.merge(number, "squash");
  const blocked = await deploy(stage);
  expect(outcome(blocked)).toEqual(stale);
  expect(blocked.text).toContain("made Second");
  nothingExecuted(stage);
});

test.concurrent("what is imported is no other change where a failed creation is made anew", async () => {
  const named = { "Fn::Join": ["-", [{ Ref: "AWS::StackName" }, { Ref: "AWS::StackId" }, imported]] };
  const body = (title: string) =>
    JSON.stringify({ Resources: { First: topic(title), Second: topic(named) } });
  await using stage = await openSmallStage();
  stage.aws.cloudFormation.putStack(exporting("ours"));
  stage.aws.faults.add({ scenario: "resource-fails", resource: "First", times: 1 });
  const files = (title: string) => ({ [TEMPLATE_PATH]: body(title) });
  const first = await stage.repository.openPullRequest({ head: "first", files: files("first") });
  expect(outcome(await preview(stage, first, "opened"))).toEqual(previewed);
  await stage.repository.merge(first, "squash");
  expect(outcome(await deploy(stage))).toMatchObject({ result: "failed", reason: "rolled-back" });
  const again = await stage.repository.openPullRequest({ head: "again", files: files("again") });
  expect(outcome(await preview(stage, again, "opened"))).toEqual(previewed);
  await stage.repository.merge(again, "squash");
  expect(outcome(await deploy(stage))).toEqual(deployed);
});

test.concurrent("what a new nested stack imports is what was reviewed, whatever name CloudFormation draws for it", async () => {
  const named = { "Fn::Join": ["-", [{ Ref: "AWS::StackName" }, { Ref: "AWS::StackId" }, imported]] };
  await using stage = await openSmallStage({ inputs: { "s3-bucket": "templates" } });
  stage.aws.cloudFormation.putStack(exporting("ours"));
  const number = await stage.repository.openPullRequest({
    head: "nested",
    files: {
      [TEMPLATE_PATH]: JSON.stringify({
        Resources: { Topics: { Type: "AWS::CloudFormation::Stack", Properties: { TemplateURL: NESTED } } },
      }),
      [NESTED]: JSON.stringify({ Resources: { First: topic(named) } }),
    },
  });
  expect(outcome(await preview(stage, number, "opened"))).toEqual(previewed);
  await stage.repository.merge(number, "squash");
  expect(outcome(await deploy(stage))).toEqual(deployed);
});

test.concurrent("a parameter of Systems Manager's that a new resource of a nested stack takes", async () => {
  const stored = (more: object = {}) => ({
    Parameters: { Name: { Type: "AWS::SSM::Parameter::Value<String>", Default: "/app/name" } },
    Resources: { First: topic("first"), ...more },
  });
  const root = (url: string) => ({
    Resources: { Topics: { Type: "AWS::CloudFormation::Stack", Properties: { TemplateURL: url } } },
  });
  const files = { [TEMPLATE_PATH]: JSON.stringify(root(NESTED)), [NESTED]: JSON.stringify(stored()) };
  await using stage = await openSmallStage({ inputs: { "s3-bucket": "templates" }, repository: { files } });
  stage.aws.cloudFormation.parameterStore.set("/app/name", "ours");
  stage.aws.objects.put("templates", "topics.json", JSON.stringify(stored()));
  const deployed = root(`${stage.aws.url}/templates/topics.json`);
  stage.aws.cloudFormation.putStack({ stackName: STACK, template: JSON.stringify(deployed) });
  const number = await stage.repository.openPullRequest({
    head: "second",
    files: { [NESTED]: JSON.stringify(stored({ Second: topic({ Ref: "Name" }) })) },
  });
  const step = await preview(stage, number, "opened");
  expect(outcome(step)).toEqual(previewed);
  stage.aws.cloudFormation.parameterStore.set("/app/name", "theirs");
  await stage.repository.merge(number, "squash");
  // A change set that is still good holds the value that was reviewed.
  const reviewed = { ChangeSetName: step.outputs["change-set-arn"] ?? "" };
  stage.aws.call("cloudformation", "DeleteChangeSet", reviewed);
  const blocked = await deploy(stage);
  expect(outcome(blocked)).toEqual(stale);
  expect(blocked.text).toContain("made Topics/Second");
  nothingExecuted(stage);
});
