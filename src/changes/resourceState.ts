import type { Json, JsonObject } from "../template/model.ts";
import type { PropertyChange, ResourceChange } from "./model.ts";

/** A resource's properties on both sides of a change; `undefined` where the resource does not exist on that side. */
export interface ResourceStates {
  readonly before: JsonObject | undefined;
  readonly after: JsonObject | undefined;
  /** Whether both sides are complete. Without contexts only the changed properties are known. */
  readonly complete: boolean;
  /** The properties that are not complete, where all others are. */
  readonly open?: ReadonlySet<string>;
}

/** Whether what has no value at a path below the properties, on either side, is known to have none. */
export function isWhole({ complete, open }: ResourceStates, path: string): boolean {
  return complete || open?.has(path.split("/")[0] ?? path) === false;
}

/**
 * The properties before and after, from BeforeContext and AfterContext; where AWS gave none or cut it, as much as the property
 * changes and the other side tell.
 */
export function resourceStates(change: ResourceChange): ResourceStates {
  const before = change.action === "Add" ? undefined : propertiesOf(change.before);
  const after = change.action === "Remove" ? undefined : propertiesOf(change.after);
  const wantsBefore = change.action !== "Add" && change.action !== "Import";
  const complete =
    (before !== undefined || !wantsBefore) && (after !== undefined || change.action === "Remove");
  return {
    before: before ?? (wantsBefore ? fromDetails(change.details, "before", after) : undefined),
    after: after ?? (change.action === "Remove" ? undefined : fromDetails(change.details, "after", before)),
    complete,
  };
}

/** The `Properties` of a BeforeContext or AfterContext. */
export function propertiesOf(context: Json | undefined): JsonObject | undefined {
  if (!isObject(context)) return undefined;
  const properties = context.Properties;
  if (isObject(properties)) return properties;
  // A resource without any property has a context of other attributes only.
  return Object.keys(context).some((key) => ATTRIBUTES.has(key)) ? {} : context;
}

/** A resource attribute beside `Properties`, e.g. `DeletionPolicy`, from a context. */
export function attributeOf(context: Json | undefined, attribute: string): Json | undefined {
  return isObject(context) && ATTRIBUTES.has(attribute) ? context[attribute] : undefined;
}

/**
 * What a context or a definition has beside `Properties` and `Type`: what `Metadata` tells an instance to run, when a resource counts
 * as made. Not what the CDK writes into `Metadata` for its own tools, on every resource.
 */
export function attributesOf(context: Json | undefined): JsonObject {
  const entries = Object.entries(isObject(context) ? context : {}).flatMap(([name, value]) => {
    if (!ATTRIBUTES.has(name) || name === "Type") return [];
    if (name !== "Metadata" || !isObject(value)) return [[name, value] as const];
    const own = Object.entries(value).filter(([key]) => !OF_THE_CDK.test(key));
    return own.length === 0 ? [] : [[name, Object.fromEntries(own)] as const];
  });
  return Object.fromEntries(entries);
}

/** `aws:cdk:path`, `aws:asset:path`: names in `Metadata` that nothing executes. */
export const OF_THE_CDK = /^aws:(?:cdk|asset):/;

/** The value a change's text stands for: AWS writes objects and lists as JSON text. */
export function parseValue(text: string): Json {
  if (!/^\s*[[{]/.test(text)) return text;
  try {
    return JSON.parse(text) as Json;
  } catch {
    // AWS truncates long values, and what is left is no JSON any more.
    return text;
  }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const ATTRIBUTES = new Set([
  "Metadata",
  "CreationPolicy",
  "UpdatePolicy",
  "DeletionPolicy",
  "UpdateReplacePolicy",
  "DependsOn",
  "Condition",
  "Type",
]);

/** One side by the property changes. What is not among them is as on the other side, where that is known. */
function fromDetails(
  details: readonly PropertyChange[],
  side: "before" | "after",
  other: JsonObject = {},
): JsonObject {
  const known: Record<string, Json> = { ...other };
  for (const detail of details) {
    if (detail.attribute !== "Properties" || detail.name === undefined) continue;
    const [text, steps] = [detail[side], (detail.path ?? "").split("/").slice(2)];
    set(known, steps.length === 0 ? [detail.name] : steps, text === undefined ? undefined : parseValue(text));
  }
  return known;
}

// Array indexes become object keys here: without contexts only single values are looked at.
function set(target: Record<string, Json>, steps: readonly string[], value: Json | undefined): void {
  const [step, ...rest] = steps;
  if (step === undefined || step === "__proto__") return;
  const child = target[step];
  if (rest.length > 0) {
    if (value === undefined && child === undefined) return;
    const next: Record<string, Json> = typeof child === "object" ? { ...(child as JsonObject) } : {};
    set(next, rest, value);
    target[step] = next;
  } else if (value === undefined) delete target[step];
  else target[step] = value;
}

/** A property's value as a list: the items of one, a scalar by itself, nothing of what is not there. */
export function asList(value: Json | undefined): readonly Json[] {
  if (value === undefined || value === null) return [];
  // Without contexts a list is put together as an object.
  return typeof value === "object" ? Object.values(value) : [value];
}
