import { commitsBetween, mergeBase } from "../git/history.ts";
import { administrator } from "../identities.ts";
import { type Backend, findPull, type Pull, pullsOf } from "../state.ts";

type Json = Readonly<Record<string, unknown>>;

/** Fields that only the answer for one pull request has; lists and `commits/{sha}/pulls` leave them out. */
const onlyInDetail = [
  "merged",
  "mergeable",
  "rebaseable",
  "mergeable_state",
  "merged_by",
  "comments",
  "review_comments",
  "maintainer_can_modify",
  "commits",
  "additions",
  "deletions",
  "changed_files",
];

/** emulate's pull request with what it gets wrong put right: heads after a push, base, merge commits, merge state. */
export function pullJson(backend: Backend, upstream: unknown): Json {
  const json = upstream as Json & {
    number: number;
    head: Json;
    base: Json & { repo: { full_name: string } };
  };
  const pull = findPull(backend.state, json.base.repo.full_name, json.number);
  if (pull === undefined) return json;
  const merged = pull.merged;
  return {
    ...json,
    head: { ...json.head, sha: pull.headSha },
    base: {
      ...json.base,
      ref: pull.baseRef,
      sha: pull.baseSha,
      label: `${json.base.label}`.replace(/:.*$/, `:${pull.baseRef}`),
    },
    statuses_url: `${backend.baseUrl}/repos/${pull.repo}/statuses/${pull.headSha}`,
    commits: pull.commits.length,
    merged: merged !== undefined,
    merged_at: merged?.at ?? null,
    ...(merged === undefined ? {} : { closed_at: merged.at }),
    merge_commit_sha: merged?.sha ?? pull.testMerge,
    ...mergeability(pull, json.draft === true),
  };
}

function mergeability(pull: Pull, draft: boolean): Json {
  if (!pull.open) return { mergeable: null, rebaseable: null, mergeable_state: "unknown" };
  const clean = pull.testMerge !== null;
  return {
    mergeable: clean,
    rebaseable: clean,
    mergeable_state: clean ? (draft ? "draft" : "clean") : "dirty",
  };
}

export function simplePullJson(backend: Backend, upstream: unknown): Json {
  return Object.fromEntries(
    Object.entries(pullJson(backend, upstream)).filter(([key]) => !onlyInDetail.includes(key)),
  );
}

/** The pull request as `GET /pulls/{number}` shows it. */
export async function readPull(backend: Backend, repo: string, number: number): Promise<Json> {
  const answer = await backend.upstream.send(administrator, "GET", `/repos/${repo}/pulls/${number}`);
  if (answer.status !== 200) throw new Error(`there is no pull request ${repo}#${number}`);
  return pullJson(backend, answer.body);
}

/**
 * Brings the open pull requests of a repository up to date with its branches: a push to the head branch moves the
 * head, and head and base together decide refs/pull/N/merge, the commit that a workflow checks out.
 */
export async function syncPulls(backend: Backend, repo: string): Promise<void> {
  for (const pull of pullsOf(backend.state, repo)) {
    if (!pull.open) continue;
    const head =
      pull.headRepo === repo ? await backend.git.ref(repo, `refs/heads/${pull.headRef}`) : pull.headSha;
    await setHead(backend, pull, head ?? pull.headSha);
  }
}

/** Moves a pull request's head and merges it with the present base branch, for trial. */
export async function setHead(backend: Backend, pull: Pull, head: string): Promise<void> {
  const { git } = backend;
  const base = await git.ref(pull.repo, `refs/heads/${pull.baseRef}`);
  if (base === undefined) return;
  // GitHub, too, notes the base branch's commit only when the pull request itself changes.
  if (head !== pull.headSha || pull.baseSha === "") pull.baseSha = base;
  pull.headSha = head;
  pull.commits = (await commitsBetween(git, pull.repo, base, head)).map((commit) => commit.sha);
  await git.setRef(pull.repo, `refs/pull/${pull.number}/head`, head);
  const tree = await mergedTree(backend, pull.repo, base, head);
  if (tree === undefined) {
    pull.testMerge = null;
    return;
  }
  const known = pull.testMerge === null ? undefined : await git.commit(pull.repo, pull.testMerge);
  if (known?.parents[0] === base && known.parents[1] === head) return;
  const person = { name: "GitHub", email: "noreply@github.com", date: backend.now() };
  const message = `Merge ${head} into ${base}`;
  pull.testMerge = await git.writeCommit(pull.repo, {
    tree,
    parents: [base, head],
    message,
    author: person,
    committer: person,
  });
  await git.setRef(pull.repo, `refs/pull/${pull.number}/merge`, pull.testMerge);
}

/** The tree of `head` merged into `base`; undefined on a conflict. */
export async function mergedTree(
  backend: Backend,
  repo: string,
  base: string,
  head: string,
): Promise<string | undefined> {
  const { git } = backend;
  const common = await mergeBase(git, repo, base, head);
  if (common === undefined) return undefined;
  const [ours, theirs] = await Promise.all([git.commit(repo, base), git.commit(repo, head)]);
  return git.mergeTrees(repo, common.tree, ours.tree, theirs.tree);
}
