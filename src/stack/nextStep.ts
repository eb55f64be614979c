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
        return `The operation had just ended (${end.status}). Run this job again for its outputs.`;
      if (end.tookMs === 0)
        return "The job was cancelled before CloudFormation answered: the operation may have begun. Run this job again to follow it to its end; where it has not begun, that begins it.";
      return `CloudFormation goes on with the operation (${end.status}). Run this job again to follow it to its end.`;
    case "lost-sight":
      return "The operation may go on without being watched. Run this job again to follow it to its end.";
  }
}

type Failed = Extract<OperationEnd, { kind: "failed" }>;

function afterFailure(stack: string, region: string, end: Failed): string {
  const { status } = end;
  const ways = waysOut({ stack, region, status, stuck: stuckBy(end) });
  if (ways.length > 0) return `The stack is in ${status} and needs a person.\n${waysText(ways)}`;
  switch (status) {
    case "UPDATE_ROLLBACK_COMPLETE":
    case "IMPORT_ROLLBACK_COMPLETE":
      return `The stack is back in its previous state (${status}). ${onward(end)}`;
    case "ROLLBACK_COMPLETE":
      return `Nothing is left of the creation but an empty shell (ROLLBACK_COMPLETE); the next deploy deletes it and creates the stack again. ${onward(end)}`;
    case "CREATE_FAILED":
    case "UPDATE_FAILED":
      return `What was made is kept for debugging (${status}). The next deploy goes on from there. ${onward(end)} To go back to the state before:\naws cloudformation rollback-stack --region ${region} --stack-name ${stack}`;
    case "DELETE_COMPLETE":
      return `The stack was deleted again, as on-failure: delete asks. ${onward(end)}`;
    default:
      return `The stack is in ${status}.`;
  }
}

/**
 * How to go on once a stack is where it was. What was reviewed is still to be deployed, so that the job can run again; that is
 * said only where it can end otherwise.
 */
function onward({ isCalledOff, cause }: Failed): string {
  if (isCalledOff === true) return `Run this job again to deploy after all, or ${REVERT}.`;
  if (cause?.alarms !== undefined)
    return `If the alarm fired because of these changes, ${REVERT}, or fix it in a new pull request; if not, run this job again once the alarm is OK.`;
  switch (cause?.remedy) {
    case "by-itself":
      return `It may pass: run this job again. If it fails alike, ${REVERT}.`;
    case "elsewhere":
      return `Once that is put right, run this job again: what was reviewed needs no new pull request. Or ${REVERT}.`;
    default:
      return `Fix the cause in a new pull request, or ${REVERT}.`;
  }
}

/** GitHub's button, at the end of a merged pull request; the address behind it is documented nowhere. */
const REVERT = "take the change back with the button Revert of its pull request";

/** A nested stack's resource is named by its stack's physical name, which is not known here. */
function stuckBy({ rollbackCause, cause }: Failed): readonly StuckResource[] {
  const stuck = rollbackCause ?? cause;
  if (stuck === undefined) return [];
  const { type, status, reason, physicalId, logicalId, stackPath } = stuck;
  return [
    {
      ...{ type, status, reason },
      ...(physicalId === undefined ? {} : { physicalId }),
      ...(stackPath.length === 0 ? { logicalId } : {}),
    },
  ];
}
