import { isObject } from "../template/canonical.ts";
import { functionOf } from "../template/functions.ts";
import type { Json, JsonObject } from "../template/model.ts";
import { type Hiding, memberHiding, type NameRules } from "./hiding.ts";
import type { TemplatePair } from "./items/templateItems.ts";

/**
 * The stack's parameters that give their value as it is to a place that is hidden by its name, whatever they are called
 * themselves: `MasterUserPassword: !Ref Login`, `{Name: DB_PASSWORD, Value: !Ref Login}`.
 */
export function secretParameters(templates: readonly TemplatePair[], rules: NameRules): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { stackPath, before, after } of templates) {
    if (stackPath.length > 0) continue;
    for (const template of [before, after]) {
      for (const definition of resourcesOf(template?.value)) addGiven(definition, "none", rules, names);
    }
  }
  return names;
}

function resourcesOf(template: JsonObject | undefined): readonly Json[] {
  return isObject(template?.Resources) ? Object.values(template.Resources) : [];
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
