import type { Json, JsonObject, Resource } from "../model.ts";
import { deletionPolicy } from "../templates/policies.ts";
import type { TemplateResource } from "../templates/template.ts";
import type { Change, Replacement } from "./changes.ts";
import type { Detail } from "./details.ts";

export function addition(resource: TemplateResource, after: JsonObject): Change {
  return {
    action: "Add",
    logicalId: resource.logicalId,
    physicalId: undefined,
    type: resource.type,
    replacement: undefined,
    policyAction: undefined,
    scope: [],
    details: [],
    before: undefined,
    after,
  };
}

export function removal(resource: Resource, previous: TemplateResource | undefined): Change {
  return {
    action: "Remove",
    logicalId: resource.logicalId,
    physicalId: resource.physicalId,
    type: resource.type,
    replacement: undefined,
    policyAction: deletionPolicy(resource.type, previous),
    scope: [],
    details: [],
    before: contextOf(previous, resource.shown),
    after: undefined,
  };
}

/** What DescribeChangeSet gives as BeforeContext and AfterContext. */
export function contextOf(resource: TemplateResource | undefined, properties: JsonObject): JsonObject {
  const optional: [string, Json | undefined][] = [
    ["Metadata", resource?.metadata],
    ["DeletionPolicy", resource?.deletionPolicy],
    ["UpdateReplacePolicy", resource?.updateReplacePolicy],
  ];
  const given = optional.filter((entry): entry is [string, Json] => entry[1] !== undefined);
  return { Properties: properties, ...Object.fromEntries(given) };
}

/** "Always" with a static evaluation is True; anything less certain is Conditional (API reference, ResourceChange). */
export function replacementOf(details: readonly Detail[]): Replacement {
  const recreating = details.filter(({ recreation }) => recreation !== "Never");
  if (recreating.some(({ recreation, evaluation }) => recreation === "Always" && evaluation === "Static")) {
    return "True";
  }
  return recreating.length > 0 ? "Conditional" : "False";
}
