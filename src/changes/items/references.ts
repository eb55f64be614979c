import { canonicalJson, isObject } from "../../template/canonical.ts";
import { visitFunctions } from "../../template/functions.ts";
import type { Json, JsonObject } from "../../template/model.ts";
import { subVariables } from "../../template/subText.ts";
import { noEchoNames } from "../noEcho.ts";
import type { ParameterValue } from "./requestItems.ts";

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
  const names = referredNames(template, member(template, "Resources", logicalId));
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

function subText(argument: Json): string {
  const text: Json = Array.isArray(argument) ? ((argument as readonly Json[])[0] ?? null) : argument;
  return typeof text === "string" ? text : "";
}

function member(template: JsonObject, section: string, name: string): Json {
  const entries = template[section];
  return isObject(entries) && Object.hasOwn(entries, name) ? (entries[name] ?? null) : null;
}
