import { type Backend, findPull, type Pull } from "../state.ts";
import { actor, type Stage } from "./actors.ts";
import { finishMerge, type MergeMethod, makeMerge } from "./merging.ts";

/** One entry of a merge queue: a branch that holds the base, the entries before this one, and its pull request. */
export interface MergeGroup {
  readonly number: number;
  readonly headSha: string;
  readonly headRef: string;
  readonly baseSha: string;
  readonly baseRef: string;
  /** What this entry adds to the base branch. */
  readonly commits: readonly string[];
}

export interface Queue {
  enqueue(number: number, method: MergeMethod): Promise<MergeGroup>;
  /** Merges the oldest entry: the base branch goes to the commit that the group was checked on. */
  mergeNext(by: string): Promise<string>;
  /** Removes an entry whose checks failed. Those behind it would be rebuilt by GitHub; here they must not exist. */
  drop(number: number): Promise<void>;
}

export function openQueue(stage: Stage, repo: string): Queue {
  const { backend, serial } = stage;
  const entries: MergeGroup[] = [];
  return {
    enqueue: (number, method) =>
      serial(async () => {
        const pull = openPullRequest(backend, repo, number);
        const tip = entries.at(-1)?.headSha ?? (await backend.git.ref(repo, `refs/heads/${pull.baseRef}`));
        if (tip === undefined) throw new Error(`${repo} has no branch ${pull.baseRef}`);
        const made = await makeMerge(backend, pull, tip, method, "github-merge-queue[bot]");
        const headRef = `refs/heads/gh-readonly-queue/${pull.baseRef}/pr-${number}-${tip}`;
        await backend.git.setRef(repo, headRef, made.sha);
        const baseRef = `refs/heads/${pull.baseRef}`;
        const entry = { number, headSha: made.sha, headRef, baseSha: tip, baseRef, commits: made.commits };
        entries.push(entry);
        return entry;
      }),
    mergeNext: (by) =>
      serial(async () => {
        const [entry] = entries;
        if (entry === undefined) throw new Error(`the merge queue of ${repo} is empty`);
        const pull = openPullRequest(backend, repo, entry.number);
        const answer = await finishMerge(backend, pull, actor(by), {
          sha: entry.headSha,
          commits: entry.commits,
        });
        if (answer.status !== 200)
          throw new Error(`the queue cannot merge #${entry.number}: ${JSON.stringify(answer.body)}`);
        entries.shift();
        await backend.git.deleteRef(repo, entry.headRef);
        return entry.headSha;
      }),
    drop: (number) =>
      serial(async () => {
        const last = entries.at(-1);
        if (last?.number !== number) throw new Error(`#${number} is not the last entry of the merge queue`);
        entries.pop();
        await backend.git.deleteRef(repo, last.headRef);
      }),
  };
}

function openPullRequest(backend: Backend, repo: string, number: number): Pull {
  const pull = findPull(backend.state, repo, number);
  if (pull === undefined || !pull.open) throw new Error(`${repo}#${number} is not an open pull request`);
  return pull;
}
