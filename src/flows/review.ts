import type { ReviewedPull } from "../changes/decide.ts";
import { isOnBranch, newerDeployOf, sinceLastDeploy } from "./deployedCommits.ts";
import type { StackJob } from "./job.ts";
import type { Checks, Clock, Log, PullRequest, Pulls } from "./ports.ts";
import { labelsOf, reviewedPull } from "./reviewedPull.ts";

/** What GitHub knows about the commit that is to be deployed. */
export interface Review {
  /** Merged since the last commit that this action deployed, newest first. */
  readonly pulls: readonly ReviewedPull[];
  /** Those of them that brought the deployed commit itself. */
  readonly own: readonly number[];
  readonly labels: readonly string[];
  /** A later commit of the branch that is deployed already: this run is an old one. */
  readonly newerDeploy: string | undefined;
}

export const NO_REVIEW: Review = { pulls: [], own: [], labels: [], newerDeploy: undefined };

interface ReviewPorts {
  readonly pulls: Pulls;
  readonly checks: Checks;
  readonly clock: Clock;
  readonly log: Log;
}

export interface DeployedCommit {
  readonly commit: string;
  readonly branch: string;
  /** Known from the event; otherwise it is found from the commit. */
  readonly pullRequest: number | undefined;
}

/**
 * Finds the pull requests that brought what is deployed now, with the records that our app left on their heads.
 * @param appId our app, the one under which this deploy opened its own check run; records of others are not trusted
 * @param delays milliseconds between looks for a pull request that GitHub does not know yet; none: one look
 */
export async function findReview(
  job: StackJob,
  deployed: DeployedCommit,
  appId: number | undefined,
  ports: ReviewPorts,
  delays: readonly number[] = [],
): Promise<Review> {
  const [chain, onBranch, newerDeploy] = await Promise.all([
    sinceLastDeploy(job, deployed.commit, appId, ports),
    isOnBranch(deployed, ports),
    newerDeployOf(job, deployed, appId, ports),
  ]);
  if (!onBranch)
    ports.log.warning(`${deployed.commit.slice(0, 8)} is not (any more) a commit of ${deployed.branch}.`);
  const { own, others } = await pullsOf(chain, deployed, delays, ports);
  const pulls = [...new Map([...own, ...others].map((pull) => [pull.number, pull])).values()].map((pull) => ({
    ...pull,
    // A branch that was forced back or elsewhere holds the pull request's changes no longer.
    merged: pull.merged && onBranch,
  }));
  const reviewed = await Promise.all(pulls.map((pull) => reviewedPull(job, pull, appId, ports)));
  return {
    pulls: reviewed,
    own: own.map((pull) => pull.number),
    labels: pulls.flatMap((pull, index) => (pull.merged ? labelsOf(pull, reviewed[index]?.record) : [])),
    newerDeploy,
  };
}

/** GitHub's index from commits to pull requests lags behind a merge by seconds: it is asked again after these. */
export const INDEX_DELAYS_MS = [1_000, 2_000, 3_000, 4_000, 5_000];

/** The pull requests that brought the commit itself, and those that brought the rest of the chain. */
async function pullsOf(
  [newest = "", ...older]: readonly string[],
  { pullRequest, branch }: DeployedCommit,
  delays: readonly number[],
  ports: ReviewPorts,
): Promise<{ readonly own: readonly PullRequest[]; readonly others: readonly PullRequest[] }> {
  const merged = await ports.pulls.mergedInto(branch);
  const broughtNewest = merged.filter((pull) => pull.mergeCommitSha === newest);
  const [own, others] = await Promise.all([
    pullRequest !== undefined
      ? ports.pulls.get(pullRequest).then((pull) => [pull])
      : broughtNewest.length > 0
        ? broughtNewest
        : untilIndexed(newest, branch, delays, ports),
    pullsOfAll(older, merged, ports),
  ]);
  return { own, others };
}

/**
 * The pull requests of these commits, in the commits' order. They themselves know their merge commit at once and on any
 * branch (of a rebase, its last commit); GitHub's index of commits lags, and is sure to know the default branch only.
 */
export async function pullsOfAll(
  commits: readonly string[],
  merged: readonly PullRequest[],
  { pulls }: Pick<ReviewPorts, "pulls">,
): Promise<readonly PullRequest[]> {
  const lists = commits.map(async (sha) => {
    const brought = merged.filter((pull) => pull.mergeCommitSha === sha);
    return brought.length > 0 ? brought : pulls.containing(sha);
  });
  return (await Promise.all(lists)).flat();
}

/**
 * The pull requests of a commit, asked for again after each delay until one of them was merged into the branch. A push
 * that no pull request brought costs all of that time.
 */
async function untilIndexed(
  commit: string,
  branch: string,
  delays: readonly number[],
  ports: Pick<ReviewPorts, "pulls" | "clock" | "log">,
): Promise<readonly PullRequest[]> {
  let found = await ports.pulls.containing(commit);
  for (const delay of delays) {
    if (found.some((pull) => pull.merged && pull.baseRef === branch)) break;
    ports.log.info(
      `GitHub knows no merged pull request of ${commit.slice(0, 8)} yet: asking again in ${delay / 1_000} s.`,
    );
    await ports.clock.sleep(delay);
    found = await ports.pulls.containing(commit);
  }
  return found;
}
