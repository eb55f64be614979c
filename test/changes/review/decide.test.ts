import { expect, test } from "vitest";
import { approvalsOf, decide } from "../../src/changes/decide.ts";
import { digestOf, digestOfItems } from "../../src/changes/digest.ts";
import { approval, changes, digest, HEAD, policy, present, pull, queue, recordOf } from "./examples.ts";

const delay = queue.details.map((detail) => ({
  ...detail,
  name: "DelaySeconds",
  path: "/Properties/DelaySeconds",
}));

const other = { ...changes, parameters: [] };
const elsewhere = digestOf(other);
const resourceOnly = digestOf({ ...changes, parameters: [], tags: [], outputs: [] });
const parametersOnly = digestOf({ ...changes, resources: [], tags: [], outputs: [] });
const tagsAndOutputs = digestOf({ ...changes, resources: [], parameters: [] });

type Case = readonly [name: string, given: Parameters<typeof decide>, expected: object];

const execute = (because: string) => ({ kind: "execute", because });
const blocked = (reason: string, explanation: unknown = expect.any(String)) => ({
  kind: "blocked",
  reason,
  explanation,
});

const cases: readonly Case[] = [
  ["nothing to change, reviewed", [present({ empty: true }), [pull()], policy], { kind: "no-changes" }],
  ["nothing to change, never reviewed", [present({ empty: true }), [], policy], { kind: "no-changes" }],
  [
    "nothing to change, another approved-digest",
    [present({ empty: true }), [], { ...policy, approvedDigest: elsewhere.digest }],
    { kind: "no-changes" },
  ],
  ["the digest that was reviewed", [present(), [pull()], policy], execute("reviewed in #7")],
  [
    "review switched off",
    [present(), [], { ...policy, requireReview: false }],
    execute("require-review is false"),
  ],
  ["no pull request", [present(), [], policy], blocked("unreviewed", "no pull request brought this commit")],
  [
    "a pull request that is not merged",
    [present(), [pull({ merged: false })], policy],
    blocked("unreviewed", "#7 is not merged into main"),
  ],
  [
    "merged into another branch",
    [present(), [pull({ baseRef: "feature" })], policy],
    blocked("unreviewed", "#7 is not merged into main"),
  ],
  [
    "no record",
    [present(), [pull({ record: undefined })], policy],
    blocked("unreviewed", "there is no preview of #7 at 11111111 to go by"),
  ],
  [
    "the record of an unmerged pull request beside a merged one without",
    [present(), [pull({ record: undefined }), pull({ number: 8, merged: false })], policy],
    blocked("unreviewed", "there is no preview of #7 at 11111111 to go by"),
  ],
  [
    "other changes than were reviewed",
    [present(), [pull({ record: recordOf(elsewhere, other) })], policy],
    { ...blocked("stale-review"), record: recordOf(elsewhere, other) },
  ],
  [
    "less than was reviewed: every item of it was",
    [present({ digest: resourceOnly }), [pull()], policy],
    execute("reviewed in #7"),
  ],
  [
    "items of three pull requests",
    [
      present(),
      [
        pull({ number: 9, record: recordOf(tagsAndOutputs) }),
        pull({ number: 8, record: recordOf(parametersOnly) }),
        pull({ record: recordOf(resourceOnly) }),
      ],
      policy,
    ],
    execute("reviewed in #9, #7, #8"),
  ],
  [
    "items of two pull requests, one of them not merged",
    [
      present(),
      [
        pull({ number: 9, record: recordOf(tagsAndOutputs) }),
        pull({ number: 8, record: recordOf(parametersOnly) }),
        pull({ record: recordOf(resourceOnly), merged: false }),
      ],
      policy,
    ],
    blocked("stale-review"),
  ],
  [
    "one item that two pull requests touch",
    [
      present({
        digest: digestOf({
          ...changes,
          resources: [{ ...queue, details: [...queue.details, ...delay] }],
        }),
      }),
      [
        pull({
          number: 8,
          record: recordOf(digestOf({ ...changes, resources: [{ ...queue, details: delay }] })),
        }),
        pull(),
      ],
      policy,
    ],
    { ...blocked("stale-review", "the changes are not those that were reviewed in #8, #7") },
  ],
  [
    "a record without items: only the whole counts",
    [present(), [pull({ record: { ...recordOf(digest), items: {} } })], policy],
    execute("reviewed in #7"),
  ],
  [
    "a record without items: a part does not",
    [present({ digest: resourceOnly }), [pull({ record: { ...recordOf(digest), items: {} } })], policy],
    blocked("stale-review"),
  ],
  [
    "approved-digest names these changes, never reviewed",
    [present(), [], { ...policy, approvedDigest: digest.digest }],
    execute("approved-digest names exactly these changes"),
  ],
  [
    "approved-digest names others, although these were reviewed",
    [present(), [pull()], { ...policy, approvedDigest: elsewhere.digest }],
    blocked("stale-review"),
  ],
  [
    "approved-digest names others, review switched off",
    [present(), [], { ...policy, requireReview: false, approvedDigest: elsewhere.digest }],
    blocked("stale-review"),
  ],
  [
    "not enough approvals",
    [present(), [pull({ approvals: [approval()] })], { ...policy, requiredApprovals: 2 }],
    blocked("not-approved", "#7 has 1 of 2 approving reviews of 11111111 given after its preview"),
  ],
  [
    "enough approvals",
    [
      present(),
      [pull({ approvals: [approval(), approval({ reviewer: "carol" })] })],
      { ...policy, requiredApprovals: 2 },
    ],
    execute("reviewed in #7"),
  ],
  [
    "approvals of one of the pull requests only",
    [
      present({ digest: digestOf({ ...changes, tags: [], outputs: [] }) }),
      [
        pull({ number: 8, record: recordOf(parametersOnly), approvals: [approval()] }),
        pull({ record: recordOf(resourceOnly) }),
      ],
      { ...policy, requiredApprovals: 1 },
    ],
    blocked("not-approved", "#7 has 0 of 1 approving reviews of 11111111 given after its preview"),
  ],
  [
    "data loss, reviewed",
    [present({ unacknowledged: ["Table", "Network/Bucket"] }), [pull()], policy],
    blocked("destructive", "data would be lost in Table, Network/Bucket, and nobody has acknowledged it"),
  ],
  [
    "data loss, review switched off",
    [present({ unacknowledged: ["Table"] }), [], { ...policy, requireReview: false }],
    blocked("destructive"),
  ],
  [
    "data loss, approved-digest",
    [present({ unacknowledged: ["Table"] }), [], { ...policy, approvedDigest: digest.digest }],
    blocked("destructive"),
  ],
  [
    "data loss that is only warned of",
    [present({ unacknowledged: ["Table"] }), [pull()], { ...policy, onDestructive: "warn" }],
    execute("reviewed in #7"),
  ],
  [
    "data loss that nobody reviewed: unreviewed comes first",
    [present({ unacknowledged: ["Table"] }), [], policy],
    blocked("unreviewed"),
  ],
];

test.for(cases)("%s", ([, given, expected]) => {
  expect(decide(...given)).toMatchObject(expected);
});

test.for<readonly [string, Parameters<typeof approval>[0][], number]>([
  ["none", [], 0],
  ["one", [{}], 1],
  ["two of one reviewer count once", [{}, { at: 300_000 }], 1],
  ["the author's does not", [{ reviewer: "alice" }], 0],
  ["of another commit does not", [{ commitSha: "2".repeat(40) }], 0],
  ["before the preview does not", [{ at: 99_000 }], 0],
  ["in the second of the preview cannot be told to be after it", [{ at: 100_000 }], 0],
  ["taken back by a request for changes", [{}, { state: "CHANGES_REQUESTED", at: 300_000 }], 0],
  ["given after a request for changes", [{ state: "CHANGES_REQUESTED" }, { at: 300_000 }], 1],
  ["dismissed", [{ state: "DISMISSED" }], 0],
  ["a comment afterwards takes nothing back", [{}, { state: "COMMENTED", at: 300_000 }], 1],
  ["a comment alone gives none", [{ state: "COMMENTED" }], 0],
  ["a review that is not submitted neither gives nor takes", [{}, { state: "PENDING", at: 0 }], 1],
  [
    "the latest counts in whatever order they are listed",
    [{ state: "CHANGES_REQUESTED", at: 300_000 }, {}],
    0,
  ],
  [
    "latest of another commit: nothing is approved any more",
    [{}, { commitSha: "2".repeat(40), at: 300_000 }],
    0,
  ],
])("approvals: %s", ([, given, expected]) => {
  expect(approvalsOf(pull({ approvals: given.map(approval) }))).toBe(expected);
});

test("a name of an item that every object has is no item", () => {
  const items = { ...digest.items, constructor: "x" };
  const given = present({ digest: { digest: digestOfItems(items), items } });
  expect(decide(given, [pull({ headSha: HEAD })], policy)).toMatchObject({ reason: "stale-review" });
});
