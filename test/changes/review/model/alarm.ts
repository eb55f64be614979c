import type { Decision } from "../../../../src/changes/review/decide.ts";
import { countingPreviews, hasSeen, shows } from "./oracle.ts";
import { shown } from "./scheme.ts";
import type { Commit, World } from "./world.ts";

/** Why an honest history is blocked, by what happened in it. */
export type Alarm =
  /** Two pull requests change one value, or one takes back in part what the other was previewed on. */
  | "two touch one value"
  /** A neighbour that was in the preview is deployed by now, and what is left is done in another way. */
  | "what is left is done another way"
  /** A neighbour's resource is there by now, and takes a value that changes. */
  | "another resource takes a value"
  | "without need";

/** Nobody pushed or changed the stack, and what is deployed is the newest. */
export function isHonest({ line, pushes, hands }: World, index: number): boolean {
  return pushes === 0 && hands === 0 && index === line.length - 1;
}

/** Tells from values why it could not be executed. */
export function alarmOf(
  world: World,
  index: number,
  decision: Extract<Decision, { kind: "blocked" }>,
): Alarm {
  // Every pull request has a preview here that ended before its merge.
  if (decision.reason !== "stale-review") return "without need";
  if (areDisputed(world, index)) return "two touch one value";
  if (isDoneAnotherWay(world, index)) return "what is left is done another way";
  return isTakenAnew(world, index) ? "another resource takes a value" : "without need";
}

/**
 * Whether there is a value that two pull requests change which are deployed for the first time, and differently: to other
 * values, or one of them from what the other, or a neighbour that is deployed by now, has made of it.
 */
function areDisputed(world: World, index: number): boolean {
  const { tree } = world.line[index] as Commit;
  const counting = countingPreviews(world, index);
  return tree.some(({ value }, at) => {
    const now = world.stack[at];
    const showing = counting.filter((preview) => shows(preview, at));
    if (showing.some((preview) => preview.tree[at]?.value !== value)) return true;
    if (value === now) return false;
    // Who put it there previewed it against another stack, where it was no change or another one.
    const isSeen = showing.some((preview) => hasSeen(preview, at, tree) && preview.stack[at] === now);
    return !isSeen || showing.some(({ stack }) => stack[at] !== now);
  });
}

function isDoneAnotherWay(world: World, index: number): boolean {
  const { scheme, stack, line } = world;
  if (scheme.operation === undefined) return false;
  const { name } = scheme.operation;
  const now = shown(scheme, stack, (line[index] as Commit).tree).items.get(name)?.whole;
  return countingPreviews(world, index).some(({ record }) => record.items?.get(name)?.whole !== now);
}

/** Whether what is listed with a change is listed as no preview shows it. */
function isTakenAnew(world: World, index: number): boolean {
  const { scheme, stack, line } = world;
  if (scheme.following === undefined) return false;
  const { name } = scheme.following;
  const now = shown(scheme, stack, (line[index] as Commit).tree).items.get(name)?.whole;
  return (
    now !== undefined &&
    !countingPreviews(world, index).some(({ record }) => record.items?.get(name)?.whole === now)
  );
}
