import { isObject } from "../canonical.ts";
import { functionOf } from "../functions.ts";
import type { Json, JsonObject } from "../model.ts";
import { type Evaluated, type Scope, type Truth, UNKNOWN } from "./evaluated.ts";
import { intrinsics } from "./functions.ts";

export interface Context {
  readonly template: JsonObject;
  readonly scope: Scope;
  /** Decides a condition by its name. */
  readonly condition: (name: string) => Truth;
  /** Whether a text of that many characters may still be made. */
  readonly hasRoom: (characters: number) => boolean;
}

/** `Ref: AWS::NoValue`, which takes the member or item away in which it stands. */
const NO_VALUE = Object.freeze({ "AWS::NoValue": true });

/** Evaluates any value of the template. */
export function evaluateValue(context: Context, value: Json): Evaluated {
  if (Array.isArray(value)) {
    return value.map((item: Json) => evaluateValue(context, item)).filter((item) => !isNoValue(item));
  }
  if (!isObject(value)) return value;
  const use = functionOf(value);
  if (use !== undefined) return call(context, use.name, use.argument);
  const members = Object.entries(value).map(
    ([key, member]) => [key, evaluateValue(context, member)] as const,
  );
  // Macros write their keys beside others; what they will make of the object, nobody knows yet.
  if (members.some(([key]) => key === "Fn::Transform" || key.startsWith("Fn::ForEach"))) return UNKNOWN;
  return Object.fromEntries(members.filter(([, member]) => !isNoValue(member)));
}

/** Whether evaluation gave `AWS::NoValue`. */
export function isNoValue(value: Evaluated): boolean {
  return value === NO_VALUE;
}

/** A condition's value as truth; CloudFormation takes booleans and their text. */
export function truthOf(value: Evaluated): Truth {
  if (value === true || value === "true") return true;
  return value === false || value === "false" ? false : "unknown";
}

function call(context: Context, name: string, argument: Json): Evaluated {
  if (name === "Ref") return reference(context, String(argument));
  if (name === "Condition") return namedCondition(context, String(argument));
  const intrinsic = Object.hasOwn(intrinsics, name) ? intrinsics[name] : undefined;
  if (intrinsic === undefined) return UNKNOWN;
  return intrinsic(argument, {
    evaluate: (value) => evaluateValue(context, value),
    reference: (target) => reference(context, target),
    condition: context.condition,
    hasRoom: context.hasRoom,
    mappings: isObject(context.template.Mappings) ? context.template.Mappings : {},
  });
}

/** Outside Conditions an object `{"Condition": "text"}` is a property like any other. */
function namedCondition(context: Context, name: string): Evaluated {
  const conditions = context.template.Conditions;
  if (!isObject(conditions) || !Object.hasOwn(conditions, name)) return { Condition: name };
  const truth = context.condition(name);
  return truth === "unknown" ? UNKNOWN : truth;
}

function reference(context: Context, name: string): Evaluated {
  if (name === "AWS::NoValue") return NO_VALUE;
  if (name.startsWith("AWS::")) return own(context.scope.pseudo, name) ?? UNKNOWN;
  const declarations = context.template.Parameters;
  const declaration = isObject(declarations) ? declarations[name] : undefined;
  const value = own(context.scope.parameters, name);
  if (!isObject(declaration) || value === undefined) return UNKNOWN;
  const type = String(declaration.Type);
  // The value names an SSM parameter; what it holds is read by CloudFormation.
  if (type.startsWith("AWS::SSM::Parameter::Value")) return UNKNOWN;
  const isList = type === "CommaDelimitedList" || type.startsWith("List<");
  return isList ? value.split(",").map((item) => item.trim()) : value;
}

function own(values: Readonly<Record<string, string | undefined>>, name: string): string | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}
