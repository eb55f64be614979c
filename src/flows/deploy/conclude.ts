import { acknowledgements } from "../../changes/acknowledgement.ts";
import type { Decision } from "../../changes/review/decide.ts";
import { ActionError } from "../../errors.ts";
import { estimateText } from "../../estimate/words.ts";
import { planLines } from "../../report/sections/plan.ts";
import { arnParts } from "../../stack/console.ts";
import { disposition } from "../../stack/disposition.ts";
import type { Stack } from "../../stack/model.ts";
import { type Proposal, presentChanges } from "../change/proposalOf.ts";
import { areStillResolved } from "../change/resolvedReferences.ts";
import { obstructed } from "../change/standIn.ts";
import { judged } from "../change/verdictOf.ts";
import { logFindings, preflight, warningsOf } from "../preflight/preflight.ts";
import { labelsIn, type Review } from "../review/review.ts";
import { blockedEnding, type Ending, emptyEnding, protectedEnding, refusedEnding } from "../tell/ending.ts";
import { executedEnding } from "../tell/executedEnding.ts";
import { isStopped, preflightEnding } from "../tell/preflightEnding.ts";
import { execute } from "../watch/execution.ts";
import { notStarted } from "../watch/unseen.ts";
import { discard, fresh } from "./candidateChanges.ts";
import { type Deployment, follower, needsReview } from "./deployment.ts";
import { removeShell } from "./failedCreation.ts";
import { isAsLeft } from "./followed.ts";
import { askForReview } from "./knownReview.ts";
import { isOutOfTime, outOfTime } from "./outOfTime.ts";
import { protectStack } from "./protectStack.ts";
import { hasMoved, movedOn } from "./sameStack.ts";
import { unlessThrottled } from "./unlessThrottled.ts";

/**
 * Decides, and acts on it. Everything that takes time comes before the last look at GitHub and AWS; it is decided once
 * more by what that shows, and the very next call executes.
 */
export async function conclude(
  deploy: Deployment,
  proposal: Proposal,
  stack: Stack | undefined,
): Promise<Ending> {
  const { job, mark, ports } = deploy;
  for (const line of planLines(proposal.shown, proposal.verdict)) ports.log.info(line);
  const decision = decided(deploy, proposal);
  if (decision.kind !== "execute") return stopped(deploy, proposal, decision, stack);
  const { live } = proposal;
  const found = (await preflight(job, { live, changes: proposal.changes, isPreview: false }, ports))(
    proposal.changes,
  );
  logFindings([...warningsOf(proposal), ...found], ports.log);
  if (isStopped(found)) {
    return preflightEnding(job, await discard(deploy, proposal), found);
  }
  if (proposal.obstacle !== undefined) throw obstructed(proposal.obstacle);
  await inTime(deploy, proposal);
  try {
    await mark.begin(proposal);
    const made = await inPlaceOfShell(deploy, proposal, stack);
    if (made.kind === "ended") return made.ending;
    return await unlessThrottled(job, ports, () => lastLook(deploy, made.proposal, made.stack));
  } catch (error) {
    // What has begun ends in no error of AWS's or GitHub's: nothing was executed, and an older deploy may go on.
    if (error instanceof ActionError) mark.undo();
    throw error;
  }
}

/** AWS may have throttled its part of a look: what GitHub said so long before is asked again. Milliseconds. */
const OLD_MS = 5_000;

/** The last look, the last decision, and right after it the one place where something is executed. */
async function lastLook(deploy: Deployment, proposal: Proposal, stack: Stack | undefined): Promise<Ending> {
  const { job, mark, ports } = deploy;
  const { account } = arnParts(proposal.stackArn);
  const [seen, now, isResolved] = await Promise.all([
    reviewNow(deploy, account).then((review) => ({ review, at: ports.clock.now() })),
    ports.stacks.describe(job.inputs.stackName),
    areStillResolved(proposal, ports),
  ]);
  const isOld = ports.clock.now() - seen.at >= OLD_MS;
  const review = isOld ? await reviewNow(deploy, account) : seen.review;
  const last = judged(job, proposal, acknowledgements(job.inputs, labelsIn(review, proposal.digest)));
  const decision = decided({ ...deploy, review }, last);
  if (decision.kind !== "execute" || hasMoved(stack, now) || !isResolved) {
    mark.undo();
    if (decision.kind !== "execute") return stopped(deploy, last, decision, stack);
    await discard(deploy, last);
    throw movedOn(job);
  }
  await inTime(deploy, last);
  return act({ ...deploy, review }, last, decision.because, stack);
}

/** Begins nothing that nobody would watch: it ends here, and nothing is left of it. */
async function inTime(deploy: Deployment, proposal: Proposal): Promise<void> {
  const { job, mark, ports } = deploy;
  if (!isOutOfTime(job, ports.clock)) return;
  mark.undo();
  await discard(deploy, proposal);
  throw outOfTime(job);
}

/** A digest that somebody names needs no review, and no more than a review runs over a newer deploy. */
async function reviewNow(deploy: Deployment, account: string): Promise<Review> {
  const { job, review } = deploy;
  if (!needsReview(job) && !job.inputs.requireReview) return review;
  const now = await askForReview(deploy, account);
  if (needsReview(job)) return now;
  const { newerDeploy } = now.history;
  return newerDeploy === undefined ? review : { ...review, history: { ...review.history, newerDeploy } };
}

async function act(
  deploy: Deployment,
  proposal: Proposal,
  because: string,
  stack: Stack | undefined,
): Promise<Ending> {
  const { job, followed, mark, ports } = deploy;
  const { changeSetArn, stackArn, createdAt, changes, protection, estimate } = proposal;
  ports.log.info(`Executing: ${because}.`);
  if (estimate !== undefined) ports.log.info(`It takes ${estimateText(estimate)}.`);
  if (!proposal.executable) {
    // Nothing else is left of what was followed, unless the stack was changed again since: then it has other outputs.
    const done =
      followed && isAsLeft(followed, stack)
        ? executedEnding(job, followed.operation, proposal)
        : protectedEnding(job, proposal, stack);
    const ending = await protectStack(job, done, protection, ports);
    await discard(deploy, proposal);
    return ending;
  }
  const request = {
    changeSetArn,
    stackArn,
    total: changes.resources.length,
    since: createdAt,
    rollback: proposal.rollback,
    estimate,
    onProgress: follower(deploy, proposal),
  };
  const operation = await execute(job, request, ports);
  if (operation === notStarted) mark.undo();
  const ending = executedEnding(job, operation, proposal);
  return protectStack(job, ending, protection, ports);
}

function decided({ job, review, decideBy }: Deployment, proposal: Proposal): Decision {
  return decideBy(presentChanges(proposal), review.history, job.inputs);
}

async function stopped(
  deploy: Deployment,
  proposal: Proposal,
  decision: Exclude<Decision, { kind: "execute" }>,
  stack: Stack | undefined,
): Promise<Ending> {
  const left = await discard(deploy, proposal);
  return decision.kind === "no-changes"
    ? emptyEnding(deploy.job, left, stack)
    : blockedEnding(deploy.job, decision, left);
}

type Made =
  | { readonly kind: "made"; readonly proposal: Proposal; readonly stack: Stack | undefined }
  | { readonly kind: "ended"; readonly ending: Ending };

/**
 * A failed creation's shell is deleted once it is decided to create the stack anew, and its change set made in earnest,
 * which must be what was decided on.
 */
async function inPlaceOfShell(
  deploy: Deployment,
  proposal: Proposal,
  stack: Stack | undefined,
): Promise<Made> {
  const { job, mark, ports } = deploy;
  if (stack === undefined || disposition(stack.status).kind !== "recreate") {
    return { kind: "made", proposal, stack };
  }
  await removeShell(job, stack, ports);
  const proposed = await fresh(deploy, undefined);
  if (proposed.kind === "failed") {
    mark.undo();
    return { kind: "ended", ending: refusedEnding(job, proposed.failure, "deploy") };
  }
  const made = proposed.proposal;
  if (made.digest.digest === proposal.digest.digest)
    return { kind: "made", proposal: made, stack: undefined };
  mark.undo();
  const left = await discard(deploy, made);
  const explanation = "what CloudFormation would do is not what it said before the failed stack was deleted";
  const decision = { kind: "blocked", reason: "stale-review", explanation } as const;
  return { kind: "ended", ending: blockedEnding(job, decision, left) };
}
