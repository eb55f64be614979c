import { validationError } from "../../aws/errors.ts";
import { canonical, isObject, objectOf } from "../json.ts";
import type { Json, JsonObject } from "../model.ts";

/** What an expression is evaluated against. */
export interface Scope {
  readonly parameters: ReadonlyMap<string, Json>;
  readonly pseudo: JsonObject;
  readonly mappings: JsonObject;
  readonly conditions: JsonObject;
  readonly ref: (logicalId: string) => Json;
  readonly getAtt: (logicalId: string, attribute: string) => Json;
  /** What another stack of the account exports under a name. */
  readonly importValue?: (name: string) => Json | undefined;
}

/** `AWS::NoValue`: the property that holds it is left out. */
const NO_VALUE = Symbol("AWS::NoValue");
type Value = Json | typeof NO_VALUE;

/** Resolves every intrinsic function within an expression; null when it comes to `AWS::NoValue`. */
export function evaluate(expression: Json, scope: Scope): Json {
  const value = resolve(expression, scope);
  return value === NO_VALUE ? null : value;
}

export function evaluateObject(expression: JsonObject, scope: Scope): JsonObject {
  return objectOf(evaluate(expression, scope));
}

export function conditionHolds(name: string, scope: Scope): boolean {
  const condition = scope.conditions[name];
  if (condition === undefined) {
    throw validationError(`Template format error: Unresolved condition dependency ${name}`);
  }
  return holds(condition, scope);
}

function resolve(expression: Json, scope: Scope): Value {
  if (Array.isArray(expression)) {
    return expression.map((item) => resolve(item, scope)).filter((item) => item !== NO_VALUE);
  }
  if (!isObject(expression)) return expression;
  const [name = "", ...others] = Object.keys(expression);
  const intrinsic = others.length === 0 ? INTRINSICS[name] : undefined;
  if (intrinsic) return intrinsic(expression[name] ?? null, scope);
  const entries = Object.entries(expression).map(([key, item]) => [key, resolve(item, scope)] as const);
  return Object.fromEntries(entries.filter((entry): entry is [string, Json] => entry[1] !== NO_VALUE));
}

type Intrinsic = (argument: Json, scope: Scope) => Value;

const INTRINSICS: Readonly<Record<string, Intrinsic>> = {
  Ref: (name, scope) => reference(String(name), scope),
  "Fn::GetAtt": (argument, scope) => {
    const [target, ...attribute] =
      typeof argument === "string" ? argument.split(".") : items(argument, scope);
    return scope.getAtt(String(target), attribute.map(String).join("."));
  },
  "Fn::Sub": sub,
  "Fn::Join": (argument, scope) => {
    const [delimiter, values] = items(argument, scope);
    return items(values ?? null, scope)
      .map(asText)
      .join(String(delimiter));
  },
  "Fn::Select": (argument, scope) => {
    const [index, values] = items(argument, scope);
    const list = items(values ?? null, scope);
    const picked = list[Number(index)];
    if (picked === undefined) {
      throw validationError(`Template error: Fn::Select cannot select nonexistent value at index ${index}`);
    }
    return picked;
  },
  "Fn::Split": (argument, scope) => {
    const [delimiter, value] = items(argument, scope);
    return String(value).split(String(delimiter));
  },
  "Fn::If": (argument, scope) => {
    const [condition, yes, no] = Array.isArray(argument) ? (argument as readonly Json[]) : [];
    return resolve((conditionHolds(String(condition), scope) ? yes : no) ?? null, scope);
  },
  "Fn::FindInMap": findInMap,
  "Fn::GetAZs": (argument, scope) => {
    const region = String(evaluate(argument, scope) || scope.pseudo["AWS::Region"]);
    return ["a", "b", "c"].map((zone) => `${region}${zone}`);
  },
  "Fn::Base64": (argument, scope) => Buffer.from(String(evaluate(argument, scope))).toString("base64"),
  "Fn::ToJsonString": (argument, scope) => JSON.stringify(evaluate(argument, scope)),
  "Fn::Length": (argument, scope) => items(argument, scope).length,
  "Fn::ImportValue": (argument, scope) => {
    const name = String(evaluate(argument, scope));
    const value = scope.importValue?.(name);
    if (value === undefined) throw validationError(`No export named ${name} found.`);
    return value;
  },
  "Fn::Equals": (argument, scope) => holds({ "Fn::Equals": argument }, scope),
  "Fn::And": (argument, scope) => holds({ "Fn::And": argument }, scope),
  "Fn::Or": (argument, scope) => holds({ "Fn::Or": argument }, scope),
  "Fn::Not": (argument, scope) => holds({ "Fn::Not": argument }, scope),
};

function holds(condition: Json, scope: Scope): boolean {
  if (typeof condition === "boolean") return condition;
  const [name = "", argument = null] = Object.entries(objectOf(condition))[0] ?? [];
  const parts = Array.isArray(argument) ? (argument as readonly Json[]) : [];
  switch (name) {
    case "Condition":
      return conditionHolds(String(argument), scope);
    case "Fn::Equals": {
      const [left, right] = parts.map((part) => canonical(textual(evaluate(part, scope))));
      return left === right;
    }
    case "Fn::And":
      return parts.every((part) => holds(part, scope));
    case "Fn::Or":
      return parts.some((part) => holds(part, scope));
    case "Fn::Not":
      return parts[0] !== undefined && !holds(parts[0], scope);
    default:
      throw validationError(`Template error: ${name} is not a condition function`);
  }
}

function reference(name: string, scope: Scope): Value {
  if (name === "AWS::NoValue") return NO_VALUE;
  return scope.parameters.get(name) ?? scope.pseudo[name] ?? scope.ref(name);
}

function sub(argument: Json, scope: Scope): Value {
  const [pattern, variables] = Array.isArray(argument) ? (argument as readonly Json[]) : [argument];
  const own = objectOf(variables);
  return String(pattern).replace(/\$\{(!?)([^}]*)\}/g, (_, literal: string, inner: string) => {
    if (literal) return `\${${inner}}`;
    const name = inner.trim();
    const given = own[name];
    if (given !== undefined) return asText(evaluate(given, scope));
    if (name.includes(".") && !name.startsWith("AWS::")) {
      const dot = name.indexOf(".");
      return asText(scope.getAtt(name.slice(0, dot), name.slice(dot + 1)));
    }
    const value = reference(name, scope);
    return value === NO_VALUE ? "" : asText(value);
  });
}

function findInMap(argument: Json, scope: Scope): Value {
  const [map, top, second, options] = items(argument, scope);
  const found = objectOf(objectOf(scope.mappings[String(map)])[String(top)])[String(second)];
  const fallback = objectOf(options).DefaultValue;
  if (found !== undefined) return found;
  if (fallback !== undefined) return fallback;
  throw validationError(
    `Template error: Unable to get mapping for ${String(map)}::${String(top)}::${String(second)}`,
  );
}

function items(argument: Json, scope: Scope): readonly Json[] {
  const value = evaluate(argument, scope);
  if (Array.isArray(value)) return value;
  return typeof value === "string" ? value.split(",") : [value];
}

function asText(value: Json): string {
  return Array.isArray(value)
    ? value.map(asText).join(",")
    : isObject(value)
      ? JSON.stringify(value)
      : String(value);
}

function textual(value: Json): Json {
  return typeof value === "number" || typeof value === "boolean" ? String(value) : value;
}
