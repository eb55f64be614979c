import { acknowledgements } from "../../changes/acknowledgement.ts";
import { decide } from "../../changes/review/decide.ts";
import { ActionError } from "../../errors.ts";
import { arnParts } from "../../stack/console.ts";
import { discardChangeSet } from "../change/leftovers.ts";
import type { Proposal } from "../change/proposalOf.ts";
import { judged } from "../change/proposalOf.ts";
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
import { unlessBusy } from "../watch/unlessBusy.ts";
import { candidateChanges } from "./candidateChanges.ts";
import { conclude } from "./conclude.ts";
import { type Deployment, needsReview } from "./deployment.ts";
import { firstReview, presentReview } from "./knownReview.ts";
import { type Ready, readyStack } from "./readyStack.ts";
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
  const begun = { job, commit, check, mark, decideBy, progress, ports };
  let reached: Reached = { review: NO_REVIEW, proposal: undefined, ending: undefined };
  let ending: Ending;
  try {
    await sameCheckout(job, commit, ports);
    const review = await firstReview(begun);
    reached = { ...reached, review };
    reached = await unlessBusy(job, ports, () => reachEnding({ ...begun, review }));
    ending = reached.ending ?? errorEnding(job, new Error("the deploy came to no end"), "deploy");
  } catch (error) {
    // Whatever it is, the pull request and the check run must not be left saying that the deploy goes on.
    logStack(error, ports.log);
    ending = errorEnding(job, error, "deploy");
  }
  await progress.settled();
  return tellDeploy(job, ending, { check, mark, ...reached }, ports);
}

/** How far it came, with the review as it was known then. */
interface Reached {
  readonly ending: Ending | undefined;
  readonly review: Review;
  readonly proposal: Proposal | undefined;
}

async function reachEnding(deploy: Deployment): Promise<Reached> {
  const { job, review, ports } = deploy;
  const ready = await readyStack(deploy);
  if (ready.kind === "ended") return { ending: ready.ending, review, proposal: undefined };
  const proposed = await candidateChanges(deploy, ready.stack);
  if (proposed.kind === "failed") {
    await discardChangeSet(proposed.failure.arn, proposed.failure.stackArn, ports);
    return { ending: refusedEnding(job, proposed.failure, "deploy"), review, proposal: undefined };
  }
  const { proposal } = proposed;
  if (proposal.empty) return { ending: await nothingLeft(deploy, proposal, ready), review, proposal };
  // Records and labels of a pull request that was only found now count as well, those of another account do not.
  const known = await presentReview(deploy, arnParts(proposal.stackArn).account);
  const present = judged(job, proposal, acknowledgements(job.inputs, labelsIn(known, proposal.digest)));
  const ending = await conclude({ ...deploy, review: known }, present, ready.stack);
  return { ending, review: known, proposal: present };
}

/** AWS found nothing to change: it was so already, or an earlier attempt of this deploy has done it meanwhile. */
async function nothingLeft(
  { job, ports }: Deployment,
  proposal: Proposal,
  { stack, followed }: Extract<Ready, { kind: "ready" }>,
): Promise<Ending> {
  await discardChangeSet(proposal.changeSetArn, proposal.stackArn, ports);
  return followed ? executedEnding(job, followed, proposal) : emptyEnding(job, proposal, stack);
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
