import { describe, expect, test } from "vitest";
import { costChange } from "../../../src/changes/costs/costChange.ts";
import { costedResources } from "../../../src/changes/costs/costed.ts";
import type { CostResource } from "../../../src/changes/costs/model.ts";
import { type EvaluatedObject, UNKNOWN } from "../../../src/template/evaluate/evaluated.ts";
import { change, prices, resource } from "./examples.ts";

/** What a new resource costs beside its siblings: what of it, and from how much to how much; in US dollars a month. */
function costs(added: CostResource, ...siblings: readonly CostResource[]) {
  const told = costChange(
    costedResources([], [added, ...siblings]),
    { resources: [added, ...siblings].map(({ logicalId, type }) => change(logicalId, type, "Add")) },
    prices,
  );
  const line = told?.lines.find((one) => one.resource === added.key);
  if (line === undefined) return undefined;
  const { from, to } = line.change;
  return [line.after, round(from), ...(from === to ? [] : [round(to)])];
}

function round(amount: number): number {
  return Math.round(amount * 1e4) / 1e4;
}

const one = (type: string, properties: EvaluatedObject = {}) => costs(resource("It", type, properties));

const NAT = "AWS::EC2::NatGateway";
const EC2 = "AWS::EC2::Instance";
const VOLUME = "AWS::EC2::Volume";
const TABLE = "AWS::DynamoDB::Table";
const BALANCER = "AWS::ElasticLoadBalancingV2::LoadBalancer";
const CACHE = "AWS::ElastiCache::CacheCluster";
const GROUP = "AWS::ElastiCache::ReplicationGroup";
const ENDPOINT = "AWS::EC2::VPCEndpoint";
const OWN = {
  DBInstanceClass: "db.t4g.micro",
  Engine: "postgres",
  StorageType: "gp3",
  AllocatedStorage: "20",
};
const units = (ReadCapacityUnits: number, WriteCapacityUnits: number) => ({
  ProvisionedThroughput: { ReadCapacityUnits, WriteCapacityUnits },
});

describe("what has a plain price", () => {
  test.each([
    [NAT, {}, ["NAT gateway", 32.85]],
    ["AWS::EC2::EIP", { Domain: "vpc" }, ["public IPv4 address", 3.65]],
    [EC2, { InstanceType: "t3.micro", ImageId: UNKNOWN }, ["t3.micro (as Linux)", 7.592]],
    [VOLUME, { VolumeType: "gp3", Size: 100 }, ["100 GB gp3", 8]],
    [VOLUME, { VolumeType: "gp3", Size: "100", Iops: 3000, Throughput: 125 }, ["100 GB gp3", 8]],
    [BALANCER, {}, ["application load balancer", 16.425]],
    [
      ENDPOINT,
      { VpcEndpointType: "Interface", SubnetIds: [UNKNOWN, "subnet-1"] },
      ["2 × interface endpoint", 14.6],
    ],
    [
      CACHE,
      { CacheNodeType: "cache.t4g.micro", Engine: "redis", NumCacheNodes: 1 },
      ["cache.t4g.micro (Redis)", 11.68],
    ],
    [
      GROUP,
      { CacheNodeType: "cache.t4g.micro", NumCacheClusters: "2" },
      ["2 × cache.t4g.micro (Redis)", 23.36],
    ],
    [
      GROUP,
      { CacheNodeType: "cache.t4g.micro", Engine: "Redis", NumNodeGroups: 3, ReplicasPerNodeGroup: 1 },
      ["6 × cache.t4g.micro (Redis)", 70.08],
    ],
    [TABLE, units(10, 5), ["10 read and 5 write units", 3.3215]],
    [
      TABLE,
      { ...units(10, 5), TableClass: "STANDARD_INFREQUENT_ACCESS" },
      ["10 read and 5 write units", 4.1245],
    ],
    [
      TABLE,
      { ...units(10, 5), GlobalSecondaryIndexes: [units(2, 1)] },
      ["12 read and 6 write units", 3.9858],
    ],
    ["AWS::RDS::DBInstance", OWN, ["db.t4g.micro (PostgreSQL, 20 GB gp3)", 13.98]],
    [
      "AWS::RDS::DBInstance",
      { ...OWN, MultiAZ: "true" },
      ["db.t4g.micro (PostgreSQL, Multi-AZ, 20 GB gp3)", 27.96],
    ],
  ] as const)("%s %j", (type, properties, expected) => {
    expect(one(type, properties)).toEqual(expected);
  });
});

describe("what has none", () => {
  test.each([
    [NAT, { ConnectivityType: "private" }],
    [NAT, { ConnectivityType: UNKNOWN }],
    ["AWS::EC2::EIP", { PublicIpv4Pool: "ipv4pool-1" }],
    [EC2, {}],
    [EC2, { InstanceType: UNKNOWN }],
    [EC2, { InstanceType: "t3.micro", LaunchTemplate: { Version: "1" } }],
    [EC2, { InstanceType: "t3.micro", Tenancy: "dedicated" }],
    [EC2, { InstanceType: "constructor" }],
    [EC2, { InstanceType: "t3.unheard-of" }],
    [VOLUME, { VolumeType: "gp3", Size: 100, Iops: 4000 }],
    [VOLUME, { VolumeType: "io2", Size: 100, Iops: 4000 }],
    [VOLUME, { VolumeType: "gp3", SnapshotId: "snap-1" }],
    [VOLUME, { VolumeType: "gp3", Size: "1e3" }],
    [VOLUME, { VolumeType: "gp3", Size: -1 }],
    [VOLUME, { VolumeType: "gp3", Size: "99999999999" }],
    [BALANCER, { Type: "toString" }],
    [ENDPOINT, {}],
    [ENDPOINT, { VpcEndpointType: "Interface", SubnetIds: UNKNOWN }],
    [CACHE, { CacheNodeType: "cache.t4g.micro", Engine: "__proto__", NumCacheNodes: 1 }],
    [CACHE, { CacheNodeType: "cache.t4g.micro", Engine: "redis", NumCacheNodes: 1.5 }],
    [GROUP, { CacheNodeType: "cache.t4g.micro" }],
    [TABLE, { BillingMode: "PAY_PER_REQUEST" }],
    [TABLE, { ...units(10, 5), GlobalSecondaryIndexes: [UNKNOWN] }],
    [TABLE, { ProvisionedThroughput: UNKNOWN }],
    ["AWS::RDS::DBInstance", { ...OWN, StorageType: "io1", Iops: 1000 }],
    ["AWS::RDS::DBInstance", { ...OWN, Engine: "hasOwnProperty" }],
    ["AWS::RDS::DBInstance", { DBInstanceClass: "db.t4g.micro", Engine: "postgres", AllocatedStorage: "20" }],
    ["AWS::RDS::DBInstance", { ...OWN, MultiAZ: UNKNOWN }],
    ["AWS::RDS::DBInstance", { ...OWN, SourceDBInstanceIdentifier: "x", Engine: UNKNOWN }],
    ["AWS::RDS::DBInstance", { ...OWN, DBClusterIdentifier: "elsewhere" }],
    ["AWS::S3::Bucket", {}],
  ] as const)("%s %j", (type, properties) => {
    expect(one(type, properties)).toBeUndefined();
  });

  test("a table whose throughput is scaled", () => {
    const target = resource("Target", "AWS::ApplicationAutoScaling::ScalableTarget", {
      ServiceNamespace: "dynamodb",
    });
    expect(costs(resource("It", TABLE, units(1, 1)), target)).toBeUndefined();
    const other = resource("Target", target.type, { ServiceNamespace: "ecs" });
    expect(costs(resource("It", TABLE, units(1, 1)), other)).toBeDefined();
  });
});

describe("instances of a cluster", () => {
  const cluster = (properties: EvaluatedObject = {}) =>
    resource("Cluster", "AWS::RDS::DBCluster", {
      ...{
        Engine: "aurora-postgresql",
        ServerlessV2ScalingConfiguration: { MinCapacity: 0.5, MaxCapacity: "8" },
      },
      ...properties,
    });
  const instance = (
    DBInstanceClass: string,
    more: EvaluatedObject = {},
    refs = { DBClusterIdentifier: "Cluster" },
  ) =>
    resource("It", "AWS::RDS::DBInstance", { DBInstanceClass, DBClusterIdentifier: UNKNOWN, ...more }, refs);

  test("Aurora Serverless v2: from the least capacity to the most", () => {
    expect(costs(instance("db.serverless"), cluster())).toEqual([
      "Aurora capacity 0.5 to 8 ACU",
      43.8,
      700.8,
    ]);
    const paused = { ServerlessV2ScalingConfiguration: { MinCapacity: 0, MaxCapacity: 1 } };
    expect(costs(instance("db.serverless"), cluster(paused))).toEqual([
      "Aurora capacity 0 to 1 ACU",
      0,
      87.6,
    ]);
    const still = { ServerlessV2ScalingConfiguration: { MinCapacity: 2, MaxCapacity: 2 } };
    expect(costs(instance("db.serverless"), cluster(still))).toEqual(["Aurora capacity 2 ACU", 175.2]);
  });

  test("with another price where I/O is in it", () => {
    const optimized = cluster({ StorageType: "aurora-iopt1" });
    expect(costs(instance("db.serverless"), optimized)).toEqual([
      ...["Aurora capacity 0.5 to 8 ACU (I/O-Optimized)", 58.4, 934.4],
    ]);
    expect(costs(instance("db.r6g.large"), optimized)?.[1]).toBe(246.74);
  });

  test("provisioned ones by their class", () => {
    expect(costs(instance("db.r6g.large"), cluster())).toEqual(["db.r6g.large (Aurora PostgreSQL)", 189.8]);
  });

  test("by the cluster's name, too", () => {
    const named = cluster({ DBClusterIdentifier: "orders" });
    const known = instance("db.r6g.large", { DBClusterIdentifier: "orders" }, { DBClusterIdentifier: "" });
    expect(costs(known, named)?.[1]).toBe(189.8);
  });

  test("none, where the cluster is not in the stack, or is not known enough", () => {
    expect(costs(instance("db.serverless", { Engine: "aurora-postgresql" }))).toBeUndefined();
    expect(costs(instance("db.serverless"), cluster({ StorageType: UNKNOWN }))).toBeUndefined();
    const upsideDown = { ServerlessV2ScalingConfiguration: { MinCapacity: 8, MaxCapacity: 1 } };
    expect(costs(instance("db.serverless"), cluster(upsideDown))).toBeUndefined();
    expect(costs(instance("db.serverless"), { ...cluster(), exists: "unknown" })).toBeUndefined();
  });
});
