import type { Audience } from "../../audience.ts";
import { acknowledgements } from "../../changes/acknowledgement.ts";
import { type Decision, decide } from "../../changes/review/decide.ts";
import type { CheckRun, Checks, PullRequest, Pulls } from "../../ports/github.ts";
import type { Log } from "../../ports/local.ts";
import { type Proposal, presentChanges } from "../change/proposalOf.ts";
import { judged } from "../change/verdictOf.ts";
import { checkName, type StackJob } from "../job.ts";
import {
  bringersFor,
  LOOK_BACK,
  labelsIn,
  type ReviewPorts,
  reviewOf,
  unsettledLine,
} from "../review/review.ts";
import { openCheck } from "../tell/ownCheck.ts";

export type MergeGroupAudience = Extract<Audience, { kind: "merge-group" }>;

/** Whether the queue may merge the group, and what counts its pull requests' labels. */
export interface GroupDecision {
  readonly decision: Decision;
  readonly proposal: Proposal;
}

/** A merge group and what its tree would do. */
export interface MergeGroup {
  readonly audience: MergeGroupAudience;
  readonly proposal: Proposal;
  /** Our app (`openMergeGroupCheck`); records of others are not trusted. */
  readonly appId: number | undefined;
}

/**
 * Opens the check run that the merge queue waits for where branch protection requires it: the preview's name, on the
 * group's head. `undefined` where the token may not write check runs.
 */
export function openMergeGroupCheck(
  job: StackJob,
  { headSha }: MergeGroupAudience,
  ports: { readonly checks: Checks | undefined; readonly log: Log },
): Promise<CheckRun | undefined> {
  const title = "Comparing with what was reviewed";
  const check = { sha: headSha, name: checkName(job.inputs), title, about: "this merge group" };
  return openCheck(job, check, ports, true);
}

/**
 * Whether what the merged group would do to the stack was reviewed: the rule of a deploy (`decide`), with the pull
 * requests of the queue up to this one counted as merged, for that is what is being asked. Executes nothing.
 */
export async function decideMergeGroup(
  job: StackJob,
  { audience, proposal, appId }: MergeGroup,
  ports: ReviewPorts,
): Promise<GroupDecision> {
  const { headSha, branch } = audience;
  const ours = { appId, account: proposal.target.account };
  const [queued, ancestors, merged] = await Promise.all([
    groupOf(audience, ports.pulls),
    ports.pulls.ancestors(headSha, LOOK_BACK),
    ports.pulls.mergedInto(branch),
  ]);
  const shas = [headSha, ...ancestors];
  const deployed = { commit: headSha, branch, pullRequest: undefined };
  const question = { job, deployed, ours };
  const placed = placedOn(shas, queued, branch);
  const bringers = bringersFor(question, shas, [...merged, ...placed], ports);
  const review = reviewOf(await unsettledLine(question, shas, bringers, ports));
  const present = judged(job, proposal, acknowledgements(job.inputs, labelsIn(review, proposal.digest)));
  const decision = decide(
    presentChanges(present),
    review.history,
    // `approved-digest` is for manual runs: it is no review of what a queue merges.
    { ...job.inputs, approvedDigest: undefined },
  );
  return { decision, proposal: present };
}

interface QueuedPull {
  readonly pull: PullRequest;
  readonly headSha: string;
  readonly baseSha: string;
}

/** The queue's entries from this group's down to the branch. */
async function groupOf(audience: MergeGroupAudience, pulls: Pulls): Promise<readonly QueuedPull[]> {
  const entries = entriesUpTo(audience.headSha, await pulls.queued(audience.branch));
  return Promise.all(entries.map(async (entry) => ({ ...entry, pull: await pulls.get(entry.number) })));
}

type Entry = Awaited<ReturnType<Pulls["queued"]>>[number];

/** GitHub stacks the entries: each starts from the commit that the one before it ends with. */
function entriesUpTo(headSha: string, queue: readonly Entry[]): readonly Entry[] {
  const entries: Entry[] = [];
  for (let start = headSha; ; ) {
    const entry = queue.find((candidate) => candidate.headSha === start && !entries.includes(candidate));
    if (entry === undefined) return entries;
    entries.push(entry);
    start = entry.baseSha;
  }
}

/** The queue's pull requests as if they were merged, once for each of the commits that they put on the line. */
function placedOn(
  shas: readonly string[],
  queued: readonly QueuedPull[],
  branch: string,
): readonly PullRequest[] {
  return queued
    .filter(({ pull }) => pull.baseRef === branch)
    .flatMap(({ pull, headSha, baseSha }) => {
      const from = shas.indexOf(headSha);
      const to = shas.indexOf(baseSha);
      const own = from < 0 ? [] : shas.slice(from, to < 0 ? from + 1 : to);
      return own.map((sha) => ({ ...pull, merged: true, mergeCommitSha: sha }));
    });
}
