import { createHash } from "node:crypto";
import type { Approval } from "../../../src/changes/review/approvals.ts";
import type { CheckRun, CheckRunContent } from "../../../src/ports/github.ts";
import { type Content, isSameContent, type Key, merged } from "./content.ts";

export interface Commit {
  readonly sha: string;
  readonly parents: readonly string[];
  readonly content: Content;
}

/** What a run of a pull request's workflow has in its hands, for as long as it may be run again. */
export interface PullJob {
  /** The test merge, or the head where the workflow checks that out. */
  readonly checkedOut: string;
  readonly merge: string;
  readonly head: string;
  readonly base: string;
  /** The commit of the base branch that the checked-out tree was made on. */
  readonly baseCommit: string;
}

export interface Pull {
  readonly number: number;
  base: string;
  headSha: string;
  /** Where the branch left its base, or took it in again last. */
  forkedFrom: string;
  /** The branch that GitHub's test merge is made on: after a change of the base the former one, until the next push. */
  mergedOnto: string;
  open: boolean;
  merged: boolean;
  mergedAt: number | undefined;
  /** Commits that the merge put on the base branch. */
  landed: readonly string[];
  mergeSha: string | undefined;
  readonly labels: Set<string>;
  readonly approvals: Approval[];
  readonly jobs: PullJob[];
}

/** `by hand`: a merge commit made and pushed by somebody, whose tree need not be what GitHub would have made. */
export type MergeMethod = "merge" | "squash" | "rebase" | "by hand";
export const OUR_APP = 15368;
export const OTHER_APP = 424242;

export type ModelRun = CheckRun & { readonly content: CheckRunContent };

export interface QueueEntry {
  readonly number: number;
  readonly headSha: string;
  readonly baseSha: string;
}

/** A GitHub in memory: one repository, its commits, pull requests, check runs and comments. */
export interface GitHubModel {
  readonly commits: Map<string, Commit>;
  readonly branches: Map<string, string>;
  readonly pulls: Pull[];
  readonly runs: ModelRun[];
  readonly comments: { id: number; pull: number; body: string }[];
  /** Entries of the deploy branch's merge queue: each starts from the commit that the one before ends with. */
  queue: readonly QueueEntry[];
  /** The tip of the deploy branch. */
  main: string;
  /** Look-ups of a merge that still find nothing. */
  lag: number;
  now: () => number;
}

export function emptyGitHub(content: Content, now: () => number): GitHubModel {
  const commits = new Map<string, Commit>();
  const branches = new Map<string, string>();
  const model: GitHubModel = {
    commits,
    branches,
    pulls: [],
    runs: [],
    comments: [],
    queue: [],
    get main() {
      return tipOf(model, "main");
    },
    set main(sha: string) {
      branches.set("main", sha);
    },
    lag: 0,
    now,
  };
  const first = commit(model, [], content).sha;
  branches.set("main", first).set("release", first);
  return model;
}

/** A branch's newest commit; a SHA is its own. */
export function tipOf({ branches }: GitHubModel, ref: string): string {
  return branches.get(ref) ?? ref;
}

export function commit(model: GitHubModel, parents: readonly string[], content: Content): Commit {
  const sha = createHash("sha1").update(`${model.commits.size} ${parents.join()}`).digest("hex");
  // The empty value takes a key away.
  const held = Object.fromEntries(Object.entries(content).filter(([, value]) => value !== ""));
  const made = { sha, parents, content: held };
  model.commits.set(sha, made);
  return made;
}

export function contentOf(model: GitHubModel, sha: string): Content {
  return model.commits.get(sha)?.content ?? {};
}

/** A push straight to the deploy branch. */
export function pushToMain(model: GitHubModel, change: Content): string {
  model.main = commit(model, [model.main], { ...contentOf(model, model.main), ...change }).sha;
  return model.main;
}

/** A push of a merge that holds what a pull request's head does, with the tip of main as its second parent: no force is needed. */
export function putFirst(model: GitHubModel, { headSha }: Pull): void {
  model.main = commit(model, [headSha, model.main], contentOf(model, headSha)).sha;
}

export function openPull(model: GitHubModel, change: Content, base = "main"): Pull {
  const from = tipOf(model, base);
  const head = commit(model, [from], { ...contentOf(model, from), ...change });
  return addPull(model, base, head.sha, from);
}

/** Another pull request of the same head, into another branch. */
export function openTwin(model: GitHubModel, { headSha, forkedFrom }: Pull, base: string): Pull {
  return addPull(model, base, headSha, forkedFrom);
}

function addPull(model: GitHubModel, base: string, headSha: string, forkedFrom: string): Pull {
  const pull: Pull = {
    number: model.pulls.length + 1,
    base,
    headSha,
    forkedFrom,
    mergedOnto: base,
    open: true,
    merged: false,
    mergedAt: undefined,
    landed: [],
    mergeSha: undefined,
    labels: new Set(),
    approvals: [],
    jobs: [],
  };
  model.pulls.push(pull);
  return pull;
}

export function pushToPull(model: GitHubModel, pull: Pull, change: Content): void {
  pull.headSha = commit(model, [pull.headSha], { ...contentOf(model, pull.headSha), ...change }).sha;
  pull.mergedOnto = pull.base;
}

/**
 * Takes the base branch into the pull request's, as the button "Update branch" does.
 * @param solved what the tree holds then, where somebody solves a conflict
 */
export function updatePull(model: GitHubModel, pull: Pull, solved?: Content): void {
  const tip = tipOf(model, pull.base);
  const content = solved === undefined ? testMerge(model, pull) : { ...contentOf(model, tip), ...solved };
  if (content === undefined || tip === pull.forkedFrom) return;
  pull.headSha = commit(model, [pull.headSha, tip], content).sha;
  pull.forkedFrom = tip;
  pull.mergedOnto = pull.base;
}

/** What a merge into this branch would hold; `undefined` with a conflict. */
function testMerge(model: GitHubModel, pull: Pull, onto = pull.base): Content | undefined {
  const theirs = contentOf(model, pull.headSha);
  return merged(contentOf(model, pull.forkedFrom), contentOf(model, tipOf(model, onto)), theirs);
}

/**
 * A run of the pull request's workflow: with `refs/pull/N/merge` checked out, or the head itself. `undefined` with a
 * conflict, where GitHub starts none.
 */
export function startJob(model: GitHubModel, pull: Pull, checkout: "merge" | "head"): PullJob | undefined {
  const content = testMerge(model, pull, pull.mergedOnto);
  if (content === undefined) return undefined;
  const tip = tipOf(model, pull.mergedOnto);
  const merge = commit(model, [tip, pull.headSha], content).sha;
  const [head, base] = [pull.headSha, pull.base];
  const job =
    checkout === "merge"
      ? { checkedOut: merge, merge, head, base, baseCommit: tip }
      : { checkedOut: head, merge, head, base, baseCommit: mergeBase(model, tipOf(model, base), head) };
  pull.jobs.push(job);
  return job;
}

/**
 * Merges into the base branch; answers whether it could.
 * @param spoil keys of the merged tree that are made otherwise (a merge by hand)
 */
export function mergePull(model: GitHubModel, pull: Pull, method: MergeMethod, spoil: Content = {}): boolean {
  const content = testMerge(model, pull);
  if (content === undefined || !pull.open) return false;
  const tip = tipOf(model, pull.base);
  markMerged(model, pull, landed(model, pull, method, { tip, content: { ...content, ...spoil } }));
  model.branches.set(pull.base, pull.mergeSha ?? tip);
  return true;
}

function landed(
  model: GitHubModel,
  pull: Pull,
  method: MergeMethod,
  { tip, content }: { readonly tip: string; readonly content: Content },
): readonly string[] {
  switch (method) {
    case "merge":
    case "by hand":
      return [commit(model, [tip, pull.headSha], content).sha];
    case "squash":
      return [commit(model, [tip], content).sha];
    case "rebase": {
      const commits: string[] = [];
      const own = branchCommits(model, pull);
      let before = contentOf(model, pull.forkedFrom);
      for (const [index, sha] of own.entries()) {
        const parent = commits.at(-1) ?? tip;
        const [ours, theirs] = [contentOf(model, parent), contentOf(model, sha)];
        const next = index === own.length - 1 ? content : (merged(before, ours, theirs) ?? ours);
        commits.push(commit(model, [parent], next).sha);
        before = theirs;
      }
      return commits;
    }
  }
}

/** Puts a pull request at the end of the merge queue; `undefined` with a conflict. */
export function enqueue(model: GitHubModel, pull: Pull): QueueEntry | undefined {
  const baseSha = model.queue.at(-1)?.headSha ?? model.main;
  const content = testMerge(model, pull, baseSha);
  if (content === undefined) return undefined;
  const entry = { number: pull.number, headSha: commit(model, [baseSha], content).sha, baseSha };
  model.queue = [...model.queue, entry];
  return entry;
}

/** The queue merges its first entry: the branch is put forward to the commit that was tested. */
export function mergeQueued(model: GitHubModel): void {
  const [entry, ...rest] = model.queue;
  const pull = model.pulls.find(({ number }) => number === entry?.number);
  if (entry === undefined || pull === undefined) return;
  model.queue = rest;
  markMerged(model, pull, [entry.headSha]);
  model.main = entry.headSha;
}

function markMerged(model: GitHubModel, pull: Pull, landed: readonly string[]): void {
  pull.landed = landed;
  pull.open = false;
  pull.mergeSha = landed.at(-1);
  pull.merged = true;
  pull.mergedAt = seconds(model.now());
}

/** The pull request's own commits, oldest first. */
export function branchCommits(model: GitHubModel, pull: Pull): readonly string[] {
  const base = reachable(model, pull.forkedFrom);
  return mainline(model, pull.headSha)
    .filter((sha) => !base.has(sha))
    .reverse();
}

export function reachable(model: GitHubModel, from: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const open = [from];
  for (let sha = open.pop(); sha !== undefined; sha = open.pop()) {
    if (seen.has(sha)) continue;
    seen.add(sha);
    open.push(...(model.commits.get(sha)?.parents ?? []));
  }
  return seen;
}

/** The newest commit that both have; commits are kept in the order in which they were made. */
export function mergeBase(model: GitHubModel, a: string, b: string): string {
  const [ofA, ofB] = [reachable(model, a), reachable(model, b)];
  return [...model.commits.keys()].findLast((sha) => ofA.has(sha) && ofB.has(sha)) ?? a;
}

/** The commits of main by first parents, newest first. */
export function mainline(model: GitHubModel, from = model.main): readonly string[] {
  const chain: string[] = [];
  for (let sha: string | undefined = from; sha !== undefined; sha = model.commits.get(sha)?.parents[0])
    chain.push(sha);
  return chain;
}

/** The keys in which a commit differs from its first parent. */
export function touches(model: GitHubModel, sha: string, key: (key: Key) => boolean): boolean {
  const [parent] = model.commits.get(sha)?.parents ?? [];
  const [before, after] = [contentOf(model, parent ?? ""), contentOf(model, sha)];
  if (isSameContent(before, after)) return false;
  return (Object.keys({ ...before, ...after }) as Key[]).some(
    (one) => (before[one] ?? "") !== (after[one] ?? "") && key(one),
  );
}

/** GitHub's times are whole seconds. */
export function seconds(ms: number): number {
  return Math.floor(ms / 1_000) * 1_000;
}
