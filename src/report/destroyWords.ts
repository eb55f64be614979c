import { failingOf, NOT_STARTED, type OperationEnd } from "../stack/model.ts";
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
  if (failingOf(end) !== undefined) return `${what} met a failure, and ${unseenText(end)}`;
  switch (end.kind) {
    case "succeeded":
      return `${what} is done, and the run failed afterwards`;
    case "failed":
      return `${what} failed after ${duration(end.tookMs)} (${end.status})`;
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

/** How the sight of an operation that had begun ended. */
function unseenText({ kind, tookMs }: OperationEnd): string {
  const words = kind === "timed-out" || kind === "cancelled" ? UNSEEN[kind] : "was lost sight of";
  return `${words} after ${duration(tookMs)}`;
}

const UNSEEN = { "timed-out": "is not done", cancelled: "is no longer watched" } as const;
