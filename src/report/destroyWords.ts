import { type Failing, failingOf, NOT_STARTED, type OperationEnd } from "../stack/model.ts";
import { failureWords } from "./doing.ts";
import { duration, plural } from "./text/words.ts";
import type { ReportState } from "./view.ts";

/** The states of a report about a destroy. */
export type DestroyState = Extract<
  ReportState,
  { kind: "absent" | "protected" | "destroyed" | "destroy-failed" }
>;

/** What came of a destroy, without the stack's name: `destroyed in 8 min 20 s`. */
export function destroyText(state: DestroyState): string {
  switch (state.kind) {
    case "absent":
      return "not there, nothing to destroy";
    case "protected":
      return `not destroyed, ${plural(state.obstacles.length, "thing stands", "things stand")} in the way`;
    case "destroyed":
      return `destroyed in ${duration(state.tookMs)}`;
    case "destroy-failed":
      return state.phase === "lifting" ? liftText(state.end) : deletionText(state.end);
  }
}

function liftText(end: OperationEnd): string {
  const text = unfinishedText(end, "the lifting of the protections");
  return end.kind === "cancelled" && end.status === NOT_STARTED ? text : `not destroyed, ${text}`;
}

function deletionText(end: OperationEnd): string {
  return unfinishedText(end, "the deletion");
}

function unfinishedText(end: OperationEnd, what: string): string {
  const failing = failingOf(end);
  if (failing !== undefined) {
    const how = failing.isCalledOff === true ? "was called off" : "met a failure";
    return `${what} ${how}, and ${unseenText(end, failing)}`;
  }
  switch (end.kind) {
    case "succeeded":
      return `${what} is done, and the run failed afterwards`;
    case "failed":
      return `${what} ${failedText(end)} after ${duration(end.tookMs)} (${end.status})`;
    case "timed-out":
      return `${what} is not done after ${duration(end.tookMs)}`;
    case "cancelled":
      if (end.status === NOT_STARTED) return failureWords("destroy", "cancelled");
      return end.tookMs === 0
        ? `whether ${what} has begun is not known`
        : `${what} is no longer watched after ${duration(end.tookMs)}`;
    case "lost-sight":
      return end.tookMs === 0
        ? `whether ${what} has begun is not known`
        : `lost sight of ${what} after ${duration(end.tookMs)}`;
  }
}

function failedText({ status, isCalledOff }: Extract<OperationEnd, { kind: "failed" }>): string {
  if (isCalledOff !== true) return "failed";
  return status.endsWith("ROLLBACK_FAILED")
    ? "was called off, and the rollback failed too,"
    : "was called off";
}

/** How the sight of an operation that had begun, and met a failure or was called off, ended. */
function unseenText({ kind, tookMs }: OperationEnd, { isRollingBack }: Failing): string {
  const late = isRollingBack ? "is still rolling back" : "is not done";
  const gone = kind === "cancelled" ? "is no longer watched" : "was lost sight of";
  return `${kind === "timed-out" ? late : gone} after ${duration(tookMs)}`;
}
