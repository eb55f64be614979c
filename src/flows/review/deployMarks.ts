import { type DeployMark, decodeMark } from "../../changes/review/mark.ts";
import { DISCOVER_CHECK, maySettle } from "../../deployments/settlements.ts";
import { ActionError } from "../../errors.ts";
import type { CheckRun, Checks, Pulls } from "../../ports/github.ts";
import type { SourceFile } from "../../ports/local.ts";
import { deployCheckName, isDeployCheckOf, type StackJob } from "../job.ts";
import { areAsCommitted, WORKFLOWS } from "./untouched.ts";

interface MarkPorts {
  readonly pulls: Pulls;
  readonly checks: Checks;
}

/** Whose marks count: our app's, about this account. */
export interface OurMarks {
  readonly appId: number | undefined;
  /** `undefined` while it is not known: then any account's. */
  readonly account: string | undefined;
}

/** So many later commits are asked about before it is given up to tell whether something is old. */
const LOOK_AHEAD = 300;

/** What the deploys of a commit have left on it. */
export async function marksOf(
  job: Pick<StackJob, "inputs">,
  sha: string,
  ours: OurMarks,
  { checks }: Pick<MarkPorts, "checks">,
): Promise<readonly DeployMark[]> {
  const runs = await checks.list(sha, deployCheckName(job.inputs));
  return runs.filter((run) => run.appId === ours.appId).flatMap((run) => markOf(run, ours));
}

function markOf({ externalId }: CheckRun, { account }: Pick<OurMarks, "account">): readonly DeployMark[] {
  const mark = decodeMark(externalId);
  return mark !== undefined && (account ?? mark.account) === mark.account ? [mark] : [];
}

/** A commit, and the branch that it is of. */
interface BranchCommit {
  readonly commit: string;
  readonly branch: string;
  /** Of a deploy: what it is rendered from. */
  readonly sources?: readonly SourceFile[];
}

/**
 * The newest later commit of the branch whose deploy has decided to execute, however it ended: an old job must not undo
 * it, and what was made on an older commit would take it back. Of a deploy also a commit that takes back what this one
 * changes, so that nothing was to be deployed there. The stack's label and the token's app may have changed in between, and
 * a mark that somebody forged executes nothing here: whatever label and app a newer deploy had, it counts.
 */
export async function newerDeployOf(
  job: Pick<StackJob, "inputs">,
  { commit, branch, sources }: BranchCommit,
  ours: Pick<OurMarks, "account">,
  ports: MarkPorts,
): Promise<string | undefined> {
  const newer = await ports.pulls.commitsBetween(commit, branch);
  for (const sha of newer.slice(-LOOK_AHEAD).reverse()) {
    const runs = await ports.checks.list(sha);
    if (runs.some((run) => isDeployOf(run, job, ours) && markOf(run, ours).length > 0)) return sha;
    if (sources === undefined || !runs.some((run) => isClaim(run, job))) continue;
    if (!(await holdsTheSame({ sha, commit, sources }, ports))) return sha;
  }
  if (newer.length <= LOOK_AHEAD) return undefined;
  throw new ActionError(
    `${branch} has ${newer.length} commits after ${commit.slice(0, 8)}, too many to tell whether one of them is deployed already.`,
    { reasonCode: "stale-review", hint: `Take the newest commit of ${branch} instead.` },
  );
}

/** Whether it is a deploy's of the stack. Before the account is known, what has another label can be another account's. */
function isDeployOf(
  { name }: CheckRun,
  { inputs }: Pick<StackJob, "inputs">,
  { account }: Pick<OurMarks, "account">,
): boolean {
  return account === undefined ? name === deployCheckName(inputs) : isDeployCheckOf(name, inputs);
}

/**
 * Whether a discovery found the stack as deployed. A claim that is still to be looked at once more counts too: that
 * discovery may not see this deploy any more.
 */
function isClaim({ name, text }: CheckRun, { inputs }: Pick<StackJob, "inputs">): boolean {
  return name === DISCOVER_CHECK && maySettle(text, inputs);
}

/** Whether a newer commit holds what is to be deployed now as this one does. */
async function holdsTheSame(
  {
    sha,
    commit,
    sources,
  }: { readonly sha: string; readonly commit: string; readonly sources: readonly SourceFile[] },
  { pulls }: Pick<MarkPorts, "pulls">,
): Promise<boolean> {
  const [isSame, then, now] = await Promise.all([
    areAsCommitted(sha, sources, pulls),
    pulls.tree(commit, WORKFLOWS),
    pulls.tree(sha, WORKFLOWS),
  ]);
  return isSame && then === now;
}

/** Whether the branch (still) holds the commit: it may have been forced elsewhere. */
export async function isOnBranch(
  { commit, branch }: { readonly commit: string; readonly branch: string },
  { pulls }: Pick<MarkPorts, "pulls">,
): Promise<boolean> {
  return (await pulls.commitsBetween(branch, commit)).length === 0;
}
