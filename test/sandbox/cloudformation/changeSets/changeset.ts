import type { Definition, RollbackConfiguration } from "../model.ts";
import type { Change } from "./changes.ts";

export type ChangeSetType = "CREATE" | "UPDATE" | "IMPORT";
export type OnStackFailure = "ROLLBACK" | "DO_NOTHING" | "DELETE";

export interface ValidationFinding {
  readonly name: string;
  readonly mode: "FAIL" | "WARN";
  readonly logicalId: string;
  readonly type: string;
  readonly path: string;
  readonly reason: string;
}

export interface HookFinding {
  readonly id: string;
  readonly type: string;
  readonly mode: "FAIL" | "WARN";
  readonly reason: string;
  readonly logicalId: string;
  readonly at: number;
}

export interface ImportTarget {
  readonly logicalId: string;
  readonly type: string;
  readonly identifier: Readonly<Record<string, string>>;
}

export interface ChangeSet {
  readonly id: string;
  readonly name: string;
  readonly stackId: string;
  readonly stackName: string;
  readonly type: ChangeSetType;
  readonly createdAt: number;
  /** When it leaves CREATE_PENDING, and when it is complete or failed. */
  readonly startsAt: number;
  readonly completesAt: number;
  readonly operationId: string;
  readonly description: string | undefined;
  readonly definition: Definition;
  readonly capabilities: readonly string[];
  readonly notificationArns: readonly string[];
  readonly rollback: RollbackConfiguration;
  readonly roleArn: string | undefined;
  readonly onStackFailure: OnStackFailure | undefined;
  readonly includeNestedStacks: boolean;
  readonly importExistingResources: boolean;
  readonly deploymentMode: string | undefined;
  readonly parentId: string | undefined;
  readonly rootId: string | undefined;
  readonly imports: readonly ImportTarget[];
  readonly changes: readonly Change[];
  /** Why it fails; undefined when it will be complete. */
  readonly failure: string | undefined;
  readonly validations: readonly ValidationFinding[];
  readonly hooks: readonly HookFinding[];
  /** Identical requests are one request; this tells them apart. */
  readonly fingerprint: Readonly<Record<string, string>>;
  execution: "NONE" | "EXECUTE_IN_PROGRESS" | "EXECUTE_COMPLETE" | "EXECUTE_FAILED" | "OBSOLETE";
}

export interface ChangeSetState {
  readonly status: string;
  readonly executionStatus: string;
  readonly reason: string | undefined;
}

/** What DescribeChangeSet says of its state at this time. */
export function stateOf(changeSet: ChangeSet, now: number): ChangeSetState {
  if (now < changeSet.startsAt) return unavailable("CREATE_PENDING");
  if (now < changeSet.completesAt) return unavailable("CREATE_IN_PROGRESS");
  if (changeSet.failure !== undefined) return unavailable("FAILED", changeSet.failure);
  const executionStatus = changeSet.execution === "NONE" ? "AVAILABLE" : changeSet.execution;
  return { status: "CREATE_COMPLETE", executionStatus, reason: undefined };
}

function unavailable(status: string, reason?: string): ChangeSetState {
  return { status, executionStatus: "UNAVAILABLE", reason };
}
