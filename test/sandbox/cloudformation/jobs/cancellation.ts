import type { Resource, Stack } from "../model.ts";
import type { World } from "../world.ts";
import { forget, type Step, schedule, settle } from "./steps.ts";

/** Stops what is under way in a stack and its nested stacks: nothing that was planned for them still happens. */
export function cancel(world: World, stack: Stack, now: number): void {
  const tree = nestedTree(world, stack);
  const ids = new Set(tree.map(({ id }) => id));
  forget(world, ids);
  for (const set of world.changeSets) {
    if (ids.has(set.stackId) && set.execution === "EXECUTE_IN_PROGRESS") set.execution = "EXECUTE_FAILED";
  }
  schedule(
    world,
    tree.flatMap((each) => cancelInProgress(each, now)),
  );
  settle(world, now);
}

export function nestedStacks(world: World, stack: Stack): Stack[] {
  return world.stacks.filter(({ parentId, status }) => parentId === stack.id && status !== "DELETE_COMPLETE");
}

/** Resources whose creation failed or was cancelled after it had begun: they have a physical id and must go too. */
export function failedCreations(stack: Stack): Resource[] {
  return [...stack.statuses.values()]
    .filter(({ status, logicalId }) => /^(CREATE|IMPORT)_/.test(status) && !stack.resources.has(logicalId))
    .map(({ logicalId, type, physicalId }) => ({
      logicalId,
      type,
      physicalId,
      properties: {},
      shown: {},
      attributes: {},
    }));
}

function nestedTree(world: World, stack: Stack): Stack[] {
  return [stack, ...nestedStacks(world, stack).flatMap((child) => nestedTree(world, child))];
}

function cancelInProgress(stack: Stack, at: number): Step[] {
  const operation = stack.operations[0];
  if (!operation) return [];
  return [...stack.statuses.values()]
    .filter(({ status, logicalId }) => status.endsWith("_IN_PROGRESS") && logicalId !== stack.name)
    .map((resource) => {
      const [status, reason] = resource.status.startsWith("CREATE")
        ? ["CREATE_FAILED", "Resource creation cancelled"]
        : ["UPDATE_FAILED", "Resource update cancelled"];
      const effect = { kind: "resource-status", resource, status, reason, operation } as const;
      return { at, stackId: stack.id, effect };
    });
}
