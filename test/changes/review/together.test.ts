import { describe, expect, test } from "vitest";
import { decide } from "../../../src/changes/review/decide.ts";
import type { LineCommit } from "../../../src/changes/review/history.ts";
import { item } from "../examples.ts";
import { approval, commit, docs, history, policy, present, pull, recordOf, unrecorded } from "./examples.ts";
import { factsOf, type Given, made, type Now, recorded } from "./unionExamples.ts";

const a = item(null, '"a"');
const b = item(null, '"b"');

describe("several merges at once", () => {
  const [C3, C2, C1] = ["3", "2", "1"].map((digit) => digit.repeat(40)) as [string, string, string];
  const decided = (
    now: Given,
    line: readonly LineCommit[],
    given: Partial<typeof policy> = {},
    stack: Now = {},
  ) =>
    decide(present({ digest: made(now), ...factsOf(stack) }), history(...line), {
      ...policy,
      ...given,
    });
  const x = recorded(8, { "tag x": a });
  const y = recorded(9, { "tag y": b });

  test("two quick merges: exactly the union of both", () => {
    const line = [commit(C2, y), commit(C1, x)];
    expect(decided({ "tag x": a, "tag y": b }, line)).toEqual({
      kind: "execute",
      because: "reviewed in #9, #8",
    });
    expect(decided({ "tag y": b }, line)).toEqual({ kind: "execute", because: "reviewed in #9" });
    expect(decided({ "tag x": a }, line)).toMatchObject({
      reason: "stale-review",
      explanation:
        "the changes are not those that were reviewed in #9, #8: tag y was reviewed and would not happen",
      compared: [y, x],
    });
  });

  test("the first is deployed already", () => {
    const line = [commit(C2, y), commit(C1, x)];
    expect(decided({ "tag y": b }, line, {}, { "tag x": '"a"' })).toMatchObject({ kind: "execute" });
  });

  test.for<readonly [string, LineCommit, string]>([
    ["a push", commit(C2), "no merged pull request brought 22222222"],
    ["a merge without a record", commit(C2, unrecorded()), "there is no preview of #7 at 11111111 to go by"],
  ])("%s between two reviewed merges blocks", ([, between, explanation]) => {
    const found = decided({ "tag x": a, "tag y": b }, [commit(C3, y), between, commit(C1, x)]);
    expect(found).toEqual({ kind: "blocked", reason: "unreviewed", explanation, compared: [y] });
  });

  test("a push between two reviewed merges does not matter where all of it was reviewed in the newest", () => {
    const both = recorded(9, { "tag x": a, "tag y": b });
    expect(decided({ "tag x": a, "tag y": b }, [commit(C3, both), commit(C2), commit(C1, x)])).toEqual({
      kind: "execute",
      because: "reviewed in #9",
    });
  });

  test("a push before the base commit does not matter: the reviewer saw what it did", () => {
    const z = recorded(8, { "tag z": a }, C1);
    const later = recorded(9, { "tag y": b }, C2);
    const line = [commit("4".repeat(40), later), commit(C3, z), commit(C2), commit(C1, x)];
    expect(decided({ "tag y": b, "tag z": a }, line)).toEqual({
      kind: "execute",
      because: "reviewed in #9, #8",
    });
  });

  test("records up to the base commit do not count: a push must not bring back what a revert took out", () => {
    const revert = recorded(8, {}, C1);
    const later = recorded(9, { "tag y": b }, C2);
    const line = [commit(C3, later), commit(C2, revert), commit(C1, x)];
    expect(decided({ "tag x": a, "tag y": b }, line)).toMatchObject({
      reason: "stale-review",
      explanation: "the changes are not those that were reviewed in #9: nobody reviewed tag x as it is now",
      compared: [later],
    });
  });

  test("commits that change nothing here are looked through", () => {
    const line = [docs("4".repeat(40)), commit(C3, y), docs(C2), commit(C1, x)];
    expect(decided({ "tag x": a, "tag y": b }, line)).toMatchObject({ kind: "execute" });
  });

  test("the base commit is the own one: a preview of a branch that was merged into itself", () => {
    const own = recorded(9, { "tag y": b, "tag x": a }, C2);
    expect(decided({ "tag y": b }, [commit(C2, own)], {}, { "tag x": '"a"' })).toMatchObject({
      kind: "execute",
    });
  });

  test("one record among them has no items", () => {
    const partial = pull({ number: 8, record: recordOf(made({ "tag x": a }), { items: undefined }) });
    expect(decided({ "tag x": a, "tag y": b }, [commit(C2, y), commit(C1, partial)])).toMatchObject({
      reason: "stale-review",
      explanation:
        "the changes are not those that were reviewed in #9, #8: #8 changed too much to be recorded one by one, so that only exactly the same changes are executed",
    });
  });

  test("a rebase brings several commits of one pull request", () => {
    expect(decided({ "tag y": b }, [commit(C2, y), commit(C1, y)])).toEqual({
      kind: "execute",
      because: "reviewed in #9",
    });
  });

  test("those must be approved that supply an item, and no others", () => {
    const approved = { ...y, approvals: [approval()] };
    const line = [commit(C2, approved), commit(C1, x)];
    expect(decided({ "tag x": a, "tag y": b }, line, { requiredApprovals: 1 })).toEqual({
      kind: "blocked",
      reason: "not-approved",
      explanation: "#8 has 0 of 1 approving reviews of 11111111 given after its preview",
    });
    expect(decided({ "tag y": b }, line, { requiredApprovals: 1 }, { "tag x": '"a"' })).toEqual({
      kind: "execute",
      because: "reviewed in #9",
    });
  });
});
