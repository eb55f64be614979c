import { blockedEnding } from "./ending.ts";
import type { StackJob } from "./job.ts";
import { judgeMergeGroup, type MergeGroupAudience } from "./mergeGroup.ts";
import type { CheckRun, Checks, Clock, Log, Pulls, Signer, SourceFile } from "./ports.ts";
import type { PreviewOutcome } from "./previewOutcome.ts";

interface MergeGroupPorts {
  readonly pulls: Pulls | undefined;
  readonly checks: Checks | undefined;
  readonly signer: Signer | undefined;
  readonly sources: () => readonly SourceFile[];
  readonly clock: Clock;
  readonly log: Log;
}

/** The preview of a merge group passes only if all that it shows was reviewed in the group's pull requests. */
export async function judgedOutcome(
  job: StackJob,
  audience: MergeGroupAudience,
  outcome: PreviewOutcome,
  check: CheckRun | undefined,
  { pulls, checks, sources, ...ports }: MergeGroupPorts,
): Promise<PreviewOutcome> {
  const { proposal } = outcome;
  if (proposal === undefined || outcome.result.reasonCode === "preflight") return outcome;
  if (pulls === undefined || checks === undefined) return blocked(job, outcome, noGitHub);
  const asked = { ...ports, pulls, checks, sources: sources() };
  const judgement = await judgeMergeGroup(job, audience, proposal, check?.appId, asked);
  const judged = { ...outcome, proposal: judgement.proposal };
  if (judgement.kind === "blocked") return blocked(job, judged, judgement.decision);
  ports.log.info(`Everything in this group was reviewed: ${judgement.because}.`);
  const { reasonCode: _reason, hint: _hint, ...result } = outcome.result;
  return {
    ...judged,
    view: {
      ...outcome.view,
      state: proposal.empty ? { kind: "no-changes" } : onMerge,
      verdict: judgement.proposal.verdict,
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
