import { type Failing, failingOf, NOT_STARTED, type OperationEnd } from "../stack/model.ts";
import { failureWords } from "./doing.ts";
import { said } from "./sections/statements.ts";
import { text } from "./text/markdown.ts";
import { duration, plural } from "./text/words.ts";

/** What came of an operation that is not told as a success, without the stack's name. */
export function deployFailedText(end: OperationEnd): string {
  switch (end.kind) {
    case "succeeded":
      if (end.unread !== undefined) return `done after ${duration(end.tookMs)}, its outputs are not known`;
      return "failed after the stack was done";
    case "failed":
      return `${failed(end)} after ${duration(end.tookMs)}${leftText(end.leftBehind)}`;
    case "timed-out": {
      const what = end.failing?.isRollingBack === true ? "still rolling back" : "not done";
      return `${failingLead(end)}${what} after ${duration(end.tookMs)}`;
    }
    case "cancelled":
      if (end.status === NOT_STARTED) return failureWords("deploy", "cancelled");
      if (end.tookMs === 0) return NOT_KNOWN;
      return `${failingLead(end)}no longer watched after ${duration(end.tookMs)}`;
    case "lost-sight":
      return end.tookMs === 0 ? NOT_KNOWN : `${failingLead(end)}lost sight of after ${duration(end.tookMs)}`;
  }
}

/** The call that executes was sent, and not answered. */
const NOT_KNOWN = "whether it is being executed is not known";

function failed({ status, isCalledOff, cause }: Extract<OperationEnd, { kind: "failed" }>): string {
  const isBack = /ROLLBACK_COMPLETE(_CLEANUP_IN_PROGRESS)?$/.test(status);
  const what = isCalledOff === true ? "called off" : "failed";
  if (/(ROLLBACK|DELETE)_FAILED$/.test(status)) return `${what}, and the rollback failed too,`;
  if (isCalledOff === true) return isBack ? "called off and rolled back" : "called off";
  if (isBack && cause?.alarms !== undefined) return "rolled back by an alarm";
  return isBack ? "rolled back" : "failed";
}

/** What is known of it although its end is not. */
function failingLead(end: OperationEnd): string {
  const failing = failingOf(end);
  if (failing === undefined) return "";
  return failing.isCalledOff === true ? "called off, " : "failed, ";
}

/** What stays in no stack, in few words. */
export function leftText(left: readonly unknown[] = []): string {
  return left.length === 0 ? "" : `, ${plural(left.length, "resource")} left behind`;
}

/** The same as a sentence. Markdown. */
export function endWords(end: OperationEnd): string {
  switch (end.kind) {
    case "succeeded":
      if (end.unread === undefined) return `The stack reached ${end.status}, but the run failed afterwards.`;
      return `The stack reached ${text(end.status)} after ${duration(end.tookMs)}, but its outputs could not be read: ${said(end.unread.reason)}`;
    case "failed":
      if (end.isCalledOff === true)
        return `Somebody called the operation off after ${duration(end.tookMs)} (User Initiated); the stack is ${text(end.status)}.`;
      return `The deploy failed after ${duration(end.tookMs)}; the stack is ${text(end.status)}.`;
    case "timed-out":
      return `The deploy was not done after ${duration(end.tookMs)}.`;
    case "cancelled":
      if (end.status === NOT_STARTED) return "This run was cancelled before anything was executed.";
      if (end.tookMs === 0)
        return "This run was cancelled while it asked for the execution: whether that has begun is not known.";
      return `This run was cancelled after ${duration(end.tookMs)}.`;
    case "lost-sight":
      if (end.tookMs === 0) return `Whether the operation has begun is not known: ${said(end.reason)}`;
      return `Lost sight of the operation after ${duration(end.tookMs)}: ${said(end.reason)}`;
  }
}

/** What is known of an operation that had failed when it was seen last. Markdown. */
export function failingWords({ isCalledOff, isRollingBack, status }: Failing): string {
  const what =
    isCalledOff === true ? "Somebody called the operation off (User Initiated)" : "The deploy failed";
  return `${what}; ${isRollingBack ? "it was being rolled back" : "it went on"} (${text(status)}).`;
}
