import type { Repository } from "./client.ts";
import { isNotFound } from "./errors.ts";

/** Pages of a hundred commits that the first parents are looked for in. */
const ANCESTOR_PAGES = 5;

/**
 * A full SHA. GitHub takes no branch or tag whose name reads so (GitHub docs, "Dealing with special characters in branch and
 * tag names").
 */
const SHA = /^[0-9a-f]{40}$/;

/** Commits, and how they follow each other. */
export function createCommits({ octokit, owner, repo }: Repository) {
  const tips = new Map<string, Promise<string>>();

  /** What a branch points to. Who asks while somebody else does gets the same answer. */
  function tipOf(branch: string): Promise<string> {
    const asked =
      tips.get(branch) ??
      octokit.rest.git
        .getRef({ owner, repo, ref: `heads/${branch}` })
        .then(({ data }) => data.object.sha)
        .finally(() => tips.delete(branch));
    tips.set(branch, asked);
    return asked;
  }

  /** Two commits as a comparison names them. Of a tag and a branch of one name git takes the tag, which others may push. */
  async function basehead(base: string, head: string): Promise<string> {
    const shas = [base, head].map((name) => (SHA.test(name) ? name : tipOf(name)));
    return (await Promise.all(shas)).join("...");
  }

  return {
    async commitsBetween(base: string, head: string): Promise<readonly string[]> {
      const commits: string[] = [];
      const compared = await basehead(base, head);
      for (let page = 1; ; page++) {
        const { data } = await octokit.rest.repos.compareCommitsWithBasehead({
          owner,
          repo,
          basehead: compared,
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

    async parents(sha: string): Promise<readonly string[] | undefined> {
      try {
        const { data } = await octokit.rest.git.getCommit({ owner, repo, commit_sha: sha });
        return data.parents.map((parent) => parent.sha);
      } catch (error) {
        if (isNotFound(error)) return undefined;
        throw error;
      }
    },

    async mergeBase(base: string, head: string): Promise<string> {
      const { data } = await octokit.rest.repos.compareCommitsWithBasehead({
        owner,
        repo,
        basehead: await basehead(base, head),
        per_page: 1,
      });
      return data.merge_base_commit.sha;
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
