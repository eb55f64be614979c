import type { World } from "../world.ts";
import type { Step } from "./steps.ts";

/** Stretches or squeezes steps so that an operation takes exactly as long as the durations ask. */
export function paced(world: World, steps: readonly Step[], start: number): readonly Step[] {
  const { operation, step } = world.durations;
  if (operation === undefined) return steps;
  const end = Math.max(...steps.map(({ at }) => at));
  const isUpdate = steps.some(
    ({ effect }) => effect.kind === "stack-status" && effect.status === "UPDATE_IN_PROGRESS",
  );
  const target = isUpdate ? Math.max(operation - step, operation / 2) : operation;
  const factor = target / Math.max(end - start, 1);
  return steps.map((planned) => ({ ...planned, at: start + (planned.at - start) * factor }));
}
