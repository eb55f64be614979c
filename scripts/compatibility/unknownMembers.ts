import { type Description, resolved, type Schema } from "./description.ts";

/**
 * Members that a schema does not name: a description leaves its objects open, so no validator tells of an invented one.
 * A member counts as known where any of the alternatives has it. Gives a sentence each, with where it stands.
 */
export function unknownMembers(
  description: Description,
  schema: Schema,
  value: unknown,
  at: string,
): readonly string[] {
  const parts = partsOf(description, schema);
  if (Array.isArray(value)) {
    const items = parts.flatMap((part) => (part.items === undefined ? [] : [part.items as Schema]));
    if (items.length === 0) return [];
    return value.flatMap((item) => unknownMembers(description, { anyOf: items }, item, `${at}/*`));
  }
  if (typeof value !== "object" || value === null) return [];
  const named = parts.filter((part) => part.properties !== undefined);
  // A map of any names, or an object of which nothing is said.
  if (named.length === 0 || parts.some((part) => typeof part.additionalProperties === "object")) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    const schemas = named.flatMap(
      (part) => (part.properties as Readonly<Record<string, Schema>>)[name] ?? [],
    );
    if (schemas.length === 0) return [`${at}/${name} is not declared`];
    return unknownMembers(description, { anyOf: schemas }, member, `${at}/${name}`);
  });
}

/** The schema and all that it is put together of. */
function partsOf(description: Description, schema: Schema): readonly Schema[] {
  const own = resolved(description, schema) as Schema;
  const others = ["allOf", "anyOf", "oneOf"].flatMap((name) => (own[name] ?? []) as readonly Schema[]);
  return [own, ...others.flatMap((part) => partsOf(description, part))];
}
