import { isObject } from "../../template/canonical.ts";
import { functionOf } from "../../template/functions.ts";
import type { Json, JsonObject } from "../../template/model.ts";
import { isNoEcho } from "../../template/parameters/declarations.ts";
import { keyText } from "../items/model.ts";
import type { TemplatePair } from "../items/templateItems.ts";
import { type Hiding, memberHiding, type NameRules } from "./hiding.ts";

/**
 * The parameters that give their value as it is to a place that is hidden by its name, whatever they are called themselves:
 * `MasterUserPassword: !Ref Login`, `{Name: DB_PASSWORD, Value: !Ref Login}`; also by way of a nested stack's parameter that does, or
 * that is NoEcho there.
 * @returns their keys (`keyText`): `Login` of the stack itself, `Net/Login` of a nested one
 */
export function secretParameters(templates: readonly TemplatePair[], rules: NameRules): ReadonlySet<string> {
  const found = new Set<string>();
  // What is in a nested stack decides what it is given.
  const innerFirst = [...templates].sort((a, b) => b.stackPath.length - a.stackPath.length);
  for (const { stackPath, before, after } of innerFirst) {
    for (const template of [before?.value, after?.value]) {
      const names = template === undefined ? [] : namesIn(template, stackPath, rules, found);
      for (const name of names) found.add(keyText(stackPath, name));
    }
  }
  return found;
}

/** The names of a template's parameters that are secrets. */
function namesIn(
  template: JsonObject,
  stackPath: readonly string[],
  rules: NameRules,
  found: ReadonlySet<string>,
): ReadonlySet<string> {
  const names = new Set<string>(stackPath.length > 0 ? noEchoOf(template) : []);
  for (const [logicalId, definition] of Object.entries(
    isObject(template.Resources) ? template.Resources : {},
  )) {
    // A nested stack's parameters that are secrets are hidden by their names.
    const isHidden = (name: string) =>
      rules.isHidden(name) || found.has(keyText([...stackPath, logicalId], name));
    addGiven(definition, "none", { ...rules, isHidden }, names);
  }
  // What SAM gives to all functions.
  addGiven(template.Globals ?? null, "none", rules, names);
  return names;
}

function noEchoOf({ Parameters }: JsonObject): readonly string[] {
  const declared = Object.entries(isObject(Parameters) ? Parameters : {});
  return declared.flatMap(([name, one]) => (isObject(one) && isNoEcho(one) ? [name] : []));
}

function addGiven(value: Json, hiding: Hiding, rules: NameRules, names: Set<string>): void {
  if (Array.isArray(value)) {
    for (const item of value as readonly Json[]) addGiven(item, hiding, rules, names);
    return;
  }
  if (!isObject(value)) return;
  const name = hiding === "none" ? undefined : referred(value);
  if (name !== undefined && !IS_NAMED.test(name)) names.add(name);
  const called = functionOf(value)?.name;
  // What another function makes of a parameter need not be all of the secret: a reference to one, a choice of a list.
  if (called !== undefined && called !== "Fn::If" && hiding !== "none") return;
  const hidingOf = memberHiding(value, hiding, rules);
  for (const [key, member] of Object.entries(value)) {
    const own = hidingOf(key);
    // A user's name among credentials is hidden where it stands, and no secret of its own.
    const isNeighbour = own === "named" && called === undefined && !rules.isHidden(key);
    addGiven(member, isNeighbour ? "none" : own, rules, names);
  }
}

/** What it says itself to be a name is none of a secret's values, whatever it goes to (`DB_SECRET: !Ref DbSecretName`). */
const IS_NAMED = /(?:[nN]ame|[aA]rn|ARN|Id|ID|Identifier)$/;

/** The parameter that a function gives as it is. */
function referred(value: Json): string | undefined {
  const { name, argument } = functionOf(value) ?? {};
  if (typeof argument !== "string") return undefined;
  if (name === "Ref") return argument;
  return name === "Fn::Sub" ? /^\$\{\s*(\w+)\s*\}$/.exec(argument)?.[1] : undefined;
}
