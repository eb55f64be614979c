import { isObject } from "../canonical.ts";
import { functionOf, isLoop } from "../functions.ts";
import type { Json, JsonObject } from "../model.ts";
import { contextOf } from "./context.ts";
import { type Evaluated, type Scope, textOf, UNKNOWN } from "./evaluated.ts";
import { type Context, evaluateValue } from "./value.ts";

export interface Entry {
  readonly id: string;
  readonly entry: JsonObject;
  /** In which it is evaluated: in a loop, the identifier has its value there. */
  readonly context: Context;
  /** Whether it is there for certain: its condition is decided, and so is the loop that makes it. */
  readonly isCertain: boolean;
}

/** A template has at most 500 resources and 200 outputs: a loop that makes far more is none that CloudFormation takes. */
const MOST_ENTRIES = 2_000;

/** The entries of a section that their conditions do not keep out, those that a loop makes among them. */
export function existing(template: JsonObject, section: Json | undefined, scope: Scope): readonly Entry[] {
  const context = contextOf(template, scope);
  const entries = isObject(section) && !isMacro(section) ? Object.entries(section) : [];
  return entries.flatMap(([id, entry]) => {
    if (isLoop(id)) return looped(template, entry, scope).slice(0, MOST_ENTRIES);
    if (!isObject(entry)) return [];
    const isIn = typeof entry.Condition === "string" ? context.condition(entry.Condition) : true;
    return isIn === false ? [] : [{ id, entry, context, isCertain: isIn === true }];
  });
}

/** A section that a macro will make. One that is a single loop looks like a function, and is known. */
export function isMacro(section: JsonObject): boolean {
  const use = functionOf(section);
  return use !== undefined && !isLoop(use.name);
}

/** What `Fn::ForEach` makes: the identifier is read as a parameter is (`Ref`, `Fn::Sub`). One round where the values are not known. */
function looped(template: JsonObject, loop: Json, scope: Scope): readonly Entry[] {
  const [name, collection, body] = Array.isArray(loop) ? (loop as readonly Json[]) : [];
  if (typeof name !== "string") return [];
  const items = evaluateValue(contextOf(template, scope), collection ?? null);
  const values = Array.isArray(items) ? (items as readonly Evaluated[]).map(textOf) : [UNKNOWN];
  const declared = isObject(template.Parameters) ? template.Parameters : {};
  const inLoop = { ...template, Parameters: { ...declared, [name]: { Type: "String" } } };
  const made: Entry[] = [];
  for (const value of values) {
    if (made.length > MOST_ENTRIES) break;
    const parameters = { ...scope.parameters, [name]: typeof value === "string" ? value : undefined };
    const isKnown = typeof value === "string";
    for (const entry of existing(inLoop, body, { ...scope, parameters }))
      made.push({ ...entry, isCertain: entry.isCertain && isKnown });
  }
  return made;
}
