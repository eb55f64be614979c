import { type ResourceChange, resourceKey } from "../model.ts";
import type { ReplacementCertainty } from "./replacement.ts";

export interface ChangeCounts {
  readonly add: number;
  readonly modify: number;
  readonly replace: number;
  readonly remove: number;
  readonly import: number;
  /** Dynamic and SyncWithActual. */
  readonly other: number;
}

/** How many resources change in which way; a replacement that is certain is one of its own. */
export function count(
  resources: readonly ResourceChange[],
  certainty: ReadonlyMap<string, ReplacementCertainty>,
): ChangeCounts {
  const counts = { add: 0, modify: 0, replace: 0, remove: 0, import: 0, other: 0 };
  for (const change of resources) counts[countedAs(change, certainty)] += 1;
  return counts;
}

function countedAs(
  change: ResourceChange,
  certainty: ReadonlyMap<string, ReplacementCertainty>,
): keyof ChangeCounts {
  switch (change.action) {
    case "Add":
      return "add";
    case "Modify":
      return certainty.get(resourceKey(change)) === "certain" ? "replace" : "modify";
    case "Remove":
      return "remove";
    case "Import":
      return "import";
    case "Dynamic":
    case "SyncWithActual":
      return "other";
  }
}
