import { describe, expect, test } from "vitest";
import { differencesFromUnion, supplying } from "../../../src/changes/review/union.ts";
import { item } from "../examples.ts";
import { pull, recordOf } from "./examples.ts";
import { factsOf, type Given, made, type Now, recorded } from "./unionExamples.ts";

const a = item(null, '"a"');
const b = item(null, '"b"');
const gone = item('"a"', null);
const modify = item(null, null, '"modify"');
const replace = item(null, null, '"replace"');
const [QUEUE, X, Y] = ["resource Queue", "property Queue /Properties/X", "definition Queue /Properties/Y"];

const [NET, WHOLE] = ["resource Net", "property Net /Properties"];
const [WRITTEN, BEHIND] = ["definition Queue /Properties/X", "values Queue /Properties/X"];
const later = item(null, '"later"');

type Case = readonly [
  name: string,
  now: Given,
  records: readonly Given[],
  differences: readonly string[],
  stack?: Now,
  open?: Now,
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
      "a nested stack in which nothing is to be done any more",
      {},
      [{ [NET]: modify, [WHOLE]: item(null, null, "x"), "property Net/Queue /Properties/X": a }],
      [],
      { "property Net/Queue /Properties/X": '"a"' },
    ],
    [
      "with another output",
      {},
      [{ [NET]: modify, [WHOLE]: item(null, null, "x"), "output Net/Url": a }],
      [],
      { "output Net/Url": '"a"' },
    ],
    [
      "in which something else is to be done",
      { [NET]: replace },
      [{ [NET]: modify, [WHOLE]: item(null, null, "x"), "output Net/Url": a }],
      [`in-no-record ${NET}`, `not-present ${NET}`, `not-present ${WHOLE}`],
      { "output Net/Url": '"a"' },
    ],
    [
      "of which nothing says what it was",
      {},
      [{ [NET]: modify, [WHOLE]: item(null, null, "x"), "output Network/Url": a, "output Url": a }],
      [`not-present ${WHOLE}`],
      { "output Network/Url": '"a"', "output Url": '"a"' },
    ],
    [
      "all properties of a resource, of which nothing is told: not by what is written of one",
      {},
      [{ [QUEUE]: modify, "property Queue /Properties": item(null, null, "x"), [WRITTEN]: a }],
      ["not-present property Queue /Properties"],
      { [WRITTEN]: '"a"' },
      { "property Queue /Properties": null },
    ],
    [
      "what is known later, as it is written and all behind it",
      {},
      [{ [X]: later, [WRITTEN]: a, [BEHIND]: b, "values Queue": b, "values Queue /Properties/Xylophone": b }],
      ["not-present values Queue /Properties/Xylophone"],
      { [WRITTEN]: '"a"', [BEHIND]: '"b"', "values Queue": '"b"' },
      { [X]: '"later"' },
    ],
    [
      "which goes, as it is written",
      {},
      [{ [X]: gone, [WRITTEN]: gone }],
      [],
      { [WRITTEN]: null },
      { [X]: null },
    ],
    [
      "as all around it is written",
      {},
      [{ "property Queue Metadata /Metadata/X/0": later, "definition Queue /Metadata": a }],
      [],
      { "definition Queue /Metadata": '"a"' },
      { "property Queue Metadata /Metadata/X/0": '"later"' },
    ],
    [
      "which the stack has in another way",
      {},
      [{ [X]: later, [WRITTEN]: a }],
      [`not-present ${X}`],
      { [WRITTEN]: '"a"' },
      { [X]: '"later, too"' },
    ],
    [
      "of which nothing is known",
      {},
      [{ [X]: gone, [WRITTEN]: gone }],
      [`not-present ${X}`],
      { [WRITTEN]: null },
    ],
    ["which nobody wrote", {}, [{ [X]: later }], [`not-present ${X}`], {}, { [X]: '"later"' }],
    [
      "of which somebody wrote a part",
      {},
      [{ [X]: later, [`${WRITTEN}/Part`]: a }],
      [`not-present ${X}`],
      { [`${WRITTEN}/Part`]: '"a"' },
      { [X]: '"later"' },
    ],
    [
      "of which somebody wrote what is beside it, or is called alike",
      {},
      [{ [X]: later, [Y]: a, [`${WRITTEN}Y`]: a, "definition Spare /Properties/X": a }],
      [`not-present ${X}`],
      { [Y]: '"a"', [`${WRITTEN}Y`]: '"a"', "definition Spare /Properties/X": '"a"' },
      { [X]: '"later"' },
    ],
    [
      "which is written otherwise by now, as a later record has it",
      {},
      [{ [WRITTEN]: b }, { [X]: later, [WRITTEN]: a }],
      [`not-present ${X}`],
      { [WRITTEN]: '"b"' },
      { [X]: '"later"' },
    ],
    [
      "behind a part of which is something else by now, as a later record has it",
      {},
      [{ [`${BEHIND}/Part`]: b }, { [X]: later, [WRITTEN]: a, [`${BEHIND}/Part`]: a }],
      [`not-present ${X}`],
      { [WRITTEN]: '"a"', [`${BEHIND}/Part`]: '"b"' },
      { [X]: '"later"' },
    ],
    [
      "with whose resource something is to be done",
      { [Y]: b },
      [{ [X]: later, [WRITTEN]: a, [Y]: b }],
      [`not-present ${X}`],
      { [WRITTEN]: '"a"' },
      { [X]: '"later"' },
    ],
    [
      "which is known by now, and is something else",
      {},
      [{ [X]: later, [WRITTEN]: a }],
      [`not-present ${X}`],
      { [X]: '"c"', [WRITTEN]: '"a"' },
      { [X]: '"later"' },
    ],
    [
      "names of every object",
      { constructor: a },
      [{ "tag x": a }],
      ["in-no-record constructor", "not-present tag x"],
    ],
  ])("%s", ([, now, records, expected, stack = {}, open = {}]) => {
    const pulls = records.map((given, index) => recorded(9 - index, given));
    const found = differencesFromUnion(made(now), pulls, factsOf(stack, open));
    expect(found.map(({ name, why }) => `${why} ${name}`)).toEqual(expected);
  });

  test("a record without items supplies nothing, and asks for nothing", () => {
    const partial = pull({ record: recordOf(made({ "tag x": a }), { items: undefined }) });
    expect(differencesFromUnion(made({ "tag x": a }), [partial], factsOf({}))).toEqual([
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

describe("what is said of a resource that will not be there", () => {
  const recordedItems = {
    ...{ [QUEUE]: modify, [X]: a, "property Queue Tags /Tags/0": a, [BEHIND]: a, "values Queue": a },
    "made Queue": a,
  };
  const found = (given: Given, gone: readonly string[]) =>
    differencesFromUnion(made({}), [recorded(9, given)], factsOf({}, {}, gone)).map(({ name }) => name);

  test("is left out, but for what is written of it", () => {
    expect(found({ ...recordedItems, [Y]: a, "definition Queue": a }, ["Queue"])).toEqual([
      Y,
      "definition Queue",
    ]);
  });

  test("is not left out of another's, nor of an output's or a hook's of its name", () => {
    // That a resource is changed is told by its parts.
    const parts = Object.keys(recordedItems).filter((name) => name !== QUEUE);
    expect(found(recordedItems, ["Spare"])).toEqual(parts);
    const named = { "values output Queue": a, "values hook Net/Queue": a, "output Queue": a, "tag Queue": a };
    expect(found(named, ["output", "hook", "Queue", "Net/Queue"])).toEqual(Object.keys(named));
  });
});

test("a record whose other items are in effect already supplies what is left of it", () => {
  const record = recorded(1, { "tag x": a, "tag y": b });
  expect(supplying(made({ "tag x": a }), [record])).toEqual([record]);
  expect(supplying(made({ "tag y": b }), [record])).toEqual([record]);
});
