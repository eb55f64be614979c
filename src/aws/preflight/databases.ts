import type { DatabaseQuota, Databases, EngineVersion, OfferedInstance } from "../../ports/preflight.ts";
import type { ClientOptions } from "../client.ts";
import { defined } from "../decode.ts";
import { type Rds, rdsAsker } from "../rds.ts";
import { onceEach } from "./each.ts";

/**
 * What RDS offers in the region, and which names are taken. The SDK's RDS client is loaded with the first call. Every
 * function throws `ServiceError`s.
 */
export function openDatabases(options: ClientOptions): Databases {
  const ask = rdsAsker(options);
  return {
    // Several checks want them.
    versions: onceEach((engine, signal) =>
      ask(`ask for the versions of ${engine}`, (rds) => versions(rds, engine, signal)),
    ),
    isOffered: (instance, signal) =>
      ask(`ask for the instance classes of ${instance.engine} ${instance.version}`, (rds) =>
        isOffered(rds, instance, signal),
      ),
    takenClusters: (identifiers, signal) =>
      ask("look for clusters of the same names", (rds) => takenClusters(rds, identifiers, signal)),
    takenInstances: (identifiers, signal) =>
      ask("look for database instances of the same names", (rds) => takenInstances(rds, identifiers, signal)),
    quotas: (signal) => ask("ask for RDS's quotas", (rds) => quotas(rds, signal)),
  };
}

async function versions({ sdk, client }: Rds, Engine: string, abortSignal: AbortSignal) {
  const found: EngineVersion[] = [];
  let Marker: string | undefined;
  do {
    // Without IncludeAll, RDS leaves out what it no longer creates.
    const command = new sdk.DescribeDBEngineVersionsCommand({ Engine, ...defined({ Marker }) });
    const answer = await client.send(command, { abortSignal });
    for (const { EngineVersion: version, DBParameterGroupFamily, Status } of answer.DBEngineVersions ?? [])
      if (version !== undefined && Status !== "deprecated")
        found.push({ version, ...defined({ family: DBParameterGroupFamily }) });
    Marker = answer.Marker;
  } while (Marker !== undefined && Marker !== "");
  return found;
}

async function isOffered({ sdk, client }: Rds, instance: OfferedInstance, abortSignal: AbortSignal) {
  const command = new sdk.DescribeOrderableDBInstanceOptionsCommand({
    Engine: instance.engine,
    EngineVersion: instance.version,
    DBInstanceClass: instance.instanceClass,
    MaxRecords: 20,
  });
  const answer = await client.send(command, { abortSignal });
  return (answer.OrderableDBInstanceOptions ?? []).length > 0;
}

async function takenClusters({ sdk, client }: Rds, identifiers: readonly string[], abortSignal: AbortSignal) {
  // A filter answers nothing for names that nobody has, where naming one would be an error.
  const Filters = [{ Name: "db-cluster-id", Values: [...identifiers] }];
  const answer = await client.send(new sdk.DescribeDBClustersCommand({ Filters }), { abortSignal });
  return (answer.DBClusters ?? []).flatMap(({ DBClusterIdentifier: id }) => id ?? []);
}

async function takenInstances(
  { sdk, client }: Rds,
  identifiers: readonly string[],
  abortSignal: AbortSignal,
) {
  const Filters = [{ Name: "db-instance-id", Values: [...identifiers] }];
  const answer = await client.send(new sdk.DescribeDBInstancesCommand({ Filters }), { abortSignal });
  return (answer.DBInstances ?? []).flatMap(({ DBInstanceIdentifier: id }) => id ?? []);
}

async function quotas({ sdk, client }: Rds, abortSignal: AbortSignal): Promise<readonly DatabaseQuota[]> {
  const answer = await client.send(new sdk.DescribeAccountAttributesCommand({}), { abortSignal });
  return (answer.AccountQuotas ?? []).flatMap(({ AccountQuotaName: name, Used: used, Max: max }) =>
    name === undefined || used === undefined || max === undefined ? [] : [{ name, used, max }],
  );
}
