import { asReadBack } from "../../secrets/ascii.ts";
import { isObject } from "../canonical.ts";
import type { Json, JsonObject } from "../model.ts";

/**
 * What is deployed, with the characters back that GetTemplate does not give. Where the text in its place in what is wanted reads
 * back just like it, that is taken for what the stack has: another letter in the place of one is not told then, and all others are told no
 * change that is none. What was sent as ASCII (`sentText`) has its letters, and nothing is to be restored.
 * @param had read from a stack
 * @param wanted as it was rendered
 */
export function restored(had: Json, wanted: Json): Json {
  return isAscii(had) ? withLetters(had, wanted) : had;
}

function isAscii(value: Json): boolean {
  return /^\p{ASCII}*$/u.test(JSON.stringify(value));
}

function withLetters(had: Json, wanted: Json): Json {
  if (typeof had === "string") return restoredText(had, wanted);
  if (Array.isArray(had)) {
    const items: readonly Json[] = Array.isArray(wanted) ? wanted : [];
    return had.map((item: Json, index) => withLetters(item, items[index] ?? null));
  }
  if (!isObject(had) || !isObject(wanted)) return had;
  return Object.fromEntries(
    Object.entries(had).map(([key, member]) => {
      const name = Object.hasOwn(wanted, key) ? key : restoredKey(key, wanted, had);
      return [name, withLetters(member, Object.hasOwn(wanted, name) ? (wanted[name] ?? null) : null)];
    }),
  );
}

function restoredText(had: string, wanted: Json): string {
  const isLost = had.includes("?") && typeof wanted === "string" && asReadBack(wanted) === had;
  return isLost ? wanted : had;
}

function restoredKey(key: string, wanted: JsonObject, had: JsonObject): string {
  if (!key.includes("?")) return key;
  return Object.keys(wanted).find((name) => asReadBack(name) === key && !Object.hasOwn(had, name)) ?? key;
}
