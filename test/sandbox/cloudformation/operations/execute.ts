import { AwsError, validationError } from "../../aws/errors.ts";
import { flag, text } from "../../aws/query.ts";
import { turnBackIfFired } from "../alarms.ts";
import { type ChangeSet, stateOf } from "../changeSets/changeset.ts";
import { importedIds } from "../changeSets/imports.ts";
import { deploySteps } from "../jobs/deploy.ts";
import { planDeployment } from "../jobs/nested.ts";
import { paced } from "../jobs/pace.ts";
import { type StackSettings, schedule, settle } from "../jobs/steps.ts";
import type { Definition, Operation, Stack } from "../model.ts";
import { isBusy, isKept, isUpdatable } from "../stacks.ts";
import { requireStack, uuid, type World } from "../world.ts";
import { removeChangeSets, requireChangeSet } from "./change-sets.ts";
import type { Handler } from "./input.ts";

export const executeChangeSet: Handler = (world, params, now) => {
  const set = requireChangeSet(world, params);
  const token = text(params, "ClientRequestToken");
  const stack = requireStack(world, set.stackId);
  // The token makes a repeated call the same call.
  if (token !== undefined && set.execution !== "NONE" && stack.operations.some((own) => own.token === token))
    return {};
  checkExecutable(set, stack, now);
  const disableRollback = flag(params, "DisableRollback");
  if (disableRollback !== undefined && set.onStackFailure !== undefined) {
    throw validationError(
      "DisableRollback cannot be specified when the change set was created with OnStackFailure",
    );
  }
  const onFailure = disableRollback || set.onStackFailure === "DO_NOTHING" ? "keep" : undefined;
  refuseUnlessKept(stack, onFailure === "keep");
  for (const own of world.changeSets) {
    if (own.id === set.id || own.rootId === set.id) own.execution = "EXECUTE_IN_PROGRESS";
  }
  removeChangeSets(world, (other) => other.stackId === set.stackId && other.id !== set.id);
  startDeployment(world, {
    stack,
    definition: set.definition,
    now,
    token,
    onFailure: onFailure ?? (set.onStackFailure === "DELETE" ? "delete" : "rollback"),
    imports: importedIds(set.changes),
    changeSet: set,
    settings: {
      capabilities: set.capabilities,
      notificationArns: set.notificationArns,
      rollback: set.rollback,
      roleArn: set.roleArn ?? stack.roleArn,
      changeSetId: set.id,
      disableRollback: onFailure === "keep",
    },
  });
  return {};
};

/** AWS's words are the same for both calls (aws-cli#6368, amazon.aws#1655, and ExecuteChangeSet of `sam deploy`). */
export function refuseUnlessKept({ status }: Stack, disablesRollback: boolean): void {
  if (!isKept(status) || disablesRollback) return;
  throw validationError(
    `This stack is currently in a non-terminal [${status}] state. To update the stack from this state, please use the disable-rollback parameter with update-stack API. To rollback to the last known good state, use the rollback-stack API`,
  );
}

export interface Start {
  readonly stack: Stack;
  readonly definition: Definition;
  readonly now: number;
  readonly token: string | undefined;
  readonly onFailure: "rollback" | "keep" | "delete";
  readonly imports: ReadonlyMap<string, string>;
  readonly settings: Partial<StackSettings>;
  readonly changeSet?: ChangeSet;
}

/** Starts creating or updating a stack: everything that will happen is planned now, and happens on time. */
export function startDeployment(world: World, start: Start): Operation {
  const { stack, definition, now, token, onFailure, imports, settings, changeSet } = start;
  const isNew = stack.definition === undefined;
  const operation: Operation = { id: uuid(world), type: isNew ? "CREATE_STACK" : "UPDATE_STACK", token };
  rememberBefore(stack, world.faults.isOn("stale-describe", { stack: stack.name }));
  const jobs = planDeployment(world, {
    stack: { ...stack, notificationArns: settings.notificationArns ?? stack.notificationArns },
    target: definition,
    start: now + world.durations.step,
    token,
    imports,
    disableRollback: onFailure === "keep",
  });
  const steps = deploySteps(world, {
    stack,
    definition,
    jobs,
    operation,
    start: now,
    cutAt: Number.POSITIVE_INFINITY,
    onFailure,
    settings,
    ...(changeSet ? { changeSetId: changeSet.id, isImport: changeSet.type === "IMPORT" } : {}),
  });
  schedule(world, paced(world, steps, now));
  settle(world, now);
  turnBackIfFired(world, stack, now);
  return operation;
}

const before = new WeakMap<Stack, Stack>();

/** The stack as a stale read would still tell it: as it was before its last operation, if that is told stale at all. */
export function beforeOperation(stack: Stack): Stack | undefined {
  return before.get(stack);
}

/** A fault that is switched on later is about a later operation: what was there before is known everywhere. */
function rememberBefore(stack: Stack, isStale: boolean): void {
  if (isStale) before.set(stack, { ...stack });
  else before.delete(stack);
}

function checkExecutable(set: ChangeSet, stack: Stack, now: number): void {
  const { status, executionStatus } = stateOf(set, now);
  if (status !== "CREATE_COMPLETE") refuse(set, `status of [${status}]`);
  if (executionStatus !== "AVAILABLE") refuse(set, `execution status of [${executionStatus}]`);
  if (set.parentId !== undefined) throw validationError("Nested change sets cannot be executed on their own");
  const isShell = stack.status === "REVIEW_IN_PROGRESS";
  if (!isShell && (isBusy(stack.status) || !isUpdatable(stack.status))) {
    throw validationError(`Stack:${stack.id} is in ${stack.status} state and can not be updated.`);
  }
}

function refuse(set: ChangeSet, current: string): never {
  throw new AwsError(
    "InvalidChangeSetStatus",
    `ChangeSet [${set.id}] cannot be executed in its current ${current}`,
  );
}
