import { isObject } from "../../../template/canonical.ts";
import { functionOf, isLoop } from "../../../template/functions.ts";
import { isRewritten } from "../../../template/macros.ts";
import type { Json, JsonObject } from "../../../template/model.ts";
import { unescaped } from "../model.ts";
import { pathKey, type Surroundings, valueAt } from "../references.ts";

/**
 * Tells of a resource, by its key, that no stack has it once a request is carried out: no template has one of its name, or of a
 * stack around it, and nothing keeps it when it leaves. Where a macro, a loop or a module may make one, nobody can tell; a
 * condition that is off leaves the name in the template.
 */
export function goneBy(wanted: Surroundings, deployed: Surroundings): (key: string) => boolean {
  const [wants, has] = [declaredIn(wanted), declaredIn(deployed)];
  return (key) => {
    const path = key.split("/").map(unescaped);
    const leaves = path.findIndex((logicalId, depth) => isMissing(logicalId, wants(path.slice(0, depth))));
    return leaves >= 0 && !mayBeKept(path, leaves, has);
  };
}

/** The resources that a template declares. */
interface Declared {
  readonly resources: JsonObject;
  /** Whether there are no others, and these are as they are written. */
  readonly isAll: boolean;
}

type DeclaredIn = (stackPath: readonly string[]) => Declared | undefined;

/** Each template is read once: there can be thousands of resources in it, and its macros are looked for everywhere. */
function declaredIn({ expanded }: Surroundings): DeclaredIn {
  const known = new Map<string, Declared | undefined>();
  return (stackPath) => {
    const key = pathKey(stackPath);
    if (!known.has(key)) known.set(key, declared(expanded.get(key)?.value));
    return known.get(key);
  };
}

function declared(template: JsonObject | undefined): Declared | undefined {
  const resources = template && valueAt({ value: template }, ["Resources"]);
  if (template === undefined || !isObject(resources)) return undefined;
  // One function alone may make them all.
  const isOpen = functionOf(resources) !== undefined || Object.keys(resources).some(isLoop);
  return { resources, isAll: !isOpen && !isRewritten(template) && !Object.values(resources).some(isModule) };
}

/** What a module of the registry makes has names that no template has. */
function isModule(definition: Json): boolean {
  return isObject(definition) && String(definition.Type).endsWith("::MODULE");
}

function isMissing(logicalId: string, template: Declared | undefined): boolean {
  return template?.isAll === true && !Object.hasOwn(template.resources, logicalId);
}

/**
 * Whether what leaves may stay outside of all stacks, as the policy says that it has until now: its own, or of a nested stack around it
 * that leaves, too. Once that is done no template tells it any more.
 */
function mayBeKept(path: readonly string[], leaves: number, has: DeclaredIn): boolean {
  const left = path.map((logicalId, depth) => ({ logicalId, template: has(path.slice(0, depth)) }));
  const isThere = !left.some(({ logicalId, template }) => isMissing(logicalId, template));
  return isThere && !left.slice(leaves).every(({ logicalId, template }) => isDeleted(logicalId, template));
}

function isDeleted(logicalId: string, template: Declared | undefined): boolean {
  const definition = template?.isAll === true ? template.resources[logicalId] : undefined;
  if (!isObject(definition)) return false;
  const { DeletionPolicy = "Delete" } = definition;
  return DeletionPolicy === "Delete" || DeletionPolicy === "Snapshot";
}
