import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  botComments,
  deploy,
  openQuickStage,
  openSmallStage,
  outcome,
  preview,
  propose,
  statusOf,
} from "./stack.ts";

const root = join(import.meta.dirname, "../..");
const template = JSON.parse(readFileSync(join(root, "templates/aurora-postgresql.json"), "utf8")) as {
  readonly Resources: object;
  readonly Outputs: object;
};
const production = join(root, "test/templates/parameter-sets/production.json");

test.concurrent("the Aurora stack, from the pull request over a second push and the merge to its outputs", async () => {
  const parameters: Record<string, string> = {
    ...(JSON.parse(readFileSync(production, "utf8")) as Record<string, string>),
    // In the zones that the parameters name, by the sandbox's rule for subnets.
    SubnetIdA: "subnet-0a1b2c3d4e5f60a00",
    SubnetIdB: "subnet-0a1b2c3d4e5f60b01",
  };
  await using stage = await openQuickStage({
    inputs: { "environment-suffix": "prod", "parameters-file": "production.json" },
  });
  const files = (set: Record<string, string>) => ({ "production.json": JSON.stringify(set) });
  const number = await stage.repository.openPullRequest({ head: "database", files: files(parameters) });

  const first = await preview(stage, number, "opened");
  expect(first.problems).toEqual([]);
  expect(outcome(first)).toEqual({ exitCode: 0, result: "previewed" });
  expect(first.outputs).toMatchObject({
    "has-changes": "true",
    "change-digest": expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  const [comment] = await botComments(stage, number);
  expect(first.outputs["comment-url"]).toContain(`#issuecomment-${comment?.id}`);
  for (const id of Object.keys(template.Resources)) expect(comment?.body).toContain(id);
  for (const name of [
    "aurora-cluster-prod",
    "aurora-instance-a-prod",
    "aurora-secret-prod",
    "aurora-cpu-alarm-prod",
  ]) {
    expect(comment?.body).toContain(name);
    expect(first.summary).toContain(name);
  }
  expect(statusOf(stage, "aurora-prod")).toBe("REVIEW_IN_PROGRESS");

  const changed = files({ ...parameters, MaxCapacity: "4" });
  const head = await stage.repository.pushToPullRequest(number, changed, "Larger");
  const second = await preview(stage, number);
  expect(outcome(second)).toEqual({ exitCode: 0, result: "previewed" });
  expect(second.outputs["change-digest"]).not.toBe(first.outputs["change-digest"]);
  const [record] = await stage.repository.checkRuns(head);
  expect(record).toMatchObject({
    name: "aurora-deploy / aurora-prod (us-east-1)",
    conclusion: "success",
    external_id: second.outputs["change-digest"],
  });

  const merged = await stage.repository.merge(number, "squash");
  const third = await deploy(stage);
  expect(third.problems).toEqual([]);
  expect(outcome(third)).toEqual({ exitCode: 0, result: "deployed" });
  expect(statusOf(stage, "aurora-prod")).toBe("CREATE_COMPLETE");
  for (const key of Object.keys(template.Outputs)) expect(third.outputs[key]).toMatch(/\S/);
  expect(Object.keys(JSON.parse(third.outputs["stack-outputs"] ?? "") as object).sort()).toEqual(
    Object.keys(template.Outputs).sort(),
  );
  expect(third.outputs).toMatchObject({
    "stack-status": "CREATE_COMPLETE",
    "change-digest": second.outputs["change-digest"],
    "change-set-arn": second.outputs["change-set-arn"],
    ClusterEndpoint: expect.stringContaining("aurora-cluster-prod"),
  });
  for (const id of Object.keys(template.Resources))
    expect(third.text).toMatch(new RegExp(`${id}.*CREATE_COMPLETE`));
  const after = await botComments(stage, number);
  expect(after.map(({ id }) => id)).toEqual([comment?.id]);
  expect(after[0]?.body).toContain(third.outputs.ReaderEndpoint);
  expect(await stage.repository.checkRuns(merged)).toMatchObject([
    { name: "aurora-deploy / aurora-prod (us-east-1) / deploy", status: "completed", conclusion: "success" },
  ]);
});

test.concurrent.for(["merge", "squash", "rebase"] as const)(
  "a pull request that is merged by %s is found and deployed",
  async (method) => {
    await using stage = await openSmallStage();
    const { number } = await propose(stage, "topic", { timeout: 60 });
    await stage.repository.merge(number, method);
    expect(outcome(await deploy(stage))).toEqual({ exitCode: 0, result: "deployed" });
  },
);

test.concurrent("the closing of a merged pull request deploys as a push does", async () => {
  await using stage = await openSmallStage();
  const { number } = await propose(stage, "topic", { timeout: 60 });
  await stage.repository.merge(number);
  const step = await preview(stage, number, "closed");
  expect(outcome(step)).toEqual({ exitCode: 0, result: "deployed" });
  expect(step.outputs.QueueArn).toMatch(/^arn:aws:sqs:us-east-1:/);
});

test.concurrent("the pull request is found although GitHub's index lags behind the merge", async () => {
  await using stage = await openSmallStage();
  const { number } = await propose(stage, "topic", { timeout: 60 });
  await stage.repository.merge(number, "squash");
  stage.github.setIndexLag(2);
  expect(outcome(await deploy(stage))).toEqual({ exitCode: 0, result: "deployed" });
});

test.concurrent("a template in YAML, with parameters and tags in their short forms", async () => {
  const yaml = [
    "Parameters: { Delay: { Type: Number } }",
    "Resources:",
    "  Queue:",
    "    Type: AWS::SQS::Queue",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation's own notation
    "    Properties: { QueueName: !Sub '${AWS::StackName}-jobs', DelaySeconds: !Ref Delay }",
    "Outputs:",
    "  Name: { Value: !GetAtt Queue.QueueName }",
    "",
  ].join("\n");
  await using stage = await openSmallStage({
    inputs: { template: "stack.yaml", parameters: "# seconds\nDelay=5", tags: "Team=orders" },
  });
  const number = await stage.repository.openPullRequest({ head: "topic", files: { "stack.yaml": yaml } });
  expect(outcome(await preview(stage, number, "opened"))).toEqual({ exitCode: 0, result: "previewed" });
  await stage.repository.merge(number);
  const step = await deploy(stage);
  expect(outcome(step)).toEqual({ exitCode: 0, result: "deployed" });
  expect(step.outputs.Name).toBe("app-jobs");
  expect(stage.aws.cloudFormation.stack("app")?.definition?.tags).toMatchObject([
    { key: "Team", value: "orders" },
  ]);
});
