import { validationError } from "../../aws/errors.ts";
import type { Json, JsonObject, Parameter } from "../model.ts";
import type { Template } from "./template.ts";

/** A parameter as a caller gives it. */
export interface GivenParameter {
  readonly key: string;
  readonly value: string | undefined;
  readonly usePrevious: boolean;
}

/**
 * The value of every parameter that the template declares: given, previous, or default.
 * Throws CloudFormation's own ValidationErrors for unknown, missing and invalid ones.
 */
export function resolveParameters(
  template: Template,
  given: readonly GivenParameter[],
  previous: readonly Parameter[],
  parameterStore: ReadonlyMap<string, string> = new Map(),
): Parameter[] {
  const declared = Object.keys(template.parameters);
  const unknown = given.map(({ key }) => key).filter((key) => !declared.includes(key));
  if (unknown.length > 0) {
    throw validationError(`Parameters: [${unknown.join(", ")}] do not exist in the template`);
  }
  const resolved = declared.map((key) => ({ key, value: valueFor(key, template, given, previous) }));
  const missing = resolved.filter(({ value }) => value === undefined).map(({ key }) => key);
  if (missing.length > 0) throw validationError(`Parameters: [${missing.join(", ")}] must have values`);
  return resolved.map(({ key, value = "" }) => {
    const declaration = template.parameters[key] ?? {};
    checkValue(key, value, declaration);
    const stored = String(declaration.Type).startsWith("AWS::SSM::Parameter::Value<")
      ? parameterStore.get(value)
      : undefined;
    const noEcho = String(declaration.NoEcho) === "true";
    return { key, value, noEcho, ...(stored === undefined ? {} : { resolved: stored }) };
  });
}

/** What `Ref` of each parameter gives: lists for list types; asterisks for `NoEcho` ones when `masked`. */
export function parameterValues(
  template: Template,
  parameters: readonly Parameter[],
  masked: boolean,
): Map<string, Json> {
  return new Map(
    parameters.map(({ key, value, noEcho, resolved = value }) => {
      const shown = masked && noEcho ? "****" : resolved;
      const type = String(template.parameters[key]?.Type ?? "String");
      const isList = type === "CommaDelimitedList" || type.includes("List<");
      return [key, isList ? shown.split(",").map((item) => item.trim()) : shown];
    }),
  );
}

function valueFor(
  key: string,
  template: Template,
  given: readonly GivenParameter[],
  previous: readonly Parameter[],
): string | undefined {
  const own = given.find((parameter) => parameter.key === key);
  if (own && !own.usePrevious) return own.value ?? "";
  if (own) {
    const before = previous.find((parameter) => parameter.key === key);
    if (before) return before.value;
    throw validationError(
      `Invalid input for parameter key ${key}. Cannot specify usePreviousValue as true for a parameter key not in the previous template`,
    );
  }
  const fallback = template.parameters[key]?.Default;
  return fallback === undefined ? undefined : String(fallback);
}

function checkValue(key: string, value: string, declaration: JsonObject): void {
  const problem = problemWith(key, value, declaration);
  if (!problem) return;
  const described = declaration.ConstraintDescription;
  throw validationError(
    described === undefined ? problem : `Parameter ${key} failed to satisfy constraint: ${String(described)}`,
  );
}

function problemWith(key: string, value: string, declaration: JsonObject): string | undefined {
  const { AllowedValues, AllowedPattern, Type } = declaration;
  // "For a CommaDelimitedList: each value in the list."
  const isList = Type === "CommaDelimitedList" || String(Type).startsWith("List<");
  const items = isList ? value.split(",").map((item) => item.trim()) : [value];
  if (Array.isArray(AllowedValues) && !items.every((item) => AllowedValues.map(String).includes(item))) {
    return `Parameter '${key}' must be one of AllowedValues`;
  }
  const pattern = typeof AllowedPattern === "string" ? new RegExp(`^(?:${AllowedPattern})$`) : undefined;
  if (pattern !== undefined && !items.every((item) => pattern.test(item))) {
    return `Parameter '${key}' must match pattern ${AllowedPattern}`;
  }
  if (Type === "Number") return numberProblem(key, value, declaration);
  if (value.length < Number(declaration.MinLength ?? 0)) {
    return `Parameter '${key}' must contain at least ${declaration.MinLength} characters`;
  }
  if (value.length > Number(declaration.MaxLength ?? 4096)) {
    return `Parameter '${key}' must contain at most ${declaration.MaxLength ?? 4096} characters`;
  }
  return undefined;
}

function numberProblem(key: string, value: string, declaration: JsonObject): string | undefined {
  if (value.trim() === "" || Number.isNaN(Number(value))) return `Parameter '${key}' must be a number`;
  if (declaration.MinValue !== undefined && Number(value) < Number(declaration.MinValue)) {
    return `Parameter '${key}' must be a number not less than ${declaration.MinValue}`;
  }
  if (declaration.MaxValue !== undefined && Number(value) > Number(declaration.MaxValue)) {
    return `Parameter '${key}' must be a number not greater than ${declaration.MaxValue}`;
  }
  return undefined;
}
