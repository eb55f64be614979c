import type { KnownResource } from "../../../template/evaluate/evaluatedTree.ts";

/** A database with what it runs. */
export interface EngineUse {
  readonly resource: KnownResource;
  readonly engine: string;
  readonly version: string;
}

/** Types of databases, and the engine of those that have only one: RDS's API knows it by that name. */
const ENGINES: Readonly<Record<string, string | undefined>> = {
  "AWS::DocDB::DBCluster": "docdb",
  "AWS::Neptune::DBCluster": "neptune",
  "AWS::RDS::DBCluster": undefined,
  "AWS::RDS::DBInstance": undefined,
};

/** What makes a database from another one, with the version of that one. */
const COPIES = [
  "SnapshotIdentifier",
  "DBSnapshotIdentifier",
  "DBClusterSnapshotIdentifier",
  "SourceDBClusterIdentifier",
  "SourceDBInstanceIdentifier",
  "SourceDBInstanceAutomatedBackupsArn",
  "SourceDbiResourceId",
  "SourceDbClusterResourceId",
  "ReplicationSourceIdentifier",
  "GlobalClusterIdentifier",
];

/** Engine and version of a database that says both, and is no copy, which may keep the version of its origin. */
export function engineOf(resource: KnownResource): readonly EngineUse[] {
  if (!Object.hasOwn(ENGINES, resource.type) || COPIES.some((property) => resource.has(property))) return [];
  const engine = ENGINES[resource.type] ?? resource.text("Engine");
  const version = resource.text("EngineVersion");
  return engine === undefined || version === undefined ? [] : [{ resource, engine, version }];
}

/** The use of an instance, which is its cluster's where that is in the same template. */
export function useOf(resource: KnownResource, engines: readonly EngineUse[]): EngineUse | undefined {
  return engines.find((use) => use.resource === resource) ?? clusterOf(resource, engines);
}

function clusterOf(instance: KnownResource, engines: readonly EngineUse[]): EngineUse | undefined {
  const [cluster] = instance.references("DBClusterIdentifier");
  return cluster === undefined
    ? undefined
    : engines.find(({ resource }) => resource.key === siblingKey(instance, cluster));
}

/** The key of a resource of the same nested stack. */
export function siblingKey({ key }: KnownResource, logicalId: string): string {
  return [...key.split("/").slice(0, -1), logicalId].join("/");
}

/** Whether the version of a template means that of RDS's: without its last part it stands for the newest of its kind. */
export function isVersion(meant: string, offered: string): boolean {
  return offered === meant || offered.startsWith(`${meant}.`);
}
