import type { FileChanges } from "../git/git.ts";
import { findPull } from "../state.ts";
import { act, type Stage } from "./actors.ts";
import { addCommit, pushCommit } from "./branches.ts";
import { setHead } from "./pulls.ts";

export interface NewPull {
  /** The head branch. */
  readonly head: string;
  readonly base?: string;
  readonly title?: string;
  readonly body?: string;
  /** Pushed to the head branch first, as one commit. */
  readonly files?: FileChanges;
  readonly message?: string;
  /** A login; alice by default, or whoever owns the fork. */
  readonly author?: string;
  readonly draft?: boolean;
  readonly labels?: readonly string[];
  /** The person from whose fork it comes. */
  readonly fork?: string;
}

interface Target {
  readonly fullName: string;
  readonly defaultBranch: string;
}

/** Opens a pull request as a person would and returns its number. */
export async function openPull(stage: Stage, repo: Target, pull: NewPull): Promise<number> {
  const { head, base = repo.defaultBranch, title = `Change from ${head}`, fork, draft = false } = pull;
  const author = pull.author ?? fork ?? "alice";
  const message = pull.message ?? title;
  if (fork !== undefined) await makeFork(stage, repo, fork);
  else if (pull.files !== undefined) {
    const { files } = pull;
    await stage.serial(() => pushCommit(stage.backend, repo, head, files, message, { author }));
  }
  const source = fork === undefined ? head : `${fork}:${head}`;
  const fields = { title, body: pull.body ?? null, head: source, base, draft };
  const { number } = await act<{ number: number }>(
    stage,
    author,
    "POST",
    `/repos/${repo.fullName}/pulls`,
    fields,
  );
  if (fork !== undefined) await pushToFork(stage, repo, number, pull.files ?? {}, message);
  for (const label of pull.labels ?? []) {
    await act(stage, "alice", "POST", `/repos/${repo.fullName}/issues/${number}/labels`, { labels: [label] });
  }
  return number;
}

async function makeFork(stage: Stage, repo: Target, owner: string): Promise<void> {
  const name = repo.fullName.split("/")[1];
  const known = await stage.backend.upstream.send(
    { kind: "user", login: owner },
    "GET",
    `/repos/${owner}/${name}`,
  );
  if (known.status === 404) await act(stage, owner, "POST", `/repos/${repo.fullName}/forks`, {});
}

/**
 * GitHub keeps one object store for a repository and its forks, and shows a fork's commits in the base repository as
 * refs/pull/N/head. emulate copies nothing into a fork, so here those commits live in the base repository alone.
 */
export async function pushToFork(
  stage: Stage,
  repo: Target,
  number: number,
  files: FileChanges,
  message: string,
) {
  const { backend } = stage;
  return stage.serial(async () => {
    const pull = findPull(backend.state, repo.fullName, number);
    if (pull === undefined) throw new Error(`there is no pull request ${repo.fullName}#${number}`);
    const known = await backend.git.ref(repo.fullName, `refs/pull/${number}/head`);
    const parent = known ?? (await backend.git.ref(repo.fullName, `refs/heads/${pull.baseRef}`));
    const sha = await addCommit(
      backend,
      repo.fullName,
      parent,
      files,
      message,
      pull.headRepo.split("/")[0] ?? "",
    );
    await setHead(backend, pull, sha);
    return sha;
  });
}
