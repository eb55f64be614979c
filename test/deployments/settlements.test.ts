import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  decodeSettlements,
  encodeSettlements,
  isUnknownTo,
  maySettle,
  type Settlement,
} from "../../src/deployments/settlements.ts";

const settlement: Settlement = { commit: "c".repeat(40), sources: "d".repeat(64) };
const many = (count: number, name = (i: number) => `stack-${i} (us-east-1)`) =>
  new Map(Array.from({ length: count }, (_, i) => [name(i), settlement] as const));

test("they come back as they were written, whatever the names", () => {
  const name = fc.string({ unit: "binary" }).filter((text) => text !== "__proto__");
  const text = fc.string();
  const given = fc.array(
    fc.tuple(name, fc.record({ commit: text, sources: text }, { noNullPrototype: true })),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(given, (pairs) => {
      const settlements = new Map(pairs);
      const read = decodeSettlements(encodeSettlements(settlements, []));
      expect(Object.fromEntries(read)).toEqual(Object.fromEntries(settlements));
    }),
  );
});

describe("what does not fit", () => {
  test.for([
    ["plain names", (i: number) => `stack-${i} (us-east-1)`],
    ["labels that JSON writes longer", (i: number) => `stack-${i} (${'"\\\u0001'.repeat(20)}, us-east-1)`],
    ["labels of many bytes", (i: number) => `stack-${i} (${"ü€".repeat(20)}, us-east-1)`],
  ] as const)("is left out, and may be any: %s", ([, name]) => {
    const text = encodeSettlements(many(3_000, name), []);
    expect(text.length).toBeLessThan(65_536);
    const read = decodeSettlements(text);
    expect(read.size).toBeGreaterThan(100);
    expect(read.size).toBeLessThan(3_000);
    expect(maySettle(text, name(0))).toBe(true);
    expect(maySettle(text, name(2_999))).toBe(true);
  });

  test("where all fit, no other may be", () => {
    const text = encodeSettlements(many(300), ["open (us-east-1)"]);
    expect(decodeSettlements(text).size).toBe(300);
    expect(maySettle(text, "stack-299 (us-east-1)")).toBe(true);
    expect(maySettle(text, "stack-300 (us-east-1)")).toBe(false);
    expect(isUnknownTo(text, "stack-300 (us-east-1)")).toBe(true);
    expect(isUnknownTo(text, "stack-299 (us-east-1)")).toBe(false);
    expect(isUnknownTo(text, "open (us-east-1)")).toBe(false);
  });

  test("where not all fit, none is unknown for certain", () => {
    const names = Array.from({ length: 5_000 }, (_, i) => `open-${i} (us-east-1)`);
    expect(isUnknownTo(encodeSettlements(many(1), names), "stack-3 (us-east-1)")).toBe(false);
    expect(isUnknownTo(encodeSettlements(many(3_000), []), "stack-3000 (us-east-1)")).toBe(false);
  });
});

const fenced = (value: unknown) => `\`\`\`json\n${JSON.stringify(value)}\n\`\`\``;

test.for<readonly [string, string]>([
  ["nothing", ""],
  ["other text", "Looking for what is to be deployed"],
  ["no JSON", "```json\n{\n```"],
  ["an open fence", `\`\`\`json\n{"version":1,"stacks":{"a":["c","d"]}}`],
  ["text before it", `x${fenced({ version: 1, stacks: { a: ["c", "d"] } })}`],
  ["a list", fenced([1])],
  ["null", fenced(null)],
  ["another version", fenced({ version: 2, stacks: { a: ["c", "d"] } })],
  ["no stacks", fenced({ version: 1 })],
  ["stacks that are a list", fenced({ version: 1, stacks: [["c", "d"]] })],
  [
    "entries of other forms",
    fenced({ version: 1, stacks: { a: "c", b: ["c"], c: [1, 2], d: null, e: { 0: "c", 1: "d" } } }),
  ],
])("none is read from %s", ([, text]) => {
  expect(decodeSettlements(text).size).toBe(0);
  expect(maySettle(text, "a")).toBe(false);
  expect(isUnknownTo(text, "f")).toBe(false);
});
