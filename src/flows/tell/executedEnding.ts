import type { ReasonCode } from "../../errors.ts";
import type { ReportState } from "../../report/view.ts";
import { firedText } from "../../stack/alarms.ts";
import { disposition } from "../../stack/disposition.ts";
import { duration } from "../../stack/eventLine.ts";
import {
  adviceOf,
  causeOf,
  failingOf,
  NOT_STARTED,
  type OperationEnd,
  type RootCause,
} from "../../stack/model.ts";
import {
  calledOffText,
  failingText,
  leftBehindText,
  nextStep,
  placed,
  wasCalledOff,
} from "../../stack/nextStep.ts";
import { statusAfter } from "../../stack/operation.ts";
import type { Proposal } from "../change/proposalOf.ts";
import type { StackJob } from "../job.ts";
import type { WatchedOperation } from "../watch/watch.ts";
import { type Ending, proposalOutputs, shownOutputs, stackOutputs, waits } from "./ending.ts";
import { reportView } from "./reportView.ts";

/** The operation that this deploy started, or an earlier attempt of it, came to its end or out of sight. */
export function executedEnding(
  job: StackJob,
  watched: WatchedOperation,
  proposal: Proposal | undefined,
): Ending {
  const { stack } = watched;
  const end = toldEnd(watched);
  const status = statusAfter(end, stack?.status);
  const shared = {
    ...(proposal ? proposalOutputs(proposal) : {}),
    ...stackOutputs(stack),
    ...(status === undefined ? {} : { stackStatus: status }),
  };
  if (end.kind === "succeeded" && end.unread === undefined) {
    const isWaiting = proposal !== undefined && waits(proposal);
    return {
      view: reportView(
        job,
        {
          kind: "deployed",
          tookMs: end.tookMs,
          waits: isWaiting,
          ...(end.leftBehind === undefined ? {} : { leftBehind: end.leftBehind }),
          outputs: shownOutputs(job, stack),
          timeline: watched.timeline,
        },
        { proposal },
      ),
      result: {
        result: "deployed",
        message: `Stack ${job.inputs.stackName} is ${end.status} after ${duration(end.tookMs)}.${isWaiting ? WAITS : ""}${leftBehind(end.leftBehind)}`,
        ...shared,
      },
      conclusion: "success",
      // What waits is not in effect yet: its review is still to be used.
      mark: isWaiting ? "begun" : "settled",
    };
  }
  const next = nextStep(job.inputs.stackName, job.inputs.region, end);
  const cause = causeOf(end);
  const state: ReportState = {
    kind: "deploy-failed",
    end,
    nextStep: next,
    timeline: watched.timeline,
    ...(cause ? { cause } : {}),
  };
  return {
    view: reportView(job, state, { proposal }),
    result: {
      result: "failed",
      reasonCode: reasonOf(end),
      message: `${failureMessage(job, end)}${leftBehind("leftBehind" in end ? end.leftBehind : undefined)}`,
      hint: [cause?.hint, adviceOf(end), ...rollbackFailure(end), next]
        .filter((part) => part !== undefined)
        .join("\n"),
      ...shared,
    },
    conclusion: reasonOf(end) === "cancelled" ? "cancelled" : "failure",
  };
}

/** What stays is told in the last lines of the log as well. */
function leftBehind(left: readonly RootCause[] | undefined): string {
  return left === undefined ? "" : `\n${leftBehindText(left)}`;
}

const WAITS = " What else differs in the template or the stack's settings takes effect with its next change.";

/**
 * A success whose stack cannot be read has no outputs to export: whoever needs them must not take it for one.
 */
function toldEnd({ end, stack, unread }: WatchedOperation): OperationEnd {
  if (end.kind !== "succeeded" || stack !== undefined) return end;
  return { ...end, unread: unread ?? { reason: "nobody could say what state it is in." } };
}

/** The reason code of an operation that did not succeed. */
export function reasonOf(end: OperationEnd): ReasonCode {
  switch (end.kind) {
    case "timed-out":
      return "timeout";
    case "cancelled":
      return "cancelled";
    case "failed":
      if (disposition(end.status).kind === "unrecoverable") return "stack-unrecoverable";
      if (end.isCalledOff === true) return "cancelled";
      return /ROLLBACK|DELETE_COMPLETE/.test(end.status) ? "rolled-back" : "error";
    default:
      return "error";
  }
}

function failureMessage(job: StackJob, end: OperationEnd): string {
  const failing = failingOf(end);
  const how = endMessage(job, end);
  return failing === undefined ? how : `Stack ${job.inputs.stackName} ${failingText(failing)}\n${how}`;
}

function endMessage(job: StackJob, end: OperationEnd): string {
  const stack = `Stack ${job.inputs.stackName}`;
  switch (end.kind) {
    case "succeeded":
      return `${stack} is ${end.status} after ${duration(end.tookMs)}, but its outputs could not be read: ${end.unread?.reason}`;
    case "failed": {
      const { cause } = end;
      if (end.isCalledOff === true) return `${stack} ended in ${end.status}: ${calledOffText(cause)}`;
      if (cause === undefined) return `${stack} ended in ${end.status}, and no event says why.`;
      const [alarm] = cause.alarms ?? [];
      if (alarm !== undefined) return `${stack} ended in ${end.status}: ${firedText(alarm)}`;
      return `${stack} ended in ${end.status}: ${placed(cause)}`;
    }
    case "timed-out":
      return `${stack} was not done after ${job.inputs.timeoutMinutes} minutes.`;
    case "cancelled":
      if (end.status === NOT_STARTED)
        return `The job was cancelled before anything was executed on stack ${job.inputs.stackName}.`;
      return end.tookMs === 0
        ? `The job was cancelled before CloudFormation answered: whether stack ${job.inputs.stackName} is being changed is not known.`
        : `The job was cancelled while it watched stack ${job.inputs.stackName}.`;
    case "lost-sight":
      return end.tookMs === 0
        ? `Whether stack ${job.inputs.stackName} is being changed is not known: ${end.reason}`
        : `${stack} could not be watched to the end: ${end.reason}`;
  }
}

/** What kept the stack from going back, and what helps against that: a cause of its own. */
function rollbackFailure(end: OperationEnd): readonly (string | undefined)[] {
  // Of what a person called off it is the cause itself.
  if (end.kind !== "failed" || end.rollbackCause === undefined || wasCalledOff(end)) return [];
  return [`The rollback failed as well: ${placed(end.rollbackCause)}`, end.rollbackCause.hint];
}
