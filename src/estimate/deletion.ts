import type { StandingResource, StandingStack } from "../changes/destroy/standing.ts";
import type { ResourceChange } from "../changes/model.ts";
import { isOfCluster } from "../changes/usualPolicy.ts";
import { type Estimate, estimateOf } from "./estimate.ts";
import { NO_HISTORY } from "./history.ts";

/** How long the deletion of a whole stack takes: of that no stack has a history. */
export function estimateOfDeletion(
  stacks: readonly StandingStack[],
  resources: readonly StandingResource[],
): Estimate {
  const changes = resources
    .filter(({ isGone }) => !isGone)
    .map(({ stackPath, logicalId, type, policy, properties }): ResourceChange => {
      const policyAction = policy === "Retain" ? "Retain" : "Delete";
      const change = {
        stackPath,
        logicalId,
        type,
        action: "Remove",
        policyAction,
        scope: [],
        details: [],
      } as const;
      // As AWS would list it, as far as it matters here.
      const before = { Properties: { DBClusterIdentifier: "" } };
      return isOfCluster(properties) ? { ...change, before } : change;
    });
  const templates = stacks.map(({ stackPath, template }) => ({
    stackPath,
    before: template && { value: template },
    after: undefined,
  }));
  return estimateOf({ changes, templates, history: NO_HISTORY, areNestedListed: true });
}
