import type { Databases } from "../../../ports/preflight.ts";
import type { KnownResource } from "../../../template/evaluate/evaluatedTree.ts";
import type { CheckPorts, Examined, Means } from "../examined.ts";
import { type Ask, type Check, findingAt, type Subject } from "../questions.ts";
import { type EngineUse, engineOf, isVersion, useOf } from "./engines.ts";

/**
 * Whether RDS can make the clusters and instances of a template: engine version, instance class, names. CloudFormation
 * finds out while it executes. An existing database is left alone, and so is one that is made from a snapshot or as a
 * copy: those may keep a version that cannot be created anew.
 */
export async function checkDatabases(
  { resources, region }: Examined,
  { questions }: CheckPorts,
  { ask, matters }: Means,
): Promise<readonly Check[]> {
  const isMade = resources.filter(({ key }) => matters(key, "made"));
  const isAdded = resources.filter(({ key }) => matters(key, "added"));
  const engines = isMade.flatMap(engineOf);
  const byEngine = [...Map.groupBy(engines, ({ engine }) => engine)];
  const byClass = [
    ...Map.groupBy(classUses(isMade, engines), ({ engine, version, instanceClass }) =>
      [engine, version, instanceClass].join(" "),
    ).values(),
  ];
  if (isMade.length === 0) return [];
  const { databases } = questions;
  const [versions, classes, clusters, instances] = await Promise.all([
    Promise.all(byEngine.map(([engine, uses]) => checkVersions({ engine, uses, region }, databases, ask))),
    Promise.all(byClass.map((uses) => checkClass(uses, region, databases, ask))),
    checkNames(isAdded, CLUSTER, (names, signal) => databases.takenClusters(names, signal), ask),
    checkNames(isAdded, INSTANCE, (names, signal) => databases.takenInstances(names, signal), ask),
  ]);
  const wrong = versions.flat();
  const known = new Set(wrong.flatMap((check) => check.resources));
  // Of a version that cannot be created, every class is said not to be offered.
  const distinct = classes.flat().filter((check) => !check.resources.some((key) => known.has(key)));
  return [...wrong, ...distinct, ...clusters, ...instances];
}

const CLUSTER = {
  type: "AWS::RDS::DBCluster",
  name: "DBClusterIdentifier",
  permission: "rds:DescribeDBClusters",
};
const INSTANCE = {
  type: "AWS::RDS::DBInstance",
  name: "DBInstanceIdentifier",
  permission: "rds:DescribeDBInstances",
};

async function checkVersions(
  {
    engine,
    uses,
    region,
  }: { readonly engine: string; readonly uses: readonly EngineUse[]; readonly region: string },
  databases: Databases,
  ask: Ask,
): Promise<readonly Check[]> {
  const subjects = uses.map(({ resource }) => resource.key);
  const offered = await ask(
    {
      what: `whether ${engine} ${[...new Set(uses.map(({ version }) => version))].join(", ")} can be created`,
      permission: "rds:DescribeDBEngineVersions",
      ...made(...subjects),
    },
    (signal) => databases.versions(engine, signal),
  );
  // No versions at all is no answer: an emulator, or an engine whose name CloudFormation refuses by itself.
  if (offered === undefined || offered.length === 0) return [];
  const names = offered.map((one) => one.version);
  return uses.flatMap(({ resource, version }) => {
    if (names.some((one) => isVersion(version, one))) return [];
    const message = `EngineVersion ${version} cannot be created in ${region}: ${offerText(engine, version, names)}${parameterHint(resource)}`;
    return [{ ...made(resource.key), finding: findingAt(resource, "EngineVersion", message) }];
  });
}

const MOST_SHOWN = 12;

function offerText(engine: string, version: string, offered: readonly string[]): string {
  const major = version.split(".")[0];
  const same = offered.filter((one) => one.split(".")[0] === major);
  const shown = same.length > 0 ? same : offered;
  const left = shown.length > MOST_SHOWN ? "… " : "";
  const which = same.length > 0 ? `${engine} ${major}` : engine;
  return `of ${which}, RDS offers ${left}${shown.slice(-MOST_SHOWN).join(", ")}.`;
}

function parameterHint(resource: KnownResource): string {
  const [parameter] = resource.references("EngineVersion");
  return parameter === undefined ? "" : ` Set parameter ${parameter} to one that is offered.`;
}

interface ClassUse extends EngineUse {
  readonly property: string;
  readonly instanceClass: string;
  readonly keys: readonly string[];
}

/** Instances with the version that they have, or that their cluster in the same template gives them. */
function classUses(resources: readonly KnownResource[], engines: readonly EngineUse[]): readonly ClassUse[] {
  return resources.flatMap((resource) => {
    const property = resource.type === CLUSTER.type ? "DBClusterInstanceClass" : "DBInstanceClass";
    const instanceClass = resource.text(property);
    const own = useOf(resource, engines);
    if (
      instanceClass === undefined ||
      own === undefined ||
      (resource.type !== CLUSTER.type && resource.type !== INSTANCE.type)
    )
      return [];
    const keys = [...new Set([resource.key, own.resource.key])];
    return [{ ...own, resource, property, instanceClass, keys }];
  });
}

/** The uses are of one class and version: one question for all of them. */
async function checkClass(
  uses: readonly ClassUse[],
  region: string,
  databases: Databases,
  ask: Ask,
): Promise<readonly Check[]> {
  const [first] = uses;
  if (first === undefined) return [];
  const { engine, version, instanceClass } = first;
  const what = `whether ${engine} ${version} runs on ${instanceClass}`;
  const permission = "rds:DescribeOrderableDBInstanceOptions";
  const subject = made(...uses.map(({ resource }) => resource.key));
  const offered = await ask({ what, permission, ...subject }, (signal) =>
    databases.isOffered({ engine, version, instanceClass }, signal),
  );
  if (offered !== false) return [];
  return uses.map(({ resource, property, keys }) => {
    const message = `${property} ${instanceClass} is not offered for ${engine} ${version} in ${region}.`;
    return { ...made(...keys), finding: findingAt(resource, property, message) };
  });
}

async function checkNames(
  resources: readonly KnownResource[],
  { type, name, permission }: typeof CLUSTER,
  taken: (names: readonly string[], signal: AbortSignal) => Promise<readonly string[]>,
  ask: Ask,
): Promise<readonly Check[]> {
  const named = resources.flatMap((resource) => {
    // RDS keeps identifiers in lower case.
    const identifier = resource.type === type ? resource.text(name)?.toLowerCase() : undefined;
    return identifier === undefined ? [] : [{ resource, identifier }];
  });
  if (named.length === 0) return [];
  const subject = { resources: named.map(({ resource }) => resource.key), when: "added" as const };
  const found = await ask(
    { what: `whether the names of ${type} are free`, permission, ...subject },
    (signal) => taken([...new Set(named.map(({ identifier }) => identifier))], signal),
  );
  return named
    .filter(({ identifier }) => found?.includes(identifier))
    .map(({ resource, identifier }) => ({
      resources: [resource.key],
      when: "added",
      finding: findingAt(
        resource,
        name,
        `${name} ${identifier} is taken: another database has that name already.`,
      ),
    }));
}

function made(...resources: readonly string[]): Subject {
  return { resources, when: "made" };
}
