import { isObject, minify } from "../canonical.ts";
import type { Json, JsonObject } from "../model.ts";
import { subPieces } from "../subText.ts";
import { cidrBlocks } from "./cidr.ts";
import {
  both,
  type Evaluated,
  either,
  isEvaluatedObject,
  known,
  not,
  same,
  type Truth,
  textOf,
  UNKNOWN,
} from "./evaluated.ts";

/** What a function may ask of the template around it. */
interface Surroundings {
  readonly evaluate: (value: Json) => Evaluated;
  readonly reference: (name: string) => Evaluated;
  readonly condition: (name: string) => Truth;
  readonly mappings: JsonObject;
  /** Whether a text of that many characters may still be made; see `contextOf`. */
  readonly hasRoom: (characters: number) => boolean;
}

type Intrinsic = (argument: Json, around: Surroundings) => Evaluated;

/** The functions that can be evaluated without AWS; the others (Fn::GetAtt, Fn::ImportValue, …) are unknown. */
export const intrinsics: Readonly<Record<string, Intrinsic>> = {
  "Fn::And": (argument, around) => value(truths(argument, around).reduce(both, true)),
  "Fn::Or": (argument, around) => value(truths(argument, around).reduce(either, false)),
  "Fn::Not": (argument, around) => value(not(truths(argument, around)[0] ?? "unknown")),
  "Fn::Equals": (argument, around) => {
    const [left, right] = items(around.evaluate(argument));
    return left === undefined || right === undefined ? UNKNOWN : value(same(left, right));
  },
  "Fn::If": choose,
  "Fn::FindInMap": findInMap,
  "Fn::Join": join,
  "Fn::Select": select,
  "Fn::Split": split,
  "Fn::Sub": substitute,
  "Fn::Base64": (argument, around) => {
    const text = textOf(around.evaluate(argument));
    if (text === UNKNOWN || !around.hasRoom(text.length * 2)) return UNKNOWN;
    return Buffer.from(text, "utf8").toString("base64");
  },
  "Fn::Cidr": (argument, around) => {
    const [block, count, bits] = items(around.evaluate(argument)).map(textOf);
    if (typeof block !== "string" || typeof count !== "string" || typeof bits !== "string") return UNKNOWN;
    return cidrBlocks(block, Number(count), Number(bits)) ?? UNKNOWN;
  },
  "Fn::Length": (argument, around) => {
    const list = around.evaluate(argument);
    return Array.isArray(list) ? list.length : UNKNOWN;
  },
  "Fn::ToJsonString": (argument, around) => {
    const whole = known(around.evaluate(argument));
    const text = whole === undefined ? undefined : minify(whole);
    return text === undefined || !around.hasRoom(text.length) ? UNKNOWN : text;
  },
};

function choose(argument: Json, { evaluate, condition }: Surroundings): Evaluated {
  const [name, yes, no] = jsonItems(argument);
  if (typeof name !== "string" || yes === undefined || no === undefined) return UNKNOWN;
  const truth = condition(name);
  if (truth !== "unknown") return evaluate(truth ? yes : no);
  const left = evaluate(yes);
  const right = evaluate(no);
  return same(left, right) === true ? left : UNKNOWN;
}

function findInMap(argument: Json, { evaluate, mappings }: Surroundings): Evaluated {
  const [name, key, attribute] = jsonItems(argument).map((part) => textOf(evaluate(part)));
  const options = jsonItems(argument)[3];
  if (typeof name !== "string" || typeof key !== "string" || typeof attribute !== "string") return UNKNOWN;
  const found = member(member(mappings[name], key), attribute);
  // "You can't include … intrinsic functions in the Mappings section": what is found is a value, or no template.
  if (found !== undefined) return isObject(found) ? UNKNOWN : found;
  const fallback = member(options, "DefaultValue");
  return fallback === undefined ? UNKNOWN : evaluate(fallback);
}

function join(argument: Json, { evaluate, hasRoom }: Surroundings): Evaluated {
  const [delimiter, list] = items(evaluate(argument));
  if (typeof delimiter !== "string" || !Array.isArray(list)) return UNKNOWN;
  return joined(items(list).map(textOf), delimiter, hasRoom);
}

function joined(
  texts: readonly (string | typeof UNKNOWN)[],
  delimiter: string,
  hasRoom: Surroundings["hasRoom"],
): Evaluated {
  if (!texts.every((text) => text !== UNKNOWN)) return UNKNOWN;
  const length = texts.reduce((sum, text) => sum + text.length + delimiter.length, 0);
  return hasRoom(length) ? texts.join(delimiter) : UNKNOWN;
}

function select(argument: Json, { evaluate }: Surroundings): Evaluated {
  const [first, second] = jsonItems(argument);
  if (first === undefined || second === undefined) return UNKNOWN;
  const index = textOf(evaluate(first));
  const list = evaluate(second);
  if (typeof index !== "string" || !/^\d+$/.test(index) || !Array.isArray(list)) return UNKNOWN;
  return list[Number(index)] ?? UNKNOWN;
}

function split(argument: Json, { evaluate, hasRoom }: Surroundings): Evaluated {
  const [delimiter, source] = items(evaluate(argument));
  const text = textOf(source);
  if (typeof delimiter !== "string" || delimiter === "" || text === UNKNOWN) return UNKNOWN;
  return hasRoom(text.length) ? text.split(delimiter) : UNKNOWN;
}

function substitute(argument: Json, { evaluate, reference, hasRoom }: Surroundings): Evaluated {
  const [text, given] = Array.isArray(argument) ? jsonItems(argument) : [argument];
  if (typeof text !== "string") return UNKNOWN;
  const variables = isObject(given) ? given : {};
  // A variable that is used many times is evaluated once: it may hold an Fn::Sub like this one.
  const evaluated = new Map<string, string | typeof UNKNOWN>();
  const texts = subPieces(text).map((piece) => {
    if (piece.kind === "text") return piece.text;
    const variable = Object.hasOwn(variables, piece.name) ? variables[piece.name] : undefined;
    const value =
      evaluated.get(piece.name) ??
      textOf(variable === undefined ? reference(piece.name) : evaluate(variable));
    evaluated.set(piece.name, value);
    return value;
  });
  return joined(texts, "", hasRoom);
}

function truths(argument: Json, { evaluate }: Surroundings): readonly Truth[] {
  // No condition at all is no template: `reduce` alone would make true or false of it.
  const given = jsonItems(argument);
  if (given.length === 0) return ["unknown"];
  return given.map((item) => {
    const truth = evaluate(item);
    if (truth === true || truth === "true") return true;
    return truth === false || truth === "false" ? false : "unknown";
  });
}

function value(truth: Truth): Evaluated {
  return truth === "unknown" ? UNKNOWN : truth;
}

function items(list: Evaluated): readonly Evaluated[] {
  return Array.isArray(list) ? list : [];
}

function jsonItems(list: Json): readonly Json[] {
  return Array.isArray(list) ? list : [];
}

function member(object: Json | undefined, key: string): Json | undefined {
  return isObject(object) && Object.hasOwn(object, key) ? object[key] : undefined;
}

/** Whether an evaluated value is a list that holds `wanted`; unknown items may be it. */
export function contains(list: Evaluated, wanted: Evaluated): Truth {
  if (!Array.isArray(list)) return isEvaluatedObject(list) ? false : "unknown";
  return list.map((item: Evaluated) => same(item, wanted)).reduce(either, false);
}
