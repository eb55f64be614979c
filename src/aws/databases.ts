import type { RDSClient } from "@aws-sdk/client-rds";
import { type ClientOptions, clientSettings } from "./client.ts";
import { defined } from "./decode.ts";
import { asking } from "./errors.ts";

/**
 * What RDS offers in the region, and which names are taken. The SDK's RDS client is loaded with the first call. Every
 * function throws `ServiceError`s.
 */
export function openDatabases(options: ClientOptions) {
  let opened: Promise<Rds> | undefined;
  const ask = <T>(doing: string, work: (rds: Rds) => Promise<T>): Promise<T> =>
    asking(
      doing,
      async () => {
        opened ??= open(options);
        return work(await opened);
      },
      "RDS",
    );
  return {
    /** The versions of an engine that can be created now, in RDS's order. */
    versions: (engine: string, signal: AbortSignal) =>
      ask(`ask for the versions of ${engine}`, (rds) => versions(rds, engine, signal)),
    /** Whether instances of this class can be made with this version. */
    isOffered: (instance: OfferedInstance, signal: AbortSignal) =>
      ask(`ask for the instance classes of ${instance.engine} ${instance.version}`, (rds) =>
        isOffered(rds, instance, signal),
      ),
    /** Those of the identifiers that a cluster of the account has in this region. */
    takenClusters: (identifiers: readonly string[], signal: AbortSignal) =>
      ask("look for clusters of the same names", (rds) => takenClusters(rds, identifiers, signal)),
    /** The same for instances. */
    takenInstances: (identifiers: readonly string[], signal: AbortSignal) =>
      ask("look for database instances of the same names", (rds) => takenInstances(rds, identifiers, signal)),
  };
}

export interface OfferedInstance {
  readonly engine: string;
  readonly version: string;
  readonly instanceClass: string;
}

interface Rds {
  readonly sdk: typeof import("@aws-sdk/client-rds");
  readonly client: RDSClient;
}

async function open(options: ClientOptions): Promise<Rds> {
  const sdk = await import("@aws-sdk/client-rds");
  return { sdk, client: new sdk.RDSClient(clientSettings(options)) };
}

async function versions({ sdk, client }: Rds, Engine: string, abortSignal: AbortSignal) {
  const found: string[] = [];
  let Marker: string | undefined;
  do {
    // Without IncludeAll, RDS leaves out what it no longer creates.
    const command = new sdk.DescribeDBEngineVersionsCommand({ Engine, ...defined({ Marker }) });
    const answer = await client.send(command, { abortSignal });
    for (const { EngineVersion: version, Status } of answer.DBEngineVersions ?? [])
      if (version !== undefined && Status !== "deprecated") found.push(version);
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
