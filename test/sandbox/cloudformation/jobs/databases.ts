import { zoneOf } from "../../aws/ec2.ts";
import type { JsonObject, Resource, Stack } from "../model.ts";
import { uuid, type World } from "../world.ts";
import type { Job } from "./jobs.ts";

const CLUSTER = "AWS::RDS::DBCluster";
const INSTANCE = "AWS::RDS::DBInstance";
const SUBNET_GROUP = "AWS::RDS::DBSubnetGroup";
const PARAMETER_GROUP = "AWS::RDS::DBClusterParameterGroup";

/**
 * "Conditionally" in the schema, and answered with NotUpdatable by the handler, whereupon CloudFormation replaces: whatever
 * the property was, or where it was something.
 */
const NOT_UPDATABLE: Readonly<Record<string, Readonly<Record<string, "always" | "where set">>>> = {
  [INSTANCE]: { AvailabilityZone: "always", PerformanceInsightsKMSKeyId: "where set" },
};

/** Whether the type's handler does not change this property in place, whatever the schema says. */
export function isNotUpdatable(type: string, property: string, before: JsonObject): boolean {
  const when = NOT_UPDATABLE[type]?.[property];
  return when === "always" || (when === "where set" && before[property] !== undefined);
}

/**
 * Why RDS refuses what is asked of a database, in the words of its handler's events.
 * @param planned resources of the stack as they will be, as far as they are planned before this one
 */
export function refusedByRds(
  world: World,
  stack: Stack,
  { action, before, after }: Pick<Job, "action" | "before" | "after">,
  planned: ReadonlyMap<string, Resource>,
): string | undefined {
  const old = action === "update" ? before?.properties : undefined;
  const message =
    after.type === CLUSTER
      ? (snapshotProblem(world, action, after.properties) ??
        downgrade(old, after.properties) ??
        familyProblem(after.properties, engineOf(after), planned.values()))
      : after.type === SUBNET_GROUP && old
        ? subnetsInUse(old, after.properties, stack)
        : undefined;
  return message === undefined ? undefined : handlerMessage(world, message);
}

/**
 * What a rollback does to a database: the handler never takes an engine version back (`!isRollback` in its
 * ModifyDBCluster request), so a parameter group of the older family does not fit any more.
 */
export function rolledBack(
  world: World,
  before: Resource,
  current: Resource | undefined,
  previous: Iterable<Resource>,
): { readonly resource: Resource; readonly failure: string | undefined } {
  const version = current?.properties.EngineVersion;
  if (before.type !== CLUSTER || version === undefined || version === before.properties.EngineVersion) {
    return { resource: before, failure: undefined };
  }
  const message = familyProblem(
    before.properties,
    `${before.properties.Engine}${majorOf(version)}`,
    previous,
  );
  const actual = { ...before.properties, EngineVersion: version };
  return {
    resource: { ...before, actual },
    failure: message === undefined ? undefined : handlerMessage(world, message),
  };
}

/** A refusal by RDS as the events of a stack tell it. */
export function handlerMessage(world: World, message: string): string {
  return (
    `Resource handler returned message: "${message} ` +
    `(Service: Rds, Status Code: 400, Request ID: ${uuid(world)})" (RequestToken: ${uuid(world)}, HandlerErrorCode: InvalidRequest)`
  );
}

function snapshotProblem(world: World, action: Job["action"], { SnapshotIdentifier }: JsonObject) {
  if (SnapshotIdentifier === undefined || action === "update") return undefined;
  const id = String(SnapshotIdentifier).split(":").at(-1);
  const isThere = world.existing.some(
    ({ type, physicalId }) => type === "AWS::RDS::DBClusterSnapshot" && physicalId === id,
  );
  return isThere ? undefined : `DBClusterSnapshot not found: ${id}`;
}

function downgrade(old: JsonObject | undefined, wanted: JsonObject): string | undefined {
  const [from, to] = [String(old?.EngineVersion ?? ""), String(wanted.EngineVersion ?? "")];
  if (from === "" || to === "" || compareVersions(to, from) >= 0) return undefined;
  return `Cannot upgrade ${wanted.Engine} from ${from} to ${to}`;
}

function familyProblem(
  { DBClusterParameterGroupName }: JsonObject,
  family: string,
  resources: Iterable<Resource>,
): string | undefined {
  const group = [...resources].find(
    ({ type, physicalId }) => type === PARAMETER_GROUP && physicalId === DBClusterParameterGroupName,
  );
  const own = group?.properties.Family;
  if (own === undefined || !/\d$/.test(family) || own === family) return undefined;
  return `The Parameter Group ${group?.physicalId} with DBParameterGroupFamily ${own} can't be used for this instance. Please use a Parameter Group with DBParameterGroupFamily ${family}`;
}

/** A zone in which an instance lives keeps its subnet; without a zone of its own it may be in any. */
function subnetsInUse(old: JsonObject, wanted: JsonObject, stack: Stack): string | undefined {
  const kept = new Set(textsOf(wanted.SubnetIds));
  const zones = [...stack.resources.values()]
    .filter(({ type }) => type === INSTANCE)
    .map(({ properties }) => properties.AvailabilityZone);
  const inUse = textsOf(old.SubnetIds).filter(
    (id) => !kept.has(id) && zones.some((zone) => zone === undefined || String(zone).endsWith(zoneOf(id))),
  );
  return inUse.length === 0
    ? undefined
    : `Some of the subnets to be deleted are currently in use: ${inUse.join(", ")}`;
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function engineOf({ properties: { Engine, EngineVersion } }: Resource): string {
  return `${Engine}${majorOf(EngineVersion)}`;
}

function majorOf(version: unknown): string {
  return /^\d+/.exec(String(version))?.[0] ?? "";
}

function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((text) => text.split(".").map(Number));
  for (let at = 0; at < 3; at += 1) {
    const difference = (left?.[at] ?? 0) - (right?.[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
