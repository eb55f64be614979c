import type { Json, JsonObject } from "../template/model.ts";
import type { PropertyChange, ResourceChange } from "./model.ts";

/** A resource's properties on both sides of a change; `undefined` where the resource does not exist on that side. */
export interface ResourceStates {
  readonly before: JsonObject | undefined;
  readonly after: JsonObject | undefined;
  /** Whether both sides are complete. Without contexts only the changed properties are known. */
  readonly complete: boolean;
}

/**
 * The properties before and after, from BeforeContext and AfterContext; where AWS gave none, as much as the
 * property changes tell.
 */
export function resourceStates(change: ResourceChange): ResourceStates {
  const before = change.action === "Add" ? undefined : propertiesOf(change.before);
  const after = change.action === "Remove" ? undefined : propertiesOf(change.after);
  const wantsBefore = change.action !== "Add" && change.action !== "Import";
  const complete =
    (before !== undefined || !wantsBefore) && (after !== undefined || change.action === "Remove");
  return {
    before: before ?? (wantsBefore ? fromDetails(change.details, "before") : undefined),
    after: after ?? (change.action === "Remove" ? undefined : fromDetails(change.details, "after")),
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

function fromDetails(details: readonly PropertyChange[], side: "before" | "after"): JsonObject {
  const known: Record<string, Json> = {};
  for (const detail of details) {
    const text = detail[side];
    if (detail.attribute !== "Properties" || detail.name === undefined || text === undefined) continue;
    const steps = (detail.path ?? "").split("/").slice(2);
    set(known, steps.length === 0 ? [detail.name] : steps, parseValue(text));
  }
  return known;
}

// Array indexes become object keys here: without contexts only single values are looked at.
function set(target: Record<string, Json>, steps: readonly string[], value: Json): void {
  const [step, ...rest] = steps;
  if (step === undefined || step === "__proto__") return;
  if (rest.length === 0) {
    target[step] = value;
    return;
  }
  const child = target[step];
  const next: Record<string, Json> = isObject(child) ? { ...child } : {};
  set(next, rest, value);
  target[step] = next;
}

/** A property's value as a list: the items of one, a scalar by itself, nothing of what is not there. */
export function asList(value: Json | undefined): readonly Json[] {
  if (value === undefined || value === null) return [];
  // Without contexts a list is put together as an object.
  return typeof value === "object" ? Object.values(value) : [value];
}
