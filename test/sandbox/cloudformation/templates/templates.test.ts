import {
  type CreateChangeSetCommandInput,
  GetTemplateSummaryCommand,
  ValidateTemplateCommand,
} from "@aws-sdk/client-cloudformation";
import { expect, test } from "vitest";
import { startBench, templateOf, topic } from "../fixture.ts";

const withParameter = (declaration: object) => templateOf({ A: topic() }, { Parameters: { P: declaration } });
const given = (value: string) => [{ ParameterKey: "P", ParameterValue: value }];

const role = (name?: string) => ({
  Type: "AWS::IAM::Role",
  Properties: { AssumeRolePolicyDocument: {}, ...(name ? { RoleName: name } : {}) },
});

test.each<[string, Partial<CreateChangeSetCommandInput>, string]>([
  [
    "JSON",
    { TemplateBody: '{\n "Resources": }' },
    "Template format error: JSON not well-formed. (line 2, column 15)",
  ],
  [
    "YAML",
    { TemplateBody: "Resources:\n  A: [" },
    "Template format error: YAML not well-formed. (line 2, column 7)",
  ],
  ["no structure", { TemplateBody: "hello" }, "Template format error: unsupported structure."],
  [
    "no resources",
    { TemplateBody: "{}" },
    "Template format error: At least one Resources member must be defined.",
  ],
  ["a section", { TemplateBody: '{"Resource":{}}' }, "Invalid template property or properties [Resource]"],
  [
    "a reference",
    { TemplateBody: templateOf({ A: topic({ DisplayName: { Ref: "B" } }) }) },
    "Template format error: Unresolved resource dependencies [B] in the Resources block of the template",
  ],
  [
    "a reference in outputs",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: Fn::Sub writes its variables so.
    { TemplateBody: templateOf({ A: topic() }, { Outputs: { O: { Value: { "Fn::Sub": "${B}" } } } }) },
    "Template format error: Unresolved resource dependencies [B] in the Outputs block of the template",
  ],
  [
    "a circle",
    {
      TemplateBody: templateOf({
        A: { ...topic(), DependsOn: "B" },
        B: topic({ DisplayName: { Ref: "A" } }),
      }),
    },
    "Circular dependency between resources: [A, B]",
  ],
  [
    "a type",
    { TemplateBody: templateOf({ A: { Type: "AWS::SNS::Tpic" } }) },
    "Template format error: Unrecognized resource types: [AWS::SNS::Tpic]",
  ],
  [
    "a missing parameter",
    { TemplateBody: withParameter({ Type: "String" }) },
    "Parameters: [P] must have values",
  ],
  [
    "an unknown parameter",
    { TemplateBody: templateOf({ A: topic() }), Parameters: given("x") },
    "Parameters: [P] do not exist in the template",
  ],
  [
    "allowed values",
    { TemplateBody: withParameter({ Type: "String", AllowedValues: ["a"] }), Parameters: given("b") },
    "Parameter 'P' must be one of AllowedValues",
  ],
  [
    "a pattern",
    { TemplateBody: withParameter({ Type: "String", AllowedPattern: "[a-z]+" }), Parameters: given("B1") },
    "Parameter 'P' must match pattern [a-z]+",
  ],
  [
    "a pattern of a list's values",
    {
      TemplateBody: withParameter({ Type: "CommaDelimitedList", AllowedPattern: "[a-z]+" }),
      Parameters: given("b, c,D"),
    },
    "Parameter 'P' must match pattern [a-z]+",
  ],
  [
    "a described constraint",
    {
      TemplateBody: withParameter({ Type: "String", MinLength: 3, ConstraintDescription: "long enough" }),
      Parameters: given("B"),
    },
    "Parameter P failed to satisfy constraint: long enough",
  ],
  [
    "a number",
    { TemplateBody: withParameter({ Type: "Number", MaxValue: 3 }), Parameters: given("4") },
    "Parameter 'P' must be a number not greater than 3",
  ],
  [
    "size",
    { TemplateBody: templateOf({ A: topic({ DisplayName: "x".repeat(51_200) }) }) },
    "1 validation error detected: Value at 'templateBody' failed to satisfy constraint: Member must have length less than or equal to 51200",
  ],
])("refuses %s", async (_, input, message) => {
  const bench = await startBench();
  await expect(bench.propose({ ChangeSetType: "CREATE", ...input })).rejects.toMatchObject({
    name: "ValidationError",
    message,
  });
  await expect(bench.stack()).rejects.toThrow("Stack with id app does not exist");
});

test("a list's constraints are for each of its values", async () => {
  const bench = await startBench();
  const declared = { Type: "CommaDelimitedList", AllowedValues: ["a", "b"], AllowedPattern: "[a-z]" };
  const TemplateBody = withParameter(declared);
  const { Status } = await bench.propose({
    ChangeSetType: "CREATE",
    TemplateBody,
    Parameters: given("b, a,b"),
  });
  expect(Status).toBe("CREATE_COMPLETE");
});

test("IAM and macros want to be acknowledged", async () => {
  const bench = await startBench();
  const propose = (resource: object, Capabilities: CreateChangeSetCommandInput["Capabilities"], rest = {}) =>
    bench.propose({ ChangeSetType: "CREATE", TemplateBody: templateOf({ R: resource }, rest), Capabilities });
  const refused = (list: string) => ({
    name: "InsufficientCapabilitiesException",
    message: `Requires capabilities : [${list}]`,
  });
  await expect(propose(role("x"), ["CAPABILITY_IAM"])).rejects.toMatchObject(refused("CAPABILITY_NAMED_IAM"));
  await expect(propose(role(), [])).rejects.toMatchObject(refused("CAPABILITY_IAM"));
  // A change set shows what the template's own macros make; for those of nested stacks it wants the capability.
  expect((await propose(topic(), [], { Transform: "Macro" })).Status).toBe("CREATE_COMPLETE");
  bench.aws.objects.put("templates", "child.json", templateOf({ T: topic() }, { Transform: "Macro" }));
  const child = {
    Type: "AWS::CloudFormation::Stack",
    Properties: { TemplateURL: "https://templates.s3.us-east-1.amazonaws.com/child.json" },
  };
  await expect(propose(child, [])).rejects.toMatchObject(refused("CAPABILITY_AUTO_EXPAND"));
  expect((await propose(role(), ["CAPABILITY_NAMED_IAM"])).Status).toBe("CREATE_COMPLETE");
});

test("YAML short forms, conditions and every function evaluate", async () => {
  const bench = await startBench();
  const body = `
AWSTemplateFormatVersion: 2010-09-09
Parameters:
  Stage: { Type: String, Default: prod }
  Zones: { Type: CommaDelimitedList, Default: "a, b" }
Mappings:
  Sizes: { prod: { name: big } }
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
  IsOther: !And [!Not [!Condition IsProd], !Or [!Condition IsProd, !Condition IsProd]]
Resources:
  A:
    Type: AWS::SNS::Topic
    Properties:
      TopicName: !If [IsProd, !Join ["-", [x, !FindInMap [Sizes, !Ref Stage, name]]], nothing]
      DisplayName: !If [IsProd, !Ref AWS::NoValue, y]
  B: { Type: AWS::SNS::Topic, Condition: IsOther }
Outputs:
  Sub: { Value: !Sub ["\${A.TopicName}/\${Y}/\${!Z}/\${AWS::Region}", { Y: !Select [1, !Ref Zones] }] }
  Split: { Value: !Select [2, !Split [":", !Ref A]] }
  Zone: { Value: !Select [0, !GetAZs ""] }
  Base: { Value: !Base64 hi }
  None: { Condition: IsOther, Value: no }
`;
  const set = await bench.deploy({ ChangeSetType: "CREATE", TemplateBody: body });
  expect(set.Changes?.map(({ ResourceChange }) => ResourceChange?.AfterContext)).toEqual([
    JSON.stringify({ Properties: { TopicName: "x-big" } }),
  ]);
  const { Outputs } = await bench.stack();
  expect(Outputs?.map(({ OutputKey, OutputValue }) => [OutputKey, OutputValue])).toEqual([
    // biome-ignore lint/suspicious/noTemplateCurlyInString: Fn::Sub writes its variables so.
    ["Sub", "x-big/b/${Z}/us-east-1"],
    ["Split", "sns"],
    ["Zone", "us-east-1a"],
    ["Base", "aGk="],
  ]);
});

test("a summary tells parameters, capabilities and types", async () => {
  const bench = await startBench();
  const body = templateOf(
    { R: role("x") },
    {
      Parameters: { P: { Type: "Number", Default: 1, AllowedValues: [1, 2], NoEcho: true } },
      Metadata: { a: 1 },
    },
  );
  const summary = await bench.client.send(new GetTemplateSummaryCommand({ TemplateBody: body }));
  expect(summary).toMatchObject({
    Parameters: [
      {
        ParameterKey: "P",
        DefaultValue: "1",
        ParameterType: "Number",
        NoEcho: true,
        ParameterConstraints: { AllowedValues: ["1", "2"] },
      },
    ],
    Capabilities: ["CAPABILITY_NAMED_IAM"],
    ResourceTypes: ["AWS::IAM::Role"],
    ResourceIdentifierSummaries: [
      { ResourceType: "AWS::IAM::Role", LogicalResourceIds: ["R"], ResourceIdentifiers: ["RoleName"] },
    ],
    Metadata: '{"a":1}',
  });
  const validated = await bench.client.send(new ValidateTemplateCommand({ TemplateBody: body }));
  expect(validated.Parameters).toEqual([{ ParameterKey: "P", DefaultValue: "1", NoEcho: true }]);
});
