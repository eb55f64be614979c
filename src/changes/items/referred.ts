import { canonicalJson, isObject } from "../../template/canonical.ts";
import { attributeParts, type FunctionUse, functionOf } from "../../template/functions.ts";
import type { Json } from "../../template/model.ts";
import { isNoEcho } from "../../template/parameters/declarations.ts";
import { subVariables } from "../../template/subText.ts";
import {
  asWhole,
  at,
  condition,
  isNested,
  makersAt,
  namesAt,
  parts,
  type Scope,
  templateOf,
} from "./lookup.ts";
import { type Part, partOf, pathKey, type Surroundings } from "./references.ts";

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
  const { own, makers } = givenTo(name, scope);
  const byDefault = own.some(isGivenAlways) ? [] : parts([[...path, "Default"]], scope);
  const isSecret = isSecretAt(path, scope);
  const told = [...own, ...byDefault].map((one) => (isSecret ? secret(one) : one));
  return [...told, ...makers, ...typeOf(name, scope)];
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

/**
 * What the stack around a nested one gives to its parameter, and where that is not written out, what may make it: one function
 * can make all that a stack is given, and a loop some of it. They may leave it out, too.
 */
function givenTo(name: string, { stackPath, around }: Scope) {
  const outer = { stackPath: stackPath.slice(0, -1), around };
  const logicalId = stackPath.at(-1) ?? "";
  if (at(["Resources", logicalId], outer) === undefined)
    return { own: [], makers: makersAt(["Resources"], outer) };
  const path = givenPath(logicalId);
  const given = at(path, outer);
  if (given !== undefined && functionOf(given) !== undefined)
    return { own: [], makers: parts([path], outer) };
  const own = parts([[...path, name]], outer);
  return { own, makers: own.length > 0 ? [] : makersAt(path, outer) };
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
  if (isSecretAt(path, scope)) return undefined;
  const isStored = isStoredType(at([...path, "Type"], scope));
  if (scope.stackPath.length > 0) return isStored ? undefined : knownIn(scope, String(use.argument));
  const given = values.find(({ name }) => name === use.argument);
  return isStored ? given?.resolved : given?.value;
}

/** What a nested stack's parameter is: what it is given is told with the reference to it. */
function knownIn({ stackPath, around }: Scope, name: string): string | undefined {
  const value = around.scopes.get(pathKey(stackPath))?.parameters[name];
  return typeof value === "string" ? value : undefined;
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

function items(argument: Json): readonly Json[] {
  return Array.isArray(argument) ? argument : [];
}

/** Where the stack around a nested one says what it gives. */
function givenPath(logicalId: string): readonly string[] {
  return ["Resources", logicalId, "Properties", "Parameters"];
}

/**
 * What stands for a nested stack whose template cannot be read: all that it is given, and where the template is (the name of one
 * that this action uploads is its content, and a version in the Serverless Application Repository stays what it is); where a loop
 * may make the stack, the loops.
 */
export function unreadStack(logicalId: string, scope: Scope): readonly Part[] {
  const resource = ["Resources", logicalId];
  if (at(resource, scope) === undefined) return makersAt(["Resources"], scope);
  const source = ["TemplateURL", "Location"].map((name) => [...resource, "Properties", name]);
  return parts([givenPath(logicalId), ...source], scope);
}

/**
 * What the use of an attribute takes: an output of a nested stack, or a property that a resource gives again under its own name
 * (a network's `CidrBlock`). A function (AWS::LanguageExtensions) can name any of them.
 */
function attribute(argument: Json, scope: Scope): readonly Part[] {
  const { logicalId, attribute: named } = attributeParts(argument) ?? {};
  if (named === undefined) return [];
  const name = typeof named === "string" ? named : undefined;
  if (logicalId !== undefined) return attributeOf(logicalId, name, scope);
  return namesAt(["Resources"], scope).flatMap((id) => attributeOf(id, name, scope));
}

function attributeOf(logicalId: string, name: string | undefined, scope: Scope): readonly Part[] {
  const resource = ["Resources", logicalId];
  const inside = { ...scope, stackPath: [...scope.stackPath, logicalId] };
  if (templateOf(inside) !== undefined) return outputs(name, inside);
  const declared = at(resource, scope);
  if (declared === undefined) return makersAt(["Resources"], scope);
  if (isNested(declared)) return [asWhole(inside), ...unreadStack(logicalId, scope)];
  return name === undefined ? [] : parts([[...resource, "Properties", name]], scope);
}

function outputs(name: string | undefined, inside: Scope): readonly Part[] {
  const section = ["Outputs"];
  const named = name?.replace(/^Outputs\./, "");
  const wanted = namesAt(section, inside).filter((one) => named === undefined || one === named);
  const isWritten = named !== undefined && wanted.length > 0;
  return [
    ...wanted.flatMap((one) => [
      ...parts([[...section, one, "Value"]], inside),
      ...condition(at([...section, one, "Condition"], inside), inside),
    ]),
    ...(isWritten ? [] : makersAt(section, inside)),
  ];
}
