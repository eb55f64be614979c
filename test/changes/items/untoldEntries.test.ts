import { describe, expect, test } from "vitest";
import type { BindingSources } from "../../../src/changes/items/bind.ts";
import type { ResourceChange } from "../../../src/changes/model.ts";
import type { Json, JsonObject } from "../../../src/template/model.ts";
import { queue } from "../examples.ts";
import { bound } from "./examples.ts";

// CloudFormation lists no outputs and no hooks: what something else than the templates makes of them, no item tells.

const included = (value: JsonObject): JsonObject => ({ Name: "AWS::Include", Parameters: value });

describe("outputs and hooks are said to be bound by nothing", () => {
  const INCLUDED = { "Fn::Transform": included({ Location: "s3://a/b" }) };
  const IMPORTED = { "Fn::ImportValue": { "Fn::Sub": `\${Size}-url` } };
  const READ = { "Fn::GetStackOutput": { StackName: "a" } };
  const Parameters = { Size: { Type: "String" } };
  const said = (after: JsonObject, before = after, more: Partial<BindingSources> = {}) =>
    bound({
      changeSet: { resources: [], parameters: [] },
      templates: [
        {
          stackPath: [],
          before: { value: { Parameters, ...before } },
          after: { value: { Parameters, ...after } },
        },
      ],
      ...more,
    }).unbound;
  const output = (Value: Json, more: JsonObject = {}) => ({ Outputs: { Url: { Value, ...more } } });

  test.each<[string, JsonObject, readonly string[]]>([
    ["that a file has", { Outputs: { Plain: { Value: 1 }, ...INCLUDED } }, ["Outputs"]],
    ["that a file has in one", { Outputs: { Plain: { Value: 1 }, Url: INCLUDED } }, ["output Url"]],
    [
      "that a macro may make others",
      { Transform: ["AWS::LanguageExtensions", "Company::Macro"], ...output(1) },
      ["Outputs"],
    ],
    [
      "that a file at the top may have",
      { Transform: included({}), ...output(1), Hooks: { Blue: {} } },
      ["Outputs", "Hooks"],
    ],
    ["not that a macro may add where there are none", { Transform: "Company::Macro" }, []],
    ["that a file has among hooks", { Hooks: INCLUDED }, ["Hooks"]],
    ["that read another stack's", output(READ), ["output Url"]],
    ["that read it in a hook", { Hooks: { Blue: { Properties: READ } } }, ["hook Blue"]],
    [
      "that take from a mapping that a file has",
      { Mappings: INCLUDED, ...output({ "Fn::FindInMap": ["M", "a", "b"] }) },
      ["output Url"],
    ],
    ["not that the template says", output({ Ref: "Size" }), []],
    ["not that AWS's own macros make", { Transform: "AWS::Serverless-2016-10-31", ...output(1) }, []],
    ["not that are beside what a file has", { Metadata: INCLUDED, ...output(1) }, []],
    ["not that import as before", output(IMPORTED), []],
  ])("%s", (_, template_, expected) => {
    expect(said(template_)).toEqual(expected);
    // Where CloudFormation finds nothing to change, nothing is executed.
    expect(said(template_, template_, { changeSet: undefined })).toEqual([]);
  });

  test("that import what the stack does not hold yet", () => {
    expect(said(output(IMPORTED), {})).toEqual(["output Url"]);
    expect(said(output(IMPORTED), output(1))).toEqual(["output Url"]);
    const parameters = [{ name: "Size", value: "2" }];
    const changed = {
      changeSet: { resources: [], parameters },
      parameters: parameters.map((one) => ({ ...one, noEcho: false, source: "given" as const })),
    };
    expect(said(output(IMPORTED), output(IMPORTED), changed)).toEqual(["output Url"]);
    const held = { "Fn::ImportValue": "url" };
    const chosen = (Value: Json) => ({ "Fn::If": ["IsOn", Value, Value] });
    const Condition = "IsOn";
    for (const value of [IMPORTED, held, chosen(held)])
      expect(said(output(value, { Description: "new" }), output(value))).toEqual([]);
    const joined = { "Fn::Join": ["/", [held, "a"]] };
    expect(said(output(joined, { Export: { Name: "e" } }), output(held))).toEqual([]);
    expect(said(output(joined), output(chosen(held)))).toEqual(["output Url"]);
    expect(said(output(joined), output(held, { Condition }))).toEqual(["output Url"]);
    expect(said(output([joined, IMPORTED]), output(held))).toEqual(["output Url"]);
    const { Url: gone } = output(IMPORTED).Outputs;
    expect(said({}, { Outputs: { Url: gone } })).toEqual([]);
  });

  test("in a nested stack that is updated", () => {
    const Net = { Type: "AWS::CloudFormation::Stack", Properties: { Parameters: { Size: 1 } } };
    const Stored = { Type: "AWS::SSM::Parameter::Value<String>" };
    const values = [
      { Resources: { Net } },
      { Parameters: { Size: Stored }, Outputs: { Url: { Value: READ }, Size: { Value: { Ref: "Size" } } } },
    ];
    const templates = values.map((value, depth) => ({
      ...{ stackPath: ["Net"].slice(0, depth), before: { value }, after: { value } },
    }));
    const inner = { ...queue, stackPath: [], logicalId: "Net", type: "AWS::CloudFormation::Stack" };
    const of = (resources: readonly ResourceChange[]) =>
      said({}, {}, { templates, changeSet: { resources, parameters: [] } });
    expect(of([inner])).toEqual(["output Net/Url", "output Net/Size"]);
    expect(of([])).toEqual([]);
  });

  test("that hang on a nested stack, where that is updated", () => {
    const Net = { Type: "AWS::CloudFormation::Stack", Properties: {} };
    const Stored = { Type: "AWS::SSM::Parameter::Value<String>", Default: "/a" };
    const url = { "Fn::GetAtt": "Net.Outputs.Url" };
    const of = (Value: Json, logicalId: string) => {
      const inside = { Parameters: { Size: Stored }, ...output(Value) };
      const templates = [{ Resources: { Net }, ...output(url) }, inside].map((value, depth) => ({
        ...{ stackPath: ["Net"].slice(0, depth), before: { value }, after: { value } },
      }));
      const resources = [{ ...queue, logicalId, type: Net.Type }];
      return said({}, {}, { templates, changeSet: { resources, parameters: [] } });
    };
    for (const value of [{ Ref: "Size" }, READ, INCLUDED]) {
      expect(of(value, "Net")).toEqual(["output Url", "output Net/Url"]);
      expect(of(value, "Other")).toEqual([]);
    }
  });
});
