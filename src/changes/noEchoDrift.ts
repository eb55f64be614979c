import type { ResourceDrift, StackDrift } from "../stack/model.ts";
import type { Json, JsonObject } from "../template/model.ts";
import { noEchoNames } from "./noEcho.ts";
import { isObject } from "./resourceState.ts";

/**
 * Whether a drifted property takes the value of a NoEcho parameter, by the deployed template: drift detection may tell it.
 * @param template absent where it cannot be read: then every property may
 */
export function takesNoEcho(
  template: JsonObject | undefined,
): (resource: ResourceDrift, path: string) => boolean {
  if (template === undefined) return () => true;
  const names = noEchoNames(template);
  const resources = isObject(template.Resources) ? template.Resources : {};
  return ({ logicalId }, path) => {
    const resource = Object.hasOwn(resources, logicalId) ? resources[logicalId] : undefined;
    const properties = isObject(resource) ? resource.Properties : undefined;
    return refersTo(expressionAt(properties ?? null, path), names);
  };
}

/** The drift with nothing but asterisks where a property may not be shown, as AWS itself writes a NoEcho value. */
export function withoutNoEcho(drift: StackDrift, isHidden: ReturnType<typeof takesNoEcho>): StackDrift {
  const resources = drift.resources.map((resource) => ({
    ...resource,
    differences: resource.differences.map((it) =>
      isHidden(resource, it.path) ? { ...it, expected: masked(it.expected), actual: masked(it.actual) } : it,
    ),
  }));
  return { ...drift, resources };
}

function masked(value: string): string {
  return value === "" ? "" : "****";
}

/** What decides the value at a path: the node there, or the function above it that makes it. */
function expressionAt(properties: Json, path: string): Json {
  let node = properties;
  for (const step of path.split("/").slice(1)) {
    const next: Json | undefined =
      isObject(node) && Object.hasOwn(node, step) ? node[step] : itemAt(node, step);
    if (next === undefined) return node;
    node = next;
  }
  return node;
}

function itemAt(node: Json, step: string): Json | undefined {
  return Array.isArray(node) ? (node as readonly Json[])[Number(step)] : undefined;
}

function refersTo(node: Json, names: ReadonlySet<unknown>): boolean {
  if (typeof node === "string")
    return [...node.matchAll(/\$\{\s*(\w+)\s*\}/g)].some(([, name = ""]) => names.has(name));
  if (Array.isArray(node)) return node.some((item: Json) => refersTo(item, names));
  if (!isObject(node)) return false;
  return names.has(node.Ref) || Object.values(node).some((member) => refersTo(member, names));
}
