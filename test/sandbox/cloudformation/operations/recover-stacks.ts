import { validationError } from "../../aws/errors.ts";
import { text, texts } from "../../aws/query.ts";
import { cancel } from "../jobs/cancellation.ts";
import { rollBack } from "../jobs/rollback.ts";
import { schedule, settle } from "../jobs/steps.ts";
import type { Stack } from "../model.ts";
import { requireStack, type World } from "../world.ts";
import { type Handler, required } from "./input.ts";

export const cancelUpdateStack: Handler = (world, params, now) => {
  const name = required(params, "StackName");
  const stack = requireStack(world, name, `Stack [${name}] does not exist`);
  if (stack.status !== "UPDATE_IN_PROGRESS") {
    throw validationError("CancelUpdateStack cannot be called from current stack status");
  }
  cancel(world, stack, now);
  const token = text(params, "ClientRequestToken");
  const template = stack.definition?.body;
  const rollback = rollBack(world, { stack, at: now, reason: "User Initiated", token, template });
  schedule(world, rollback);
  settle(world, now);
  return {};
};

export const continueUpdateRollback: Handler = (world, params, now) => {
  const name = required(params, "StackName");
  const stack = requireStack(world, name, `Stack [${name}] does not exist`);
  if (stack.status !== "UPDATE_ROLLBACK_FAILED") {
    throw validationError(
      `Stack [${stack.id}] is in ${stack.status} state and can not be continued for rollback.`,
    );
  }
  const skip = texts(params, "ResourcesToSkip");
  // The API reference: "You can specify only resources that are in the UPDATE_FAILED state because a rollback failed."
  const others = skip.filter((id) => !canBeSkipped(world, stack, id));
  if (others.length > 0) {
    throw validationError(
      `Resources that are not in UPDATE_FAILED cannot be skipped: [${others.join(", ")}]`,
    );
  }
  rollBackNow(world, stack, now, {
    token: text(params, "ClientRequestToken"),
    type: "CONTINUE_ROLLBACK",
    skip,
  });
  return {};
};

/**
 * "To skip resources that are part of nested stacks, use the following format: NestedStackName.ResourceLogicalID. If you want to
 * specify the logical ID of a stack resource […], then its corresponding embedded stack must be in one of the following states:
 * DELETE_IN_PROGRESS, DELETE_COMPLETE, or DELETE_FAILED."
 */
function canBeSkipped(world: World, root: Stack, id: string): boolean {
  const [name, inner] = id.split(".");
  const stack = inner === undefined ? root : world.stacks.find((one) => one.parentId && one.name === name);
  const resource = stack?.statuses.get(inner ?? id);
  const nested = world.stacks.find((one) => one.parentId && one.id === resource?.physicalId);
  return resource?.status === "UPDATE_FAILED" && nested?.status.startsWith("DELETE_") !== false;
}

export const rollbackStack: Handler = (world, params, now) => {
  const name = required(params, "StackName");
  const stack = requireStack(world, name, `Stack [${name}] does not exist`);
  if (stack.status !== "CREATE_FAILED" && stack.status !== "UPDATE_FAILED") {
    throw validationError(`Stack [${stack.id}] is in ${stack.status} state and can not be rolled back.`);
  }
  const operationId = rollBackNow(world, stack, now, {
    token: text(params, "ClientRequestToken"),
    type: "ROLLBACK",
  });
  return { StackId: stack.id, OperationId: operationId };
};

function rollBackNow(
  world: World,
  stack: Stack,
  now: number,
  how: { token: string | undefined; type: "ROLLBACK" | "CONTINUE_ROLLBACK"; skip?: readonly string[] },
): string | undefined {
  const template = stack.definition?.body ?? stack.previous?.definition?.body;
  schedule(world, rollBack(world, { stack, at: now, reason: "User Initiated", template, ...how }));
  settle(world, now);
  return stack.operations[0]?.id;
}
