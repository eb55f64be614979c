import { decide } from "../changes/decide.ts";
import { judge } from "../changes/verdict.ts";
import { planLines } from "../report/plan.ts";
import { candidate, discard } from "./candidate.ts";
import { type Deployment, type DeployPorts, follower, needsReview } from "./deployment.ts";
import { blockedEnding, type Ending, emptyEnding, errorEnding, failedEnding } from "./ending.ts";
import { executedEnding } from "./executedEnding.ts";
import { execute } from "./execution.ts";
import { acknowledgements, type StackJob } from "./job.ts";
import { askForReview, presentReview } from "./knownReview.ts";
import { openDeployCheck } from "./ownCheck.ts";
import { logFindings, preflight } from "./preflight.ts";
import { isStopped, preflightEnding } from "./preflightReport.ts";
import type { Proposal } from "./proposal.ts";
import { progressComments } from "./publish.ts";
import { type Ready, readyStack } from "./readyStack.ts";
import type { RunResult } from "./result.ts";
import { type DeployedCommit, NO_REVIEW, type Review } from "./review.ts";
import { protectStack, tellDeploy } from "./telling.ts";
import { unlessBusy } from "./unlessBusy.ts";

/**
 * Executes exactly what was reviewed, or nothing (product contract, "Review binding" and "Deploy, step by step").
 * @param decideBy what decides; tests show with others that they notice a wrong one
 */
export async function deploy(
  job: StackJob,
  commit: DeployedCommit,
  ports: DeployPorts,
  decideBy: typeof decide = decide,
): Promise<RunResult> {
  const check = await openDeployCheck(job, ports, needsReview(job));
  const progress = progressComments(job.inputs, ports);
  let review = NO_REVIEW;
  let ending: Ending;
  try {
    review = await ports.log.group("Review", () => askForReview({ job, commit, check, ports }, []));
    const known = { job, commit, check, review, decideBy, progress, ports };
    ({ ending, review } = await unlessBusy(job, ports, () => reachEnding(known)));
  } catch (error) {
    // Whatever it is, the pull request and the check run must not be left saying that the deploy goes on.
    ending = errorEnding(job, error);
  }
  await progress.settled();
  return tellDeploy(job, ending, check, review, ports);
}

/** The ending, with the review as it was known then. */
interface Reached {
  readonly ending: Ending;
  readonly review: Review;
}

async function reachEnding(deploy: Deployment): Promise<Reached> {
  const { job, review } = deploy;
  const ready = await readyStack(deploy);
  if (ready.kind === "ended") return { ending: ready.ending, review };
  const proposed = await candidate(deploy, ready.stack);
  if (proposed.kind === "failed") return { ending: failedEnding(job, proposed), review };
  const { proposal } = proposed;
  if (proposal.empty) return { ending: await nothingLeft(deploy, proposal, ready), review };
  const known = await presentReview(deploy);
  // The labels of a pull request that was only found now count as well.
  const verdict = judge(proposal.changes, acknowledgements(job.inputs, known.labels));
  return { ending: await conclude({ ...deploy, review: known }, { ...proposal, verdict }), review: known };
}

/** AWS found nothing to change: it was so already, or an earlier attempt of this deploy has done it meanwhile. */
async function nothingLeft(
  { job, ports }: Deployment,
  proposal: Proposal,
  { stack, followed }: Extract<Ready, { kind: "ready" }>,
): Promise<Ending> {
  await ports.changeSets.delete(proposal.changeSetArn);
  const ending = followed ? executedEnding(job, followed, proposal) : emptyEnding(job, proposal, stack);
  return protectStack(job, ending, ports);
}

/** The one place where it is decided, and right below it the one place where it is executed. */
async function conclude(deploy: Deployment, proposal: Proposal): Promise<Ending> {
  const { job, commit, review, decideBy, ports } = deploy;
  for (const line of planLines(proposal.shown, proposal.verdict)) ports.log.info(line);
  const decision = decideBy(
    {
      empty: proposal.empty,
      digest: proposal.digest,
      unacknowledged: proposal.verdict.unacknowledged,
      newerDeploy: review.newerDeploy,
    },
    review.pulls,
    { ...job.inputs, deployBranch: commit.branch },
  );
  switch (decision.kind) {
    case "no-changes":
      return protectStack(job, emptyEnding(job, proposal, undefined), ports);
    case "blocked":
      await discard(deploy, proposal);
      return blockedEnding(job, decision, proposal);
    case "execute": {
      const { live } = proposal;
      const checked = await preflight(job, { live, changes: proposal.changes }, ports);
      const findings = checked(proposal.changes);
      logFindings(findings, ports.log);
      if (isStopped(findings)) {
        await discard(deploy, proposal);
        return preflightEnding(job, proposal, findings);
      }
      ports.log.info(`Executing: ${decision.because}.`);
      const { changeSetArn, stackArn, createdAt, changes } = proposal;
      const request = {
        changeSetArn,
        stackArn,
        total: changes.resources.length,
        since: createdAt,
        onProgress: follower(deploy, proposal),
      };
      const ending = executedEnding(job, await execute(job, request, ports), proposal);
      return protectStack(job, ending, ports);
    }
  }
}
