import { describe, expect, test } from "vitest";
import { approvableDigest, decide } from "../../../src/changes/review/decide.ts";
import type { LineCommit } from "../../../src/changes/review/history.ts";
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

// A value that names the deployed commit is the same item with every commit, and brings the code of each.

const [C3, C2, C1] = ["3", "2", "1"].map((digit) => digit.repeat(40)) as [string, string, string];
const naming = present({ thisCommit: C3 });

const decided = (line: readonly LineCommit[], given: Partial<typeof policy> = {}, now = naming) =>
  decide(now, history(...line), { ...policy, ...given });

/** A commit that touches no file of the deploy, and came by a pull request. */
function merged(sha: string, ...pulls: readonly number[]): LineCommit {
  return { sha, brought: { by: "nobody-needed", pulls } };
}

const NOBODY =
  "no merged pull request brought 33333333, and a value of the changes names the commit that is deployed, with all that it holds";

describe("a commit that touches no file of the deploy, pushed past all pull requests", () => {
  test("is not looked through to a review", () => {
    expect(decided([docs(C3), commit(C2, pull())])).toEqual({
      ...{ kind: "blocked", reason: "unreviewed", explanation: NOBODY },
      compared: [pull()],
    });
    expect(decided([docs(C3), commit(C2, pull())], {}, present())).toMatchObject({ kind: "execute" });
  });

  test("is not between a preview and its merge, though the items are the very ones", () => {
    const blocked = { kind: "blocked", reason: "unreviewed" };
    expect(decided([commit(C3, pull()), docs(C2)])).toMatchObject(blocked);
    expect(decided([commit(C3, pull()), commit(C2)])).toMatchObject(blocked);
    expect(decided([commit(C3, pull()), docs(C2)], {}, present())).toMatchObject({ kind: "execute" });
  });

  test("is below the base commit, and in what was previewed", () => {
    const line = [commit(C3, pull()), docs(BASE), commit(C1)];
    expect(decided(line)).toEqual({ kind: "execute", because: "reviewed in #7" });
  });
});

describe("a commit that touches no file of the deploy and was merged", () => {
  test("brought reviewed code, previewed or not", () => {
    expect(decided([merged(C3, 8), commit(C2, pull())])).toMatchObject({ kind: "execute" });
    expect(decided([commit(C3, pull()), merged(C2, 8)])).toMatchObject({ kind: "execute" });
  });

  test("but has no preview by which approvals count, where these are asked for", () => {
    const line = [commit(C3, pull({ approvals: [approval()] })), merged(C2, 8)];
    expect(decided(line, { requiredApprovals: 1 })).toMatchObject({
      ...{ kind: "blocked", reason: "unreviewed" },
      explanation:
        "there is no preview of #8 by which approvals count, and a value of the changes names the commit that is deployed, with all that it holds",
    });
    expect(decided(line, { requiredApprovals: 1 }, present())).toMatchObject({ kind: "execute" });
    const two = [commit(C3, pull({ approvals: [approval()] })), merged(C2, 8, 9)];
    expect(decided(two, { requiredApprovals: 1 })).toMatchObject({
      explanation: expect.stringContaining("no preview of #8, #9 by which"),
    });
  });

  test("but not one that touches such a file and has no record", () => {
    expect(decided([commit(C3, pull()), commit(C2, unrecorded({ number: 8 }))])).toMatchObject({
      explanation: expect.stringContaining("there is no preview of #8"),
    });
  });
});

test("every record since the base commit speaks for a part of the code: each has its approvals", () => {
  const older = pull({ number: 6, record: recordOf(digest, { pullRequest: 6 }) });
  const newer = pull({ approvals: [approval()] });
  const line = [commit(C3, newer), commit(C2, older)];
  expect(decided(line, { requiredApprovals: 1 })).toMatchObject({
    ...{ kind: "blocked", reason: "not-approved", explanation: expect.stringMatching(/^#6 has 0 of 1/) },
  });
  expect(decided(line, { requiredApprovals: 1 }, present())).toMatchObject({ kind: "execute" });
  // Of a union, too, whichever of them its items come from.
  const [one, other] = [tagsDigest({ a: "1" }), tagsDigest({ b: "2" })];
  const union = [
    commit(C3, pull({ record: recordOf(one) })),
    commit(C2, pull({ number: 6, record: recordOf(other, { pullRequest: 6 }), approvals: [approval()] })),
  ];
  const now = present({ digest: other, hashNow: () => one.items.get("tag a")?.after });
  expect(decided(union, { requiredApprovals: 1 }, now)).toMatchObject({ kind: "execute" });
  expect(decided(union, { requiredApprovals: 1 }, { ...now, thisCommit: C3 })).toMatchObject({
    ...{ reason: "not-approved", explanation: expect.stringMatching(/^#7 has 0 of 1/) },
  });
});

test("the rule is otherwise what it is: the very items, or exactly the union", () => {
  const partial = pull({ record: recordOf(digest, { items: undefined }) });
  expect(decided([commit(C3, partial), commit(C2, pull({ number: 6 }))])).toMatchObject({ kind: "execute" });
  const other = { ...naming, digest: tagsDigest({ other: "x" }) };
  expect(decided([commit(C3, pull())], {}, other)).toMatchObject({ kind: "blocked", reason: "stale-review" });
});

test("approved-digest names the commit as well: the digest is every commit's", () => {
  expect(approvableDigest(present())).toBe(digest.digest);
  expect(approvableDigest(naming)).toBe(`${digest.digest}@${C3}`);
  const approved = (approvedDigest: string) => decided([], { approvedDigest });
  expect(approved(`${digest.digest}@${C3}`)).toMatchObject({ kind: "execute" });
  for (const wrong of [digest.digest, `${digest.digest}@${C2}`]) {
    expect(approved(wrong)).toMatchObject({
      ...{ kind: "blocked", reason: "stale-review" },
      explanation: `the approved-digest is ${wrong}, the changes have ${digest.digest}@${C3}`,
    });
  }
});
