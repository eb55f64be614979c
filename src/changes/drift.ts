import { isMadeNestedStack } from "../stack/eventKinds.ts";
import type { StackResource } from "./request.ts";

/** How the live stack differs from its template, as CloudFormation's drift detection found it. */
export interface StackDrift {
  /** Resources that were changed or deleted outside of CloudFormation. */
  readonly resources: readonly ResourceDrift[];
  /** What could not be checked. The stack is in sync where this is empty, too. */
  readonly unchecked: readonly Unchecked[];
  readonly coverage: DriftCoverage;
}

/** How far a drift detection went: what it says nothing of is not known to be in sync. */
export interface DriftCoverage {
  /** How many resources were checked. */
  readonly checked: number;
  /** Resources that CloudFormation passed over, which is no failure: it cannot detect the drift of their type, as a rule. */
  readonly leftOut: readonly LeftOut[];
  /** Stacks of which this is not known, and why. */
  readonly untold: readonly Unchecked[];
}

export interface LeftOut {
  /** Logical ids of the nested stacks that lead to it; empty for the root's. */
  readonly stackPath: readonly string[];
  readonly logicalId: string;
  readonly type: string;
}

export interface Unchecked {
  /** Logical ids of the nested stacks that lead to its stack; empty for the root's. */
  readonly stackPath: readonly string[];
  /** The resource; absent where it is the stack, or something in it that the reason tells. */
  readonly logicalId?: string;
  /** In AWS's words. */
  readonly reason: string;
  /** A whole stack that the run's time did not suffice for. */
  readonly isLate?: true;
}

export interface ResourceDrift {
  /** Logical ids of the nested stacks that lead to it; empty for the root's. */
  readonly stackPath: readonly string[];
  readonly logicalId: string;
  readonly physicalId?: string;
  readonly type: string;
  readonly status: "MODIFIED" | "DELETED";
  readonly differences: readonly DriftedProperty[];
  /** All its properties, expected and actual, as JSON texts, where AWS tells them: for the names in lists. Never shown. */
  readonly forms?: readonly string[];
}

export interface DriftedProperty {
  /** JSON pointer, e.g. `/BackupRetentionPeriod`. */
  readonly path: string;
  readonly kind: "ADD" | "REMOVE" | "NOT_EQUAL";
  /** Value text as AWS gives it; empty for a property that was added. */
  readonly expected: string;
  /** Empty for a property that was removed. */
  readonly actual: string;
}

/**
 * What a drift detection that is complete has checked, and what it left out. The drifts that AWS lists are those of checked
 * resources alone (https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeStackResourceDrifts.html),
 * and a stack is IN_SYNC whatever else it has (aws-cloudformation/cloudformation-coverage-roadmap#2546). In the list of its
 * resources the others are NOT_CHECKED: types that have no drift detection, and what a rollback was told to skip
 * (https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_StackResourceDriftInformationSummary.html).
 * Which types those are is asked anew each time: AWS's page of them is behind its service (aws/aws-cdk-cli#1900).
 * @param listed the stack's own resources, listed after the detection
 * @param found what drifted, and what could not be checked: neither is left out
 */
export function coverageOf(
  listed: readonly StackResource[],
  found: Pick<StackDrift, "resources" | "unchecked">,
): DriftCoverage {
  const drifted = new Set(found.resources.map(({ logicalId }) => logicalId));
  const failed = new Set(found.unchecked.map(({ logicalId }) => logicalId));
  const present = listed.filter(({ status }) => !GONE.has(status));
  const isChecked = ({ logicalId, driftStatus = "NOT_CHECKED" }: StackResource) =>
    CHECKED.has(driftStatus) || drifted.has(logicalId);
  return {
    checked: present.filter(isChecked).length,
    // A nested stack that is there has a detection of its own.
    leftOut: present
      .filter((one) => !isChecked(one) && !failed.has(one.logicalId) && !isMadeNestedStack(one))
      .map(({ logicalId, type }) => ({ stackPath: [], logicalId, type })),
    untold: [],
  };
}

const CHECKED: ReadonlySet<string> = new Set(["IN_SYNC", "MODIFIED", "DELETED"]);
const GONE: ReadonlySet<string> = new Set(["DELETE_COMPLETE", "DELETE_SKIPPED"]);

/** A detection that did not come to its end tells nothing: neither what it left out nor what it checked. */
export const NO_COVERAGE: DriftCoverage = { checked: 0, leftOut: [], untold: [] };

export function joinedCoverage(all: readonly DriftCoverage[]): DriftCoverage {
  return {
    checked: all.reduce((sum, { checked }) => sum + checked, 0),
    leftOut: all.flatMap(({ leftOut }) => leftOut),
    untold: all.flatMap(({ untold }) => untold),
  };
}
