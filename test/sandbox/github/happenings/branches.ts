import type { FileChanges, Person } from "../git/git.ts";
import type { Backend } from "../state.ts";
import { syncPulls } from "./pulls.ts";

export interface PushOptions {
  /** A login; alice by default. */
  readonly author?: string;
  /** Force-push: the branch is set to this branch or commit first. */
  readonly onto?: string;
}

/** A push as its webhook tells it. */
export interface Push {
  readonly ref: string;
  readonly before: string;
  readonly after: string;
  readonly pusher: string;
  readonly forced: boolean;
}

export const noCommit = "0".repeat(40);

/** Adds one commit to a branch, which starts at the default branch when it does not exist, and moves its pull requests. */
export async function pushCommit(
  backend: Backend,
  repo: { readonly fullName: string; readonly defaultBranch: string },
  branch: string,
  files: FileChanges,
  message: string,
  options: PushOptions,
): Promise<Push> {
  const { git } = backend;
  const ref = `refs/heads/${branch}`;
  const { author = "alice", onto } = options;
  const before = await git.ref(repo.fullName, ref);
  const start = onto === undefined ? before : ((await git.ref(repo.fullName, `refs/heads/${onto}`)) ?? onto);
  const parent = start ?? (await git.ref(repo.fullName, `refs/heads/${repo.defaultBranch}`));
  const after = await addCommit(backend, repo.fullName, parent, files, message, author);
  await git.setRef(repo.fullName, ref, after);
  await syncPulls(backend, repo.fullName);
  return { ref, before: before ?? noCommit, after, pusher: author, forced: onto !== undefined };
}

/** A commit on top of `parent`, on no branch yet. */
export async function addCommit(
  backend: Backend,
  repo: string,
  parent: string | undefined,
  files: FileChanges,
  message: string,
  author: string,
): Promise<string> {
  const { git } = backend;
  const base = parent === undefined ? undefined : (await git.commit(repo, parent)).tree;
  const tree = await git.writeTree(repo, base, files);
  const person: Person = { name: author, email: `${author}@example.com`, date: backend.now() };
  const parents = parent === undefined ? [] : [parent];
  return git.writeCommit(repo, { tree, parents, message, author: person, committer: person });
}
