import type { Json, JsonObject } from "../../template/model.ts";
import { asList, isObject, isWhole, parseValue, type ResourceStates } from "../resourceState.ts";
import { PUBLIC_ACCESS } from "./publicAccessFacts.ts";
import type { WeakerGuard } from "./weakerGuard.ts";

/** What a change, or a new resource, opens to everybody by its own properties. */
export function publicAccess(type: string, states: ResourceStates): readonly WeakerGuard[] {
  const { before, after } = states;
  if (after === undefined) return [];
  return [...opened(type, states), ...unblocked(states), ...networks(type, before, after)];
}

function opened(type: string, states: ResourceStates): readonly WeakerGuard[] {
  const { before, after } = states;
  const facts = PUBLIC_ACCESS.filter((fact) => fact.type === type);
  const open = facts.filter(({ path, open, isDefault = false, unless, onlyChanged }) => {
    const isOpen = (state: JsonObject | undefined, isComplete: boolean) => {
      if (state === undefined) return false;
      if (unless !== undefined && valuesAt(state, unless[0]).some((value) => unless[1].test(String(value))))
        return false;
      const values = valuesAt(state, path);
      return values.length === 0 ? isDefault && isComplete : values.some((value) => open.test(String(value)));
    };
    if (before === undefined && onlyChanged === true) return false;
    return isOpen(after, isWhole(states, path)) && !isOpen(before, true);
  });
  return open.map(({ path, message }) => ({ property: path.split("/")[0] ?? path, message }));
}

const BLOCK = "PublicAccessBlockConfiguration";

/**
 * Settings that leave a new bucket unguarded, which has all four by default (since April 2023), or one that had none of its
 * own. One of each pair is enough: nothing public is taken on, or what is public lets nobody in.
 */
function unblocked(states: ResourceStates): readonly WeakerGuard[] {
  const { before, after } = states;
  const block = after?.[BLOCK];
  if (!isWhole(states, BLOCK) || !isObject(block) || before?.[BLOCK] !== undefined) return [];
  const isGuarded = (...names: readonly string[]) =>
    names.some((name) => /^true$/i.test(String(block[name])));
  const isSafe =
    isGuarded("BlockPublicPolicy", "RestrictPublicBuckets") &&
    isGuarded("BlockPublicAcls", "IgnorePublicAcls");
  return isSafe ? [] : [{ property: BLOCK, message: "may be made public" }];
}

/** Collections that a network policy lets everybody reach, of those it did not let everybody reach before. */
function networks(type: string, before: JsonObject | undefined, after: JsonObject): readonly WeakerGuard[] {
  if (type !== "AWS::OpenSearchServerless::SecurityPolicy") return [];
  const known = new Set(publicCollections(before));
  const isOpened = publicCollections(after).some((name) => !known.has(name));
  return isOpened ? [{ property: "Policy", message: "is opened to the world" }] : [];
}

function publicCollections(state: JsonObject | undefined): readonly string[] {
  return valuesAt(state, "Policy/*")
    .filter((entry) => isObject(entry) && /^true$/i.test(String(entry.AllowFromPublic)))
    .flatMap((entry) => {
      const names = valuesAt(entry, "Rules/*/Resource/*").map(String);
      return names.length === 0 ? ["*"] : names;
    });
}

/** What stands at a path; JSON text is read on the way. */
function valuesAt(node: Json | undefined, path: string): readonly Json[] {
  let nodes: readonly Json[] = node === undefined ? [] : [node];
  for (const step of path.split("/")) {
    nodes = nodes.flatMap((it): readonly Json[] => {
      const value = typeof it === "string" ? parseValue(it) : it;
      if (step === "*") return asList(value);
      const child = isObject(value) ? value[step] : undefined;
      return child === undefined || child === null ? [] : [child];
    });
  }
  return nodes;
}
