import { AwsError, validationError } from "../../aws/errors.ts";
import { flag, type Params, text, texts } from "../../aws/query.ts";
import { compare } from "../changeSets/changes.ts";
import { cancel } from "../jobs/cancellation.ts";
import { removeStack } from "../jobs/removal.ts";
import { schedule, settle } from "../jobs/steps.ts";
import type { Operation, Stack } from "../model.ts";
import { isBusy, isUpdatable, newStack } from "../stacks.ts";
import { importersOf } from "../templates/importers.ts";
import { findStack, requireStack, stackArn, uuid, type World } from "../world.ts";
import { requested } from "./create-change-set.ts";
import { refuseUnlessKept, startDeployment } from "./execute.ts";
import { arns, checkStackName, type Handler, required } from "./input.ts";
import { rollbackConfiguration } from "./rollback-configuration.ts";

export const createStack: Handler = (world, params, now) => {
  const name = required(params, "StackName");
  checkStackName(name);
  if (findStack(world, name)) throw new AwsError("AlreadyExistsException", `Stack [${name}] already exists`);
  const definition = requested(world, params, undefined);
  const stack = newStack(stackArn(world, name), name, now);
  world.stacks.push(stack);
  stack.terminationProtection = flag(params, "EnableTerminationProtection") ?? false;
  const asked = text(params, "OnFailure");
  const keep = asked === "DO_NOTHING" || flag(params, "DisableRollback") === true;
  const onFailure = keep ? "keep" : asked === "DELETE" ? "delete" : "rollback";
  start(world, stack, params, now, { definition, onFailure });
  return { StackId: stack.id };
};

export const updateStack: Handler = (world, params, now) => {
  const name = required(params, "StackName");
  const stack = requireStack(world, name, `Stack [${name}] does not exist`);
  if (isBusy(stack.status) || !isUpdatable(stack.status)) {
    throw validationError(`Stack:${stack.id} is in ${stack.status} state and can not be updated.`);
  }
  refuseUnlessKept(stack, flag(params, "DisableRollback") === true);
  const definition = requested(world, params, stack);
  const changes = compare(world, { stack, target: definition, revertDrift: false });
  const isSameBody = definition.body === stack.definition?.body;
  if (changes.length === 0 && isSameBody) throw validationError("No updates are to be performed.");
  // A direct update leaves the stack's change sets there, but none of them can be executed any more.
  for (const set of world.changeSets) {
    if (set.stackId === stack.id && set.execution === "NONE") set.execution = "OBSOLETE";
  }
  start(world, stack, params, now, {
    definition,
    onFailure: flag(params, "DisableRollback") ? "keep" : "rollback",
  });
  return { StackId: stack.id };
};

function start(
  world: World,
  stack: Stack,
  params: Params,
  now: number,
  asked: {
    readonly definition: Stack["definition"] & object;
    readonly onFailure: "rollback" | "keep" | "delete";
  },
): void {
  startDeployment(world, {
    stack,
    ...asked,
    now,
    token: text(params, "ClientRequestToken"),
    imports: new Map(),
    settings: {
      capabilities: texts(params, "Capabilities"),
      notificationArns: arns(params, stack),
      rollback: rollbackConfiguration(params, stack),
      roleArn: text(params, "RoleARN") ?? stack.roleArn,
      disableRollback: asked.onFailure === "keep",
    },
  });
}

export const deleteStack: Handler = (world, params, now) => {
  const stack = findStack(world, required(params, "StackName"));
  // Deleting what is not there succeeds.
  if (!stack || stack.status === "DELETE_COMPLETE") return {};
  if (stack.terminationProtection) {
    throw validationError(`Stack [${stack.name}] cannot be deleted while TerminationProtection is enabled`);
  }
  const token = text(params, "ClientRequestToken");
  if (stack.status === "DELETE_IN_PROGRESS") return {};
  for (const { exportName } of stack.outputs) {
    const [importer] = exportName === undefined ? [] : importersOf(world, exportName);
    if (importer !== undefined)
      throw validationError(`Export ${exportName} cannot be deleted as it is in use by ${importer}`);
  }
  if (isBusy(stack.status) && stack.status !== "CREATE_IN_PROGRESS") {
    throw validationError(`Stack [${stack.name}] cannot be deleted while in status ${stack.status}`);
  }
  if (isBusy(stack.status)) cancel(world, stack, now);
  const operation: Operation = { id: uuid(world), type: "DELETE_STACK", token };
  const retain = texts(params, "RetainResources");
  if (retain.length > 0 && stack.status !== "DELETE_FAILED") {
    throw validationError(
      `Invalid operation on stack [${stack.id}]. RetainResources can only be used when the stack is in the DELETE_FAILED state.`,
    );
  }
  const force = text(params, "DeletionMode") === "FORCE_DELETE_STACK";
  schedule(world, removeStack(world, { stack, at: now, operation, retain, force }));
  settle(world, now);
  return {};
};

export const updateTerminationProtection: Handler = (world, params) => {
  const name = required(params, "StackName");
  const stack = requireStack(world, name, `Stack [${name}] does not exist`);
  if (stack.parentId !== undefined) {
    throw validationError(
      "Cannot update termination protection of a nested stack. Update the root stack instead.",
    );
  }
  stack.terminationProtection = flag(params, "EnableTerminationProtection") ?? false;
  return { StackId: stack.id };
};
