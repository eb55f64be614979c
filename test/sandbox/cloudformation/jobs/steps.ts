import type { ChangeSet } from "../changeSets/changeset.ts";
import { nextDue } from "../holds.ts";
import type { Definition, HookEvent, Operation, Resource, Stack, StackOutput } from "../model.ts";
import { uuid, type World } from "../world.ts";

/** Something that happens to one stack at one time. A step is data; applying it may schedule others. */
export interface Step {
  readonly at: number;
  readonly stackId: string;
  readonly effect: Effect;
}

/** A step of the stack at hand, unless it names another. */
export type Timed = Omit<Step, "stackId"> & { readonly stackId?: string };

export type Effect =
  | { readonly kind: "stack-created"; readonly stack: Stack }
  | { readonly kind: "operation"; readonly operation: Operation }
  | {
      readonly kind: "stack-status";
      readonly status: string;
      readonly reason?: string | undefined;
      readonly detailedStatus?: string;
      readonly operation: Operation;
    }
  | {
      readonly kind: "resource-status";
      readonly resource: ResourceName;
      readonly status: string;
      readonly reason?: string | undefined;
      readonly detailedStatus?: string;
      readonly properties?: string | undefined;
      readonly hook?: HookEvent;
      readonly operation: Operation;
    }
  | { readonly kind: "deployed"; readonly resource: Resource }
  | { readonly kind: "gone"; readonly logicalId: string }
  | { readonly kind: "snapshot"; readonly resource: ResourceName }
  | { readonly kind: "updating"; readonly settings: Partial<StackSettings> }
  | {
      readonly kind: "defined";
      readonly definition: Definition | undefined;
      readonly outputs: readonly StackOutput[];
    }
  | { readonly kind: "executed"; readonly changeSetId: string; readonly as: ChangeSet["execution"] }
  | {
      readonly kind: "then";
      readonly plan: (world: World, stack: Stack, at: number) => readonly Step[];
      /** The end of the monitoring time. */
      readonly monitors?: true;
    };

export type ResourceName = Pick<Resource, "logicalId" | "type" | "physicalId">;

export type StackSettings = Pick<
  Stack,
  | "capabilities"
  | "notificationArns"
  | "rollback"
  | "roleArn"
  | "disableRollback"
  | "changeSetId"
  | "updatedAt"
  | "previous"
>;

/** Adds steps to what will happen, keeping the order of time; of two at one time the earlier planned is first. */
export function schedule(world: World, steps: readonly Step[]): void {
  world.pending.push(...steps);
  world.pending.sort((a, b) => a.at - b.at);
}

/** Lets everything happen that is due and not held. Every read and every call settles first, so time needs no timers. */
export function settle(world: World, now: number): void {
  for (let next = nextDue(world, now); next; next = nextDue(world, now)) {
    world.pending.splice(world.pending.indexOf(next), 1);
    apply(world, next);
  }
}

/** Drops what has not happened yet for these stacks. */
export function forget(world: World, stackIds: ReadonlySet<string>): void {
  const left = world.pending.filter(({ stackId }) => !stackIds.has(stackId));
  world.pending.splice(0, world.pending.length, ...left);
}

function apply(world: World, { at, stackId, effect }: Step): void {
  if (effect.kind === "stack-created") {
    world.stacks.push(effect.stack);
    return;
  }
  const stack = world.stacks.find(({ id }) => id === stackId);
  if (stack) applyTo(world, stack, at, effect);
}

function applyTo(
  world: World,
  stack: Stack,
  at: number,
  effect: Exclude<Effect, { kind: "stack-created" }>,
): void {
  switch (effect.kind) {
    case "operation":
      stack.operations = [effect.operation, ...stack.operations].slice(0, 10);
      return;
    case "stack-status":
      stackStatus(world, stack, at, effect);
      return;
    case "resource-status":
      resourceStatus(world, stack, at, effect);
      return;
    case "deployed":
      stack.resources.set(effect.resource.logicalId, effect.resource);
      return;
    case "gone":
      stack.resources.delete(effect.logicalId);
      return;
    case "snapshot":
      world.snapshots.push(lastSnapshot(world, stack, effect.resource, at));
      return;
    case "updating":
      Object.assign(stack, effect.settings);
      return;
    case "defined":
      stack.definition = effect.definition;
      stack.outputs = effect.outputs;
      return;
    case "executed":
      for (const set of world.changeSets)
        if (set.id === effect.changeSetId || set.rootId === effect.changeSetId) set.execution = effect.as;
      return;
    case "then":
      schedule(world, effect.plan(world, stack, at));
      return;
  }
}

/** Named as the resource handlers of RDS do, whose identifiers are lower case. */
function lastSnapshot(world: World, stack: Stack, { logicalId, type, physicalId }: ResourceName, at: number) {
  const id = `${stack.name}-snapshot-${logicalId}-${world.random(12)}`.toLowerCase();
  return { id, type, of: physicalId, at };
}

function stackStatus(
  world: World,
  stack: Stack,
  at: number,
  effect: Effect & { kind: "stack-status" },
): void {
  stack.status = effect.status;
  stack.statusReason = effect.reason;
  if (effect.status === "DELETE_COMPLETE") stack.deletedAt = at;
  const resource = { logicalId: stack.name, type: "AWS::CloudFormation::Stack", physicalId: stack.id };
  record(world, stack, at, { ...effect, kind: "resource-status", resource });
}

function resourceStatus(
  world: World,
  stack: Stack,
  at: number,
  effect: Effect & { kind: "resource-status" },
): void {
  const { resource, status, reason } = effect;
  const old = stack.statuses.get(resource.logicalId);
  const isCleanup =
    status.startsWith("DELETE") && stack.resources.has(resource.logicalId) && old !== undefined;
  // The old half of a replacement leaves the stack's list of resources as it is.
  if (!isCleanup || stack.resources.get(resource.logicalId)?.physicalId === resource.physicalId) {
    stack.statuses.set(resource.logicalId, { ...nameOf(resource), status, reason, at });
  }
  record(world, stack, at, effect);
}

function nameOf({ logicalId, type, physicalId }: ResourceName): ResourceName {
  return { logicalId, type, physicalId };
}

function record(world: World, stack: Stack, at: number, effect: Effect & { kind: "resource-status" }): void {
  const { resource, status, reason, detailedStatus, properties, hook, operation } = effect;
  stack.events.push({
    id: resource.physicalId === stack.id ? uuid(world) : `${resource.logicalId}-${status}-${uuid(world)}`,
    at,
    stackId: stack.id,
    stackName: stack.name,
    ...nameOf(resource),
    status,
    operationId: operation.id,
    ...(reason === undefined ? {} : { reason }),
    ...(detailedStatus === undefined ? {} : { detailedStatus }),
    ...(properties === undefined ? {} : { properties }),
    ...(operation.token === undefined ? {} : { token: operation.token }),
    ...(hook === undefined ? {} : { hook }),
  });
}
