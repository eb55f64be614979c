import type { Approval } from "./approvals.ts";
import type { ReviewRecord } from "./record.ts";

/** A pull request that was merged into the deploy branch. */
export interface ReviewedPull {
  readonly number: number;
  /** The head that was merged. */
  readonly headSha: string;
  readonly author: string;
  /** The newest record of a preview of that head that counts; `undefined` when there is none. */
  readonly record: ReviewRecord | undefined;
  /** Why there is none, where more can be said than that: `its preview ended after the merge`. */
  readonly problem?: string;
  /** When the first preview with the record's digest was complete. Milliseconds since the epoch. */
  readonly recordedAt: number;
  readonly approvals: readonly Approval[];
  readonly labels: readonly string[];
}

/** A commit of the deploy branch, and who brought it. */
export interface LineCommit {
  readonly sha: string;
  readonly brought:
    | { readonly by: "pull-requests"; readonly pulls: readonly ReviewedPull[] }
    /** It changes nothing of this deploy; with the merged pull requests that brought it, if any did. */
    | { readonly by: "nobody-needed"; readonly pulls: readonly number[] };
}

/** The deploy branch's commits that are not settled yet. */
export interface History {
  /** Along first parents, newest first: the deployed commit, down to the last settled one, which is left out. */
  readonly line: readonly LineCommit[];
  /** Whether nothing is missing below: a settled commit, the branch's first, or the base commit of the own record. */
  readonly isWhole: boolean;
  /** Why nothing can be said of the deployed commit at all, and what to do about it. */
  readonly problem?: string;
  readonly remedy?: string;
  /** A later commit of the branch whose deploy has decided to execute: what is asked here is old. */
  readonly newerDeploy?: string | undefined;
}

export type RecordedPull = ReviewedPull & { readonly record: ReviewRecord };

/** The pull requests with a record that brought a commit. */
export function recordedPulls({ brought }: LineCommit): readonly RecordedPull[] {
  if (brought.by === "nobody-needed") return [];
  return brought.pulls.filter((pull): pull is RecordedPull => pull.record !== undefined);
}

/** The deployed commit, or where that changes nothing of this deploy the last one before it that does. */
export function ownCommit({ line }: History): LineCommit | undefined {
  return line.find(({ brought }) => brought.by === "pull-requests");
}

/**
 * The commits that a record does not speak for: those after its base commit, or after the last settled one where that is
 * newer. `undefined` where the line does not reach so far back.
 */
export function commitsSince(
  { line, isWhole }: History,
  baseCommit: string,
): readonly LineCommit[] | undefined {
  const base = line.findIndex(({ sha }) => sha === baseCommit);
  if (base >= 0) return line.slice(0, base);
  return isWhole ? line : undefined;
}
