import { isObject } from "../../template/canonical.ts";
import { holdsMadeNames } from "../../template/elsewhere.ts";
import { isLoop } from "../../template/functions.ts";
import { hangsOnMore } from "../../template/macros.ts";
import type { Json, JsonObject } from "../../template/model.ts";
import { KNOWN_AFTER_APPLY, type ResourceChange } from "../model.ts";
import { givenBeside, writtenAs } from "./definitions.ts";
import type { Target } from "./expanded.ts";
import { LEAST_CUT, ofSam } from "./leftOut.ts";
import { reachOf } from "./reach.ts";
import { pathKey, type Surroundings, surroundings, wantedTemplates } from "./references.ts";
import type { ParameterValue } from "./requestItems.ts";
import type { TemplatePair } from "./templateItems.ts";

/** Dynamic references to SSM parameters without a version: what they stand for is decided when CloudFormation reads them. */
export interface OpenReferences {
  /** Names that can be looked up. */
  readonly names: readonly string[];
  /** Resources whose references hold a function or a variable: what they name only CloudFormation knows. */
  readonly unknown: readonly string[];
}

/** What may hold a reference. */
export interface ReferenceSources {
  /** Those of the tree, the root's first. */
  readonly templates: readonly TemplatePair[];
  readonly changes: readonly ResourceChange[];
  /** What mappings are asked for, and lists of loops: of other regions' entries nothing is read. */
  readonly target: Target;
  /** The values that the parameters will have: a reference in one stands wherever the parameter is referred to. */
  readonly values: readonly ParameterValue[];
  /** Whether CloudFormation lists what changes inside of nested stacks. */
  readonly areNestedListed: boolean;
}

/** The texts in which a resource's references are looked for. */
interface Place {
  readonly logicalId: string;
  readonly defined: readonly string[];
  /** As CloudFormation shows them, functions worked out; none where it leaves the values out. */
  readonly told: readonly string[];
}

/** A reference without a version, and the name in it. */
const OPEN = /\{\{resolve:ssm:([\w./-]+)\}\}/g;
const COMPLETE = /\{\{resolve:ssm:[\w./-]+(?::\d+)?\}\}/g;
/** What begins one, in whatever pieces it goes on. `ssm-secure` and `secretsmanager` are meant to give another value each time. */
const BEGINNING = /\{\{resolve:(?!ssm-secure:|secretsmanager:)/g;

/**
 * The open references of the resources that a change set makes or changes; of the others CloudFormation reads none.
 * They need not stand in the definition: a parameter, a mapping or a macro can bring them, and functions put them together.
 */
export function openReferences(sources: ReferenceSources): OpenReferences {
  const places = [...listed(sources), ...unlisted(sources)];
  const names = places.flatMap(({ defined, told }) =>
    [...defined, ...told].flatMap((text) => [...text.matchAll(OPEN)].map(([, name = ""]) => name)),
  );
  const unknown = places.filter(isUnknown).map(({ logicalId }) => logicalId);
  return { names: [...new Set(names)].sort(), unknown: [...new Set(unknown)].sort() };
}

function listed({ templates, changes, target, values }: ReferenceSources): readonly Place[] {
  const around = surroundings(wantedTemplates(templates), values, target);
  return changes
    .filter(({ action }) => action !== "Remove")
    .map((change) => {
      const { stackPath, logicalId, after } = change;
      const written = writtenAs(logicalId, around.expanded.get(pathKey(stackPath))?.value);
      const told = textsIn(shownOf(change, Array.isArray(written)));
      const isShown = after !== undefined && told.every(isTold);
      // What SAM makes beside a resource has some of that one's definition, and what it has is shown.
      const defined = isShown
        ? textsIn(Array.isArray(written) ? null : written)
        : taken(change, written, around);
      return { logicalId, defined, told };
    });
}

/** What CloudFormation shows: of what SAM makes beside a resource, without what can only be a reference of SAM's own. */
function shownOf({ after = null, details, type }: ResourceChange, isBeside: boolean): Json {
  const own = isBeside ? ofSam(type) : undefined;
  const properties = isObject(after) && isObject(after.Properties) ? after.Properties : {};
  const others = Object.entries(properties).filter(([name]) => name !== own);
  const listed = details.filter(({ name }) => own === undefined || name !== own);
  return [
    own === undefined || !isObject(after) ? after : { ...after, Properties: Object.fromEntries(others) },
    ...listed.map((detail) => detail.after ?? null),
  ];
}

function isTold(text: string): boolean {
  return text.length < LEAST_CUT && !text.includes(KNOWN_AFTER_APPLY);
}

/** Where nobody shows what its functions give, what a definition says and refers to is all that is known. */
function taken({ stackPath }: ResourceChange, written: Json, around: Surroundings): readonly string[] {
  const template = around.expanded.get(pathKey(stackPath))?.value ?? {};
  const value = written === null ? loopsIn(template) : givenBeside(written);
  const parts = reachOf({ stackPath, value }, around);
  const reached = parts.flatMap((part) => (part.value === null ? [part.text] : textsIn(part.value)));
  // A function name can be any of it.
  const isAny =
    written === null ||
    isMade(template, [value, ...parts.map((part) => part.value)]) ||
    holdsMadeNames(value);
  const given = isAny
    ? [...around.values.map((parameter) => parameter.value), ...textsIn(template.Mappings ?? null)]
    : [];
  return [...textsIn(value), ...reached, ...given];
}

/**
 * Whether a macro may put anything into values: one in them, and one at the top or among the resources, which is given all that stands
 * beside it. One in another resource makes that one.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-macros-author.html
 */
function isMade(
  { Transform = null, "Fn::Transform": top = null, Resources }: JsonObject,
  values: Json,
): boolean {
  const beside = isObject(Resources) ? (Resources["Fn::Transform"] ?? null) : null;
  return hangsOnMore({ Transform: [Transform, top, beside], values });
}

/** What is written under no name of its own, a loop may make whose list is not known here. */
function loopsIn({ Resources }: JsonObject): Json {
  return Object.entries(isObject(Resources) ? Resources : {}).flatMap(([key, loop]) =>
    isLoop(key) ? [loop] : [],
  );
}

/** What is in nested stacks whose changes nobody lists: all of it may change. */
function unlisted({ templates, values, areNestedListed }: ReferenceSources): readonly Place[] {
  return templates
    .filter(({ stackPath, after }) => !areNestedListed && stackPath.length > 0 && after !== undefined)
    .map(({ stackPath, after }) => ({
      logicalId: stackPath.at(-1) ?? "",
      defined: [...textsIn(after?.value ?? null), ...values.map(({ value }) => value)],
      told: [],
    }));
}

/** Whether a reference is put together from pieces, and CloudFormation does not show what comes of it. */
function isUnknown({ defined, told }: Place): boolean {
  const isWhole = (text: string) => count(text, BEGINNING) === count(text, COMPLETE);
  if (defined.every(isWhole)) return false;
  const isShown = told.some((text) => count(text, COMPLETE) > 0) && told.every(isWhole);
  return !isShown || told.includes(KNOWN_AFTER_APPLY);
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function textsIn(value: Json): readonly string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap(textsIn);
  return isObject(value) ? Object.values(value).flatMap(textsIn) : [];
}
