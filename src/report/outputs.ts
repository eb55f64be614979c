import { type Changes, resourceKey } from "../changes/model.ts";
import { replacements } from "../changes/verdict/replacement.ts";
import type { Verdict } from "../changes/verdict/verdict.ts";
import { distinct, propertyLabel } from "./sections/causes.ts";
import { physicalName } from "./text/names.ts";

/**
 * The `change-summary` output: JSON with `"version": 1`, the counts, the verdict and one entry a changed
 * resource. Without property values: outputs are not masked and travel to other jobs.
 */
export function changeSummary(changes: Changes, verdict: Verdict): string {
  const certainty = replacements(changes.resources);
  return JSON.stringify({
    version: 1,
    stack: changes.target.stack,
    region: changes.target.region,
    type: changes.target.type,
    counts: verdict.counts,
    verdict: {
      level: verdict.level,
      risks: verdict.risks,
      unacknowledged: verdict.unacknowledged,
    },
    resources: changes.resources.map((change) => {
      const { now, next } = physicalName(change);
      return {
        id: resourceKey(change),
        type: change.type,
        action: change.action,
        replacement: certainty.get(resourceKey(change)) ?? "none",
        ...(change.policyAction === undefined ? {} : { policyAction: change.policyAction }),
        ...(now === undefined ? {} : { name: now }),
        ...(next === undefined ? {} : { newName: next }),
        properties: [...new Set(distinct(change.details).map(propertyLabel))],
      };
    }),
    parameters: changes.parameters.map(({ name }) => name),
    tags: changes.tags.map(({ key }) => key),
    outputs: changes.outputs.map(({ key }) => key),
  });
}
