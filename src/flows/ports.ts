import type { ChangeSet } from "../changes/model.ts";
import type { Approval } from "../changes/review/approvals.ts";
import type { Stack, StackDrift, StackEvent } from "../stack/model.ts";
import type {
  ChangeSetRequest,
  ChangeSetSummary,
  ExecuteRequest,
  PreparedChangeSet,
  StackResource,
} from "../stack/request.ts";
import type { Finding } from "../template/model.ts";
import type { Packaged } from "../template/packaged.data.ts";
import type { StoredFile, StoredTemplate } from "../template/stored.ts";
import type { PackedFile, SourceFile } from "./workspaceFiles.ts";

export type { PackedFile, SourceFile };

/** SSM's parameters. */
export interface ParameterStore {
  /** Those of the parameters that there are, each in its newest version. */
  read(
    names: readonly string[],
  ): Promise<readonly { readonly name: string; readonly version: number; readonly value: string }[]>;
}

/** Signs and verifies by a KMS key. Every failure is an `ActionError`. */
export interface Signer {
  /** @returns the MAC of the text's UTF-8 bytes (4,096 at most), base64 */
  sign(text: string): Promise<string>;
  /** Whether the MAC is the key's for this text. */
  verify(text: string, mac: string): Promise<boolean>;
}

/** Time, so that tests own it. Milliseconds. */
export interface Clock {
  now(): number;
  /** Ends early, without an error, when `signal` aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** The files of the checked-out workspace and those that the action ships. */
export interface Workspace {
  /** Throws `ActionError` for a path that is missing, no file, outside the workspace or too large. */
  read(path: string): Promise<Uint8Array>;
  /**
   * Makes a file or folder ready to be put in S3: a copy, or a zip whose bytes depend on nothing but the names, contents
   * and executable bits of the files in it. Throws `ActionError` for what is missing, outside the workspace, too large
   * for the service or not what the property takes.
   */
  pack(path: string, as: Pick<Packaged, "takes" | "limit">): Promise<PackedFile>;
  /** Everything that was read of it so far. */
  sources(): readonly SourceFile[];
  /** The commit that is checked out; `undefined` where there is no git directory to tell. */
  headCommit(): Promise<string | undefined>;
  readBundled(template: string): Promise<Uint8Array>;
  /** Keeps the rendered template for later steps; returns its absolute path. */
  writeRendered(stackName: string, json: string): Promise<string>;
}

/** The job's log. A line is plain text: the edge neutralises workflow commands in it. */
export interface Log {
  info(line: string): void;
  debug(line: string): void;
  notice(line: string): void;
  warning(line: string, finding?: Finding): void;
  error(line: string, finding?: Finding): void;
  /** Runs `work` inside a folded group. */
  group<T>(title: string, work: () => Promise<T>): Promise<T>;
}

export interface ChangeSets {
  /** Creates, polls until it settles, and describes it with values (cloudformation.md, "Change sets"). */
  prepare(request: ChangeSetRequest): Promise<PreparedChangeSet>;
  /**
   * `undefined` when it does not exist (any more).
   * @param stack name or ARN of its stack, here and below: some implementations do not know a change set by its ARN alone
   */
  describe(arn: string, stack: string): Promise<ChangeSet | undefined>;
  /** The template that a change set was made with, as it was sent; `undefined` where it cannot be told. */
  template(arn: string, stack: string): Promise<string | undefined>;
  list(stackName: string): Promise<readonly ChangeSetSummary[]>;
  /** No error when it is gone already. */
  delete(arn: string, stack: string): Promise<void>;
  /** Starts the execution; `already-started` when this change set was executed or is being executed already. */
  execute(request: ExecuteRequest): Promise<"started" | "already-started">;
}

export interface Stacks {
  /** By name or ARN; `undefined` when there is none. */
  describe(stack: string): Promise<Stack | undefined>;
  /** The deployed template as it was sent (`Original`), `undefined` when the stack has none yet. */
  template(stack: string): Promise<string | undefined>;
  /** Events newest first, all pages, until `isKnown` says so for one (which is not returned). */
  events(stackArn: string, isKnown: (event: StackEvent) => boolean): Promise<readonly StackEvent[]>;
  /** Starts the deletion of a stack. */
  delete(stackArn: string, token: string): Promise<void>;
  /** The stack's resources: `ListStackResources`, all pages. */
  resources(stackArn: string): Promise<readonly StackResource[]>;
  setTerminationProtection(stackName: string, enabled: boolean): Promise<void>;
}

/** The bucket that AWS reads templates and other files from. */
export interface TemplateBucket {
  /** Sees to it that exactly this is there. */
  store(object: StoredTemplate | StoredFile): Promise<"uploaded" | "present">;
  /** The text of a template by its URL; `undefined` where it is not there, not in S3, or may not be read. */
  read(url: string): Promise<string | undefined>;
}

/** What RDS offers in the region, and which names are taken. */
export interface Databases {
  /** The versions of an engine that can be created now, in RDS's order. */
  versions(engine: string, signal: AbortSignal): Promise<readonly string[]>;
  isOffered(
    instance: { readonly engine: string; readonly version: string; readonly instanceClass: string },
    signal: AbortSignal,
  ): Promise<boolean>;
  /** Those of the identifiers that are taken. */
  takenClusters(identifiers: readonly string[], signal: AbortSignal): Promise<readonly string[]>;
  takenInstances(identifiers: readonly string[], signal: AbortSignal): Promise<readonly string[]>;
}

export interface Subnet {
  readonly id: string;
  readonly zone: string;
  readonly vpc: string;
}

export interface Subnets {
  /** Those of the subnets that there are. */
  find(ids: readonly string[], signal: AbortSignal): Promise<readonly Subnet[]>;
}

/** A pull request as far as a decision needs it. */
export interface PullRequest {
  readonly number: number;
  readonly headSha: string;
  readonly baseRef: string;
  readonly open: boolean;
  readonly merged: boolean;
  /** Milliseconds since the epoch, whole seconds; only of a merged one. */
  readonly mergedAt?: number;
  readonly mergeCommitSha?: string;
  readonly author: string;
  readonly labels: readonly string[];
  readonly draft: boolean;
  readonly fromFork: boolean;
  readonly url: string;
}

export interface Pulls {
  get(number: number): Promise<PullRequest>;
  /** The pull requests that were merged into the branch last: the newest 100 closed ones, unmerged ones left out. */
  mergedInto(branch: string): Promise<readonly PullRequest[]>;
  /** Pull requests that brought a commit to the default branch; the index lags behind a merge by seconds. */
  containing(sha: string): Promise<readonly PullRequest[]>;
  /** Commits of `base..head`, oldest first, without `base`. Throws where either is unknown. */
  commitsBetween(base: string, head: string): Promise<readonly string[]>;
  /** First-parent ancestors of `sha`, newest first, without `sha`; at most `limit`. */
  ancestors(sha: string, limit: number): Promise<readonly string[]>;
  /** The commit's parents, first one first; `undefined` for a commit that GitHub does not have. */
  parents(sha: string): Promise<readonly string[] | undefined>;
  /** The newest commit that both have. */
  mergeBase(base: string, head: string): Promise<string>;
  /**
   * The paths that a commit touches against its first parent, the former ones of what was renamed included. `undefined`
   * where GitHub does not list them all.
   */
  touched(sha: string): Promise<readonly string[] | undefined>;
  /** Git's id of the file's content in a commit's tree; `undefined` where there is none. */
  blob(sha: string, path: string): Promise<string | undefined>;
  /** Git's id of a folder's tree in a commit's tree (`""`: of the whole one); `undefined` where there is none. */
  tree(sha: string, path: string): Promise<string | undefined>;
  /** Entries of the branch's merge queue: their pull request, and the commits that they start and end with. */
  queued(
    branch: string,
  ): Promise<readonly { readonly number: number; readonly headSha: string; readonly baseSha: string }[]>;
  reviews(number: number): Promise<readonly Approval[]>;
  /** Open pull requests of the repository. */
  open(): Promise<readonly PullRequest[]>;
}

export type CheckConclusion = "success" | "failure" | "neutral" | "cancelled" | "skipped";

export interface CheckRun {
  readonly id: number;
  readonly name: string;
  readonly headSha: string;
  /** The app that made it: only this app can alter it. */
  readonly appId: number;
  readonly externalId: string;
  readonly status: "queued" | "in_progress" | "completed";
  readonly conclusion?: string;
  /** Milliseconds since the epoch; 0 while it is unknown. */
  readonly startedAt: number;
  readonly completedAt: number;
  readonly title: string;
  readonly text: string;
  readonly url: string;
}

export interface CheckRunContent {
  readonly externalId: string;
  readonly status: "in_progress" | "completed";
  readonly conclusion?: CheckConclusion;
  /** When it was completed: sent along where a completed one is changed, as GitHub would set it anew. */
  readonly completedAt?: number;
  readonly title: string;
  /** Markdown, at most 65,535 characters each. */
  readonly summary: string;
  readonly text?: string;
  readonly annotations: readonly Finding[];
}

export interface Checks {
  /** Throws `ActionError` `access-denied` without `checks: write`. */
  readonly create: (sha: string, name: string, content: CheckRunContent) => Promise<CheckRun>;
  readonly update: (id: number, content: CheckRunContent) => Promise<CheckRun>;
  /** All check runs of that name on the commit, every app's, newest first. */
  list(sha: string, name: string): Promise<readonly CheckRun[]>;
}

export interface StickyComment {
  readonly id: number;
  readonly url: string;
  readonly body: string;
}

export interface Comments {
  /**
   * Makes or edits our one comment with this marker; doubles from a race collapse to the oldest.
   * @param render the new body from the present one; `undefined` leaves things as they are
   */
  readonly upsert: (
    pullRequest: number,
    marker: string,
    render: (present: string | undefined) => string | undefined,
  ) => Promise<StickyComment | undefined>;
}

export interface Drifts {
  /** Starts a drift detection of the stack, waits for its end and reads what drifted. */
  detect(stackArn: string): Promise<StackDrift>;
}
