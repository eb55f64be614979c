import type { Digest } from "../../changes/digest.ts";
import {
  commitsSince,
  type History,
  type LineCommit,
  ownCommit,
  type ReviewedPull,
  recordedPulls,
} from "../../changes/review/history.ts";
import type { Signer } from "../../ports/aws.ts";
import type { Checks, PullRequest, Pulls } from "../../ports/github.ts";
import type { Clock, Log, SourceFile } from "../../ports/local.ts";
import type { StackJob } from "../job.ts";
import { isOnBranch, marksOf, newerDeployOf, type OurMarks } from "./deployMarks.ts";
import { labelsOf, reviewedPull } from "./reviewedPull.ts";
import { untouchedBy } from "./untouched.ts";

/** What GitHub knows about the commit that is to be deployed. */
export interface Review {
  readonly history: History;
  /** The pull requests of the line that have a record for this stack, newest first: they are told what comes of it. */
  readonly pulls: readonly ReviewedPull[];
  /** Those that brought the deployed commit, or the last one before it that changes anything here. */
  readonly own: readonly ReviewedPull[];
  /** The pull requests whose labels count (`labelsIn`). */
  readonly counted: readonly ReviewedPull[];
}

export const NO_REVIEW: Review = { history: { line: [], isWhole: true }, pulls: [], own: [], counted: [] };

export interface ReviewPorts {
  readonly pulls: Pulls;
  readonly checks: Checks;
  readonly signer: Signer | undefined;
  readonly clock: Pick<Clock, "sleep">;
  readonly log: Log;
  /** What the deploy is rendered from. */
  readonly sources: readonly SourceFile[];
}

export interface DeployedCommit {
  readonly commit: string;
  readonly branch: string;
  /** Known from the event; otherwise it is found from the commit. */
  readonly pullRequest: number | undefined;
}

/** How far back along first parents it is looked for the last settled commit. */
export const LOOK_BACK = 200;

/** GitHub's index from commits to pull requests lags behind a merge by seconds: it is asked again after these. */
export const INDEX_DELAYS_MS = [1_000, 2_000, 3_000, 4_000, 5_000];

/** What is asked about: a commit that is to be deployed. */
export interface ReviewQuestion {
  readonly job: StackJob;
  readonly deployed: DeployedCommit;
  /** Our app, the one under which this deploy opened its own check run; records of others are not trusted. */
  readonly ours: OurMarks;
  /** Milliseconds between looks for a pull request that GitHub does not know yet; none: one look. */
  readonly delays?: readonly number[];
  /** A value names the deployed commit: who brought any commit of the line matters then, also of one that is looked through. */
  readonly isOfCommit?: boolean;
}

/** Finds who brought the commits that are not settled yet, with the records that our app left on the merged heads. */
export async function findReview(question: ReviewQuestion, ports: ReviewPorts): Promise<Review> {
  const { job, deployed, ours } = question;
  const [ancestors, isHeld, newerDeploy, merged] = await Promise.all([
    ports.pulls.ancestors(deployed.commit, LOOK_BACK),
    isOnBranch(deployed, ports),
    newerDeployOf(job, { ...deployed, sources: ports.sources }, ours, ports),
    ports.pulls.mergedInto(deployed.branch),
  ]);
  if (!isHeld) return lost(deployed, newerDeploy, ports.log);
  const shas = [deployed.commit, ...ancestors];
  const bringers = bringersFor(question, shas, merged, ports);
  const line = await unsettledLine(question, shas, bringers, ports);
  const review = reviewOf({ ...line, newerDeploy });
  if (line.line.length > 0 || newerDeploy !== undefined) return review;
  // This very commit is settled: nothing is left to review, and its pull requests are told so all the same, unless a
  // newer deploy has the last word.
  const settled = { sha: deployed.commit, brought: await bringers(deployed.commit) };
  return { ...review, pulls: distinct(recordedPulls(settled)) };
}

/** The line as a review: who is told, and whose labels count. */
export function reviewOf(history: History): Review {
  const pulls = distinct(history.line.flatMap(recordedPulls));
  const own = ownCommit(history);
  const [newest] = own === undefined ? [] : recordedPulls(own);
  const counted =
    newest === undefined
      ? []
      : distinct([newest, ...(commitsSince(history, newest.record.baseCommit) ?? []).flatMap(recordedPulls)]);
  return {
    history,
    pulls,
    own: own?.brought.by === "pull-requests" ? own.brought.pulls : [],
    counted,
  };
}

/** What the labels of the pull requests that count allow, of what would be done now. */
export function labelsIn({ counted }: Review, present: Digest): readonly string[] {
  return counted.flatMap((pull) => labelsOf(pull, present));
}

function distinct<T extends { readonly number: number }>(pulls: readonly T[]): readonly T[] {
  return [...new Map(pulls.map((pull) => [pull.number, pull])).values()];
}

/** A branch that was forced back or elsewhere holds the pull request's changes no longer. */
function lost({ commit, branch }: DeployedCommit, newerDeploy: string | undefined, log: Log): Review {
  const problem = `${commit.slice(0, 8)} is not (any more) a commit of ${branch}`;
  log.warning(`${problem}.`);
  const remedy = `Deploy what ${branch} holds now: run the job of its newest commit.`;
  return { ...NO_REVIEW, history: { line: [], isWhole: true, newerDeploy, problem, remedy } };
}

/** Who brought a commit. */
export type Bringers = (sha: string) => Promise<LineCommit["brought"]>;

/**
 * The commits from the first of these down to the last settled one, or to the one on which the first of them that counts
 * was previewed: its record speaks for all below.
 * @param shas along first parents, down to the branch's first commit if there are not more than `LOOK_BACK`
 */
export async function unsettledLine(
  { job, ours }: Pick<ReviewQuestion, "job" | "ours">,
  shas: readonly string[],
  broughtBy: Bringers,
  ports: Pick<ReviewPorts, "checks">,
): Promise<Pick<History, "line" | "isWhole">> {
  const line: LineCommit[] = [];
  for (const sha of shas) {
    const own = ownCommit({ line, isWhole: false });
    if (own !== undefined && recordedPulls(own).some(({ record }) => record.baseCommit === sha)) {
      return { line, isWhole: true };
    }
    const [marks, brought] = await Promise.all([marksOf(job, sha, ours, ports), broughtBy(sha)]);
    if (marks.some(({ state }) => state === "settled")) return { line, isWhole: true };
    line.push({ sha, brought });
  }
  return { line, isWhole: shas.length <= LOOK_BACK };
}

/**
 * Finds the pull requests of commits, and lets those commits pass that change nothing of this deploy.
 * @param shas the line, along first parents, newest first
 */
export function bringersFor(
  { job, deployed, ours, delays = [], isOfCommit = false }: ReviewQuestion,
  shas: readonly string[],
  merged: readonly PullRequest[],
  ports: ReviewPorts,
): Bringers {
  const known = new Map<number, Promise<ReviewedPull>>();
  const reviewed = (pull: PullRequest) => {
    const asked = known.get(pull.number) ?? reviewedPull(job, pull, ours, ports);
    known.set(pull.number, asked);
    return asked;
  };
  const isUntouched = untouchedBy(deployed.commit, ports.sources, ports);
  // Once for all of them: the index learns of all commits of a merge at one time.
  const waits = [...delays];
  const into = (found: readonly PullRequest[], sha: string) =>
    found.filter((pull) => pull.baseRef === deployed.branch && isMergedBy(pull, sha, shas));
  const isMissed = async (sha: string) =>
    isOfCommit || (sha === deployed.commit && !(await isUntouched(sha)));
  return async (sha) => {
    const indexed = into(await pullsOf(sha, deployed, merged, ports), sha);
    const isLate = indexed.length === 0 && waits.length > 0 && (await isMissed(sha));
    const found = isLate ? await untilIndexed(sha, waits, (all) => into(all, sha), ports) : indexed;
    const pulls = await Promise.all(found.map(reviewed));
    if (pulls.some(({ record }) => record !== undefined)) return { by: "pull-requests", pulls };
    if (await isUntouched(sha)) return { by: "nobody-needed", pulls: found.map(({ number }) => number) };
    return { by: "pull-requests", pulls };
  };
}

/**
 * Whether the line has the commit from this merge: its merge commit is the commit itself or one above it (of a rebase and
 * of a fast-forward it is the last one). Where a branch is forced to a pull request's head, or a push puts that head first
 * among its parents, the same commits are back without their merge, and what was taken back since would be with them.
 */
function isMergedBy({ merged, mergeCommitSha }: PullRequest, sha: string, shas: readonly string[]): boolean {
  const at = mergeCommitSha === undefined ? -1 : shas.indexOf(mergeCommitSha);
  return merged && at >= 0 && at <= shas.indexOf(sha);
}

/**
 * The pull requests that brought a commit. They themselves know their merge commit at once and on any branch (of a
 * rebase, its last commit); GitHub's index of commits lags, and is sure to know the default branch only.
 */
async function pullsOf(
  sha: string,
  { commit, pullRequest }: DeployedCommit,
  merged: readonly PullRequest[],
  { pulls }: Pick<ReviewPorts, "pulls">,
): Promise<readonly PullRequest[]> {
  const brought = merged.filter((pull) => pull.mergeCommitSha === sha);
  if (brought.length > 0) return brought;
  return sha === commit && pullRequest !== undefined ? [await pulls.get(pullRequest)] : pulls.containing(sha);
}

/**
 * The pull requests of a commit that GitHub did not know yet, asked for again after each delay until there are some that
 * count. A push that no pull request brought costs all of that time.
 * @param waits what is left of the delays; those that were waited for are taken out
 */
async function untilIndexed(
  commit: string,
  waits: number[],
  counting: (found: readonly PullRequest[]) => readonly PullRequest[],
  ports: Pick<ReviewPorts, "pulls" | "clock" | "log">,
): Promise<readonly PullRequest[]> {
  for (let delay = waits.shift(); delay !== undefined; delay = waits.shift()) {
    ports.log.info(
      `GitHub knows no merged pull request of ${commit.slice(0, 8)} yet: asking again in ${delay / 1_000} s.`,
    );
    await ports.clock.sleep(delay);
    const found = counting(await ports.pulls.containing(commit));
    if (found.length > 0) return found;
  }
  return [];
}
