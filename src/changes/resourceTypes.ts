import { PLAIN_NAMES, STATEFUL, UNIQUE_NAMES } from "./resourceTypes.data.ts";

/**
 * Whether deleting a resource of this type takes data along that no template brings back: stored rows and
 * objects, messages, logs, keys, images. From AWS's published schema with the corrections that
 * scripts/generate-resource-types.ts lists.
 */
export function isStateful(type: string): boolean {
  stateful ??= new Set(split(STATEFUL));
  return stateful.has(type);
}

/** The property with which a template names a resource of this type: `DBClusterIdentifier`. */
export function nameProperty(type: string): string | undefined {
  return uniqueNameProperty(type) ?? plainNames().get(type);
}

/**
 * The naming property, where two resources cannot have one name at a time. A replacement is created before the
 * old resource is deleted, so such a resource cannot be replaced under its own name.
 */
export function uniqueNameProperty(type: string): string | undefined {
  return uniqueNames().get(type);
}

// Built at first use: most starts of the action need none of them.
let stateful: ReadonlySet<string> | undefined;
let unique: ReadonlyMap<string, string> | undefined;
let plain: ReadonlyMap<string, string> | undefined;

function uniqueNames(): ReadonlyMap<string, string> {
  unique ??= invert(UNIQUE_NAMES);
  return unique;
}

function plainNames(): ReadonlyMap<string, string> {
  plain ??= invert(PLAIN_NAMES);
  return plain;
}

function invert(table: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(table).flatMap(([property, types]) =>
      split(types).map((type) => [type, property] as const),
    ),
  );
}

function split(types: string): readonly string[] {
  return types.split(" ").map((type) => `AWS::${type}`);
}
