import { isObject } from "../../../template/canonical.ts";
import { contextOf } from "../../../template/evaluate/context.ts";
import type { Scope, Truth } from "../../../template/evaluate/evaluated.ts";
import { functionOf, isLoop } from "../../../template/functions.ts";
import { isRewritten } from "../../../template/macros.ts";
import type { Json, JsonObject, ReadTemplate } from "../../../template/model.ts";
import { withSpelledNumbers } from "../../../template/scalarText.ts";
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
  readonly condition: (name: string) => Truth;
}

type DeclaredIn = (stackPath: readonly string[]) => Declared | undefined;

/** Each template is read once: there can be thousands of resources in it, and its macros are looked for everywhere. */
function declaredIn({ expanded, scopes }: Surroundings): DeclaredIn {
  const known = new Map<string, Declared | undefined>();
  return (stackPath) => {
    const key = pathKey(stackPath);
    if (!known.has(key)) known.set(key, declared(expanded.get(key), scopes.get(key)));
    return known.get(key);
  };
}

function declared(read: ReadTemplate | undefined, scope: Scope | undefined): Declared | undefined {
  const resources = valueAt(read, ["Resources"]);
  if (read === undefined || !isObject(resources)) return undefined;
  const template = read.value;
  const { condition } = contextOf(withSpelledNumbers(read), scope ?? { parameters: {}, pseudo: {} });
  // One function alone may make them all.
  const isOpen = functionOf(resources) !== undefined || Object.keys(resources).some(isLoop);
  const isAll = !isOpen && !isRewritten(template) && !Object.values(resources).some(isModule);
  return { resources, isAll, condition };
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
 * that leaves, too. Once that is done no template tells it any more. What a condition keeps out until now a review can make, though its
 * definition is in the template already.
 */
function mayBeKept(path: readonly string[], leaves: number, has: DeclaredIn): boolean {
  const left = path.map((logicalId, depth) => ({ logicalId, template: has(path.slice(0, depth)) }));
  const isThere = !left.some(({ logicalId, template }) => isMissing(logicalId, template));
  if (!isThere) return false;
  const isOn = left.every(({ logicalId, template }) => isSwitchedOn(logicalId, template));
  return !isOn || !left.slice(leaves).every(({ logicalId, template }) => isDeleted(logicalId, template));
}

function isDeleted(logicalId: string, template: Declared | undefined): boolean {
  const definition = template?.isAll === true ? template.resources[logicalId] : undefined;
  if (!isObject(definition)) return false;
  const { DeletionPolicy = "Delete" } = definition;
  return DeletionPolicy === "Delete" || DeletionPolicy === "Snapshot";
}

function isSwitchedOn(logicalId: string, template: Declared | undefined): boolean {
  const definition = template?.resources[logicalId];
  if (!isObject(definition)) return false;
  const { Condition } = definition;
  return (
    Condition === undefined || (typeof Condition === "string" && template?.condition(Condition) === true)
  );
}
