import type { Decision } from "../changes/decide.ts";
import { type DeltaEntry, deltaBetween } from "../changes/delta.ts";
import { canonicalItems } from "../changes/digest.ts";
import type { ReviewRecord } from "../changes/record.ts";
import type { ReasonCode } from "../errors.ts";
import { changeSummary } from "../report/outputs.ts";
import type { ReportState, ReportView } from "../report/view.ts";
import { changeSetUrl } from "../stack/console.ts";
import { duration } from "../stack/eventLine.ts";
import type { OperationEnd, Stack, StackOutput } from "../stack/model.ts";
import { nextStep } from "../stack/nextStep.ts";
import type { StackJob } from "./job.ts";
import type { CheckConclusion } from "./ports.ts";
import type { Proposal, Proposed } from "./proposal.ts";
import { reportBase } from "./reporting.ts";
import { failedResult, type RunResult } from "./result.ts";
import type { Progress, WatchedOperation } from "./watch.ts";

/** What a deploy came to: what is shown and what is put out. */
export interface Ending {
  readonly view: ReportView;
  readonly result: RunResult;
  readonly conclusion: CheckConclusion;
}

/** AWS found nothing to change. */
export function emptyEnding(job: StackJob, proposal: Proposal, stack: Stack | undefined): Ending {
  return {
    view: viewOf(job, proposal, { kind: "no-changes" }),
    result: {
      result: "no-changes",
      message: `Stack ${job.inputs.stackName} is what the template says: nothing to change.`,
      ...proposalOutputs(proposal),
      ...stackOutputs(stack),
    },
    conclusion: "success",
  };
}

/** The changes may not be executed. Nothing was. */
export function blockedEnding(
  job: StackJob,
  decision: Extract<Decision, { kind: "blocked" }>,
  proposal: Proposal | undefined,
): Ending {
  const delta = proposal === undefined ? [] : deltaFrom(decision.record, proposal);
  const hint = blockedHint(decision.reason, proposal);
  const explanation = `Nothing was executed: ${decision.explanation}.`;
  return {
    view: viewOf(job, proposal, { kind: "blocked", reason: decision.reason, explanation, delta, hint }),
    result: {
      result: "blocked",
      reasonCode: decision.reason,
      message: explanation,
      hint,
      ...(proposal ? proposalOutputs(proposal) : {}),
    },
    conclusion: "failure",
  };
}

/** CloudFormation could not make the change set. */
export function failedEnding(job: StackJob, { failure }: Extract<Proposed, { kind: "failed" }>): Ending {
  const message = `CloudFormation refused the change set: ${failure.reason}`;
  const told = {
    message,
    reasonCode: "error" as const,
    ...(failure.hint === undefined ? {} : { hint: failure.hint }),
  };
  const view = viewOf(job, undefined, { kind: "preview-failed", failure: told });
  return {
    view: { ...view, findings: [...view.findings, ...failure.findings] },
    result: { result: "failed", ...told },
    conclusion: "failure",
  };
}

/** An error ended the deploy. */
export function errorEnding(job: StackJob, error: unknown): Ending {
  const result = failedResult(error);
  const { message, hint, reasonCode = "error" } = result;
  const failure = { message, reasonCode, ...(hint === undefined ? {} : { hint }) };
  return {
    view: viewOf(job, undefined, { kind: "preview-failed", failure }),
    result,
    conclusion: reasonCode === "cancelled" ? "cancelled" : "failure",
  };
}

/** The operation that this deploy started, or an earlier attempt of it, came to its end or out of sight. */
export function executedEnding(
  job: StackJob,
  watched: WatchedOperation,
  proposal: Proposal | undefined,
): Ending {
  const { end, stack } = watched;
  const shared = {
    ...(proposal ? proposalOutputs(proposal) : {}),
    ...stackOutputs(stack),
    stackStatus: end.kind === "lost-sight" ? "unknown" : end.status,
  };
  if (end.kind === "succeeded") {
    return {
      view: viewOf(job, proposal, {
        kind: "deployed",
        tookMs: end.tookMs,
        outputs: shownOutputs(job, stack),
        timeline: watched.timeline,
      }),
      result: {
        result: "deployed",
        message: `Stack ${job.inputs.stackName} is ${end.status} after ${duration(end.tookMs)}.`,
        ...shared,
      },
      conclusion: "success",
    };
  }
  const next = nextStep(job.inputs.stackName, job.inputs.region, end);
  const cause = end.kind === "failed" ? end.cause : undefined;
  const state: ReportState = {
    kind: "deploy-failed",
    end,
    nextStep: next,
    timeline: watched.timeline,
    ...(cause ? { cause } : {}),
  };
  return {
    view: viewOf(job, proposal, state),
    result: {
      result: "failed",
      reasonCode: reasonOf(end),
      message: failureMessage(job, end),
      hint: [cause?.hint, next].filter((part) => part !== undefined).join("\n"),
      ...shared,
    },
    conclusion: end.kind === "cancelled" ? "cancelled" : "failure",
  };
}

/** How far the deploy is, for its comments. */
export function deployingView(job: StackJob, proposal: Proposal | undefined, progress: Progress): ReportView {
  const { startedAt, now, done, total, inProgress } = progress;
  return viewOf(job, proposal, { kind: "deploying", startedAt, now, done, total, inProgress });
}

function viewOf(job: StackJob, proposal: Proposal | undefined, state: ReportState): ReportView {
  const base = reportBase(
    job,
    proposal?.stackArn,
    proposal && !proposal.empty ? proposal.changeSetArn : undefined,
  );
  if (proposal === undefined) return { ...base, state };
  return {
    ...base,
    state,
    changes: proposal.shown,
    verdict: proposal.verdict,
    digest: proposal.digest.digest,
    findings: [...base.findings, ...proposal.findings],
  };
}

/** The outputs that tell what was proposed. */
export function proposalOutputs(proposal: Proposal): Partial<RunResult> {
  const url = changeSetUrl(proposal.stackArn, proposal.changeSetArn);
  return {
    hasChanges: !proposal.empty,
    ...(proposal.empty
      ? {}
      : { changeSetArn: proposal.changeSetArn, ...(url === undefined ? {} : { changeSetUrl: url }) }),
    changeDigest: proposal.digest.digest,
    changeSummary: changeSummary(proposal.shown, proposal.verdict),
    stackId: proposal.stackArn,
  };
}

function stackOutputs(stack: Stack | undefined): Partial<RunResult> {
  return stack === undefined
    ? {}
    : { stackId: stack.arn, stackStatus: stack.status, stackOutputs: stack.outputs };
}

/** A masked output is masked in what everybody can read, too. */
function shownOutputs({ inputs }: StackJob, stack: Stack | undefined): readonly StackOutput[] {
  return (stack?.outputs ?? []).map((output) =>
    inputs.maskOutputs.includes(output.key) ? { ...output, value: "***" } : output,
  );
}

function deltaFrom(record: ReviewRecord | undefined, proposal: Proposal): readonly DeltaEntry[] {
  if (record === undefined) return [];
  return deltaBetween(record, { items: proposal.digest.items, shown: canonicalItems(proposal.shown) });
}

function blockedHint(reason: ReasonCode, proposal: Proposal | undefined): string {
  const deliberate =
    proposal === undefined
      ? ""
      : ` To execute exactly these changes anyway, a maintainer runs the workflow with mode: deploy and approved-digest: ${proposal.digest.digest}`;
  switch (reason) {
    case "destructive":
      return "To accept the loss, set the label allow-destructive:<LogicalId> on the pull request or the input allow-destructive, and run this job again.";
    case "not-approved":
      return "Get the approving reviews, then run this job again.";
    case "unreviewed":
      return `Bring the change through a pull request that this action previews.${deliberate}`;
    default:
      return `Open a pull request to review the changes as they are now.${deliberate}`;
  }
}

function reasonOf(end: OperationEnd): ReasonCode {
  switch (end.kind) {
    case "timed-out":
      return "timeout";
    case "cancelled":
      return "cancelled";
    case "failed":
      return /ROLLBACK|DELETE_COMPLETE/.test(end.status) ? "rolled-back" : "error";
    default:
      return "error";
  }
}

function failureMessage(job: StackJob, end: Exclude<OperationEnd, { kind: "succeeded" }>): string {
  const stack = `Stack ${job.inputs.stackName}`;
  switch (end.kind) {
    case "failed": {
      const { cause } = end;
      if (cause === undefined) return `${stack} ended in ${end.status}, and no event says why.`;
      const place = [...cause.stackPath, cause.logicalId].join("/");
      return `${stack} ended in ${end.status}: ${place} (${cause.type}) ${cause.status}: ${cause.reason}`;
    }
    case "timed-out":
      return `${stack} was not done after ${job.inputs.timeoutMinutes} minutes (${end.status}).`;
    case "cancelled":
      return end.status === "not started"
        ? `The job was cancelled before anything was executed on ${stack}.`
        : `The job was cancelled while ${stack} was ${end.status}.`;
    case "lost-sight":
      return `${stack} could not be watched to the end: ${end.reason}`;
  }
}
