import { isObject } from "../canonical.ts";
import { functionOf } from "../functions.ts";
import type { Json, JsonObject, ReadTemplate } from "../model.ts";
import { withSpelledNumbers } from "../scalarText.ts";
import { contextOf } from "./context.ts";
import {
  type Evaluated,
  type EvaluatedObject,
  isEvaluatedObject,
  type Scope,
  type Truth,
  UNKNOWN,
} from "./evaluated.ts";
import { type Context, evaluateValue, isNoValue } from "./value.ts";

export { type Evaluated, type EvaluatedObject, type Scope, type Truth, UNKNOWN } from "./evaluated.ts";
export { evaluateRules } from "./rules.ts";

export interface EvaluatedResource {
  readonly logicalId: string;
  readonly type: string;
  /** `unknown` when its condition cannot be decided; resources that will not exist are not listed. */
  readonly exists: true | "unknown";
  readonly properties: EvaluatedObject;
}

export interface EvaluatedOutput {
  readonly name: string;
  readonly exists: true | "unknown";
  readonly value: Evaluated;
}

export interface EvaluatedTemplate {
  readonly resources: readonly EvaluatedResource[];
  readonly conditions: Readonly<Record<string, Truth>>;
  readonly outputs: readonly EvaluatedOutput[];
}

/**
 * Evaluates a checked template as far as it can be known without AWS: conditions, mappings, intrinsic functions.
 * Whatever hangs on AWS or on an unknown parameter is `UNKNOWN` (a symbol, compared with `===`), a part of a list or
 * object at a time. What `AWS::NoValue` removes is gone. `Fn::ForEach` and macros are not expanded. Values of
 * `NoEcho` parameters go where the template uses them: leave them out of `scope` when the result is shown.
 */
export function evaluateTemplate(source: ReadTemplate, scope: Scope): EvaluatedTemplate {
  const template = withSpelledNumbers(source);
  const context = contextOf(template, scope);
  const names = entries(template.Conditions).map(([name]) => name);
  const conditions = Object.fromEntries(names.map((name) => [name, context.condition(name)]));
  return {
    resources: entries(template.Resources).flatMap(([logicalId, resource]) =>
      evaluateResource(context, logicalId, resource),
    ),
    conditions,
    outputs: entries(template.Outputs).flatMap(([name, output]) => evaluateOutput(context, name, output)),
  };
}

function evaluateResource(context: Context, logicalId: string, resource: Json): readonly EvaluatedResource[] {
  if (!isObject(resource) || typeof resource.Type !== "string") return [];
  const exists = existence(context, resource);
  if (exists === false) return [];
  const properties = evaluateValue(context, resource.Properties ?? {});
  const known = isEvaluatedObject(properties) ? properties : {};
  return [{ logicalId, type: resource.Type, exists, properties: known }];
}

function evaluateOutput(context: Context, name: string, output: Json): readonly EvaluatedOutput[] {
  if (!isObject(output) || output.Value === undefined) return [];
  const exists = existence(context, output);
  if (exists === false) return [];
  const value = evaluateValue(context, output.Value);
  return [{ name, exists, value: isNoValue(value) ? UNKNOWN : value }];
}

function existence(context: Context, entry: JsonObject): Truth {
  return typeof entry.Condition === "string" ? context.condition(entry.Condition) : true;
}

function entries(section: Json | undefined): readonly (readonly [string, Json])[] {
  return isObject(section) && functionOf(section) === undefined ? Object.entries(section) : [];
}
