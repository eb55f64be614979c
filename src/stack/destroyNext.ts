import { type Failing, failingOf, NOT_STARTED, type OperationEnd } from "./model.ts";
import { isTerminal } from "./operation.ts";
import { protectAgainCommand, type StuckResource, type StuckStack, waysOut, waysText } from "./recovery.ts";

type Place = Pick<StuckStack, "stack" | "region">;

/**
 * Where a stack stands after a deletion that did not succeed, and what to do. Plain text.
 * @param place `isUnprotected` where its termination protection was turned off for the deletion; `lifted`: which deletion
 *   protections are off by then, as a sentence
 */
export function afterDeletion(
  end: OperationEnd,
  place: Place & { readonly isUnprotected: boolean; readonly lifted?: string | undefined },
  stuck: readonly StuckResource[],
): string {
  const isOver = end.kind === "failed" || (end.kind === "cancelled" && end.status === NOT_STARTED);
  const off = place.lifted !== undefined && (isOver || mayStand(end)) ? `\n${place.lifted}` : "";
  const text = `${stateAfter(end, place, stuck)}${off}`;
  if (!place.isUnprotected || !mayStand(end)) return text;
  const on = protectAgainCommand(place.stack, place.region);
  return `${text}\nThe termination protection of stack ${place.stack} is off. Where the stack stays, turn it on again:\n${on}`;
}

/** Whether the deletion may not have begun, or was called off. */
function mayStand(end: OperationEnd): boolean {
  return end.kind === "failed" ? !end.status.startsWith("DELETE_") : isUntold(end);
}

/** Whether the call that was to begin it was never answered. */
function isUntold(end: OperationEnd): boolean {
  if (end.kind === "cancelled") return end.tookMs === 0 && end.status !== NOT_STARTED;
  return end.kind === "lost-sight" && end.tookMs === 0;
}

function stateAfter(end: OperationEnd, { stack, region }: Place, stuck: readonly StuckResource[]): string {
  const failing = failingOf(end);
  if (failing !== undefined) {
    const does = end.kind === "lost-sight" ? "was going on when it was last seen" : "goes on";
    return `The deletion ${does} (${failing.status}), and what is told above stands in its way. Put that right, then run this job again: it follows the deletion while that lasts, and once it has failed, begins it anew.`;
  }
  switch (end.kind) {
    case "succeeded":
      return "";
    case "failed": {
      const ways = waysOut({ stack, region, status: end.status, stuck });
      if (ways.length === 0)
        return `The stack is in ${end.status}. Put the cause right, then run this job again.`;
      return `The stack is in ${end.status}: what is gone is gone, and the rest takes no update any more. Put the cause right and run this job again, or:\n${waysText(ways)}`;
    }
    case "timed-out":
      return `CloudFormation goes on with the deletion (${end.status}). Run this job again to follow it to its end, or raise timeout-minutes.`;
    case "cancelled":
      if (end.status === NOT_STARTED) return "Nothing was deleted.";
      if (isTerminal(end.status))
        return `The job was cancelled when the deletion had just ended (${end.status}).`;
      if (isUntold(end)) return `The job was cancelled before CloudFormation answered: ${MAY_GO}`;
      return `The job was cancelled; CloudFormation goes on with the deletion (${end.status}). Run this job again to follow it to its end.`;
    case "lost-sight":
      if (isUntold(end)) return `CloudFormation's answer is lost: ${MAY_GO}`;
      return "The deletion may go on without being watched. Run this job again to follow it to its end.";
  }
}

const MAY_GO =
  "the stack may be on its way out, which its status tells. Run this job again to follow its deletion to the end; where it has not begun, that begins it.";

/** The same after the update that was to lift the protections. Nothing was deleted. */
export function afterLifting(end: OperationEnd, place: Place, stuck: readonly StuckResource[]): string {
  const failing = failingOf(end);
  if (failing !== undefined) return `Nothing was deleted; ${whileLiftingFails(failing)}`;
  switch (end.kind) {
    case "succeeded":
      return "";
    case "failed":
      return afterFailedLift(end, place, stuck);
    case "timed-out":
    case "lost-sight":
      return isUntold(end) ? MAY_HAVE_BEGUN : MAY_GO_ON;
    case "cancelled":
      if (end.status === NOT_STARTED) return "Nothing was changed, and nothing deleted.";
      if (isUntold(end)) return MAY_HAVE_BEGUN;
      // A success of which only the outputs were not read any more: a failure stays one.
      if (isTerminal(end.status)) return `Nothing was deleted; ${LIFTED} (${end.status}). ${ON_AGAIN}`;
      return "Nothing was deleted; the update goes on. Run this job again: it waits for its end, then looks anew.";
  }
}

const LIFTED = "the update has just ended, and the deletion protections that it was to turn off are off";
const ON_AGAIN = "Run this job again to go on, or deploy to turn them on again.";

const MAY_GO_ON =
  "Nothing was deleted; the update may go on. Run this job again: it waits for the update's end, then looks anew.";

const MAY_HAVE_BEGUN =
  "Nothing was deleted; the update may have begun, which the stack's status tells. Run this job again: it waits for the update's end, then looks anew.";

/** What a person called off (CancelUpdateStack) has no cause that could be put right. */
function whileLiftingFails({ status, isCalledOff, cause }: Failing): string {
  const again = "un this job again: it waits for the update's end, then looks anew.";
  if (isCalledOff !== true) return `the update has failed (${status}). Put the cause right, then r${again}`;
  const met = cause === undefined ? "" : ", and its rollback met the failure that is told above";
  return `somebody called the update off (${status})${met}. R${again}`;
}

function afterFailedLift(
  { status, isCalledOff }: Extract<OperationEnd, { kind: "failed" }>,
  place: Place,
  stuck: readonly StuckResource[],
): string {
  const ways = waysOut({ ...place, status, stuck });
  if (ways.length === 0 && isCalledOff === true)
    return `Nothing was deleted; somebody called the update off, and the stack is in ${status}. Run this job again.`;
  return ways.length === 0
    ? `Nothing was deleted; the stack is in ${status}. Put the cause right, then run this job again.`
    : `Nothing was deleted; the stack is in ${status} and takes no update any more.\n${waysText(ways)}\nThen run this job again.`;
}
