import type { Repository } from "./client.ts";
import { isNotFound } from "./errors.ts";

/** GitHub lists so many files of a commit a page, and 3,000 at most (REST, "Get a commit"). */
const FILES_A_PAGE = 300;
const MOST_FILES = 3_000;

/** What commits hold. */
export function createTrees({ octokit, owner, repo }: Repository) {
  async function filesOf(sha: string, page: number) {
    const { data } = await octokit.rest.repos.getCommit({
      owner,
      repo,
      ref: sha,
      per_page: FILES_A_PAGE,
      page,
    });
    return data.files ?? [];
  }

  return {
    async touched(sha: string): Promise<readonly string[] | undefined> {
      const paths: string[] = [];
      for (let page = 1; ; page++) {
        const files = await filesOf(sha, page);
        for (const { filename, previous_filename: former } of files) {
          paths.push(filename, ...(former === undefined ? [] : [former]));
        }
        if (files.length < FILES_A_PAGE) return paths;
        if (page * FILES_A_PAGE >= MOST_FILES) return undefined;
      }
    },

    async blob(sha: string, path: string): Promise<string | undefined> {
      try {
        const { data } = await octokit.rest.repos.getContent({ owner, repo, path, ref: sha });
        return Array.isArray(data) || data.type !== "file" ? undefined : data.sha;
      } catch (error) {
        if (isNotFound(error)) return undefined;
        throw error;
      }
    },

    async tree(sha: string, path: string): Promise<string | undefined> {
      if (path === "") {
        const { data } = await octokit.rest.git.getCommit({ owner, repo, commit_sha: sha });
        return data.tree.sha;
      }
      const [parent, name] = [path.split("/").slice(0, -1).join("/"), path.split("/").at(-1)];
      try {
        // The folder that it is in lists its id; of a folder GitHub lists 1,000 entries at most.
        const { data } = await octokit.rest.repos.getContent({ owner, repo, path: parent, ref: sha });
        if (!Array.isArray(data)) return undefined;
        return data.find((entry) => entry.type === "dir" && entry.name === name)?.sha;
      } catch (error) {
        if (isNotFound(error)) return undefined;
        throw error;
      }
    },
  };
}
