import type { Operation, Resource, Stack } from "../model.ts";
import { inDependencyOrder } from "../templates/references.ts";
import { readTemplate } from "../templates/template.ts";
import { uuid, type World } from "../world.ts";
import { failedCreations } from "./cancellation.ts";
import { cleanupSteps, nestedCleanup } from "./cleanup.ts";
import { rolledBack } from "./databases.ts";
import { deletion } from "./removal.ts";
import type { Effect, Step } from "./steps.ts";

export interface Rollback {
  readonly stack: Stack;
  readonly at: number;
  readonly reason: string | undefined;
  readonly token: string | undefined;
  /** The template that was being deployed: its dependencies order the way back. A creation may have left none. */
  readonly template: string | undefined;
  readonly type?: "ROLLBACK" | "CONTINUE_ROLLBACK";
  /** ContinueUpdateRollback's ResourcesToSkip. */
  readonly skip?: readonly string[];
}

/** Brings a stack back to what it was before its last operation: a second operation with an id of its own. */
export function rollBack(world: World, rollback: Rollback): Step[] {
  const operation: Operation = { id: uuid(world), type: rollback.type ?? "ROLLBACK", token: rollback.token };
  const begin: Step = {
    at: rollback.at,
    stackId: rollback.stack.id,
    effect: { kind: "operation", operation },
  };
  const isNew = rollback.stack.previous?.definition === undefined;
  return [
    begin,
    ...(isNew ? undoCreate(world, rollback, operation) : undoUpdate(world, rollback, operation)),
  ];
}

function undoCreate(world: World, { stack, at, reason, template }: Rollback, operation: Operation): Step[] {
  const started = status(stack, at, "ROLLBACK_IN_PROGRESS", reason, operation);
  const resources = [...stack.resources.values(), ...failedCreations(stack)];
  const removed = deletion(world, {
    ...{ stack, resources, start: at + world.durations.step, operation, template },
  });
  const end = removed.end + world.durations.step;
  const failedIds = removed.failed.join(", ");
  const last =
    removed.failed.length === 0
      ? status(stack, end, "ROLLBACK_COMPLETE", undefined, operation)
      : status(
          stack,
          end,
          "ROLLBACK_FAILED",
          `The following resource(s) failed to delete: [${failedIds}]. `,
          operation,
        );
  return [started, ...removed.steps, last];
}

function undoUpdate(world: World, rollback: Rollback, operation: Operation): Step[] {
  const { stack, at, reason, skip = [] } = rollback;
  const started = status(stack, at, "UPDATE_ROLLBACK_IN_PROGRESS", reason, operation);
  const restored = restore(world, rollback, operation, at + world.durations.step);
  const end = restored.end + world.durations.step;
  const failed = restored.failed.filter((id) => !skip.includes(id));
  if (failed.length > 0) {
    const why = `The following resource(s) failed to update: [${failed.join(", ")}]. `;
    const plan = (inner: World, _: Stack, when: number): Step[] =>
      nestedCleanup(inner, stack, operation, when);
    return [
      started,
      ...restored.steps,
      status(stack, end, "UPDATE_ROLLBACK_FAILED", why, operation),
      { at: end, stackId: stack.id, effect: { kind: "then", plan } },
    ];
  }
  const definition = stack.previous?.definition;
  const outputs = stack.previous?.outputs ?? [];
  const plan = (inner: World, _: Stack, when: number): Step[] => undone(inner, rollback, operation, when);
  return [
    started,
    ...restored.steps,
    { at: end, stackId: stack.id, effect: { kind: "defined", definition, outputs } },
    status(stack, end, "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS", undefined, operation),
    { at: end, stackId: stack.id, effect: { kind: "then", plan } },
  ];
}

/** The end of a rollback: what the failed update had made is deleted. */
function undone(world: World, { stack, template }: Rollback, operation: Operation, at: number): Step[] {
  const made = failedCreations(stack).filter(({ logicalId }) => !stack.previous?.resources.has(logicalId));
  const removed = deletion(world, { stack, resources: made, start: at, operation });
  const cleaned = cleanupSteps(world, {
    stack,
    operation,
    at: removed.end,
    finalStatus: "UPDATE_ROLLBACK_COMPLETE",
    template,
  });
  return [...removed.steps, ...cleaned];
}

interface Restored {
  readonly steps: readonly Step[];
  readonly end: number;
  readonly failed: readonly string[];
}

function restore(
  world: World,
  { stack, template, skip = [] }: Rollback,
  operation: Operation,
  start: number,
): Restored {
  const order = template === undefined ? [] : inDependencyOrder(readTemplate(template)).reverse();
  const previous = [...(stack.previous?.resources.values() ?? [])];
  const touched = previous
    .filter((before) => isTouched(stack, before) && !skip.includes(before.logicalId))
    .sort((a, b) => order.indexOf(a.logicalId) - order.indexOf(b.logicalId));
  const steps: Step[] = [];
  const failed: string[] = [];
  const put = (at: number, effect: Effect) => steps.push({ at, stackId: stack.id, effect });
  let end = start;
  for (const before of touched) {
    const back = rolledBack(world, withActual(before), stack.resources.get(before.logicalId), previous);
    const nested = restoreNested(world, before, { start, operation, skip });
    const failure =
      world.faults.resourceFailure(stack.name, before.logicalId, "rollback") ??
      back.failure ??
      nested.failure;
    const event = (at: number, what: string, reason?: string) =>
      put(at, { kind: "resource-status", resource: before, status: `UPDATE_${what}`, reason, operation });
    event(start, "IN_PROGRESS");
    steps.push(...nested.steps);
    const done = Math.max(start + world.durations.update, ...nested.steps.map((step) => step.at));
    end = Math.max(end, done);
    if (failure !== undefined) failed.push(before.logicalId);
    else put(done, { kind: "deployed", resource: back.resource });
    event(done, failure === undefined ? "COMPLETE" : "FAILED", failure);
  }
  return { steps, end, failed };
}

// A rollback sets properties again, so what was changed by hand on a touched resource is gone.
function withActual({ actual: _, ...resource }: Resource): Resource {
  return resource;
}

/** A nested stack's part of its parent's way back, and in what words its parent fails where that does. */
function restoreNested(
  world: World,
  before: Resource,
  { start: at, operation: { token }, skip }: { start: number; operation: Operation; skip: readonly string[] },
): { readonly steps: readonly Step[]; readonly failure?: string } {
  const child = world.stacks.find(({ id }) => id === before.physicalId);
  const definition = child?.previous?.definition;
  if (!child || !definition) return { steps: [] };
  const operation: Operation = { id: uuid(world), type: "ROLLBACK", token };
  const rollback = { stack: child, at, reason: undefined, token, template: definition.body };
  const inner = skip.filter((id) => id.includes(".")).map((id) => id.replace(`${child.name}.`, ""));
  const undone = undoUpdate(world, { ...rollback, skip: inner }, operation);
  const steps = undone.filter(({ effect }) => effect.kind !== "then");
  const last = steps.at(-1)?.effect;
  if (last?.kind !== "stack-status" || last.status !== "UPDATE_ROLLBACK_FAILED") return { steps };
  const failure = `Embedded stack ${child.id} was not successfully updated. Currently in ${last.status} with reason: ${last.reason}`;
  return { steps, failure };
}

function isTouched(stack: Stack, before: Resource): boolean {
  const current = stack.resources.get(before.logicalId);
  const status = stack.statuses.get(before.logicalId)?.status ?? "";
  const isChanged = current?.physicalId !== before.physicalId || current.properties !== before.properties;
  return isChanged || status.endsWith("_FAILED") || status.endsWith("_IN_PROGRESS");
}

function status(
  stack: Stack,
  at: number,
  to: string,
  reason: string | undefined,
  operation: Operation,
): Step {
  return { at, stackId: stack.id, effect: { kind: "stack-status", status: to, reason, operation } };
}
