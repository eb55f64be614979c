/**
 * OpenAPI 3.0's schemas as JSON Schema: `nullable` (OpenAPI 3.0.3, "Schema Object") says that `null` is allowed beside
 * what the schema says, its `enum` included. Examples and descriptions are left out, which may hold anything.
 */
export function withoutNullable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNullable);
  if (typeof value !== "object" || value === null) return value;
  const { nullable, ...rest } = value as Readonly<Record<string, unknown>>;
  const isFlag = typeof nullable === "boolean";
  const entries = Object.entries(isFlag ? rest : value).filter(([, item]) => item !== undefined);
  const read = Object.fromEntries(
    entries
      .filter(([name, item]) => !(ANNOTATIONS.includes(name) && !isSchema(item)))
      .map(([name, item]) => [name, KEPT.includes(name) ? item : withoutNullable(item)]),
  );
  return nullable === true ? { anyOf: [read, { type: "null" }] } : read;
}

const ANNOTATIONS: readonly string[] = [
  "example",
  "description",
  "externalDocs",
  "x-github",
  "discriminator",
];
/** Values, no schemas. */
const KEPT: readonly string[] = ["enum", "default", "required", "const"];

/** A property may have the name of a keyword: then its value is a schema. */
function isSchema(value: unknown): boolean {
  return (
    typeof value === "object" && value !== null && ("type" in value || "$ref" in value || "allOf" in value)
  );
}
