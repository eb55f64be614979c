import type { Digest } from "./digest.ts";
import type { ReviewRecord } from "./record.ts";

/** A pull request that may have reviewed what is about to be executed. */
export interface ReviewedPull {
  readonly number: number;
  readonly merged: boolean;
  readonly baseRef: string;
  readonly headSha: string;
  readonly author: string;
  /** Our app's newest record on the head that was merged; `undefined` when there is none. */
  readonly record: ReviewRecord | undefined;
  /** When that record was made. Milliseconds since the epoch. */
  readonly recordedAt: number;
  readonly approvals: readonly Approval[];
}

export interface Approval {
  readonly reviewer: string;
  readonly state: "APPROVED" | "CHANGES_REQUESTED" | "COMMENTED" | "DISMISSED" | "PENDING";
  readonly commitSha: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** The inputs that decide. */
export interface ReviewPolicy {
  readonly requireReview: boolean;
  readonly requiredApprovals: number;
  readonly approvedDigest: string | undefined;
  readonly onDestructive: "fail" | "warn";
  readonly deployBranch: string;
}

/** The change set that would be executed. */
export interface PresentChanges {
  readonly empty: boolean;
  readonly digest: Digest;
  /** Resources that would lose data and that nobody acknowledged. */
  readonly unacknowledged: readonly string[];
  /** A later commit of the branch that is deployed already, or whose deploy has begun: what is asked here is old. */
  readonly newerDeploy?: string | undefined;
}

export type BlockReason = "unreviewed" | "stale-review" | "not-approved" | "destructive";

export type Decision =
  | { readonly kind: "no-changes" }
  | { readonly kind: "execute"; readonly because: string }
  | {
      readonly kind: "blocked";
      readonly reason: BlockReason;
      readonly explanation: string;
      /** The record to show the difference from, where one was found. */
      readonly record?: ReviewRecord;
    };

/**
 * Whether the present changes may be executed (product contract, "Review binding"). Pure, and the only place that
 * decides it: nothing is executed unless this says `execute`.
 * @param pulls the merged pull requests since the last deploy, newest first
 */
export function decide(
  present: PresentChanges,
  pulls: readonly ReviewedPull[],
  policy: ReviewPolicy,
): Decision {
  if (present.empty) return { kind: "no-changes" };
  const review =
    policy.approvedDigest === undefined
      ? reviewOf(present, pulls, policy)
      : namedDigest(present, policy.approvedDigest);
  if (review.kind !== "execute") return review;
  if (present.unacknowledged.length > 0 && policy.onDestructive === "fail") {
    return blocked(
      "destructive",
      `data would be lost in ${present.unacknowledged.join(", ")}, and nobody has acknowledged it`,
    );
  }
  return review;
}

function namedDigest(present: PresentChanges, approved: string): Decision {
  return present.digest.digest === approved
    ? { kind: "execute", because: "approved-digest names exactly these changes" }
    : blocked("stale-review", `approved-digest is ${approved}, the changes have ${present.digest.digest}`);
}

function reviewOf(present: PresentChanges, pulls: readonly ReviewedPull[], policy: ReviewPolicy): Decision {
  if (!policy.requireReview) return { kind: "execute", because: "require-review is false" };
  if (present.newerDeploy !== undefined) {
    return blocked(
      "stale-review",
      `${present.newerDeploy.slice(0, 8)} is newer, and its deploy is done or has begun`,
    );
  }
  const merged = pulls.filter((pull) => pull.merged && pull.baseRef === policy.deployBranch);
  const recorded = merged.filter(hasRecord);
  const newest = recorded[0];
  if (newest === undefined) return blocked("unreviewed", whyUnreviewed(pulls, merged, policy));
  const reviewers = reviewersOf(present.digest, recorded);
  if (reviewers === undefined) {
    return {
      ...blocked("stale-review", `the changes are not those that were reviewed in ${names(recorded)}`),
      record: newest.record,
    };
  }
  const unapproved = reviewers.filter((pull) => approvalsOf(pull) < policy.requiredApprovals);
  if (unapproved.length > 0) {
    return blocked(
      "not-approved",
      unapproved.map((pull) => lacking(pull, policy.requiredApprovals)).join("; "),
    );
  }
  return { kind: "execute", because: `reviewed in ${names(reviewers)}` };
}

type RecordedPull = ReviewedPull & { readonly record: ReviewRecord };

function hasRecord(pull: ReviewedPull): pull is RecordedPull {
  return pull.record !== undefined;
}

/**
 * The pull requests that together reviewed these changes: one whose digest is equal, else those whose records hold
 * every item. An item that two of them touch exists in neither record as it is now, and so blocks.
 */
function reviewersOf(
  present: Digest,
  recorded: readonly RecordedPull[],
): readonly RecordedPull[] | undefined {
  const whole = recorded.find((pull) => pull.record.digest === present.digest);
  if (whole) return [whole];
  const reviewers = new Set<RecordedPull>();
  for (const [item, hash] of Object.entries(present.items)) {
    const reviewer = recorded.find(
      (pull) => Object.hasOwn(pull.record.items, item) && pull.record.items[item] === hash,
    );
    if (reviewer === undefined) return undefined;
    reviewers.add(reviewer);
  }
  return [...reviewers];
}

/** Approving reviews that count: of the previewed head, after the preview, not the author's, each reviewer's latest. */
export function approvalsOf(pull: ReviewedPull): number {
  const latest = new Map<string, Approval>();
  for (const approval of [...pull.approvals].sort((a, b) => a.at - b.at)) {
    // A comment neither gives nor takes an approval back (GitHub's own rule for required reviews).
    if (approval.state !== "COMMENTED" && approval.state !== "PENDING")
      latest.set(approval.reviewer, approval);
  }
  return [...latest.values()].filter(
    (approval) =>
      approval.state === "APPROVED" &&
      approval.reviewer !== pull.author &&
      approval.commitSha === pull.headSha &&
      // GitHub's times are whole seconds: in the same one it cannot be told which came first.
      approval.at > pull.recordedAt,
  ).length;
}

function lacking(pull: ReviewedPull, required: number): string {
  return `#${pull.number} has ${approvalsOf(pull)} of ${required} approving reviews of ${pull.headSha.slice(0, 8)} given after its preview`;
}

function whyUnreviewed(
  pulls: readonly ReviewedPull[],
  merged: readonly ReviewedPull[],
  policy: ReviewPolicy,
): string {
  if (pulls.length === 0) return "no pull request brought this commit";
  if (merged.length === 0) return `${names(pulls)} is not merged into ${policy.deployBranch}`;
  return `there is no preview of ${merged.map((pull) => `#${pull.number} at ${pull.headSha.slice(0, 8)}`).join(", ")} to go by`;
}

function names(pulls: readonly ReviewedPull[]): string {
  return pulls.map((pull) => `#${pull.number}`).join(", ");
}

function blocked(reason: BlockReason, explanation: string): Extract<Decision, { kind: "blocked" }> {
  return { kind: "blocked", reason, explanation };
}
