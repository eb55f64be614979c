import type { GitHubWriters, StickyComment } from "../ports/github.ts";
import type { Shown } from "../secrets/secrets.ts";
import type { Repository } from "./client.ts";
import { isNotFound } from "./errors.ts";

/** The sticky comment of a pull request: one for a marker, ours, edited in place. */
export function createComments({ octokit, owner, repo }: Repository): GitHubWriters["comments"] {
  let login: Promise<string> | undefined;

  /** Ours only: the marker at its start and our account as its author; oldest first. */
  async function ours(pullRequest: number, marker: string): Promise<readonly StickyComment[]> {
    login ??= ownLogin().catch((error: unknown) => {
      // Asked again the next time: one bad moment is not to silence the rest of the run.
      login = undefined;
      throw error;
    });
    const [author, all] = await Promise.all([
      login,
      octokit.paginate(octokit.rest.issues.listComments, {
        owner,
        repo,
        issue_number: pullRequest,
        per_page: 100,
      }),
    ]);
    return all
      .filter((comment) => comment.user?.login === author && comment.body?.startsWith(marker))
      .map(decode)
      .sort((a, b) => a.id - b.id);
  }

  /** GraphQL's viewer is the one question that user tokens, app tokens and GITHUB_TOKEN all may ask. */
  async function ownLogin(): Promise<string> {
    const { viewer } = await octokit.graphql<{ viewer: { login: string } }>("query { viewer { login } }");
    return viewer.login;
  }

  /** The oldest stays, so that links to it hold. */
  async function collapse(comments: readonly StickyComment[]): Promise<void> {
    for (const double of comments.slice(1)) {
      await octokit.rest.issues
        .deleteComment({ owner, repo, comment_id: double.id })
        .catch((error: unknown) => ignoreNotFound(error));
    }
  }

  async function edit(id: number, body: Shown): Promise<StickyComment> {
    const { data } = await octokit.rest.issues.updateComment({ owner, repo, comment_id: id, body });
    return decode(data);
  }

  async function create(pullRequest: number, marker: string, body: Shown): Promise<StickyComment> {
    const { data } = await octokit.rest.issues.createComment({
      owner,
      repo,
      issue_number: pullRequest,
      body,
    });
    // Another run may have made one since we looked: both see both, both keep the older.
    const all = await ours(pullRequest, marker);
    await collapse(all);
    return all[0] === undefined || all[0].id === data.id ? decode(data) : edit(all[0].id, body);
  }

  return {
    async upsert(
      pullRequest: number,
      marker: string,
      render: (present: string | undefined) => Shown | undefined,
    ): Promise<StickyComment | undefined> {
      const all = await ours(pullRequest, marker);
      await collapse(all);
      const [present] = all;
      const body = render(present?.body);
      if (body === undefined || body === present?.body) return present;
      return present === undefined ? create(pullRequest, marker, body) : edit(present.id, body);
    },
  };
}

function decode(comment: { id: number; html_url: string; body?: string | undefined }): StickyComment {
  return { id: comment.id, url: comment.html_url, body: comment.body ?? "" };
}

function ignoreNotFound(error: unknown): void {
  if (!isNotFound(error)) throw error;
}
