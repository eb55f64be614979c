import { beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { openQuestions } from "../../src/aws/preflight/questions.ts";
import { openSubnets } from "../../src/aws/preflight/subnets.ts";
import { startAws } from "../sandbox/aws/server.ts";
import { rejection } from "./fixture.ts";

beforeEach(() => {
  vi.stubEnv("AWS_ACCESS_KEY_ID", "AKIAEXAMPLE");
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", "example");
  onTestFinished(() => void vi.unstubAllEnvs());
});

async function start() {
  const aws = await startAws();
  onTestFinished(() => aws.close());
  const options = { region: "us-east-1", endpoint: aws.url, env: {}, version: "0.0.0-test", maxAttempts: 3 };
  const questions = openQuestions({ ...options, s3Endpoint: aws.url, random: () => 0 });
  const database = (type: string, physicalId: string) =>
    void aws.cloudFormation.existing.push({ type, physicalId, properties: {} });
  return {
    aws,
    database,
    databases: questions.databases,
    secrets: questions.secretStore,
    questions,
    subnets: openSubnets({ ...options, random: () => 0 }),
    signal: new AbortController().signal,
  };
}

test("the versions of an engine, as the SDK reads them", async () => {
  const { aws, databases, signal } = await start();
  const versions = await databases.versions("aurora-postgresql", signal);
  expect(versions).toContainEqual({ version: "15.12", family: "aurora-postgresql15" });
  expect(versions.map(({ version }) => version)).not.toContain("15.4");
  // Several checks ask for them.
  await databases.versions("aurora-postgresql", signal);
  expect(aws.requests()).toHaveLength(1);
  expect(await databases.versions("unheard-of", signal)).toEqual([]);
});

test("whether an instance class is offered", async () => {
  const { databases, signal } = await start();
  const offered = (version: string, instanceClass: string) =>
    databases.isOffered({ engine: "aurora-postgresql", version, instanceClass }, signal);
  expect(await offered("15.12", "db.serverless")).toBe(true);
  expect(await offered("15.12", "db.x99.huge")).toBe(false);
  expect(await offered("15.4", "db.serverless")).toBe(false);
});

test("which names are taken, of those that are asked", async () => {
  const { databases, database, signal } = await start();
  database("AWS::RDS::DBCluster", "orders");
  database("AWS::RDS::DBCluster", "elsewhere");
  database("AWS::RDS::DBInstance", "orders-a");
  expect(await databases.takenClusters(["orders", "orders-a"], signal)).toEqual(["orders"]);
  expect(await databases.takenInstances(["orders", "orders-a"], signal)).toEqual(["orders-a"]);
  expect(await databases.takenInstances(["free"], signal)).toEqual([]);
});

test("subnets with their zones; what does not exist is left out", async () => {
  const { aws, subnets, signal } = await start();
  aws.account.freeAddresses.set("subnet-0000000b", 3);
  expect(await subnets.find(["subnet-0000000a", "subnet-66666666", "subnet-0000000b"], signal)).toEqual([
    { id: "subnet-0000000a", zone: "us-east-1b", vpc: "vpc-0a1b2c3d4e5f60718", free: 250 },
    { id: "subnet-0000000b", zone: "us-east-1c", vpc: "vpc-0a1b2c3d4e5f60718", free: 3 },
  ]);
  aws.forgetRequests();
  const many = Array.from({ length: 201 }, (_, index) => `subnet-${(index + 0x10000000).toString(16)}`);
  expect(await subnets.find(many, signal)).toHaveLength(201);
  expect(aws.requests()).toHaveLength(2);
});

test("secrets; what does not exist is left out", async () => {
  const { aws, secrets, signal } = await start();
  aws.cloudFormation.missingSecrets.set("none", "gone").set("dying", "being deleted");
  expect(await secrets.find(["app/db", "none", "dying"], signal)).toMatchObject([
    { id: "app/db", isBeingDeleted: false, stages: ["AWSCURRENT", "AWSPREVIOUS"] },
    { id: "dying", isBeingDeleted: true },
  ]);
});

test("who asks, once", async () => {
  const { aws, questions, signal } = await start();
  const caller = { account: "123456789012", arn: "arn:aws:sts::123456789012:assumed-role/deploy/session" };
  expect(await questions.caller(signal)).toEqual(caller);
  expect(await questions.caller(signal)).toEqual(caller);
  expect(aws.requests()).toHaveLength(1);
});

test("code in S3: there, not there, in that version, in another region", async () => {
  const { aws, questions, signal } = await start();
  aws.objects.put("code", "fn.zip", "12345");
  aws.objects.put("code", "fn.zip.old", "1");
  aws.account.bucketRegions.set("away", "eu-west-1");
  const place = (bucket: string, key: string, version?: string) => ({
    ...{ bucket, key },
    ...(version === undefined ? {} : { version }),
  });
  const wanted = [
    ...[place("code", "fn.zip"), place("code", "fn"), place("none", "fn.zip"), place("away", "fn.zip")],
    ...[place("code", "fn.zip", "null"), place("code", "fn.zip", "9"), place("code", "fn", "9")],
  ];
  expect(await questions.objects.find(wanted, signal)).toEqual([
    { kind: "there", bytes: 5 },
    { kind: "no-object" },
    { kind: "no-bucket" },
    { kind: "elsewhere", region: "eu-west-1" },
    { kind: "there", bytes: 5 },
    { kind: "no-version" },
    { kind: "no-object" },
  ]);
  aws.faults.add({ scenario: "access-denied", operation: "ListObjectsV2" });
  expect(await rejection(questions.objects.find([place("code", "fn.zip")], signal))).toMatchObject({
    trouble: "denied",
  });
});

test("roles with whom they trust; what does not exist is left out", async () => {
  const { aws, questions, signal } = await start();
  aws.account.roles.set("gone", "gone").set("other", ["ec2"]);
  expect(await questions.roles.find(["app", "gone", "other"], signal)).toMatchObject([
    { name: "app", arn: "arn:aws:iam::123456789012:role/app" },
    { name: "other", trust: { Statement: [{ Principal: { Service: ["ec2.amazonaws.com"] } }] } },
  ]);
});

test("certificates; what does not exist is left out", async () => {
  const { aws, questions, signal } = await start();
  const arn = (region: string, id: string) => `arn:aws:acm:${region}:123456789012:certificate/${id}`;
  const [one, other, none] = [arn("us-east-1", "1"), arn("eu-west-1", "2"), arn("us-east-1", "3")];
  aws.account.certificates.set(none, "gone").set(other, "EXPIRED");
  expect(await questions.certificates.find([one, other, none], signal)).toEqual([
    { arn: one, status: "ISSUED" },
    { arn: other, status: "EXPIRED" },
  ]);
});

test("KMS keys; what does not exist is left out", async () => {
  const { aws, questions, signal } = await start();
  aws.account.keys.set("alias/none", "gone").set("alias/old", "PendingDeletion");
  expect(await questions.keys.find(["alias/app", "alias/none", "alias/old"], signal)).toEqual([
    { name: "alias/app", state: "Enabled" },
    { name: "alias/old", state: "PendingDeletion" },
  ]);
});

test("images and instance types; what does not exist is left out", async () => {
  const { aws, questions, signal } = await start();
  aws.account.images.set("ami-00000001", "gone").set("ami-00000002", "arm64");
  const { machines } = questions;
  expect(await machines.images(["ami-00000000", "ami-00000001", "ami-00000002"], signal)).toEqual([
    { id: "ami-00000000", state: "available", architecture: "x86_64" },
    { id: "ami-00000002", state: "available", architecture: "arm64" },
  ]);
  expect(await machines.types(["m7g.large", "x9.huge", "t3.micro"], signal)).toEqual([
    { name: "m7g.large", architectures: ["arm64"] },
    { name: "t3.micro", architectures: ["x86_64"] },
  ]);
  expect(await machines.zones(["t2.micro", "x9.huge"], signal)).toEqual([
    { name: "t2.micro", zones: ["us-east-1a", "us-east-1b"] },
    { name: "x9.huge", zones: [] },
  ]);
});

test("RDS's quotas, with what is used of them", async () => {
  const { aws, databases, database, signal } = await start();
  database("AWS::RDS::DBCluster", "orders");
  aws.account.databaseQuotas.set("DBInstances", 3);
  expect(await databases.quotas(signal)).toEqual([
    { name: "DBClusters", used: 1, max: 40 },
    { name: "DBInstances", used: 0, max: 3 },
  ]);
});

test("what a role may lack, of one resource and of several", async () => {
  const { aws, questions, signal } = await start();
  aws.account.lacking.add("sns:CreateTopic");
  const role = "arn:aws:iam::123456789012:role/service";
  const [one, other] = ["arn:aws:sns:us-east-1:123456789012:a", "arn:aws:sns:us-east-1:123456789012:b"];
  const ask = (action: string, ...arns: readonly string[]) =>
    questions.roles.denials({ role, action, arns }, signal);
  expect(await ask("sns:CreateTopic", one)).toEqual([{ action: "sns:CreateTopic", arn: one }]);
  expect(await ask("sns:CreateTopic", one, other)).toEqual([
    { action: "sns:CreateTopic", arn: one },
    { action: "sns:CreateTopic", arn: other },
  ]);
  expect(await ask("sns:DeleteTopic", one)).toEqual([]);
});

test("quotas, with what is used of them", async () => {
  const { aws, questions, signal } = await start();
  const eip = { Type: "AWS::EC2::EIP" };
  aws.cloudFormation.putStack({
    stackName: "net",
    template: JSON.stringify({
      Resources: {
        A: eip,
        B: eip,
        Vpc: { Type: "AWS::EC2::VPC" },
        Igw: { Type: "AWS::EC2::InternetGateway" },
      },
    }),
  });
  aws.account.quotas.set("L-0263D0A3", 2);
  expect(await questions.quotas.find("addresses", signal)).toEqual({ used: 2, max: 2 });
  expect(await questions.quotas.find("vpcs", signal)).toEqual({ used: 1, max: 5 });
  expect(await questions.quotas.find("gateways", signal)).toEqual({ used: 1, max: 5 });
});

test("a missing permission is told apart, and a passing trouble is tried again", async () => {
  const { aws, databases, subnets, signal } = await start();
  aws.faults.add({ scenario: "throttle", operation: "DescribeDBEngineVersions", times: 1 });
  expect(await databases.versions("aurora-postgresql", signal)).not.toEqual([]);
  aws.faults.add({ scenario: "access-denied", operation: "DescribeSubnets" });
  expect(await rejection(subnets.find(["subnet-0000000a"], signal))).toMatchObject({
    trouble: "denied",
    hint: expect.stringMatching(/^Allow ec2:DescribeSubnets to role deploy: /),
  });
});

test("a question ends when it is given up", async () => {
  const { aws, databases } = await start();
  aws.faults.add({ scenario: "hang", operation: "DescribeDBEngineVersions" });
  const over = new AbortController();
  const asked = rejection(databases.versions("aurora-postgresql", over.signal));
  over.abort();
  expect(await asked).toMatchObject({ name: "ServiceError" });
});
