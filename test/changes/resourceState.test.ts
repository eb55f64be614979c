import { describe, expect, test } from "vitest";
import type { PropertyChange, ResourceChange } from "../../src/changes/model.ts";
import { parseValue, propertiesOf, resourceStates } from "../../src/changes/resourceState.ts";
import { queue } from "./examples.ts";

const [detail] = queue.details as [PropertyChange];
const OLD = { Properties: { A: 1 } };
const NEW = { Properties: { A: 2 } };

function statesOf(more: Partial<ResourceChange>) {
  return resourceStates({ ...queue, details: [{ ...detail, name: "A", path: "/Properties/A" }], ...more });
}

describe("with both contexts the states are complete", () => {
  test.each<[Partial<ResourceChange>, object]>([
    [
      { before: OLD, after: NEW },
      { before: { A: 1 }, after: { A: 2 }, complete: true },
    ],
    [
      { action: "Add", before: OLD, after: NEW },
      { before: undefined, after: { A: 2 }, complete: true },
    ],
    [
      { action: "Import", after: NEW },
      { before: undefined, after: { A: 2 }, complete: true },
    ],
    [
      { action: "Remove", before: OLD, after: NEW },
      { before: { A: 1 }, after: undefined, complete: true },
    ],
    [{ before: OLD }, { before: { A: 1 }, after: { A: "60" }, complete: false }],
    [{ after: NEW }, { before: { A: "30" }, after: { A: 2 }, complete: false }],
    [{ action: "Add" }, { before: undefined, after: { A: "60" }, complete: false }],
    [{ action: "Remove" }, { before: { A: "30" }, after: undefined, complete: false }],
  ])("%j", (more, states) => {
    expect(statesOf(more)).toEqual(states);
  });
});

describe("without contexts", () => {
  const changedTo = (...details: readonly Partial<PropertyChange>[]) =>
    statesOf({ details: details.map((it) => ({ ...detail, ...it })) }).after;

  test("what the property changes tell is put together", () => {
    const both = [
      { name: "A", path: "/Properties/A/B", after: "1" },
      { name: "A", path: "/Properties/A/C", after: '{"D":2}' },
      { name: "E", path: "/Properties/E/F", after: "3" },
    ];
    expect(changedTo(...both)).toEqual({ A: { B: "1", C: { D: 2 } }, E: { F: "3" } });
  });

  test("a change without a path is of the whole property, and so is one whose path is too short", () => {
    const { path: _, ...pathless } = detail;
    expect(statesOf({ details: [{ ...pathless, name: "A" }] }).after).toEqual({ A: "60" });
    expect(changedTo({ name: "A", path: "/Properties" })).toEqual({ A: "60" });
  });

  test("what is no property, or has no name or value, is none", () => {
    const { name: _, ...nameless } = detail;
    const { after: __, ...valueless } = detail;
    const details = [{ ...detail, attribute: "Metadata" }, nameless, valueless];
    expect(statesOf({ details }).after).toStrictEqual({});
  });

  test("no path leads out of the properties", () => {
    const states = changedTo({ name: "A", path: "/Properties/__proto__/polluted" });
    expect(states).toEqual({});
    expect(states).not.toHaveProperty("polluted");
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe("the properties of a context", () => {
  test.each([
    [{ Properties: { A: 1 }, DeletionPolicy: "Retain" }, { A: 1 }],
    [{ DeletionPolicy: "Retain", Other: 1 }, {}],
    [{ A: 1 }, { A: 1 }],
    [
      { Properties: "odd", A: 1 },
      { Properties: "odd", A: 1 },
    ],
    [{}, {}],
    ["text", undefined],
    [undefined, undefined],
  ])("%j", (context, properties) => {
    expect(propertiesOf(context as never)).toEqual(properties);
  });
});

test.each([
  ["60", "60"],
  ["true", "true"],
  ['{"a":1}', { a: 1 }],
  [" [1]", [1]],
  ['{"a":"cut of', '{"a":"cut of'],
  ["arn[1]", "arn[1]"],
  ["x {}", "x {}"],
  ['"a\\/{}"', '"a\\/{}"'],
])("the value of %j", (text, value) => {
  expect(parseValue(text)).toEqual(value);
});
