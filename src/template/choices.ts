import { VALUE_KEYS } from "../secrets/pairKeys.ts";
import { isObject } from "./canonical.ts";
import { functionOf } from "./functions.ts";
import type { Json, JsonPath } from "./model.ts";

/** A function that takes one of several values that it holds, or an item of a list with one in it. */
export interface Choice {
  readonly path: JsonPath;
  readonly value: Json;
}

/**
 * The functions in a value that take one of several values of theirs: of those that were not taken, nothing tells that the stack has.
 * The outer ones, for what they hold is told with them; of a list an item as a whole, for what says that a value in it is a secret can
 * stand beside it (`{Name: DB_PASSWORD, Value: …}`).
 * @param path of the value
 */
export function choicesOf(value: Json, path: JsonPath): readonly Choice[] {
  if (Array.isArray(value))
    return (value as readonly Json[]).flatMap((item, index) => chosenIn(item, [...path, index]));
  if (!isObject(value)) return [];
  if (isChoice(value)) return [{ path, value }];
  const found = Object.entries(value).flatMap(([name, one]) => choicesOf(one, [...path, name]));
  // Beside a value stands what it is called.
  return found.some((one) => VALUE_KEYS.has(String(one.path[path.length]))) ? [{ path, value }] : found;
}

function chosenIn(item: Json, path: JsonPath): readonly Choice[] {
  const found = choicesOf(item, path);
  return found.length > 0 && isObject(item) ? [{ path, value: item }] : found;
}

/**
 * What decides which value the functions in a value take of several: conditions, indexes, names in mappings, functions that name what is
 * referred to (AWS::LanguageExtensions); also of those that stand elsewhere (in a mapping, a parameter's list).
 */
export function choosersIn(value: Json): readonly Json[] {
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap(choosersIn);
  if (!isObject(value)) return [];
  const { Ref: referred = null, ...beside } = value;
  if (functionOf(referred) !== undefined) return [referred, ...choosersIn(beside)];
  const { name, argument } = functionOf(value) ?? {};
  if (!Array.isArray(argument)) return Object.values(value).flatMap(choosersIn);
  const steps = argument as readonly Json[];
  switch (name) {
    case "Fn::If":
      return [{ Condition: steps[0] ?? null }, ...choosersIn(steps.slice(1))];
    case "Fn::Select":
      return [...steps.slice(0, 1).filter(isObject), ...choosersIn(steps.slice(1))];
    case "Fn::FindInMap":
      return [...namesIn(steps.slice(0, 3), steps.length > 3), ...choosersIn(steps.slice(3))];
    case "Fn::GetAtt":
      return steps.filter(isObject);
    default:
      return steps.flatMap(choosersIn);
  }
}

/** What the names in a mapping hang on. Where one that is not there has a default, the mapping decides, too. */
function namesIn(names: readonly Json[], hasDefault: boolean): readonly Json[] {
  return hasDefault ? [{ "Fn::FindInMap": names }] : names.filter(isObject);
}

function isChoice(value: Json): boolean {
  const { name, argument } = functionOf(value) ?? {};
  const steps: readonly Json[] = Array.isArray(argument) ? argument : [];
  switch (name) {
    case "Fn::If":
      return true;
    case "Fn::Select":
      // By a number that is written it takes the same one each time.
      return (
        isObject(steps[0]) && (Array.isArray(steps[1]) || functionOf(steps[1] ?? null)?.name === "Fn::Split")
      );
    case "Fn::FindInMap":
      // What it takes where the mapping has nothing. The mapping's own are parts that are told.
      return steps.length > 3;
    default:
      return false;
  }
}
