import { describe, expect, test } from "vitest";
import { differencesFromUnion, supplying } from "../../../src/changes/review/union.ts";
import { item } from "../examples.ts";
import { pull, recordOf } from "./examples.ts";
import { type Given, hashNow, made, type Now, recorded } from "./unionExamples.ts";

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

test("a record whose other items are in effect already supplies what is left of it", () => {
  const record = recorded(1, { "tag x": a, "tag y": b });
  expect(supplying(made({ "tag x": a }), [record])).toEqual([record]);
  expect(supplying(made({ "tag y": b }), [record])).toEqual([record]);
});
