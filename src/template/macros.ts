import { isObject } from "./canonical.ts";
import type { Json, JsonObject } from "./model.ts";

/**
 * The names of the macros that rewrite a template, those that CloudFormation hosts (`AWS::Include`, `AWS::Serverless`,
 * `AWS::LanguageExtensions`) included: at the top under `Transform` (a name, a mapping with a `Name`, or a list of
 * these), and anywhere under `Fn::Transform`. A property that is named `Transform` (S3 Tables, Glue, Kinesis, WAF) is
 * none. `undefined` stands for a name that is not written out.
 */
export function macrosOf(template: JsonObject): readonly (string | undefined)[] {
  return [...namesIn(template.Transform), ...below(template)];
}

/** Whether any macro rewrites the template. */
export function usesMacros(template: JsonObject): boolean {
  return macrosOf(template).length > 0;
}

/** Whether a macro makes something else of what the template says. What `AWS::LanguageExtensions` makes hangs on it alone. */
export function isRewritten(template: JsonObject): boolean {
  return macrosOf(template).some((name) => name !== "AWS::LanguageExtensions");
}

/** Whether what a macro makes hangs on more than the template: on code of somebody's own, or on a file that is included. */
export function hangsOnMore(template: JsonObject): boolean {
  return macrosOf(template).some((name) => name?.startsWith("AWS::") !== true || name === "AWS::Include");
}

/**
 * What may be in a template before its macros have run. `known`: the names of parameters, resources and so on are not
 * all there yet, but the forms are CloudFormation's, as only macros that AWS hosts will rewrite it. `anything`: a
 * macro of somebody's own may give types, sections, keys and functions a meaning.
 */
export function freedomOf(template: JsonObject): "none" | "known" | "anything" {
  const macros = macrosOf(template);
  if (macros.some((name) => name?.startsWith("AWS::") !== true)) return "anything";
  // Alone it adds names only through Fn::ForEach.
  const addsNames = isRewritten(template) || hasKey(template, (key) => key.startsWith("Fn::ForEach"));
  return macros.length > 0 && addsNames ? "known" : "none";
}

function below(value: Json): readonly (string | undefined)[] {
  if (Array.isArray(value)) return value.flatMap(below);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, member]) => [
    ...(key === "Fn::Transform" ? namesIn(member) : []),
    ...below(member),
  ]);
}

function namesIn(transform: Json | undefined): readonly (string | undefined)[] {
  if (transform === undefined || transform === null) return [];
  if (Array.isArray(transform)) return transform.flatMap(namesIn);
  const name = isObject(transform) ? transform.Name : transform;
  return [typeof name === "string" ? name : undefined];
}

function hasKey(value: Json, matches: (key: string) => boolean): boolean {
  if (Array.isArray(value)) return value.some((item: Json) => hasKey(item, matches));
  if (!isObject(value)) return false;
  return Object.entries(value).some(([key, member]) => matches(key) || hasKey(member, matches));
}
