import { acceptance, isStoppedByLoss, lossText } from "../../changes/acknowledgement.ts";
import { estimateText } from "../../estimate/words.ts";
import { headline } from "../../report/headline.ts";
import { planLines } from "../../report/sections/plan.ts";
import { fullSentence } from "../../report/text/words.ts";
import type { OnMerge, ReportState } from "../../report/view.ts";
import type { Finding } from "../../template/model.ts";
import type { Proposal } from "../change/proposalOf.ts";
import type { Proposed } from "../change/propose.ts";
import type { StackJob } from "../job.ts";
import type { RunResult } from "../result.ts";
import { type Ending, proposalOutputs, refusedEnding } from "../tell/ending.ts";
import { isStopped, preflightEnding } from "../tell/preflightEnding.ts";
import { reportView } from "../tell/reportView.ts";

/** What a preview came to, before anybody is told. */
export interface PreviewEnding extends Ending {
  /** Absent where CloudFormation made no change set. */
  readonly proposal: Proposal | undefined;
  readonly changeSetArn: string;
  /** For the log. */
  readonly lines: readonly string[];
}

/** @param found what the preflight found */
export function previewEnding(job: StackJob, proposed: Proposed, found: readonly Finding[]): PreviewEnding {
  if (proposed.kind === "proposed") return proposedEnding(job, proposed.proposal, found);
  const { failure } = proposed;
  const { result, ...told } = refusedEnding(job, failure, "preview", found);
  return {
    ...told,
    result: proposed.isDiscarded ? result : { ...result, changeSetArn: failure.arn },
    proposal: undefined,
    changeSetArn: failure.arn,
    lines: [],
  };
}

function proposedEnding(job: StackJob, proposal: Proposal, found: readonly Finding[]): PreviewEnding {
  const { verdict, shown, digest, changeSetArn, empty, estimate } = proposal;
  const takes = estimate === undefined ? [] : [`takes ${estimateText(estimate)}`];
  const lines = [...planLines(shown, verdict), ...takes, `digest ${digest.digest}`];
  const shared = { proposal, changeSetArn, lines };
  if (isStopped(found)) return { ...preflightEnding(job, proposal, found), ...shared };
  const { unacknowledged } = verdict;
  if (!empty && isStoppedByLoss(unacknowledged, job.inputs)) {
    const loss = lossOf(unacknowledged);
    const view = reportView(
      job,
      { kind: "blocked", reason: "destructive", delta: [], ...loss },
      { proposal, findings: found },
    );
    const { explanation: message, hint } = loss;
    const result = {
      result: "blocked",
      reasonCode: "destructive",
      message,
      hint,
      ...proposalOutputs(proposal),
    } as const;
    return { view, result, conclusion: "failure", ...shared };
  }
  const state: ReportState = empty
    ? { kind: "no-changes" }
    : { kind: "previewed", onMerge: onMergeOf(proposal) };
  const view = reportView(job, state, { proposal, findings: found });
  const result: RunResult = {
    result: empty ? "no-changes" : "previewed",
    message: headline(view),
    ...proposalOutputs(proposal),
  };
  return { view, result, conclusion: "success", ...shared };
}

/** What is said where the loss of data stops a preview. */
function lossOf(keys: readonly string[]): { readonly explanation: string; readonly hint: string } {
  return {
    explanation: fullSentence(lossText(keys)),
    hint: `If that is wanted, a maintainer sets ${acceptance(keys)}.`,
  };
}

/** A value that cannot be the same after the merge makes a deploy that is not what was reviewed. */
function onMergeOf({ passing, obstacle }: Proposal): OnMerge {
  if (obstacle !== undefined)
    return { kind: "will-block", explanation: `${obstacle.message} ${obstacle.hint}` };
  const [first] = passing;
  if (first === undefined) return { kind: "executes" };
  const values = passing.map(({ name, holds }) => `${name} holds ${holds}`).join("; ");
  const explanation = `${values}: after the merge it is another one, so that the deploy is blocked. Use the full SHA of the commit (github.sha), which is recognised as such, or a value that stays.`;
  return { kind: "will-block", explanation };
}
