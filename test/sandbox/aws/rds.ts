import type { Resource } from "../cloudformation/model.ts";
import type { DatabaseSnapshot } from "../cloudformation/world.ts";
import { AwsError } from "./errors.ts";
import { filterValues } from "./filters.ts";
import { type OutputStructure, type Params, text } from "./query.ts";

/** Versions that can be created in the sandbox: as in AWS in 2026, 15.4 is not among them. */
const AURORA_POSTGRESQL_VERSIONS: readonly string[] = [
  "13.20",
  "14.17",
  "15.10",
  "15.12",
  "15.13",
  "15.14",
  "15.15",
  "15.16",
  "15.17",
  "16.8",
  "16.9",
  "17.4",
  "17.5",
];

/** Instance classes that every version takes. */
const INSTANCE_CLASSES = /^db\.(serverless|t4g\.(medium|large)|r[678]g\.[a-z0-9]+)$/;

/** The account's databases: those of stacks, those outside of every stack, and what is left of deleted ones. */
export interface AccountDatabases {
  readonly existing: readonly { readonly type: string; readonly physicalId: string }[];
  readonly resourcesOf: (type: string) => readonly Pick<Resource, "physicalId" | "properties" | "actual">[];
  readonly snapshots: readonly DatabaseSnapshot[];
  readonly quotas: ReadonlyMap<string, number>;
}

/** RDS, as far as it is asked: engine versions and classes, databases and their protection, and snapshots. */
export function handleRds(operation: string, params: Params, account: AccountDatabases): OutputStructure {
  switch (operation) {
    case "DescribeDBEngineVersions":
      return engineVersions(params);
    case "DescribeOrderableDBInstanceOptions":
      return orderableOptions(params);
    case "DescribeDBClusters":
      return { DBClusters: databases("DBCluster", params, account) };
    case "DescribeDBInstances":
      return { DBInstances: databases("DBInstance", params, account) };
    case "DescribeDBClusterSnapshots":
      return { DBClusterSnapshots: snapshots("DBCluster", params, account) };
    case "DescribeDBSnapshots":
      return { DBSnapshots: snapshots("DBInstance", params, account) };
    case "DescribeAccountAttributes":
      return { AccountQuotas: [quota("DBCluster", account), quota("DBInstance", account)] };
    default:
      throw new AwsError("InvalidAction", `Could not find operation ${operation} for version 2014-10-31`);
  }
}

type Noun = "DBCluster" | "DBInstance";

function quota(noun: Noun, account: AccountDatabases): OutputStructure {
  const Max = account.quotas.get(`${noun}s`) ?? 40;
  return { AccountQuotaName: `${noun}s`, Used: databases(noun, {}, account).length, Max };
}

function engineVersions(params: Params): OutputStructure {
  const engine = text(params, "Engine");
  const version = text(params, "EngineVersion");
  const isAurora = engine === undefined || engine === "aurora-postgresql";
  const found = AURORA_POSTGRESQL_VERSIONS.filter(
    (candidate) => version === undefined || matches(candidate, version),
  );
  return {
    DBEngineVersions: (isAurora ? found : []).map((candidate) => ({
      Engine: "aurora-postgresql",
      EngineVersion: candidate,
      MajorEngineVersion: candidate.split(".")[0],
      DBParameterGroupFamily: `aurora-postgresql${candidate.split(".")[0]}`,
      DBEngineDescription: "Aurora (PostgreSQL)",
      DBEngineVersionDescription: `Aurora PostgreSQL (Compatible with PostgreSQL ${candidate})`,
      Status: "available",
      SupportedEngineModes: ["provisioned"],
    })),
  };
}

// A major version alone asks for all of its minor ones.
function matches(candidate: string, asked: string): boolean {
  return candidate === asked || candidate.startsWith(`${asked}.`);
}

function orderableOptions(params: Params): OutputStructure {
  const [engine, version, instanceClass] = ["Engine", "EngineVersion", "DBInstanceClass"].map((name) =>
    text(params, name),
  );
  const isOffered =
    engine === "aurora-postgresql" &&
    AURORA_POSTGRESQL_VERSIONS.some((candidate) => candidate === version) &&
    INSTANCE_CLASSES.test(instanceClass ?? "");
  const option = { Engine: engine, EngineVersion: version, DBInstanceClass: instanceClass, Vpc: true };
  return { OrderableDBInstanceOptions: isOffered ? [option] : [] };
}

/** The account's databases, those of the filter only where there is one. */
function databases(
  noun: Noun,
  params: Params,
  { existing, resourcesOf }: AccountDatabases,
): OutputStructure[] {
  const type = `AWS::RDS::${noun}`;
  const filter = noun === "DBCluster" ? "db-cluster-id" : "db-instance-id";
  const wanted = filterValues(params, filter);
  const all = [
    ...existing.filter((one) => one.type === type).map(({ physicalId }) => ({ id: physicalId, on: false })),
    ...resourcesOf(type).map(({ physicalId, properties, actual }) => ({
      id: physicalId,
      on: String((actual ?? properties).DeletionProtection) === "true",
    })),
  ];
  const asked = wanted === undefined ? all : all.filter(({ id }) => wanted.includes(id));
  return asked.map(({ id, on }) => ({ [`${noun}Identifier`]: id, DeletionProtection: on }));
}

function snapshots(noun: Noun, params: Params, account: AccountDatabases): OutputStructure[] {
  const type = `AWS::RDS::${noun}`;
  const of = text(params, `${noun}Identifier`);
  const field = noun === "DBCluster" ? "DBClusterSnapshotIdentifier" : "DBSnapshotIdentifier";
  return account.snapshots
    .filter((one) => one.type === type && one.of === of)
    .map(({ id, at }) => ({ [field]: id, SnapshotCreateTime: new Date(at), SnapshotType: "manual" }));
}
