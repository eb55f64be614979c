import { ActionError } from "../errors.ts";
import { deployCheckName, type StackJob } from "./job.ts";
import type { CheckRun, Checks, Pulls } from "./ports.ts";
import type { DeployedCommit } from "./review.ts";

interface DeployLookup {
  readonly pulls: Pulls;
  readonly checks: Checks;
}

/** So many first-parent commits back the last deploy is looked for; more pushes without one are not expected. */
const LOOK_BACK = 30;

/** So many later commits are asked about before it is given up to tell whether a run is an old one. */
const LOOK_AHEAD = 300;

/** The commit and its first parents down to the last one that was deployed; only the commit where none is found. */
export async function sinceLastDeploy(
  job: StackJob,
  commit: string,
  appId: number | undefined,
  ports: DeployLookup,
): Promise<readonly string[]> {
  const ancestors = await ports.pulls.ancestors(commit, LOOK_BACK);
  for (const [index, ancestor] of ancestors.entries()) {
    if (await hasDeploy(job, ancestor, appId, ports, isDone)) return [commit, ...ancestors.slice(0, index)];
  }
  return [commit];
}

/** Whether the branch (still) holds the commit: it may have been forced elsewhere. */
export async function isOnBranch(
  { commit, branch }: DeployedCommit,
  { pulls }: DeployLookup,
): Promise<boolean> {
  return (await pulls.commitsBetween(branch, commit)).length === 0;
}

/**
 * The newest later commit of the branch that is deployed, or whose deploy has begun: an old job must not undo it. A
 * deploy that has begun may be done in the next moment, and it brings this commit's changes as well.
 */
export async function newerDeployOf(
  job: StackJob,
  { commit, branch }: DeployedCommit,
  appId: number | undefined,
  ports: DeployLookup,
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
  { checks }: Pick<DeployLookup, "checks">,
  is: (run: CheckRun) => boolean,
): Promise<boolean> {
  const runs = await checks.list(sha, deployCheckName(job.inputs));
  return runs.some((run) => run.appId === appId && is(run));
}

const isDone = (run: CheckRun) => run.conclusion === "success";

const isBegunOrDone = (run: CheckRun) => run.status !== "completed" || isDone(run);
