import { isObject } from "../../template/canonical.ts";
import { functionOf } from "../../template/functions.ts";
import type { Json, JsonObject, ReadTemplate } from "../../template/model.ts";
import { KNOWN_AFTER_APPLY, type PropertyChange, type ResourceChange } from "../model.ts";
import { escaped, type Items, keyText, unescaped } from "./model.ts";
import { placeOf, reachedText, reachOf } from "./reach.ts";
import { type Place, pathKey, type Surroundings, valueAt } from "./references.ts";
import { NESTED_STACK } from "./referred.ts";
import { DEFINITION, type TemplatePair } from "./templateItems.ts";

/** How the names of the items begin that tell what is behind a definition. */
export const VALUES = "values";

/**
 * What is behind the definitions of what is made anew, and of what CloudFormation does not tell in full: of a resource that is
 * there an item for each part that changes, so that two pull requests can change two parts of it.
 */
export function valueItems(resources: readonly ResourceChange[], around: Surroundings): Items {
  return new Map(
    resources.filter(leavesOutInPart).flatMap((change) => {
      const place = placeOf(change, around.templates);
      const key = keyText(change.stackPath, change.logicalId);
      const isDefinition = place?.stackPath.length === change.stackPath.length;
      if (!isDefinition) return valueItem(key, place, around);
      const { stackPath, value } = place;
      if (isUntold(change)) return valueItem(key, { stackPath, value: withCondition(value) }, around);
      return untoldParts(change, value).flatMap((path) =>
        valueItem(`${key} ${pointerText(path)}`, { stackPath, value: valueIn(value, path) }, around),
      );
    }),
  );
}

/** Sections that CloudFormation's list says nothing of, and how their entries are called in the items. */
const UNLISTED = { output: "Outputs", hook: "Hooks" } as const;

/**
 * What is behind that of which only the templates tell: outputs and hooks that change, and resources of nested stacks that
 * CloudFormation does not look into.
 * @param written the items of the templates
 */
export function writtenItems(
  written: Items,
  resources: readonly ResourceChange[],
  pairs: readonly TemplatePair[],
  around: Surroundings,
): Items {
  const listed = new Set(resources.map(({ stackPath, logicalId }) => keyText(stackPath, logicalId)));
  const isChanged = new Set([...written.keys()].map((name) => name.split(" ", 2).join(" ")));
  return new Map(
    pairs.flatMap(({ stackPath, after }) =>
      Object.entries({ [DEFINITION]: "Resources", ...UNLISTED }).flatMap(([noun, section]) =>
        Object.entries(entriesIn(after, section)).flatMap(([name, value]) => {
          const key = keyText(stackPath, name);
          const isListed = noun === DEFINITION && (stackPath.length === 0 || listed.has(key));
          if (isListed || !isChanged.has(`${noun} ${key}`)) return [];
          const place = { stackPath, value: withCondition(value) };
          return valueItem(noun === DEFINITION ? key : `${noun} ${key}`, place, around);
        }),
      ),
    ),
  );
}

function entriesIn(template: ReadTemplate | undefined, section: string): JsonObject {
  const entries = template?.value[section];
  return isObject(entries) ? entries : {};
}

/**
 * What is behind a definition or a part of one, by the name of its item: `Net/Queue`, `Queue /Properties/QueueName`, `output Url`.
 * @returns `null` where there is nothing; `undefined` where its template cannot be read
 */
export function valueText(name: readonly string[], around: Surroundings): string | null | undefined {
  const [first = "", ...more] = name;
  const rest = more.join(" ");
  // A pointer begins with a slash, which no key does.
  const isPart = rest.startsWith("/");
  const [noun, key] = rest === "" || isPart ? [DEFINITION, first] : [first, rest];
  const steps = key.split("/");
  const stackPath = steps.slice(0, -1);
  const template = around.templates.get(pathKey(stackPath));
  if (template === undefined) return undefined;
  const section = noun === "output" || noun === "hook" ? UNLISTED[noun] : "Resources";
  const found = valueAt(template, [section, steps.at(-1) ?? ""]) ?? null;
  const value = isPart ? valueIn(found, rest.split("/").slice(1).map(unescaped)) : withCondition(found);
  return behind({ stackPath, value }, around) ?? null;
}

function valueItem(key: string, place: Place | undefined, around: Surroundings) {
  const after = place && behind(place, around);
  return after === undefined ? [] : [[`${VALUES} ${key}`, { before: null, after, how: null }] as const];
}

function behind(place: Place, around: Surroundings): string | undefined {
  return reachedText(reachOf(place, around));
}

/** Whether CloudFormation's list leaves out anything that a resource will have, its attributes (a policy, metadata) included. */
export function leavesOut(change: ResourceChange): boolean {
  return isUntold(change) || change.details.some(isLeftOut);
}

function isUntold({ action, withoutValues }: ResourceChange): boolean {
  return action === "Add" || action === "Import" || withoutValues === true;
}

function isLeftOut({ after, changeType }: PropertyChange): boolean {
  return after === undefined && changeType !== "Remove";
}

/** Whether of anything that a resource will have CloudFormation does not tell all. */
function leavesOutInPart(change: ResourceChange): boolean {
  return isUntold(change) || change.details.some(isInPart);
}

/** A value with something in it that is known only later: of all else in it CloudFormation says nothing either. */
function isInPart(detail: PropertyChange): boolean {
  return isLeftOut(detail) || detail.after?.includes(KNOWN_AFTER_APPLY) === true;
}

/** A resource's or an output's own `Condition` stands beside other keys, where it is no function. */
export function withCondition(definition: Json): Json {
  return [definition, { Condition: isObject(definition) ? (definition.Condition ?? null) : null }];
}

/** The paths in a definition of what changes, and of which CloudFormation does not tell all. */
function untoldParts({ details, type }: ResourceChange, definition: Json): readonly (readonly string[])[] {
  const found = details.filter(isInPart).flatMap((detail) => {
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

function membersOf(definition: Json, path: readonly string[], type: string): readonly (readonly string[])[] {
  const value = valueIn(definition, path);
  if (!isObject(value) || functionOf(value) !== undefined) return [path];
  return Object.keys(value).flatMap((name) => {
    const member = [...path, name];
    return heldApart(member, type) ? membersOf(definition, member, type) : [member];
  });
}

function valueIn(definition: Json, path: readonly string[]): Json {
  return valueAt(isObject(definition) ? { value: definition } : undefined, path) ?? null;
}

function pointerText(path: readonly string[]): string {
  return path.map((step) => `/${escaped(step)}`).join("");
}
