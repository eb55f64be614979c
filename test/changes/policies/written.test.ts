import { describe, expect, test } from "vitest";
import type { ResourceChange } from "../../../src/changes/model.ts";
import { writtenStates } from "../../../src/changes/policies/written.ts";
import type { Scope } from "../../../src/template/evaluate/evaluate.ts";
import type { Json, JsonObject } from "../../../src/template/model.ts";

const pseudo = { "AWS::Region": "eu-central-1", "AWS::AccountId": "111122223333" };

function changeOf(logicalId: string, more: Partial<ResourceChange> = {}): ResourceChange {
  return {
    ...{ stackPath: [], action: "Modify", logicalId, type: "AWS::S3::BucketPolicy", scope: ["Properties"] },
    ...{ details: [], withoutValues: true },
    ...more,
  };
}

const resource = (Properties: JsonObject, Type = "AWS::S3::BucketPolicy"): JsonObject => ({
  Type,
  Properties,
});
const OTHERS: JsonObject = {
  Bucket: resource({}, "AWS::S3::Bucket"),
  Made: resource({}, "Custom::Lookup"),
  Net: resource({}, "AWS::CloudFormation::Stack"),
  App: resource({}, "AWS::Serverless::Application"),
  Stored: resource({}, "AWS::SSM::Parameter"),
  Foreign: resource({}, "Acme::Accounts::Lookup"),
  Module: resource({}, "AWS::Any::Thing::MODULE"),
};

/** What a template says of the value of a property. */
function written(
  Value: Json,
  template: JsonObject = {},
  parameters: Scope["parameters"] = {},
): Json | undefined {
  const value = { ...template, Resources: { ...OTHERS, Policy: resource({ Value }) } };
  const scope = { parameters, pseudo };
  const states = writtenStates([changeOf("Policy")], {
    templates: [{ stackPath: [], before: { value }, after: { value } }],
    scopes: { before: scope, after: scope },
  });
  const { before, after } = states.get("Policy") ?? {};
  expect(after).toEqual(before);
  return after?.known.Value;
}

describe("a value of the template", () => {
  test.each<[Json, Json]>([
    ["arn:aws:s3:::site", "arn:aws:s3:::site"],
    [{ Ref: "Bucket" }, "{{Bucket}}"],
    [{ "Fn::GetAtt": ["Bucket", "Arn"] }, "{{Bucket.Arn}}"],
    [{ "Fn::GetAtt": "Bucket.Arn" }, "{{Bucket.Arn}}"],
    [{ "Fn::Join": ["", [{ "Fn::GetAtt": ["Bucket", "Arn"] }, "/*"]] }, "{{Bucket.Arn}}/*"],
    // biome-ignore-start lint/suspicious/noTemplateCurlyInString: Fn::Sub writes its variables so.
    [{ "Fn::Sub": "${Bucket.Arn}/${AWS::AccountId}/*" }, "{{Bucket.Arn}}/111122223333/*"],
    [{ "Fn::Sub": ["${A}/${!x}", { A: { Ref: "Bucket" } }] }, "{{Bucket}}/${x}"],
    [{ "Fn::Sub": ["${Bucket}", { Bucket: "own" }] }, "own"],
    [{ "Fn::Sub": "logs.${AWS::URLSuffix}" }, "logs.{{AWS.URLSuffix}}"],
    [{ "Fn::ImportValue": { "Fn::Sub": "${AWS::Region}-Key" } }, "{{import eu-central-1-Key}}"],
    // biome-ignore-end lint/suspicious/noTemplateCurlyInString: as above.
    [{ "Fn::ToJsonString": { A: { Ref: "Bucket" } } }, '{"A":"{{Bucket}}"}'],
    [{ Ref: "AWS::StackId" }, "{{AWS.StackId}}"],
    [
      { Statement: [{ Resource: { Ref: "Bucket" } }, { Ref: "AWS::NoValue" }] },
      { Statement: [{ Resource: "{{Bucket}}" }] },
    ],
  ])("with names for what only CloudFormation knows: %j", (value, expected) => {
    expect(written(value)).toEqual(expected);
  });

  test.each<[Json]>([
    [{ "Fn::GetAtt": ["Made", "Arn"] }],
    ...["App.Outputs.A", "Stored.Value", "Foreign.A", "Module.A"].map((it): [Json] => [{ "Fn::GetAtt": it }]),
    [{ "Fn::GetAtt": ["Net", "Outputs.Arn"] }],
    [{ Ref: "Nothing" }],
    [{ "Fn::Select": [0, { "Fn::Split": ["/", { Ref: "Bucket" }] }] }],
    [{ "Fn::Transform": { Name: "AWS::Include" } }],
    [{ Statement: [{ "Fn::If": ["Unknown", { Effect: "Deny" }, { Ref: "AWS::NoValue" }] }] }],
    ["{{resolve:ssm:/account}}"],
    [{ "Fn::Sub": [1, {}] }],
  ])("is not known where it may become another: %j", (value) => {
    expect(written(value)).toBeUndefined();
  });

  const Parameters = { Who: { Type: "String" }, Hidden: { Type: "String", NoEcho: true } };

  test("has the values of parameters, but of none that is hidden", () => {
    expect(written({ Ref: "Who" }, { Parameters }, { Who: "999999999999" })).toBe("999999999999");
    expect(written({ Ref: "Hidden" }, { Parameters }, { Hidden: "999999999999" })).toBeUndefined();
    const Stored = { Type: "AWS::SSM::Parameter::Value<String>" };
    expect(written({ Ref: "Who" }, { Parameters: { Who: Stored } }, { Who: "/who" })).toBeUndefined();
  });

  test("has what conditions take, and knows no more than they", () => {
    const Conditions = { IsOther: { "Fn::Equals": [{ Ref: "Who" }, "999999999999"] } };
    const value = { "Fn::If": ["IsOther", "other", { Ref: "AWS::NoValue" }] };
    expect(written(value, { Parameters, Conditions }, { Who: "999999999999" })).toBe("other");
    expect(written(value, { Parameters, Conditions }, { Who: "1" })).toBeUndefined();
    expect(written(value, { Parameters, Conditions })).toBeUndefined();
  });

  test("is not known where a macro may make another of it", () => {
    expect(written("a", { Transform: "AWS::Serverless-2016-10-31" })).toBe("a");
    expect(written("a", { Transform: ["AWS::LanguageExtensions", "Our::Macro"] })).toBeUndefined();
  });
});

describe("a side", () => {
  const template = (Resources: JsonObject) => ({ value: { Resources } });
  const scopes = { before: { parameters: {}, pseudo }, after: { parameters: {}, pseudo } };

  test("is told apart, with what its parameters are", () => {
    const Parameters = { Who: { Type: "String" } };
    const value = { Parameters, Resources: { Policy: resource({ A: { Ref: "Who" } }) } };
    const states = writtenStates([changeOf("Policy")], {
      templates: [{ stackPath: [], before: { value }, after: { value } }],
      scopes: {
        before: { parameters: { Who: "1" }, pseudo },
        after: { parameters: { Who: "2" }, pseudo },
      },
    }).get("Policy");
    expect([states?.before?.known, states?.after?.known]).toEqual([{ A: "1" }, { A: "2" }]);
  });

  test("on which no template has the resource is not told", () => {
    const after = template({ Policy: resource({}), Loose: { Type: "AWS::S3::BucketPolicy" } });
    const before = template({ Policy: resource({}, "AWS::Other::Type") });
    const states = writtenStates([changeOf("Policy"), changeOf("Loose"), changeOf("Made")], {
      ...{ templates: [{ stackPath: [], before, after }], scopes },
    });
    expect([...states]).toEqual([
      ["Policy", { after: { known: {}, raw: {}, policies: {} } }],
      ["Loose", { after: { known: {}, raw: {}, policies: {} } }],
      ["Made", {}],
    ]);
  });

  test("is not asked of where CloudFormation shows all", () => {
    const whole = { Properties: { A: 1 } };
    const shown = changeOf("Policy", { before: whole, after: whole });
    expect(writtenStates([shown], { templates: [], scopes }).size).toBe(0);
  });
});

describe("in a nested stack", () => {
  const inner = (Value: Json, more: JsonObject = {}): JsonObject => ({
    Parameters: { Arn: { Type: "String" }, Key: { Type: "String", Default: "k" } },
    ...more,
    Resources: { Bucket: OTHERS.Bucket ?? null, Policy: resource({ Value }) },
  });
  const within = (
    Value: Json,
    given: JsonObject,
    more?: JsonObject,
    around: JsonObject = {},
  ): Json | undefined => {
    const root: JsonObject = {
      ...around,
      Resources: { ...OTHERS, Net: resource({ Parameters: given }, "AWS::CloudFormation::Stack") },
    };
    const pairs = [
      { stackPath: [], value: root },
      { stackPath: ["Net"], value: inner(Value, more) },
    ];
    const scope = { parameters: {}, pseudo };
    const states = writtenStates([changeOf("Policy", { stackPath: ["Net"] })], {
      templates: pairs.map(({ stackPath, value }) => ({ stackPath, before: { value }, after: { value } })),
      scopes: { before: scope, after: scope },
    });
    return states.get("Net/Policy")?.after?.known.Value;
  };
  const bucket = { "Fn::GetAtt": ["Bucket", "Arn"] };

  test("what it is given is what the stack around it names", () => {
    const value = [{ Ref: "Arn" }, bucket, { Ref: "Key" }, { Ref: "AWS::StackName" }];
    expect(within(value, { Arn: bucket })).toEqual([
      ...["{{Bucket.Arn}}", "{{Net/Bucket.Arn}}", "k", "{{Net/AWS.StackName}}"],
    ]);
    expect(within({ Ref: "Arn" }, { Arn: { "Fn::GetAtt": ["Made", "Arn"] } })).toBeUndefined();
  });

  test("that a macro may give something else nothing is known", () => {
    expect(within("a", {}, {}, { Transform: "Our::Macro" })).toBeUndefined();
  });

  test("no condition is decided by a name", () => {
    const Conditions = { IsNone: { "Fn::Equals": [{ Ref: "Arn" }, ""] } };
    const value = { "Fn::If": ["IsNone", "none", "some"] };
    expect(within(value, { Arn: bucket }, { Conditions })).toBeUndefined();
    expect(within(value, { Arn: "" }, { Conditions })).toBe("none");
  });

  test("of which the stack around it cannot be read nothing is known", () => {
    const value = inner("a");
    const scope = { parameters: {}, pseudo };
    const states = writtenStates([changeOf("Policy", { stackPath: ["Net"] })], {
      templates: [{ stackPath: ["Net"], before: { value }, after: { value } }],
      scopes: { before: scope, after: scope },
    });
    expect(states.get("Net/Policy")).toEqual({});
  });
});

test("what a template says of a resource's policies is told where it is known", () => {
  const policies = (attributes: JsonObject) => {
    const value = {
      Parameters: { Stage: { Type: "String" } },
      Conditions: { Kept: { "Fn::Equals": [{ Ref: "Stage" }, "prod"] } },
      Resources: { Policy: { ...resource({}), ...attributes } },
    };
    const scope = { parameters: { Stage: "prod" }, pseudo };
    const templates = [{ stackPath: [], before: { value }, after: { value } }];
    const states = writtenStates([changeOf("Policy")], {
      templates,
      scopes: { before: scope, after: scope },
    });
    return states.get("Policy")?.before?.policies;
  };
  const kept = { "Fn::If": ["Kept", "Retain", "Delete"] };
  expect(policies({ DeletionPolicy: "Snapshot", UpdateReplacePolicy: kept })).toEqual({
    DeletionPolicy: "Snapshot",
    UpdateReplacePolicy: "Retain",
  });
  expect(policies({})).toEqual({});
  expect(policies({ DeletionPolicy: { Ref: "Unknown" } })).toEqual({ DeletionPolicy: null });
});
