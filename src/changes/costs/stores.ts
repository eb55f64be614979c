import { isEvaluatedObject } from "../../template/evaluate/evaluated.ts";
import type { Costing, CostResource, CostRule, Price } from "./model.ts";
import { exactly } from "./span.ts";
import { amountIn, count, has, hourly, NO_COSTS, text, textIn, UNKNOWN_COSTS, valueAt } from "./values.ts";

const CACHES: ReadonlyMap<string, string> = new Map([
  ["redis", "Redis"],
  ["memcached", "Memcached"],
  ["valkey", "Valkey"],
]);

export const cacheCluster: CostRule = {
  properties: ["CacheNodeType", "Engine", "NumCacheNodes", "ReplicationGroupId"],
  costing: (resource) =>
    has(resource, "ReplicationGroupId")
      ? UNKNOWN_COSTS
      : nodes(resource, text(resource, "Engine"), count(resource, "NumCacheNodes")),
};

export const replicationGroup: CostRule = {
  properties: [
    ...["CacheNodeType", "Engine", "NumCacheClusters", "NumNodeGroups", "ReplicasPerNodeGroup"],
    "NodeGroupConfiguration",
  ],
  costing: (resource) => {
    const own = count(resource, "NumCacheClusters");
    const replicas = count(resource, "ReplicasPerNodeGroup");
    const groups = count(resource, "NumNodeGroups", 1);
    const shards = replicas === undefined || groups === undefined ? undefined : groups * (replicas + 1);
    const isPlain = !has(resource, "NodeGroupConfiguration") && !has(resource, "GlobalReplicationGroupId");
    const total = has(resource, "NumCacheClusters") ? own : shards;
    return isPlain ? nodes(resource, text(resource, "Engine", "redis"), total) : UNKNOWN_COSTS;
  },
};

function nodes(resource: CostResource, engine: string | undefined, total: number | undefined): Costing {
  const type = text(resource, "CacheNodeType") ?? "";
  const cacheEngine = CACHES.get(engine?.toLowerCase() ?? "");
  if (cacheEngine === undefined || total === undefined || total === 0) return UNKNOWN_COSTS;
  if (!/^cache\.[a-z0-9]+\.[a-z0-9]+$/.test(type)) return UNKNOWN_COSTS;
  const price: Price = {
    ...{ service: "AmazonElastiCache", attributes: { instanceType: type, cacheEngine } },
    ...{ usage: `NodeUsage:${type}`, unit: "hour" },
  };
  return hourly(price, `${type} (${cacheEngine})`, total);
}

/** A table's provisioned throughput with that of its indexes. Where something scales it, it is none that a template says. */
export const table: CostRule = {
  properties: ["BillingMode", "ProvisionedThroughput", "GlobalSecondaryIndexes", "TableClass"],
  costing: (resource, siblings) => {
    const mode = text(resource, "BillingMode", "PROVISIONED");
    if (mode === "PAY_PER_REQUEST") return NO_COSTS;
    const prefix = PREFIXES.get(text(resource, "TableClass", "STANDARD") ?? "");
    if (mode !== "PROVISIONED" || prefix === undefined || siblings.some(isScaling)) return UNKNOWN_COSTS;
    const [read, write] = [units(resource, "ReadCapacityUnits"), units(resource, "WriteCapacityUnits")];
    if (read === undefined || write === undefined) return UNKNOWN_COSTS;
    const parts = [
      { price: throughput("DDB-ReadUnits", `${prefix}ReadCapacityUnit-Hrs`), amount: exactly(read) },
      { price: throughput("DDB-WriteUnits", `${prefix}WriteCapacityUnit-Hrs`), amount: exactly(write) },
    ];
    return { kind: "priced", what: `${read} read and ${write} write units`, parts };
  },
};

const PREFIXES: ReadonlyMap<string, string> = new Map([
  ["STANDARD", ""],
  ["STANDARD_INFREQUENT_ACCESS", "IA-"],
]);

/** Of the table and all its indexes; `undefined` where one is not known. */
function units(resource: CostResource, name: string): number | undefined {
  const indexes = valueAt(resource, "GlobalSecondaryIndexes") ?? [];
  if (!Array.isArray(indexes)) return undefined;
  const all = [resource.properties, ...indexes].map((one) =>
    isEvaluatedObject(one) ? amountIn(textIn(one, `ProvisionedThroughput.${name}`) ?? "") : undefined,
  );
  return all.reduce((sum, one) => (sum === undefined || one === undefined ? undefined : sum + one), 0);
}

/** Application Auto Scaling names the table in a text: any target of the stack may be its. */
function isScaling(one: CostResource): boolean {
  const namespace = text(one, "ServiceNamespace") ?? "dynamodb";
  return one.type === "AWS::ApplicationAutoScaling::ScalableTarget" && namespace === "dynamodb";
}

function throughput(group: string, usage: string): Price {
  return { service: "AmazonDynamoDB", attributes: { group }, usage, unit: "throughput hour" };
}
