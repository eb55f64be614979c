import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  decodeSettlements,
  encodeSettlements,
  isUnknownTo,
  maySettle,
  type Settlement,
} from "../../src/deployments/settlements.ts";

const stack = (stackName: string, label?: string) => ({ stackName, region: "us-east-1", label });
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
    expect(maySettle(text, stack("stack-0"))).toBe(true);
    expect(maySettle(text, stack("stack-2999"))).toBe(true);
  });

  test("where all fit, no other may be", () => {
    const text = encodeSettlements(many(300), ["open (us-east-1)"]);
    expect(decodeSettlements(text).size).toBe(300);
    expect(maySettle(text, stack("stack-299"))).toBe(true);
    expect(maySettle(text, stack("stack-300"))).toBe(false);
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

describe("a stack whose label has changed", () => {
  const named = (name: string, open: readonly string[] = []) =>
    encodeSettlements(
      many(1, () => name),
      open,
    );

  test.for([
    ["app (us-east-1)", "prod"],
    ["app (prod, us-east-1)", undefined],
    ["app (prod, us-east-1)", "test"],
  ] as const)("may be settled as %s for the label %s", ([name, label]) => {
    expect(maySettle(named(name), stack("app", label))).toBe(true);
  });

  test("is not another stack, and not in another region", () => {
    for (const name of [
      "my app (us-east-1)",
      "app-2 (us-east-1)",
      "app (us-east-1, eu-west-1)",
      "app us-east-1)",
    ])
      expect(maySettle(named(name), stack("app", "prod"))).toBe(false);
  });

  test("is not another account's, where it is known beside that one", () => {
    const text = named("app (test, us-east-1)", ["app (prod, us-east-1)"]);
    expect(maySettle(text, stack("app", "prod"))).toBe(false);
    expect(maySettle(text, stack("app", "test"))).toBe(true);
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
  expect(maySettle(text, stack("a"))).toBe(false);
  expect(isUnknownTo(text, "f")).toBe(false);
});
