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
  /** `because parameter` + entities + `changed`; absent for a change in the template itself. */
  readonly because?: Because;
  readonly recreates: PropertyChange["requiresRecreation"];
}

export interface Because {
  readonly lead: string;
  /** Several where one property depends on them all. */
  readonly entities: readonly string[];
  readonly tail: string;
}

export type Certainties = ReadonlyMap<string, ReplacementCertainty>;

/** The causes of a modification, replacing ones first, each property once, tags last. */
export function causesOf(change: ResourceChange, certainties: Certainties): readonly Cause[] {
  const weight = (detail: PropertyChange) =>
    detail.requiresRecreation === "Always" ? 0 : detail.requiresRecreation === "Conditionally" ? 1 : 2;
  const causes = distinct(change.details)
    .sort((a, b) => weight(a) - weight(b) || Number(isTag(a)) - Number(isTag(b)))
    .map((detail) => cause(change, detail, certainties));
  return [...Map.groupBy(causes, sameButEntity).values()].flatMap(together);
}

/** A text that refers to ten resources is listed ten times, each with one of them as its cause. */
function sameButEntity({ because, ...rest }: Cause): string {
  return JSON.stringify([rest, because?.lead, because?.tail]);
}

function together(same: readonly Cause[]): readonly Cause[] {
  const entities = same.flatMap(({ because }) => because?.entities ?? []);
  return same
    .slice(0, 1)
    .map(({ because, ...cause }) =>
      because === undefined ? cause : { ...cause, because: { ...because, entities } },
    );
}

const MOST_ENTITIES = 3;

/** A reason in words; `dress` makes a name stand out. */
export function becauseText({ lead, entities, tail }: Because, dress: (name: string) => string): string {
  const names = entities.slice(0, MOST_ENTITIES).map(dress).join(", ");
  const more = entities.length - MOST_ENTITIES;
  const listed = more > 0 ? `${names} and ${more} more` : names;
  const isOne = entities.length <= 1;
  return [
    isOne ? lead : lead.replace(/parameter$/, "parameters"),
    listed,
    isOne ? tail : tail.replace(/^is /, "are "),
  ]
    .filter((part) => part !== "")
    .join(" ");
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

function reason(
  change: ResourceChange,
  detail: PropertyChange,
  certainties: Certainties,
): Because | undefined {
  const entity = detail.causingEntity;
  switch (detail.source) {
    case "ParameterReference":
      return { lead: "because parameter", entities: [entity ?? ""], tail: "changed" };
    case "ResourceReference":
    case "ResourceAttribute":
      return entity === undefined ? undefined : referenced(change, detail, entity, certainties);
    case "Automatic":
      return { lead: "because its nested template may have changed", entities: [], tail: "" };
    case "NoModification":
      return { lead: "because the live value drifted", entities: [], tail: "" };
    default:
      return detail.drift === undefined
        ? undefined
        : { lead: "because the live value drifted", entities: [], tail: "" };
  }
}

function referenced(
  change: ResourceChange,
  detail: PropertyChange,
  entity: string,
  certainties: Certainties,
): Because {
  const resource = causingResource(detail) ?? entity;
  switch (certainties.get([...change.stackPath, resource].join("/"))) {
    case "certain":
      return { lead: "because", entities: [resource], tail: "is replaced" };
    case "possible":
      return { lead: "because", entities: [resource], tail: "may be replaced" };
    default:
      return { lead: "because it depends on", entities: [entity], tail: "" };
  }
}
