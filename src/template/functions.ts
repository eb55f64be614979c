import { isObject } from "./canonical.ts";
import type { Json, JsonPath } from "./model.ts";

/** A use of `Ref`, `Condition` or `Fn::…` in a template. */
export interface FunctionUse {
  readonly name: string;
  readonly argument: Json;
  /** The path of the function's key. */
  readonly path: JsonPath;
  /** Whether it stands in a branch of an `Fn::If`, and so may never be evaluated. */
  readonly conditional: boolean;
}

/** Functions that AWS documents (intrinsic function reference and rule-specific functions). */
export const FUNCTION_NAMES = [
  "Fn::And",
  "Fn::Base64",
  "Fn::Cidr",
  "Fn::Contains",
  "Fn::EachMemberEquals",
  "Fn::EachMemberIn",
  "Fn::Equals",
  "Fn::FindInMap",
  "Fn::GetAZs",
  "Fn::GetAtt",
  "Fn::GetStackOutput",
  "Fn::If",
  "Fn::ImportValue",
  "Fn::Join",
  "Fn::Length",
  "Fn::Not",
  "Fn::Or",
  "Fn::RefAll",
  "Fn::Select",
  "Fn::Split",
  "Fn::Sub",
  "Fn::ToJsonString",
  "Fn::Transform",
  "Fn::ValueOf",
  "Fn::ValueOfAll",
  "Ref",
] as const;

/** Calls `visit` for every function in `value`, outer ones first. */
export function visitFunctions(value: Json, path: JsonPath, visit: (use: FunctionUse) => void): void {
  walk(value, path, false, visit);
}

/** The function that an object is, if it is one: a single key `Ref`, `Condition` (with text) or `Fn::…`. */
export function functionOf(value: Json): { readonly name: string; readonly argument: Json } | undefined {
  if (!isObject(value)) return undefined;
  const [entry, other] = Object.entries(value);
  if (entry === undefined || other !== undefined) return undefined;
  const [name, argument] = entry;
  const isFunction =
    name.startsWith("Fn::") || ((name === "Ref" || name === "Condition") && typeof argument === "string");
  return isFunction ? { name, argument } : undefined;
}

export interface AttributeParts {
  readonly logicalId: string | undefined;
  readonly attribute: Json;
}

/**
 * The parts of an `Fn::GetAtt` argument: logical id and attribute; `undefined` when it has neither form. Either may be
 * a function (AWS::LanguageExtensions); then the logical id is not known.
 */
export function attributeParts(argument: Json): AttributeParts | undefined {
  if (typeof argument === "string") {
    const dot = argument.indexOf(".");
    return dot > 0 ? { logicalId: argument.slice(0, dot), attribute: argument.slice(dot + 1) } : undefined;
  }
  if (!Array.isArray(argument)) return undefined;
  const [logicalId, ...rest] = argument as readonly Json[];
  const isComputed = logicalId !== undefined && functionOf(logicalId) !== undefined;
  if ((typeof logicalId !== "string" && !isComputed) || rest.length === 0) return undefined;
  const attribute = rest.every((part) => typeof part === "string") ? rest.join(".") : (rest[0] ?? null);
  return { logicalId: typeof logicalId === "string" ? logicalId : undefined, attribute };
}

function walk(value: Json, path: JsonPath, conditional: boolean, visit: (use: FunctionUse) => void): void {
  if (Array.isArray(value)) {
    value.forEach((item: Json, index) => {
      walk(item, [...path, index], conditional, visit);
    });
    return;
  }
  if (!isObject(value)) return;
  const use = functionOf(value);
  if (use !== undefined) visit({ ...use, path: [...path, use.name], conditional });
  for (const [key, member] of Object.entries(value)) {
    walk(member, [...path, key], conditional || key === "Fn::If", visit);
  }
}

/** Whether a key makes entries of what it stands among (AWS::LanguageExtensions). */
export function isLoop(key: string): boolean {
  return key.startsWith("Fn::ForEach::");
}
