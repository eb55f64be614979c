import { createHash } from "node:crypto";
import type { Approval } from "../../../src/changes/decide.ts";
import type {
  CheckRun,
  CheckRunContent,
  Checks,
  Comments,
  PullRequest,
  Pulls,
} from "../../../src/flows/ports.ts";
import { type Content, merged } from "./content.ts";

export interface Commit {
  readonly sha: string;
  readonly parents: readonly string[];
  readonly content: Content;
}

export interface Pull {
  readonly number: number;
  readonly base: string;
  headSha: string;
  /** Where the branch left main. */
  forkedFrom: string;
  open: boolean;
  merged: boolean;
  /** Commits that the merge put on main. */
  landed: readonly string[];
  mergeSha: string | undefined;
  readonly labels: Set<string>;
  readonly approvals: Approval[];
}

export type MergeMethod = "merge" | "squash" | "rebase";
export const OUR_APP = 15368;
export const OTHER_APP = 424242;

/** A GitHub in memory: one repository, its commits, pull requests, check runs and comments. */
export interface GitHubModel {
  readonly commits: Map<string, Commit>;
  readonly pulls: Pull[];
  readonly runs: (CheckRun & { readonly content: CheckRunContent })[];
  readonly comments: { id: number; pull: number; body: string }[];
  main: string;
  /** Look-ups of a merge that still find nothing. */
  lag: number;
  now: () => number;
}

export function emptyGitHub(content: Content, now: () => number): GitHubModel {
  const model: GitHubModel = {
    commits: new Map(),
    pulls: [],
    runs: [],
    comments: [],
    main: "",
    lag: 0,
    now,
  };
  model.main = commit(model, [], content).sha;
  return model;
}

export function commit(model: GitHubModel, parents: readonly string[], content: Content): Commit {
  const sha = createHash("sha1").update(`${model.commits.size} ${parents.join()}`).digest("hex");
  const made = { sha, parents, content };
  model.commits.set(sha, made);
  return made;
}

export function contentOf(model: GitHubModel, sha: string): Content {
  return model.commits.get(sha)?.content ?? {};
}

export function openPull(model: GitHubModel, change: Content, base = "main"): Pull {
  const from = model.main;
  const head = commit(model, [from], { ...contentOf(model, from), ...change });
  const pull: Pull = {
    number: model.pulls.length + 1,
    base,
    headSha: head.sha,
    forkedFrom: from,
    open: true,
    merged: false,
    landed: [],
    mergeSha: undefined,
    labels: new Set(),
    approvals: [],
  };
  model.pulls.push(pull);
  return pull;
}

export function pushToPull(model: GitHubModel, pull: Pull, change: Content): void {
  pull.headSha = commit(model, [pull.headSha], { ...contentOf(model, pull.headSha), ...change }).sha;
}

/** What `refs/pull/N/merge` holds; `undefined` with a conflict. */
export function testMerge(model: GitHubModel, pull: Pull): Content | undefined {
  return merged(
    contentOf(model, pull.forkedFrom),
    contentOf(model, model.main),
    contentOf(model, pull.headSha),
  );
}

/** Merges into main; answers whether it could. */
export function mergePull(model: GitHubModel, pull: Pull, method: MergeMethod): boolean {
  const content = testMerge(model, pull);
  if (content === undefined || !pull.open) return false;
  const landed: string[] = [];
  if (method === "merge") landed.push(commit(model, [model.main, pull.headSha], content).sha);
  if (method === "squash") landed.push(commit(model, [model.main], content).sha);
  if (method === "rebase") {
    const own = branchCommits(model, pull).map((sha) => contentOf(model, sha));
    let parent = model.main;
    let before = contentOf(model, pull.forkedFrom);
    for (const [index, theirs] of own.entries()) {
      const ours = contentOf(model, parent);
      const last = index === own.length - 1;
      parent = commit(model, [parent], last ? content : (merged(before, ours, theirs) ?? ours)).sha;
      before = theirs;
      landed.push(parent);
    }
  }
  pull.open = false;
  pull.landed = landed;
  pull.mergeSha = landed.at(-1);
  if (pull.base === "main") {
    pull.merged = true;
    model.main = landed.at(-1) ?? model.main;
  }
  return true;
}

function branchCommits(model: GitHubModel, pull: Pull): readonly string[] {
  const chain: string[] = [];
  for (let sha: string | undefined = pull.headSha; sha !== undefined && sha !== pull.forkedFrom; ) {
    chain.unshift(sha);
    sha = model.commits.get(sha)?.parents[0];
  }
  return chain;
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

/** The commits of main by first parents, newest first. */
export function mainline(model: GitHubModel, from = model.main): readonly string[] {
  const chain: string[] = [];
  for (let sha: string | undefined = from; sha !== undefined; sha = model.commits.get(sha)?.parents[0])
    chain.push(sha);
  return chain;
}

function pullOf(pull: Pull): PullRequest {
  return {
    number: pull.number,
    headSha: pull.headSha,
    baseRef: pull.base,
    merged: pull.merged,
    ...(pull.mergeSha === undefined ? {} : { mergeCommitSha: pull.mergeSha }),
    author: "alice",
    labels: [...pull.labels],
    draft: false,
    fromFork: false,
    url: `https://github.test/acme/app/pull/${pull.number}`,
  };
}

/** The ports over the model. `before` is told each call and may throw; `made` is told each check run. */
export function portsOf(
  model: GitHubModel,
  appId: number,
  before: (call: string) => Promise<void>,
  made: (run: CheckRun) => void,
): { readonly pulls: Pulls; readonly checks: Checks; readonly comments: Comments } {
  return {
    pulls: pullsPort(model, before),
    checks: checksPort(model, appId, before, made),
    comments: commentsPort(model, before),
  };
}

function pullsPort(model: GitHubModel, before: (call: string) => Promise<void>): Pulls {
  const tip = (ref: string) => (ref === "main" ? model.main : ref);
  const wanted = (number: number): Pull => {
    const pull = model.pulls.find((candidate) => candidate.number === number);
    if (pull === undefined) throw new Error(`there is no #${number}`);
    return pull;
  };
  return {
    get: async (number) => {
      await before("pulls.get");
      return pullOf(wanted(number));
    },
    containing: async (sha) => {
      await before("pulls.containing");
      const onMain = reachable(model, model.main).has(sha);
      if (onMain && model.lag > 0 && sha === model.main) {
        model.lag -= 1;
        return [];
      }
      return model.pulls
        .filter((pull) =>
          onMain
            ? pull.landed.includes(sha) && pull.merged
            : pull.open && branchCommits(model, pull).includes(sha),
        )
        .map(pullOf);
    },
    commitsBetween: async (base, head) => {
      await before("pulls.commitsBetween");
      const without = reachable(model, tip(base));
      return [...reachable(model, tip(head))].filter((sha) => !without.has(sha)).reverse();
    },
    ancestors: async (sha, limit) => {
      await before("pulls.ancestors");
      return mainline(model, sha).slice(1, limit + 1);
    },
    reviews: async (number) => {
      await before("pulls.reviews");
      return [...wanted(number).approvals];
    },
    open: async () => {
      await before("pulls.open");
      return model.pulls.filter((pull) => pull.open).map(pullOf);
    },
    mergedInto: async (branch) => {
      await before("pulls.mergedInto");
      const isLate = model.lag > 0;
      if (isLate) model.lag -= 1;
      return model.pulls
        .filter((pull) => pull.merged && pull.base === branch && !(isLate && pull.mergeSha === model.main))
        .map(pullOf);
    },
    queued: async () => [],
  };
}

function checksPort(
  model: GitHubModel,
  appId: number,
  before: (call: string) => Promise<void>,
  made: (run: CheckRun) => void,
): Checks {
  const runOf = (
    id: number,
    headSha: string,
    name: string,
    content: CheckRunContent,
    startedAt: number,
  ): GitHubModel["runs"][number] => ({
    id,
    name,
    headSha,
    appId,
    externalId: content.externalId,
    status: content.status,
    ...(content.conclusion === undefined ? {} : { conclusion: content.conclusion }),
    startedAt,
    completedAt: content.status === "completed" ? seconds(model.now()) : 0,
    text: content.text ?? "",
    url: `https://github.test/acme/app/runs/${id}`,
    content,
  });
  return {
    create: async (sha, name, content) => {
      await before("checks.create");
      const run = runOf(model.runs.length + 1, sha, name, content, seconds(model.now()));
      model.runs.push(run);
      made(run);
      return run;
    },
    update: async (id, content) => {
      await before("checks.update");
      const index = model.runs.findIndex((run) => run.id === id);
      const old = model.runs[index];
      if (old === undefined || old.appId !== appId) throw new Error(`check run ${id} is not ours`);
      const run = runOf(id, old.headSha, old.name, content, old.startedAt);
      model.runs[index] = run;
      return run;
    },
    list: async (sha, name) => {
      await before("checks.list");
      return model.runs.filter((run) => run.headSha === sha && run.name === name).reverse();
    },
  };
}

function commentsPort(model: GitHubModel, before: (call: string) => Promise<void>): Comments {
  const show = ({ id, body }: { id: number; body: string }) => ({
    id,
    body,
    url: `https://github.test/c/${id}`,
  });
  return {
    upsert: async (pull, marker, render) => {
      await before("comments.upsert");
      const present = model.comments.find((one) => one.pull === pull && one.body.startsWith(marker));
      const body = render(present?.body);
      if (body === undefined) return present && show(present);
      if (present !== undefined) {
        present.body = body;
        return show(present);
      }
      const made = { id: model.comments.length + 1, pull, body };
      model.comments.push(made);
      return show(made);
    },
    edit: async (id, body) => {
      await before("comments.edit");
      const present = model.comments.find((one) => one.id === id);
      if (present === undefined) throw new Error(`there is no comment ${id}`);
      present.body = body;
      return show(present);
    },
  };
}

/** GitHub's times are whole seconds. */
function seconds(ms: number): number {
  return Math.floor(ms / 1_000) * 1_000;
}
