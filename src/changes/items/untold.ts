import { canonicalJson, isObject } from "../../template/canonical.ts";
import { madeAlone } from "../../template/evaluate/loops.ts";
import { isLoop } from "../../template/functions.ts";
import type { Json, JsonObject, ReadTemplate } from "../../template/model.ts";
import type { ResourceChange } from "../model.ts";
import { choicesAt, choicesIn, isOtherTaken, isTurned, type Sides } from "./anew.ts";
import { listsIn, withCondition, writtenAs } from "./definitions.ts";
import {
  isShownWhole,
  isToldInPart,
  isUntold,
  leavesOutInPart,
  membersOf,
  pointerText,
  untoldParts,
  valueIn,
} from "./leftOut.ts";
import { shortened } from "./lookup.ts";
import { type Item, type Items, keyText, unescaped } from "./model.ts";
import { behind, placeOf } from "./reach.ts";
import { definitionOf, type Part, type Place, partOf, pathKey, type Surroundings } from "./references.ts";
import { unreadStack } from "./referred.ts";
import { DEFINITION, type TemplatePair } from "./templateItems.ts";

type Named = Pick<ResourceChange, "stackPath" | "logicalId">;

/** How the names of the items begin that tell what is behind a definition. */
export const VALUES = "values";

/**
 * What is behind the definitions of what is made anew, and of what CloudFormation does not tell in full: of a resource that is
 * there an item for each part that changes, so that two pull requests can change two parts of it.
 */
export function valueItems(resources: readonly ResourceChange[], sides: Sides): Items {
  const around = sides.wanted;
  return new Map(
    resources.filter(leavesOutInPart).flatMap((change) => {
      const place = placeOf(change, around.expanded);
      const key = keyText(change.stackPath, change.logicalId);
      const isDefinition = place?.stackPath.length === change.stackPath.length;
      if (!isDefinition) return place === undefined ? [] : unreadItem(change, place, around);
      const { stackPath, logicalId } = change;
      const written = writtenAs(logicalId, around.expanded.get(pathKey(stackPath))?.value);
      // What SAM makes beside another is bound as it is shown (`made`), and all that the other hangs on is not behind it.
      if (Array.isArray(written) && isShownWhole(change)) return [];
      const lists = listsIn(definitionOf(change, around.templates) ?? null);
      // What SAM makes of another resource has no names in that one's definition.
      if (isUntold(change) || Array.isArray(written)) {
        const own = choicesBeside(written, change, around);
        const whole = valueItem(key, { stackPath, value: [wholeOf(written), ...lists] }, around, own);
        return [...whole, ...chosenItems(change, written, sides)];
      }
      return untoldParts(change, written, isToldInPart).flatMap((path) => partItem(change, path, around));
    }),
  );
}

/**
 * In a nested stack whose template cannot be read anything may hang on what the stack is given, and on which template it is. Which
 * these are is told where CloudFormation does not show all of a resource, for else `made` tells it.
 */
function unreadItem(change: ResourceChange, place: Place, around: Surroundings) {
  const { stackPath, logicalId } = change;
  const outermost = [...stackPath, logicalId][place.stackPath.length] ?? "";
  const scope = { stackPath: place.stackPath, around };
  const own = isShownWhole(change) ? [] : unreadStack(outermost, scope);
  const value = [place.value, ...own.map((part) => part.value)];
  return valueItem(keyText(stackPath, logicalId), { ...place, value }, around, own);
}

/** What is made is told as a whole (`definition`); of what is there, and shown without its values, each part in which a choice is made. */
function chosenItems(change: ResourceChange, written: Json, sides: Sides) {
  if (change.action !== "Modify" || Array.isArray(written)) return [];
  return membersOf(written, [], change.type)
    .filter((path) => isOtherTaken(change, path, sides))
    .flatMap((path) => partItem(change, path, sides.wanted));
}

/** Of what SAM makes beside others, those ones' choices decide. */
function choicesBeside(written: Json, named: Named, around: Surroundings): readonly Part[] {
  return Array.isArray(written) ? choicesAt(named, [], around) : [];
}

function partItem(change: Named, path: readonly string[], around: Surroundings) {
  const key = keyText(change.stackPath, change.logicalId);
  const after = behindPart(change, path, around);
  return after === undefined ? [] : [valuesOf(`${key} ${pointerText(path)}`, after)];
}

/** What is behind a part of a definition; with the choices in it, of which only one is in effect. */
function behindPart(named: Named, path: readonly string[], around: Surroundings): string | undefined {
  const { stackPath, logicalId } = named;
  const written = writtenAs(logicalId, around.expanded.get(pathKey(stackPath))?.value);
  const part = valueIn(written, path);
  const raw = definitionOf(named, around.templates) ?? null;
  // What a loop makes for one more item was in no part until now.
  const isLooped = listsIn(valueIn(raw, path.slice(0, 2))).length > 0;
  const place = ["Resources", logicalId, ...path];
  const whole = isLooped ? [partOf(stackPath, place, part, shortened(canonicalJson(part)))] : [];
  const own = isLooped ? whole : choicesAt(named, path, around);
  return behind({ stackPath, value: [part, ...listsIn(raw)] }, around, own);
}

function wholeOf(written: Json): Json {
  return Array.isArray(written) ? (written as readonly Json[]).map(withCondition) : withCondition(written);
}

/** Sections that CloudFormation's list says nothing of, and how their entries are called in the items. */
const UNLISTED = { output: "Outputs", hook: "Hooks" } as const;

/**
 * What is behind that of which only the templates tell: outputs and hooks that change, and resources of nested stacks that
 * CloudFormation does not look into; also where another value is taken of several that are written.
 * @param written the items of the templates
 */
export function writtenItems(
  written: Items,
  resources: readonly ResourceChange[],
  pairs: readonly TemplatePair[],
  sides: Sides,
): Items {
  const { wanted } = sides;
  const listed = new Set(resources.map(({ stackPath, logicalId }) => keyText(stackPath, logicalId)));
  const isChanged = new Set([...written.keys()].map((name) => name.split(" ", 2).join(" ")));
  return new Map(
    pairs.flatMap(({ stackPath, after }) => {
      const namesIn = (section: string) =>
        [after, wanted.expanded.get(pathKey(stackPath))].flatMap((template) =>
          Object.keys(entriesIn(template, section)),
        );
      const isOpen = (logicalId: string) =>
        stackPath.length > 0 && !listed.has(keyText(stackPath, logicalId));
      const own = namesIn("Resources")
        .filter(isOpen)
        .map((logicalId) => ({ stackPath, logicalId }));
      return [
        ...own.flatMap((named) => {
          const key = keyText(stackPath, named.logicalId);
          const value = () => entryAs("Resources", named.logicalId, stackPath, wanted);
          const whole = isChanged.has(`${DEFINITION} ${key}`)
            ? valueItem(key, { stackPath, value: value() }, wanted)
            : [];
          return [...whole, ...turnedItems(named, sides)];
        }),
        ...Object.entries(UNLISTED).flatMap(([noun, section]) =>
          namesIn(section).flatMap((name) => {
            const key = `${noun} ${keyText(stackPath, name)}`;
            const value = entriesIn(wanted.expanded.get(pathKey(stackPath)), section)[name] ?? null;
            if (!isChanged.has(key) && !isTurned(sides)({ stackPath, value })) return [];
            const place = { stackPath, value: entryAs(section, name, stackPath, wanted) };
            return valueItem(key, place, wanted, choicesOfEntry(section, name, stackPath, wanted));
          }),
        ),
      ];
    }),
  );
}

/** Of a resource of which CloudFormation lists nothing, the parts in which another value is taken than until now. */
function turnedItems(named: Named, sides: Sides) {
  const { stackPath, logicalId } = named;
  const { wanted, deployed, areNestedListed } = sides;
  if (areNestedListed || !deployed.templates.has(pathKey(stackPath))) return [];
  const written = writtenAs(logicalId, wanted.expanded.get(pathKey(stackPath))?.value);
  const isTaken = isTurned(sides);
  return membersOf(written, [], "")
    .filter((path) => isTaken({ stackPath, value: valueIn(written, path) }))
    .flatMap((path) => partItem(named, path, wanted));
}

/** The choices in an output or a hook. */
function choicesOfEntry(section: string, name: string, stackPath: readonly string[], around: Surroundings) {
  const value = entriesIn(around.expanded.get(pathKey(stackPath)), section)[name] ?? null;
  return choicesIn({ stackPath, value }, [section, name], around);
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
  const entry = steps.at(-1) ?? "";
  const section = noun === "output" || noun === "hook" ? UNLISTED[noun] : "Resources";
  const named = { stackPath, logicalId: entry };
  if (isPart) return behindPart(named, rest.split("/").slice(1).map(unescaped), around) ?? null;
  const written =
    section === "Resources" ? writtenAs(entry, around.expanded.get(pathKey(stackPath))?.value) : null;
  const place = { stackPath, value: entryAs(section, entry, stackPath, around) };
  const own =
    section === "Resources"
      ? choicesBeside(written, named, around)
      : choicesOfEntry(section, entry, stackPath, around);
  return behind(place, around, own) ?? null;
}

/** What an entry of a section is, and of a loop there all that it makes; with the lists that its loops go through. */
function entryAs(section: string, name: string, stackPath: readonly string[], around: Surroundings): Json {
  const template = around.expanded.get(pathKey(stackPath));
  const written = entriesIn(around.templates.get(pathKey(stackPath)), section)[name] ?? null;
  const lists = listsIn({ [name]: written });
  if (isLoop(name)) {
    const key = pathKey(stackPath);
    const one = { [section]: { [name]: written } };
    const alone = madeAlone(around.templates.get(key)?.value ?? {}, one, around.scopes.get(key));
    return [...Object.values(entriesIn({ value: alone }, section)).map(withCondition), ...lists];
  }
  const value =
    section === "Resources"
      ? wholeOf(writtenAs(name, template?.value))
      : withCondition(entriesIn(template, section)[name] ?? null);
  return [value, ...lists];
}

function valueItem(key: string, place: Place | undefined, around: Surroundings, own: readonly Part[] = []) {
  const after = place && behind(place, around, own);
  return after === undefined ? [] : [valuesOf(key, after)];
}

function valuesOf(key: string, after: string): readonly [string, Item] {
  return [`${VALUES} ${key}`, { before: null, after, how: null }];
}
