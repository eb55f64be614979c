import { describe, expect, test } from "vitest";
import type { Stage, Step } from "../../sandbox/stage.ts";
import { openQuickStage, outcome, statusOf } from "../stack.ts";
import { changingCalls, destroy, resourcesIn } from "./stage.ts";

const table = (isProtected: unknown) => ({
  Type: "AWS::DynamoDB::Table",
  Properties: {
    ...{ TableName: "orders", BillingMode: "PAY_PER_REQUEST", DeletionProtectionEnabled: isProtected },
    AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
    KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
  },
});
const queue = { Type: "AWS::SQS::Queue" };
const bucket = { Type: "AWS::S3::Bucket", Properties: { BucketName: "acme-orders" } };
const repository = (more: object = {}) => ({
  Type: "AWS::ECR::Repository",
  Properties: { RepositoryName: "acme/app", ...more },
});

function put(stage: Stage, template: object, stackName = "app"): void {
  stage.aws.cloudFormation.putStack({ stackName, template: JSON.stringify(template) });
  stage.aws.forgetRequests();
}

/** Blocked, with what stands in the way named everywhere, and nothing changed. */
function expectStopped(stage: Stage, step: Step, words: readonly string[]): void {
  expect(outcome(step)).toEqual({ exitCode: 1, result: "blocked", reason: "protected" });
  for (const text of [step.summary, step.text]) for (const word of words) expect(text).toContain(word);
  expect(changingCalls(stage)).toEqual([]);
  expect(statusOf(stage)).toBe("CREATE_COMPLETE");
  expect(step.outputs["final-snapshot"] ?? "").toBe("");
}

describe("what stands in the way of a deletion", () => {
  test.concurrent("an export that another stack imports, and an end once it does not any more", async () => {
    await using stage = await openQuickStage({});
    const exporting = (stack: string) => ({
      Resources: { Queue: queue },
      Outputs: { Arn: { Value: { "Fn::GetAtt": ["Queue", "Arn"] }, Export: { Name: `${stack}-arn` } } },
    });
    put(stage, exporting("app"));
    const user = { Type: "AWS::SNS::Topic", Properties: { DisplayName: { "Fn::ImportValue": "app-arn" } } };
    put(stage, { Resources: { User: user } }, "user");
    expectStopped(stage, await destroy(stage, "app"), ["app-arn", "is imported by user"]);
    stage.aws.cloudFormation.updateStackByHand({
      ...{ stackName: "user", template: JSON.stringify({ Resources: { Other: queue } }) },
    });
    expect(outcome(await destroy(stage, "app"))).toEqual({ exitCode: 0, result: "destroyed" });
    expect(statusOf(stage)).toBeUndefined();
  });

  test.concurrent("a bucket and a repository with content; emptied, all goes", async () => {
    await using stage = await openQuickStage({});
    put(stage, { Resources: { Bucket: bucket, Images: repository(), Queue: queue } });
    stage.aws.objects.put("acme-orders", "2026/1.json", "{}");
    stage.aws.images.set("acme/app", ["v1"]);
    expectStopped(stage, await destroy(stage, "app"), [
      "acme-orders is not empty",
      "acme/app is not empty",
      "aws s3 rm",
    ]);
    expect(resourcesIn(stage, "app")).toHaveLength(3);
    stage.aws.images.set("acme/app", []);
    stage.aws.objects.remove("acme-orders", "2026/1.json");
    expect(outcome(await destroy(stage, "app"))).toEqual({ exitCode: 0, result: "destroyed" });
  });

  test.concurrent("a repository that empties itself is none, a bucket that stays is none", async () => {
    await using stage = await openQuickStage({});
    put(stage, {
      Resources: {
        Bucket: { ...bucket, DeletionPolicy: "Retain" },
        Images: repository({ EmptyOnDelete: true }),
      },
    });
    stage.aws.objects.put("acme-orders", "1", "x");
    stage.aws.images.set("acme/app", ["v1"]);
    const step = await destroy(stage, "app");
    expect(outcome(step)).toEqual({ exitCode: 0, result: "destroyed" });
    expect(step.summary).toContain("What is kept, in no stack");
  });

  test.concurrent("a bucket that a custom resource of CDK's empties is none", async () => {
    await using stage = await openQuickStage({});
    const Tags = [{ Key: "aws-cdk:auto-delete-objects", Value: "true" }];
    put(stage, { Resources: { Bucket: { ...bucket, Properties: { ...bucket.Properties, Tags } } } });
    stage.aws.on({ operation: "DeleteStack", nth: 1, when: "before" }, () =>
      stage.aws.objects.remove("acme-orders", "1"),
    );
    stage.aws.objects.put("acme-orders", "1", "x");
    expect(outcome(await destroy(stage, "app"))).toEqual({ exitCode: 0, result: "destroyed" });
  });

  test.concurrent("a protection in a nested stack that the run's parameters lift there", async () => {
    const inner = JSON.stringify({
      Parameters: { Protect: { Type: "String" } },
      Resources: { Orders: table({ Ref: "Protect" }) },
    });
    const TemplateURL = "https://templates.s3.amazonaws.com/inner.json";
    const Inner = {
      Type: "AWS::CloudFormation::Stack",
      Properties: { TemplateURL, Parameters: { Protect: { Ref: "Protect" } } },
    };
    const body = JSON.stringify({ Parameters: { Protect: { Type: "String" } }, Resources: { Inner } });
    await using stage = await openQuickStage({ repository: { files: { "stack.json": body } } });
    stage.aws.objects.put("templates", "inner.json", inner);
    stage.aws.cloudFormation.putStack({ stackName: "app", template: body, parameters: { Protect: "true" } });
    stage.aws.forgetRequests();
    const step = await destroy(stage, "app", {
      inputs: { "termination-protection": "false", template: "stack.json", parameters: "Protect=false" },
    });
    expect(outcome(step), step.text).toEqual({ exitCode: 0, result: "destroyed" });
    expect(changingCalls(stage)).toEqual(["ExecuteChangeSet", "DeleteStack"]);
    expect(step.text).toContain("Inner/Orders");
  });

  test.concurrent("a protection that only the template tells, in a nested stack; it says who told it", async () => {
    await using stage = await openQuickStage({});
    stage.aws.objects.put("templates", "inner.json", JSON.stringify({ Resources: { Orders: table(true) } }));
    const TemplateURL = "https://templates.s3.amazonaws.com/inner.json";
    put(stage, { Resources: { Inner: { Type: "AWS::CloudFormation::Stack", Properties: { TemplateURL } } } });
    expectStopped(stage, await destroy(stage, "app", { inputs: { "termination-protection": "false" } }), [
      "Inner/Orders",
      "DeletionProtectionEnabled in the deployed template",
    ]);
  });

  test.concurrent("a protection that RDS tells, though the template says no", async () => {
    await using stage = await openQuickStage({});
    const cluster = {
      Type: "AWS::RDS::DBCluster",
      Properties: { DBClusterIdentifier: "db", Engine: "aurora-postgresql" },
    };
    put(stage, { Resources: { Cluster: cluster } });
    stage.aws.cloudFormation.changeResourceByHand("app", "Cluster", { DeletionProtection: "true" });
    const step = await destroy(stage, "app");
    expectStopped(stage, step, ["its deletion protection is on", "aws rds modify-db-cluster"]);
  });

  test.concurrent("what may not be asked is said, and the template counts", async () => {
    await using stage = await openQuickStage({});
    const cluster = {
      Type: "AWS::RDS::DBCluster",
      Properties: { DBClusterIdentifier: "db", Engine: "aurora-postgresql", DeletionProtection: true },
    };
    put(stage, { Resources: { Cluster: cluster, Bucket: bucket } });
    stage.aws.cloudFormation.changeResourceByHand("app", "Cluster", { DeletionProtection: "false" });
    const denied = ["DescribeDBClusters", "ListObjectVersions"].map((operation) =>
      stage.aws.faults.add({ scenario: "access-denied", operation }),
    );
    expectStopped(stage, await destroy(stage, "app"), [
      "the role lacks rds:DescribeDBClusters",
      "the role lacks s3:ListBucketVersions",
      "DeletionProtection in the deployed template",
    ]);
    for (const fault of denied) stage.aws.faults.remove(fault);
    expect(outcome(await destroy(stage, "app"))).toEqual({ exitCode: 0, result: "destroyed" });
  });

  test.concurrent("an update that would do more than lift: refused with what it would do, its change set gone", async () => {
    await using stage = await openQuickStage({
      repository: {
        files: { "stack.json": JSON.stringify({ Resources: { Orders: table(false), Queue: queue } }) },
      },
      inputs: { template: "stack.json" },
    });
    put(stage, { Resources: { Orders: table(true) } });
    const step = await destroy(stage, "app", { inputs: { "termination-protection": "false" } });
    expectStopped(stage, step, ["would change more than that", "resource Queue"]);
    expect(
      JSON.stringify(stage.aws.call("cloudformation", "ListChangeSets", { StackName: "app" })),
    ).not.toContain("destroy-");
  });

  test.concurrent("a template of the checkout that leaves it on, or cannot be rendered", async () => {
    await using stage = await openQuickStage({
      repository: { files: { "stack.json": JSON.stringify({ Resources: { Orders: table(true) } }) } },
    });
    put(stage, { Resources: { Orders: table(true) } });
    const lift = { "termination-protection": "false" };
    const left = await destroy(stage, "app", { inputs: { ...lift, template: "stack.json" } });
    expectStopped(stage, left, ["leaves the protection of Orders on"]);
    const missing = await destroy(stage, "app", { inputs: { ...lift, template: "gone.json" } });
    expectStopped(stage, missing, ["cannot be made", "gone.json"]);
  });
});
