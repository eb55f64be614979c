import { isObject } from "../../template/canonical.ts";
import { isRewritten } from "../../template/macros.ts";
import type { Json, JsonObject } from "../../template/model.ts";
import type { ChangeAction, ResourceChange } from "../model.ts";
import { keyText, unescaped } from "./model.ts";
import { pathKey, valueAt } from "./references.ts";
import type { TemplatePair } from "./templateItems.ts";

/**
 * What is known of a resource before and after, by its key as the items have it (`keyText`): a context or a definition for
 * each side that there is, `null` for one that nobody can tell.
 */
export type Forms = (key: string) => readonly Json[];

const UNTOLD: readonly Json[] = [null];

/**
 * CloudFormation's contexts where it gives them, which it leaves out of what it lists without values and cuts where they are
 * long; otherwise what the deployed and the wanted template say.
 */
export function resourceForms(
  resources: readonly ResourceChange[],
  templates: readonly TemplatePair[],
): Forms {
  const changes = Map.groupBy(resources, ({ stackPath, logicalId }) => keyText(stackPath, logicalId));
  const pairs = new Map(templates.map((pair) => [pathKey(pair.stackPath), pair]));
  return (key) => {
    const path = key.split("/").map(unescaped);
    const pair = pairs.get(pathKey(path.slice(0, -1)));
    const listed = changes.get(key) ?? [];
    return SIDES.flatMap(({ side, isNone }) => {
      const contexts = listed.flatMap((change) => change[side] ?? []).filter(isObject);
      if (contexts.length > 0) return contexts;
      const forms = defined(pair?.[side]?.value, path.at(-1));
      return forms.length > 0 || listed.every(({ action }) => isNone.has(action)) ? forms : UNTOLD;
    });
  };
}

/** What is made has nothing before, what goes nothing after. */
const SIDES = [
  { side: "before", isNone: new Set<ChangeAction>(["Add", "Import"]) },
  { side: "after", isNone: new Set<ChangeAction>(["Remove"]) },
] as const;

/** What a template says of its resource: a macro may put entries of a list before others. */
function defined(template: JsonObject | undefined, logicalId: string | undefined): readonly Json[] {
  if (template === undefined || logicalId === undefined) return [];
  const definition = valueAt({ value: template }, ["Resources", logicalId]) ?? null;
  if (definition === null) return [];
  return isKnownRewritten(template) ? UNTOLD : [definition];
}

/** Asked for each of a template's resources, and worked out once. */
function isKnownRewritten(template: JsonObject): boolean {
  const known = rewritten.get(template) ?? isRewritten(template);
  rewritten.set(template, known);
  return known;
}

const rewritten = new WeakMap<JsonObject, boolean>();
