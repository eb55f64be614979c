import { NAME_KEYS, VALUE_KEYS } from "../secrets/pairKeys.ts";
import { isObject } from "../template/canonical.ts";
import { functionOf } from "../template/functions.ts";
import type { Json, JsonObject } from "../template/model.ts";
import { KNOWN_AFTER_APPLY } from "./model.ts";
import { propertiesOf } from "./resourceState.ts";

/** An object that gives its value a name. */
export interface Pair {
  /** Every name that it gives; of one that a function makes what is written in it. */
  readonly names: readonly string[];
  /** Whether that is all of its name. */
  readonly isWhole: boolean;
  /** Whether it is said where the value comes from. */
  readonly isFrom: boolean;
}

/** The name that an object gives to its value; `undefined` where it gives none. */
export function pairOf(object: JsonObject): Pair | undefined {
  const given = NAME_KEYS.flatMap((key) => (Object.hasOwn(object, key) ? [object[key] ?? null] : []));
  const texts = given.filter((it) => typeof it === "string");
  const made = given.filter((it) => functionOf(it) !== undefined);
  if (texts.length === 0 && made.length === 0) return undefined;
  const isWhole = made.length === 0 && !texts.some((text) => text.includes(KNOWN_AFTER_APPLY));
  return { names: [...texts, ...made.flatMap(written)], isWhole, isFrom: object.ValueFrom !== undefined };
}

export function isNameKey(key: string): boolean {
  return NAME_KEYS.includes(key);
}

/** What is written out in a name that `Fn::Sub` or `Fn::Join` makes: `${Prefix}_PASSWORD` is one, whatever is before it. */
function written(name: Json): readonly string[] {
  const { name: called, argument } = functionOf(name) ?? {};
  if (called !== "Fn::Sub" && called !== "Fn::Join") return [];
  const [first, second] = Array.isArray(argument) ? (argument as readonly Json[]) : [argument ?? null];
  if (called === "Fn::Sub") return typeof first === "string" ? [first] : [];
  const parts = Array.isArray(second) ? second.filter((part) => typeof part === "string") : [];
  return typeof first === "string" ? [parts.join(first || "")] : [];
}

/** What names the value at a place of a resource. */
export interface Naming {
  readonly names: readonly string[];
  /** Whether the objects on the way to it are there. */
  readonly isFound: boolean;
  /** Whether more may name it: its place in a list, or a name, hangs on what only CloudFormation works out. */
  readonly isOpen: boolean;
}

/**
 * What names the value at a place, by the objects that lead there: CloudFormation lists a change inside of a list by its index
 * (`/Properties/Environment/0/Value`), and what it is called stands beside it.
 * @param form the resource as a context or a template has it; no object where nobody can tell, or AWS cut it
 * @param steps the place's JSON pointer, step by step: `Properties`, `Environment`, `0`, `Value`
 */
export function namingOf(form: Json, steps: readonly string[]): Naming {
  const [first = "", ...rest] = steps;
  if (!isObject(form)) return { names: [], isFound: false, isOpen: true };
  if (Object.hasOwn(form, first)) return alongTheWay(form, steps);
  // A context may have the properties alone, and places of tags begin with `Tags`.
  return alongTheWay(propertiesOf(form) ?? null, first === "Properties" ? rest : steps);
}

/** Whether a place is one that something beside it may name. */
export function mayBeNamed(steps: readonly string[]): boolean {
  return steps.some((step) => VALUE_KEYS.has(step));
}

function alongTheWay(form: Json, steps: readonly string[]): Naming {
  const names: string[] = [];
  let [isFound, isOpen] = [true, false];
  let nodes: readonly Json[] = branches(form);
  const end = steps.findLastIndex((step) => VALUE_KEYS.has(step));
  for (const step of steps.slice(0, end + 1)) {
    isOpen ||= nodes.some((node) => isMade(node, step));
    if (VALUE_KEYS.has(step)) {
      const objects = nodes.filter((node) => isObject(node) && !isMade(node, step)) as readonly JsonObject[];
      isFound &&= objects.length > 0;
      for (const pair of objects.map(pairOf)) {
        names.push(...(pair?.names ?? []));
        isOpen ||= pair?.isWhole === false;
      }
    }
    nodes = nodes.flatMap((node) => below(node, step)).flatMap(branches);
  }
  return { names, isFound, isOpen };
}

/** Whether only CloudFormation knows what is there. */
function isMade(node: Json, step: string): boolean {
  return functionOf(node) !== undefined && !(isObject(node) && Object.hasOwn(node, step));
}

/** What is at a step: all items of a list whose items' places hang on conditions. */
function below(node: Json, step: string): readonly Json[] {
  if (Array.isArray(node)) {
    const items = node as readonly Json[];
    const item = items[Number(step)];
    if (items.some((it) => functionOf(it) !== undefined)) return items;
    return item === undefined ? [] : [item];
  }
  return isObject(node) && Object.hasOwn(node, step) ? [node[step] ?? null] : [];
}

/** What an `Fn::If` may become; anything else is itself. */
function branches(node: Json): readonly Json[] {
  const { name, argument } = functionOf(node) ?? {};
  if (name === "Ref" && argument === "AWS::NoValue") return [];
  if (name !== "Fn::If" || !Array.isArray(argument)) return [node];
  return (argument as readonly Json[]).slice(1).flatMap(branches);
}
