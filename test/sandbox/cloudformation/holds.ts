import type { Effect, Step } from "./jobs/steps.ts";
import type { Stack } from "./model.ts";
import { isBusy } from "./stacks.ts";
import { findStack, type World } from "./world.ts";

/**
 * What is held: a stack's operations, the monitoring time at their end, the way back of those that fail, the making of its change
 * sets, or of one of them.
 */
export type Held = "operation" | "monitoring" | "rollback" | "change-set" | "one-change-set";

/** Keeps what a stack begins from ending, for as long as a test wants to look at it. */
export interface Hold {
  /** Whether something has begun that does not end because it is held. */
  readonly isHolding: () => boolean;
  /**
   * Lets it go on from here, in its usual time; a second call does nothing. Throws where nothing has begun, as then the
   * test that held it has not seen what it is about.
   */
  readonly letGo: () => void;
}

/** One hold as the world knows it. */
export interface HeldStack {
  readonly stackName: string;
  readonly what: Held;
}

/** When a change set that is held is complete. */
export const HELD = Number.POSITIVE_INFINITY;

export function holdStack(world: World, now: () => number, held: HeldStack): Hold {
  world.holds.add(held);
  const isHolding = () => world.holds.has(held) && hasBegun(world, held);
  return {
    isHolding,
    letGo: () => {
      if (!world.holds.has(held)) return;
      if (!isHolding())
        throw new Error(`Nothing of ${held.stackName} has begun: there is no ${held.what} held`);
      world.holds.delete(held);
      if (held.what === "operation" || held.what === "rollback") postpone(world, held.stackName, now());
      else if (held.what === "monitoring") endMonitoring(world, held.stackName, now());
      else completeChangeSets(world, held.stackName, now());
    },
  };
}

export function isHeld(world: World, stackName: string, what: Held): boolean {
  return [...world.holds].some((held) => held.stackName === stackName && held.what === what);
}

/** Whether a change set that is made now is held: all are, or the first that was made since somebody asked for one. */
export function isChangeSetHeld(world: World, stackName: string): boolean {
  if (isHeld(world, stackName, "change-set")) return true;
  return isHeld(world, stackName, "one-change-set") && !isMakingHeld(world, stackName);
}

/** What happens next, if it is due. What is held begins and does not end, and nothing overtakes an end that waits. */
export function nextDue(world: World, now: number): Step | undefined {
  const held = [...world.holds]
    .filter(({ what }) => what === "operation")
    .flatMap(({ stackName }) => findStack(world, stackName) ?? [])
    .map((stack) => ({ isOwn: familyOf(world, stack), isWaiting: false }));
  const turned = [...world.holds]
    .filter((it) => it.what === "rollback" && hasBegun(world, it))
    .flatMap(({ stackName }) => findStack(world, stackName) ?? [])
    .map((stack) => familyOf(world, stack));
  for (const step of world.pending) {
    if (step.at > now) return undefined;
    if (turned.some((isOwn) => isOwn(step))) continue;
    if (isMonitoring(step) && isMonitoringHeld(world, step)) continue;
    const own = held.find(({ isOwn }) => isOwn(step));
    if (own === undefined) return step;
    own.isWaiting ||= !begins(step.effect);
    if (!own.isWaiting) return step;
  }
  return undefined;
}

/** Whether a step happens to this stack or to one that is nested in it, those that are still to be made included. */
export function familyOf(world: World, root: Stack): (step: Step) => boolean {
  const toBeMade = world.pending.flatMap(({ effect }) =>
    effect.kind === "stack-created" ? effect.stack : [],
  );
  const ids = new Set(
    [...world.stacks, ...toBeMade]
      .filter(({ id, rootId }) => id === root.id || rootId === root.id)
      .map(({ id }) => id),
  );
  return ({ stackId, effect }) => ids.has(effect.kind === "stack-created" ? effect.stack.id : stackId);
}

/** Completes the change sets of a stack, and those of its nested stacks that belong to them. */
export function completeChangeSets(world: World, stackName: string, now: number): void {
  const own = new Set(world.changeSets.filter((set) => set.stackName === stackName).map(({ id }) => id));
  for (const [index, set] of world.changeSets.entries()) {
    if (!own.has(set.id) && !own.has(set.rootId ?? "")) continue;
    if (set.completesAt > now) world.changeSets[index] = { ...set, startsAt: now, completesAt: now };
  }
}

function hasBegun(world: World, { stackName, what }: HeldStack): boolean {
  if (what === "operation") return isBusy(findStack(world, stackName)?.status ?? "");
  if (what === "rollback") return /ROLLBACK_IN_PROGRESS$/.test(findStack(world, stackName)?.status ?? "");
  if (what === "monitoring") return monitoringOf(world, stackName) !== undefined;
  return isMakingHeld(world, stackName);
}

function isMakingHeld(world: World, stackName: string): boolean {
  return world.changeSets.some((set) => set.stackName === stackName && set.completesAt === HELD);
}

function isMonitoring({ effect }: Step): boolean {
  return effect.kind === "then" && effect.monitors === true;
}

function isMonitoringHeld(world: World, { stackId }: Step): boolean {
  const name = findStack(world, stackId)?.name;
  return name !== undefined && isHeld(world, name, "monitoring");
}

/** The end of a stack's monitoring time, once there is nothing before it any more. */
function monitoringOf(world: World, stackName: string): Step | undefined {
  const stack = findStack(world, stackName);
  const [next] = stack === undefined ? [] : world.pending.filter(familyOf(world, stack));
  return next !== undefined && isMonitoring(next) ? next : undefined;
}

/** The time is over now, however long it was to be. */
function endMonitoring(world: World, stackName: string, now: number): void {
  const end = monitoringOf(world, stackName);
  if (end === undefined) return;
  world.pending.splice(world.pending.indexOf(end), 1, { ...end, at: now });
  world.pending.sort((a, b) => a.at - b.at);
}

/** What had to wait happens from now on, each thing as long after the one before as it was planned. */
function postpone(world: World, stackName: string, now: number): void {
  const stack = findStack(world, stackName);
  if (stack === undefined) return;
  const isOwn = familyOf(world, stack);
  const late = now - (world.pending.find(isOwn)?.at ?? now);
  if (late <= 0) return;
  const steps = world.pending.map((step) => (isOwn(step) ? { ...step, at: step.at + late } : step));
  world.pending.splice(0, world.pending.length, ...steps);
  world.pending.sort((a, b) => a.at - b.at);
}

function begins(effect: Effect): boolean {
  switch (effect.kind) {
    case "stack-created":
    case "operation":
    case "updating":
      return true;
    case "stack-status":
    case "resource-status":
      return effect.status.endsWith("_IN_PROGRESS") && !/CLEANUP|ROLLBACK/.test(effect.status);
    default:
      return false;
  }
}
