import { ActionError } from "../errors.ts";
import { type Deployment, needsReview } from "./deployment.ts";
import { findReview, INDEX_DELAYS_MS, NO_REVIEW, type Review } from "./review.ts";

/** Everything that GitHub knows. Without it nothing is executed, unless no review is asked for. */
export async function askForReview(
  { job, commit, check, ports }: Pick<Deployment, "job" | "commit" | "check" | "ports">,
  delays: readonly number[],
): Promise<Review> {
  const { checks, pulls, clock, log } = ports;
  if (checks === undefined || pulls === undefined) return NO_REVIEW;
  try {
    const review = await findReview(job, commit, check?.appId, { checks, pulls, clock, log }, delays);
    for (const pull of review.pulls) {
      const state = pull.merged ? `merged into ${pull.baseRef}` : "not merged";
      log.info(
        `#${pull.number}, ${state}, head ${pull.headSha.slice(0, 8)}: ${pull.record?.digest ?? "no record of a preview"}`,
      );
    }
    return review;
  } catch (error) {
    if (!(error instanceof ActionError) || needsReview(job)) throw error;
    log.warning(`GitHub could not be asked about the pull request: ${error.message}`);
    return NO_REVIEW;
  }
}

/**
 * The review as it is now, right before it decides: since it was asked first, the stack may have been waited for, and a
 * newer commit deployed meanwhile. GitHub's index lags, too: a pull request that it does not know yet is waited for.
 */
export async function presentReview(deploy: Deployment): Promise<Review> {
  const { job, review } = deploy;
  if (!needsReview(job)) return review;
  return deploy.ports.log.group("Review, right before the decision", () =>
    askForReview(deploy, review.own.length > 0 ? [] : INDEX_DELAYS_MS),
  );
}

/** Whether anything could come of the decision but `unreviewed`; asked before the first thing is touched. */
export function mayBeReviewed({ job, review }: Pick<Deployment, "job" | "review">): boolean {
  if (!needsReview(job)) return true;
  return (
    review.newerDeploy === undefined && review.pulls.some((pull) => pull.merged && pull.record !== undefined)
  );
}
