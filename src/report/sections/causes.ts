import { isHiddenChange } from "../../changes/hiddenChange.ts";
import { KNOWN_AFTER_APPLY, type PropertyChange, type ResourceChange } from "../../changes/model.ts";
import { causingResource, type ReplacementCertainty } from "../../changes/verdict/replacement.ts";
import { oneLine } from "../text/characters.ts";

/** One reason why a resource changes, in plain words that a renderer dresses. */
export interface Cause {
  /** `ServerlessV2ScalingConfiguration.MaxCapacity`; empty where no property is named. */
  readonly property: string;
  /** Short values only; `undefined` where there is none or it is too long for a line. */
  readonly before?: string;
  readonly after?: string;
  /** Only what is hidden changes. */
  readonly hidden?: true;
  /** `because parameter ` + entity + ` changed`; absent for a change in the template itself. */
  readonly because?: { readonly lead: string; readonly entity: string; readonly tail: string };
  readonly recreates: PropertyChange["requiresRecreation"];
}

export type Certainties = ReadonlyMap<string, ReplacementCertainty>;

/** The causes of a modification, replacing ones first, each property once, tags last. */
export function causesOf(change: ResourceChange, certainties: Certainties): readonly Cause[] {
  const weight = (detail: PropertyChange) =>
    detail.requiresRecreation === "Always" ? 0 : detail.requiresRecreation === "Conditionally" ? 1 : 2;
  return distinct(change.details)
    .sort((a, b) => weight(a) - weight(b) || Number(isTag(a)) - Number(isTag(b)))
    .map((detail) => cause(change, detail, certainties));
}

/** Whether nothing but tags changes. */
export function isTagsOnly(change: ResourceChange): boolean {
  if (change.action !== "Modify") return false;
  if (change.details.length > 0) return change.details.every(isTag);
  return change.scope.length > 0 && change.scope.every((scope) => scope === "Tags");
}

/** The property's path as a person says it: `Tags[0].Value`, `DeletionPolicy`. */
export function propertyLabel(detail: PropertyChange): string {
  const steps = (detail.path ?? "").split("/").slice(1);
  const inside = steps[0] === "Properties" ? steps.slice(1) : steps;
  if (inside.length === 0) return detail.name ?? detail.attribute;
  return inside
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce(
      (label, step) => (/^\d+$/.test(step) ? `${label}[${step}]` : label === "" ? step : `${label}.${step}`),
      "",
    );
}

/** A value for a person: known after apply, absent or short enough to stand in a line. */
function shortValue(value: string | undefined, limit = 48): string | undefined {
  if (value === undefined) return undefined;
  if (value.includes(KNOWN_AFTER_APPLY)) return "known after apply";
  const line = oneLine(value);
  return line.length <= limit && !/^[[{]/.test(line) ? line : undefined;
}

/**
 * The property changes a reader needs: AWS lists a referenced value twice, once with its cause and once as a
 * dynamic direct modification of the same property, which says nothing more.
 */
export function distinct(details: readonly PropertyChange[]): PropertyChange[] {
  const named = new Set(details.filter((detail) => detail.causingEntity !== undefined).map(keyOf));
  const seen = new Set<string>();
  return details.filter((detail) => {
    const isEcho = detail.causingEntity === undefined && detail.evaluation === "Dynamic";
    if (isEcho && named.has(keyOf(detail))) return false;
    const key = `${keyOf(detail)}\n${detail.causingEntity ?? ""}`;
    return seen.size < seen.add(key).size;
  });
}

function keyOf(detail: PropertyChange): string {
  return detail.path ?? `${detail.attribute}/${detail.name ?? ""}`;
}

function isTag(detail: PropertyChange): boolean {
  return (
    detail.attribute === "Tags" || /^(Tags|TagList|HostedZoneTags|FileSystemTags)$/.test(detail.name ?? "")
  );
}

function cause(change: ResourceChange, detail: PropertyChange, certainties: Certainties): Cause {
  const because = reason(change, detail, certainties);
  const hidden = isHiddenChange(detail);
  const before = hidden ? undefined : shortValue(detail.before);
  const after = hidden ? undefined : shortValue(detail.after);
  return {
    property: propertyLabel(detail),
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    ...(hidden ? { hidden } : {}),
    ...(because === undefined ? {} : { because }),
    recreates: detail.requiresRecreation,
  };
}

function reason(change: ResourceChange, detail: PropertyChange, certainties: Certainties): Cause["because"] {
  const entity = detail.causingEntity;
  switch (detail.source) {
    case "ParameterReference":
      return { lead: "because parameter", entity: entity ?? "", tail: "changed" };
    case "ResourceReference":
    case "ResourceAttribute":
      return entity === undefined ? undefined : referenced(change, detail, entity, certainties);
    case "Automatic":
      return { lead: "because its nested template may have changed", entity: "", tail: "" };
    case "NoModification":
      return { lead: "because the live value drifted", entity: "", tail: "" };
    default:
      return detail.drift === undefined
        ? undefined
        : { lead: "because the live value drifted", entity: "", tail: "" };
  }
}

function referenced(
  change: ResourceChange,
  detail: PropertyChange,
  entity: string,
  certainties: Certainties,
): Cause["because"] {
  const resource = causingResource(detail) ?? entity;
  switch (certainties.get([...change.stackPath, resource].join("/"))) {
    case "certain":
      return { lead: "because", entity: resource, tail: "is replaced" };
    case "possible":
      return { lead: "because", entity: resource, tail: "may be replaced" };
    default:
      return { lead: "because it depends on", entity, tail: "" };
  }
}
