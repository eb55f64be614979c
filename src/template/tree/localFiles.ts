import { isObject } from "../canonical.ts";
import { functionOf } from "../functions.ts";
import type { Json, JsonObject, JsonPath } from "../model.ts";
import { isLooped, resourcesOf } from "../resources.ts";
import { isLocalPath } from "./localPaths.ts";
import { type NestedTemplate, nestingProperty } from "./nested.ts";
import { PACKAGED, PACKAGED_GLOBALS, PACKAGED_METADATA, type Packaged } from "./packaged.data.ts";

/** A property that names a file or folder of the workspace, which AWS wants in S3. */
export interface LocalFile extends Packaged {
  /** The resource; in `Globals` and `Metadata` the key there. */
  readonly owner: string;
  readonly path: JsonPath;
  /** As it is written: relative to the file that it is written in. */
  readonly local: string;
}

/** Everything local in a template that is no template itself. */
export function localFiles(value: JsonObject): readonly LocalFile[] {
  return [
    ...resourcesOf(value).flatMap(({ logicalId, path, resource }) =>
      filesIn(resource.Properties, [...path, "Properties"], logicalId, own(PACKAGED, String(resource.Type))),
    ),
    ...section(value, "Globals").flatMap(([key, member]) =>
      filesIn(member, ["Globals", key], key, own(PACKAGED, own(PACKAGED_GLOBALS, key))),
    ),
    ...section(value, "Metadata").flatMap(([key, member]) =>
      filesIn(member, ["Metadata", key], key, own(PACKAGED_METADATA, key)),
    ),
  ];
}

/**
 * The local templates that are no nested stack's of this one, or of one whose name and parameters are not known here:
 * those of stack sets, and of stacks that a loop makes.
 */
export function otherTemplates(value: JsonObject): readonly OtherTemplate[] {
  return resourcesOf(value).flatMap(({ logicalId, path, resource }) => {
    const isSet = resource.Type === "AWS::CloudFormation::StackSet";
    const property = isSet ? "TemplateURL" : isLooped({ path }) ? nestingProperty(resource) : undefined;
    const templateUrl = property && isObject(resource.Properties) ? resource.Properties[property] : undefined;
    if (property === undefined || typeof templateUrl !== "string" || !isLocalPath(templateUrl)) return [];
    return [{ logicalId, templateUrl, path: [...path, "Properties", property], isNested: !isSet }];
  });
}

/** A local template that is used otherwise than by one nested stack of a known name. */
export interface OtherTemplate extends NestedTemplate {
  /** Whether the stacks that a loop makes of it are this one's nested stacks: those of a stack set are not. */
  readonly isNested: boolean;
}

/** The template with other values at these paths, each of which is there. */
export function withValues(
  value: JsonObject,
  changes: readonly { readonly path: JsonPath; readonly value: Json }[],
): JsonObject {
  return changes.reduce<Json>(
    (whole, change) => replaced(whole, change.path, change.value),
    value,
  ) as JsonObject;
}

function replaced(whole: Json, [step, ...rest]: JsonPath, value: Json): Json {
  if (step === undefined) return value;
  if (Array.isArray(whole)) {
    return whole.map((item: Json, index) => (index === step ? replaced(item, rest, value) : item));
  }
  if (!isObject(whole)) return whole;
  return Object.fromEntries(
    Object.entries(whole).map(([key, member]) => [
      key,
      key === step ? replaced(member, rest, value) : member,
    ]),
  );
}

function section(value: JsonObject, name: string): readonly (readonly [string, Json])[] {
  const members = value[name];
  return isObject(members) ? Object.entries(members) : [];
}

function filesIn(
  value: Json | undefined,
  path: JsonPath,
  owner: string,
  packaged: readonly Packaged[] = [],
): readonly LocalFile[] {
  return packaged.flatMap((each) =>
    textsAt(value, each.property.split("."), path).flatMap((found) =>
      isLocalPath(found.local) ? [{ ...each, property: nameOf(found.path, path), owner, ...found }] : [],
    ),
  );
}

interface Found {
  readonly path: JsonPath;
  readonly local: string;
}

function textsAt(value: Json | undefined, steps: readonly string[], path: JsonPath): readonly Found[] {
  const [step, ...rest] = steps;
  if (step === undefined && typeof value === "string") return [{ path, local: value }];
  if (!isObject(value)) return [];
  if (step === undefined) return branchesAt(value, path);
  if (step !== "**") return Object.hasOwn(value, step) ? textsAt(value[step], rest, [...path, step]) : [];
  return Object.entries(value).flatMap(([key, member]) =>
    key === rest[0] ? textsAt(member, rest.slice(1), [...path, key]) : textsAt(member, steps, [...path, key]),
  );
}

/** Each branch of an `Fn::If` may name something else. */
function branchesAt(value: JsonObject, path: JsonPath): readonly Found[] {
  const use = functionOf(value);
  if (use?.name !== "Fn::If" || !Array.isArray(use.argument)) return [];
  return (use.argument as readonly Json[]).flatMap((branch, index) =>
    index === 0 ? [] : textsAt(branch, [], [...path, "Fn::If", index]),
  );
}

/** A type may be called like what every object has (`constructor`). */
function own<T>(table: Readonly<Record<string, T>>, key: string | undefined): T | undefined {
  return key !== undefined && Object.hasOwn(table, key) ? table[key] : undefined;
}

function nameOf(path: JsonPath, root: JsonPath): string {
  return path.slice(root.length).join(".");
}
