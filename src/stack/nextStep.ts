import { NOT_STARTED, type OperationEnd } from "./model.ts";
import { isTerminal } from "./operation.ts";
import { type StuckResource, waysOut, waysText } from "./recovery.ts";

/** What state the stack is in after an operation that did not succeed, and what to do. Plain text. */
export function nextStep(stack: string, region: string, end: OperationEnd): string {
  switch (end.kind) {
    case "succeeded":
      return "";
    case "failed":
      return afterFailure(stack, region, end);
    case "timed-out":
      return `CloudFormation goes on with the operation (${end.status}). Run this job again to follow it to its end, or raise timeout-minutes.`;
    case "cancelled":
      if (end.status === NOT_STARTED) return "The stack was left as it is. Run this job again to deploy.";
      if (isTerminal(end.status))
        return `The job was cancelled when the operation had just ended (${end.status}). Run this job again for its outputs.`;
      return `The job was cancelled; CloudFormation goes on with the operation (${end.status}). Run this job again to follow it to its end.`;
    case "lost-sight":
      return "The operation may go on without being watched. Run this job again to follow it to its end.";
  }
}

function afterFailure(stack: string, region: string, end: Extract<OperationEnd, { kind: "failed" }>): string {
  const { status } = end;
  const ways = waysOut({ stack, region, status, stuck: stuckBy(end) });
  if (ways.length > 0) return `The stack is in ${status} and needs a person.\n${waysText(ways)}`;
  switch (status) {
    case "UPDATE_ROLLBACK_COMPLETE":
    case "IMPORT_ROLLBACK_COMPLETE":
      if (end.isCalledOff === true)
        return `The stack is back in its previous state (${status}). Run this job again to deploy after all, or take the change back in a pull request.`;
      return `The stack is back in its previous state (${status}). Fix the cause in a new pull request.`;
    case "ROLLBACK_COMPLETE":
      return "Nothing is left of the creation but an empty shell (ROLLBACK_COMPLETE); the next deploy deletes it and creates the stack again. Fix the cause in a new pull request.";
    case "CREATE_FAILED":
    case "UPDATE_FAILED":
      return `What was made is kept for debugging (${status}). The next deploy goes on from there; to go back: aws cloudformation rollback-stack --region ${region} --stack-name ${stack}`;
    case "DELETE_COMPLETE":
      return "The stack was deleted again, as on-failure: delete asks. Fix the cause in a new pull request.";
    default:
      return `The stack is in ${status}.`;
  }
}

/** A nested stack's resource is named by its stack's physical name, which is not known here. */
function stuckBy({
  rollbackCause,
  cause,
}: Extract<OperationEnd, { kind: "failed" }>): readonly StuckResource[] {
  const stuck = rollbackCause ?? cause;
  if (stuck === undefined) return [];
  const { type, reason, physicalId, logicalId, stackPath } = stuck;
  return [
    {
      ...{ type, reason },
      ...(physicalId === undefined ? {} : { physicalId }),
      ...(stackPath.length === 0 ? { logicalId } : {}),
    },
  ];
}
