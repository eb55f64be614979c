import type { Json, JsonObject } from "../../template/model.ts";
import { asList, isObject } from "../resourceState.ts";
import { type Condition, conditionsOf, implies } from "./conditions.ts";
import { contains, mayOverlap } from "./patterns.ts";

/** A statement of a policy in one form, whichever way it was written. */
export interface Statement {
  readonly effect: "Allow" | "Deny";
  /** `AWS *`, `AWS 123456789012`, `AWS arn:…`, `Service sns.amazonaws.com`; `HOLDER` where none is named. */
  readonly principals: Several;
  readonly actions: Several;
  readonly resources: Several;
  readonly conditions: readonly Condition[];
}

/** Patterns; with `not` (NotAction and its like) all but what they mean. */
export interface Several {
  readonly not: boolean;
  readonly items: readonly string[];
}

/** Whom a policy speaks of that names nobody: who has it. */
export const HOLDER = "the holder";
export const EVERYBODY = "AWS *";

export type Dimension = "principals" | "actions" | "resources" | "conditions";

/** A statement as it stands in a policy; nothing where it is none. */
export function readStatement(entry: Json): Statement | undefined {
  if (!isObject(entry) || (entry.Effect !== "Allow" && entry.Effect !== "Deny")) return undefined;
  return {
    effect: entry.Effect,
    principals: principalsOf(entry),
    actions: several(entry, "Action"),
    resources: several(entry, "Resource"),
    conditions: conditionsOf(entry.Condition),
  };
}

function principalsOf(entry: JsonObject): Several {
  const not = entry.NotPrincipal !== undefined;
  const named = not ? entry.NotPrincipal : entry.Principal;
  if (named === undefined) return { not: false, items: [HOLDER] };
  if (!isObject(named)) return { not, items: texts(named).map(principal("AWS")) };
  return { not, items: Object.entries(named).flatMap(([kind, value]) => texts(value).map(principal(kind))) };
}

/** An account is named by its number or by its root: `123456789012`, `arn:aws:iam::123456789012:root`. */
function principal(kind: string): (name: string) => string {
  return (name) => `${kind} ${/^arn:[^:]*:iam::(\d+):root$/.exec(name)?.[1] ?? name}`;
}

function several(entry: JsonObject, name: "Action" | "Resource"): Several {
  const not = entry[`Not${name}`];
  if (not !== undefined) return { not: true, items: texts(not) };
  const items = entry[name];
  // A trust policy names no resource: it speaks of its own role.
  return { not: false, items: items === undefined ? ["*"] : texts(items) };
}

function texts(value: Json | undefined): readonly string[] {
  return asList(value).map((it) => (typeof it === "string" ? it : JSON.stringify(it)));
}

/** In which dimensions a statement means something that `other` does not mean; none where `other` means it all. */
export function beyond(statement: Statement, other: Statement): readonly Dimension[] {
  const dimensions: readonly Dimension[] = ["principals", "actions", "resources", "conditions"];
  return dimensions.filter((dimension) => !within(dimension, statement, other));
}

function within(dimension: Dimension, statement: Statement, other: Statement): boolean {
  switch (dimension) {
    case "principals":
      return isIn(statement.principals, other.principals, holdsPrincipal);
    case "actions":
      return isIn(lower(statement.actions), lower(other.actions), contains);
    case "resources":
      return isIn(statement.resources, other.resources, contains);
    case "conditions":
      return implies(statement.conditions, other.conditions);
  }
}

function isIn(narrow: Several, wide: Several, holds: (wide: string, narrow: string) => boolean): boolean {
  if (narrow.not && wide.not)
    return wide.items.every((left) => narrow.items.some((item) => holds(item, left)));
  if (narrow.not) return wide.items.some((item) => item === "*" || item === EVERYBODY);
  if (wide.not) return narrow.items.every((item) => !wide.items.some((left) => mayOverlap(item, left)));
  return narrow.items.every((item) => wide.items.some((all) => holds(all, item)));
}

function holdsPrincipal(wide: string, narrow: string): boolean {
  if (wide === narrow) return true;
  // Who signs in with an identity provider must be named with it ("AWS": "*" means AWS's own principals).
  if (wide === EVERYBODY) return narrow !== HOLDER && !narrow.startsWith("Federated ");
  const account = accountOf(wide);
  return wide === `AWS ${account}` && accountOf(narrow) === account;
}

/** The account of an `AWS` principal; nothing of everybody, a service, or what AWS names in its own way. */
export function accountOf(name: string): string | undefined {
  return /^AWS (?:arn:[^:]*:[^:]*:[^:]*:)?(\d+)(?::|$)/.exec(name)?.[1];
}

/** Capitals make no other operation. */
function lower({ not, items }: Several): Several {
  return { not, items: items.map((item) => item.toLowerCase()) };
}

/** So many single grants are compared; a statement of more is compared as a whole. */
const MOST_PARTS = 5_000;

/**
 * The parts of a statement, one principal, action and resource each, that none of the others means. Others may be split or
 * joined in another way than this one.
 */
export function newParts(statement: Statement, others: readonly Statement[]): readonly Statement[] {
  if (others.some((other) => beyond(statement, other).length === 0)) return [];
  const { principals, actions, resources, conditions } = statement;
  const likely = others.filter((other) => implies(conditions, other.conditions));
  const count = [principals, actions, resources].reduce((product, { items }) => product * items.length, 1);
  if (count > MOST_PARTS) return [statement];
  return singles(principals).flatMap((who) =>
    singles(actions).flatMap((what) =>
      singles(resources).flatMap((where) => {
        const part = { ...statement, principals: who, actions: what, resources: where };
        return likely.some((other) => beyond(part, other).length === 0) ? [] : [part];
      }),
    ),
  );
}

function singles(several: Several): readonly Several[] {
  return several.not ? [several] : several.items.map((item) => ({ not: false, items: [item] }));
}
