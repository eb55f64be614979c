import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { botComments, calls, deploy, openSmallStage, outcome, preview, statusOf } from "./stack.ts";

const ROOT = "infra/stack.yaml";
const inputs = { template: ROOT, "s3-bucket": "templates" };

const root = `
Resources:
  Queues:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: nested/queues.json
      Parameters: {Timeout: 45}
  Fn::Transform: {Name: AWS::Include, Parameters: {Location: ./topics.yaml}}
Outputs:
  QueueArn: {Value: !GetAtt Queues.Outputs.Arn}
`;

const queues = (more: object = {}) => ({
  Parameters: { Timeout: { Type: "Number", MaxValue: 100 } },
  Resources: {
    Queue: { Type: "AWS::SQS::Queue", Properties: { VisibilityTimeout: { Ref: "Timeout" } } },
    ...more,
  },
  Outputs: { Arn: { Value: { "Fn::GetAtt": ["Queue", "Arn"] } } },
});

const files = (more: Readonly<Record<string, string>> = {}) => ({
  [ROOT]: root,
  "infra/nested/queues.json": JSON.stringify(queues(), null, 2),
  "infra/topics.yaml": "Alarms: {Type: AWS::SNS::Topic, Properties: {DisplayName: alarms}}\n",
  ...more,
});

async function openPull(
  changed: Readonly<Record<string, string>> = {},
  more: Readonly<Record<string, string>> = {},
) {
  const stage = await openSmallStage({ inputs: { ...inputs, ...more } });
  const number = await stage.repository.openPullRequest({ head: "nested", files: files(changed) });
  return { stage, number };
}

test.concurrent("a local nested template and a local include, from the preview to the outputs", async () => {
  const { stage: opened, number } = await openPull();
  await using stage = opened;
  const first = await preview(stage, number, "opened");
  expect(first.problems).toEqual([]);
  expect(outcome(first)).toEqual({ exitCode: 0, result: "previewed" });
  const [key = ""] = stage.aws.objects.keys();
  expect(stage.aws.objects.get("templates", key.slice("templates/".length))).toBe(JSON.stringify(queues()));
  const sent = JSON.parse(
    (calls(stage, "CreateChangeSet")[0] as { readonly params: { readonly TemplateBody: string } }).params
      .TemplateBody,
  );
  expect(sent.Resources).toEqual({
    Queues: {
      Type: "AWS::CloudFormation::Stack",
      Properties: { TemplateURL: `${stage.aws.url}/${key}`, Parameters: { Timeout: 45 } },
    },
    Alarms: { Type: "AWS::SNS::Topic", Properties: { DisplayName: "alarms" } },
  });
  const [comment] = await botComments(stage, number);
  expect(comment?.body).toContain("Queues/Queue");

  await stage.repository.merge(number);
  const deployed = await deploy(stage);
  expect(outcome(deployed)).toEqual({ exitCode: 0, result: "deployed" });
  expect(deployed.outputs.QueueArn).toMatch(/^arn:aws:sqs:/);
  expect(statusOf(stage)).toBe("CREATE_COMPLETE");
  expect(calls(stage, "PutObject")).toHaveLength(1);
});

test.concurrent("a change of the nested template alone is another review", async () => {
  const { stage: opened, number } = await openPull();
  await using stage = opened;
  const first = await preview(stage, number, "opened");
  const nested = JSON.stringify(queues({ Second: { Type: "AWS::SQS::Queue" } }));
  await stage.repository.pushToPullRequest(number, { "infra/nested/queues.json": nested }, "Another queue");
  const second = await preview(stage, number);
  expect(outcome(second)).toEqual({ exitCode: 0, result: "previewed" });
  expect(second.outputs["change-digest"]).not.toBe(first.outputs["change-digest"]);
  expect(calls(stage, "PutObject")).toHaveLength(2);
});

test.concurrent("a failed creation that retains in its nested stack: told, and the next deploy takes the shell", async () => {
  const { stage: opened, number } = await openPull({
    [ROOT]: root.replace("Outputs:", "  News: {Type: AWS::SNS::Topic, DependsOn: Queues}\nOutputs:"),
    "infra/nested/queues.json": JSON.stringify(
      queues({ Kept: { Type: "AWS::SQS::Queue", DeletionPolicy: "Retain" } }),
    ),
  });
  await using stage = opened;
  expect(outcome(await preview(stage, number, "opened"))).toEqual({ exitCode: 0, result: "previewed" });
  await stage.repository.merge(number);
  const fault = stage.aws.faults.add({ scenario: "resource-fails", resource: "News", on: "create" });
  const failed = await deploy(stage);
  stage.aws.faults.remove(fault);
  expect(outcome(failed)).toMatchObject({ exitCode: 1, result: "failed" });
  expect(statusOf(stage)).toBe("ROLLBACK_COMPLETE");
  const said = failed.annotations.at(-1)?.message;
  expect(said).toMatch(/an empty shell \(ROLLBACK_COMPLETE\); the next deploy deletes it/);
  expect(said).toMatch(/still there, in no stack: Queues\/Kept \(AWS::SQS::Queue, https:[^)]*\)\./);
  expect(said).not.toContain("Nothing is left");
  expect(outcome(await deploy(stage))).toEqual({ exitCode: 0, result: "deployed" });
});

test.concurrent.for([1, 99])("a nested stack whose deletion fails %i times", async (times) => {
  const { stage: opened, number } = await openPull({}, { "allow-destructive": "Queues" });
  await using stage = opened;
  await preview(stage, number, "opened");
  await stage.repository.merge(number);
  expect(outcome(await deploy(stage))).toEqual({ exitCode: 0, result: "deployed" });
  const without = "Resources: {Alarms: {Type: AWS::SNS::Topic, Properties: {DisplayName: alarms}}}\n";
  const next = await stage.repository.openPullRequest({ head: "without", files: { [ROOT]: without } });
  await preview(stage, next, "opened");
  await stage.repository.merge(next);
  const fault = {
    scenario: "resource-fails",
    resource: "Queue",
    on: "delete",
    reason: "It is in use",
  } as const;
  const id = stage.aws.faults.add({ ...fault, times });
  const step = await deploy(stage);
  expect(stage.aws.faults.used(id)).toBe(Math.min(times, 3));
  expect(outcome(step)).toEqual({ exitCode: 0, result: "deployed" });
  expect(statusOf(stage)).toBe("UPDATE_COMPLETE");
  expect(step.text.match(/Queues\/Queue .* DELETE_FAILED/g)).toHaveLength(Math.min(times, 3));
  const said = step.annotations.map(({ message }) => message).join("\n");
  if (times === 1) {
    expect(step.text).toMatch(/Queues\/Queue .* DELETE_COMPLETE/);
    expect(said + step.summary).not.toContain("left behind");
    return;
  }
  expect(said).toMatch(
    /^1 nested stack was left behind: .*\n- Queues \(AWS::CloudFormation::Stack, (arn:\S+)\): .* Queue: It is in use\n {2}aws cloudformation delete-stack --region us-east-1 --stack-name \1\n/,
  );
  expect(step.summary).toMatch(/aws cloudformation delete-stack --region us-east-1 --stack-name arn:/);
});

test.concurrent("mode: render writes the nested templates beside the rendered one, and names them so", async () => {
  const stage0 = await openSmallStage({ inputs: { template: ROOT, mode: "render" } });
  await using stage = stage0;
  await stage.repository.push("main", files(), "Nested");
  const step = await deploy(stage, { aws: { credentials: null } });
  expect(outcome(step)).toEqual({ exitCode: 0, result: "rendered" });
  expect(stage.aws.requests()).toEqual([]);
  const path = step.outputs["rendered-template"] ?? "";
  const rendered = JSON.parse(readFileSync(path, "utf8"));
  const url: string = rendered.Resources.Queues.Properties.TemplateURL;
  expect(url).toMatch(/^\.\/[0-9a-f]{64}\.json$/);
  expect(JSON.parse(readFileSync(join(dirname(path), url), "utf8"))).toEqual(queues());
  expect(readdirSync(dirname(path))).toHaveLength(2);
});

test.concurrent.for<[string, Readonly<Record<string, string>>, Readonly<Record<string, string>>, RegExp]>([
  [
    "no bucket",
    {},
    { "s3-bucket": "" },
    /infra\/stack\.yaml nests local templates: Queues \(infra\/nested\/queues\.json\)\..*s3-bucket/,
  ],
  [
    "a value that the child does not take",
    { [ROOT]: root.replace("45", "450") },
    {},
    /infra\/stack\.yaml:\d+:\d+: Timeout of infra\/nested\/queues\.json is "450"; it must be at most 100\./,
  ],
  [
    "a parameter that the child does not have",
    { [ROOT]: root.replace("Timeout: 45", "Timeout: 45, Delay: 1") },
    {},
    /Delay is not a parameter of infra\/nested\/queues\.json\./,
  ],
  [
    "a parameter that is missing",
    { [ROOT]: root.replace("{Timeout: 45}", "{}") },
    {},
    /Queues gives no value for parameter Timeout of infra\/nested\/queues\.json/,
  ],
  [
    "an error in the child",
    {
      "infra/nested/queues.json": JSON.stringify(
        { ...queues(), Outputs: { Arn: { Value: { Ref: "Quue" } } } },
        null,
        1,
      ),
    },
    {},
    /infra\/nested\/queues\.json:\d+:\d+: .*Quue/,
  ],
  [
    "a cycle",
    {
      "infra/nested/queues.json": JSON.stringify(
        queues({
          Again: { Type: "AWS::CloudFormation::Stack", Properties: { TemplateURL: "../stack.yaml" } },
        }),
      ),
    },
    {},
    /infra\/stack\.yaml → infra\/nested\/queues\.json → infra\/stack\.yaml/,
  ],
  [
    "a file that is not there",
    { [ROOT]: root.replace("nested/queues.json", "nested/queue.json") },
    {},
    /infra\/stack\.yaml:\d+:\d+: There is no file infra\/nested\/queue\.json/,
  ],
  [
    "a path out of the repository",
    { [ROOT]: root.replace("nested/queues.json", "../../../etc/passwd") },
    {},
    /leads out of the repository/,
  ],
])("refused: %s", async ([, changed, more, message]) => {
  const { stage: opened, number } = await openPull(changed, more);
  await using stage = opened;
  const step = await preview(stage, number, "opened");
  expect(outcome(step)).toMatchObject({ exitCode: 1, result: "failed" });
  expect(step.outputs["reason-code"]).toMatch(/^invalid-(input|template)$/);
  expect(step.text).toMatch(message);
  expect(calls(stage, "CreateChangeSet")).toEqual([]);
  expect(stage.aws.objects.keys()).toEqual([]);
});
