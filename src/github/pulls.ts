import type { Pulls } from "../ports/github.ts";
import type { Octokit, Repository } from "./client.ts";
import { createCommits } from "./commits.ts";
import { emptyIfNotFound } from "./errors.ts";
import { createMergeQueue } from "./mergeQueue.ts";
import { createReviews } from "./reviews.ts";
import { createTrees } from "./trees.ts";

type ApiPull = Awaited<ReturnType<Octokit["rest"]["pulls"]["get"]>>["data"];
type ApiListedPull = Awaited<ReturnType<Octokit["rest"]["pulls"]["list"]>>["data"][number];
/** Pull requests, their commits and their reviews. */
export function createPulls({ octokit, owner, repo }: Repository): Pulls {
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
    ...createTrees({ octokit, owner, repo }),
    ...createReviews({ octokit, owner, repo }),
    ...createMergeQueue({ octokit, owner, repo }),

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
