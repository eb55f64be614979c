import { describe, expect, test } from "vitest";
import {
  definitionOf,
  referredValues,
  valuesBehind,
  wantedTemplates,
} from "../../../src/changes/items/references.ts";
import type { Json, JsonObject } from "../../../src/template/model.ts";

const VALUES = ["Size", "Stage", "Zone", "Password"].map((name) => ({ name, value: `the ${name}` }));
const CONDITIONS = {
  IsLarge: { "Fn::Equals": [{ Ref: "Size" }, "9"] },
  IsLargeHere: { "Fn::And": [{ Condition: "IsLarge" }, { "Fn::Equals": [{ Ref: "Zone" }, "a"] }] },
  Round: { "Fn::Not": [{ Condition: "Round" }] },
};

/** The names of the parameters that a resource refers to. */
function referred(definition: JsonObject, values = VALUES): JsonObject {
  const template = {
    Parameters: { Size: { NoEcho: false }, Password: { NoEcho: "TRUE" }, Zone: "odd" },
    Conditions: CONDITIONS,
    Resources: { Queue: definition, Other: { Properties: { A: { Ref: "Stage" } } } },
  };
  return JSON.parse(referredValues(template, "Queue", values)) as JsonObject;
}

const names = (definition: JsonObject) => Object.keys(referred(definition)).sort();
const property = (value: Json): JsonObject => ({ Properties: { A: value } });

describe("a resource refers to parameters", () => {
  test.each<[string, JsonObject, readonly string[]]>([
    ["by Ref", property({ Ref: "Size" }), ["Size"]],
    ["by Fn::Sub", property({ "Fn::Sub": `\${Size}-\${Stage}` }), ["Size", "Stage"]],
    [
      "by Fn::Sub with variables",
      property({ "Fn::Sub": [`\${X}-\${Stage}`, { X: { Ref: "Zone" } }] }),
      ["Stage", "Zone"],
    ],
    [
      "by Fn::If, and by what its condition refers to",
      property({ "Fn::If": ["IsLarge", { Ref: "Zone" }, 1] }),
      ["Size", "Zone"],
    ],
    ["by a condition of a condition", property({ "Fn::If": ["IsLargeHere", 1, 2] }), ["Size", "Zone"]],
    ["by the condition under which it is made", { Condition: "IsLarge" }, ["Size"]],
    [
      "by that beside all else that it has",
      { Type: "AWS::SQS::Queue", Condition: "IsLarge", ...property({ Ref: "Zone" }) },
      ["Size", "Zone"],
    ],
    ["by a condition that refers to itself", { Condition: "Round" }, []],
    ["by none", property("Size"), []],
    ["by a name that is none", property({ Ref: "Nowhere" }), []],
    [
      "by functions that are written wrongly",
      {
        Condition: 1,
        Properties: {
          A: { Ref: ["Size"] },
          B: { "Fn::Sub": 1 },
          C: { "Fn::Sub": [] },
          D: { "Fn::If": "IsLarge" },
          E: { "Fn::If": [1, 2, 3] },
        },
      },
      [],
    ],
    ["by a condition that is not there", { Condition: "toString" }, []],
  ])("%s", (_, definition, expected) => {
    expect(names(definition)).toEqual(expected);
  });
});

test("a secret is one by the word true alone", () => {
  const noEcho = (NoEcho: Json) =>
    referredValues(
      { Parameters: { Size: { NoEcho } }, Resources: { Queue: property({ Ref: "Size" }) } },
      "Queue",
      VALUES.slice(0, 1),
    );
  for (const yes of [true, "true", "True"]) expect(noEcho(yes)).toBe('{"Size":"NoEcho"}');
  for (const no of [false, "untrue", "true?", null]) expect(noEcho(no)).toBe('{"Size":["the Size",null]}');
});

test("other functions name no parameter, and a list is no condition", () => {
  expect(names(property({ "Fn::ImportValue": "Size" }))).toEqual([]);
  expect(names(property({ "Fn::GetAZs": `\${Size}` }))).toEqual([]);
  expect(names(property({ "Fn::Join": ["IsLarge", []] }))).toEqual([]);
  expect(names(property({ "Fn::If": null }))).toEqual([]);
  expect(names(property({ Condition: ["IsLarge"] }))).toEqual([]);
});

test("each with its value, and with what an SSM parameter stands for; a secret by its name only", () => {
  const definition = property([{ Ref: "Size" }, { Ref: "Zone" }, { Ref: "Password" }]);
  const values = [
    { name: "Size", value: "1" },
    { name: "Zone", value: "/zone", resolved: "eu-west-1a" },
    { name: "Password", value: "****" },
  ];
  expect(referred(definition, values)).toEqual({
    Size: ["1", null],
    Zone: ["/zone", "eu-west-1a"],
    Password: "NoEcho",
  });
});

test("a resource that is not there refers to nothing, nor does one of a template without sections", () => {
  expect(referredValues({ Resources: {} }, "Queue", VALUES)).toBe("{}");
  expect(referredValues({}, "Queue", VALUES)).toBe("{}");
});

test("a resource is looked for in its own stack's template", () => {
  const templates = wantedTemplates(
    [["A", "BC"], ["AB"]].map((stackPath) => ({
      ...{ stackPath, before: undefined },
      after: { value: { Resources: { C: stackPath } } },
    })),
  );
  expect(definitionOf({ stackPath: ["AB"], logicalId: "C" }, templates)).toEqual(["AB"]);
  expect(definitionOf({ stackPath: ["A", "BC"], logicalId: "C" }, templates)).toEqual(["A", "BC"]);
  expect(definitionOf({ stackPath: ["AB", "C"], logicalId: "C" }, templates)).toBeUndefined();
  expect(definitionOf({ stackPath: ["AB"], logicalId: "toString" }, templates)).toBeUndefined();
});

describe("the values behind a resource of a nested stack", () => {
  const stackWith = (given: Json): JsonObject => ({
    Type: "AWS::CloudFormation::Stack",
    Properties: { TemplateURL: "x", Parameters: given },
  });
  const inner: JsonObject = {
    Conditions: { IsOn: { "Fn::Equals": [{ Ref: "Flag" }, "on"] } },
    Resources: { Queue: { Condition: "IsOn", Properties: { A: { Ref: "Title" } } } },
  };
  const root = (given: Json): JsonObject => ({
    Parameters: { Password: { NoEcho: true } },
    Conditions: CONDITIONS,
    Resources: { Net: stackWith(given) },
  });
  const pair = (stackPath: readonly string[], value: JsonObject) => ({
    stackPath,
    before: undefined,
    after: { value },
  });
  const behind = (given: Json, more = [pair(["Net"], inner)], path = ["Net", "Queue"]) =>
    Object.keys(
      JSON.parse(valuesBehind(wantedTemplates([pair([], root(given)), ...more]), path, VALUES)),
    ).sort();

  test("are those that its stack is given for what it refers to", () => {
    const given = { Title: { Ref: "Size" }, Flag: { "Fn::Sub": `\${Stage}` }, Other: { Ref: "Zone" } };
    expect(behind(given)).toEqual(["Size", "Stage"]);
    expect(behind({ Title: { "Fn::If": ["IsLargeHere", 1, 2] } })).toEqual(["Size", "Zone"]);
    expect(behind({ Title: "plain" })).toEqual([]);
    expect(behind(null)).toEqual([]);
  });

  test("are all that a function gives", () => {
    expect(behind({ "Fn::Transform": { Name: "M", Parameters: { A: { Ref: "Zone" } } } })).toEqual(["Zone"]);
  });

  test("are all that its stack is given where its template cannot be read", () => {
    expect(behind({ Title: { Ref: "Size" }, Other: { Ref: "Zone" } }, [])).toEqual(["Size", "Zone"]);
  });

  test("go through every stack on the way", () => {
    const middle: JsonObject = {
      Resources: { Deep: stackWith({ Title: { Ref: "Passed" }, Flag: { Ref: "Ignored" } }) },
    };
    const deep: JsonObject = { Resources: { Queue: { Properties: { A: { Ref: "Title" } } } } };
    const more = [pair(["Net"], middle), pair(["Net", "Deep"], deep)];
    const given = { Passed: { Ref: "Stage" }, Ignored: { Ref: "Size" } };
    expect(behind(given, more, ["Net", "Deep", "Queue"])).toEqual(["Stage"]);
  });

  test("are none without the root's template", () => {
    expect(valuesBehind(wantedTemplates([pair(["Net"], inner)]), ["Net", "Queue"], VALUES)).toBe("{}");
  });
});
