import type { GitHubWriters, StickyComment } from "../ports/github.ts";
import type { Shown } from "../secrets/secrets.ts";
import type { Repository } from "./client.ts";
import { isNotFound } from "./errors.ts";

/** The sticky comment of a pull request: one for a marker, ours, edited in place. */
export function createComments(repository: Repository): GitHubWriters["comments"] {
  const login = remembered(() => ownLogin(repository));
  const find = async (pullRequest: number, marker: string) => {
    const all = await ownComments(repository, { pullRequest, marker, login });
    await collapse(repository, all);
    return all[0];
  };
  return {
    async upsert(pullRequest, marker, render) {
      const present = await find(pullRequest, marker);
      const body = render(present?.body);
      if (body === undefined || body === present?.body) return present;
      if (present !== undefined) return edit(repository, present.id, body);
      const made = await create(repository, pullRequest, body);
      // Another run may have made one since we looked: both see both, both keep the older.
      const oldest = await find(pullRequest, marker);
      return oldest === undefined || oldest.id === made.id ? made : edit(repository, oldest.id, body);
    },
  };
}

/** Asked once; again after an error: one bad moment is not to silence the rest of the run. */
function remembered<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined;
  return () => {
    asked ??= ask().catch((error: unknown) => {
      asked = undefined;
      throw error;
    });
    return asked;
  };
}

/** GraphQL's viewer is the one question that user tokens, app tokens and GITHUB_TOKEN all may ask. */
async function ownLogin({ octokit }: Repository): Promise<string> {
  const { viewer } = await octokit.graphql<{ viewer: { login: string } }>("query { viewer { login } }");
  return viewer.login;
}

interface Place {
  readonly pullRequest: number;
  readonly marker: string;
  readonly login: () => Promise<string>;
}

/** Ours only: the marker at its start and our account as its author; oldest first. */
async function ownComments(
  { octokit, owner, repo }: Repository,
  { pullRequest, marker, login }: Place,
): Promise<readonly StickyComment[]> {
  const asked = { owner, repo, issue_number: pullRequest, per_page: 100 };
  const [author, all] = await Promise.all([
    login(),
    octokit.paginate(octokit.rest.issues.listComments, asked),
  ]);
  return all
    .filter((comment) => comment.user?.login === author && comment.body?.startsWith(marker))
    .map(decode)
    .sort((a, b) => a.id - b.id);
}

/** The oldest stays, so that links to it hold. */
async function collapse(
  { octokit, owner, repo }: Repository,
  comments: readonly StickyComment[],
): Promise<void> {
  for (const double of comments.slice(1)) {
    await octokit.rest.issues
      .deleteComment({ owner, repo, comment_id: double.id })
      .catch((error: unknown) => ignoreNotFound(error));
  }
}

async function edit({ octokit, owner, repo }: Repository, id: number, body: Shown): Promise<StickyComment> {
  const { data } = await octokit.rest.issues.updateComment({ owner, repo, comment_id: id, body });
  return decode(data);
}

async function create(
  { octokit, owner, repo }: Repository,
  pullRequest: number,
  body: Shown,
): Promise<StickyComment> {
  const { data } = await octokit.rest.issues.createComment({ owner, repo, issue_number: pullRequest, body });
  return decode(data);
}

function decode(comment: { id: number; html_url: string; body?: string | undefined }): StickyComment {
  return { id: comment.id, url: comment.html_url, body: comment.body ?? "" };
}

function ignoreNotFound(error: unknown): void {
  if (!isNotFound(error)) throw error;
}
