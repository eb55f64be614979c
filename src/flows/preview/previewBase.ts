import type { Audience } from "../../audience.ts";
import { ActionError } from "../../errors.ts";
import { poll } from "../../poll.ts";
import type { Checks, Pulls } from "../../ports/github.ts";
import type { Clock, Log } from "../../ports/local.ts";
import { deployCheckName, type StackJob } from "../job.ts";
import { isOnBranch } from "../review/deployMarks.ts";

interface BasePorts {
  readonly pulls: Pulls | undefined;
  readonly checks: Checks | undefined;
  readonly headCommit: () => Promise<string | undefined>;
  readonly clock: Clock;
  readonly log: Log;
}

type PullRequestAudience = Extract<Audience, { kind: "pull-request" }>;

/** The commit of the deploy branch on which the previewed tree was made; or why that cannot be told. */
export type PreviewBase =
  | { readonly kind: "known"; readonly commit: string }
  | { readonly kind: "unknown"; readonly why: string };

/**
 * Works out the base commit of the tree that is checked out. A pull request's run has its test merge, whose first parent
 * is the base; the payload's `base.sha` is another thing. Workflows may check out the head itself: then it is the commit
 * at which the branch left the base. After a change of the base branch, the test merge stays the one on the former base
 * until the next push (actions/checkout#919).
 */
export async function previewBase(
  job: Pick<StackJob, "run">,
  pull: PullRequestAudience,
  ports: Pick<BasePorts, "pulls" | "headCommit">,
): Promise<PreviewBase> {
  const { pulls } = ports;
  if (pulls === undefined) return { kind: "unknown", why: "there is no github-token" };
  try {
    return await baseOf((await ports.headCommit()) ?? job.run.sha, pull, pulls);
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    return {
      kind: "unknown",
      why: [error.message, error.hint].filter((part) => part !== undefined).join(" "),
    };
  }
}

async function baseOf(checkedOut: string, pull: PullRequestAudience, pulls: Pulls): Promise<PreviewBase> {
  const commit =
    checkedOut === pull.headSha
      ? await pulls.mergeBase(pull.baseRef, pull.headSha)
      : await mergedOnto(checkedOut, pull.headSha, pulls);
  if (commit === undefined) {
    const why = `the checkout is at ${checkedOut.slice(0, 8)}, which is neither the head of the pull request nor its test merge`;
    return { kind: "unknown", why };
  }
  if (await isOnBranch({ commit, branch: pull.baseRef }, { pulls })) return { kind: "known", commit };
  const why = `the tree was made on ${commit.slice(0, 8)}, which is not a commit of ${pull.baseRef}: push once more, so that GitHub merges it anew`;
  return { kind: "unknown", why };
}

async function mergedOnto(merge: string, head: string, pulls: Pulls): Promise<string | undefined> {
  const parents = await pulls.parents(merge);
  const [base, merged, ...more] = parents ?? [];
  return merged === head && more.length === 0 ? base : undefined;
}

const LOOK_MS = 3_000;
/** Waiting for the operation itself is the idle stack's part: this covers what a deploy does around it. */
const PATIENCE_MS = 60_000;

/**
 * Waits, within bounds, while the base commit is just being deployed: a preview in the midst of that would show its
 * changes as if they were this pull request's.
 */
export async function baseDeployed(job: StackJob, base: PreviewBase, ports: BasePorts): Promise<void> {
  const { checks, clock, log } = ports;
  if (base.kind === "unknown" || checks === undefined) return;
  const deadline = Math.min(clock.now() + PATIENCE_MS, job.deadline);
  let isTold = false;
  await poll({ clock, delays: () => LOOK_MS, signal: job.cancel, deadline }, async () => {
    if (!(await isBeingDeployed(job, base.commit, checks, log))) return "deployed";
    if (!isTold)
      log.info(`${base.commit.slice(0, 8)}, on which this was made, is just being deployed: waiting for it.`);
    isTold = true;
    return undefined;
  });
}

async function isBeingDeployed(job: StackJob, sha: string, checks: Checks, log: Log): Promise<boolean> {
  try {
    const runs = await checks.list(sha, deployCheckName(job.inputs));
    // The newest: a run that was killed leaves its own open for ever.
    return runs[0] !== undefined && runs[0].status !== "completed";
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    log.debug(`Whether ${sha} is being deployed could not be asked: ${error.message}`);
    return false;
  }
}
