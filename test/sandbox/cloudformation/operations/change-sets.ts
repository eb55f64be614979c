import { AwsError, validationError } from "../../aws/errors.ts";
import { flag, type Params, text } from "../../aws/query.ts";
import { type ChangeSet, stateOf } from "../changeSets/changeset.ts";
import { findStack, requireStack, type World } from "../world.ts";
import { droppedReason, resourceChange, summary } from "./change-set-shape.ts";
import { type Handler, page, required } from "./input.ts";
import { rollbackShape } from "./rollback-configuration.ts";

/** The change set that a call names: by ARN, or by name together with its stack. */
export function requireChangeSet(world: World, params: Params): ChangeSet {
  const name = required(params, "ChangeSetName");
  const stackName = text(params, "StackName");
  if (stackName === undefined && !name.startsWith("arn:")) {
    throw validationError("StackName must be specified if ChangeSetName is not specified as an ARN.");
  }
  const stack =
    stackName === undefined
      ? undefined
      : requireStack(world, stackName, `Stack [${stackName}] does not exist`);
  const found = world.changeSets.find(
    (set) => set.id === name || (set.name === name && (stack === undefined || set.stackId === stack.id)),
  );
  if (!found) throw new AwsError("ChangeSetNotFound", `ChangeSet [${name}] does not exist`, 404);
  return found;
}

export const describeChangeSet: Handler = (world, params, now) => {
  const set = requireChangeSet(world, params);
  if (world.faults.hit("stale-change-set", { stack: set.stackName })) {
    throw new AwsError("ChangeSetNotFound", `ChangeSet [${set.name}] does not exist`, 404);
  }
  const withValues = flag(params, "IncludePropertyValues") ?? false;
  const { status, executionStatus, reason } = stateOf(set, now);
  const isComplete = status === "CREATE_COMPLETE";
  const dropped =
    withValues && isComplete ? world.faults.hit("dropped-changes", { stack: set.stackName }) : undefined;
  const isHidden = isComplete && world.faults.hit("hidden-changes", { stack: set.stackName }) !== undefined;
  const shown =
    isComplete && !isHidden
      ? set.changes.filter(({ logicalId }) => !dropped || logicalId !== dropped.resource)
      : [];
  const { items, NextToken } = page(shown, params, world.pageSize);
  const isReasonLost =
    withValues && status === "FAILED" && world.faults.hit("missing-reason", { stack: set.stackName });
  return {
    ...summary(set),
    Parameters: set.definition.parameters.map(({ key, value, noEcho, resolved }) => ({
      ParameterKey: key,
      ParameterValue: noEcho ? "****" : value,
      ResolvedValue: resolved,
    })),
    ExecutionStatus: executionStatus,
    Status: status,
    StatusReason: isReasonLost ? undefined : dropped ? droppedReason(dropped.resource ?? "") : reason,
    NotificationARNs: set.notificationArns,
    RollbackConfiguration: rollbackShape(set.rollback),
    Capabilities: set.capabilities,
    Tags: set.definition.tags.map(({ key, value }) => ({ Key: key, Value: value })),
    Changes: items.map((change) => ({
      Type: "Resource",
      ResourceChange: resourceChange(change, withValues),
    })),
    NextToken,
    OnStackFailure: set.onStackFailure,
    DeploymentMode: set.deploymentMode,
  };
};

export const listChangeSets: Handler = (world, params, now) => {
  const name = required(params, "StackName");
  const stack = requireStack(world, name, `Stack [${name}] does not exist`);
  const sets = world.changeSets.filter(({ stackId }) => stackId === stack.id);
  const { items, NextToken } = page(sets, params, world.pageSize);
  return {
    Summaries: items.map((set) => {
      const { status, executionStatus, reason } = stateOf(set, now);
      return { ...summary(set), ExecutionStatus: executionStatus, Status: status, StatusReason: reason };
    }),
    NextToken,
  };
};

export const deleteChangeSet: Handler = (world, params, now) => {
  const name = required(params, "ChangeSetName");
  const stackName = text(params, "StackName");
  if (stackName !== undefined) requireStack(world, stackName, `Stack [${stackName}] does not exist`);
  const stack = stackName === undefined ? undefined : findStack(world, stackName);
  const set = world.changeSets.find(
    ({ id, name: own, stackId }) => id === name || (own === name && stackId === stack?.id),
  );
  // Deleting what is not there succeeds.
  if (!set) return {};
  const { status, executionStatus } = stateOf(set, now);
  if (status.endsWith("_IN_PROGRESS") || executionStatus === "EXECUTE_IN_PROGRESS") {
    const current = status.endsWith("_IN_PROGRESS") ? status : executionStatus;
    throw new AwsError(
      "InvalidChangeSetStatus",
      `ChangeSet [${set.id}] cannot be deleted in its current status of [${current}]`,
    );
  }
  removeChangeSets(world, ({ id }) => id === set.id);
  return {};
};

/** Removes change sets with those of their nested stacks, and the shells that were made for these. */
export function removeChangeSets(world: World, which: (set: ChangeSet) => boolean): void {
  const gone = new Set(world.changeSets.filter(which).map(({ id }) => id));
  const left = world.changeSets.filter(({ id, rootId }) => !gone.has(id) && !gone.has(rootId ?? ""));
  world.changeSets.splice(0, world.changeSets.length, ...left);
  const stacks = world.stacks.filter(
    ({ id, status, parentId }) =>
      parentId === undefined || status !== "REVIEW_IN_PROGRESS" || left.some(({ stackId }) => stackId === id),
  );
  world.stacks.splice(0, world.stacks.length, ...stacks);
}
