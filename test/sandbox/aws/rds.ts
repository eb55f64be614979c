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

/** A database outside of every stack, as `cloudFormation.existing` has it. */
interface Existing {
  readonly type: string;
  readonly physicalId: string;
}

/** RDS, as far as a preview asks it: which engine versions and classes there are, and which names are taken. */
export function handleRds(
  operation: string,
  params: Params,
  existing: readonly Existing[] = [],
): OutputStructure {
  switch (operation) {
    case "DescribeDBEngineVersions":
      return engineVersions(params);
    case "DescribeOrderableDBInstanceOptions":
      return orderableOptions(params);
    case "DescribeDBClusters":
      return {
        DBClusters: taken("AWS::RDS::DBCluster", "db-cluster-id", params, existing).map((id) => ({
          DBClusterIdentifier: id,
        })),
      };
    case "DescribeDBInstances":
      return {
        DBInstances: taken("AWS::RDS::DBInstance", "db-instance-id", params, existing).map((id) => ({
          DBInstanceIdentifier: id,
        })),
      };
    default:
      throw new AwsError("InvalidAction", `Could not find operation ${operation} for version 2014-10-31`);
  }
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

/** Names of the account's databases, those of the filter only where there is one. */
function taken(
  type: string,
  filter: string,
  params: Params,
  existing: readonly Existing[],
): readonly string[] {
  const wanted = filterValues(params, filter);
  const names = existing.filter((one) => one.type === type).map(({ physicalId }) => physicalId);
  return wanted === undefined ? names : names.filter((name) => wanted.includes(name));
}
