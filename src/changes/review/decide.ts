import { isStoppedByLoss, lossText } from "../acknowledgement.ts";
import type { Digest } from "../digest.ts";
import { approvalsOf, lackingApprovals } from "./approvals.ts";
import {
  commitsSince,
  type History,
  type LineCommit,
  ownCommit,
  type RecordedPull,
  type ReviewedPull,
  recordedPulls,
} from "./history.ts";
import { type Difference, differencesFromUnion, type StackFacts, supplying } from "./union.ts";

/** The inputs that decide. */
export interface ReviewPolicy {
  readonly requireReview: boolean;
  readonly requiredApprovals: number;
  readonly approvedDigest: string | undefined;
  readonly onDestructive: "fail" | "warn";
}

/** What would be executed. */
export interface PresentChanges extends StackFacts {
  /** Nothing to execute, and no setting to change. */
  readonly empty: boolean;
  readonly digest: Digest;
  /** Resources that would lose data and that nobody acknowledged. */
  readonly unacknowledged: readonly string[];
  /**
   * The deployed commit, where a value of the changes names it: the same items then mean other code with each commit, so
   * that none is without effect. `undefined` where no value does.
   */
  readonly thisCommit: string | undefined;
}

export type BlockReason = "unreviewed" | "stale-review" | "not-approved" | "destructive";

export type Decision =
  | { readonly kind: "no-changes" }
  | { readonly kind: "execute"; readonly because: string }
  | {
      readonly kind: "blocked";
      readonly reason: BlockReason;
      readonly explanation: string;
      /** What to do about it, where that is nothing usual. */
      readonly remedy?: string;
      /** The pull requests whose records to show the difference from, newest first. */
      readonly compared?: readonly RecordedPull[];
    };

type Blocked = Extract<Decision, { kind: "blocked" }>;

/**
 * Whether the present changes may be executed (docs/digest.md, "When a deploy executes"). Pure, and the only place that
 * decides it: nothing is executed unless this says `execute`.
 */
export function decide(present: PresentChanges, history: History, policy: ReviewPolicy): Decision {
  if (present.empty) return { kind: "no-changes" };
  const { newerDeploy } = history;
  if (policy.requireReview && newerDeploy !== undefined) {
    return {
      ...blocked(
        "stale-review",
        `${short(newerDeploy)} is newer, and what it holds is deployed or about to be`,
      ),
      remedy: `What this commit brought is in ${short(newerDeploy)} too, unless it was taken back by then. If that deploy failed, run its job again.`,
    };
  }
  const review =
    policy.approvedDigest === undefined
      ? reviewOf(present, history, policy)
      : namedDigest(present, policy.approvedDigest);
  if (review.kind !== "execute") return review;
  return isStoppedByLoss(present.unacknowledged, policy)
    ? blocked("destructive", lossText(present.unacknowledged))
    : review;
}

function namedDigest(present: PresentChanges, approved: string): Decision {
  return approvableDigest(present) === approved
    ? { kind: "execute", because: "approved-digest names exactly these changes" }
    : blocked(
        "stale-review",
        `the approved-digest is ${approved}, the changes have ${approvableDigest(present)}`,
      );
}

/** What `approved-digest` must be: the digest, and the commit where a value of the changes names it. */
export function approvableDigest({
  digest: { digest },
  thisCommit,
}: Pick<PresentChanges, "digest" | "thisCommit">): string {
  return thisCommit === undefined ? digest : `${digest}@${thisCommit}`;
}

function reviewOf(present: PresentChanges, history: History, policy: ReviewPolicy): Decision {
  if (!policy.requireReview) return { kind: "execute", because: "require-review is false" };
  const reviewers = reviewersOf(present, history, policy);
  if ("kind" in reviewers) return reviewers;
  const unapproved = reviewers.filter((pull) => approvalsOf(pull) < policy.requiredApprovals);
  if (unapproved.length > 0) {
    const lacking = unapproved.map((pull) => lackingApprovals(pull, policy.requiredApprovals));
    return blocked("not-approved", lacking.join("; "));
  }
  return { kind: "execute", because: `reviewed in ${names(reviewers)}` };
}

/** The pull requests in which the present changes were reviewed, all of them and nothing else. */
function reviewersOf(
  present: PresentChanges,
  history: History,
  policy: ReviewPolicy,
): readonly RecordedPull[] | Blocked {
  const own = ownCommit(history);
  if (own === undefined) return unknown(history);
  const recorded = recordedPulls(own);
  const [newest] = recorded;
  if (newest === undefined) return blocked("unreviewed", whyUnreviewed(own));
  const exact = recorded.find((pull) => pull.record.digest === present.digest.digest);
  if (exact !== undefined && present.thisCommit === undefined) return [exact];
  const speaking = exact ?? newest;
  const { baseCommit } = speaking.record;
  const since = commitsSince(history, baseCommit);
  if (since === undefined)
    return differs(
      [speaking],
      `${short(baseCommit)}, on which ${names([speaking])} was previewed, lies further back than was looked`,
    );
  const gap = since.find((commit) => isGap(commit, present, policy));
  if (gap !== undefined) return { ...blocked("unreviewed", whyUnreviewed(gap)), compared: [speaking] };
  const together = [...new Map(since.flatMap(recordedPulls).map((pull) => [pull.number, pull])).values()];
  // What the base commit speaks for may be its own commit already.
  const records = together.length === 0 ? [speaking] : together;
  if (exact !== undefined) return records;
  const supplied = unionOf(present, records);
  // Each of them brought something of the commit that the values name.
  return "kind" in supplied || present.thisCommit === undefined ? supplied : records;
}

/**
 * Whether nobody reviewed what a commit brings. One that changes no file of this deploy brings nothing, unless a value names
 * the deployed commit: then it brings its code, which somebody may have pushed past all pull requests, or which nobody has
 * approved where approvals are asked for.
 */
function isGap(
  commit: LineCommit,
  { thisCommit }: PresentChanges,
  { requiredApprovals }: ReviewPolicy,
): boolean {
  const { brought } = commit;
  if (brought.by === "pull-requests") return recordedPulls(commit).length === 0;
  return thisCommit !== undefined && (brought.pulls.length === 0 || requiredApprovals > 0);
}

/** No commit to look at: nothing can be said of this one, or all of it is deployed. */
function unknown(history: History): Blocked {
  const { problem, remedy } = history;
  if (problem === undefined) return blocked("unreviewed", whySettled(history));
  return { ...blocked("unreviewed", problem), ...(remedy === undefined ? {} : { remedy }) };
}

function unionOf(
  present: PresentChanges,
  records: readonly RecordedPull[],
): readonly RecordedPull[] | Blocked {
  const partial = records.filter(({ record }) => record.items === undefined);
  if (partial.length > 0) {
    return differs(
      records,
      `${names(partial)} changed too much to be recorded one by one, so that only exactly the same changes are executed`,
    );
  }
  const differences = differencesFromUnion(present.digest, records, present);
  if (differences.length > 0) return differs(records, told(differences));
  return supplying(present.digest, records);
}

function differs(compared: readonly RecordedPull[], why: string): Blocked {
  const what = `the changes are not those that were reviewed in ${names(compared)}`;
  return { ...blocked("stale-review", `${what}: ${why}`), compared };
}

function told(differences: readonly Difference[]): string {
  const [first] = differences;
  if (first === undefined) return "";
  // What is another one than was reviewed is both: reviewed and not there, there and not reviewed.
  const more = new Set(differences.map(({ name }) => name)).size - 1;
  const words =
    first.why === "in-no-record"
      ? `nobody reviewed ${first.name} as it is now`
      : `${first.name} was reviewed and would not happen`;
  return more === 0 ? words : `${words}, and ${more} more ${more === 1 ? "differs" : "differ"}`;
}

function whySettled({ line }: History): string {
  return line.length === 0
    ? "this commit was deployed already, so that what differs now has been reviewed by nobody"
    : `no commit since the last deploy changes what is deployed here, so that what differs now has been reviewed by nobody`;
}

function whyUnreviewed({ sha, brought }: LineCommit): string {
  if (brought.by === "nobody-needed") {
    const merged = brought.pulls.map((number) => `#${number}`).join(", ");
    const lacks =
      merged === ""
        ? `no merged pull request brought ${short(sha)}`
        : `there is no preview of ${merged} by which approvals count`;
    return `${lacks}, and a value of the changes names the commit that is deployed, with all that it holds`;
  }
  const { pulls } = brought;
  if (pulls.length === 0) return `no merged pull request brought ${short(sha)}`;
  return pulls.map((pull) => `there is no preview of ${nameAt(pull)} to go by${because(pull)}`).join("; ");
}

function because({ problem }: ReviewedPull): string {
  return problem === undefined ? "" : ` (${problem})`;
}

function nameAt({ number, headSha }: ReviewedPull): string {
  return `#${number} at ${short(headSha)}`;
}

function names(pulls: readonly ReviewedPull[]): string {
  return pulls.map((pull) => `#${pull.number}`).join(", ");
}

function short(sha: string): string {
  return sha.slice(0, 8);
}

function blocked(reason: BlockReason, explanation: string): Blocked {
  return { kind: "blocked", reason, explanation };
}
