import { canonicalJson, canonicalSpelled, isObject } from "../../template/canonical.ts";
import { attributeParts, type FunctionUse, functionOf } from "../../template/functions.ts";
import type { Json } from "../../template/model.ts";
import { isNoEcho } from "../../template/parameters/declarations.ts";
import { subVariables } from "../../template/subText.ts";
import { type Part, partOf, pathKey, type Surroundings, valueAt } from "./references.ts";

/** A stack's template, in which names are looked up. */
interface Scope {
  readonly stackPath: readonly string[];
  readonly around: Surroundings;
}

export const NESTED_STACK = "AWS::CloudFormation::Stack";

/** The parts of the templates around it that one use of a function names. */
export function referredBy(
  { name, argument }: FunctionUse,
  stackPath: readonly string[],
  around: Surroundings,
): readonly Part[] {
  const scope = { stackPath, around };
  switch (name) {
    case "Ref":
      return parameter(String(argument), scope);
    case "Fn::Sub":
      return substituted(argument).flatMap((variable) =>
        variable.includes(".") ? attribute(variable, scope) : parameter(variable, scope),
      );
    case "Fn::GetAtt":
      return attribute(argument, scope);
    case "Fn::FindInMap":
      return mapping(argument, scope);
    case "Condition":
      return condition(argument, scope);
    case "Fn::If":
      return condition(items(argument)[0], scope);
    default:
      return [];
  }
}

/** Whether a part says what a parameter of a nested stack is, and that its value is read from Systems Manager. */
export function isStored({ stackPath, path, value }: Part): boolean {
  return stackPath.length > 0 && path[0] === "Parameters" && path[2] === "Type" && isStoredType(value);
}

function parameter(name: string, scope: Scope): readonly Part[] {
  if (scope.stackPath.length === 0) return rootParameter(name, scope);
  const path = ["Parameters", name];
  if (at(path, scope) === undefined) return [];
  const given = givenTo(name, scope);
  const told = [...given, ...(given.some(isGivenAlways) ? [] : parts([[...path, "Default"]], scope))];
  // What makes all that a stack is given is no value of one parameter.
  const isOwn = (one: Part) => one.path.length !== GIVEN.length;
  const isSecret = isSecretAt(path, scope);
  return [...told.map((one) => (isSecret && isOwn(one) ? secret(one) : one)), ...typeOf(name, scope)];
}

/** `AWS::NoValue` gives nothing: then the default counts. */
function isGivenAlways({ value }: Part): boolean {
  return !canonicalJson(value).includes("AWS::NoValue");
}

/** Its value is what counts, wherever it comes from. */
function rootParameter(name: string, scope: Scope): readonly Part[] {
  const given = scope.around.values.find((value) => value.name === name);
  if (given === undefined) return [];
  const path = ["Parameters", name];
  const text = canonicalJson([given.value, given.resolved ?? null]);
  const told = partOf([], [...path, "Value"], null, text);
  return isSecretAt(path, scope) ? [secret(told)] : [told, ...typeOf(name, scope)];
}

/** What one text stands for hangs on the type: a list, or what Systems Manager has under a name. */
function typeOf(name: string, scope: Scope): readonly Part[] {
  const path = ["Parameters", name, "Type"];
  const type = at(path, scope);
  return typeof type === "string" && (/List/.test(type) || isStoredType(type)) ? parts([path], scope) : [];
}

function isStoredType(type: Json | undefined): boolean {
  return typeof type === "string" && type.startsWith("AWS::SSM::Parameter::Value<");
}

/** Where the stack around a nested one says what it gives. */
const GIVEN = ["Resources", "", "Properties", "Parameters"] as const;

function givenPath(logicalId: string): readonly string[] {
  return GIVEN.map((name) => (name === "" ? logicalId : name));
}

/** What the stack around a nested one gives to its parameter. One function may make all that it gives. */
function givenTo(name: string, { stackPath, around }: Scope): readonly Part[] {
  const outer = { stackPath: stackPath.slice(0, -1), around };
  const path = givenPath(stackPath.at(-1) ?? "");
  const given = at(path, outer);
  return parts([given !== undefined && functionOf(given) !== undefined ? path : [...path, name]], outer);
}

/** An output of a nested stack, or a property that a resource gives again under its own name (a network's `CidrBlock`). */
function attribute(argument: Json, scope: Scope): readonly Part[] {
  const { logicalId, attribute: name } = attributeParts(argument) ?? {};
  if (logicalId === undefined || typeof name !== "string") return [];
  const resource = ["Resources", logicalId];
  if (at([...resource, "Type"], scope) !== NESTED_STACK)
    return parts([[...resource, "Properties", name]], scope);
  const inside = { ...scope, stackPath: [...scope.stackPath, logicalId] };
  const isRead = scope.around.templates.has(pathKey(inside.stackPath));
  if (!isRead) return parts([givenPath(logicalId)], scope);
  const output = ["Outputs", name.replace(/^Outputs\./, "")];
  const isIn = at([...output, "Condition"], inside);
  return [...parts([[...output, "Value"]], inside), ...(isIn === undefined ? [] : condition(isIn, inside))];
}

/** The entry that is named, so that others of the same mapping may change; all of what a function chooses from. */
function mapping(argument: Json, scope: Scope): readonly Part[] {
  let path: readonly string[] = ["Mappings"];
  for (const step of items(argument).slice(0, 3)) {
    const name = nameOf(step, scope);
    // A name that is not there may be a loop's (Fn::ForEach), or be there tomorrow, and then count before the default.
    if (name === undefined || at([...path, name], scope) === undefined) break;
    path = [...path, name];
  }
  return parts([path], scope);
}

/** What is known of a name before CloudFormation is asked, and cannot become another one but by what is told here. */
function nameOf(step: Json, scope: Scope): string | undefined {
  // Which name a number is hangs on its spelling (`8.0`).
  if (typeof step === "string") return step;
  const use = functionOf(step);
  if (use?.name !== "Ref") return undefined;
  const { target, values } = scope.around;
  if (use.argument === "AWS::Region") return target.region;
  if (use.argument === "AWS::AccountId") return target.account;
  const path = ["Parameters", String(use.argument)];
  if (scope.stackPath.length > 0 || isSecretAt(path, scope)) return undefined;
  const given = values.find(({ name }) => name === use.argument);
  return isStoredType(at([...path, "Type"], scope)) ? given?.resolved : given?.value;
}

function condition(name: Json | undefined, scope: Scope): readonly Part[] {
  if (typeof name !== "string") return [];
  const conditions = at(["Conditions"], scope);
  if (!isObject(conditions)) return [];
  if (Object.hasOwn(conditions, name)) return parts([["Conditions", name]], scope);
  // A loop may make it, under a name that is put together.
  return Object.keys(conditions).some((key) => key.startsWith("Fn::ForEach"))
    ? parts([["Conditions"]], scope)
    : [];
}

/** The variables of the text that are not its own. */
function substituted(argument: Json): readonly string[] {
  const [text, own] = Array.isArray(argument) ? items(argument) : [argument];
  if (typeof text !== "string") return [];
  return subVariables(text).filter((variable) => !(isObject(own) && Object.hasOwn(own, variable)));
}

function isSecretAt(path: readonly string[], scope: Scope): boolean {
  const declared = at(path, scope);
  return isObject(declared) && isNoEcho(declared);
}

/** Values of NoEcho parameters are in no hash. What they refer to is followed all the same. */
function secret(told: Part): Part {
  return { ...told, text: canonicalJson("NoEcho") };
}

function parts(paths: readonly (readonly string[])[], scope: Scope): readonly Part[] {
  return paths.flatMap((path) => {
    const value = at(path, scope);
    if (value === undefined) return [];
    const text = canonicalSpelled(value, templateOf(scope)?.spelling, path);
    return [partOf(scope.stackPath, path, value, text)];
  });
}

function at(path: readonly string[], scope: Scope): Json | undefined {
  return valueAt(templateOf(scope), path);
}

function templateOf({ stackPath, around }: Scope) {
  return around.templates.get(pathKey(stackPath));
}

function items(argument: Json): readonly Json[] {
  return Array.isArray(argument) ? argument : [];
}
