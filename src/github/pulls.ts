import type { Pulls } from "../ports/github.ts";
import type { Octokit, Repository } from "./client.ts";
import { createCommits } from "./commits.ts";
import { isNotFound } from "./errors.ts";
import { createPeople } from "./people.ts";

type ApiPull = Awaited<ReturnType<Octokit["rest"]["pulls"]["get"]>>["data"];
type ApiListedPull = Awaited<ReturnType<Octokit["rest"]["pulls"]["list"]>>["data"][number];
type ApiReview = Awaited<ReturnType<Octokit["rest"]["pulls"]["listReviews"]>>["data"][number];

type ApiRef = Awaited<ReturnType<Octokit["rest"]["git"]["listMatchingRefs"]>>["data"][number];

/** A merge queue's branch: `gh-readonly-queue/<branch>/pr-<number>-<the commit that it starts from>`. */
const QUEUE_ENTRY = /^pr-(\d+)-([0-9a-f]{40,64})$/;

const REVIEW_STATES = ["APPROVED", "CHANGES_REQUESTED", "COMMENTED", "DISMISSED", "PENDING"] as const;

/** Pull requests, their commits and their reviews. */
export function createPulls({ octokit, owner, repo }: Repository): Pulls {
  const { mayPush } = createPeople({ octokit, owner, repo });

  return {
    async get(number: number) {
      const { data } = await octokit.rest.pulls.get({ owner, repo, pull_number: number });
      return decode(data);
    },

    async mergedInto(branch: string) {
      const { data } = await octokit.rest.pulls.list({
        owner,
        repo,
        state: "closed",
        base: branch,
        sort: "updated",
        direction: "desc",
        per_page: 100,
      });
      return data.map(decode).filter((pull) => pull.merged);
    },

    async containing(sha: string) {
      const pulls = await octokit
        .paginate(octokit.rest.repos.listPullRequestsAssociatedWithCommit, {
          owner,
          repo,
          commit_sha: sha,
          per_page: 100,
        })
        .catch((error: unknown) => emptyIfNotFound<ApiListedPull>(error));
      return pulls.map(decode);
    },

    ...createCommits({ octokit, owner, repo }),

    async queued(branch: string) {
      const prefix = `heads/gh-readonly-queue/${branch}/`;
      const refs = await octokit
        .paginate(octokit.rest.git.listMatchingRefs, { owner, repo, ref: prefix, per_page: 100 })
        .catch((error: unknown) => emptyIfNotFound<ApiRef>(error));
      return refs.flatMap(({ ref, object }) => {
        const [, number, baseSha = ""] = QUEUE_ENTRY.exec(ref.slice(`refs/${prefix}`.length)) ?? [];
        return number === undefined ? [] : [{ number: Number(number), headSha: object.sha, baseSha }];
      });
    },

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

    async open() {
      const pulls = await octokit.paginate(octokit.rest.pulls.list, {
        owner,
        repo,
        state: "open",
        per_page: 100,
      });
      return pulls.map(decode);
    },
  };
}

function decode(pull: ApiPull | ApiListedPull) {
  return {
    number: pull.number,
    headSha: pull.head.sha,
    baseRef: pull.base.ref,
    open: pull.state === "open",
    merged: pull.merged_at !== null,
    ...(pull.merged_at === null ? {} : { mergedAt: Date.parse(pull.merged_at) }),
    ...(pull.merge_commit_sha === null ? {} : { mergeCommitSha: pull.merge_commit_sha }),
    author: pull.user?.login ?? "",
    labels: pull.labels.map((label) => label.name),
    draft: pull.draft === true,
    fromFork: pull.head.repo?.full_name !== pull.base.repo.full_name,
    url: pull.html_url,
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

function emptyIfNotFound<T>(error: unknown): T[] {
  if (isNotFound(error)) return [];
  throw error;
}
