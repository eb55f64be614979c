import { isObject } from "../json.ts";
import type { Json } from "../model.ts";

export type PropertyPath = readonly (string | number)[];

export interface Difference {
  readonly path: PropertyPath;
  readonly kind: "Add" | "Remove" | "Modify";
}

/** Where two values differ, as deep as both have structure; text and scalars that read the same are equal. */
export function differences(before: Json, after: Json, path: PropertyPath = []): Difference[] {
  if (isObject(before) && isObject(after)) {
    return union(Object.keys(before), Object.keys(after)).flatMap((key) =>
      differencesAt(before[key], after[key], [...path, key]),
    );
  }
  if (Array.isArray(before) && Array.isArray(after)) {
    const [old, next] = [before as readonly Json[], after as readonly Json[]];
    return Array.from({ length: Math.max(old.length, next.length) }).flatMap((_, index) =>
      differencesAt(old[index], next[index], [...path, index]),
    );
  }
  const isStructure = typeof before === "object" || typeof after === "object";
  const isSame = isStructure
    ? JSON.stringify(before) === JSON.stringify(after)
    : String(before) === String(after);
  return isSame ? [] : [{ path, kind: "Modify" }];
}

/** What stands at a path; undefined where there is nothing. */
export function valueAt(value: Json | undefined, path: PropertyPath): Json | undefined {
  return path.reduce<Json | undefined>((current, part) => {
    if (Array.isArray(current)) return (current as readonly Json[])[Number(part)];
    return isObject(current) ? current[String(part)] : undefined;
  }, value);
}

function differencesAt(before: Json | undefined, after: Json | undefined, path: PropertyPath): Difference[] {
  if (before === undefined) return [{ path, kind: "Add" }];
  if (after === undefined) return [{ path, kind: "Remove" }];
  return differences(before, after, path);
}

function union(left: readonly string[], right: readonly string[]): string[] {
  return [...new Set([...left, ...right])];
}
