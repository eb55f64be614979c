import { acknowledgements } from "../../changes/acknowledgement.ts";
import { decide } from "../../changes/review/decide.ts";
import { ActionError } from "../../errors.ts";
import { discardChangeSet } from "../change/leftovers.ts";
import { judged } from "../change/verdictOf.ts";
import type { StackJob } from "../job.ts";
import type { RunResult } from "../result.ts";
import { ownMark } from "../review/deployMark.ts";
import { type DeployedCommit, labelsIn, NO_REVIEW, type Review } from "../review/review.ts";
import type { StackPorts } from "../stackPorts.ts";
import { type Ending, emptyEnding, refusedEnding } from "../tell/ending.ts";
import { errorEnding } from "../tell/errorEnding.ts";
import { executedEnding } from "../tell/executedEnding.ts";
import { openDeployCheck } from "../tell/ownCheck.ts";
import { progressComments } from "../tell/publish.ts";
import { logStack } from "../unexpected.ts";
import { idleStack } from "../watch/idle.ts";
import { unlessBusy } from "../watch/unlessBusy.ts";
import { candidateChanges } from "./candidateChanges.ts";
import { conclude } from "./conclude.ts";
import { type Deployment, needsReview } from "./deployment.ts";
import { followEarlier } from "./followEarlier.ts";
import { afterFollowed, type Followed, type SeenAfter, withStack } from "./followed.ts";
import { firstReview, presentReview } from "./knownReview.ts";
import { tellDeploy } from "./tellDeploy.ts";

/**
 * Executes exactly what was reviewed, or nothing (docs/digest.md, "When a deploy executes"; docs/engine.md, "A deploy").
 * @param decideBy what decides; tests show with others that they notice a wrong one
 */
export async function deploy(
  job: StackJob,
  commit: DeployedCommit,
  ports: StackPorts,
  decideBy: typeof decide = decide,
): Promise<RunResult> {
  const check = await openDeployCheck(job, ports, needsReview(job));
  const mark = ownMark(job, check, ports, needsReview(job));
  const progress = progressComments(job, ports);
  const begun = { job, commit, check, mark, decideBy, progress, followed: undefined, ports };
  let reached: Reached = { review: NO_REVIEW, proposal: undefined, stack: undefined, followed: undefined };
  const reach: Reach = (more) => {
    reached = { ...reached, ...more };
    return reached;
  };
  let ending: Ending;
  try {
    await sameCheckout(job, commit, ports);
    const review = await firstReview(begun);
    reach({ review });
    ending = await unlessBusy(job, ports, () => {
      const { followed } = reach({ review, proposal: undefined });
      return reachEnding({ ...begun, review, followed }, reach);
    });
  } catch (error) {
    // Whatever it is, the pull request and the check run must not be left saying that the deploy goes on.
    logStack(error, ports.log);
    ending = errorEnding(job, error, "deploy");
  }
  const { followed } = reached;
  if (followed !== undefined) ending = afterFollowed(job, ending, { ...reached, followed }, ports.log);
  await progress.settled();
  return tellDeploy(job, ending, { check, mark, ...reached }, ports);
}

/** How far it came, whatever ends it then. */
interface Reached extends SeenAfter {
  /** As it was known then. */
  readonly review: Review;
  readonly followed: Followed | undefined;
}

type Reach = (more: Partial<Reached>) => Reached;

async function reachEnding(deploy: Deployment, reach: Reach): Promise<Ending> {
  const { job, ports } = deploy;
  const found = await followEarlier(deploy);
  const isUndone = found.followed !== undefined && found.followed.operation.end.kind !== "succeeded";
  if (isUndone) return executedEnding(job, found.followed.operation, undefined);
  const seen = reach({ followed: found.followed ?? deploy.followed });
  // What was followed has changed the stack.
  const justSeen = found.followed === undefined ? found : undefined;
  const stack = await idleStack(job, ports, { justSeen });
  const { followed } = reach({ stack, followed: seen.followed && withStack(seen.followed, stack) });
  const proposed = await candidateChanges(deploy, stack);
  if (proposed.kind === "failed") {
    if (!proposed.isDiscarded) await discardChangeSet(proposed.failure.arn, proposed.failure.stackArn, ports);
    return refusedEnding(job, proposed.failure, "deploy");
  }
  const { proposal } = proposed;
  reach({ proposal });
  if (proposal.empty) {
    await discardChangeSet(proposal.changeSetArn, proposal.stackArn, ports);
    return emptyEnding(job, proposal, stack);
  }
  // Records and labels of a pull request that was only found now count as well, those of another account do not.
  const review = await presentReview(deploy, proposal);
  const present = judged(job, proposal, acknowledgements(job.inputs, labelsIn(review, proposal.digest)));
  reach({ review, proposal: present });
  return conclude({ ...deploy, review, followed }, present, stack);
}

/**
 * The tree that is rendered must be the commit's: reviews are looked for along the commit's line, and another checkout
 * may hold what no commit of that line brought. Nothing can be said where the workspace is no checkout.
 */
async function sameCheckout(
  job: StackJob,
  { commit }: DeployedCommit,
  { headCommit }: StackPorts,
): Promise<void> {
  const checkedOut = needsReview(job) ? await headCommit() : undefined;
  if (checkedOut === undefined || checkedOut === commit) return;
  throw new ActionError(
    `The workspace holds ${checkedOut.slice(0, 8)}, and ${commit.slice(0, 8)} is to be deployed: what was reviewed cannot be told.`,
    { reasonCode: "unreviewed", hint: `Let actions/checkout take its default, the commit of the event.` },
  );
}
