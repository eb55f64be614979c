import { firedText } from "./alarms.ts";
import { arnParts } from "./console.ts";
import { isNestedStack } from "./eventKinds.ts";
import { type Failing, failingOf, NOT_STARTED, type OperationEnd, type RootCause } from "./model.ts";
import { isTerminal } from "./operation.ts";
import { emptyByHand, MEETS_IT, rollbackCommand, type StuckResource, waysOut, waysText } from "./recovery.ts";

/** What state the stack is in after an operation that did not succeed, and what to do. Plain text. */
export function nextStep(stack: string, region: string, end: OperationEnd): string {
  const failing = failingOf(end);
  if (failing !== undefined) return whileFailing(failing, end.kind === "lost-sight");
  switch (end.kind) {
    case "succeeded":
      return end.unread === undefined ? "" : forOutputs(end.status);
    case "failed":
      return afterFailure(stack, region, end);
    case "timed-out":
      return `CloudFormation goes on with the operation (${end.status}). Run this job again to follow it to its end, or raise timeout-minutes.`;
    case "cancelled":
      if (end.status === NOT_STARTED) return "The stack was left as it is. Run this job again to deploy.";
      if (isTerminal(end.status))
        return `The operation had just ended (${end.status}). Run this job again for its outputs.`;
      if (end.tookMs === 0) return `The job was cancelled before CloudFormation answered: ${MAY_HAVE_BEGUN}`;
      return `CloudFormation goes on with the operation (${end.status}). Run this job again to follow it to its end.`;
    case "lost-sight":
      if (end.tookMs === 0) return `CloudFormation's answer is lost: ${MAY_HAVE_BEGUN}`;
      return "The operation may go on without being watched. Run this job again to follow it to its end.";
  }
}

const MAY_HAVE_BEGUN =
  "the operation may have begun. The stack's status tells, and the change set's execution status, which is AVAILABLE as long as nobody has executed it. Run this job again to follow the operation to its end; where it has not begun, that begins it.";

/** The next attempt reads them: it finds nothing to do, or follows the clean-up. */
function forOutputs(status: string): string {
  const state = isTerminal(status)
    ? "The operation has ended"
    : "The update is done, and is cleaned up after";
  return `${state} (${status}). Run this job again for its outputs.`;
}

/** A next attempt attaches to what still runs; later it finds what was reviewed still to be done, and executes that. */
function whileFailing(failing: Failing, isLost: boolean): string {
  const { status, isRollingBack } = failing;
  const doing = isRollingBack
    ? "rolling the stack back"
    : "going on with the operation, although it has failed";
  const state = isLost ? `When it was last seen, CloudFormation was ${doing}` : `CloudFormation is ${doing}`;
  const what = isRollingBack ? "the rollback" : "the operation";
  return `${state} (${status}). Run this job again while that lasts, and it follows ${what} to its end; run later, it tries the same changes again. ${onward(failing)}`;
}

/** What has gone wrong with an operation that was not seen to its end, and why: the end of a sentence about its stack. */
export function failingText(failing: Failing): string {
  const { isRollingBack, isCalledOff, cause } = failing;
  if (isCalledOff === true) return `is being rolled back: ${calledOffText(cause)}`;
  const state = isRollingBack ? "has failed and is being rolled back" : "has failed";
  if (cause === undefined) return `${state}, and no event says why.`;
  const [alarm] = cause.alarms ?? [];
  return `${state}: ${alarm === undefined ? placed(cause) : firedText(alarm)}`;
}

/**
 * That a person stopped an operation. Nothing had failed by then: what did is the rollback's own failure.
 * @param cause what failed in the rollback; `undefined` where nothing did
 */
export function calledOffText(cause: RootCause | undefined): string {
  const inRollback = cause === undefined ? "" : ` ${rollbackFailureText(cause)}`;
  return `somebody called the operation off (User Initiated).${inRollback}`;
}

/** A failure of the rollback of what a person called off. */
export function rollbackFailureText(cause: RootCause): string {
  return `A failure in the rollback: ${placed(cause)}`;
}

/** Whether a person stopped it, whether or not it was watched to its end. */
export function wasCalledOff(end: OperationEnd): boolean {
  return (end.kind === "failed" ? end.isCalledOff : failingOf(end)?.isCalledOff) === true;
}

/** Which resource it is, and AWS's words for what happened to it. */
export function placed({ stackPath, logicalId, type, status, reason }: RootCause): string {
  return `${[...stackPath, logicalId].join("/")} (${type}) ${status}: ${reason}`;
}

/** What is left behind and what to do, a line each; the first of many. Plain text. */
export function leftBehindText(left: readonly RootCause[]): string {
  const shown = left.slice(0, MOST_NAMED).flatMap((one) => {
    const command = deleteLeft(one);
    return [`- ${identity(one)}: ${one.reason}`, ...(command === undefined ? [] : [`  ${command}`])];
  });
  const more = left.length - MOST_NAMED;
  const others = more > 0 ? [`… and ${more} more: see the stack's events.`] : [];
  return [leftBehindLead(left), ...shown, ...others, leftBehindNext(left)].join("\n");
}

/** That something stays, and what that means. */
export function leftBehindLead(left: readonly RootCause[]): string {
  const stacks = left.filter(isNestedStack).length;
  const [one, many] = stacks === left.length ? ["nested stack", "nested stacks"] : ["resource", "resources"];
  const what = left.length === 1 ? `1 ${one} was` : `${left.length} ${many} were`;
  const it = left.length === 1 ? "it" : "them";
  return `${what} left behind: CloudFormation could not delete ${it} and gave up. ${staying(left.length, stacks)}`;
}

function staying(count: number, stacks: number): string {
  const they = count === 1 ? "It stays" : "They stay";
  if (stacks === 0) return `${they}, in no stack, and may be billed.`;
  const within = "with what is still in it";
  if (stacks < count)
    return `${they}, and may be billed: a nested stack by itself, ${within}, all else in no stack.`;
  return `${they}, ${count === 1 ? "a stack by itself" : "each a stack by itself"}, ${within}, and may be billed.`;
}

/** What to do about it. A nested stack is deleted as a whole, what it holds with it. */
export function leftBehindNext(left: readonly RootCause[]): string {
  const stacks = left.filter(isNestedStack).length;
  const known = left.some((one) => deleteLeft(one) !== undefined) ? " with its command" : "";
  const nested = `delete the nested stack itself${known}, once what keeps it is out of the way`;
  if (stacks === left.length) return `No later deploy sees to that: ${nested}.`;
  const others = "delete by hand what is not needed, or import it into a stack";
  return `No later deploy sees to that: ${others}${stacks === 0 ? "" : `; ${nested}`}.`;
}

/** The command that deletes a nested stack that was left behind; of anything else there is none. */
export function deleteLeft(one: RootCause): string | undefined {
  const { physicalId = "" } = one;
  const { region } = arnParts(physicalId);
  if (!isNestedStack(one) || region === "") return undefined;
  return `aws cloudformation delete-stack --region ${region} --stack-name ${physicalId}`;
}

const MOST_NAMED = 10;

/** By which a resource is found in the template and in AWS. */
function identity({ stackPath, logicalId, type, physicalId }: RootCause): string {
  const known = physicalId === undefined ? type : `${type}, ${physicalId}`;
  return `${[...stackPath, logicalId].join("/")} (${known})`;
}

function listed(resources: readonly RootCause[]): string {
  const more = resources.length - MOST_NAMED;
  return [...resources.slice(0, MOST_NAMED).map(identity), ...(more > 0 ? [`${more} more`] : [])].join(", ");
}

/** A policy that keeps data also keeps what a failed deploy had made, and that is in no stack then. */
function keptText({ retained }: Failed): string {
  if (retained === undefined) return "";
  return ` But what was made and a DeletionPolicy keeps is still there, in no stack: ${listed(retained)}. ${MEETS_IT}`;
}

/** A failed creation is an empty shell, but for what is kept in the stack itself: a nested stack goes without what is kept in it. */
function afterCreation(stack: string, region: string, end: Failed): string {
  const kept = Object.groupBy(end.retained ?? [], ({ stackPath }) =>
    stackPath.length === 0 ? "own" : "inner",
  );
  if (kept.own === undefined) {
    const shell = kept.inner === undefined ? "Nothing is left of the creation but" : "The stack is";
    return `${shell} an empty shell (ROLLBACK_COMPLETE); the next deploy deletes it and creates the stack again.${keptText(end)} ${onward(end)}`;
  }
  const inner = kept.inner === undefined ? "" : ` In no stack is already: ${listed(kept.inner)}.`;
  return `The creation is rolled back (ROLLBACK_COMPLETE), but for what a DeletionPolicy keeps: ${listed(kept.own)}.${inner}\n${emptyByHand(stack, region)}\n${onward(end)}`;
}

type Failed = Extract<OperationEnd, { kind: "failed" }>;

function afterFailure(stack: string, region: string, end: Failed): string {
  const { status } = end;
  const ways = waysOut({ stack, region, status, stuck: stuckBy(end) });
  if (ways.length > 0) return `The stack is in ${status} and needs a person.\n${waysText(ways)}`;
  switch (status) {
    case "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS":
      return `The stack is back in its previous state, and CloudFormation cleans up (${status}). ${onward(end)}`;
    case "UPDATE_ROLLBACK_COMPLETE":
    case "IMPORT_ROLLBACK_COMPLETE":
      return `The stack is back in its previous state (${status}).${keptText(end)} ${onward(end)}`;
    case "ROLLBACK_COMPLETE":
      return afterCreation(stack, region, end);
    case "CREATE_FAILED":
    case "UPDATE_FAILED":
      return `What was made is kept for debugging (${status}). A deploy with on-failure: keep goes on from there, if it replaces nothing. ${onward(end)} Before any other deploy, and to go back to the state before:\n${rollbackCommand(stack, region)}`;
    case "DELETE_COMPLETE":
      return `${end.isCalledOff === true ? "Somebody deleted the stack while it was made" : "The stack is deleted again"} (DELETE_COMPLETE).${keptText(end)} ${onward(end)}`;
    default:
      return `The stack is in ${status}.`;
  }
}

/**
 * How to go on once a stack is where it was. What was reviewed is still to be deployed, so that the job can run again; that is
 * said only where it can end otherwise.
 */
function onward({ isCalledOff, cause }: Pick<Failed, "isCalledOff" | "cause">): string {
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

function stuckBy({ stuck, rollbackCause, cause }: Failed): readonly StuckResource[] {
  return stuck ?? [rollbackCause ?? cause].filter((one) => one !== undefined);
}
