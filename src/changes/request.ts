import type { RollbackConfiguration } from "../stack/model.ts";
import type { Finding } from "../template/model.ts";
import type { ChangeSet, ChangeSetType } from "./model.ts";

/**
 * What the `Description` of every change set of this action starts with. It tells our own leftovers, which may be
 * deleted, from other people's change sets, which never are.
 */
export const DESCRIPTION_PREFIX = "aurora-deploy-action";

/** A request for a change set: CreateChangeSet without the SDK. */
export interface ChangeSetRequest {
  readonly stackName: string;
  readonly name: string;
  readonly type: ChangeSetType;
  /** Starts with `DESCRIPTION_PREFIX`. */
  readonly description: string;
  /** Canonical minified JSON. */
  readonly templateBody: string;
  /** Where the same template is to be read; absent where it goes in the request itself. */
  readonly templateUrl?: string;
  readonly parameters: readonly { readonly name: string; readonly value?: string }[];
  readonly tags: Readonly<Record<string, string>> | undefined;
  readonly capabilities: readonly string[];
  readonly roleArn: string | undefined;
  readonly notificationArns: readonly string[] | undefined;
  /** `undefined`: what the stack has stays. Otherwise all of it, for what is not named is taken away. */
  readonly rollback: RollbackConfiguration | undefined;
  readonly includeNestedStacks: boolean;
  readonly importExistingResources: boolean;
  readonly deploymentMode: "standard" | "revert-drift";
  readonly onFailure: "rollback" | "keep" | "delete";
}

/** Everything that is asked of CloudFormation for a stack: the change set, and what a call of its own sets. */
export interface StackRequest extends ChangeSetRequest {
  /** `undefined`: it stays as it is. */
  readonly terminationProtection: boolean | undefined;
}

/** Whether CloudFormation lists what changes inside of nested stacks: with revert-drift it cannot be asked to. */
export function areNestedListed({
  includeNestedStacks,
  deploymentMode,
}: Pick<StackRequest, "includeNestedStacks" | "deploymentMode">): boolean {
  return includeNestedStacks && deploymentMode === "standard";
}

/** What became of a change set that was asked for. */
export type PreparedChangeSet =
  | { readonly kind: "ready"; readonly changeSet: ChangeSet; readonly findings: readonly Finding[] }
  | { readonly kind: "no-changes"; readonly arn: string; readonly stackArn: string; readonly reason: string }
  | {
      readonly kind: "failed";
      readonly arn: string;
      readonly stackArn: string;
      readonly reason: string;
      readonly hint?: string;
      readonly findings: readonly Finding[];
    };

export interface ChangeSetSummary {
  readonly arn: string;
  readonly name: string;
  readonly status: string;
  readonly executionStatus: string;
  readonly description: string;
  /** Milliseconds since the epoch. */
  readonly createdAt?: number;
}

export interface ExecuteRequest {
  readonly changeSetArn: string;
  readonly stackArn: string;
  /** ClientRequestToken: marks every event of the operation and makes the call idempotent. */
  readonly token: string;
  /** `undefined` where the change set was made with an OnStackFailure of its own (`on-failure: delete`). */
  readonly disableRollback: boolean | undefined;
}

export interface StackResource {
  readonly logicalId: string;
  readonly physicalId?: string;
  readonly type: string;
  readonly status: string;
  /** Why it is in that status. */
  readonly reason?: string;
  /** As the last drift detection left it, e.g. `IN_SYNC`. */
  readonly driftStatus?: string;
}
