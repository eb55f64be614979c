import type { Approval } from "../changes/review/approvals.ts";
import type { Shown } from "../secrets/secrets.ts";
import type { Finding } from "../template/model.ts";

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
  /**
   * Commits of `base..head`, oldest first, without `base`. Throws where either is unknown. A name is a branch's, whatever
   * else has it.
   */
  commitsBetween(base: string, head: string): Promise<readonly string[]>;
  /** First-parent ancestors of `sha`, newest first, without `sha`; at most `limit`. */
  ancestors(sha: string, limit: number): Promise<readonly string[]>;
  /** The commit's parents, first one first; `undefined` for a commit that GitHub does not have. */
  parents(sha: string): Promise<readonly string[] | undefined>;
  /** The newest commit that both have. A name is a branch's, whatever else has it. */
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

/** Who may do what in the repository. */
export interface People {
  /** Whether somebody may push: `write`, `maintain` or `admin`. Nobody whom GitHub does not know may. */
  readonly mayPush: (login: string) => Promise<boolean>;
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
  /** All check runs on the commit, of that name or, without one, of any; every app's, newest first. */
  list(sha: string, name?: string): Promise<readonly CheckRun[]>;
}

/** What a commit holds. */
export interface Snapshot {
  /** Git's id of what is at a path: of a file's content, of a folder's tree; `undefined` where there is nothing. */
  id(path: string): Promise<string | undefined>;
  /** Every file and its content's id; `undefined` where the repository has more than GitHub lists at once. */
  readonly files: ReadonlyMap<string, string> | undefined;
}

/** Commits as they are, whatever stack it is about. */
export interface Snapshots {
  /** All check runs on a commit, whatever their names, every app's, newest first. */
  checkRuns(sha: string): Promise<readonly CheckRun[]>;
  /** `undefined` for a commit that GitHub does not have. */
  at(sha: string): Promise<Snapshot | undefined>;
  /** The text of a file's content, by its id. */
  text(blob: string): Promise<string>;
}

export interface StickyComment {
  readonly id: number;
  readonly url: string;
  readonly body: string;
}

/** A comment as it is after an `upsert`. */
export interface UpsertedComment extends StickyComment {
  /** What our account has on the pull request, oldest first, as it was read last. */
  readonly beside: readonly StickyComment[];
  /** Whether it was read after the comment was written, or nothing had to be written. */
  readonly isCurrent: boolean;
}

/** Where a text goes: into the comment with this id, or, without one, into a new comment. */
export interface CommentPlace {
  readonly pullRequest: number;
  readonly id?: number | undefined;
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
  ) => Promise<UpsertedComment | undefined>;
  /** All that our account has on the pull request, oldest first. */
  list(pullRequest: number): Promise<readonly StickyComment[]>;
  /**
   * Writes a comment that begins with `marker`. One that is gone by now is left so: whoever reads again sees that.
   */
  readonly write: (place: CommentPlace, marker: string, body: string) => Promise<void>;
  /** Deletes a comment, if it is still there. */
  remove(id: number): Promise<void>;
}

/** GitHub's side as its edge has it: it takes nothing but text that has passed through here. */
export interface GitHubWriters {
  readonly checks: Pick<Checks, "list"> & {
    readonly create: (sha: string, name: string, content: ShownContent) => ReturnType<Checks["create"]>;
    readonly update: (id: number, content: ShownContent) => ReturnType<Checks["update"]>;
  };
  readonly comments: Pick<Comments, "list" | "remove"> & {
    readonly upsert: (
      pullRequest: number,
      marker: string,
      render: (present: string | undefined) => Shown | undefined,
    ) => ReturnType<Comments["upsert"]>;
    readonly write: (place: CommentPlace, marker: string, body: Shown) => ReturnType<Comments["write"]>;
  };
}

export interface ShownContent extends Omit<CheckRunContent, "text"> {
  readonly title: Shown;
  readonly summary: Shown;
  readonly text?: Shown;
  readonly annotations: readonly (CheckRunContent["annotations"][number] & { readonly message: Shown })[];
}

/** GitHub's side. */
export interface GitHubPorts {
  readonly checks: Checks;
  readonly comments: Comments;
  readonly pulls: Pulls;
  readonly people: People;
  readonly snapshots: Snapshots;
}
