import { isObject } from "../canonical.ts";
import { functionOf, isLoop } from "../functions.ts";
import type { Json, JsonObject } from "../model.ts";
import { contextOf } from "./context.ts";
import { type Evaluated, type Scope, textOf, UNKNOWN } from "./evaluated.ts";
import { substituted } from "./loops.ts";
import { type Context, evaluateValue } from "./value.ts";

export interface Entry {
  readonly id: string;
  readonly entry: JsonObject;
  /** The loop of the section that makes it. */
  readonly loop?: string;
  /** Whether it is there for certain: its condition is decided, and so is the loop that makes it. */
  readonly isCertain: boolean;
}

/**
 * The entries of a section that their conditions do not keep out, those that a loop makes among them.
 * @param template with what its loops make in their place: what they make is under conditions that loops make, too
 * @param section of it; of one with loops they are told by which loop they are made
 */
export function existing(template: JsonObject, section: Json | undefined, scope: Scope): readonly Entry[] {
  return entriesOf(contextOf(template, scope), section);
}

function entriesOf(context: Context, section: Json | undefined): readonly Entry[] {
  const entries = isObject(section) && !isMacro(section) ? Object.entries(section) : [];
  return entries.flatMap(([id, entry]): readonly Entry[] => {
    if (isLoop(id)) return looped(context, entry).map((made) => ({ ...made, loop: id }));
    if (!isObject(entry)) return [];
    const isIn = typeof entry.Condition === "string" ? context.condition(entry.Condition) : true;
    return isIn === false ? [] : [{ id, entry, isCertain: isIn === true }];
  });
}

/** A section that a macro will make. One that is a single loop looks like a function, and is known. */
export function isMacro(section: JsonObject): boolean {
  const use = functionOf(section);
  return use !== undefined && !isLoop(use.name);
}

/** What a loop makes of each item that is known, and once of what is not. */
function looped(context: Context, loop: Json): readonly Entry[] {
  const [name, list, body = null] = Array.isArray(loop) ? (loop as readonly Json[]) : [];
  if (typeof name !== "string") return [];
  return itemsOf(context, list ?? null, body).flatMap((item) => {
    const isKnown = typeof item === "string";
    const made = entriesOf(context, substituted(body, name, isKnown ? item : undefined));
    return isKnown ? made : made.map((entry) => ({ ...entry, isCertain: false }));
  });
}

/** A loop that would make more than any template holds is none that CloudFormation takes. */
function itemsOf(context: Context, list: Json, body: Json): readonly (string | typeof UNKNOWN)[] {
  const items = evaluateValue(context, list);
  if (!Array.isArray(items) || !context.hasRoom(items.length * JSON.stringify(body).length)) return [UNKNOWN];
  return (items as readonly Evaluated[]).map(textOf);
}
