import { canonicalJson } from "../../template/canonical.ts";
import type { Json } from "../../template/model.ts";
import { UPLOADED_IN, uploadedName } from "../../template/tree/stored.ts";
import { KNOWN_AFTER_APPLY, type PropertyChange, type ResourceChange, resourceKey } from "../model.ts";
import { parseValue } from "../resourceState.ts";
import { type Item, type Items, keyText } from "./model.ts";

/** How the names of the items begin that say what is done to a resource as a whole. */
export const RESOURCE = "resource";
/** How the names of the items begin that say what CloudFormation lists of a property. */
export const PROPERTY = "property";

/**
 * What CloudFormation lists in a change set: an item for each resource (action, type, replacement, policy action), and
 * one for each of its property paths. Physical ids and causes are left out: they do not say what will be.
 */
export function listedItems(resources: readonly ResourceChange[]): Items {
  const items = new Map<string, Item>();
  for (const changes of Map.groupBy(resources, resourceKey).values()) {
    const [{ stackPath, logicalId }] = changes as [ResourceChange];
    const key = keyText(stackPath, logicalId);
    // AWS lists a resource once. Should it ever list one twice, neither may hide the other.
    items.set(`${RESOURCE} ${key}`, { before: null, after: null, how: oneText(changes.map(operation)) });
    const details = changes.flatMap((change) => change.details);
    for (const [place, same] of Map.groupBy(details, placeOf)) {
      const item = propertyItem(same);
      if (!isSameUpload(item)) items.set(`${PROPERTY} ${key} ${place}`, item);
    }
  }
  return items;
}

/** A value as CloudFormation shows it, in one form: objects and lists are JSON text there, in no set order. */
export function listedText(value: string): string {
  return canonicalJson(parseValue(withoutUploads(value)));
}

/** Templates that this action uploads are compared by their content: of the names that it gives them the bucket says more. */
function isSameUpload({ before, after }: Item): boolean {
  return before !== null && before === after && before.includes(UPLOADED_IN);
}

/** A text in which the names that this action gives to the templates that it uploads say no more than the bucket. */
export function withoutUploads(value: string): string {
  return value.replace(
    /https?:\/\/[^\s"]{1,900}\/aurora-deploy-action\/[0-9a-f]{64}\.json/g,
    (url) => uploadedName(url) ?? url,
  );
}

function operation({ action, type, replacement, policyAction }: ResourceChange): Json {
  return { action, type, replacement: replacement ?? null, policyAction: policyAction ?? null };
}

/** AWS lists one property once per cause (Static and Dynamic); a reviewer sees one change. */
function propertyItem(details: readonly PropertyChange[]): Item {
  const how = details.map(({ requiresRecreation, changeType }) => ({
    recreation: requiresRecreation,
    change: changeType ?? null,
  }));
  const after = valueText(details.map((detail) => detail.after));
  const before = isLater(details) ? null : valueText(details.map((detail) => detail.before));
  return { before, after, how: oneText(how) };
}

/**
 * Where a value is known only later, what is there until then may be a physical id, which each replacement draws anew
 * (`task-definition/app:41`). What was written there is the definition's before. What somebody changed by hand is taken back: that counts.
 */
function isLater(details: readonly PropertyChange[]): boolean {
  return (
    details.some(({ after }) => after?.includes(KNOWN_AFTER_APPLY) === true) &&
    details.every(({ drift }) => drift === undefined)
  );
}

function valueText(values: readonly (string | undefined)[]): string | null {
  const texts = [...new Set(values.flatMap((value) => (value === undefined ? [] : [listedText(value)])))];
  if (texts.length < 2) return texts[0] ?? null;
  return canonicalJson(texts.sort());
}

function oneText(forms: readonly Json[]): string {
  const texts = [...new Set(forms.map(canonicalJson))].sort();
  return texts.length === 1 ? (texts[0] ?? "") : canonicalJson(texts);
}

/** `/Properties/DelaySeconds`, or `Tags /Tags/0` for what is no property. */
function placeOf({ attribute, path, name }: PropertyChange): string {
  const place = path ?? (name === undefined ? "" : `/${attribute}/${name}`);
  if (attribute === "Properties") return place === "" ? "/Properties" : place;
  return place === "" ? attribute : `${attribute} ${place}`;
}
