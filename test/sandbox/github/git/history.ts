import type { Commit, Git } from "./git.ts";

/** Every commit that `sha` reaches, itself included, nearest first. */
export async function ancestors(git: Git, repo: string, sha: string): Promise<Map<string, Commit>> {
  const found = new Map<string, Commit>();
  const queue = [sha];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    if (found.has(next)) continue;
    const commit = await git.commit(repo, next);
    found.set(next, commit);
    queue.push(...commit.parents);
  }
  return found;
}

/** The commits of `head` that `base` does not reach, oldest first: what a pull request consists of. */
export async function commitsBetween(git: Git, repo: string, base: string, head: string): Promise<Commit[]> {
  const known = await ancestors(git, repo, base);
  const all = await ancestors(git, repo, head);
  return [...all.values()].filter((commit) => !known.has(commit.sha)).reverse();
}

/** The nearest commit that both reach. */
export async function mergeBase(git: Git, repo: string, a: string, b: string): Promise<Commit | undefined> {
  const known = await ancestors(git, repo, a);
  const all = await ancestors(git, repo, b);
  return [...all.values()].find((commit) => known.has(commit.sha));
}
