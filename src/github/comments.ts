import type { GitHubWriters, StickyComment } from "../ports/github.ts";
import type { Shown } from "../secrets/secrets.ts";
import type { Repository } from "./client.ts";
import { isNotFound } from "./errors.ts";

/** The sticky comments of a pull request: one for a marker, ours, edited in place. */
export function createComments(repository: Repository): GitHubWriters["comments"] {
  const login = remembered(() => ownLogin(repository));
  const list = (pullRequest: number) => ownComments(repository, pullRequest, login);
  const find = async (pullRequest: number, marker: string): Promise<Found> => {
    const beside = await list(pullRequest);
    const [present, ...doubles] = beside.filter(({ body }) => body.startsWith(marker));
    // The oldest stays, so that links to it hold.
    for (const { id } of doubles) await remove(repository, id);
    return { present, beside: beside.filter((comment) => !doubles.includes(comment)) };
  };
  return {
    async upsert(pullRequest, marker, render) {
      const { present, beside } = await find(pullRequest, marker);
      const body = render(present?.body);
      if (body === undefined || body === present?.body)
        return present && { ...present, beside, isCurrent: true };
      if (present !== undefined)
        return { ...(await edit(repository, present.id, body)), beside, isCurrent: false };
      const made = await create(repository, pullRequest, body);
      // Another run may have made one since we looked: both see both, both keep the older.
      const after = await find(pullRequest, marker);
      const oldest = after.present ?? made;
      return oldest.id === made.id
        ? { ...made, beside: after.beside, isCurrent: after.present !== undefined }
        : { ...(await edit(repository, oldest.id, body)), beside: after.beside, isCurrent: false };
    },
    list,
    async write({ pullRequest, id }, _marker, body) {
      if (id === undefined) await create(repository, pullRequest, body);
      else await edit(repository, id, body).catch(ignoreNotFound);
    },
    remove: (id) => remove(repository, id),
  };
}

interface Found {
  readonly present: StickyComment | undefined;
  /** All of ours, without doubles of this one. */
  readonly beside: readonly StickyComment[];
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

/** Ours only: our account as the author; oldest first. */
async function ownComments(
  { octokit, owner, repo }: Repository,
  pullRequest: number,
  login: () => Promise<string>,
): Promise<readonly StickyComment[]> {
  const asked = { owner, repo, issue_number: pullRequest, per_page: 100 };
  const [author, all] = await Promise.all([
    login(),
    octokit.paginate(octokit.rest.issues.listComments, asked),
  ]);
  return all
    .filter((comment) => comment.user?.login === author)
    .map(decode)
    .sort((a, b) => a.id - b.id);
}

async function remove({ octokit, owner, repo }: Repository, id: number): Promise<void> {
  await octokit.rest.issues.deleteComment({ owner, repo, comment_id: id }).catch(ignoreNotFound);
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
