// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is the notation of Fn::Sub.
import { describe, expect, it } from "vitest";
import { ActionError } from "../../src/errors.ts";
import { freedomOf, macrosOf } from "../../src/template/macros.ts";
import { parseTemplate } from "../../src/template/text/parse.ts";
import { renderTemplate } from "../../src/template/tree/render.ts";

function problems(text: string): readonly string[] {
  try {
    renderTemplate(parseTemplate(text, "t.yaml"));
    return [];
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    return error.message.split("\n").map((line) => line.replace(/^(?:- )?t\.yaml:/, ""));
  }
}

const remote = "{Name: AWS::Include, Parameters: {Location: 's3://b/x.yaml'}}";
const topic = "  T: {Type: AWS::SNS::Topic}\n";

describe("what is a macro", () => {
  it.each<[string, string, readonly (string | undefined)[], string]>([
    ["none", `Resources:\n${topic}`, [], "none"],
    ["one by its name", "Transform: M\n", ["M"], "anything"],
    ["one as a mapping", `Transform: ${remote}\n`, ["AWS::Include"], "known"],
    [
      "several",
      `Transform: [AWS::LanguageExtensions, ${remote}, {Name: M}]\n`,
      ["AWS::LanguageExtensions", "AWS::Include", "M"],
      "anything",
    ],
    ["AWS's own", "Transform: AWS::Serverless-2016-10-31\n", ["AWS::Serverless-2016-10-31"], "known"],
    [
      "extensions alone add no names",
      "Transform: AWS::LanguageExtensions\n",
      ["AWS::LanguageExtensions"],
      "none",
    ],
    [
      "but with a loop",
      "Transform: AWS::LanguageExtensions\nResources: {Fn::ForEach::A: [x, [y], {}]}\n",
      ["AWS::LanguageExtensions"],
      "known",
    ],
    [
      "extensions beside another of AWS's",
      `Transform: [AWS::LanguageExtensions, ${remote}]\n`,
      ["AWS::LanguageExtensions", "AWS::Include"],
      "known",
    ],
    [
      "extensions with a loop that stands in a list",
      "Transform: AWS::LanguageExtensions\nOutputs: {O: {Value: [x, {Fn::ForEach::A: [x, [y], z]}]}}\n",
      ["AWS::LanguageExtensions"],
      "known",
    ],
    ["none, where a loop stands for itself", "Resources: {Fn::ForEach::A: [x, [y], {}]}\n", [], "none"],
    ["one in a list", `Outputs: {O: {Value: [x, {Fn::Transform: ${remote}}]}}\n`, ["AWS::Include"], "known"],
    ["none in what is left empty", "Transform: [M, null]\nOther: null\n", ["M"], "anything"],
    ["below", `Resources: {A: {Properties: {Fn::Transform: ${remote}}}}\n`, ["AWS::Include"], "known"],
    [
      "a list of them below",
      `Resources: {A: {Fn::Transform: [${remote}, {Name: M}]}}\n`,
      ["AWS::Include", "M"],
      "anything",
    ],
    [
      "a name that is a function",
      "Resources: {A: {Fn::Transform: {Name: !Ref M}}}\n",
      [undefined],
      "anything",
    ],
    [
      "a property named Transform",
      "Resources: {A: {Type: AWS::S3Tables::Table, Properties: {Transform: day}}}\n",
      [],
      "none",
    ],
    [
      "a list of that name",
      "Resources: {A: {Type: AWS::WAFv2::WebACL, Properties: {Transform: [x]}}}\n",
      [],
      "none",
    ],
    [
      "one as a mapping of that name",
      "Resources: {A: {Type: AWS::Glue::MLTransform, Properties: {Transform: {Name: x}}}}\n",
      [],
      "none",
    ],
  ])("%s", (_, text, names, freedom) => {
    const { value } = parseTemplate(text, "t.yaml");
    expect(macrosOf(value)).toEqual(names);
    expect(freedomOf(value)).toBe(freedom);
  });
});

describe("a property named Transform leaves all checks on", () => {
  it("a reference to nothing is found", () => {
    const table =
      "Resources:\n  A:\n    Type: AWS::S3Tables::Table\n    Properties: {Fields: [{Transform: day}], X: !Ref Nope}\n";
    expect(problems(table)).toEqual([
      "4:54: Ref to Nope, which is not a parameter or resource of this template.",
    ]);
  });
});

describe("names that a remote include may bring are left to it", () => {
  it.each([
    ["as a mapping", `Transform: ${remote}\n`],
    ["in a list", `Transform: [${remote}]\n`],
    ["below Resources", ""],
  ])("%s", (_, transform) => {
    const below = transform === "" ? `  Fn::Transform: ${remote}\n` : "";
    const text = `${transform}Resources:\n${below}  A:\n    Type: AWS::SNS::Topic\n    Condition: C\n    DependsOn: D\n    Properties:\n      TopicName: !Ref E\n      DisplayName: !Sub "\${F.Arn}\${G}"\n      X: !GetAtt H.Arn\n      Y: !FindInMap [I, j, k]\n      Z: !If [L, a, b]\nOutputs: {O: {Value: !GetAtt P.Arn}}\n`;
    expect(problems(text)).toEqual([]);
  });
  it("forms are still CloudFormation's", () => {
    expect(
      problems(
        `Transform: ${remote}\nResources:\n${topic}  A: {Type: Sns}\nOutputs: {O: {Value: !Join [a]}}\n`,
      ),
    ).toEqual([
      "2 problems:",
      '4:7: Resource A has the Type "Sns"; a type is written like AWS::S3::Bucket or Custom::Name.',
      "5:28: Fn::Join takes [delimiter, list]; 1 item is given.",
    ]);
  });
  it("a Type may come from an include in the resource's body", () => {
    expect(problems(`Resources:\n  A:\n    Fn::Transform: ${remote}\n`)).toEqual([]);
  });
});

/** What a macro of somebody's own may give a meaning. */
const ODD: readonly (readonly [string, string])[] = [
  ["nulls", `Resources:\n  T: {Type: AWS::SNS::Topic, Properties: {A: ~, B: [~]}}\nOutputs:\n`],
  ["types", "Resources:\n  A: {Type: Boto3::CodeCommit.put_file, Mode: Create}\n"],
  ["no types", "Resources:\n  A: {Kind: x}\n  B: text\n  C: [1]\n"],
  ["sections", `Services: {A: 1}\nResources:\n${topic}`],
  ["no resources", "Services: {A: 1}\n"],
  ["empty resources", "Resources: {}\n"],
  ["names", "Resources:\n  my-topic: {Type: AWS::SNS::Topic}\nOutputs: {a-b: {Value: x}}\n"],
  ["policies", "Resources:\n  A: {Type: AWS::SNS::Topic, DeletionPolicy: Keep}\n"],
  ["outputs", `Resources:\n${topic}Outputs: {A: text, B: {Values: [x]}, C: {Value: [x]}}\n`],
  ["mappings", `Resources:\n${topic}Mappings: {A: 1, B: {c: 2}}\n`],
  ["functions", `Resources:\n${topic}Outputs: {A: {Value: {Fn::Mine: [x]}}, B: {Value: !If [x]}}\n`],
  [
    "circles",
    "Resources:\n  A: {Type: AWS::SNS::Topic, DependsOn: B}\n  B: {Type: AWS::SNS::Topic, DependsOn: A}\n",
  ],
];

describe("what a macro of somebody's own may give a meaning is left to it", () => {
  it.each(ODD)("%s", (_, text) => {
    expect(problems(text)).not.toEqual([]);
    expect(problems(`Transform: Mine\n${text}`)).toEqual([]);
    expect(problems(`Metadata: {Fn::Transform: {Name: Mine}}\n${text}`)).toEqual([]);
  });
  it("but not the version and the size", () => {
    const big = `Metadata: {x: "${"x".repeat(1_000_000)}"}\n`;
    expect(problems(`Transform: Mine\nAWSTemplateFormatVersion: 2011-09-09\n${big}`)).toEqual([
      "2 problems:",
      "1:1: The template has 1,000,080 bytes as JSON; CloudFormation takes at most 1 MB. Split it into nested stacks.",
      '2:1: AWSTemplateFormatVersion has one valid value: "2010-09-09".',
    ]);
  });
});

describe("nulls", () => {
  const nulls = "Resources:\n  T: {Type: AWS::SNS::Topic, Properties: {A: ~}}\n";
  it("are left to any transform", () => {
    expect(problems(`Transform: AWS::Serverless-2016-10-31\n${nulls}`)).toEqual([]);
    expect(problems(`Transform: AWS::LanguageExtensions\n${nulls}`)).toEqual([]);
  });
  it("are refused without one", () => {
    expect(problems(nulls)).toEqual([
      "2:43: A has no value (null); CloudFormation takes none. Give it one or remove it.",
    ]);
  });
  it.each([
    [
      "t.json",
      '{"Resources": {"S": {"Type": "AWS::EC2::Subnet", "Properties":\n{"AvailabilityZone": {"Fn::Select": [0, {"Fn::GetAZs": null}]}}}}}',
    ],
    [
      "t.yaml",
      "Resources:\n  S: {Type: AWS::EC2::Subnet, Properties: {\n    AvailabilityZone: {'Fn::Select': [0, {'Fn::GetAZs': }]}}}\n",
    ],
  ])("of Fn::GetAZs are the region of the stack, as !GetAZs is: %s", (file, text) => {
    const { body, findings } = renderTemplate(parseTemplate(text, file));
    expect(body).toBe(
      '{"Resources":{"S":{"Type":"AWS::EC2::Subnet","Properties":{"AvailabilityZone":{"Fn::Select":[0,{"Fn::GetAZs":""}]}}}}}',
    );
    expect(findings.map(({ level, message, location }) => `${location?.line} ${level} ${message}`)).toEqual([
      `${file === "t.json" ? 2 : 3} warning Fn::GetAZs has no value (null); the stack's own region is meant by that, and "" is sent.`,
    ]);
  });
});
