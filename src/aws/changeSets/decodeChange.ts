import type { Change, ResourceChangeDetail } from "@aws-sdk/client-cloudformation";
import type { PropertyChange, ResourceChange } from "../../changes/model.ts";
import type { Json } from "../../template/model.ts";
import { defined, required } from "../decode.ts";

/** A change as our model has it. Throws where AWS leaves out what a decision hangs on. */
export function decodeChange(
  change: Change,
  stackPath: readonly string[],
  withoutValues: boolean,
): ResourceChange {
  const resource = required(change.ResourceChange, "ResourceChange");
  const { BeforeContext, AfterContext } = resource;
  const [before, after] = [parsed(BeforeContext), parsed(AfterContext)];
  const isCut = (before === undefined && !!BeforeContext) || (after === undefined && !!AfterContext);
  return {
    stackPath,
    action: required(resource.Action, "Action"),
    logicalId: required(resource.LogicalResourceId, "LogicalResourceId"),
    type: required(resource.ResourceType, "ResourceType"),
    scope: resource.Scope ?? [],
    details: (resource.Details ?? []).map(decodeDetail),
    ...defined({
      physicalId: resource.PhysicalResourceId,
      replacement: resource.Replacement,
      policyAction: resource.PolicyAction,
      before,
      after,
      driftStatus: resource.ResourceDriftStatus,
      withoutValues: withoutValues ? true : undefined,
      isCut: isCut ? true : undefined,
    }),
  };
}

function decodeDetail(detail: ResourceChangeDetail): PropertyChange {
  const target = detail.Target ?? {};
  return {
    attribute: target.Attribute ?? "Properties",
    // AWS leaves it out for attributes that are no properties (tags, metadata), which replace nothing.
    requiresRecreation: target.RequiresRecreation ?? "Never",
    evaluation: detail.Evaluation ?? "Static",
    ...defined({
      name: target.Name,
      path: target.Path,
      before: target.BeforeValue,
      after: target.AfterValue,
      changeType: target.AttributeChangeType,
      source: detail.ChangeSource,
      causingEntity: detail.CausingEntity,
      drift: drifted(target.Drift),
    }),
  };
}

function drifted(drift: NonNullable<ResourceChangeDetail["Target"]>["Drift"]) {
  if (drift === undefined) return undefined;
  return { previous: drift.PreviousValue ?? "", actual: drift.ActualValue ?? "" };
}

/** AWS truncates long contexts: what is no JSON any more is no context. The details still have the change. */
function parsed(context: string | undefined): Json | undefined {
  if (context === undefined || context === "") return undefined;
  try {
    // JSON.parse answers JSON: the only cast that is certain.
    return JSON.parse(context) as Json;
  } catch {
    return undefined;
  }
}
