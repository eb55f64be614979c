import { expect, test } from "vitest";
import { startBench, templateOf } from "../fixture.ts";

const group = (major: number) => ({
  Type: "AWS::RDS::DBClusterParameterGroup",
  Properties: {
    DBClusterParameterGroupName: `group-${major}`,
    Description: "a group",
    Family: `aurora-postgresql${major}`,
  },
});

const cluster = (EngineVersion: string, properties: object = {}) => ({
  Type: "AWS::RDS::DBCluster",
  Properties: { Engine: "aurora-postgresql", EngineVersion, DBClusterIdentifier: "db", ...properties },
});

const grouped = (major: number, version: string) => ({
  Group: group(major),
  Db: cluster(version, { DBClusterParameterGroupName: { Ref: "Group" } }),
});

const instance = (AvailabilityZone?: string) => ({
  Type: "AWS::RDS::DBInstance",
  Properties: {
    DBInstanceIdentifier: "one",
    DBClusterIdentifier: { Ref: "Db" },
    Engine: "aurora-postgresql",
    ...(AvailabilityZone === undefined ? {} : { AvailabilityZone }),
  },
});

const subnets = (...SubnetIds: string[]) => ({
  Type: "AWS::RDS::DBSubnetGroup",
  Properties: { DBSubnetGroupName: "subnets", DBSubnetGroupDescription: "two", SubnetIds },
});

/** Subnets of the zones a, b and c, by the sandbox's rule. */
const [A, OTHER_A, B, C] = [
  "subnet-00000000",
  "subnet-00000003",
  "subnet-00000001",
  "subnet-00000002",
] as const;

type Resources = Parameters<typeof templateOf>[0];

async function updated(from: Resources, to: Resources) {
  const bench = await startBench();
  bench.aws.cloudFormation.putStack({ stackName: "app", template: templateOf(from) });
  await bench.deploy({ TemplateBody: templateOf(to) });
  const failed = (await bench.events()).filter(({ ResourceStatus }) => ResourceStatus === "UPDATE_FAILED");
  const { StackStatus } = await bench.stack();
  return [StackStatus, ...failed.map((event) => event.ResourceStatusReason)];
}

test.for<[string, Resources, Resources, string, RegExp?]>([
  ["a minor upgrade", { Db: cluster("15.12") }, { Db: cluster("15.15") }, "UPDATE_COMPLETE"],
  ["a major upgrade with its group", grouped(15, "15.12"), grouped(16, "16.8"), "UPDATE_COMPLETE"],
  [
    "a major upgrade that leaves the group as it is",
    grouped(15, "15.12"),
    grouped(15, "16.8"),
    "UPDATE_ROLLBACK_COMPLETE",
    /group-15 with DBParameterGroupFamily aurora-postgresql15 can't be used/,
  ],
  [
    "a downgrade",
    { Db: cluster("15.12") },
    { Db: cluster("15.2") },
    "UPDATE_ROLLBACK_COMPLETE",
    /Cannot upgrade aurora-postgresql from 15\.12 to 15\.2 /,
  ],
  [
    "another zone",
    { Db: cluster("15.12"), One: instance("us-east-1a") },
    { Db: cluster("15.12"), One: instance("us-east-1b") },
    "UPDATE_ROLLBACK_COMPLETE",
    /custom-named resource/,
  ],
  [
    "a subnet more",
    { S: subnets(A, B), Db: cluster("15.12"), One: instance() },
    { S: subnets(A, B, C), Db: cluster("15.12"), One: instance() },
    "UPDATE_COMPLETE",
  ],
  [
    "another subnet of a zone that is lived in",
    { S: subnets(A, B), Db: cluster("15.12"), One: instance("us-east-1a") },
    { S: subnets(OTHER_A, B), Db: cluster("15.12"), One: instance("us-east-1a") },
    "UPDATE_ROLLBACK_COMPLETE",
    /currently in use: subnet-00000000 /,
  ],
  [
    "another subnet of a zone that is not",
    { S: subnets(A, B), Db: cluster("15.12"), One: instance("us-east-1a") },
    { S: subnets(A, C), Db: cluster("15.12"), One: instance("us-east-1a") },
    "UPDATE_COMPLETE",
  ],
])("RDS and %s", async ([, from, to, status, reason]) => {
  const [now, ...reasons] = await updated(from, to);
  expect(now).toBe(status);
  if (reason === undefined) expect(reasons).toEqual([]);
  else expect(reasons[0]).toMatch(reason);
});

test("a snapshot that is not there makes no cluster, and one that is does", async () => {
  const bench = await startBench();
  const template = templateOf({
    Db: cluster("15.12", { SnapshotIdentifier: "arn:aws:rds:us-east-1:1:cluster-snapshot:kept" }),
  });
  await bench.deploy({ ChangeSetType: "CREATE", TemplateBody: template });
  expect((await bench.stack()).StackStatus).toBe("ROLLBACK_COMPLETE");
  bench.aws.cloudFormation.existing.push({
    type: "AWS::RDS::DBClusterSnapshot",
    physicalId: "kept",
    properties: {},
  });
  bench.aws.cloudFormation.putStack({ stackName: "other", template });
  expect((await bench.stack("other")).StackStatus).toBe("CREATE_COMPLETE");
});

test("a rollback takes no version back: a minor one is drift, a major one leaves the stack stuck", async () => {
  for (const [from, to, status] of [
    [grouped(15, "15.12"), grouped(15, "15.15"), "UPDATE_ROLLBACK_COMPLETE"],
    [grouped(15, "15.12"), grouped(16, "16.8"), "UPDATE_ROLLBACK_FAILED"],
  ] as const) {
    const bench = await startBench();
    const one = { ...instance(), DependsOn: "Db" };
    bench.aws.cloudFormation.putStack({ stackName: "app", template: templateOf({ ...from, One: one }) });
    bench.aws.faults.add({ scenario: "resource-fails", resource: "One", reason: "no" });
    const changed = { ...one, Properties: { ...one.Properties, PromotionTier: 1 } };
    await bench.deploy({ TemplateBody: templateOf({ ...to, One: changed }) });
    expect((await bench.stack()).StackStatus).toBe(status);
    const db = bench.aws.cloudFormation.stack("app")?.resources.get("Db");
    expect((db?.actual ?? db?.properties)?.EngineVersion).toBe(to.Db.Properties.EngineVersion);
  }
});
