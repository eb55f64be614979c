import { canonicalJson, isObject } from "../../template/canonical.ts";
import { functionOf } from "../../template/functions.ts";
import type { Json } from "../../template/model.ts";
import { KNOWN_AFTER_APPLY, type PropertyChange, type ResourceChange } from "../model.ts";
import { givenBeside } from "./definitions.ts";
import { NESTED_STACK } from "./lookup.ts";
import { escaped, unescaped } from "./model.ts";
import { valueAt } from "./references.ts";

/** Whether CloudFormation's list leaves out anything that a resource will have, its attributes (a policy, metadata) included. */
export function leavesOut(change: ResourceChange): boolean {
  return isUntold(change) || change.details.some(isLeftOut);
}

export function isUntold({ action, withoutValues }: ResourceChange): boolean {
  return action === "Add" || action === "Import" || withoutValues === true;
}

/**
 * "Large values can be truncated" (ResourceTargetDefinition: BeforeValue, AfterValue): nothing says how large they are, nor marks one that
 * is cut.
 */
export const LEAST_CUT = 1_000;

/** What stands for what is known later only, and for a NoEcho value. */
const STAND_INS = [KNOWN_AFTER_APPLY, "****"] as const;

/**
 * What is known later in these is a reference of SAM's own to what it makes beside, too, whatever the template says: a version's number, a
 * deployment's id (samtranslator: `_construct_alias`, `update_deployment_ref`).
 */
const OF_SAM: ReadonlyMap<string, string> = new Map([
  ["AWS::Lambda::Alias", "FunctionVersion"],
  ["AWS::ApiGateway::Stage", "DeploymentId"],
]);

export function ofSam(type: string): string | undefined {
  return OF_SAM.get(type);
}

/** Whether CloudFormation shows all of what becomes of a resource that SAM makes beside another. */
export function isShownWhole({ action, after, withoutValues, details, type }: ResourceChange): boolean {
  if (action === "Add") return after !== undefined && isWhole(canonicalJson(after));
  if (action !== "Modify" || withoutValues === true) return false;
  return details.every(
    (detail) =>
      (detail.attribute === "Properties" && detail.name === ofSam(type)) ||
      (detail.after === undefined ? detail.changeType === "Remove" : isWhole(detail.after)),
  );
}

function isWhole(shown: string): boolean {
  return shown.length < LEAST_CUT && !STAND_INS.some((text) => shown.includes(text));
}

function isLeftOut({ after, changeType }: PropertyChange): boolean {
  return after === undefined && changeType !== "Remove";
}

/** Whether of anything that a resource will have CloudFormation does not tell all. */
export function leavesOutInPart(change: ResourceChange): boolean {
  return isUntold(change) || change.details.some(isToldInPart);
}

/** Also where a value may be cut: what would follow is shown to nobody. */
export function isToldInPart(detail: PropertyChange): boolean {
  return isInPart(detail) || isCut(detail);
}

function isCut({ after = "" }: PropertyChange): boolean {
  return after.length >= LEAST_CUT;
}

/** A value with something in it that is known only later: of all else in it CloudFormation says nothing either. */
function isInPart(detail: PropertyChange): boolean {
  return isLeftOut(detail) || detail.after?.includes(KNOWN_AFTER_APPLY) === true;
}

/** The paths in a definition of what changes, and of which CloudFormation does not tell all. */
export function untoldParts(
  { details, type }: ResourceChange,
  definition: Json,
  isOpen = isInPart,
): readonly (readonly string[])[] {
  const found = details.filter(isOpen).flatMap((detail) => {
    const path = namedIn(definition, pathOf(detail));
    if (path.length === 0) return [];
    return heldApart(path, type) ? membersOf(definition, path, type) : [path];
  });
  return [...new Map(found.map((path) => [pointerText(path), path])).values()];
}

/** The path that CloudFormation gives, from the definition's top. */
function pathOf({ attribute, name, path }: PropertyChange): readonly string[] {
  // Tags are listed as an attribute of their own, and stand among the properties.
  if (attribute === "Tags") return ["Properties", "Tags"];
  if (attribute !== "Properties") return [attribute];
  const steps = path?.split("/").slice(1).map(unescaped) ?? [];
  if (steps[0] === "Properties" && steps.length > 1) return steps;
  return name === undefined ? ["Properties"] : ["Properties", name];
}

/** A path as far as the definition goes: what a function or a loop makes has no names in it, and a list is one value. */
function namedIn(definition: Json, path: readonly string[]): readonly string[] {
  let value = definition;
  const depth = path.findIndex((step) => {
    if (!isObject(value) || functionOf(value) !== undefined || !Object.hasOwn(value, step)) return true;
    value = value[step] ?? null;
    return false;
  });
  return depth < 0 ? path : path.slice(0, depth);
}

/** What CloudFormation names only as a whole, and pull requests change by its members. */
function heldApart(path: readonly string[], type: string): boolean {
  const pointer = pointerText(path);
  return pointer === "/Properties" || (type === NESTED_STACK && pointer === "/Properties/Parameters");
}

/** The paths of what a part of a definition has: its members, where pull requests change these one by one. */
export function membersOf(
  definition: Json,
  path: readonly string[],
  type: string,
): readonly (readonly string[])[] {
  const value = valueIn(definition, path);
  if (!isObject(value) || functionOf(value) !== undefined) return [path];
  return Object.keys(value).flatMap((name) => {
    const member = [...path, name];
    return heldApart(member, type) ? membersOf(definition, member, type) : [member];
  });
}

export function valueIn(definition: Json, path: readonly string[]): Json {
  return valueAt(isObject(definition) ? { value: definition } : undefined, path) ?? null;
}

export function pointerText(path: readonly string[]): string {
  return path.map((step) => `/${escaped(step)}`).join("");
}

/**
 * The parts of a definition of which CloudFormation shows nothing, because something in them is known only later
 * (`{{changeSet:KNOWN_AFTER_APPLY}}` stands for the whole value).
 */
export function hiddenParts(change: ResourceChange, definition: Json): readonly Json[] {
  if (isUntold(change)) return hiddenBy(change.after ?? null, definition);
  const paths = untoldParts(change, definition);
  if (paths.length === 0 && change.details.some(isInPart)) return [definition];
  return paths.map((path) => valueIn(definition, path));
}

/** The parts of a definition that CloudFormation shows, and may have cut. */
export function cutParts(change: ResourceChange, definition: Json): readonly Json[] {
  if (isUntold(change) || !change.details.some(isCut)) return [];
  const written = givenBeside(definition);
  return (Array.isArray(written) ? (written as readonly Json[]) : [written]).flatMap((one) => {
    const paths = untoldParts(change, one, isCut);
    return paths.length === 0 ? [one] : paths.map((path) => valueIn(one, path));
  });
}

function hiddenBy(shown: Json, definition: Json): readonly Json[] {
  if (!isHidden(shown)) return [];
  const isWhole = !isObject(shown) || !isObject(definition) || functionOf(definition) !== undefined;
  if (isWhole) return [definition];
  // A macro gives a property another name (SAM: `DefinitionBody`, `Body`): then all of it may be what is hidden.
  return Object.entries(shown).flatMap(([name, value]) =>
    Object.hasOwn(definition, name)
      ? hiddenBy(value, definition[name] ?? null)
      : isHidden(value)
        ? [definition]
        : [],
  );
}

function isHidden(shown: Json): boolean {
  return canonicalJson(shown).includes(KNOWN_AFTER_APPLY);
}
