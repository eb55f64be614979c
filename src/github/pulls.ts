import type { Octokit, Repository } from "./client.ts";
import { isNotFound } from "./errors.ts";

type ApiPull = Awaited<ReturnType<Octokit["rest"]["pulls"]["get"]>>["data"];
type ApiListedPull = Awaited<ReturnType<Octokit["rest"]["pulls"]["list"]>>["data"][number];
type ApiReview = Awaited<ReturnType<Octokit["rest"]["pulls"]["listReviews"]>>["data"][number];

type ApiRef = Awaited<ReturnType<Octokit["rest"]["git"]["listMatchingRefs"]>>["data"][number];

/** A merge queue's branch: `gh-readonly-queue/<branch>/pr-<number>-<the commit that it starts from>`. */
const QUEUE_ENTRY = /^pr-(\d+)-([0-9a-f]{40,64})$/;

/** Pages of a hundred commits that the first parents are looked for in. */
const ANCESTOR_PAGES = 5;

const REVIEW_STATES = ["APPROVED", "CHANGES_REQUESTED", "COMMENTED", "DISMISSED", "PENDING"] as const;

/** Pull requests, their commits and their reviews. */
export function createPulls({ octokit, owner, repo }: Repository) {
  /** Needs no more than `metadata: read`, which every token has; somebody GitHub knows nothing of may not. */
  async function mayPush(username: string): Promise<boolean> {
    const permission = await octokit.rest.repos
      .getCollaboratorPermissionLevel({ owner, repo, username })
      .then(({ data }) => data.permission)
      .catch((error: unknown) => {
        if (isNotFound(error)) return "none";
        throw error;
      });
    return permission === "admin" || permission === "write";
  }

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

    async commitsBetween(base: string, head: string): Promise<readonly string[]> {
      const commits: string[] = [];
      for (let page = 1; ; page++) {
        const { data } = await octokit.rest.repos.compareCommitsWithBasehead({
          owner,
          repo,
          basehead: `${base}...${head}`,
          per_page: 100,
          page,
        });
        commits.push(...data.commits.map((commit) => commit.sha));
        if (data.commits.length < 100) return commits;
      }
    },

    async ancestors(sha: string, limit: number): Promise<readonly string[]> {
      const firstParents = new Map<string, string | undefined>();
      const chain: string[] = [];
      for (let page = 1; page <= ANCESTOR_PAGES; page++) {
        const { data } = await octokit.rest.repos.listCommits({ owner, repo, sha, per_page: 100, page });
        for (const commit of data) firstParents.set(commit.sha, commit.parents[0]?.sha);
        // A merge of a long branch puts all of its commits between two first parents.
        extend(chain, sha, firstParents, limit);
        // A commit that is known and leads no further is the first of all.
        if (chain.length >= limit || data.length < 100 || firstParents.has(chain.at(-1) ?? sha)) break;
      }
      return chain;
    },

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

/** Goes on from the chain's end as far as the known commits lead. */
function extend(
  chain: string[],
  sha: string,
  firstParents: ReadonlyMap<string, string | undefined>,
  limit: number,
): void {
  let parent = firstParents.get(chain.at(-1) ?? sha);
  while (parent !== undefined && chain.length < limit) {
    chain.push(parent);
    parent = firstParents.get(parent);
  }
}

function decode(pull: ApiPull | ApiListedPull) {
  return {
    number: pull.number,
    headSha: pull.head.sha,
    baseRef: pull.base.ref,
    merged: pull.merged_at !== null,
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
