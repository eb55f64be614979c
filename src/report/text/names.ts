import { KNOWN_AFTER_APPLY, type ResourceChange } from "../../changes/model.ts";
import { isObject, propertiesOf } from "../../changes/resourceState.ts";
import { nameProperty } from "../../changes/resourceTypes.ts";
import type { Json, JsonObject } from "../../template/model.ts";

/**
 * The name a person finds the resource under: the one the template gives it, else the physical id (an ARN
 * by its last part), else the `Name` tag. With a new name beside the old where a change renames it.
 */
export function physicalName(change: ResourceChange): { readonly now?: string; readonly next?: string } {
  const property = nameProperty(change.type);
  const named = (context: Json | undefined) => nameIn(propertiesOf(context), property);
  const now =
    change.action === "Add" ? undefined : (named(change.before) ?? fromPhysicalId(change.physicalId));
  const next = change.action === "Remove" ? undefined : named(change.after);
  const tag = tagName(propertiesOf(change.after) ?? propertiesOf(change.before));
  if (now === undefined) {
    const name = next ?? fromPhysicalId(change.physicalId) ?? tag;
    return name === undefined ? {} : { now: name };
  }
  const isRenamed = next !== undefined && next !== now && named(change.before) !== undefined;
  return isRenamed ? { now, next } : { now };
}

/** A type without its vendor, which is the same everywhere: `RDS::DBCluster`. Custom types stay whole. */
export function shortType(type: string): string {
  return type.replace(/^AWS::/, "");
}

function nameIn(properties: JsonObject | undefined, property: string | undefined): string | undefined {
  const name = property === undefined ? undefined : properties?.[property];
  return typeof name === "string" && name !== "" && !name.includes(KNOWN_AFTER_APPLY) ? name : undefined;
}

function fromPhysicalId(id: string | undefined): string | undefined {
  if (id === undefined || id === "") return undefined;
  return /^arn:[^:]*:[^:]*:[^:]*:[^:]*:(.+)$/.exec(id)?.[1] ?? id;
}

function tagName(properties: JsonObject | undefined): string | undefined {
  const tags = properties?.Tags;
  if (!Array.isArray(tags)) return undefined;
  const tag = tags.find((it) => isObject(it) && it.Key === "Name");
  return isObject(tag) && typeof tag.Value === "string" ? tag.Value : undefined;
}
