import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Stage } from "../sandbox/stage.ts";
import { AURORA_TEMPLATE } from "./auroraTemplate.ts";
import {
  botComments,
  calls,
  deploy,
  GIVEN_UP_AFTER_MS,
  openQuickStage,
  openSmallStage,
  outcome,
  preview,
  TEMPLATE_PATH,
} from "./stack.ts";

const production = JSON.parse(
  readFileSync(join(import.meta.dirname, "../templates/parameter-sets/production.json"), "utf8"),
) as Readonly<Record<string, string>>;
const PARAMETERS = { ...production, MinCapacity: "0.5", MaxCapacity: "8", StorageType: "aurora" };

/** A pull request on the bundled template; the stack is there already where `has` says with which parameters. */
async function openAurora(
  wants: Readonly<Record<string, string>>,
  has?: Readonly<Record<string, string>>,
  inputs: Readonly<Record<string, string>> = {},
) {
  const stage = await openQuickStage({
    patientAtMs: GIVEN_UP_AFTER_MS,
    inputs: { "environment-suffix": "prod", "parameters-file": "production.json", ...inputs },
  });
  if (has !== undefined) {
    const parameters = { ...has, environmentSuffix: "prod" };
    stage.aws.cloudFormation.putStack({ stackName: "aurora-prod", template: AURORA_TEMPLATE, parameters });
  }
  const files = { "production.json": JSON.stringify(wants) };
  const number = await stage.repository.openPullRequest({ head: "database", files });
  return { stage, number };
}

/** A pull request on a template of its own; the stack is there already where `before` is its template. */
async function openTemplates(before: unknown, after: unknown, patience: "long" | "as it is" = "long") {
  const files = { [TEMPLATE_PATH]: JSON.stringify(after) };
  const stage = await openSmallStage(patience === "long" ? { patientAtMs: GIVEN_UP_AFTER_MS } : {});
  if (before !== undefined)
    stage.aws.cloudFormation.putStack({ stackName: "app", template: JSON.stringify(before) });
  const number = await stage.repository.openPullRequest({ head: "change", files });
  return { stage, number };
}

async function comment(stage: Stage, number: number): Promise<string> {
  const [found] = await botComments(stage, number);
  return found?.body ?? "";
}

const cluster = (DBInstanceClass: string, more: object = {}) => ({
  Resources: {
    Cluster: {
      Type: "AWS::RDS::DBCluster",
      Properties: {
        ...{ Engine: "aurora-postgresql", MasterUsername: "admin", ManageMasterUserPassword: true },
        ServerlessV2ScalingConfiguration: { MinCapacity: 0.5, MaxCapacity: 8 },
      },
    },
    Writer: {
      Type: "AWS::RDS::DBInstance",
      Properties: { DBClusterIdentifier: { Ref: "Cluster" }, Engine: "aurora-postgresql", DBInstanceClass },
    },
    ...more,
  },
});

test.concurrent("a new stack: from the least to the most, in comment, summary, check run and log", async () => {
  const { stage: opened, number } = await openAurora(PARAMETERS);
  await using stage = opened;
  const step = await preview(stage, number, "opened");
  expect(step.problems).toEqual([]);
  expect(outcome(step)).toEqual({ exitCode: 0, result: "previewed" });
  // Two instances, each of 0.5 to 8 ACU at $0.12 an hour.
  const words =
    "Costs: **`+$88 to +$1,402` a month** (Aurora capacity 0.5 to 8 ACU × 2; without what is paid by use)";
  const body = await comment(stage, number);
  expect(body).toContain(words);
  expect(body).toContain("`+$43.80 to +$700.80`");
  expect(step.summary).toContain(words);
  expect(step.text).toContain("costs +$88 to +$1,402 a month");
  const { head } = (await stage.repository.pull(number)) as { readonly head: { readonly sha: string } };
  expect(JSON.stringify(await stage.repository.checkRuns(head.sha))).toContain("+$88 to +$1,402");
  // The same price for both, asked once.
  expect(calls(stage, "GetProducts")).toMatchObject([{ outcome: "ok" }]);
});

test.concurrent("a higher maximum: the difference", async () => {
  const { stage: opened, number } = await openAurora({ ...PARAMETERS, MaxCapacity: "16" }, PARAMETERS);
  await using stage = opened;
  expect(outcome(await preview(stage, number, "opened"))).toEqual({ exitCode: 0, result: "previewed" });
  expect(await comment(stage, number)).toContain(
    "Costs: **`$0 to +$1,402` a month** (2 × (Aurora capacity 0.5 to 8 ACU → 0.5 to 16 ACU); without",
  );
});

test.concurrent("prices are asked for while CloudFormation works out the change set", async () => {
  const { stage: opened, number } = await openAurora({ ...PARAMETERS, MaxCapacity: "16" }, PARAMETERS);
  await using stage = opened;
  // CloudFormation is not done before the price list has answered.
  const hold = stage.aws.cloudFormation.hold("aurora-prod", "change-set");
  const answered = stage.aws.on({ operation: "GetProducts", when: "after" }, () => hold.letGo());
  expect(outcome(await preview(stage, number, "opened"))).toEqual({ exitCode: 0, result: "previewed" });
  expect(answered.times()).toBe(1);
  expect(await comment(stage, number)).toContain("`$0 to +$1,402` a month");
});

test.concurrent("a change that costs nothing is not asked about", async () => {
  const { stage: opened, number } = await openAurora(
    { ...PARAMETERS, BackupRetentionDays: "21" },
    PARAMETERS,
  );
  await using stage = opened;
  expect(outcome(await preview(stage, number, "opened"))).toMatchObject({ exitCode: 0 });
  expect(await comment(stage, number)).not.toContain("Costs");
  expect(calls(stage, "GetProducts")).toEqual([]);
});

test.concurrent("another class of instances", async () => {
  const { stage: opened, number } = await openTemplates(cluster("db.r6g.large"), cluster("db.r6g.xlarge"));
  await using stage = opened;
  expect(outcome(await preview(stage, number, "opened"))).toMatchObject({ exitCode: 0 });
  const body = await comment(stage, number);
  expect(body).toContain(
    "Costs: **`+$189` a month** (db.r6g.large → db.r6g.xlarge (Aurora PostgreSQL); without",
  );
  expect(body).toContain("`+$189.07`");
});

const gateway = {
  Gateway: {
    Type: "AWS::EC2::NatGateway",
    Properties: { AllocationId: "eipalloc-0a1b2c3d", SubnetId: "subnet-0a1b2c3d4e5f60001" },
  },
};

test.concurrent("what goes costs no more", async () => {
  const { stage: opened, number } = await openTemplates(
    cluster("db.r6g.large", gateway),
    cluster("db.r6g.large"),
  );
  await using stage = opened;
  expect(outcome(await preview(stage, number, "opened"))).toMatchObject({ exitCode: 0 });
  expect(await comment(stage, number)).toContain("Costs: **`−$33` a month** (no more NAT gateway; without");
});

const disks = {
  Parameters: { Size: { Type: "Number" } },
  Resources: {
    Disk: {
      Type: "AWS::EC2::Volume",
      Properties: { AvailabilityZone: "us-east-1a", VolumeType: "gp3", Size: { Ref: "Size" } },
    },
  },
};
const storage = (Size: number) => ({
  Resources: {
    Storage: {
      Type: "AWS::CloudFormation::Stack",
      Properties: { TemplateURL: "disks.json", Parameters: { Size } },
    },
  },
});

test.concurrent.for(["true", "false"])(
  "in nested stacks (listed: %s): new, then larger",
  async (isListed) => {
    const inputs = { "s3-bucket": "templates", "include-nested-stacks": isListed };
    await using stage = await openSmallStage({ patientAtMs: GIVEN_UP_AFTER_MS, inputs });
    const files = (size: number) => ({
      [TEMPLATE_PATH]: JSON.stringify(storage(size)),
      "disks.json": JSON.stringify(disks),
    });
    const number = await stage.repository.openPullRequest({ head: "first", files: files(50) });
    expect(outcome(await preview(stage, number, "opened"))).toEqual({ exitCode: 0, result: "previewed" });
    expect(await comment(stage, number)).toContain("Costs: **`+$4` a month** (50 GB gp3; without");
    await stage.repository.merge(number);
    expect(outcome(await deploy(stage))).toEqual({ exitCode: 0, result: "deployed" });
    const next = await stage.repository.openPullRequest({ head: "second", files: files(150) });
    expect(outcome(await preview(stage, next, "opened"))).toEqual({ exitCode: 0, result: "previewed" });
    expect(await comment(stage, next)).toContain("Costs: **`+$8` a month** (50 GB gp3 → 150 GB gp3; without");
  },
);

test.concurrent("denied: no word, one call, and the preview is what it was", async () => {
  const { stage: opened, number } = await openTemplates(undefined, cluster("db.r6g.large", gateway));
  await using stage = opened;
  stage.aws.faults.add({ scenario: "access-denied", operation: "GetProducts" });
  const step = await preview(stage, number, "opened");
  expect(outcome(step)).toEqual({ exitCode: 0, result: "previewed" });
  expect(await comment(stage, number)).not.toMatch(/costs|price/i);
  const lines = step.text.split("\n").filter((line) => line.includes("GetProducts"));
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^::debug::/);
  expect(calls(stage, "GetProducts")).toHaveLength(1);
});

test.concurrent.for(["hang", "throttle"] as const)(
  "no answer (%s): given up, and no word",
  async (scenario) => {
    const { stage: opened, number } = await openTemplates(undefined, cluster("db.r6g.large"), "as it is");
    await using stage = opened;
    stage.aws.faults.add({ scenario, operation: "GetProducts" });
    const step = await preview(stage, number, "opened");
    expect(outcome(step)).toEqual({ exitCode: 0, result: "previewed" });
    expect(calls(stage, "GetProducts").length).toBeGreaterThan(0);
    expect(await comment(stage, number)).not.toMatch(/costs|price/i);
  },
);

test.concurrent("preflight: false asks nothing", async () => {
  const { stage: opened, number } = await openAurora(PARAMETERS, undefined, { preflight: "false" });
  await using stage = opened;
  expect(outcome(await preview(stage, number, "opened"))).toEqual({ exitCode: 0, result: "previewed" });
  expect(calls(stage, "GetProducts")).toEqual([]);
});

test.concurrent("a price list that lies about its form is no price", async () => {
  const { stage: opened, number } = await openTemplates(undefined, cluster("db.r6g.large", gateway));
  await using stage = opened;
  const { products } = stage.aws;
  for (const [index, product] of products.entries()) {
    if (product.family === "NAT Gateway") products[index] = { ...product, prices: [`1${"0".repeat(300)}`] };
    if (product.attributes.instanceType === "db.r6g.large")
      products[index] = { ...product, document: '{"product":null,"terms":[NaN' };
  }
  const step = await preview(stage, number, "opened");
  expect(outcome(step)).toEqual({ exitCode: 0, result: "previewed" });
  expect(calls(stage, "GetProducts").length).toBe(2);
  expect(await comment(stage, number)).not.toContain("Costs");
});
