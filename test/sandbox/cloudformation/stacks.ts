import type { Stack } from "./model.ts";

/** An empty stack, as a CREATE change set or a nested stack's parent makes it. */
export function newStack(
  id: string,
  name: string,
  createdAt: number,
  family: { readonly parentId?: string; readonly rootId?: string } = {},
): Stack {
  return {
    id,
    name,
    createdAt,
    parentId: family.parentId,
    rootId: family.rootId,
    status: "REVIEW_IN_PROGRESS",
    statusReason: undefined,
    updatedAt: undefined,
    deletedAt: undefined,
    definition: undefined,
    outputs: [],
    capabilities: [],
    notificationArns: [],
    rollback: { triggers: [], minutes: 0 },
    roleArn: undefined,
    terminationProtection: false,
    disableRollback: false,
    changeSetId: undefined,
    drift: { status: "NOT_CHECKED", at: undefined },
    resources: new Map(),
    statuses: new Map(),
    events: [],
    operations: [],
    previous: undefined,
  };
}

export function isBusy(status: string): boolean {
  return status.endsWith("_IN_PROGRESS") && status !== "REVIEW_IN_PROGRESS";
}

/** Whether an update may start: terminal states of a stack that has resources. */
export function isUpdatable(status: string): boolean {
  return UPDATABLE.has(status);
}

/** Whether an operation failed and was kept: it goes on only with rollback disabled once more. */
export function isKept(status: string): boolean {
  return status === "CREATE_FAILED" || status === "UPDATE_FAILED";
}

const UPDATABLE = new Set([
  "CREATE_COMPLETE",
  "UPDATE_COMPLETE",
  "UPDATE_ROLLBACK_COMPLETE",
  "IMPORT_COMPLETE",
  "IMPORT_ROLLBACK_COMPLETE",
  // With rollback disabled, a failed operation can be retried (`isKept`); a change set is made in any case.
  "CREATE_FAILED",
  "UPDATE_FAILED",
]);
