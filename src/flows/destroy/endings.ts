import { type Obstacle, obstacleText } from "../../changes/destroy/obstacles.ts";
import { headline } from "../../report/headline.ts";
import { obstacleLines } from "../../report/sections/destroy.ts";
import { shownView } from "../../report/shownView.ts";
import { renderSummary } from "../../report/summary.ts";
import { fullSentence } from "../../report/text/words.ts";
import type { ReportState, ReportView } from "../../report/view.ts";
import { afterDeletion, afterLifting } from "../../stack/destroyNext.ts";
import { duration } from "../../stack/eventLine.ts";
import { adviceOf, causeOf, type OperationEnd, type RootCause } from "../../stack/model.ts";
import { placed, rollbackFailureText, wasCalledOff } from "../../stack/nextStep.ts";
import { statusAfter } from "../../stack/operation.ts";
import type { StuckResource } from "../../stack/recovery.ts";
import type { Finding } from "../../template/model.ts";
import type { RunResult } from "../result.ts";
import { reasonOf } from "../tell/executedEnding.ts";
import { reportView } from "../tell/reportView.ts";
import type { WatchedOperation } from "../watch/watch.ts";
import type { DestroyJob } from "./job.ts";
import type { Refusal } from "./permission.ts";
import type { FinalSnapshots } from "./snapshots.ts";
import type { Survey } from "./survey.ts";

/** Who started it, or how, is not who may destroy, or how. */
export function notAllowedEnding(job: DestroyJob, { reason, explanation, hint }: Refusal): RunResult {
  const state = { kind: "blocked", reason, explanation: fullSentence(explanation), delta: [], hint } as const;
  return {
    ...{ result: "blocked", reasonCode: reason, message: `Nothing was deleted: ${explanation}.`, hint },
    summary: renderSummary(reportView(job, state)),
  };
}

/** There is no stack. */
export function absentEnding(job: DestroyJob): RunResult {
  const { stackName, region } = job.inputs;
  return {
    ...{ result: "no-changes", message: `There is no stack ${stackName} in ${region}: nothing to destroy.` },
    ...{ hasChanges: false, summary: renderSummary(reportView(job, { kind: "absent" })) },
  };
}

/** Not everything can be deleted, so nothing was. */
export function protectedEnding(
  job: DestroyJob,
  { root, fate, notes }: Survey,
  obstacles: readonly Obstacle[],
  explanation: string,
): { readonly result: RunResult; readonly lines: readonly string[] } {
  const { stackName: stack, region } = job.inputs;
  const texts = obstacles.map((obstacle) => obstacleText(obstacle, { stack, region }));
  const state: ReportState = { kind: "protected", explanation, obstacles: texts, fate };
  const view = viewOf(job, state, root.arn, notes);
  const shown = shownView(view).state;
  return {
    lines: shown.kind === "protected" ? obstacleLines(shown.obstacles) : [],
    result: {
      ...{ result: "blocked", reasonCode: "protected", message: `${headline(view)}. ${explanation}` },
      hint: texts.map(({ what, why, next }) => `${what}: ${why}. Next: ${next}`).join("\n"),
      ...{ summary: renderSummary(view), stackId: root.arn, stackStatus: root.status },
    },
  };
}

/** The deletion was watched, to its end or out of sight. */
export function deletedEnding(
  job: DestroyJob,
  { root, fate, notes, lifted }: Survey,
  watched: WatchedOperation,
  { snapshots, stuck }: { readonly snapshots: FinalSnapshots; readonly stuck: readonly StuckResource[] },
): RunResult {
  const { end, timeline } = watched;
  const { ids, unnamed } = snapshots;
  const { stackName: stack, region } = job.inputs;
  const shared = {
    ...{ stackId: root.arn, stackStatus: statusAfter(end, root.status), finalSnapshots: ids },
  };
  if (end.kind === "succeeded") {
    const state = { kind: "destroyed", tookMs: end.tookMs, fate, snapshots: ids, unnamed, timeline } as const;
    const saved = ids.length === 0 ? "" : ` What is left of the data: ${ids.join(", ")}.`;
    const message = `Stack ${stack} is deleted after ${duration(end.tookMs)}.${saved}`;
    return {
      ...{ result: "destroyed", message, hasChanges: true, ...shared },
      ...(unnamed.length === 0 ? {} : { hint: unnamed.join("\n") }),
      summary: renderSummary(viewOf(job, state, root.arn, notes)),
    };
  }
  const isUnprotected = root.terminationProtection;
  const nextStep = afterDeletion(end, { stack, region, isUnprotected, lifted }, stuck);
  // After a failure what is left is looked at once more: a later try names them.
  const untold = end.kind === "failed" ? [] : unnamed;
  const state = {
    ...({ kind: "destroy-failed", phase: "deleting", end, nextStep } as const),
    ...{ fate, snapshots: ids, unnamed: untold, timeline },
  };
  return failed(job, end, viewOf(job, state, root.arn, notes), { next: [nextStep, ...untold], shared });
}

/** The update that was to lift the protections did not succeed. Nothing was deleted. */
export function liftFailedEnding(
  job: DestroyJob,
  { root, fate, notes }: Survey,
  { end, timeline, stack }: WatchedOperation,
  stuck: readonly StuckResource[],
): RunResult {
  const { stackName, region } = job.inputs;
  const nextStep = afterLifting(end, { stack: stackName, region }, stuck);
  const state = {
    ...({ kind: "destroy-failed", phase: "lifting", end, nextStep } as const),
    ...{ fate, snapshots: [], unnamed: [], timeline },
  };
  const shared = { stackId: root.arn, stackStatus: stack?.status ?? statusAfter(end, root.status) };
  return failed(job, end, viewOf(job, state, root.arn, notes), { next: [nextStep], shared });
}

function failed(
  job: DestroyJob,
  end: OperationEnd,
  view: ReportView,
  { next, shared }: { readonly next: readonly string[]; readonly shared: Partial<RunResult> },
): RunResult {
  return {
    ...{ result: "failed", reasonCode: reasonOf(end), message: failureMessage(job, end, view) },
    hint: [toldCause(end)?.hint, adviceOf(end), ...next]
      .filter((part) => part !== undefined && part !== "")
      .join("\n"),
    ...shared,
    summary: renderSummary(view),
  };
}

function failureMessage(job: DestroyJob, end: OperationEnd, view: ReportView): string {
  const cause = toldCause(end);
  const words = headline(view);
  const limit = `timeout-minutes is ${job.inputs.timeoutMinutes}.`;
  const why = end.kind === "lost-sight" ? end.reason : end.kind === "timed-out" ? limit : undefined;
  const told = wasCalledOff(end) ? rollbackFailureText : placed;
  const known = [...(cause === undefined ? [] : [told(cause)]), ...(why === undefined ? [] : [why])];
  return known.length === 0 ? `${words}.` : `${words}: ${known.join("\n")}`;
}

/** What stopped a deletion, or the way back of what was to lift the protections, wherever that is known. */
function toldCause(end: OperationEnd): RootCause | undefined {
  return end.kind === "failed" ? (end.rollbackCause ?? end.cause) : causeOf(end);
}

function viewOf(job: DestroyJob, state: ReportState, stackArn: string, notes: readonly string[]): ReportView {
  const findings = notes.map((message): Finding => ({ level: "notice", message }));
  return reportView(job, state, { stackArn, findings });
}
