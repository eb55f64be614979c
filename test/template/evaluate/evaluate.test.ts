// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is the notation of Fn::Sub.
import { describe, expect, it } from "vitest";
import {
  type Evaluated,
  evaluateRules,
  evaluateTemplate,
  type Scope,
  UNKNOWN,
} from "../../../src/template/evaluate/evaluate.ts";
import { parseTemplate } from "../../../src/template/text/parse.ts";
import { renderTemplate } from "../../../src/template/tree/render.ts";

const TEMPLATE = `
Parameters:
  Env: {Type: String}
  Names: {Type: CommaDelimitedList}
  Kept: {Type: String}
  Ssm: {Type: "AWS::SSM::Parameter::Value<String>"}
Mappings:
  Sizes: {prod: {Size: 4}, dev: {Size: [1, 2]}}
Conditions:
  IsProd: !Equals [!Ref Env, prod]
  IsDev: !Not [!Condition IsProd]
  Kept: !Equals [!Ref Kept, x]
  Both: !And [!Condition IsProd, !Condition Kept]
  Either: !Or [!Condition IsProd, !Condition Kept]
  Neither: !And [!Condition IsDev, !Condition Kept]
  Text: !Equals [true, "true"]
`;

const scope: Scope = {
  parameters: { Env: "prod", Names: "a, b,c", Kept: undefined, Ssm: "/name" },
  pseudo: { "AWS::Region": "us-east-1", "AWS::AccountId": undefined },
};

function value(expression: string): Evaluated {
  const text = `${TEMPLATE}Resources:\n  R:\n    Type: AWS::SNS::Topic\n    Properties:\n      V: ${expression}\n`;
  const { resources } = evaluateTemplate(parseTemplate(text, "t.yaml"), scope);
  return resources[0]?.properties.V ?? "absent";
}

describe("what can be known is evaluated", () => {
  it.each<[string, Evaluated]>([
    ["!Ref Env", "prod"],
    ["!Ref Names", ["a", "b", "c"]],
    ["!Ref AWS::Region", "us-east-1"],
    ["!Sub 'cluster-${Env}-${AWS::Region}'", "cluster-prod-us-east-1"],
    ["!Sub ['${x}-${ Env }-${!y}', {x: !Select [1, !Ref Names]}]", "b-prod-${y}"],
    ["!Join ['-', [a, !Ref Env, 1, true]]", "a-prod-1-true"],
    ["!Join [',', !Ref Names]", "a,b,c"],
    ["!Select [0, [x, y]]", "x"],
    ["!Split ['-', a-b]", ["a", "b"]],
    ["!Base64 héllo", "aMOpbGxv"],
    ["!FindInMap [Sizes, !Ref Env, Size]", 4],
    ["!FindInMap [Sizes, dev, Size]", [1, 2]],
    ["!FindInMap [Sizes, nowhere, Size, {DefaultValue: 1}]", 1],
    ["!If [IsProd, yes-it-is, no]", "yes-it-is"],
    ["!If [IsDev, a, !Ref AWS::NoValue]", "absent"],
    ["[a, !Ref AWS::NoValue, b]", ["a", "b"]],
    ["!If [Kept, same, same]", "same"],
    ["!Cidr [10.0.0.0/16, 3, 8]", ["10.0.0.0/24", "10.0.1.0/24", "10.0.2.0/24"]],
    ["!Length [a, b]", 2],
    ["!ToJsonString {a: !Ref Env}", '{"a":"prod"}'],
    ["{a: !Ref Env, b: [1]}", { a: "prod", b: [1] }],
    ["{Condition: {StringEquals: x}}", { Condition: { StringEquals: "x" } }],
    ["!Select ['1', [x, y]]", "y"],
    ["!Select [10, [a, b, c, d, e, f, g, h, i, j, k]]", "k"],
    ["!Base64 ''", ""],
    ["!And [!Equals [a, a], !Equals ['1', 1]]", true],
    ["!And ['true', !Equals [a, b]]", false],
    ["!Or ['false', !Equals [a, b]]", false],
    ["!Or ['true', !Ref Kept]", true],
    ["!Not [!Or [false, 'false']]", true],
    ["!Not ['true']", false],
  ])("%s", (expression, expected) => {
    expect(value(expression)).toEqual(expected);
  });
});

describe("what cannot be known stays unknown, and only that", () => {
  it.each([
    "!Ref Kept",
    "!Ref Ssm",
    "!Ref R",
    "!Ref AWS::AccountId",
    "!Ref AWS::StackId",
    "!GetAtt R.Arn",
    "!Sub '${Env}-${Kept}'",
    "!Sub '${R.Arn}'",
    "!Join ['', [!Ref Kept]]",
    "!Join ['', !Ref Kept]",
    "!Select [9, [a]]",
    "!If [Kept, a, b]",
    "!ImportValue x",
    "!GetAZs ''",
    "!FindInMap [Sizes, !Ref Kept, Size]",
    "!Cidr [!Ref Kept, 1, 8]",
    "!Cidr [10.0.0.0/30, 9, 8]",
    "!Transform {Name: M}",
    "!Not [!Ref Kept]",
    "!And [!Ref Kept, 'true']",
    "!Or [!Ref Kept, 'false']",
  ])("%s", (expression) => {
    expect(value(expression)).toBe(UNKNOWN);
  });
  // A template that CloudFormation refuses may come here, too: nothing is made up of it.
  it.each([
    "!Equals [a]",
    "!Equals []",
    "!Equals a",
    "!And a",
    "!And []",
    "!Or []",
    "!Or [a]",
    "!Not []",
    "!Not [maybe]",
    "!If [IsProd, a]",
    "!If [IsProd]",
    "!If [[IsProd], a, b]",
    "!If IsProd",
    "!If [Kept, a, [a]]",
    "!FindInMap [Sizes, prod]",
    "!FindInMap [[Sizes], prod, Size]",
    "!FindInMap [Sizes, [prod], Size]",
    "!FindInMap [Sizes, prod, [Size], {DefaultValue: 1}]",
    "!FindInMap [Sizes, [prod], Size, {DefaultValue: 1}]",
    "!FindInMap [[Sizes], prod, Size, {DefaultValue: 1}]",
    "!FindInMap [Sizes, prod, None]",
    "!FindInMap [Sizes, prod, toString]",
    "!FindInMap [Sizes, nowhere, Size, DefaultValue]",
    "!Join ['-', a]",
    "!Join [[a], [a, b]]",
    "!Join ['-', [a, [b]]]",
    "!Select [0]",
    "!Select []",
    "!Select ['x0', [a]]",
    "!Select ['0x', [a]]",
    "!Select ['', [a]]",
    "!Select [-1, [a]]",
    "!Select [[0], [a]]",
    "!Select [0, abc]",
    "!Split ['', a-b]",
    "!Split [[a], a-b]",
    "!Split ['-', [a-b]]",
    "!Split ['-']",
    "!Sub [[a], {}]",
    "!Sub []",
    "!Sub ['${x}', {x: [a]}]",
    "!Base64 [a]",
    "!Cidr [10.0.0.0/16, 3]",
    "!Cidr [10.0.0.0/16, [3], 8]",
    "!Cidr [[10.0.0.0/16], 3, 8]",
    "!Cidr 10.0.0.0/16",
    "!Length abc",
    "!Length {a: 1}",
    "!ToJsonString {a: !Ref Kept}",
  ])("%s, which is malformed or names nothing", (expression) => {
    expect(value(expression)).toBe(UNKNOWN);
  });
  it("in its place", () => {
    expect(value("{a: [!Ref Env, !Ref Kept]}")).toEqual({ a: ["prod", UNKNOWN] });
  });
});

describe("a value that multiplies is left unknown instead of filling the memory", () => {
  const nested = (depth: number, wrap: (value: unknown) => unknown) => {
    let value: unknown = "abcd";
    for (let level = 0; level < depth; level += 1) value = wrap(value);
    const A = { Type: "AWS::SNS::Topic", Properties: { Known: { "Fn::Sub": "x" }, X: value } };
    return { value: { Resources: { A } } };
  };
  it.each<[string, (value: unknown) => unknown]>([
    ["Fn::Sub", (value) => ({ "Fn::Sub": ["${a}${a}", { a: value }] })],
    ["Fn::Join", (value) => ({ "Fn::Join": [value, ["", "", "", ""]] })],
    ["Fn::Base64", (value) => ({ "Fn::Base64": value })],
    ["Fn::ToJsonString", (value) => ({ "Fn::ToJsonString": [value] })],
  ])("%s", (_, wrap) => {
    const template = nested(60, wrap) as Parameters<typeof evaluateTemplate>[0];
    const { resources } = evaluateTemplate(template, { parameters: {}, pseudo: {} });
    expect(resources[0]?.properties).toEqual({ Known: "x", X: UNKNOWN });
    const few = nested(3, wrap) as Parameters<typeof evaluateTemplate>[0];
    expect(evaluateTemplate(few, { parameters: {}, pseudo: {} }).resources[0]?.properties.X).toBeTypeOf(
      "string",
    );
  });
});

describe("a number is the text that CloudFormation makes of it", () => {
  it.each<[string, Evaluated]>([
    ["!Join ['-', [8.0, 15.10, 7]]", "8.0-15.10-7"],
    ["!Sub ['${V}', {V: 8.0}]", "8.0"],
    ["!FindInMap [Versions, php, '8.0']", "8.0"],
    ["!FindInMap [Versions, php, 8.0]", "8.0"],
    ["!If [IsEight, 8.0, 7.4]", "8.0"],
    ["!Select [1, [7.0, 8.0]]", "8.0"],
    ["!Join ['', [1e3, .5, 0x10, 010, 1_000]]", "1000.00.51681000"],
    ["!ToJsonString {a: 8.5}", '{"a":8.5}'],
    ["8", 8],
  ])("%s", (expression, expected) => {
    const text = `Parameters: {V: {Type: String}}
Mappings: {Versions: {php: {8.0: 8.0}}}
Conditions: {IsEight: !Equals [!Ref V, 8.0], IsSeven: !Equals [!Ref V, 7.0]}
Resources:
  R: {Type: T, Condition: IsEight, Properties: {V: ${expression}}}
  S: {Type: T, Condition: IsSeven}
`;
    const { resources } = evaluateTemplate(parseTemplate(text, "t.yaml"), {
      parameters: { V: "8.0" },
      pseudo: {},
    });
    expect(resources.map(({ logicalId, properties }) => [logicalId, properties])).toEqual([
      ["R", { V: expected }],
    ]);
  });
});

it("conditions are three-valued", () => {
  const template = parseTemplate(`${TEMPLATE}Resources: {}\n`, "t.yaml");
  expect(evaluateTemplate(template, scope).conditions).toEqual({
    IsProd: true,
    IsDev: false,
    Kept: "unknown",
    Both: "unknown",
    Either: true,
    Neither: false,
    Text: true,
  });
});

it("lists resources and outputs that will or may exist", () => {
  const text = `${TEMPLATE}Resources:
  Always: {Type: T}
  Prod: {Type: T, Condition: IsProd}
  Dev: {Type: T, Condition: IsDev}
  Maybe: {Type: T, Condition: Kept}
Outputs:
  Name: {Value: !Ref Env}
  Dev: {Value: 1, Condition: IsDev}
`;
  const { resources, outputs } = evaluateTemplate(parseTemplate(text, "t.yaml"), scope);
  expect(resources.map(({ logicalId, exists }) => [logicalId, exists])).toEqual([
    ["Always", true],
    ["Prod", true],
    ["Maybe", "unknown"],
  ]);
  expect(outputs).toEqual([{ name: "Name", exists: true, value: "prod" }]);
});

describe("rules", () => {
  const rule = (assert: string, condition = "") =>
    evaluateRules(
      parseTemplate(
        `${TEMPLATE}Rules:\n  R:\n${condition}    Assertions:\n      - Assert: ${assert}\n        AssertDescription: Not so.\n`,
        "t.yaml",
      ),
      scope,
    ).map(({ message }) => message);
  it.each([
    ["!Equals [!Ref Env, prod]", "", []],
    ["!Equals [!Ref Env, dev]", "", ["Rule R: Not so."]],
    ["!Contains [[dev, prod], !Ref Env]", "", []],
    ["!Contains [[dev], !Ref Env]", "", ["Rule R: Not so."]],
    ["!Contains [[5.7, 8.0], '8.0']", "", []],
    ["!Contains [[5.7, 8.0], '8']", "", ["Rule R: Not so."]],
    ["!EachMemberIn [[8.0], ['8.0']]", "", []],
    ["!EachMemberIn [!Ref Names, [a, b, c]]", "", []],
    ["!EachMemberIn [!Ref Names, [a, b]]", "", ["Rule R: Not so."]],
    ["!EachMemberEquals [[x, x], x]", "", []],
    ["!EachMemberEquals [!Ref Names, a]", "", ["Rule R: Not so."]],
    ["!Not [!Equals [!Ref Env, prod]]", "", ["Rule R: Not so."]],
    ["!And [!Equals [!Ref Env, prod], !Equals [!Ref Kept, x]]", "", []],
    ["!Or [!Equals [!Ref Env, dev], !Equals [a, b]]", "", ["Rule R: Not so."]],
    ["!Equals [!ValueOf [Env, VpcId], x]", "", []],
    ["!Equals [!Ref Kept, x]", "", []],
    ["!Equals [a, b]", "    RuleCondition: !Equals [!Ref Env, dev]\n", []],
    ["!Equals [a, b]", "    RuleCondition: !Equals [!Ref Kept, x]\n", []],
    ["!Equals [a, b]", "    RuleCondition: !Equals [!Ref Env, prod]\n", ["Rule R: Not so."]],
  ])("%s", (assert, condition, expected) => {
    expect(rule(assert, condition)).toEqual(expected);
  });
});

it("a mapping may hold a list of mappings, as certificates of a listener are", () => {
  const text = `Mappings: {Certificates: {stage: {Arns: [{CertificateArn: a}, {CertificateArn: b}]}}}
Resources:
  L:
    Type: AWS::ElasticLoadBalancingV2::ListenerCertificate
    Properties: {Certificates: !FindInMap [Certificates, stage, Arns]}
`;
  const { resources } = evaluateTemplate(renderTemplate(parseTemplate(text, "t.yaml")), {
    parameters: {},
    pseudo: {},
  });
  expect(resources[0]?.properties).toEqual({
    Certificates: [{ CertificateArn: "a" }, { CertificateArn: "b" }],
  });
});
