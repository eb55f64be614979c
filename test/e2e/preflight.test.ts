import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Stage } from "../sandbox/stage.ts";
import { botComments, calls, deploy, GIVEN_UP_AFTER_MS, openQuickStage, outcome, preview } from "./stack.ts";

const root = join(import.meta.dirname, "../..");
// Minified, as it is sent: CloudFormation takes no more than 51,200 bytes.
const body = JSON.stringify(JSON.parse(readFileSync(join(root, "templates/aurora-postgresql.json"), "utf8")));
const production = JSON.parse(
  readFileSync(join(root, "test/templates/parameter-sets/production.json"), "utf8"),
) as Readonly<Record<string, string>>;
const { EngineVersion: creatable = "", ...withoutVersion } = production;
const STACK = "aurora-prod";

async function openPull(
  parameters: Readonly<Record<string, string>>,
  {
    inputs = {},
    before,
  }: { readonly inputs?: Readonly<Record<string, string>>; readonly before?: (stage: Stage) => void } = {},
) {
  const stage = await openQuickStage({
    patientAtMs: GIVEN_UP_AFTER_MS,
    inputs: { "environment-suffix": "prod", "parameters-file": "production.json", ...inputs },
  });
  before?.(stage);
  const files = { "production.json": JSON.stringify(parameters) };
  const number = await stage.repository.openPullRequest({ head: "database", files });
  return { stage, number };
}

function putDatabase(stage: Stage): void {
  const parameters = { ...production, EngineVersion: "15.4", environmentSuffix: "prod" };
  stage.aws.cloudFormation.putStack({ stackName: STACK, template: body, parameters });
}

test.concurrent("the default engine version cannot be created: the preview of a new stack fails and says which can", async () => {
  const { stage: opened, number } = await openPull(withoutVersion);
  await using stage = opened;
  const step = await preview(stage, number, "opened");
  expect(outcome(step)).toEqual({ exitCode: 1, result: "blocked", reason: "preflight" });
  const found =
    "EngineVersion 15.4 cannot be created in us-east-1: of aurora-postgresql 15, RDS offers 15.10, 15.12,";
  expect(step.text).toContain(found);
  expect(step.outputs["change-digest"]).toMatch(/^[0-9a-f]{64}$/);

  const [comment] = await botComments(stage, number);
  expect(comment?.body).toContain("preflight");
  expect(comment?.body).toContain("EngineVersion 15.4 cannot be created");
  expect(comment?.body).toContain("Set parameter EngineVersion");
  // The changes are shown with it.
  expect(comment?.body).toContain("aurora-cluster-prod");
  const { head } = (await stage.repository.pull(number)) as { readonly head: { readonly sha: string } };
  const [run] = await stage.repository.checkRuns(head.sha);
  expect(run).toMatchObject({ conclusion: "failure" });
  expect(JSON.stringify(run)).toContain("EngineVersion 15.4 cannot be created");
});

test.concurrent("merged all the same, the deploy stops before anything is executed", async () => {
  const { stage: opened, number } = await openPull(withoutVersion);
  await using stage = opened;
  await preview(stage, number, "opened");
  await stage.repository.merge(number);
  const step = await deploy(stage);
  expect(outcome(step)).toEqual({ exitCode: 1, result: "blocked", reason: "preflight" });
  expect(step.text).toContain("EngineVersion 15.4 cannot be created");
  expect(calls(stage, "ExecuteChangeSet")).toEqual([]);
  const [comment] = await botComments(stage, number);
  expect(comment?.body).toContain("EngineVersion 15.4 cannot be created");
});

test.concurrent("preflight: false goes on without asking", async () => {
  const { stage: opened, number } = await openPull(withoutVersion, { inputs: { preflight: "false" } });
  await using stage = opened;
  const step = await preview(stage, number, "opened");
  expect(outcome(step)).toEqual({ exitCode: 0, result: "previewed" });
  const services = new Set(stage.aws.requests().map(({ service }) => service));
  expect([...services]).toEqual(["cloudformation"]);
});

test.concurrent("a version that can be created: everything is asked, nothing is found", async () => {
  const { stage: opened, number } = await openPull(production);
  await using stage = opened;
  expect(creatable).not.toBe("");
  const step = await preview(stage, number, "opened");
  expect(step.problems).toEqual([]);
  expect(outcome(step)).toEqual({ exitCode: 0, result: "previewed" });
  for (const operation of [
    "DescribeDBEngineVersions",
    "DescribeOrderableDBInstanceOptions",
    "DescribeDBClusters",
    "DescribeDBInstances",
    "DescribeSubnets",
  ]) {
    expect(calls(stage, operation)).toMatchObject([{ outcome: "ok" }]);
  }
});

test.concurrent("an existing 15.4 cluster is left alone, in the preview and in the deploy", async () => {
  const parameters = { ...production, EngineVersion: "15.4", MaxCapacity: "8" };
  const { stage: opened, number } = await openPull(parameters, { before: putDatabase });
  await using stage = opened;
  const step = await preview(stage, number, "opened");
  expect(outcome(step)).toEqual({ exitCode: 0, result: "previewed" });
  await stage.repository.merge(number);
  expect(outcome(await deploy(stage))).toEqual({ exitCode: 0, result: "deployed" });
  // Nothing is asked that does not matter for the changes.
  expect(calls(stage, "DescribeDBEngineVersions")).toEqual([]);
  expect(calls(stage, "DescribeSubnets")).toEqual([]);
});

const DENIED = ["DescribeDBEngineVersions", "DescribeOrderableDBInstanceOptions", "DescribeSubnets"];

test.concurrent("without the permissions the preview goes on, with one line for all of them", async () => {
  const { stage: opened, number } = await openPull(withoutVersion, {
    before: ({ aws }) => {
      for (const operation of DENIED) aws.faults.add({ scenario: "access-denied", operation });
    },
  });
  await using stage = opened;
  const step = await preview(stage, number, "opened");
  expect(outcome(step)).toMatchObject({ exitCode: 0, result: "previewed" });
  const lines = step.text.split("\n").filter((line) => line.includes("Not checked before the deploy"));
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain(
    "(the role lacks ec2:DescribeSubnets, rds:DescribeDBEngineVersions, rds:DescribeOrderableDBInstanceOptions)",
  );
});

test.concurrent.for<[string, Readonly<Record<string, string>>, RegExp, ((stage: Stage) => void)?]>([
  [
    "subnets in one zone",
    { SubnetIdA: "subnet-0a1b2c3d4e5f60001", SubnetIdB: "subnet-0a1b2c3d4e5f60004" },
    /SubnetGroup: The subnets .* are all in us-east-1b; a database wants two zones\./,
  ],
  [
    "a subnet that is not there",
    { SubnetIdB: "subnet-66666666" },
    /SubnetGroup: subnet-66666666: there is no such subnet/,
  ],
  [
    "another VPC",
    { VpcId: "vpc-0f1f1f1f1f1f1f1f1" },
    /DatabaseSecurityGroup: It is in vpc-0f1f1f1f1f1f1f1f1, but the subnets of AuroraCluster/,
  ],
  [
    "a cluster of that name",
    {},
    /AuroraCluster: DBClusterIdentifier aurora-cluster-prod is taken/,
    ({ aws }) =>
      void aws.cloudFormation.existing.push({
        type: "AWS::RDS::DBCluster",
        physicalId: "aurora-cluster-prod",
        properties: {},
      }),
  ],
])("found: %s", async ([, parameters, message, before]) => {
  const { stage: opened, number } = await openPull(
    { ...production, ...parameters },
    before ? { before } : {},
  );
  await using stage = opened;
  const step = await preview(stage, number, "opened");
  expect(outcome(step)).toEqual({ exitCode: 1, result: "blocked", reason: "preflight" });
  expect(step.text).toMatch(message);
});
