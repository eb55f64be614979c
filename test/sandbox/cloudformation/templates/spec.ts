import { loadAwsServiceSpecSync } from "@aws-cdk/aws-service-spec";

export type Recreation = "Always" | "Conditionally" | "Never";
export type ResourceSpec = ReturnType<typeof find>[number];

type SpecDatabase = ReturnType<typeof loadAwsServiceSpecSync>;
type Properties = ResourceSpec["properties"];
type PropertyType = Properties[string]["type"];

/** A resource type in AWS's published schema, or undefined when there is no such type. */
export function resourceSpec(type: string): ResourceSpec | undefined {
  const known = specs.get(type);
  if (known || specs.has(type)) return known;
  const [found] = find(type);
  specs.set(type, found);
  return found;
}

/** Whether a change at this path (below `Properties`) recreates the resource, by the schema. */
export function recreationAt(type: string, path: readonly (string | number)[]): Recreation {
  const spec = resourceSpec(type);
  if (!spec) return "Never";
  const extra = spec.additionalReplacementProperties ?? [];
  const names = path.filter((part) => typeof part === "string");
  if (extra.some((property) => property.every((part, index) => names[index] === part))) return "Always";
  return recreationWithin(spec.properties, path);
}

/** Loads the schema, which takes most of a second, before anybody waits for an answer. */
export function loadSchema(): void {
  database();
}

export function isTaggable(type: string): boolean {
  return resourceSpec(type)?.tagInformation !== undefined;
}

export function tagProperty(type: string): string {
  return resourceSpec(type)?.tagInformation?.tagPropertyName ?? "Tags";
}

const specs = new Map<string, ResourceSpec | undefined>();
let loaded: SpecDatabase | undefined;

// Only what reads templates needs it.
function database(): SpecDatabase {
  loaded ??= loadAwsServiceSpecSync();
  return loaded;
}

function find(type: string) {
  return database().lookup("resource", "cloudFormationType", "equals", type);
}

function recreationWithin(properties: Properties, path: readonly (string | number)[]): Recreation {
  const [name, ...rest] = path;
  const property = name === undefined ? undefined : properties[name];
  if (!property) return "Never";
  if (property.causesReplacement === "yes") return "Always";
  const own = property.causesReplacement === "maybe" ? "Conditionally" : "Never";
  const inner = recreationIn(property.type, rest);
  return inner === "Never" ? own : inner;
}

function recreationIn(type: PropertyType, path: readonly (string | number)[]): Recreation {
  if (path.length === 0) return "Never";
  if (type.type === "ref") return recreationWithin(definition(type.reference.$ref).properties, path);
  if (type.type === "array" || type.type === "map") return recreationIn(type.element, path.slice(1));
  return "Never";
}

function definition(id: string): { readonly properties: Properties } {
  return database().get("typeDefinition", id);
}
