import { type Decision, decide, type ReviewedPull } from "../changes/decide.ts";
import { judge, type Verdict } from "../changes/verdict.ts";
import type { Audience } from "../event.ts";
import { sinceLastDeploy } from "./deployedCommits.ts";
import { acknowledgements, checkName, type StackJob } from "./job.ts";
import { openCheck } from "./ownCheck.ts";
import type { CheckRun, Checks, Log, PullRequest, Pulls } from "./ports.ts";
import type { Proposal } from "./proposal.ts";
import { pullsOfAll } from "./review.ts";
import { labelsOf, reviewedPull } from "./reviewedPull.ts";

export type MergeGroupAudience = Extract<Audience, { kind: "merge-group" }>;

interface MergeGroupPorts {
  readonly pulls: Pulls;
  readonly checks: Checks;
  readonly log: Log;
}

/** Whether the queue may merge the group, with the verdict that counts its pull requests' labels. */
export type MergeGroupJudgement = { readonly verdict: Verdict } & (
  | { readonly kind: "reviewed"; readonly because: string }
  | { readonly kind: "blocked"; readonly decision: Extract<Decision, { kind: "blocked" }> }
);

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
 * requests of the queue up to this one counted as merged, for that is what is being asked. Those that are merged
 * already and not deployed yet count too: the group holds their changes as well. Executes nothing.
 * @param appId our app (`openMergeGroupCheck`); records of others are not trusted
 */
export async function judgeMergeGroup(
  job: StackJob,
  audience: MergeGroupAudience,
  proposal: Pick<Proposal, "empty" | "digest" | "changes">,
  appId: number | undefined,
  ports: MergeGroupPorts,
): Promise<MergeGroupJudgement> {
  const pulls = await pullsOfGroup(job, audience, appId, ports);
  const reviewed = await Promise.all(pulls.map((pull) => reviewedPull(job, pull, appId, ports)));
  const labels = pulls.flatMap((pull, index) => labelsOf(pull, reviewed[index]?.record));
  const verdict = judge(proposal.changes, acknowledgements(job.inputs, labels));
  tell(reviewed, ports.log);
  const decision = decide(
    { empty: proposal.empty, digest: proposal.digest, unacknowledged: verdict.unacknowledged },
    reviewed,
    // `approved-digest` is for manual runs: it is no review of what a queue merges.
    { ...job.inputs, approvedDigest: undefined, deployBranch: audience.branch },
  );
  switch (decision.kind) {
    case "no-changes":
      return { kind: "reviewed", because: "there is nothing to change", verdict };
    case "execute":
      return { kind: "reviewed", because: decision.because, verdict };
    case "blocked":
      return { kind: "blocked", decision, verdict };
  }
}

/**
 * The pull requests whose changes the group holds and the stack does not have yet: the queue's entries from this one
 * down to the branch, and what was merged into the branch since the last deploy.
 */
async function pullsOfGroup(
  job: StackJob,
  audience: MergeGroupAudience,
  appId: number | undefined,
  ports: MergeGroupPorts,
): Promise<readonly PullRequest[]> {
  const [queue, chain] = await Promise.all([
    ports.pulls.queued(audience.branch),
    sinceLastDeploy(job, audience.headSha, appId, ports),
  ]);
  const { entries, start } = entriesUpTo(audience, queue);
  const queued = await Promise.all(entries.map(({ number }) => ports.pulls.get(number)));
  const from = chain.indexOf(start);
  const undeployed = from < 0 ? [] : chain.slice(from);
  const merged = await pullsOfAll(undeployed, await ports.pulls.mergedInto(audience.branch), ports);
  const inGroup = queued.map((pull) => ({ ...pull, merged: pull.baseRef === audience.branch }));
  return [...new Map([...merged, ...inGroup].map((pull) => [pull.number, pull])).values()];
}

type Entry = Awaited<ReturnType<Pulls["queued"]>>[number];

/** GitHub stacks the entries: each starts from the commit that the one before it ends with. */
function entriesUpTo(
  { headSha, baseSha }: MergeGroupAudience,
  queue: readonly Entry[],
): { readonly entries: readonly Entry[]; readonly start: string } {
  const entries: Entry[] = [];
  let start = headSha;
  for (;;) {
    const entry = queue.find((candidate) => candidate.headSha === start && !entries.includes(candidate));
    if (entry === undefined) break;
    entries.push(entry);
    start = entry.baseSha;
  }
  return entries.length === 0 ? { entries, start: baseSha } : { entries, start };
}

function tell(pulls: readonly ReviewedPull[], log: Log): void {
  for (const { number, headSha, record } of pulls) {
    log.info(`#${number}, head ${headSha.slice(0, 8)}: ${record?.digest ?? "no record of a preview"}`);
  }
}
