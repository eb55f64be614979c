import { isObject } from "../canonical.ts";
import type { Json, JsonObject } from "../model.ts";

/**
 * A template's text as GetTemplate gives it: `?` for each character that is not ASCII, whatever the stack has in its place
 * (https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/1220).
 */
export function asReadBack(text: string): string {
  return text.replaceAll(/[\u{80}-\u{10ffff}]/gu, "?");
}

/**
 * What is deployed, with the characters back that GetTemplate does not give. Where the text in its place in what is wanted reads
 * back just like it, the stack has that one: whoever puts a letter for a `?` is told nothing, and all others no change that is none.
 * @param had read from a stack
 * @param wanted as it was rendered
 */
export function restored(had: Json, wanted: Json): Json {
  if (typeof had === "string") return restoredText(had, wanted);
  if (Array.isArray(had)) {
    const items: readonly Json[] = Array.isArray(wanted) ? wanted : [];
    return had.map((item: Json, index) => restored(item, items[index] ?? null));
  }
  if (!isObject(had) || !isObject(wanted)) return had;
  return Object.fromEntries(
    Object.entries(had).map(([key, member]) => {
      const name = Object.hasOwn(wanted, key) ? key : restoredKey(key, wanted);
      return [name, restored(member, Object.hasOwn(wanted, name) ? (wanted[name] ?? null) : null)];
    }),
  );
}

function restoredText(had: string, wanted: Json): string {
  const isLost = had.includes("?") && typeof wanted === "string" && asReadBack(wanted) === had;
  return isLost ? wanted : had;
}

function restoredKey(key: string, wanted: JsonObject): string {
  return (
    (key.includes("?") ? Object.keys(wanted).find((name) => asReadBack(name) === key) : undefined) ?? key
  );
}
