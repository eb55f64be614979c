import { expect, test } from "vitest";
import { withoutLoops } from "../../../src/template/evaluate/loops.ts";
import type { Json, JsonObject } from "../../../src/template/model.ts";

const scope = { parameters: { List: "a, b", Stage: "prod" }, pseudo: { "AWS::Region": "us-east-1" } };
const Parameters = { List: { Type: "CommaDelimitedList" }, Stage: { Type: "String" } };
const Mappings = { Names: { prod: { All: ["x", "y"] } } };
const made = (Resources: JsonObject) =>
  withoutLoops({ Parameters, Mappings, Resources }, scope).Resources as JsonObject;
const loop = (list: Json, body: Json, name = "Id"): Json => [name, list, body];
/** A placeholder of a loop in a value. */
const put = (name: string) => `\${${name}}`;

test.each<[string, Json, readonly string[]]>([
  ["that is written", ["a", "b"], ["Qa", "Qb"]],
  ["of a parameter", { Ref: "List" }, ["Qa", "Qb"]],
  ["with a parameter in it", ["a", { Ref: "Stage" }], ["Qa", "Qprod"]],
  ["of a mapping", { "Fn::FindInMap": ["Names", { Ref: "Stage" }, "All"] }, ["Qx", "Qy"]],
  ["with numbers", [1, 2], ["Q1", "Q2"]],
  ["with nothing in it", [], []],
])("a loop makes an entry of each item of a list %s", (_, list, names) => {
  expect(Object.keys(made({ "Fn::ForEach::Q": loop(list, { "Q${Id}": {} }) }))).toEqual(names);
});

test("the item stands in names, texts, functions and references, and its letters and digits in names", () => {
  const body = {
    Name: { Ref: "Id" },
    Text: `${put("Id")}/${put("Other")}`,
    Sub: { "Fn::Sub": `${put("Stage")}-${put("Id")}` },
    Plain: { "Fn::GetAtt": [{ "Fn::Sub": `Q${put("Id")}` }, "Arn"] },
    Condition: `Is&{Id}`,
    List: [{ Ref: "Stage" }, 5, null],
  };
  expect(made({ "Fn::ForEach::Q": loop(["a.b"], { "Q&{Id}": body }) })).toEqual({
    Qab: {
      Name: "a.b",
      Text: `a.b/${put("Other")}`,
      Sub: { "Fn::Sub": `${put("Stage")}-a.b` },
      Plain: { "Fn::GetAtt": ["Qa.b", "Arn"] },
      Condition: "Isab",
      List: [{ Ref: "Stage" }, 5, null],
    },
  });
});

test("loops in loops, among properties, and in every section", () => {
  const inner = loop(
    ["1", `${put("Id")}2`],
    { "Q${Id}${No}": { "Fn::ForEach::P": loop(["x"], { "${N}": 1 }, "N") } },
    "No",
  );
  expect(made({ "Fn::ForEach::Q": loop(["a"], { "Fn::ForEach::R": inner }), Other: {} })).toEqual({
    ...{ Qa1: { x: 1 }, Qaa2: { x: 1 }, Other: {} },
  });
  const Conditions = { "Fn::ForEach::C": loop(["a"], { "Is${Id}": true }) };
  const Outputs = { "Fn::ForEach::O": loop(["a"], { "O${Id}": { Value: 1 } }) };
  expect(withoutLoops({ Conditions, Outputs }, scope)).toEqual({
    Conditions: { Isa: true },
    Outputs: { Oa: { Value: 1 } },
  });
});

test.each<[string, Json]>([
  ["what only CloudFormation knows", loop({ "Fn::ImportValue": "x" }, { "Q${Id}": {} })],
  ["no list", loop("a", { "Q${Id}": {} })],
  ["a list with something in it that is not known", loop(["a", { Ref: "Nowhere" }], { "Q${Id}": {} })],
  ["more than CloudFormation takes", loop(Array(6_000).fill("a"), { "Q${Id}": {} })],
  ["no body", loop(["a"], "odd")],
  ["nothing", null],
  ["no name", [1, ["a"], {}]],
])("a loop stays that goes through %s", (_, written) => {
  expect(made({ "Fn::ForEach::Q": written })).toEqual({ "Fn::ForEach::Q": written });
});

test("a loop that stays in another stays in each of its rounds", () => {
  const list = { "Fn::ImportValue": "x" };
  const inner = (id: string) => loop(list, { [`Q${id}${put("No")}`]: {} }, "No");
  const outer = (items: Json) => ({ "Fn::ForEach::Q": loop(items, { "Fn::ForEach::In": inner(put("Id")) }) });
  expect(made(outer(["a", "b"]))).toEqual({
    "Fn::ForEach::In a": inner("a"),
    "Fn::ForEach::In b": inner("b"),
  });
});

test("bodies that double each other end", () => {
  let body: Json = { "Q${Id}": "x".repeat(1_000) };
  for (let depth = 0; depth < 30; depth++)
    body = { [`Fn::ForEach::L${depth}`]: loop(["a", "b"], body, `L${depth}`) };
  expect(JSON.stringify(made(body as JsonObject)).length).toBeLessThan(20_000_000);
});

test("a template without loops is itself", () => {
  const template = { Resources: { Queue: { Properties: { "Fn::ForEach": 1 } } } };
  expect(withoutLoops(template, scope)).toBe(template);
});
