import { isStateful } from "../resourceTypes.ts";
import { isOfCluster } from "../usualPolicy.ts";
import type { StandingResource } from "./standing.ts";

/** A resource as it is named to a reader. */
export interface NamedResource {
  /** Across nested stacks: `Inner/Table`. */
  readonly key: string;
  readonly type: string;
  readonly physicalId?: string;
}

/** What becomes of what a stack holds when it is deleted. */
export interface Fate {
  /** How many resources are deleted, the lost and the saved ones among them. */
  readonly deleted: number;
  /** Stored data that no template brings back. */
  readonly lost: readonly NamedResource[];
  /** Stays in the account, in no stack (`DeletionPolicy: Retain`). */
  readonly kept: readonly NamedResource[];
  /** Deleted after a last snapshot (`DeletionPolicy: Snapshot`). */
  readonly saved: readonly NamedResource[];
}

/** What the deletion takes along, leaves and saves. */
export function fateOf(resources: readonly StandingResource[]): Fate {
  const there = resources.filter(({ isGone }) => !isGone);
  const of = (policy: StandingResource["policy"]) => there.filter((resource) => resource.policy === policy);
  return {
    deleted: there.length - of("Retain").length,
    lost: of("Delete").filter(holdsData).map(named),
    kept: of("Retain").map(named),
    saved: of("Snapshot").map(named),
  };
}

export function named({ stackPath, logicalId, type, physicalId }: StandingResource): NamedResource {
  return {
    ...{ key: [...stackPath, logicalId].join("/"), type },
    ...(physicalId === undefined ? {} : { physicalId }),
  };
}

function holdsData({ type, properties }: StandingResource): boolean {
  // What is in a nested stack is told by its own resources.
  if (type === "AWS::CloudFormation::Stack" || !isStateful(type)) return false;
  return type !== "AWS::RDS::DBInstance" || !isOfCluster(properties);
}
