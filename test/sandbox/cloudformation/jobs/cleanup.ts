import type { Operation, Resource, Stack } from "../model.ts";
import { scopeOf, wantedResources } from "../templates/scope.ts";
import { readTemplate } from "../templates/template.ts";
import type { World } from "../world.ts";
import { nestedStacks } from "./cancellation.ts";
import { deletion } from "./removal.ts";
import type { Step } from "./steps.ts";

export interface Cleanup {
  readonly stack: Stack;
  readonly operation: Operation;
  readonly at: number;
  readonly finalStatus: "UPDATE_COMPLETE" | "UPDATE_ROLLBACK_COMPLETE";
  readonly changeSetId?: string | undefined;
  /** Of the update that was rolled back. */
  readonly template?: string | undefined;
}

/**
 * The end of an update: deletes what was replaced or removed, here and in nested stacks, then the last event.
 * A resource that cannot be deleted is left behind, and the update is complete all the same (AWS does the same).
 */
export function cleanupSteps(world: World, cleanup: Cleanup): Step[] {
  const { stack, operation, at, finalStatus, changeSetId, template } = cleanup;
  const removed = deletion(world, {
    stack,
    resources: leftovers(world, stack),
    start: at,
    operation,
    replaced: true,
    template,
  });
  const nested = nestedCleanup(world, stack, operation, at);
  const end = Math.max(removed.end, at, ...nested.map((step) => step.at)) + world.durations.step;
  return [
    ...removed.steps,
    ...nested,
    ...(changeSetId
      ? [
          {
            at: end,
            stackId: stack.id,
            effect: { kind: "executed", changeSetId, as: "EXECUTE_COMPLETE" },
          } as const,
        ]
      : []),
    {
      at: end,
      stackId: stack.id,
      effect: {
        ...{ kind: "stack-status", status: finalStatus, operation },
        reason: removed.failed.length > 0 ? LEFT_BEHIND : undefined,
      },
    },
  ];
}

/** AWS's words, after an update and after its rollback alike. */
const LEFT_BEHIND = "Update successful. One or more resources could not be deleted.";

/** Lets nested stacks end that have done their part and wait for the root. */
export function nestedCleanup(world: World, stack: Stack, operation: Operation, at: number): Step[] {
  return nestedStacks(world, stack)
    .filter(({ status }) => status.endsWith("CLEANUP_IN_PROGRESS"))
    .flatMap((child) => {
      const isUndone = child.status.startsWith("UPDATE_ROLLBACK");
      const finalStatus = isUndone ? "UPDATE_ROLLBACK_COMPLETE" : "UPDATE_COMPLETE";
      return cleanupSteps(world, { stack: child, operation, at, finalStatus });
    });
}

/** The old halves of replacements, and the resources that the template no longer has. */
function leftovers(world: World, stack: Stack): Resource[] {
  const old = [...(stack.previous?.resources.values() ?? [])].filter((resource) => {
    const current = stack.resources.get(resource.logicalId);
    return current !== undefined && current.physicalId !== resource.physicalId;
  });
  const wanted = wantedIds(world, stack);
  return [...old, ...[...stack.resources.values()].filter(({ logicalId }) => !wanted.has(logicalId))];
}

function wantedIds(world: World, stack: Stack): Set<string> {
  if (!stack.definition) return new Set();
  const template = readTemplate(stack.definition.body);
  const scope = scopeOf(world, {
    stackName: stack.name,
    stackId: stack.id,
    template,
    parameters: stack.definition.parameters,
    notificationArns: [],
    ref: () => "",
    getAtt: () => "",
  });
  return new Set(wantedResources(template, scope).map(({ logicalId }) => logicalId));
}
