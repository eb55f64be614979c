import { NOT_STARTED, type OperationEnd } from "./model.ts";
import { isTerminal } from "./operation.ts";
import { type StuckResource, type StuckStack, waysOut, waysText } from "./recovery.ts";

/** Where a stack stands after a deletion that did not succeed, and what to do. Plain text. */
export function afterDeletion(
  end: OperationEnd,
  { stack, region }: Pick<StuckStack, "stack" | "region">,
  stuck: readonly StuckResource[],
): string {
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
      return `The job was cancelled; CloudFormation goes on with the deletion (${end.status}). Run this job again to follow it to its end.`;
    case "lost-sight":
      return "The deletion may go on without being watched. Run this job again to follow it to its end.";
  }
}

/** The same after the update that was to lift the protections. Nothing was deleted. */
export function afterLifting(end: OperationEnd): string {
  switch (end.kind) {
    case "succeeded":
      return "";
    case "failed":
      return `Nothing was deleted; the stack is in ${end.status}. Put the cause right, then run this job again.`;
    case "timed-out":
    case "lost-sight":
      return "Nothing was deleted; the update may go on. Run this job again: it waits for the update's end, then looks anew.";
    case "cancelled":
      return end.status === NOT_STARTED
        ? "Nothing was changed, and nothing deleted."
        : "Nothing was deleted; the update goes on. Run this job again: it waits for its end, then looks anew.";
  }
}
