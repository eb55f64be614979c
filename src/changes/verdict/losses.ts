import type { ResourceChange, UnlistedChange } from "../model.ts";
import type { WrittenStates } from "../policies/written.ts";
import { isOnDisks, isServing, isStateful, isUnjudged } from "../resourceTypes.ts";
import { isOfCluster } from "../usualPolicy.ts";
import { type ReplacementCertainty, recreating } from "./replacement.ts";
import { statesOf } from "./statesOf.ts";

/** What is no longer there after a change, or not as it was: stored data, a service, the resource itself. */
export interface Loss {
  readonly kind: "data-loss" | "replacement" | "possible-replacement" | "interruption";
  readonly property?: string;
  readonly message: string;
}

/**
 * What a change takes away by a removal, a replacement, or what may become one.
 * @param written what the templates say of it, where CloudFormation does not show it whole
 */
export function losses(
  change: ResourceChange,
  replacement: ReplacementCertainty,
  written?: WrittenStates,
): readonly Loss[] {
  const holds = holdsData(change, written);
  if (change.action === "Remove") return removed(change, holds);
  return [...undecided(change, holds), ...replaced(change, replacement, holds)];
}

/** The same of what nobody lists, as far as the templates tell. */
export function unlistedLosses({ change, isCertain }: UnlistedChange): readonly Loss[] {
  const holds = holdsData(change);
  return change.action === "Remove" ? removed(change, holds, isCertain) : modified(change, holds);
}

/** Whether what leaves the stack, or is replaced in it, stays in the account as it is. */
export function isRetained({ policyAction }: ResourceChange): boolean {
  return policyAction === "Retain" || policyAction === "ReplaceAndRetain";
}

function removed(change: ResourceChange, holds: boolean, isCertain = true): readonly Loss[] {
  if (isRetained(change)) return [];
  const is = isCertain ? "is" : "may be";
  if (holds) {
    if (isKept(change))
      return [{ kind: "interruption", message: `${is} deleted; a final snapshot keeps its data` }];
    return isCertain
      ? [{ kind: "data-loss", message: "is deleted without a snapshot: its data is lost" }]
      : [{ kind: "possible-replacement", message: `${UNLISTED}: it may be deleted, ${LOST_THEN}` }];
  }
  if (isUnjudged(change.type)) return [{ kind: "interruption", message: `${is} removed: ${UNJUDGED}` }];
  if (!isServing(change.type)) return [];
  const disks = isOnDisks(change.type) ? `, and ${DISKS}` : "";
  return [{ kind: "interruption", message: `${is} removed: what it serves ends${disks}` }];
}

/** Whether it is replaced nobody says, and of what holds nothing it is not told: that would be said of everything. */
function modified(change: ResourceChange, holds: boolean): readonly Loss[] {
  if (holds && !isKept(change))
    return [{ kind: "possible-replacement", message: `${UNLISTED}: it may be replaced, ${LOST_THEN}` }];
  if (isUnjudged(change.type) && !isRetained(change))
    return [{ kind: "possible-replacement", message: `${UNLISTED}: it may be replaced, and ${UNJUDGED}` }];
  return [];
}

const UNLISTED = "changes in a nested stack whose changes are not listed";
const LOST_THEN = "and its data be lost then";

const UNJUDGED = "what it serves or holds cannot be judged, for its type is not known here";
const DISKS = "what only its own disks hold is lost";

/** "The exact action for the resource can't be determined" (ResourceChange, Dynamic): it may be any. */
function undecided(change: ResourceChange, holds: boolean): readonly Loss[] {
  if (change.action !== "Dynamic" || !(holds || isUnjudged(change.type))) return [];
  const message = "is changed in a way that only the execution decides: its data may be lost";
  return [{ kind: "possible-replacement", message }];
}

function replaced(
  change: ResourceChange,
  replacement: ReplacementCertainty,
  holds: boolean,
): readonly Loss[] {
  if (replacement === "none") return [];
  const property = recreating(change)[0]?.name;
  const said = property === undefined ? {} : { property };
  const isLost = holds && !isKept(change);
  if (replacement === "possible") {
    const loss = isLost ? ", and its data would be lost then" : "";
    return [{ kind: "possible-replacement", message: `may be replaced${loss}`, ...said }];
  }
  if (isLost) {
    const message = "is replaced and the old one deleted without a snapshot: its data is lost";
    return [{ kind: "data-loss", message, ...said }];
  }
  return [{ kind: "replacement", message: `is replaced${afterwards(change, holds)}`, ...said }];
}

/** What becomes of the old one, where that matters. */
function afterwards(change: ResourceChange, holds: boolean): string {
  if (holds) {
    return isRetained(change)
      ? "; the old one stays in the account, the new one starts empty"
      : "; a snapshot of the old one is kept, the new one starts empty";
  }
  if (isRetained(change)) return "";
  if (isUnjudged(change.type)) return `: ${UNJUDGED}`;
  return isOnDisks(change.type) ? ": what only the old one's own disks hold is lost" : "";
}

function isKept({ policyAction }: ResourceChange): boolean {
  return policyAction !== undefined && !["Delete", "ReplaceAndDelete"].includes(policyAction);
}

/** An Aurora instance computes only: the data is the cluster's. */
function holdsData(change: ResourceChange, written?: WrittenStates): boolean {
  if (!isStateful(change.type)) return false;
  return change.type !== "AWS::RDS::DBInstance" || !isOfCluster(statesOf(change, written).before ?? {});
}
