import { isObject } from "../template/canonical.ts";
import type { Json, JsonObject } from "../template/model.ts";
import { isOfCluster } from "./destroy/standing.ts";
import type { TemplatePair } from "./items/templateItems.ts";
import type { UnlistedLoss } from "./model.ts";
import { isStateful } from "./resourceTypes.ts";

/**
 * What may lose data inside of nested stacks whose changes CloudFormation is not asked to list, as their templates tell
 * it: a resource that goes, and one that is defined otherwise, of which nobody says whether it is replaced.
 */
export function unlistedLosses(templates: readonly TemplatePair[]): readonly UnlistedLoss[] {
  return templates.flatMap(({ stackPath, before, after }) => {
    if (stackPath.length === 0 || before === undefined || after === undefined) return [];
    const wanted = resourcesOf(after.value);
    return Object.entries(resourcesOf(before.value)).flatMap(([logicalId, old]): readonly UnlistedLoss[] => {
      const type = typeOf(old);
      const now = wanted[logicalId];
      const goes = typeOf(now) !== type;
      if (!holdsData(type, old) || isKept(goes ? old : now, goes)) return [];
      if (!goes && sameProperties(old, now)) return [];
      return [{ resource: [...stackPath, logicalId].join("/"), type, goes }];
    });
  });
}

function resourcesOf(template: JsonObject): JsonObject {
  return isObject(template.Resources) ? template.Resources : {};
}

function typeOf(definition: Json | undefined): string {
  return isObject(definition) ? String(definition.Type) : "";
}

/** An Aurora instance computes only: the data is the cluster's. */
function holdsData(type: string, definition: Json): boolean {
  return isStateful(type) && (type !== INSTANCE || !isOfCluster(propertiesOf(definition)));
}

const INSTANCE = "AWS::RDS::DBInstance";

function propertiesOf(definition: Json | undefined): JsonObject {
  return isObject(definition) && isObject(definition.Properties) ? definition.Properties : {};
}

/** What goes is kept by its deployed policy, what is replaced by the new one. */
function isKept(definition: Json | undefined, goes: boolean): boolean {
  if (!isObject(definition)) return false;
  const policy = goes ? definition.DeletionPolicy : definition.UpdateReplacePolicy;
  if (policy !== undefined) return KEEPING.has(String(policy));
  // "The default policy is Snapshot" (DeletionPolicy attribute): of these, and of an instance that is in no cluster.
  return goes && (definition.Type === "AWS::RDS::DBCluster" || definition.Type === INSTANCE);
}

const KEEPING: ReadonlySet<string> = new Set(["Retain", "Snapshot", "RetainExceptOnCreate"]);

function sameProperties(old: Json, now: Json | undefined): boolean {
  return JSON.stringify(propertiesOf(old)) === JSON.stringify(propertiesOf(now));
}
