import { describe } from "./confirmEnd.ts";
import type { Sight } from "./look.ts";
import type { WatchPorts, WatchRequest } from "./watch.ts";

/** Looks without the deletion's first event, which CloudFormation lists within a second or two. */
const LOOKS = 5;

/**
 * Whether a deletion is done of which no event tells: some services that stand in for CloudFormation write none. A stack's ARN is
 * never given again, so that this status, unlike all others, cannot be of an earlier operation.
 */
export async function isGoneUnseen(
  { operation, looks }: Sight,
  request: WatchRequest,
  ports: Pick<WatchPorts, "stacks" | "log">,
): Promise<boolean> {
  if (!operation.isDeletion || operation.begun !== undefined || looks < LOOKS) return false;
  const answer = await describe(request, ports);
  const isGone =
    answer.kind === "stack" && (answer.stack === undefined || answer.stack.status === "DELETE_COMPLETE");
  if (isGone) ports.log.warning("The stack is deleted, and no event told of it.");
  return isGone;
}
