import { isObject } from "../canonical.ts";
import { functionOf } from "../functions.ts";
import type { Json, JsonObject } from "../model.ts";
import type { Checking } from "./check.ts";
import { kindOf } from "./sections.ts";

const ATTRIBUTES = [
  "Condition",
  "CreationPolicy",
  "DeletionPolicy",
  "DependsOn",
  "Description",
  "Metadata",
  "Properties",
  "Type",
  "UpdatePolicy",
  "UpdateReplacePolicy",
  "Version",
] as const;

/** Resource attribute reference: DeletionPolicy, UpdateReplacePolicy. */
const POLICIES: Readonly<Record<string, readonly string[]>> = {
  DeletionPolicy: ["Delete", "Retain", "RetainExceptOnCreate", "Snapshot"],
  UpdateReplacePolicy: ["Delete", "Retain", "Snapshot"],
};

/** Checks the Resources section: there are some, and each is a declaration CloudFormation can take. */
export function checkResources(checking: Checking): void {
  const { source, report, hasMacros } = checking;
  const resources = source.value.Resources;
  if (resources === undefined && !hasMacros) {
    report("error", [], "The template has no Resources section; a template declares at least one resource.");
  }
  if (resources === undefined || resources === null) return;
  if (!isObject(resources)) {
    report("error", ["Resources"], `Resources must be a mapping of logical ids, not ${kindOf(resources)}.`);
    return;
  }
  const entries = Object.entries(resources);
  if (entries.length === 0)
    report("error", ["Resources"], "Resources is empty; a template declares at least one resource.");
  for (const [logicalId, resource] of entries) {
    if (!logicalId.startsWith("Fn::")) checkResource(checking, logicalId, resource);
  }
}

function checkResource(checking: Checking, logicalId: string, resource: Json): void {
  const { source, report } = checking;
  const path = ["Resources", logicalId];
  if (!/^[A-Za-z0-9]{1,255}$/.test(logicalId)) {
    report(
      "error",
      path,
      `Logical id "${logicalId}": a logical id has letters and digits only, at most 255.`,
    );
  }
  if (isObject(source.value.Parameters) && Object.hasOwn(source.value.Parameters, logicalId)) {
    report("error", path, `${logicalId} is both a parameter and a resource; give one of them another name.`);
  }
  if (resource === null) return;
  if (!isObject(resource)) {
    report("error", path, `Resource ${logicalId} must be a mapping with a Type, not ${kindOf(resource)}.`);
    return;
  }
  checkType(checking, logicalId, resource);
  checkAttributes(checking, logicalId, resource);
  checkPolicies(checking, logicalId, resource);
}

function checkType({ report }: Checking, logicalId: string, resource: JsonObject): void {
  const path = ["Resources", logicalId];
  const { Type: type } = resource;
  // An include in the resource's own body may bring it.
  if (type === undefined && resource["Fn::Transform"] === undefined) {
    report("error", path, `Resource ${logicalId} has no Type.`);
  }
  if (type === undefined || type === null || functionOf(type) !== undefined) return;
  if (typeof type !== "string") {
    report(
      "error",
      [...path, "Type"],
      `The Type of resource ${logicalId} must be text, not ${kindOf(type)}.`,
    );
  } else if (!/^[A-Za-z0-9]+(?:::[A-Za-z0-9_@-]+){1,3}$/.test(type)) {
    const message = `Resource ${logicalId} has the Type "${type}"; a type is written like AWS::S3::Bucket or Custom::Name.`;
    report("error", [...path, "Type"], message);
  }
  const { Properties: properties } = resource;
  if (properties !== undefined && properties !== null && !isObject(properties)) {
    const message = `The Properties of resource ${logicalId} must be a mapping, not ${kindOf(properties)}.`;
    report("error", [...path, "Properties"], message);
  }
}

function checkAttributes(
  { report, hasMacros, suggest }: Checking,
  logicalId: string,
  resource: JsonObject,
): void {
  for (const attribute of Object.keys(resource)) {
    if ((ATTRIBUTES as readonly string[]).includes(attribute) || hasMacros) continue;
    const near = suggest(attribute, ATTRIBUTES);
    const advice = near === "" ? " A property of the resource belongs under Properties." : near;
    const message = `Resource ${logicalId} has the unknown attribute ${attribute}.${advice}`;
    report("error", ["Resources", logicalId, attribute], message);
  }
}

function checkPolicies({ report }: Checking, logicalId: string, resource: JsonObject): void {
  for (const [attribute, allowed] of Object.entries(POLICIES)) {
    const policy = resource[attribute];
    if (policy === undefined || policy === null || functionOf(policy) !== undefined) continue;
    if (typeof policy === "string" && allowed.includes(policy)) continue;
    const shown = typeof policy === "string" ? `"${policy}"` : kindOf(policy);
    const message = `The ${attribute} of ${logicalId} is ${shown}; it must be one of ${allowed.join(", ")}.`;
    report("error", ["Resources", logicalId, attribute], message);
  }
}
