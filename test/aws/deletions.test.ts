import { expect, test } from "vitest";
import { createDeletions } from "../../src/aws/deletions/deletions.ts";
import type { AwsOptions } from "../sandbox/aws/aws.ts";
import { rejection, startEdges, templateOf, topic } from "./fixture.ts";

async function startDeletions(options: AwsOptions = {}) {
  const edges = await startEdges(options);
  const { url } = edges.aws;
  const settings = { region: "us-east-1", endpoint: url, s3Endpoint: url, env: {}, version: "0.0.0-test" };
  return { ...edges, deletions: createDeletions(edges.client, { ...settings, maxAttempts: 1 }) };
}

const database = (type: string, more: object) => ({ Type: `AWS::RDS::${type}`, Properties: more });

test("who imports an export is told through all pages; an export that nobody imports has none", async () => {
  const { aws, deletions } = await startDeletions({ pageSize: 2 });
  const Value = { "Fn::GetAtt": ["Topic", "TopicArn"] };
  const exporting = { Resources: { Topic: topic() }, Outputs: { Arn: { Value, Export: { Name: "arn" } } } };
  aws.cloudFormation.putStack({ stackName: "app", template: JSON.stringify(exporting) });
  expect(await deletions.importers("arn")).toEqual([]);
  const users = ["a", "b", "c", "d", "e"];
  const using = { Type: "AWS::SNS::Topic", Properties: { DisplayName: { "Fn::ImportValue": "arn" } } };
  for (const stackName of users) aws.cloudFormation.putStack({ stackName, template: templateOf({ using }) });
  expect(await deletions.importers("arn")).toEqual(users);
  const deleting = async () => aws.call("cloudformation", "DeleteStack", { StackName: "app" });
  await expect(deleting()).rejects.toThrow("in use by a");
});

test("whether a database is protected is what RDS says now, and nothing where there is none", async () => {
  const { aws, deletions } = await startDeletions();
  const template = templateOf({
    On: database("DBCluster", { DBClusterIdentifier: "on", DeletionProtection: true }),
    Off: database("DBInstance", { DBInstanceIdentifier: "off" }),
  });
  aws.cloudFormation.putStack({ stackName: "app", template });
  expect(await deletions.isProtected("cluster", "on")).toBe(true);
  expect(await deletions.isProtected("instance", "off")).toBe(false);
  expect(await deletions.isProtected("cluster", "none")).toBeUndefined();
  aws.cloudFormation.changeResourceByHand("app", "On", { DeletionProtection: "false" });
  expect(await deletions.isProtected("cluster", "on")).toBe(false);
});

test("the last snapshot of a database that is gone", async () => {
  const { aws, deletions, clock } = await startDeletions();
  const template = templateOf({
    Db: database("DBCluster", { DBClusterIdentifier: "db" }),
    Alone: database("DBInstance", { DBInstanceIdentifier: "alone" }),
    Not: { ...database("DBInstance", { DBInstanceIdentifier: "not" }), DeletionPolicy: "Delete" },
  });
  aws.cloudFormation.putStack({ stackName: "app", template });
  const since = clock.now();
  aws.call("cloudformation", "DeleteStack", { StackName: "app" });
  aws.cloudFormation.finish("app");
  expect(await deletions.snapshots("cluster", "db")).toEqual([
    { id: expect.stringMatching(/^app-snapshot-db-[a-z0-9]{12}$/), madeAt: expect.any(Number) },
  ]);
  const [alone] = await deletions.snapshots("instance", "alone");
  expect(alone?.madeAt).toBeGreaterThanOrEqual(since);
  expect(await deletions.snapshots("instance", "not")).toEqual([]);
});

test("buckets and repositories: empty, filled, and what a missing permission is called", async () => {
  const { aws, deletions } = await startDeletions();
  expect(await deletions.hasObjects("acme")).toBe(false);
  expect(await deletions.hasImages("acme/app")).toBe(false);
  aws.objects.put("acme", "1.json", "{}");
  aws.images.set("acme/app", ["v1"]);
  expect(await deletions.hasObjects("acme")).toBe(true);
  expect(await deletions.hasImages("acme/app")).toBe(true);
  aws.faults.add({ scenario: "access-denied" });
  for (const ask of [
    () => deletions.hasObjects("acme"),
    () => deletions.hasImages("acme/app"),
    () => deletions.isProtected("cluster", "db"),
    () => deletions.importers("arn"),
  ])
    expect(await rejection(ask())).toMatchObject({ reasonCode: "access-denied", trouble: "denied" });
});
