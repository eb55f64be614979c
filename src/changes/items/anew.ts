import { canonicalJson, canonicalSpelled, isObject } from "../../template/canonical.ts";
import { functionOf } from "../../template/functions.ts";
import type { Json, JsonPath } from "../../template/model.ts";
import { withSpelledNumbers } from "../../template/scalarText.ts";
import type { ResourceChange } from "../model.ts";
import { writtenAs } from "./definitions.ts";
import { type Item, type Items, keyText, unescaped } from "./model.ts";
import { definitionOf, type Part, partOf, pathKey, type Surroundings } from "./references.ts";
import { DEFINITION, type TemplatePair } from "./templateItems.ts";

type Named = Pick<ResourceChange, "stackPath" | "logicalId">;

/**
 * The items of the templates, with all that is made anew: it is what its whole definition says, also where both templates say the
 * same of it. A condition kept it out until now, a loop makes it for one more item, or a failed operation did not make it.
 */
export function withMadeAnew(
  written: Items,
  resources: readonly ResourceChange[],
  around: Surroundings,
): Items {
  const anew = resources.filter(isMadeAnew).map(({ stackPath, logicalId }) => keyText(stackPath, logicalId));
  const items = new Map(written);
  for (const name of new Set([...written.keys(), ...anew.map((key) => `${DEFINITION} ${key}`)])) {
    const named = namedIn(name);
    if (named === undefined) continue;
    const { before, after } = written.get(name) ?? NOTHING;
    const item = { before, after: definitionText(named, around) ?? after, how: null };
    if (item.before === item.after) items.delete(name);
    else items.set(name, item);
  }
  return items;
}

const NOTHING: Item = { before: null, after: null, how: null };

/**
 * The templates against what is there: a nested stack that CloudFormation makes anew has none, though the deployed template names it,
 * with the very template that is wanted.
 */
export function withoutMadeAnew(
  pairs: readonly TemplatePair[],
  resources: readonly ResourceChange[],
): readonly TemplatePair[] {
  const anew = new Set(
    resources.filter(isMadeAnew).map(({ stackPath, logicalId }) => pathKey([...stackPath, logicalId])),
  );
  const isAnew = (stackPath: readonly string[]) =>
    stackPath.some((_, depth) => anew.has(pathKey(stackPath.slice(0, depth + 1))));
  return pairs.map((pair) => (isAnew(pair.stackPath) ? { ...pair, before: undefined } : pair));
}

function isMadeAnew({ action }: ResourceChange): boolean {
  return action === "Add" || action === "Import";
}

/** The resource of which an item tells the whole definition; `undefined` for every other item. */
export function namedIn(item: string): Named | undefined {
  const [start, key = "", ...pointer] = item.split(" ");
  if (start !== DEFINITION || pointer.length > 0) return undefined;
  const path = key.split("/").map(unescaped);
  return { stackPath: path.slice(0, -1), logicalId: path.at(-1) ?? "" };
}

/**
 * A resource's whole definition, with what SAM's `Globals` give it, and as its loop makes it.
 * @returns `undefined` where nothing is written under its name. What SAM makes beside a resource is that one's.
 */
export function definitionText(named: Named, { templates, expanded }: Surroundings): string | undefined {
  const { stackPath, logicalId } = named;
  const template = templates.get(pathKey(stackPath));
  const own = definitionOf(named, templates);
  if (template !== undefined && own !== undefined) {
    const whole = writtenAs(logicalId, template.value);
    if (whole === own) return canonicalSpelled(own, template.spelling, ["Resources", logicalId]);
    // What is merged has other places than those whose spelling is known.
    return canonicalJson(writtenAs(logicalId, withSpelledNumbers(template)));
  }
  const made: Json = writtenAs(logicalId, expanded.get(pathKey(stackPath))?.value);
  return isObject(made) ? canonicalJson(made) : undefined;
}

/**
 * The functions in a part of a definition that take one of several values that they hold: of those that were not taken, nothing that
 * the stack has tells.
 * @param path of the part in the definition
 */
export function choicesIn(
  part: Json,
  { stackPath, logicalId }: Named,
  path: readonly string[],
  { expanded }: Surroundings,
): readonly Part[] {
  const spelling = expanded.get(pathKey(stackPath))?.spelling;
  return choices(part, ["Resources", logicalId, ...path]).map((choice) =>
    partOf(
      ...([stackPath, choice.path.map(String), choice.value] as const),
      canonicalSpelled(choice.value, spelling, choice.path),
    ),
  );
}

interface Choice {
  readonly path: JsonPath;
  readonly value: Json;
}

/** The outer ones: what they hold is told with them. */
function choices(value: Json, path: JsonPath): readonly Choice[] {
  if (Array.isArray(value))
    return (value as readonly Json[]).flatMap((one, index) => choices(one, [...path, index]));
  if (!isObject(value)) return [];
  if (isChoice(value)) return [{ path, value }];
  return Object.entries(value).flatMap(([name, one]) => choices(one, [...path, name]));
}

function isChoice(value: Json): boolean {
  const { name, argument } = functionOf(value) ?? {};
  const steps: readonly Json[] = Array.isArray(argument) ? argument : [];
  switch (name) {
    case "Fn::If":
      return true;
    case "Fn::Select":
      // By a number that is written it takes the same one each time; what is put together holds no value but its pieces.
      return isObject(steps[0]) && Array.isArray(steps[1]);
    case "Fn::FindInMap":
      // What it takes where the mapping has nothing. The mapping's own are parts that are told.
      return steps.length > 3;
    default:
      return false;
  }
}
