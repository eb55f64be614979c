import { AwsError } from "./errors.ts";
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

/** RDS, as far as a preview asks it: which engine versions exist. */
export function handleRds(operation: string, params: Params): OutputStructure {
  if (operation !== "DescribeDBEngineVersions") {
    throw new AwsError("InvalidAction", `Could not find operation ${operation} for version 2014-10-31`);
  }
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
