import type { Pulls } from "../ports/github.ts";
import type { Octokit, Repository } from "./client.ts";
import { createPeople } from "./people.ts";

type ApiReview = Awaited<ReturnType<Octokit["rest"]["pulls"]["listReviews"]>>["data"][number];

const REVIEW_STATES = ["APPROVED", "CHANGES_REQUESTED", "COMMENTED", "DISMISSED", "PENDING"] as const;

/** The reviews of pull requests. */
export function createReviews({ octokit, owner, repo }: Repository): Pick<Pulls, "reviews"> {
  const { mayPush } = createPeople({ octokit, owner, repo });
  return {
    /** On a public repository anybody can approve: only approvals of those who could push count, as in branch protection. */
    async reviews(number: number) {
      const reviews = await octokit.paginate(octokit.rest.pulls.listReviews, {
        owner,
        repo,
        pull_number: number,
        per_page: 100,
      });
      const decoded = reviews.flatMap(decodeReview);
      const approvers = [
        ...new Set(decoded.filter(({ state }) => state === "APPROVED").map(({ reviewer }) => reviewer)),
      ];
      const checked = await Promise.all(
        approvers.map(async (login) => [login, await mayPush(login)] as const),
      );
      const strangers = new Set(checked.filter(([, may]) => !may).map(([login]) => login));
      return decoded.filter(({ state, reviewer }) => state !== "APPROVED" || !strangers.has(reviewer));
    },
  };
}

function decodeReview(review: ApiReview) {
  const state = REVIEW_STATES.find((known) => known === review.state);
  if (state === undefined || review.user === null) return [];
  return [
    {
      reviewer: review.user.login,
      state,
      commitSha: review.commit_id ?? "",
      at: Date.parse(review.submitted_at ?? "") || 0,
    },
  ];
}
