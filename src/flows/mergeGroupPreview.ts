import { blockedEnding } from "./ending.ts";
import type { StackJob } from "./job.ts";
import { judgeMergeGroup, type MergeGroupAudience } from "./mergeGroup.ts";
import type { CheckRun, Checks, Log, Pulls } from "./ports.ts";
import type { PreviewOutcome } from "./previewOutcome.ts";

interface MergeGroupPorts {
  readonly pulls: Pulls | undefined;
  readonly checks: Checks | undefined;
  readonly log: Log;
}

/** The preview of a merge group passes only if all that it shows was reviewed in the group's pull requests. */
export async function judgedOutcome(
  job: StackJob,
  audience: MergeGroupAudience,
  outcome: PreviewOutcome,
  check: CheckRun | undefined,
  { pulls, checks, log }: MergeGroupPorts,
): Promise<PreviewOutcome> {
  const { proposal } = outcome;
  if (proposal === undefined || outcome.result.reasonCode === "preflight") return outcome;
  if (pulls === undefined || checks === undefined) return blocked(job, outcome, noGitHub);
  const judgement = await judgeMergeGroup(job, audience, proposal, check?.appId, { pulls, checks, log });
  const judged = { ...outcome, proposal: { ...proposal, verdict: judgement.verdict } };
  if (judgement.kind === "blocked") return blocked(job, judged, judgement.decision);
  log.info(`Everything in this group was reviewed: ${judgement.because}.`);
  const { reasonCode: _reason, hint: _hint, ...result } = outcome.result;
  return {
    ...judged,
    view: {
      ...outcome.view,
      state: proposal.empty ? { kind: "no-changes" } : onMerge,
      verdict: judgement.verdict,
    },
    result: {
      ...result,
      result: proposal.empty ? "no-changes" : "previewed",
      message: `Everything in this group was reviewed: ${judgement.because}.`,
    },
    conclusion: "success",
  };
}

const onMerge = { kind: "previewed", onMerge: { kind: "executes" } } as const;

const noGitHub = {
  kind: "blocked",
  reason: "unreviewed",
  explanation: "without a github-token nothing is known of the group's pull requests",
} as const;

function blocked(
  job: StackJob,
  outcome: PreviewOutcome,
  decision: Parameters<typeof blockedEnding>[1],
): PreviewOutcome {
  return { ...outcome, ...blockedEnding(job, decision, outcome.proposal) };
}
