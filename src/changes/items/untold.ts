import { isObject } from "../../template/canonical.ts";
import { functionOf } from "../../template/functions.ts";
import type { Json, JsonObject, ReadTemplate } from "../../template/model.ts";
import { KNOWN_AFTER_APPLY, type PropertyChange, type ResourceChange } from "../model.ts";
import { type Items, keyText } from "./model.ts";
import { placeOf, reachedText, reachOf } from "./reach.ts";
import { type Place, pathKey, type Surroundings, valueAt } from "./references.ts";
import { DEFINITION, type TemplatePair } from "./templateItems.ts";

/** How the names of the items begin that tell what is behind a definition. */
export const VALUES = "values";

/** What is behind the definitions of what is made anew, and of what CloudFormation does not tell in full. */
export function valueItems(resources: readonly ResourceChange[], around: Surroundings): Items {
  return new Map(
    resources
      .filter((change) => isUntold(change) || change.details.some(isInPart))
      .flatMap((change) => {
        const place = placeOf(change, around.templates);
        const isDefinition = place?.stackPath.length === change.stackPath.length;
        const start = isDefinition ? { ...place, value: untoldParts(change, place.value) } : place;
        return valueItem(keyText(change.stackPath, change.logicalId), start, around);
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
 * What is behind a definition, by the name of its item: `Net/Queue`, `output Url`.
 * @returns `null` where there is nothing; `undefined` where its template cannot be read
 */
export function valueText(name: readonly string[], around: Surroundings): string | null | undefined {
  const [noun, key = ""] = name.length > 1 ? name : [DEFINITION, ...name];
  const steps = key.split("/");
  const stackPath = steps.slice(0, -1);
  const template = around.templates.get(pathKey(stackPath));
  if (template === undefined) return undefined;
  const section = noun === "output" || noun === "hook" ? UNLISTED[noun] : "Resources";
  const value = valueAt(template, [section, steps.at(-1) ?? ""]) ?? null;
  return behind({ stackPath, value: withCondition(value) }, around) ?? null;
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

/** A value with something in it that is known only later: of all else in it CloudFormation says nothing either. */
function isInPart(detail: PropertyChange): boolean {
  return isLeftOut(detail) || detail.after?.includes(KNOWN_AFTER_APPLY) === true;
}

/** What of a definition says what CloudFormation does not: of a resource that is there only what changes. */
function untoldParts(change: ResourceChange, definition: Json): Json {
  if (isUntold(change)) return withCondition(definition);
  return change.details.filter(isInPart).map((detail) => partOf(definition, detail));
}

/** A resource's or an output's own `Condition` stands beside other keys, where it is no function. */
export function withCondition(definition: Json): Json {
  return [definition, { Condition: isObject(definition) ? (definition.Condition ?? null) : null }];
}

function partOf(definition: Json, { attribute, name, path }: PropertyChange): Json {
  const attributes = isObject(definition) ? definition : {};
  // Tags are listed as an attribute of their own, and stand among the properties.
  const isProperty = attribute === "Properties" || attribute === "Tags";
  if (!isProperty) return attributes[attribute] ?? null;
  const properties = attributes.Properties ?? null;
  const property = name ?? path?.split("/")[2];
  const isNamed = property !== undefined && isObject(properties) && functionOf(properties) === undefined;
  return isNamed && Object.hasOwn(properties, property) ? (properties[property] ?? null) : properties;
}
