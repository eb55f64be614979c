import type { Costing, CostResource, CostRule, Price } from "./model.ts";
import { exactly } from "./span.ts";
import { flag, has, NO_COSTS, number, text, UNKNOWN_COSTS } from "./values.ts";

/** One with a size: `db.serverless` has none. */
const CLASS = /^db\.[a-z0-9]+(\.[a-z0-9-]+){1,2}$/;
const SERVERLESS = "db.serverless";

/** Instances of RDS: alone with their storage, or of an Aurora cluster, whose storage is paid by what is in it. */
export const databaseInstance: CostRule = {
  properties: [
    ...["DBInstanceClass", "Engine", "MultiAZ", "LicenseModel", "DBClusterIdentifier"],
    ...["StorageType", "AllocatedStorage", "Iops", "StorageThroughput"],
  ],
  dependsOn: clusterIn("AWS::RDS::DBCluster"),
  costing: (resource, siblings) => {
    const cluster = clusterIn("AWS::RDS::DBCluster")(resource, siblings);
    const engine = text(resource, "Engine") ?? (cluster && text(cluster, "Engine"));
    const aurora = AURORA.get(engine ?? "");
    if (aurora !== undefined) return auroraInstance(resource, cluster, aurora);
    return has(resource, "DBClusterIdentifier") ? UNKNOWN_COSTS : ownInstance(resource, engine);
  },
};

/** A cluster costs what its instances do; one of three instances and their storage in one resource has no plain price. */
export const databaseCluster: CostRule = {
  properties: ["DBClusterInstanceClass", "EngineMode", "StorageType", "ServerlessV2ScalingConfiguration"],
  costing: (cluster) => {
    const isWhole = has(cluster, "DBClusterInstanceClass");
    return isWhole || text(cluster, "EngineMode") === "serverless" ? UNKNOWN_COSTS : NO_COSTS;
  },
};

/** Instances of DocumentDB and Neptune, whose prices are told alike. */
export function clusterInstance(service: "AmazonDocDB" | "AmazonNeptune", clusterType: string): CostRule {
  return {
    properties: ["DBInstanceClass", "DBClusterIdentifier"],
    dependsOn: clusterIn(clusterType),
    costing: (resource, siblings) => {
      const cluster = clusterIn(clusterType)(resource, siblings);
      const instanceClass = classOf(resource);
      const isOptimized = optimized(cluster, "standard", "iopt1");
      if (isOptimized === undefined || instanceClass === undefined) return UNKNOWN_COSTS;
      const price = instancePrice(service, { instanceType: instanceClass }, usageOf(isOptimized));
      const what = `${instanceClass}${isOptimized ? " (I/O-Optimized)" : ""}`;
      return { kind: "priced", what, parts: [{ price, amount: exactly(1) }] };
    },
  };
}

const AURORA: ReadonlyMap<string, string> = new Map([
  ["aurora-postgresql", "Aurora PostgreSQL"],
  ["aurora-mysql", "Aurora MySQL"],
]);

function auroraInstance(
  resource: CostResource,
  cluster: CostResource | undefined,
  databaseEngine: string,
): Costing {
  const instanceClass = text(resource, "DBInstanceClass");
  const isOptimized = optimized(cluster, "aurora", "aurora-iopt1");
  if (cluster === undefined || isOptimized === undefined) return UNKNOWN_COSTS;
  if (instanceClass === SERVERLESS) return serverless(cluster, databaseEngine, isOptimized);
  const provisioned = classOf(resource);
  if (provisioned === undefined) return UNKNOWN_COSTS;
  const attributes = {
    ...{ instanceType: provisioned, databaseEngine },
    ...{ deploymentOption: "Single-AZ", licenseModel: "No license required" },
  };
  const price = instancePrice("AmazonRDS", attributes, usageOf(isOptimized));
  const what = `${provisioned} (${databaseEngine}${isOptimized ? ", I/O-Optimized" : ""})`;
  return { kind: "priced", what, parts: [{ price, amount: exactly(1) }] };
}

/** Each instance has a capacity of its own between the cluster's bounds; at a minimum of 0 it pauses, and costs nothing. */
function serverless(cluster: CostResource, databaseEngine: string, isOptimized: boolean): Costing {
  const from = number(cluster, "ServerlessV2ScalingConfiguration.MinCapacity");
  const to = number(cluster, "ServerlessV2ScalingConfiguration.MaxCapacity");
  if (from === undefined || to === undefined || from > to) return UNKNOWN_COSTS;
  const price: Price = {
    service: "AmazonRDS",
    attributes: { productFamily: "ServerlessV2", databaseEngine },
    usage: isOptimized ? "Aurora:ServerlessV2IOOptimizedUsage" : "Aurora:ServerlessV2Usage",
    unit: "capacity hour",
  };
  const bounds = from === to ? `${from}` : `${from} to ${to}`;
  const what = `Aurora capacity ${bounds} ACU${isOptimized ? " (I/O-Optimized)" : ""}`;
  return { kind: "priced", what, parts: [{ price, amount: { from, to } }] };
}

interface Engine {
  readonly databaseEngine: string;
  readonly databaseEdition?: string;
}

const ENGINES: ReadonlyMap<string, Engine> = new Map([
  ["postgres", { databaseEngine: "PostgreSQL" }],
  ["mysql", { databaseEngine: "MySQL" }],
  ["mariadb", { databaseEngine: "MariaDB" }],
  ["sqlserver-ex", { databaseEngine: "SQL Server", databaseEdition: "Express" }],
  ["sqlserver-web", { databaseEngine: "SQL Server", databaseEdition: "Web" }],
  ["sqlserver-se", { databaseEngine: "SQL Server", databaseEdition: "Standard" }],
  ["sqlserver-ee", { databaseEngine: "SQL Server", databaseEdition: "Enterprise" }],
  ["oracle-se2", { databaseEngine: "Oracle", databaseEdition: "Standard Two" }],
  ["oracle-ee", { databaseEngine: "Oracle", databaseEdition: "Enterprise" }],
]);

const LICENSES: ReadonlyMap<string, string> = new Map([
  ["license-included", "License included"],
  ["bring-your-own-license", "Bring your own license"],
]);

/** Volumes that are paid by their size alone, as the price list calls them. */
const VOLUMES: ReadonlyMap<string, { readonly volumeType: string; readonly usage: string }> = new Map([
  ["gp2", { volumeType: "General Purpose", usage: "GP2-Storage" }],
  ["gp3", { volumeType: "General Purpose-GP3", usage: "GP3-Storage" }],
]);

function ownInstance(resource: CostResource, engineName: string | undefined): Costing {
  const engine = ENGINES.get(engineName ?? "");
  const [instanceType, isMultiZone] = [classOf(resource), flag(resource, "MultiAZ")];
  // Where no type is given, what RDS takes has changed over the years.
  const volumeName = text(resource, "StorageType") ?? "";
  const [volume, size] = [VOLUMES.get(volumeName), number(resource, "AllocatedStorage")];
  const isExtra = has(resource, "Iops") || has(resource, "StorageThroughput");
  if (engine === undefined || instanceType === undefined || isMultiZone === undefined) return UNKNOWN_COSTS;
  if (volume === undefined || size === undefined || isExtra) return UNKNOWN_COSTS;
  const licenseModel = licenseOf(resource, engine);
  // SQL Server's second zone is a mirror with prices of its own.
  if (licenseModel === undefined || (isMultiZone && engine.databaseEngine === "SQL Server"))
    return UNKNOWN_COSTS;
  const deploymentOption = isMultiZone ? "Multi-AZ" : "Single-AZ";
  const attributes = { ...engine, instanceType, deploymentOption, licenseModel };
  const instance = instancePrice("AmazonRDS", attributes, isMultiZone ? "Multi-AZUsage:" : "InstanceUsage:");
  const storage: Price = {
    service: "AmazonRDS",
    attributes: { productFamily: "Database Storage", volumeType: volume.volumeType, deploymentOption },
    usage: `RDS:${isMultiZone ? "Multi-AZ-" : ""}${volume.usage}`,
    unit: "GB-month",
    among: { databaseEngine: [engine.databaseEngine, "Any"] },
  };
  const words = [engine.databaseEngine, ...(isMultiZone ? ["Multi-AZ"] : []), `${size} GB ${volumeName}`];
  return {
    kind: "priced",
    what: `${instanceType} (${words.join(", ")})`,
    parts: [
      { price: instance, amount: exactly(1) },
      { price: storage, amount: exactly(size) },
    ],
  };
}

function licenseOf(resource: CostResource, { databaseEngine, databaseEdition }: Engine): string | undefined {
  if (databaseEdition === undefined) return "No license required";
  const otherwise = databaseEngine === "SQL Server" ? "license-included" : undefined;
  return LICENSES.get(text(resource, "LicenseModel", otherwise) ?? "");
}

function instancePrice(service: string, attributes: Price["attributes"], usage: string): Price {
  return { service, attributes: { productFamily: "Database Instance", ...attributes }, usage, unit: "hour" };
}

function usageOf(isOptimized: boolean): string {
  return isOptimized ? "InstanceUsageIOOptimized:" : "InstanceUsage:";
}

function classOf(resource: CostResource): string | undefined {
  const instanceClass = text(resource, "DBInstanceClass");
  return instanceClass !== undefined && CLASS.test(instanceClass) ? instanceClass : undefined;
}

/** Whether a cluster's I/O is in the price of its instances; `undefined` where that is not known. */
function optimized(cluster: CostResource | undefined, standard: string, other: string): boolean | undefined {
  if (cluster === undefined || cluster.exists !== true) return undefined;
  const kind = text(cluster, "StorageType", standard);
  return kind === standard ? false : kind === other ? true : undefined;
}

/** An instance's cluster in the same stack, by reference or by name. */
function clusterIn(type: string): NonNullable<CostRule["dependsOn"]> {
  return (instance, siblings) => {
    const clusters = siblings.filter((one) => one.type === type);
    const referred = instance.references("DBClusterIdentifier");
    const name = text(instance, "DBClusterIdentifier");
    return (
      clusters.find(({ logicalId }) => referred.includes(logicalId)) ??
      clusters.find((one) => name !== undefined && text(one, "DBClusterIdentifier") === name)
    );
  };
}
