import type { ReviewedPull } from "../changes/decide.ts";
import { decodeRecord, type ReviewRecord } from "../changes/record.ts";
import { ActionError } from "../errors.ts";
import { checkName, deployCheckName, type StackJob } from "./job.ts";
import type { CheckRun, Checks, Clock, Log, PullRequest, Pulls } from "./ports.ts";

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

/** So many first-parent commits back the last deploy is looked for; more pushes without one are not expected. */
const LOOK_BACK = 30;

const DESTRUCTIVE_LABEL = "allow-destructive";

/** So many later commits are asked about before it is given up to tell whether a run is an old one. */
const LOOK_AHEAD = 300;

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

/**
 * A bare `allow-destructive` was set in sight of its own pull request's preview: it allows what that one shows, and
 * nothing that another pull request brings into the same deploy.
 */
export function labelsOf({ labels }: PullRequest, record: ReviewRecord | undefined): readonly string[] {
  const resources = Object.keys(record?.items ?? {}).flatMap((item) =>
    item.startsWith("resource ") ? [item.slice("resource ".length)] : [],
  );
  if (resources.length === 0) return labels;
  return labels.flatMap((label) =>
    label === DESTRUCTIVE_LABEL ? resources.map((resource) => `${DESTRUCTIVE_LABEL}:${resource}`) : [label],
  );
}

/** The commit and its first parents down to the last one that was deployed; only the commit where none is found. */
export async function sinceLastDeploy(
  job: StackJob,
  commit: string,
  appId: number | undefined,
  ports: Pick<ReviewPorts, "pulls" | "checks">,
): Promise<readonly string[]> {
  const ancestors = await ports.pulls.ancestors(commit, LOOK_BACK);
  for (const [index, ancestor] of ancestors.entries()) {
    if (await hasDeploy(job, ancestor, appId, ports, isDone)) return [commit, ...ancestors.slice(0, index)];
  }
  return [commit];
}

async function isOnBranch({ commit, branch }: DeployedCommit, { pulls }: ReviewPorts): Promise<boolean> {
  return (await pulls.commitsBetween(branch, commit)).length === 0;
}

/**
 * The newest later commit of the branch that is deployed, or whose deploy has begun: an old job must not undo it. A
 * deploy that has begun may be done in the next moment, and it brings this commit's changes as well.
 */
async function newerDeployOf(
  job: StackJob,
  { commit, branch }: DeployedCommit,
  appId: number | undefined,
  ports: ReviewPorts,
): Promise<string | undefined> {
  const newer = await ports.pulls.commitsBetween(commit, branch);
  for (const sha of newer.slice(-LOOK_AHEAD).reverse()) {
    if (await hasDeploy(job, sha, appId, ports, isBegunOrDone)) return sha;
  }
  if (newer.length <= LOOK_AHEAD) return undefined;
  throw new ActionError(
    `${branch} has ${newer.length} commits after ${commit.slice(0, 8)}, too many to tell whether one of them is deployed already.`,
    { reasonCode: "stale-review", hint: `Run the deploy of the newest commit of ${branch} instead.` },
  );
}

async function hasDeploy(
  job: StackJob,
  sha: string,
  appId: number | undefined,
  { checks }: Pick<ReviewPorts, "checks">,
  is: (run: CheckRun) => boolean,
): Promise<boolean> {
  const runs = await checks.list(sha, deployCheckName(job.inputs));
  return runs.some((run) => run.appId === appId && is(run));
}

const isDone = (run: CheckRun) => run.conclusion === "success";

const isBegunOrDone = (run: CheckRun) => run.status !== "completed" || isDone(run);

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

/** A pull request with our app's record on its head, and the reviews where they count. */
export async function reviewedPull(
  job: StackJob,
  pull: PullRequest,
  appId: number | undefined,
  ports: Pick<ReviewPorts, "pulls" | "checks">,
): Promise<ReviewedPull> {
  const [runs, approvals] = await Promise.all([
    ports.checks.list(pull.headSha, checkName(job.inputs)),
    job.inputs.requiredApprovals > 0 ? ports.pulls.reviews(pull.number) : [],
  ]);
  const newest = runs.find((run) => isOurs(run, appId));
  return {
    number: pull.number,
    merged: pull.merged,
    baseRef: pull.baseRef,
    headSha: pull.headSha,
    author: pull.author,
    record: newest && decodeRecord(newest.text, newest.externalId),
    recordedAt: newest === undefined ? 0 : recordedAt(newest),
    approvals,
  };
}

/**
 * When the record was made: its start, for its completion moves when the check run is marked out of date. Where GitHub
 * does not say, no approval can be told to be younger.
 */
function recordedAt({ startedAt, completedAt }: CheckRun): number {
  return startedAt || completedAt || Number.POSITIVE_INFINITY;
}

function isOurs(run: CheckRun, appId: number | undefined): boolean {
  return appId !== undefined && run.appId === appId && run.status === "completed";
}
