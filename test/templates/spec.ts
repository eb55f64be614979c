import { loadAwsServiceSpecSync } from "@aws-cdk/aws-service-spec";
import type { Json, JsonObject } from "./template.ts";

type Database = ReturnType<typeof loadAwsServiceSpecSync>;
type PropertyType = Parameters<typeof nested>[1];
type Properties = NonNullable<ReturnType<typeof findType>>["properties"];

let loaded: Database | undefined;

/** AWS's own registry of resource types, as the CDK packages it; undefined for a type that does not exist. */
function findType(type: string) {
  loaded ??= loadAwsServiceSpecSync();
  return loaded.lookup("resource", "cloudFormationType", "equals", type)[0];
}

/** Whether AWS lets resources of this type carry tags. */
export function isTaggable(type: string): boolean {
  return findType(type)?.tagInformation !== undefined;
}

/** Paths of properties that the type does not have, and of required ones that are absent; nested ones too. */
export function unknownProperties(type: string, properties: JsonObject): string[] {
  const known = findType(type);
  return known === undefined ? [type] : compare(type, known.properties, properties);
}

function compare(path: string, known: Properties, given: JsonObject): string[] {
  const absent = Object.entries(known).flatMap(([name, { required }]) =>
    required === true && !(name in given) ? [`${path}.${name} is required`] : [],
  );
  const wrong = Object.entries(given).flatMap(([name, value]) => {
    const property = known[name];
    return property === undefined ? [`${path}.${name}`] : nested(`${path}.${name}`, property.type, value);
  });
  return [...absent, ...wrong];
}

function nested(path: string, type: Properties[string]["type"], value: Json): string[] {
  if (typeof value !== "object" || value === null) return [];
  if (!Array.isArray(value) && "Fn::If" in value) {
    return (value["Fn::If"] as readonly Json[]).slice(1).flatMap((branch) => nested(path, type, branch));
  }
  if (isFunction(value)) return [];
  if (Array.isArray(value)) {
    if (type.type !== "array") return [`${path} is not a list`];
    return value.flatMap((item: Json, index) => nested(`${path}[${index}]`, type.element, item));
  }
  if (type.type === "ref" && loaded !== undefined) {
    return compare(path, loaded.get("typeDefinition", type.reference.$ref).properties, value as JsonObject);
  }
  return takesObjects(type) ? [] : [`${path} takes no object`];
}

function takesObjects(type: PropertyType): boolean {
  if (type.type === "union") return type.types.some(takesObjects);
  return ["json", "map", "tag"].includes(type.type);
}

function isFunction(value: object): boolean {
  const [key = ""] = Object.keys(value);
  return key === "Ref" || key.startsWith("Fn::");
}
