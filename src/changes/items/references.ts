import { canonicalJson, isObject } from "../../template/canonical.ts";
import { functionOf, visitFunctions } from "../../template/functions.ts";
import type { Json, JsonObject } from "../../template/model.ts";
import { subVariables } from "../../template/subText.ts";
import type { ResourceChange } from "../model.ts";
import { noEchoNames } from "../noEcho.ts";
import type { ParameterValue } from "./requestItems.ts";
import type { TemplatePair } from "./templateItems.ts";

/** The wanted templates by the paths of their stacks: there can be thousands, and each resource looks for its own. */
export type WantedTemplates = ReadonlyMap<string, JsonObject>;

export function wantedTemplates(templates: readonly TemplatePair[]): WantedTemplates {
  return new Map(
    templates.flatMap(({ stackPath, after }) =>
      after === undefined ? [] : [[pathKey(stackPath), after.value]],
    ),
  );
}

/** What finds a stack's template among them. */
export function pathKey(stackPath: readonly string[]): string {
  return stackPath.join("/");
}

/** What the wanted templates say of a resource; `undefined` where its template cannot be read, or does not name it. */
export function definitionOf(
  { stackPath, logicalId }: Pick<ResourceChange, "stackPath" | "logicalId">,
  templates: WantedTemplates,
): Json | undefined {
  const resources = templates.get(pathKey(stackPath))?.Resources;
  return isObject(resources) && Object.hasOwn(resources, logicalId) ? resources[logicalId] : undefined;
}

/**
 * The values of the stack's parameters behind a resource's definition, through the nested stacks around it: what a nested
 * stack's parameter is given, the definition of that stack says, and it can hang on a parameter that keeps its value.
 * @param path logical ids from the root's down to the resource's own
 * @returns as `referredValues`; where a template on the way cannot be read, all that the nested stack is given counts
 */
export function valuesBehind(
  templates: WantedTemplates,
  path: readonly string[],
  values: readonly ParameterValue[],
): string {
  const [root] = referredOnTheWay(templates, path);
  return root === undefined ? "{}" : valuesOf(root.template, root.names, values);
}

/**
 * Whether a resource of a nested stack takes the value of a Systems Manager parameter by a parameter of a nested stack: which
 * value that is, no parameter of the stack tells.
 */
export function takesStored(templates: WantedTemplates, path: readonly string[]): boolean {
  const [, ...nested] = referredOnTheWay(templates, path);
  return nested.some(({ template, names }) =>
    Object.entries(isObject(template.Parameters) ? template.Parameters : {}).some(
      ([name, declared]) => names.has(name) && isObject(declared) && isStored(declared.Type),
    ),
  );
}

function isStored(type: Json | undefined): boolean {
  return typeof type === "string" && type.startsWith("AWS::SSM::Parameter::Value<");
}

/** A template, and the names in it that a resource of it, or of a stack nested in it, refers to. */
interface Referred {
  readonly template: JsonObject;
  readonly names: ReadonlySet<Json>;
}

/** What a resource refers to in the templates around it, the root's first; as far down as they can be read. */
function referredOnTheWay(templates: WantedTemplates, path: readonly string[]): readonly Referred[] {
  const wanted = path.map((_, depth) => templates.get(pathKey(path.slice(0, depth))));
  const unread = wanted.indexOf(undefined);
  const found: Referred[] = [];
  for (let depth = (unread < 0 ? path.length : unread) - 1; depth >= 0; depth--) {
    const template = wanted[depth] ?? {};
    const definition = definitionIn(template, path[depth]);
    const [below] = found;
    const names = referredNames(
      template,
      below === undefined ? definition : givenTo(definition, below.names),
    );
    found.unshift({ template, names });
  }
  return found;
}

/** What the definition of a nested stack gives to those of its parameters. */
function givenTo(definition: Json, names: ReadonlySet<Json>): Json {
  const properties = isObject(definition) ? (definition.Properties ?? null) : null;
  const given = isObject(properties) ? (properties.Parameters ?? null) : null;
  // One function may make all of them.
  if (!isObject(given) || functionOf(given) !== undefined) return given;
  return Object.entries(given).flatMap(([name, value]) => (names.has(name) ? [value] : []));
}

/**
 * The values of the parameters that a resource's definition refers to, also by its conditions. A definition alone does not
 * say what a resource will be: a parameter that keeps its value is no change, and yet somebody may have given the stack
 * another value since the review.
 * @returns canonical JSON by parameter name; NoEcho values by their names only
 */
export function referredValues(
  template: JsonObject,
  logicalId: string,
  values: readonly ParameterValue[],
): string {
  return valuesOf(template, referredNames(template, definitionIn(template, logicalId)), values);
}

function valuesOf(template: JsonObject, names: ReadonlySet<Json>, values: readonly ParameterValue[]): string {
  const referred = values.filter(({ name }) => names.has(name));
  const noEcho = noEchoNames(template);
  return canonicalJson(
    Object.fromEntries(
      referred.map(({ name, value, resolved }) => [
        name,
        noEcho.has(name) ? "NoEcho" : [value, resolved ?? null],
      ]),
    ),
  );
}

/** What a value refers to by `Ref` and `Fn::Sub`, and what the conditions that it names refer to. */
function referredNames(template: JsonObject, value: Json): ReadonlySet<Json> {
  const names = new Set<Json>();
  const conditions = new Set<string>();
  const open: Json[] = [value, conditionOf(value)];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    visitFunctions(next, [], ({ name, argument }) => {
      if (name === "Ref") names.add(argument);
      if (name === "Fn::Sub") for (const variable of subVariables(subText(argument))) names.add(variable);
      const condition = conditionNamed(name, argument);
      if (typeof condition !== "string" || conditions.has(condition)) return;
      conditions.add(condition);
      open.push(member(template, "Conditions", condition));
    });
  }
  return names;
}

/** A resource's own `Condition` stands beside other keys, where it is no function. */
function conditionOf(definition: Json): Json {
  return { Condition: isObject(definition) ? (definition.Condition ?? null) : null };
}

function conditionNamed(name: string, argument: Json): Json | undefined {
  if (name === "Condition") return argument;
  return name === "Fn::If" && Array.isArray(argument) ? (argument as readonly Json[])[0] : undefined;
}

/** What a template says of its resource; `null` where it does not. */
export function definitionIn(template: JsonObject | undefined, logicalId: string | undefined): Json {
  return member(template ?? {}, "Resources", logicalId ?? "");
}

function subText(argument: Json): string {
  const text: Json = Array.isArray(argument) ? ((argument as readonly Json[])[0] ?? null) : argument;
  return typeof text === "string" ? text : "";
}

function member(template: JsonObject, section: string, name: string): Json {
  const entries = template[section];
  return isObject(entries) && Object.hasOwn(entries, name) ? (entries[name] ?? null) : null;
}
