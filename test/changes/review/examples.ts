import { type Digest, digestOf } from "../../../src/changes/digest.ts";
import type { Items } from "../../../src/changes/items/model.ts";
import type { Approval } from "../../../src/changes/review/approvals.ts";
import type { PresentChanges, ReviewPolicy } from "../../../src/changes/review/decide.ts";
import type { History, LineCommit, RecordedPull, ReviewedPull } from "../../../src/changes/review/history.ts";
import type { RecordOrigin, ReviewRecord } from "../../../src/changes/review/record.ts";
import { digest, item, items, target } from "../examples.ts";

const HEAD = "1".repeat(40);
/** The commit of the deploy branch on which the previews were made. */
export const BASE = "b".repeat(40);

export const origin: RecordOrigin = {
  repository: "4711",
  target,
  pullRequest: 7,
  base: "main",
  baseCommit: BASE,
  head: HEAD,
  madeAt: 100_000,
  changeSetArn: "arn:aws:cloudformation:us-east-1:123456789012:changeSet/pr-7/x",
  input: "f".repeat(64),
};

export function recordOf(
  made: Digest = digest,
  given: Partial<ReviewRecord> = {},
  shown: Items = items,
): ReviewRecord {
  return { ...origin, digest: made.digest, items: made.items, shown, ...given };
}

/** Previewed at second 100. */
export function pull(given: Partial<RecordedPull> = {}): RecordedPull {
  const number = given.number ?? 7;
  return {
    number,
    headSha: HEAD,
    author: "alice",
    record: recordOf(digest, { pullRequest: number }),
    recordedAt: 100_000,
    approvals: [],
    labels: [],
    ...given,
  };
}

/** One whose preview left nothing that counts. */
export function unrecorded(given: Partial<ReviewedPull> = {}): ReviewedPull {
  return { ...pull(), record: undefined, recordedAt: Number.POSITIVE_INFINITY, ...given };
}

export function approval(given: Partial<Approval> = {}): Approval {
  return { reviewer: "bob", state: "APPROVED", commitSha: HEAD, at: 200_000, ...given };
}

export function commit(sha: string, ...pulls: readonly ReviewedPull[]): LineCommit {
  return { sha, brought: { by: "pull-requests", pulls } };
}

/** A commit that changes nothing of the deploy. */
export function docs(sha: string): LineCommit {
  return { sha, brought: { by: "nobody-needed", pulls: [] } };
}

/** Newest first, down to the base commit. */
export function history(...line: readonly LineCommit[]): History {
  return { line, isWhole: true };
}

/** Present items of which nothing is in effect yet. */
export function present(given: Partial<PresentChanges> = {}): PresentChanges {
  return {
    ...{ empty: false, digest, unacknowledged: [], thisCommit: undefined },
    ...{ hashNow: () => undefined, openHashesNow: () => [], isGone: () => false },
    ...given,
  };
}

/** The digest of items that set tags: new ones, whose hashes after are their values'. */
export function tagsDigest(tags: Readonly<Record<string, string>>): Digest {
  const made = Object.entries(tags).map(
    ([key, value]) => [`tag ${key}`, item(null, JSON.stringify(value))] as const,
  );
  return digestOf(target, new Map(made));
}

export const policy: ReviewPolicy = {
  requireReview: true,
  requiredApprovals: 0,
  approvedDigest: undefined,
  onDestructive: "fail",
};
