import { expect, test } from "vitest";
import { approvalsOf, lackingApprovals } from "../../../src/changes/review/approvals.ts";
import { approval, pull } from "./examples.ts";

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
  ["nor does it later, if it has a time", [{}, { state: "PENDING", at: 300_000 }], 1],
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

test("what is lacking is said with the commit that was to be approved", () => {
  expect(lackingApprovals(pull(), 2)).toBe(
    "#7 has 0 of 2 approving reviews of 11111111 given after its preview",
  );
});
