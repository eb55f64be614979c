import { acceptance } from "../../changes/acknowledgement.ts";
import type { Signer } from "../../ports/aws.ts";
import type { CheckRun, Checks, Pulls } from "../../ports/github.ts";
import type { Clock, Log, SourceFile } from "../../ports/local.ts";
import type { Proposal, Remedied } from "../change/proposalOf.ts";
import type { StackJob } from "../job.ts";
import { blockedEnding } from "../tell/ending.ts";
import { decideMergeGroup, type MergeGroupAudience } from "./mergeGroup.ts";
import type { PreviewEnding } from "./previewEnding.ts";

interface MergeGroupPorts {
  readonly pulls: Pulls | undefined;
  readonly checks: Checks | undefined;
  readonly signer: Signer | undefined;
  readonly sources: () => readonly SourceFile[];
  readonly clock: Clock;
  readonly log: Log;
}

type Blocked = Parameters<typeof blockedEnding>[1];

/** The preview of a merge group passes only if all that it shows was reviewed in the group's pull requests. */
export async function groupEnding(
  job: StackJob,
  { audience, check }: { readonly audience: MergeGroupAudience; readonly check: CheckRun | undefined },
  ending: PreviewEnding,
  { pulls, checks, sources, ...ports }: MergeGroupPorts,
): Promise<PreviewEnding> {
  const { proposal } = ending;
  if (proposal === undefined || ending.result.reasonCode === "preflight") return ending;
  if (pulls === undefined || checks === undefined) return blocked(job, ending, noGitHub);
  const asked = { ...ports, pulls, checks, sources: sources() };
  const group = { audience, proposal, appId: check?.appId };
  const { decision, proposal: present } = await decideMergeGroup(job, group, asked);
  const known = { ...ending, proposal: present };
  if (decision.kind === "blocked") return blocked(job, known, decision);
  if (present.obstacle !== undefined) return obstructed(known, present, present.obstacle);
  const because = decision.kind === "execute" ? decision.because : "there is nothing to change";
  const message = `Everything in this group was reviewed: ${because}.`;
  ports.log.info(message);
  const { reasonCode: _reason, hint: _hint, ...result } = ending.result;
  return {
    ...known,
    view: {
      ...ending.view,
      state: proposal.empty ? { kind: "no-changes" } : onMerge,
      verdict: present.verdict,
    },
    result: {
      ...result,
      result: proposal.empty ? "no-changes" : "previewed",
      message,
    },
    conclusion: "success",
  };
}

const onMerge = { kind: "previewed", onMerge: { kind: "executes" } } as const;

const noGitHub = {
  kind: "blocked",
  reason: "unreviewed",
  explanation: "without a github-token nothing is known of the group's pull requests",
  remedy: "Give the step a github-token: by default it takes the job's own.",
} as const;

/** All was reviewed, and the deploy would be stopped. */
function obstructed(
  ending: PreviewEnding,
  { verdict }: Pick<Proposal, "verdict">,
  { message, hint }: Remedied,
): PreviewEnding {
  const reason = "stack-unrecoverable";
  const state = { kind: "blocked", reason, explanation: message, delta: [], hint } as const;
  return {
    ...ending,
    view: { ...ending.view, state, verdict },
    result: { ...ending.result, result: "blocked", reasonCode: reason, message, hint },
    conclusion: "failure",
  };
}

function blocked(job: StackJob, ending: PreviewEnding, decision: Blocked): PreviewEnding {
  return {
    ...ending,
    ...blockedEnding(job, decision, ending.proposal, queueHint(decision, ending.proposal)),
  };
}

/** A queue drops what fails: nothing of the group is on the branch, and none of its jobs helps when it is run again. */
function queueHint({ reason, remedy }: Blocked, proposal: Proposal | undefined): string {
  const again = "then put the pull request into the queue again.";
  switch (reason) {
    case "destructive":
      return `To accept the loss, set ${acceptance(proposal?.verdict.unacknowledged ?? [])}, wait for the preview, ${again}`;
    case "not-approved":
      return `Get the approving reviews, ${again}`;
    default:
      return (
        remedy ?? `Bring the pull request up to date with its base branch, wait for its preview, ${again}`
      );
  }
}
