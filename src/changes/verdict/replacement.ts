import { KNOWN_AFTER_APPLY, type PropertyChange, type ResourceChange, resourceKey } from "../model.ts";

export type ReplacementCertainty = "certain" | "possible" | "none";

/**
 * Whether each resource will be replaced, by `resourceKey`.
 *
 * AWS's `Replacement` is taken further in two ways. A `True` that hangs only on values which nobody knows
 * yet, and on no resource that is replaced itself, is possible: the value often turns out the same. A
 * `Conditional` that refers to a resource which is certainly replaced is certain: the reference changes with it.
 */
export function replacements(
  resources: readonly ResourceChange[],
): ReadonlyMap<string, ReplacementCertainty> {
  const known = new Map(resources.map((change) => [resourceKey(change), first(change)]));
  const next = () =>
    resources.filter(
      (change) => known.get(resourceKey(change)) === "possible" && hangsOnReplaced(change, known),
    );
  // Certainty spreads along references; each round carries it one resource further.
  for (let raised = next(); raised.length > 0; raised = next()) {
    for (const change of raised) known.set(resourceKey(change), "certain");
  }
  return known;
}

/** The property changes that make AWS replace a resource, the certain ones first. */
export function recreating(change: ResourceChange): readonly PropertyChange[] {
  const always = change.details.filter((detail) => detail.requiresRecreation === "Always");
  const perhaps = change.details.filter((detail) => detail.requiresRecreation === "Conditionally");
  const isSettled = (detail: PropertyChange) => !isUnsettled(detail);
  return [...always.filter(isSettled), ...always.filter(isUnsettled), ...perhaps];
}

/** The logical id that a causing entity begins with: `Cluster` of `Cluster.Endpoint.Address`. */
export function causingResource(detail: PropertyChange): string | undefined {
  const isResource = detail.source === "ResourceReference" || detail.source === "ResourceAttribute";
  return isResource ? detail.causingEntity?.split(".")[0] : undefined;
}

function first(change: ResourceChange): ReplacementCertainty {
  if (change.action !== "Modify" || change.replacement === "False") return "none";
  if (change.replacement === undefined) return staysByItsDetails(change) ? "none" : "possible";
  if (change.replacement === "Conditional") return "possible";
  const always = change.details.filter((detail) => detail.requiresRecreation === "Always");
  return always.length > 0 && always.every(isUnsettled) ? "possible" : "certain";
}

/**
 * CloudFormation's reference gives every `Modify` its `Replacement`. Where none comes, it is a doubt, unless everything
 * that is told of the change says that the resource stays.
 */
function staysByItsDetails({ scope, details }: ResourceChange): boolean {
  const isElsewhere = scope.length > 0 && !scope.includes("Properties");
  const isInPlace = details.length > 0 && details.every(({ requiresRecreation: it }) => it === "Never");
  return isElsewhere || isInPlace;
}

function isUnsettled(detail: PropertyChange): boolean {
  return detail.evaluation === "Dynamic" || (detail.after?.includes(KNOWN_AFTER_APPLY) ?? false);
}

function hangsOnReplaced(change: ResourceChange, known: ReadonlyMap<string, ReplacementCertainty>): boolean {
  return change.details.some((detail) => {
    if (detail.requiresRecreation !== "Always") return false;
    const cause = causingResource(detail);
    if (cause === undefined) return false;
    return known.get([...change.stackPath, cause].join("/")) === "certain";
  });
}
