import { validationError } from "../../aws/errors.ts";
import { isObject, objectOf } from "../json.ts";
import type { Json } from "../model.ts";
import type { Template } from "./template.ts";

/** What an expression points at: `Ref X` (no attribute) or `GetAtt X.Attribute`. */
export interface Reference {
  readonly target: string;
  readonly attribute?: string;
}

/** Every Ref, GetAtt and Sub variable within an expression, in order, repeated ones included. */
export function referencesIn(expression: Json | undefined): Reference[] {
  if (Array.isArray(expression)) return expression.flatMap(referencesIn);
  if (!isObject(expression)) return [];
  if (typeof expression.Ref === "string") return [{ target: expression.Ref }];
  if (expression["Fn::GetAtt"] !== undefined) return getAtt(expression["Fn::GetAtt"]);
  if (expression["Fn::Sub"] !== undefined) return sub(expression["Fn::Sub"]);
  return Object.values(expression).flatMap(referencesIn);
}

/** Every condition that an expression's `Fn::If` asks. */
function conditionsIn(expression: Json | undefined): string[] {
  if (Array.isArray(expression)) return expression.flatMap(conditionsIn);
  if (!isObject(expression)) return [];
  const asked = expression["Fn::If"];
  const own = Array.isArray(asked) && typeof asked[0] === "string" ? [asked[0]] : [];
  return [...own, ...Object.values(expression).flatMap(conditionsIn)];
}

/** The logical ids that a resource must wait for, through references and DependsOn. */
export function dependenciesOf(template: Template, logicalId: string): readonly string[] {
  let known = DEPENDENCIES.get(template);
  if (!known) {
    known = new Map([...template.resources.keys()].map((id) => [id, findDependencies(template, id)]));
    DEPENDENCIES.set(template, known);
  }
  return known.get(logicalId) ?? [];
}

// A template never changes, and every plan asks for its dependencies again and again.
const DEPENDENCIES = new WeakMap<Template, ReadonlyMap<string, readonly string[]>>();

function findDependencies(template: Template, logicalId: string): string[] {
  const resource = template.resources.get(logicalId);
  if (!resource) return [];
  const targets = [...referencesIn(resource.properties).map(({ target }) => target), ...resource.dependsOn];
  return [...new Set(targets)].filter((target) => template.resources.has(target));
}

/** All logical ids, each after everything it depends on; template order where nothing decides. */
export function inDependencyOrder(template: Template): string[] {
  const done = new Set<string>();
  const visit = (id: string): void => {
    if (done.has(id)) return;
    done.add(id);
    for (const dependency of dependenciesOf(template, id)) visit(dependency);
    ordered.push(id);
  };
  const ordered: string[] = [];
  for (const id of template.resources.keys()) visit(id);
  return ordered;
}

/** Refuses references to nothing, and resources that wait for one another. */
export function checkReferences(template: Template): void {
  const known = (name: string) =>
    name.startsWith("AWS::") || name in template.parameters || template.resources.has(name);
  const resources = [...template.resources.values()];
  const fromResources = resources.flatMap((resource) => [
    ...referencesIn(resource.properties).map(({ target }) => target),
    ...resource.dependsOn,
  ]);
  unresolved(fromResources, known, "Resources");
  unresolved(
    Object.values(template.outputs).flatMap((output) => referencesIn(output).map(({ target }) => target)),
    known,
    "Outputs",
  );
  checkConditions(template);
  checkCycles(template);
}

function unresolved(names: readonly string[], known: (name: string) => boolean, block: string): void {
  const missing = [...new Set(names.filter((name) => !known(name)))];
  if (missing.length === 0) return;
  throw validationError(
    `Template format error: Unresolved resource dependencies [${missing.join(", ")}] in the ${block} block of the template`,
  );
}

function checkConditions(template: Template): void {
  const used = [...template.resources.values()].flatMap(({ condition, properties }) => [
    ...(condition ? [condition] : []),
    ...conditionsIn(properties),
  ]);
  const missing = used.find((condition) => !(condition in template.conditions));
  if (missing === undefined) return;
  throw validationError(
    `Template format error: Unresolved condition dependency ${missing} in the Resources block of the template`,
  );
}

function checkCycles(template: Template): void {
  const left = new Set(template.resources.keys());
  const isFree = (id: string) => dependenciesOf(template, id).every((other) => !left.has(other));
  for (let free = [...left].filter(isFree); free.length > 0; free = [...left].filter(isFree)) {
    for (const id of free) left.delete(id);
  }
  if (left.size > 0) {
    throw validationError(`Circular dependency between resources: [${[...left].join(", ")}]`);
  }
}

function getAtt(value: Json): Reference[] {
  const [target, ...attribute] = typeof value === "string" ? value.split(".") : [value].flat();
  if (typeof target !== "string") return [];
  return [{ target, attribute: attribute.map(String).join(".") }, ...attribute.flatMap(referencesIn)];
}

function sub(value: Json): Reference[] {
  const [pattern, variables] = Array.isArray(value) ? value : [value];
  const own = objectOf(variables as Json | undefined);
  const named = [...String(pattern).matchAll(/\$\{([^!}][^}]*)\}/g)]
    .map((match) => (match[1] ?? "").trim())
    .filter((variable) => !(variable in own))
    .flatMap((variable) => (variable.includes(".") ? getAtt(variable) : [{ target: variable }]));
  return [...named, ...Object.values(own).flatMap(referencesIn)];
}
