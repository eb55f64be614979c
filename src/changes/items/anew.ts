import { canonicalJson, canonicalSpelled, isObject } from "../../template/canonical.ts";
import { choicesOf, choosersIn } from "../../template/choices.ts";
import { contextOf } from "../../template/evaluate/context.ts";
import type { Scope, Truth } from "../../template/evaluate/evaluated.ts";
import type { Json } from "../../template/model.ts";
import { withSpelledNumbers } from "../../template/scalarText.ts";
import type { ResourceChange } from "../model.ts";
import { writtenAs } from "./definitions.ts";
import { valueIn } from "./leftOut.ts";
import { type Items, keyText, unescaped } from "./model.ts";
import { behind, reachedText, reachOf } from "./reach.ts";
import {
  definitionOf,
  type Part,
  type Place,
  partOf,
  pathKey,
  type Surroundings,
  valueAt,
} from "./references.ts";
import { DEFINITION, type TemplatePair } from "./templateItems.ts";

type Named = Pick<ResourceChange, "stackPath" | "logicalId">;

/** What there is before and after, and whether CloudFormation was asked to look into nested stacks. */
export interface Sides {
  readonly wanted: Surroundings;
  readonly deployed: Surroundings;
  readonly areNestedListed: boolean;
}

/** The same with what CloudFormation lists, and the names of the outputs that the stack has. */
interface Listed extends Sides {
  readonly pairs: readonly TemplatePair[];
  readonly resources: readonly ResourceChange[];
  readonly outputs: ReadonlySet<string>;
}

/**
 * The items of the templates, with all that is made anew: it is what its whole definition says, also where both templates say the
 * same of it. A condition kept it out until now, a loop makes it for one more item, or a failed operation did not make it.
 */
export function withMadeAnew(written: Items, sides: Listed): Items {
  const anew = sides.resources
    .filter(isMadeAnew)
    .map(({ stackPath, logicalId }) => `${DEFINITION} ${keyText(stackPath, logicalId)}`);
  const items = new Map(written);
  for (const name of new Set([...written.keys(), ...anew, ...unlistedAnew(sides)])) {
    const before = written.get(name)?.before ?? null;
    const text = wholeText(name, sides.wanted);
    if (text === undefined) continue;
    if (before === text) items.delete(name);
    else items.set(name, { before, after: text, how: null });
  }
  return items;
}

/** What is there now and was not, of what CloudFormation lists nothing: outputs, and resources where it does not look into a nested stack. */
function unlistedAnew(sides: Listed): readonly string[] {
  const nested = sides.pairs.filter(({ stackPath }) => stackPath.length > 0);
  const resources = sides.areNestedListed ? [] : anewIn("Resources", { ...sides, pairs: nested });
  return [
    ...anewIn("Outputs", sides).map((key) => `${OUTPUT} ${key}`),
    ...resources.map((key) => `${DEFINITION} ${key}`),
  ];
}

/** The keys of a section's entries that are there now and were not. */
function anewIn(section: Section, { pairs, outputs, deployed, wanted }: Listed): readonly string[] {
  return pairs.flatMap(({ stackPath, before, after }) => {
    if (before === undefined || after === undefined) return [];
    const [had, has] = [deployed, wanted].map((around) => existenceIn(stackPath, around));
    const isOwnOutput = section === "Outputs" && stackPath.length === 0;
    return [...(has?.(section) ?? [])].flatMap(([name, isThere]) => {
      const was = had?.(section).get(name) ?? false;
      if (isThere === false || was === true) return [];
      // Where nothing that its condition hangs on is another than until now, it stays there or away.
      const place = [section, name];
      const isNew = was === false || isTurnedOn({ stackPath, place, isOwnOutput }, { deployed, wanted });
      return isNew && !(was === "unknown" && isOwnOutput && outputs.has(name))
        ? [keyText(stackPath, name)]
        : [];
    });
  });
}

interface Conditional {
  readonly stackPath: readonly string[];
  readonly place: readonly string[];
  readonly isOwnOutput: boolean;
}

/** Whether anything that its condition hangs on is another than until now. What a secret was nobody knows. */
function isTurnedOn(
  { stackPath, place, isOwnOutput }: Conditional,
  { deployed, wanted }: Pick<Sides, "deployed" | "wanted">,
): boolean {
  const [now, then] = [wanted, deployed].map((around) => {
    const entry = valueAt(around.expanded.get(pathKey(stackPath)), place);
    const value = { Condition: isObject(entry) ? (entry.Condition ?? null) : null };
    return reachedText(reachOf({ stackPath, value }, around));
  });
  return now !== then || (isOwnOutput && now?.includes('"NoEcho"') === true);
}

type Section = "Resources" | "Outputs";

/** Tells which entries a stack has, those that loops make included, as far as their conditions can be decided. */
function existenceIn(stackPath: readonly string[], { expanded, scopes }: Surroundings) {
  const template = expanded.get(pathKey(stackPath));
  const value = template === undefined ? {} : withSpelledNumbers(template);
  const context = contextOf(value, scopes.get(pathKey(stackPath)) ?? NO_SCOPE);
  return (section: Section): ReadonlyMap<string, Truth> => {
    const entries = valueAt(template, [section]);
    return new Map(
      Object.entries(isObject(entries) ? entries : {}).map(([name, entry]) => {
        const condition = isObject(entry) ? entry.Condition : undefined;
        return [name, typeof condition === "string" ? context.condition(condition) : true];
      }),
    );
  };
}

const NO_SCOPE: Scope = { parameters: {}, pseudo: {} };

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

/** How the items of outputs begin. */
const OUTPUT = "output";

/**
 * What a template says of the resource or the output of which an item tells all.
 * @returns `undefined` for other items, and where nothing is written under its name
 */
export function wholeText(item: string, around: Surroundings): string | undefined {
  const [start, key = "", ...pointer] = item.split(" ");
  const path = key.split("/").map(unescaped);
  const named = { stackPath: path.slice(0, -1), logicalId: path.at(-1) ?? "" };
  if (pointer.length > 0) return undefined;
  if (start === DEFINITION) return definitionText(named, around);
  return start === OUTPUT ? outputText(named, around) : undefined;
}

function outputText(
  { stackPath, logicalId }: Named,
  { templates, expanded }: Surroundings,
): string | undefined {
  const path = ["Outputs", logicalId];
  const [template, made] = [templates, expanded].map((side) => side.get(pathKey(stackPath)));
  const value = valueAt(template, path) ?? valueAt(made, path);
  return value === undefined ? undefined : canonicalSpelled(value, template?.spelling, path);
}

/**
 * A resource's whole definition, with what SAM's `Globals` give it, and as its loop makes it.
 * @returns `undefined` where nothing is written under its name. What SAM makes beside a resource is that one's.
 */
function definitionText(named: Named, { templates, expanded }: Surroundings): string | undefined {
  const { stackPath, logicalId } = named;
  const template = templates.get(pathKey(stackPath));
  const own = definitionOf(named, templates);
  if (template !== undefined && own !== undefined) {
    const whole = writtenAs(logicalId, template.value);
    if (whole === own) return canonicalSpelled(own, template.spelling, ["Resources", logicalId]);
    // What is merged has other places than those whose spelling is known.
    const { Globals = null } = template.value;
    const alone = { Globals, Resources: { [logicalId]: own } };
    return canonicalJson(writtenAs(logicalId, withSpelledNumbers({ ...template, value: alone })));
  }
  const made: Json = writtenAs(logicalId, expanded.get(pathKey(stackPath))?.value);
  return isObject(made) ? canonicalJson(made) : undefined;
}

/**
 * The functions in a part of a definition that take one of several values that they hold: of those that were not taken, nothing that
 * the stack has tells.
 * @param path of the value in the template
 */
export function choicesIn(
  { stackPath, value }: Place,
  path: readonly string[],
  { expanded }: Surroundings,
): readonly Part[] {
  const spelling = expanded.get(pathKey(stackPath))?.spelling;
  return choicesOf(value, path).map((choice) =>
    partOf(
      ...([stackPath, choice.path.map(String), choice.value] as const),
      canonicalSpelled(choice.value, spelling, choice.path),
    ),
  );
}

/** The choices in a part of a resource's definition. */
export function choicesAt({ stackPath, logicalId }: Named, path: readonly string[], around: Surroundings) {
  const written = writtenAs(logicalId, around.expanded.get(pathKey(stackPath))?.value);
  const value = path.length === 0 ? written : valueIn(written, path);
  return choicesIn({ stackPath, value }, ["Resources", logicalId, ...path], around);
}

/** Tells whether anything is another that the choices in a place hang on. */
export function isTurned({ wanted, deployed }: Sides): (place: Place) => boolean {
  return ({ stackPath, value }) => {
    const choosers = choosersIn(value);
    if (choosers.length === 0 || !deployed.templates.has(pathKey(stackPath))) return false;
    const place = { stackPath, value: choosers };
    return behind(place, wanted) !== behind(place, deployed);
  };
}

/** Whether another value may be taken in a part than until now: as long as none is, what the stack has is what it will have. */
export function isOtherTaken(named: Named, path: readonly string[], sides: Sides): boolean {
  const isSecret = ({ stackPath, value }: Part) =>
    behind({ stackPath, value: choosersIn(value) }, sides.wanted)?.includes('"NoEcho"') === true;
  const isTaken = isTurned(sides);
  return choicesAt(named, path, sides.wanted).some((choice) => isTaken(choice) || isSecret(choice));
}
