import { acceptance } from "../changes/lossLabels.ts";
import { headline } from "../report/headline.ts";
import { planLines } from "../report/plan.ts";
import type { OnMerge, ReportState, ReportView } from "../report/view.ts";
import type { Finding } from "../template/model.ts";
import type { Proposal } from "./bound.ts";
import { proposalOutputs, refusal } from "./ending.ts";
import type { StackJob } from "./job.ts";
import type { CheckConclusion } from "./ports.ts";
import { isStopped, preflightEnding } from "./preflightReport.ts";
import type { Proposed } from "./proposal.ts";
import { reportBase } from "./reporting.ts";
import type { RunResult } from "./result.ts";

/** What a preview came to, before anybody is told. */
export interface PreviewOutcome {
  readonly view: ReportView;
  readonly result: RunResult;
  readonly conclusion: CheckConclusion;
  /** Absent where CloudFormation made no change set. */
  readonly proposal: Proposal | undefined;
  readonly changeSetArn: string;
  /** For the log. */
  readonly lines: readonly string[];
}

/** @param found what the preflight found */
export function previewOutcome(job: StackJob, proposed: Proposed, found: readonly Finding[]): PreviewOutcome {
  return proposed.kind === "failed"
    ? failedOutcome(job, proposed, found)
    : readyOutcome(job, proposed.proposal, found);
}

function readyOutcome(job: StackJob, proposal: Proposal, found: readonly Finding[]): PreviewOutcome {
  const { verdict, shown, digest, changeSetArn, empty, executable } = proposal;
  const shared = { proposal, changeSetArn, lines: [...planLines(shown, verdict), `digest ${digest.digest}`] };
  if (isStopped(found)) return { ...preflightEnding(job, proposal, found), ...shared };
  const stopped = verdict.unacknowledged.length > 0 && job.inputs.onDestructive === "fail" && !empty;
  const view: ReportView = {
    ...reportBase(job, proposal.stackArn, executable ? changeSetArn : undefined),
    state: stopped
      ? destructive(verdict.unacknowledged)
      : empty
        ? { kind: "no-changes" }
        : { kind: "previewed", onMerge: onMergeOf(proposal) },
    changes: shown,
    verdict,
    findings: [...job.rendered.findings, ...proposal.findings, ...found],
    digest: digest.digest,
  };
  const plain: RunResult = { result: empty ? "no-changes" : "previewed", message: headline(view) };
  const result = {
    ...(stopped ? blockedResult(verdict.unacknowledged) : plain),
    ...proposalOutputs(proposal),
  };
  return { view, result, conclusion: stopped ? "failure" : "success", ...shared };
}

/** A value that cannot be the same after the merge makes a deploy that is not what was reviewed. */
function onMergeOf({ passing }: Proposal): OnMerge {
  const [first] = passing;
  if (first === undefined) return { kind: "executes" };
  const values = passing.map(({ name, holds }) => `${name} holds ${holds}`).join("; ");
  const explanation = `${values}: after the merge it is another one, so that the deploy is blocked. Use the full SHA of the commit (github.sha), which is recognised as such, or a value that stays.`;
  return { kind: "will-block", explanation };
}

function acknowledging(resources: readonly string[]): string {
  return `If that is wanted, a maintainer sets ${acceptance(resources)}.`;
}

function lossOf(resources: readonly string[]): string {
  return `Data would be lost in ${resources.join(", ")}, and nobody has acknowledged it.`;
}

function destructive(resources: readonly string[]): ReportState {
  return {
    kind: "blocked",
    reason: "destructive",
    explanation: lossOf(resources),
    delta: [],
    hint: acknowledging(resources),
  };
}

function blockedResult(resources: readonly string[]): RunResult {
  return {
    result: "blocked",
    reasonCode: "destructive",
    message: lossOf(resources),
    hint: acknowledging(resources),
  };
}

function failedOutcome(
  job: StackJob,
  { failure }: Extract<Proposed, { kind: "failed" }>,
  found: readonly Finding[],
): PreviewOutcome {
  const told = refusal(failure);
  const view: ReportView = {
    ...reportBase(job, failure.stackArn, undefined),
    state: { kind: "failed", doing: "preview", failure: told },
    findings: [...job.rendered.findings, ...failure.findings, ...found],
  };
  return {
    view,
    result: { result: "failed", ...told, changeSetArn: failure.arn },
    conclusion: "failure",
    proposal: undefined,
    changeSetArn: failure.arn,
    lines: failure.findings.map((finding) => finding.message),
  };
}
