import { describe, expect, test } from "vitest";
import { type Digest, digestOf, textHash } from "../../../src/changes/digest.ts";
import type { Item } from "../../../src/changes/items/model.ts";
import { decide } from "../../../src/changes/review/decide.ts";
import type { LineCommit, RecordedPull } from "../../../src/changes/review/history.ts";
import { differencesFromUnion, supplying } from "../../../src/changes/review/union.ts";
import { item, target } from "../examples.ts";
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
  unrecorded,
} from "./examples.ts";

type Given = Readonly<Record<string, Item>>;

const made = (given: Given): Digest => digestOf(target, new Map(Object.entries(given)));

function recorded(number: number, given: Given, baseCommit = BASE): RecordedPull {
  return pull({ number, record: recordOf(made(given), { pullRequest: number, baseCommit }) });
}

/** The stack as it is: texts by the items' names; what is not there cannot be told. */
type Now = Readonly<Record<string, string | null>>;
const hashNow = (now: Now) => (name: string) =>
  Object.hasOwn(now, name) ? textHash(now[name] ?? null) : undefined;

const a = item(null, '"a"');
const b = item(null, '"b"');
const gone = item('"a"', null);
const modify = item(null, null, '"modify"');
const replace = item(null, null, '"replace"');
const [QUEUE, X, Y] = ["resource Queue", "property Queue /Properties/X", "definition Queue /Properties/Y"];

type Case = readonly [
  name: string,
  now: Given,
  records: readonly Given[],
  differences: readonly string[],
  stack?: Now,
];

describe("the union of records, newest first", () => {
  test.for<Case>([
    ["one record, all of it", { "tag x": a }, [{ "tag x": a }], []],
    ["nothing was recorded and nothing is to be done", {}, [{}], []],
    ["items of two", { "tag x": a, "tag y": b }, [{ "tag y": b }, { "tag x": a }], []],
    ["one item in both", { "tag x": a }, [{ "tag x": a }, { "tag x": a }], []],
    ["one that nobody reviewed", { "tag x": a, "tag y": b }, [{ "tag x": a }], ["in-no-record tag y"]],
    [
      "another value than was reviewed",
      { "tag x": b },
      [{ "tag x": a }],
      ["in-no-record tag x", "not-present tag x"],
    ],
    [
      "another value before",
      { "tag x": item('"c"', '"a"') },
      [{ "tag x": a }],
      ["in-no-record tag x", "not-present tag x"],
    ],
    [
      "done in another way",
      { [X]: { ...a, how: "1" } },
      [{ [X]: a }],
      [`in-no-record ${X}`, `not-present ${X}`],
    ],
    ["half of one", { "tag x": a }, [{ "tag x": a, "tag y": b }], ["not-present tag y"]],
    ["half of an older one", { "tag z": a }, [{ "tag z": a }, { "tag x": a }], ["not-present tag x"]],
    ["a missing one that is in effect", { "tag x": a }, [{ "tag x": a, "tag y": b }], [], { "tag y": '"b"' }],
    [
      "a missing one, where the stack has something else",
      {},
      [{ "tag y": b }],
      ["not-present tag y"],
      { "tag y": '"c"' },
    ],
    [
      "a missing one, where the stack has nothing",
      {},
      [{ "tag y": b }],
      ["not-present tag y"],
      { "tag y": null },
    ],
    ["a missing removal that is in effect", {}, [{ "tag y": gone }], [], { "tag y": null }],
    ["a missing removal that nobody can tell", {}, [{ "tag y": gone }], ["not-present tag y"]],
    ["overridden by a later record", { "tag x": b }, [{ "tag x": b }, { "tag x": a }], []],
    [
      "overridden by a later one that is in effect",
      {},
      [{ "tag x": b }, { "tag x": a }],
      [],
      { "tag x": '"b"' },
    ],
    [
      "overridden by an earlier one: no",
      { "tag x": b },
      [{ "tag x": a }, { "tag x": b }],
      ["not-present tag x"],
    ],
    ["an item missing in two is told once", {}, [{ "tag x": a }, { "tag x": b }], ["not-present tag x"]],
    [
      "how a resource is changed, by any record",
      { [QUEUE]: replace, [X]: a, [Y]: b },
      [
        { [QUEUE]: modify, [X]: a },
        { [QUEUE]: replace, [Y]: b },
      ],
      [],
    ],
    [
      "and by an earlier one as well",
      { [QUEUE]: replace, [X]: a, [Y]: b },
      [
        { [QUEUE]: replace, [X]: a },
        { [QUEUE]: modify, [Y]: b },
      ],
      [],
    ],
    [
      "but only as one of them has it",
      { [QUEUE]: replace, [X]: a },
      [{ [QUEUE]: modify, [X]: a }],
      [`in-no-record ${QUEUE}`, `not-present ${QUEUE}`],
    ],
    [
      "a resource with which nothing is to be done any more",
      {},
      [{ [QUEUE]: modify, [X]: a }],
      [],
      { [X]: '"a"' },
    ],
    [
      "with which something else is to be done",
      { [QUEUE]: replace },
      [{ [QUEUE]: modify, [X]: a }],
      [`in-no-record ${QUEUE}`, `not-present ${QUEUE}`],
      { [X]: '"a"' },
    ],
    [
      "with which nothing is to be done, and it is not as reviewed",
      {},
      [{ [QUEUE]: modify, [X]: a }],
      [`not-present ${X}`],
      { [X]: '"c"' },
    ],
    [
      "with which nothing is to be done, and nothing says what it was",
      {},
      [{ [QUEUE]: modify }],
      [`not-present ${QUEUE}`],
    ],
    [
      "parts of another resource say nothing of it",
      {},
      [{ [QUEUE]: modify, "property Spare /Properties/X": a }],
      [`not-present ${QUEUE}`],
      { "property Spare /Properties/X": '"a"' },
    ],
    [
      "values alone say nothing of it",
      {},
      [{ [QUEUE]: modify, "values Queue": a }],
      [`not-present ${QUEUE}`],
      { "values Queue": '"a"' },
    ],
    [
      "names of every object",
      { constructor: a },
      [{ "tag x": a }],
      ["in-no-record constructor", "not-present tag x"],
    ],
  ])("%s", ([, now, records, expected, stack = {}]) => {
    const pulls = records.map((given, index) => recorded(9 - index, given));
    const found = differencesFromUnion(made(now), pulls, hashNow(stack));
    expect(found.map(({ name, why }) => `${why} ${name}`)).toEqual(expected);
  });

  test("a record without items supplies nothing, and asks for nothing", () => {
    const partial = pull({ record: recordOf(made({ "tag x": a }), { items: undefined }) });
    expect(differencesFromUnion(made({ "tag x": a }), [partial], hashNow({}))).toEqual([
      { name: "tag x", why: "in-no-record" },
    ]);
  });

  test("those supply whose very item is present", () => {
    const pulls = [
      recorded(9, { "tag x": b }),
      recorded(8, { "tag x": a }),
      recorded(7, {}),
      recorded(6, { "tag x": b }),
    ];
    expect(supplying(made({ "tag x": b }), pulls).map(({ number }) => number)).toEqual([9, 6]);
  });
});

describe("several merges at once", () => {
  const [C3, C2, C1] = ["3", "2", "1"].map((digit) => digit.repeat(40)) as [string, string, string];
  const decided = (
    now: Given,
    line: readonly LineCommit[],
    given: Partial<typeof policy> = {},
    stack: Now = {},
  ) =>
    decide(present({ digest: made(now), hashNow: hashNow(stack) }), history(...line), {
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
      explanation: "the changes are not those that were reviewed in #9: tag x was reviewed by nobody",
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
