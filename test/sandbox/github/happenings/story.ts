import type { FileChanges } from "../git/git.ts";
import type { PushOptions } from "./branches.ts";
import type { EventBuilders } from "./events.ts";
import type { MergeMethod } from "./merging.ts";
import type { NewPull } from "./open-pull.ts";
import type { Queue } from "./queue.ts";

export interface NewRepository {
  readonly name?: string;
  /** The first commit on `main`. */
  readonly files?: FileChanges;
  /** In a private repository a token reads only what its permissions name. */
  readonly private?: boolean;
}

type Json = Readonly<Record<string, unknown>>;
type ReviewState = "APPROVED" | "CHANGES_REQUESTED" | "COMMENTED";

export interface Comment {
  readonly id: number;
  readonly body: string;
  readonly user: { readonly login: string; readonly type: string };
  readonly created_at: string;
  readonly updated_at: string;
}

export interface CheckRun {
  readonly id: number;
  readonly name: string;
  readonly status: string;
  readonly conclusion: string | null;
  readonly external_id: string;
  readonly head_sha: string;
  readonly output: {
    readonly title: string | null;
    readonly summary: string | null;
    readonly text: string | null;
    readonly annotations_count: number;
  };
  readonly app: { readonly id: number; readonly slug: string };
}

/** A repository and what people do in it. Every function throws where GitHub would refuse. */
export interface Repository {
  readonly fullName: string;
  readonly defaultBranch: string;
  /** One commit on a branch (new ones start at `main`); returns its SHA. */
  push(branch: string, files: FileChanges, message: string, options?: PushOptions): Promise<string>;
  openPullRequest(pull: NewPull): Promise<number>;
  pushToPullRequest(
    number: number,
    files: FileChanges,
    message: string,
    options?: PushOptions,
  ): Promise<string>;
  /** Returns what the base branch points to afterwards. */
  merge(number: number, method?: MergeMethod, by?: string): Promise<string>;
  /** Merges on a person's machine and pushes once: one push event for several pull requests. */
  mergeTogether(numbers: readonly number[], by?: string): Promise<string>;
  /** Closes the pull requests of the branch, as GitHub does. */
  deleteBranch(branch: string): Promise<void>;
  close(number: number, by?: string): Promise<void>;
  reopen(number: number, by?: string): Promise<void>;
  setBase(number: number, base: string): Promise<void>;
  setDraft(number: number, draft: boolean): Promise<void>;
  label(number: number, name: string): Promise<void>;
  unlabel(number: number, name: string): Promise<void>;
  /** Returns the review's id. Reviews the present head unless a commit is given. */
  review(number: number, user: string, state: ReviewState, commit?: string): Promise<number>;
  dismissReview(number: number, review: number): Promise<void>;
  comment(number: number, user: string, body: string): Promise<number>;
  editComment(comment: number, user: string, body: string): Promise<void>;
  comments(number: number): Promise<Comment[]>;
  checkRuns(ref: string): Promise<CheckRun[]>;
  pull(number: number): Promise<Json>;
  /** What a branch, commit or full ref holds. */
  files(ref: string): Promise<Record<string, string>>;
  tip(branch: string): Promise<string>;
  /** Makes a tag. */
  tag(name: string, sha: string): Promise<void>;
  /** Lays a commit's files into a directory, as actions/checkout does, and returns the commit. */
  checkout(ref: string, directory: string): Promise<string>;
  readonly queue: Queue;
  readonly event: EventBuilders;
}
