// biome-ignore-all lint/suspicious/noTemplateCurlyInString: GitHub's own notation
import { describe, expect, test } from "vitest";
import type { Scope } from "../expressions.ts";
import { readWorkflow } from "../read.ts";
import { strategyOf } from "./matrix.ts";

const found = {
  pairs: '[{"stack":"a","role":"x"},{"stack":"b"}]',
  whole: '{"include":[{"stack-name":"a"}]}',
  none: '{"include":[]}',
  words: '["one","two"]',
};
const scope: Scope = {
  contexts: {
    needs: { fields: { discover: { result: "success", outputs: found } } },
    vars: { fields: { MANY: "7" } },
  },
  status: "success",
};

const strategy = (text: string, name = "") => {
  const head = `on: push\njobs: {deploy: {${name}runs-on: ubuntu-latest, strategy: ${text}, steps: []}}\n`;
  return strategyOf("deploy", readWorkflow("a.yml", head).jobs.deploy!, scope);
};
const matrices = (text: string) => strategy(`{matrix: ${text}}`).legs.map(({ matrix }) => matrix);

describe("the jobs that a matrix makes", () => {
  test.for([
    ["{a: [1]}", [{ a: 1 }]],
    [
      "{version: [10, 12], os: [linux, mac]}",
      [
        { version: 10, os: "linux" },
        { version: 10, os: "mac" },
        { version: 12, os: "linux" },
        { version: 12, os: "mac" },
      ],
    ],
    // GitHub's own example of `include`.
    [
      `{fruit: [apple, pear], animal: [cat, dog], include: [{color: green}, {color: pink, animal: cat},
        {fruit: apple, shape: circle}, {fruit: banana}, {fruit: banana, animal: cat}]}`,
      [
        { fruit: "apple", animal: "cat", color: "pink", shape: "circle" },
        { fruit: "apple", animal: "dog", color: "green", shape: "circle" },
        { fruit: "pear", animal: "cat", color: "pink" },
        { fruit: "pear", animal: "dog", color: "green" },
        { fruit: "banana" },
        { fruit: "banana", animal: "cat" },
      ],
    ],
    ["{include: [{site: a}, {site: b, extra: true}]}", [{ site: "a" }, { site: "b", extra: true }]],
    ["{a: [1, 2], b: [3, 4], exclude: [{a: 1, b: 3}, {b: 4}]}", [{ a: 2, b: 3 }]],
    ["{a: [1], exclude: [{a: '1'}], include: [{b: 2}]}", [{ b: 2 }]],
    [
      "{os: [{name: mac, n: 1}, {name: linux, n: 2}], exclude: [{os: {name: MAC}}]}",
      [{ os: { name: "linux", n: 2 } }],
    ],
    ["{a: [x, y], include: [{a: X, b: 1}]}", [{ a: "x", b: 1 }, { a: "y" }]],
    ["'${{ fromJSON(needs.discover.outputs.whole) }}'", [{ "stack-name": "a" }]],
    [
      "{include: '${{ fromJSON(needs.discover.outputs.pairs) }}'}",
      [{ stack: "a", role: "x" }, { stack: "b" }],
    ],
    [
      "{word: '${{ fromJSON(needs.discover.outputs.words) }}', n: ['a${{ vars.MANY }}']}",
      [
        { word: "one", n: "a7" },
        { word: "two", n: "a7" },
      ],
    ],
  ] as const)("%s", ([text, expected]) => {
    expect(matrices(text)).toEqual(expected);
  });

  test.for([
    ["{}", "Matrix must define at least one vector"],
    ["{include: []}", "Matrix must define at least one vector"],
    ["'${{ fromJSON(needs.discover.outputs.none) }}'", "Matrix must define at least one vector"],
    ["{a: []}", "Matrix vector 'a' does not contain any values"],
    ["{a: 1}", "Matrix vector 'a' is not a list"],
    ["'${{ needs.discover.outputs.whole }}'", "is not a mapping"],
    ["{a: [1], exclude: [{b: 1}]}", "Matrix exclude key 'b' does not match any key within the matrix"],
    ["{a: [1], include: [{}]}", "Matrix include mapping does not contain any values"],
    [`{a: ${JSON.stringify(Array.from({ length: 257 }, (_, n) => n))}}`, "257 jobs; 256 at most"],
  ] as const)("%s is none", ([text, message]) => {
    expect(() => matrices(text)).toThrow(message);
  });

  test("256 of them", () => {
    const sixteen = JSON.stringify(Array.from({ length: 16 }, (_, n) => n));
    expect(matrices(`{a: ${sixteen}, b: ${sixteen}}`)).toHaveLength(256);
  });
});

describe("what a job of them knows", () => {
  test.for([
    ["{a: [x, y], n: [1]}", "", ["deploy (x, 1)", "deploy (y, 1)"]],
    ["{a: [x], include: [{a: x, more: z}, {a: v, more: w}]}", "", ["deploy (x)", "deploy (v, w)"]],
    ["{a: [{b: x, c: {d: 2}}]}", "name: Roll out, ", ["Roll out (x, 2)"]],
    ["{a: [x, y]}", "name: 'To ${{ matrix.a }}, ${{ strategy.job-index }}', ", ["To x, 0", "To y, 1"]],
  ] as const)("its name: %s", ([text, name, expected]) => {
    expect(strategy(`{matrix: ${text}}`, name).legs.map((leg) => leg.name)).toEqual(expected);
  });

  test.for([
    ["{matrix: {a: [1, 2]}}", true, 2],
    ["{matrix: {a: [1, 2]}, fail-fast: false, max-parallel: 1}", false, 1],
    ["{matrix: {a: [1, 2]}, fail-fast: '${{ vars.MANY == 7 }}', max-parallel: '${{ vars.MANY }}'}", true, 7],
  ] as const)("its strategy: %s", ([text, failFast, maxParallel]) => {
    const { legs, ...all } = strategy(text);
    expect(all).toEqual({ failFast, maxParallel });
    expect(legs[1]?.contexts.strategy.fields).toEqual({
      "fail-fast": failFast,
      "job-index": 1,
      "job-total": 2,
      "max-parallel": maxParallel,
    });
  });
});
