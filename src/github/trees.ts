import type { Repository } from "./client.ts";
import { isNotFound } from "./errors.ts";

/** GitHub lists so many files of a commit a page where it is asked to, and 3,000 in all (REST, "Get a commit"). */
const FILES_A_PAGE = 100;
const MOST_FILES = 3_000;

/** What commits hold. */
export function createTrees({ octokit, owner, repo }: Repository) {
  async function filesOf(sha: string, page: number) {
    const { data, headers } = await octokit.rest.repos.getCommit({
      owner,
      repo,
      ref: sha,
      per_page: FILES_A_PAGE,
      page,
    });
    const files = data.files ?? [];
    // The size of a page is GitHub's to choose, and was 300: a full one can be the last, one with a next page never is.
    const isMore = files.length >= FILES_A_PAGE || /rel="next"/.test(headers.link ?? "");
    return { files, isLast: files.length === 0 || !isMore };
  }

  return {
    async touched(sha: string): Promise<readonly string[] | undefined> {
      const paths: string[] = [];
      let listed = 0;
      for (let page = 1; ; page++) {
        const { files, isLast } = await filesOf(sha, page);
        for (const { filename, previous_filename: former } of files) {
          paths.push(filename, ...(former === undefined ? [] : [former]));
        }
        listed += files.length;
        if (listed >= MOST_FILES) return undefined;
        if (isLast) return paths;
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
