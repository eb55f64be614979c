import { canonicalJson, canonicalSpelled, isObject, sha256 } from "../../template/canonical.ts";
import { isLoop } from "../../template/functions.ts";
import type { Json } from "../../template/model.ts";
import { nestingProperty } from "../../template/tree/nested.ts";
import { type Part, partKey, partOf, pathKey, type Surroundings, valueAt } from "./references.ts";

export const NESTED_STACK = "AWS::CloudFormation::Stack";

/** A stack's template, in which names are looked up. */
export interface Scope {
  readonly stackPath: readonly string[];
  readonly around: Surroundings;
}

export function templateOf({ stackPath, around }: Scope) {
  return around.expanded.get(pathKey(stackPath));
}

export function at(path: readonly string[], scope: Scope): Json | undefined {
  return valueAt(templateOf(scope), path);
}

/** The names of the members there. */
export function namesAt(path: readonly string[], scope: Scope): readonly string[] {
  const value = at(path, scope);
  return isObject(value) ? Object.keys(value) : [];
}

/** What the template has at these paths. */
export function parts(paths: readonly (readonly string[])[], scope: Scope): readonly Part[] {
  const known = scope.around.parts;
  return paths.flatMap((path) => {
    const key = partKey(scope.stackPath, path);
    const part = known.get(key) ?? partAt(path, scope);
    if (part === undefined) return [];
    known.set(key, part);
    return [part];
  });
}

function partAt(path: readonly string[], scope: Scope): Part | undefined {
  const value = at(path, scope);
  if (value === undefined) return undefined;
  const text = canonicalSpelled(value, templateOf(scope)?.spelling, path);
  return partOf(scope.stackPath, path, value, shortened(text));
}

/** Characters that are told as they are. A mapping can have hundreds of thousands, and be behind every resource. */
const MOST_TOLD = 20_000;

/** A text, or its SHA-256 where it is very long. What may be a commit's SHA is told, so that it can be known (`<this commit>`). */
export function shortened(text: string): string {
  const isTold = text.length <= MOST_TOLD || /[0-9a-f]{40}/.test(text);
  return isTold ? text : canonicalJson(`sha256 ${sha256(text)}`);
}

/** A template without any of its parts: what hangs on it hangs on whether it can be read, and is rewritten by a macro. */
export function asWhole({ stackPath }: Scope): Part {
  return partOf(stackPath, [], null, "");
}

/** What may make an entry that is not written in a section or in what a nested stack is given: loops whose list is not known, and macros. */
export function makersAt(path: readonly string[], scope: Scope): readonly Part[] {
  const loops = namesAt(path, scope).filter(isLoop);
  const made = parts(
    loops.map((name) => [...path, name]),
    scope,
  );
  return [asWhole(scope), ...made, ...made.flatMap(({ value }) => conditionsIn(value, scope))];
}

/** Whether a definition is a nested stack's, SAM's own kind included. */
export function isNested(definition: Json): boolean {
  return isObject(definition) && nestingProperty(definition) !== undefined;
}

export function condition(name: Json | undefined, scope: Scope): readonly Part[] {
  if (typeof name !== "string") return [];
  const path = ["Conditions", name];
  if (at(path, scope) !== undefined) return parts([path], scope);
  // A loop may make it, under a name that is put together.
  return namesAt(["Conditions"], scope).some(isLoop) ? parts([["Conditions"]], scope) : [];
}

/** Under which conditions a loop's entries are made. */
function conditionsIn(value: Json, scope: Scope): readonly Part[] {
  if (Array.isArray(value)) return value.flatMap((item: Json) => conditionsIn(item, scope));
  if (!isObject(value)) return [];
  const { Condition, ...rest } = value;
  return [...condition(Condition, scope), ...Object.values(rest).flatMap((one) => conditionsIn(one, scope))];
}
