import { describe, expect, test } from "vitest";
import type { Costing, CostResource, Part } from "../../../src/changes/costs/model.ts";
import { costRule } from "../../../src/changes/costs/rules.ts";
import { type EvaluatedObject, UNKNOWN } from "../../../src/template/evaluate/evaluated.ts";
import { resource } from "./examples.ts";

const DATABASE = "AWS::RDS::DBInstance";
const DOCUMENTS = "AWS::DocDB::DBInstance";
const GRAPH = "AWS::Neptune::DBInstance";
const EC2 = "AWS::EC2::Instance";
const VOLUME = "AWS::EC2::Volume";
const BALANCER = "AWS::ElasticLoadBalancingV2::LoadBalancer";
const ENDPOINT = "AWS::EC2::VPCEndpoint";
const CACHE = "AWS::ElastiCache::CacheCluster";
const GROUP = "AWS::ElastiCache::ReplicationGroup";
const TABLE = "AWS::DynamoDB::Table";

const OWN = { DBInstanceClass: "db.m7g.large", StorageType: "gp3", AllocatedStorage: 20 };
const throughput = { ProvisionedThroughput: { ReadCapacityUnits: 4, WriteCapacityUnits: "2" } };
const nodes = { CacheNodeType: "cache.r7g.large", NumCacheNodes: 3 };
const group = { CacheNodeType: "cache.r7g.large", NumCacheClusters: 2 };

function costing(it: CostResource, ...siblings: readonly CostResource[]): Costing | undefined {
  return costRule(it.type)?.costing(it, [it, ...siblings]);
}

const of = (type: string, properties: EvaluatedObject = {}) => costing(resource("It", type, properties));

/** An instance beside a cluster that it refers to. */
function inCluster(type: string, instance: EvaluatedObject, cluster: EvaluatedObject = {}) {
  const it = resource("It", type, instance, { DBClusterIdentifier: "Cluster" });
  return costing(it, resource("Cluster", type.replace("DBInstance", "DBCluster"), cluster));
}

const postgres = (cluster: EvaluatedObject = {}): EvaluatedObject => ({
  ...{ Engine: "aurora-postgresql", ...cluster },
  ServerlessV2ScalingConfiguration: { MinCapacity: 0.5, MaxCapacity: 4 },
});

test("what is asked of the price list", async () => {
  const all: readonly (readonly [type: string, said: EvaluatedObject, cluster?: EvaluatedObject])[] = [
    ["AWS::EC2::NatGateway", {}],
    ["AWS::EC2::NatGateway", { ConnectivityType: "public", AvailabilityMode: "zonal" }],
    ["AWS::EC2::EIP", {}],
    [EC2, { InstanceType: "m7g.2xlarge" }],
    [EC2, { InstanceType: "u-6tb1.56xlarge", Tenancy: "default" }],
    [VOLUME, { Size: 8 }],
    [VOLUME, { VolumeType: "gp3", Size: "0.125", Iops: 3_000, Throughput: 125 }],
    [VOLUME, { VolumeType: "st1", Size: 1_000_000 }],
    [BALANCER, {}],
    [BALANCER, { Type: "network" }],
    [BALANCER, { Type: "gateway" }],
    ["AWS::ElasticLoadBalancing::LoadBalancer", {}],
    [ENDPOINT, { VpcEndpointType: "Interface", SubnetIds: ["subnet-1"] }],
    [CACHE, { ...nodes, Engine: "memcached" }],
    [GROUP, group],
    [GROUP, { CacheNodeType: "cache.r7g.large", Engine: "valkey", ReplicasPerNodeGroup: 2 }],
    [GROUP, { CacheNodeType: "cache.r7g.large", NumNodeGroups: 2, ReplicasPerNodeGroup: 0 }],
    [TABLE, throughput],
    [TABLE, { ...throughput, BillingMode: "PROVISIONED", TableClass: "STANDARD_INFREQUENT_ACCESS" }],
    [TABLE, { ...throughput, GlobalSecondaryIndexes: [throughput, throughput] }],
    ["AWS::RDS::DBCluster", { Engine: "aurora-postgresql", StorageType: "aurora-iopt1" }],
    [DATABASE, { DBInstanceClass: "db.r6g.large" }, postgres()],
    [DATABASE, { DBInstanceClass: "db.r6g.large" }, postgres({ StorageType: "aurora" })],
    [DATABASE, { DBInstanceClass: "db.r6g.large" }, postgres({ StorageType: "aurora-iopt1" })],
    [DATABASE, { DBInstanceClass: "db.r6g.large", Engine: "aurora-mysql" }, { Engine: UNKNOWN }],
    [DATABASE, { DBInstanceClass: "db.serverless" }, postgres()],
    [DATABASE, { DBInstanceClass: "db.serverless" }, postgres({ StorageType: "aurora-iopt1" })],
    [DATABASE, { ...OWN, Engine: "postgres" }],
    [DATABASE, { ...OWN, Engine: "mysql", MultiAZ: true, StorageType: "gp2" }],
    [DATABASE, { ...OWN, Engine: "mariadb", MultiAZ: "FALSE" }],
    [DATABASE, { ...OWN, Engine: "sqlserver-se" }],
    [DATABASE, { ...OWN, Engine: "sqlserver-web", LicenseModel: "license-included" }],
    [DATABASE, { ...OWN, Engine: "oracle-se2", LicenseModel: "license-included", MultiAZ: true }],
    [DATABASE, { ...OWN, Engine: "oracle-ee", LicenseModel: "bring-your-own-license" }],
    [DOCUMENTS, { DBInstanceClass: "db.r6g.large" }, {}],
    [DOCUMENTS, { DBInstanceClass: "db.r6g.large" }, { StorageType: "iopt1" }],
    [GRAPH, { DBInstanceClass: "db.x2iedn.32xlarge" }, { StorageType: "standard" }],
  ];
  const sections = all.map(([type, said, cluster]) => {
    const found = cluster === undefined ? of(type, said) : inCluster(type, said, cluster);
    const beside = cluster === undefined ? "" : `, in ${written(cluster)}`;
    return [`## ${type} ${written(said)}${beside}`, "", ...told(found)].join("\n");
  });
  const page = `# What a month of it costs: the questions to AWS's price list\n\n${sections.join("\n\n")}\n`;
  await expect(page).toMatchFileSnapshot("../../golden/costs.md");
});

function written(object: EvaluatedObject): string {
  return JSON.stringify(object, (_, value: unknown) => (value === UNKNOWN ? "?" : value));
}

function told(found: Costing | undefined): readonly string[] {
  if (found?.kind !== "priced") return [`${found?.kind}`];
  return [found.what, "", ...found.parts.map(({ price, amount }) => asked(price, amount))];
}

function asked({ service, usage, unit, attributes, among }: Part["price"], { from, to }: Part["amount"]) {
  const listed = Object.entries({ ...attributes, ...among }).map(([name, value]) => `${name}=${value}`);
  const much = from === to ? `${from}` : `${from} to ${to}`;
  return `- ${much} × ${unit} of ${service} \`${usage}\`, ${listed.join(", ")}`;
}

describe("costs nothing of its own", () => {
  test.each([
    ["AWS::RDS::DBCluster", {}],
    ["AWS::RDS::DBCluster", { EngineMode: "provisioned" }],
    [ENDPOINT, {}],
    [ENDPOINT, { VpcEndpointType: "Gateway" }],
    [TABLE, { BillingMode: "PAY_PER_REQUEST" }],
  ] as const)("%s %j", (type, properties) => {
    expect(of(type, properties)).toEqual({ kind: "none" });
  });
});

describe("is not known", () => {
  test.each([
    ["AWS::EC2::NatGateway", { AvailabilityMode: "regional" }],
    ["AWS::EC2::EIP", { PublicIpv4Pool: "pool" }],
    ["AWS::EC2::EIP", { IpamPoolId: "ipam-pool-1" }],
    ["AWS::EC2::EIP", { Address: "192.0.2.1" }],
    [EC2, { InstanceType: "-.t3.micro" }],
    [EC2, { InstanceType: "t3.micro " }],
    [EC2, { InstanceType: "t3.micro", HostId: "h-1" }],
    [EC2, { InstanceType: "t3.micro", HostResourceGroupArn: "arn" }],
    [VOLUME, { VolumeType: "gp3", Size: 8, Throughput: 250 }],
    [VOLUME, { VolumeType: "gp3", Size: 8, Throughput: UNKNOWN }],
    [VOLUME, { VolumeType: "gp3", Size: 8, OutpostArn: "arn" }],
    [VOLUME, { VolumeType: "gp3", Size: 1_000_001 }],
    [VOLUME, { VolumeType: "gp3", Size: "8.1234567" }],
    [BALANCER, { Type: "toString" }],
    [BALANCER, { Type: UNKNOWN }],
    [ENDPOINT, { VpcEndpointType: "GatewayLoadBalancer", SubnetIds: ["subnet-1"] }],
    [ENDPOINT, { VpcEndpointType: UNKNOWN, SubnetIds: ["subnet-1"] }],
    [ENDPOINT, { VpcEndpointType: "Interface", SubnetIds: ["subnet-1"], ServiceRegion: "eu-west-1" }],
    [ENDPOINT, { VpcEndpointType: "Interface", SubnetIds: [] }],
    [ENDPOINT, { VpcEndpointType: "Interface" }],
    [CACHE, { ...nodes, Engine: "redis", ReplicationGroupId: "group" }],
    [CACHE, { ...nodes, Engine: "redis", CacheNodeType: "acache.r7g.large" }],
    [CACHE, { ...nodes, Engine: "redis", CacheNodeType: "cache.r7g.large.x" }],
    [CACHE, { ...nodes, Engine: "redis", CacheNodeType: UNKNOWN }],
    [CACHE, { ...nodes, Engine: "redis", NumCacheNodes: 0 }],
    [CACHE, { ...nodes, Engine: UNKNOWN }],
    [CACHE, nodes],
    [GROUP, { ...group, NodeGroupConfiguration: [] }],
    [GROUP, { ...group, GlobalReplicationGroupId: "global" }],
    [GROUP, { ...group, NumCacheClusters: UNKNOWN, ReplicasPerNodeGroup: 1 }],
    [GROUP, { CacheNodeType: "cache.r7g.large", NumNodeGroups: UNKNOWN, ReplicasPerNodeGroup: 1 }],
    [TABLE, { ...throughput, BillingMode: UNKNOWN }],
    [TABLE, { ...throughput, TableClass: "toString" }],
    [TABLE, { ProvisionedThroughput: { ReadCapacityUnits: 4 } }],
    [TABLE, { ProvisionedThroughput: { WriteCapacityUnits: 4 } }],
    [TABLE, { ...throughput, GlobalSecondaryIndexes: UNKNOWN }],
    [TABLE, { ...throughput, GlobalSecondaryIndexes: [{}] }],
    [TABLE, { ProvisionedThroughput: {}, GlobalSecondaryIndexes: [throughput] }],
    ["AWS::RDS::DBCluster", { DBClusterInstanceClass: "db.m5d.large" }],
    ["AWS::RDS::DBCluster", { EngineMode: "serverless" }],
    [DATABASE, { ...OWN, Engine: "postgres", Iops: 3_000 }],
    [DATABASE, { ...OWN, Engine: "postgres", StorageThroughput: 125 }],
    [DATABASE, { ...OWN, Engine: "postgres", DBInstanceClass: UNKNOWN }],
    [DATABASE, { ...OWN, Engine: "postgres", DBInstanceClass: "m7g.large" }],
    [DATABASE, { ...OWN, Engine: "postgres", AllocatedStorage: UNKNOWN }],
    [DATABASE, { ...OWN, Engine: "sqlserver-se", MultiAZ: true }],
    [DATABASE, { ...OWN, Engine: "sqlserver-se", LicenseModel: UNKNOWN }],
    [DATABASE, { ...OWN, Engine: "oracle-se2" }],
  ] as const)("%s %j", (type, properties) => {
    expect(of(type, properties)).toEqual({ kind: "unknown" });
  });

  const large = { DBInstanceClass: "db.r6g.large" };
  test.each([
    [DATABASE, { DBInstanceClass: UNKNOWN }, postgres()],
    [DATABASE, { DBInstanceClass: "large" }, postgres()],
    [DATABASE, large, postgres({ StorageType: "io1" })],
    [DATABASE, { DBInstanceClass: "db.serverless" }, { Engine: "aurora-mysql" }],
    ...[{ MinCapacity: 1 }, { MaxCapacity: 1 }].map(
      (bounds) =>
        [
          ...([DATABASE, { DBInstanceClass: "db.serverless" }] as const),
          { Engine: "aurora-mysql", ServerlessV2ScalingConfiguration: bounds },
        ] as const,
    ),
    [DOCUMENTS, { DBInstanceClass: "db.serverless" }, {}],
    [DOCUMENTS, { DBInstanceClass: UNKNOWN }, {}],
    [DOCUMENTS, large, { StorageType: "aurora" }],
    [GRAPH, large, { StorageType: UNKNOWN }],
  ] as const)("%s %j in %j", (type, instance, cluster) => {
    expect(inCluster(type, instance, cluster)).toEqual({ kind: "unknown" });
  });

  test("an instance whose cluster is not there, or which one it is", () => {
    expect(of(DOCUMENTS, large)).toEqual({ kind: "unknown" });
    const cluster = (name: EvaluatedObject) => resource("Cluster", "AWS::RDS::DBCluster", postgres(name));
    const instance = (name: EvaluatedObject) =>
      resource("It", DATABASE, { ...large, ...name, Engine: "aurora-postgresql" });
    expect(costing(instance({}), cluster({}))).toEqual({ kind: "unknown" });
    const named = cluster({ DBClusterIdentifier: "orders" });
    expect(costing(instance({ DBClusterIdentifier: "bills" }), named)).toEqual({ kind: "unknown" });
    expect(costing(instance({ DBClusterIdentifier: "orders" }), named)?.kind).toBe("priced");
  });

  test("a table beside a target of a scaling that may be its", () => {
    const beside = (properties: EvaluatedObject) => {
      const target = resource("Target", "AWS::ApplicationAutoScaling::ScalableTarget", properties);
      return costing(resource("It", TABLE, throughput), target)?.kind;
    };
    expect(beside({ ServiceNamespace: UNKNOWN })).toBe("unknown");
    expect(beside({})).toBe("unknown");
    expect(beside({ ServiceNamespace: "ecs" })).toBe("priced");
  });
});
