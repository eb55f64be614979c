import type { Person } from "../git/git.ts";
import { commitsBetween } from "../git/history.ts";
import type { Identity } from "../identities.ts";
import { Refusal, type Reply, reply } from "../reply.ts";
import type { Backend, Pull } from "../state.ts";
import { mergedTree, readPull, syncPulls } from "./pulls.ts";

export type MergeMethod = "merge" | "squash" | "rebase";

interface Made {
  /** What the base branch now points to. */
  readonly sha: string;
  readonly commits: readonly string[];
}

/** The two refusals of the merge button: 405 when it cannot be merged, 409 when the head moved. */
export function mergeable(pull: Pull, draft: boolean, expectedHead: unknown): void {
  if (draft) throw new Refusal(405, "Pull Request is still a draft");
  if (!pull.open || pull.testMerge === null) throw new Refusal(405, "Pull Request is not mergeable");
  if (typeof expectedHead === "string" && expectedHead !== pull.headSha) {
    throw new Refusal(409, "Head branch was modified. Review and try the merge again.");
  }
}

/** Puts the pull request's commits on top of `onto`, by the method, without moving any branch. */
export async function makeMerge(
  backend: Backend,
  pull: Pull,
  onto: string,
  method: MergeMethod,
  by: string,
): Promise<Made> {
  const range = await commitsBetween(backend.git, pull.repo, onto, pull.headSha);
  const title = String((await readPull(backend, pull.repo, pull.number)).title);
  switch (method) {
    case "merge": {
      const message = `Merge pull request #${pull.number} from ${pull.headRepo.split("/")[0]}/${pull.headRef}\n\n${title}`;
      const sha = await combined(backend, pull, onto, [onto, pull.headSha], message, by);
      return { sha, commits: [...range.map((commit) => commit.sha), sha] };
    }
    case "squash": {
      const details = range.length > 1 ? `\n\n${range.map((c) => `* ${c.message}`).join("\n\n")}` : "";
      const sha = await combined(backend, pull, onto, [onto], `${title} (#${pull.number})${details}`, by);
      return { sha, commits: [sha] };
    }
    case "rebase":
      return rebased(backend, pull, onto, by);
  }
}

async function combined(
  backend: Backend,
  pull: Pull,
  onto: string,
  parents: string[],
  message: string,
  by: string,
) {
  const tree = await mergedTree(backend, pull.repo, onto, pull.headSha);
  if (tree === undefined) throw new Refusal(405, "Pull Request is not mergeable");
  const committer = { name: "GitHub", email: "noreply@github.com", date: backend.now() };
  return backend.git.writeCommit(pull.repo, {
    tree,
    parents,
    message,
    author: person(backend, by),
    committer,
  });
}

/** GitHub's rebase always makes new commits, even where a fast-forward would do: the committer changes. */
async function rebased(backend: Backend, pull: Pull, onto: string, by: string): Promise<Made> {
  const { git } = backend;
  const range = await commitsBetween(git, pull.repo, onto, pull.headSha);
  const commits: string[] = [];
  let tip = onto;
  for (const commit of range.filter((candidate) => candidate.parents.length === 1)) {
    const [parent, current] = await Promise.all([
      git.commit(pull.repo, commit.parents[0] ?? ""),
      git.commit(pull.repo, tip),
    ]);
    const tree = await git.mergeTrees(pull.repo, parent.tree, current.tree, commit.tree);
    if (tree === undefined) throw new Refusal(405, "This branch can't be rebased");
    const { message, author } = commit;
    tip = await git.writeCommit(pull.repo, {
      tree,
      parents: [tip],
      message,
      author,
      committer: person(backend, by),
    });
    commits.push(tip);
  }
  return { sha: tip, commits };
}

function person(backend: Backend, login: string): Person {
  return { name: login, email: `${login}@users.noreply.github.com`, date: backend.now() };
}

/**
 * Marks the pull request merged with commits that already exist and moves its base branch to `made.sha`.
 * emulate's own merge takes the head's tree onto the base as it was when the pull request was opened, which loses
 * what was merged since; so its merge is only used for its permission checks and bookkeeping, and the branch is set after it.
 */
export async function finishMerge(
  backend: Backend,
  pull: Pull,
  identity: Identity,
  made: Made,
): Promise<Reply> {
  const path = `/repos/${pull.repo}/pulls/${pull.number}/merge`;
  const before = await backend.git.ref(pull.repo, `refs/heads/${pull.baseRef}`);
  const answer = await backend.upstream.send(identity, "PUT", path, {});
  if (answer.status !== 200) return answer;
  if (before === undefined)
    throw new Error(`the base branch ${pull.baseRef} of ${pull.repo}#${pull.number} is gone`);
  await backend.git.setRef(pull.repo, `refs/heads/${pull.baseRef}`, made.sha);
  pull.open = false;
  pull.merged = { sha: made.sha, by: identity.login, at: backend.now(), commits: made.commits };
  await syncPulls(backend, pull.repo);
  return reply(200, { sha: made.sha, merged: true, message: "Pull Request successfully merged" });
}
