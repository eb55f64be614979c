import { isObject } from "../template/canonical.ts";
import type { Json, JsonObject, JsonPath } from "../template/model.ts";
import { resourcesOf } from "../template/resources.ts";
import { withSpelledNumbers } from "../template/scalarText.ts";
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
    const [had, wanted] = [withSpelledNumbers(before), withSpelledNumbers(after)];
    const definitions = new Map(resourcesOf(wanted).map(({ path, resource }) => [path.join("/"), resource]));
    return resourcesOf(had).flatMap(({ logicalId, path, resource: old }): readonly UnlistedLoss[] => {
      const type = typeOf(old);
      const now = definitions.get(path.join("/"));
      const isGone = typeOf(now) !== type;
      const fewer = isGone ? "some" : roundsLost(loopsAround(had, path), loopsAround(wanted, path));
      const mayGo = fewer !== "none" && !isKept(old, true);
      const mayBeReplaced = !isGone && !sameProperties(old, now) && !isKept(now, false);
      if (!holdsData(type, old) || !(mayGo || mayBeReplaced)) return [];
      return [{ resource: [...stackPath, logicalId].join("/"), type, goes: mayGo && fewer === "some" }];
    });
  });
}

/** What the loops around a place go through, the outermost first. */
function loopsAround(template: JsonObject, path: JsonPath): readonly Json[] {
  const found: Json[] = [];
  let node: Json = template;
  for (const step of path) {
    if (Array.isArray(node)) {
      const [, collection = null, body = null] = node as readonly Json[];
      found.push(collection);
      node = body;
    } else node = isObject(node) && typeof step === "string" ? (node[step] ?? null) : null;
  }
  return found;
}

/** Whether loops make less than they did: certain where both lists are written out. */
function roundsLost(before: readonly Json[], after: readonly Json[]): "none" | "some" | "perhaps" {
  const losses = before.map((had, index) => {
    const has = after[index] ?? null;
    if (JSON.stringify(had) === JSON.stringify(has)) return "none";
    if (!isPlainList(had) || !isPlainList(has)) return "perhaps";
    return had.every((item) => has.includes(item)) ? "none" : "some";
  });
  return losses.includes("some") ? "some" : losses.includes("perhaps") ? "perhaps" : "none";
}

function isPlainList(collection: Json): collection is readonly string[] {
  return Array.isArray(collection) && collection.every((item) => typeof item === "string");
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
