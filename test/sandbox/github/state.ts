import type { Git } from "./git/git.ts";
import type { App, Identity } from "./identities.ts";
import type { Upstream } from "./upstream.ts";

/** What emulate does not know, or knows wrongly, about a pull request. */
export interface Pull {
  readonly repo: string;
  readonly number: number;
  /** GitHub's own numbers of the pull request and of the repositories of its branches. */
  readonly ids: { readonly pull: number; readonly head: number; readonly base: number };
  readonly headRepo: string;
  readonly headRef: string;
  headSha: string;
  baseRef: string;
  baseSha: string;
  /** The commits of the head that the base branch lacks, oldest first; of a merged one, as they were. */
  commits: readonly string[];
  /** The commit of refs/pull/N/merge; null while it conflicts. */
  testMerge: string | null;
  open: boolean;
  merged: Merged | undefined;
}

interface Merged {
  readonly sha: string;
  readonly by: string;
  readonly at: string;
  /** Every commit that the merge put on the base branch for this pull request. */
  readonly commits: readonly string[];
}

interface CheckRunRecord {
  readonly repo: string;
  readonly app: App;
  readonly annotations: Annotation[];
}

export interface Annotation {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly start_column: number | null;
  readonly end_column: number | null;
  readonly annotation_level: string;
  readonly message: string;
  readonly title: string | null;
  readonly raw_details: string | null;
}

export interface Deployment {
  readonly json: Readonly<Record<string, unknown>> & { readonly id: number };
  readonly statuses: Readonly<Record<string, unknown>>[];
}

/** Everything that the gateway keeps beside emulate. */
export interface State {
  readonly pulls: Map<string, Pull>;
  readonly checks: Map<number, CheckRunRecord>;
  readonly commentApps: Map<number, App>;
  readonly reviews: Map<number, { readonly at: string; readonly commit: string; readonly repo: string }>;
  readonly deployments: Map<string, Deployment[]>;
  /** How many calls for a commit's pull requests return nothing yet, and how many were made for each commit. */
  readonly lag: { calls: number; readonly seen: Map<string, number> };
  nextId: number;
}

export interface Backend {
  readonly upstream: Upstream;
  readonly git: Git;
  readonly state: State;
  readonly baseUrl: string;
  /** The sandbox's time, in GitHub's form: whole seconds, UTC. */
  readonly now: () => string;
}

/** One request, parsed. `path` has no `/api/v3` and no query. */
export interface Request {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly identity: Identity;
  readonly accept: string | undefined;
}

export function emptyState(): State {
  return {
    pulls: new Map(),
    checks: new Map(),
    commentApps: new Map(),
    reviews: new Map(),
    deployments: new Map(),
    lag: { calls: 0, seen: new Map() },
    nextId: 1_000_000,
  };
}

export function pullsOf(state: State, repo: string): Pull[] {
  return [...state.pulls.values()].filter((pull) => pull.repo === repo);
}

export function findPull(state: State, repo: string, number: number): Pull | undefined {
  return state.pulls.get(`${repo}#${number}`);
}

/** The JSON body of a request as an object; anything else counts as empty, as an absent body does. */
export function fields(body: unknown): Readonly<Record<string, unknown>> {
  return typeof body === "object" && body !== null && !Array.isArray(body)
    ? (body as Record<string, unknown>)
    : {};
}
