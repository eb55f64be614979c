import { describe, expect, test } from "vitest";
import { choicesOf, choosersIn } from "../../src/template/choices.ts";
import type { Json } from "../../src/template/model.ts";

const IF = { "Fn::If": ["IsOn", "a", "b"] };
const SELECT = { "Fn::Select": [{ Ref: "Index" }, ["a", "b"]] };
const SPLIT = { "Fn::Select": [{ Ref: "Index" }, { "Fn::Split": [",", "a,b"] }] };
const FIND = { "Fn::FindInMap": ["Map", { Ref: "Top" }, "key", { DefaultValue: IF }] };

describe("the choices in a value", () => {
  test.each<[string, Json, readonly (readonly [string, Json])[]]>([
    ["none of what takes none", { A: { Ref: "B" }, C: ["d", 1, null] }, []],
    ["none by a number that is written", { "Fn::Select": [0, ["a", "b"]] }, []],
    ["none of what a mapping has", { "Fn::FindInMap": ["Map", "top", "key"] }, []],
    [
      "a condition, with what it holds",
      { A: { "Fn::If": ["IsOn", IF, 1] } },
      [["A", { "Fn::If": ["IsOn", IF, 1] }]],
    ],
    ["an index", { A: SELECT }, [["A", SELECT]]],
    ["an index into what is split", { A: SPLIT }, [["A", SPLIT]]],
    ["a default", FIND, [["", FIND]]],
    [
      "an item of a list as a whole",
      { A: [1, { Name: "N", Value: IF }] },
      [["A/1", { Name: "N", Value: IF }]],
    ],
    ["the outer item of lists in lists", { A: [{ B: [{ C: IF }] }] }, [["A/0", { B: [{ C: IF }] }]]],
  ])("%s", (_, value, expected) => {
    expect(choicesOf(value, []).map(({ path, value: choice }) => [path.join("/"), choice])).toEqual(expected);
  });
});

test("what decides which of its values each of them takes", () => {
  const value = {
    ...{ A: [{ Name: "N", Value: { "Fn::If": ["IsOn", SELECT, "b"] } }], B: FIND, C: { Ref: "No" } },
    D: { "Fn::Sub": ["x", { Y: { "Fn::FindInMap": ["Map", { Ref: "Named" }, "key"] } }] },
    E: { "Fn::Select": [0, { "Fn::FindInMap": ["Map", "top", { Ref: "Key" }] }] },
    F: { "Fn::Select": [{ Ref: "Which" }, { Ref: "List" }] },
    G: { "Fn::FindInMap": ["Map", "top", "key"] },
    // A function that names what is taken (AWS::LanguageExtensions).
    H: { "Fn::GetAtt": [{ Ref: "Of" }, { "Fn::Sub": `Outputs.\${Which}` }] },
    I: { "Fn::GetAtt": ["Net", "Outputs.Url"] },
    J: { Ref: { "Fn::Sub": `\${Which}` } },
    K: { Ref: { Plain: "x" }, Beside: { Ref: { Ref: "Named" } } },
  };
  expect(choosersIn(value)).toEqual([
    { Condition: "IsOn" },
    { Ref: "Index" },
    { "Fn::FindInMap": ["Map", { Ref: "Top" }, "key"] },
    { Condition: "IsOn" },
    { Ref: "Named" },
    { Ref: "Key" },
    { Ref: "Which" },
    { Ref: "Of" },
    { "Fn::Sub": `Outputs.\${Which}` },
    { "Fn::Sub": `\${Which}` },
    { Ref: "Named" },
  ]);
});
