import { describe, expect, test } from "vitest";
import { decide, type PresentChanges, type ReviewPolicy } from "../../../src/changes/review/decide.ts";
import type { History } from "../../../src/changes/review/history.ts";
import { digest } from "../examples.ts";
import {
  approval,
  BASE,
  commit,
  docs,
  history,
  policy,
  present,
  pull,
  recordOf,
  tagsDigest,
  unrecorded,
} from "./examples.ts";

const HEAD_COMMIT = "c".repeat(40);
const BEFORE = "d".repeat(40);
const other = tagsDigest({ other: "x" });

interface Given {
  readonly present?: Partial<PresentChanges>;
  readonly history?: History;
  readonly policy?: Partial<ReviewPolicy>;
}

type Case = readonly [name: string, given: Given, expected: object];

const execute = (because: string) => ({ kind: "execute", because });
const blocked = (reason: string, explanation: string) => ({ kind: "blocked", reason, explanation });
const reviewed = history(commit(HEAD_COMMIT, pull()));
const behind = {
  ...blocked("stale-review", "dddddddd is newer, and what it holds is deployed or about to be"),
  remedy:
    "What this commit brought is in dddddddd too, unless it was taken back by then. If that deploy failed, run its job again.",
};
const ofOthers = (first: string) =>
  blocked("stale-review", `the changes are not those that were reviewed in #7: ${first}`);

describe("decide", () => {
  test.for<Case>([
    ["nothing to change, reviewed", { present: { empty: true }, history: reviewed }, { kind: "no-changes" }],
    ["nothing to change, never reviewed", { present: { empty: true } }, { kind: "no-changes" }],
    [
      "nothing to change, another approved-digest",
      { present: { empty: true }, policy: { approvedDigest: other.digest } },
      { kind: "no-changes" },
    ],
    [
      "nothing to change, a newer deploy",
      { present: { empty: true }, history: { ...reviewed, newerDeploy: BEFORE } },
      { kind: "no-changes" },
    ],
    ["the digest that was reviewed", { history: reviewed }, execute("reviewed in #7")],
    ["review switched off", { policy: { requireReview: false } }, execute("require-review is false")],
    ["a newer commit is deployed already", { history: { ...reviewed, newerDeploy: BEFORE } }, behind],
    [
      "a newer commit is deployed already, review switched off",
      { history: { ...reviewed, newerDeploy: BEFORE }, policy: { requireReview: false } },
      execute("require-review is false"),
    ],
    [
      "a newer commit is deployed already, approved-digest",
      { history: { ...reviewed, newerDeploy: BEFORE }, policy: { approvedDigest: digest.digest } },
      behind,
    ],
    [
      "the commit is settled",
      {},
      blocked(
        "unreviewed",
        "this commit was deployed already, so that what differs now has been reviewed by nobody",
      ),
    ],
    [
      "only commits since the last deploy that change nothing here",
      { history: history(docs(HEAD_COMMIT), docs(BEFORE)) },
      blocked(
        "unreviewed",
        "no commit since the last deploy changes what is deployed here, so that what differs now has been reviewed by nobody",
      ),
    ],
    [
      "a commit that is not on the branch",
      { history: { ...history(), problem: "cccccccc is not (any more) a commit of main" } },
      blocked("unreviewed", "cccccccc is not (any more) a commit of main"),
    ],
    [
      "a direct push",
      { history: history(commit(HEAD_COMMIT)) },
      blocked("unreviewed", "no merged pull request brought cccccccc"),
    ],
    [
      "a direct push on top of a reviewed merge that is not deployed",
      { history: history(commit(HEAD_COMMIT), commit(BEFORE, pull())) },
      blocked("unreviewed", "no merged pull request brought cccccccc"),
    ],
    [
      "a commit that changes nothing here, on top of a reviewed merge",
      { history: history(docs(HEAD_COMMIT), commit(BEFORE, pull())) },
      execute("reviewed in #7"),
    ],
    [
      "no record",
      { history: history(commit(HEAD_COMMIT, unrecorded())) },
      blocked("unreviewed", "there is no preview of #7 at 11111111 to go by"),
    ],
    [
      "no record, and why",
      { history: history(commit(HEAD_COMMIT, unrecorded({ problem: "its preview ended after the merge" }))) },
      blocked(
        "unreviewed",
        "there is no preview of #7 at 11111111 to go by (its preview ended after the merge)",
      ),
    ],
    [
      "two pull requests of one commit, neither with a record",
      { history: history(commit(HEAD_COMMIT, unrecorded(), unrecorded({ number: 8 }))) },
      blocked(
        "unreviewed",
        "there is no preview of #7 at 11111111 to go by; there is no preview of #8 at 11111111 to go by",
      ),
    ],
    [
      "two pull requests of one commit, one with a record",
      { history: history(commit(HEAD_COMMIT, unrecorded(), pull({ number: 8 }))) },
      execute("reviewed in #8"),
    ],
    [
      "other changes than were reviewed",
      { present: { digest: other }, history: reviewed },
      { ...ofOthers("nobody reviewed tag other as it is now, and 7 more differ"), compared: [pull()] },
    ],
    [
      "two things less than were reviewed",
      { present: { digest: tagsDigest({ a: "1" }) }, history: ofTags({ a: "1", b: "2", c: "3" }) },
      ofOthers("tag b was reviewed and would not happen, and 1 more differs"),
    ],
    [
      "less than was reviewed: half of a review is none",
      { present: { digest: tagsDigest({ a: "1" }) }, history: ofTags({ a: "1", b: "2" }) },
      ofOthers("tag b was reviewed and would not happen"),
    ],
    [
      "a record without items: only the whole counts",
      { history: history(commit(HEAD_COMMIT, pull({ record: recordOf(digest, { items: undefined }) }))) },
      execute("reviewed in #7"),
    ],
    [
      "a record without items: nothing else does",
      {
        present: { digest: other },
        history: history(commit(HEAD_COMMIT, pull({ record: recordOf(digest, { items: undefined }) }))),
      },
      ofOthers(
        "#7 changed too much to be recorded one by one, so that only exactly the same changes are executed",
      ),
    ],
    [
      "the base commit lies further back than was looked",
      { present: { digest: other }, history: { ...reviewed, isWhole: false } },
      ofOthers("bbbbbbbb, on which #7 was previewed, lies further back than was looked"),
    ],
    [
      "the base commit lies further back than was looked, the very changes",
      { history: { ...reviewed, isWhole: false } },
      execute("reviewed in #7"),
    ],
    [
      "approved-digest names these changes, never reviewed",
      { policy: { approvedDigest: digest.digest } },
      execute("approved-digest names exactly these changes"),
    ],
    [
      "approved-digest names others, although these were reviewed",
      { history: reviewed, policy: { approvedDigest: other.digest } },
      blocked("stale-review", `the approved-digest is ${other.digest}, the changes have ${digest.digest}`),
    ],
    [
      "approved-digest names others, review switched off",
      { policy: { requireReview: false, approvedDigest: other.digest } },
      blocked("stale-review", `the approved-digest is ${other.digest}, the changes have ${digest.digest}`),
    ],
    [
      "not enough approvals",
      {
        history: history(commit(HEAD_COMMIT, pull({ approvals: [approval()] }))),
        policy: { requiredApprovals: 2 },
      },
      blocked("not-approved", "#7 has 1 of 2 approving reviews of 11111111 given after its preview"),
    ],
    [
      "enough approvals",
      {
        history: history(
          commit(HEAD_COMMIT, pull({ approvals: [approval(), approval({ reviewer: "carol" })] })),
        ),
        policy: { requiredApprovals: 2 },
      },
      execute("reviewed in #7"),
    ],
    [
      "data loss, reviewed",
      { present: { unacknowledged: ["Table", "Network/Bucket"] }, history: reviewed },
      blocked("destructive", "data would be lost in Table, Network/Bucket, and nobody has acknowledged it"),
    ],
    [
      "data loss, review switched off",
      { present: { unacknowledged: ["Table"] }, policy: { requireReview: false } },
      blocked("destructive", "data would be lost in Table, and nobody has acknowledged it"),
    ],
    [
      "data loss, approved-digest",
      { present: { unacknowledged: ["Table"] }, policy: { approvedDigest: digest.digest } },
      blocked("destructive", "data would be lost in Table, and nobody has acknowledged it"),
    ],
    [
      "data loss that is only warned of",
      { present: { unacknowledged: ["Table"] }, history: reviewed, policy: { onDestructive: "warn" } },
      execute("reviewed in #7"),
    ],
    [
      "data loss that nobody reviewed: unreviewed comes first",
      { present: { unacknowledged: ["Table"] }, history: history(commit(HEAD_COMMIT)) },
      blocked("unreviewed", "no merged pull request brought cccccccc"),
    ],
  ])("%s", ([, given, expected]) => {
    const decision = decide(present(given.present), given.history ?? history(), {
      ...policy,
      ...given.policy,
    });
    expect(decision).toMatchObject(expected);
  });
});

test("what can be done where no commit can be looked at is said, if something can", () => {
  const problem = "the job has no token";
  const decided = (more: Partial<History>) => decide(present(), { ...history(), problem, ...more }, policy);
  expect(decided({ remedy: "Give it one." })).toMatchObject({
    ...blocked("unreviewed", problem),
    remedy: "Give it one.",
  });
  expect(decided({})).toMatchObject(blocked("unreviewed", problem));
  expect(decided({})).not.toHaveProperty("remedy");
});

test("a name of an item that every object has is no item", () => {
  const items = new Map([...digest.items, ["constructor", { whole: "x", after: "x" }]]);
  const given = present({ digest: { digest: "another", items } });
  expect(decide(given, reviewed, policy)).toMatchObject({
    reason: "stale-review",
    explanation: expect.stringContaining("nobody reviewed constructor as it is now"),
  });
});

function ofTags(tags: Readonly<Record<string, string>>): History {
  return history(commit(HEAD_COMMIT, pull({ record: recordOf(tagsDigest(tags), { baseCommit: BASE }) })));
}
