// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is the notation of Fn::Sub.
import { describe, expect, it } from "vitest";
import { childScope, evaluatedTree } from "../../../src/template/evaluate/evaluatedTree.ts";
import { parseTemplate } from "../../../src/template/text/parse.ts";
import { renderTree } from "../../../src/template/tree/tree.ts";

const scope = {
  parameters: { Env: "prod", Kept: undefined },
  pseudo: { "AWS::Region": "us-east-1", "AWS::StackName": "shop", "AWS::StackId": "arn:shop" },
};

function evaluated(text: string, files: Readonly<Record<string, string>> = {}) {
  return evaluatedTree(
    renderTree(parseTemplate(text, "t.yaml"), (path) => files[path]),
    scope,
  );
}

const HEAD = "Parameters:\n  Env: {Type: String}\n  Kept: {Type: String}\n";

function topic(properties: string) {
  const [resource] = evaluated(
    `${HEAD}Resources:
  Topic:
    Type: AWS::SNS::Topic
    Properties:
      ${properties}
  Key: {Type: AWS::KMS::Key}
`,
  );
  if (resource === undefined) throw new Error("There is no resource.");
  return resource;
}

it("a nested template is given the text of a number, and decides by it", () => {
  const child = `Parameters: {V: {Type: String}}
Conditions: {IsEight: !Equals [!Ref V, 8.0]}
Resources: {Topic: {Type: AWS::SNS::Topic, Condition: IsEight, Properties: {DisplayName: !Ref V}}}
`;
  const parent = `Resources:
  N: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: c.yaml, Parameters: {V: 8.0}}}
`;
  const found = evaluated(parent, { "c.yaml": child });
  expect(found.map(({ key, text }) => [key, text("DisplayName")])).toEqual([
    ["N", undefined],
    ["N/Topic", "8.0"],
  ]);
});

describe("a property", () => {
  it.each<[string, string | undefined]>([
    ["V: x", "x"],
    ["V: 7", "7"],
    ["V: !Ref Env", "prod"],
    ["V: ''", ""],
    ["V: !Ref Kept", undefined],
    ["V: !Ref Key", undefined],
    ["V: '{{resolve:ssm:x}}'", undefined],
    ["V: [x]", undefined],
    ["V: {a: x}", undefined],
    ["W: x", undefined],
  ])("as a text: %s", (written, text) => {
    expect(topic(written).text("V")).toBe(text);
  });

  it.each<[string, readonly string[] | undefined]>([
    ["V: [x, 7, !Ref Env]", ["x", "7", "prod"]],
    ["V: []", []],
    ["V: [x, !Ref AWS::NoValue]", ["x"]],
    ["V: [x, !Ref Kept]", undefined],
    ["V: [!Ref Kept, x]", undefined],
    ["V: [x, '{{resolve:ssm:x}}']", undefined],
    ["V: [x, [y]]", undefined],
    ["V: x", undefined],
    ["W: [x]", undefined],
  ])("as a list: %s", (written, texts) => {
    expect(topic(written).texts("V")).toEqual(texts);
  });

  it.each<[string, boolean]>([
    ["V: x", true],
    ["V: ''", true],
    ["V: !Ref Kept", true],
    ["V: {}", true],
    ["V: !Ref AWS::NoValue", false],
    ["W: x", false],
  ])("is there: %s", (written, has) => {
    expect(topic(written).has("V")).toBe(has);
  });

  it.each<[string, readonly string[]]>([
    ["V: !Ref Key", ["Key"]],
    ["V: !GetAtt Key.Arn", ["Key"]],
    ["V: [!Ref Key, x, !GetAtt [Key, Arn], !Sub '${Env}', {Ref: Env}]", ["Key", "Key", "Env"]],
    ["V: !GetAtt [!Ref Env, Arn]", []],
    ["V: !Sub '${Key}'", []],
    ["V: !Join ['', [!Ref Key]]", []],
    ["V: Key", []],
    ["V: {a: !Ref Key}", []],
    ["W: !Ref Key", []],
  ])("refers to: %s", (written, names) => {
    // A function in the place of a logical id is one of the language extensions.
    const [resource] = evaluated(
      `Transform: AWS::LanguageExtensions\n${HEAD}Resources:
  Topic: {Type: AWS::SNS::Topic, Properties: {${written}}}
  Key: {Type: AWS::KMS::Key}\n`,
    );
    expect(resource?.references("V")).toEqual(names);
  });

  it("refers to nothing by an attribute that names nothing", () => {
    const R = { Type: "AWS::SNS::Topic", Properties: { V: { "Fn::GetAtt": "Key" } } };
    const locate = () => ({ file: "t.yaml", line: 1, column: 1 });
    const template = { value: { Resources: { R } }, parameters: [], locate };
    expect(evaluatedTree({ template, children: [] }, scope)[0]?.references("V")).toEqual([]);
  });

  it("has its place, and so has what is in it", () => {
    const resource = topic("V:\n        - a\n        - b: c");
    expect(resource.locate("V")).toEqual({ file: "t.yaml", line: 8, column: 7 });
    expect(resource.locate(["V", 1, "b"])).toMatchObject({ file: "t.yaml", line: 10 });
  });
});

describe("a resource", () => {
  it("has its leaves and its dynamic references", () => {
    const resource = topic(
      "V: {a: [!Ref Env, '{{resolve:ssm:x:1}}']}\n      W: '{{resolve:secretsmanager:db}}'",
    );
    expect(resource.leaves()).toEqual([
      { path: ["V", "a", 0], at: "V.a.*", text: "prod" },
      { path: ["V", "a", 1], at: "V.a.*", text: undefined },
      { path: ["W"], at: "W", text: undefined },
    ]);
    expect(resource.dynamicReferences).toEqual([
      { property: "V", reference: { service: "ssm", id: "x", version: 1, text: "{{resolve:ssm:x:1}}" } },
      {
        property: "W",
        reference: { service: "secretsmanager", id: "db", text: "{{resolve:secretsmanager:db}}" },
      },
    ]);
  });

  it("without properties has none", () => {
    const [resource] = evaluated("Resources:\n  Topic: {Type: AWS::SNS::Topic}\n");
    expect(resource).toMatchObject({
      key: "Topic",
      logicalId: "Topic",
      type: "AWS::SNS::Topic",
      exists: true,
    });
    expect(resource?.properties).toEqual({});
    expect(resource?.references("V")).toEqual([]);
    expect(resource?.leaves()).toEqual([]);
    expect(resource?.dynamicReferences).toEqual([]);
  });
});

describe("nested stacks", () => {
  const nested = (logicalId: string, more = "") =>
    `  ${logicalId}:\n    Type: AWS::CloudFormation::Stack\n${more}    Properties:\n      TemplateURL: ./child.yaml\n`;
  const child = `Parameters: {Name: {Type: String, Default: otherwise}}
Resources:
  Topic:
    Type: AWS::SNS::Topic
    Properties: {TopicName: !Ref Name, R: !Ref AWS::Region, S: !Ref AWS::StackName, I: !Ref AWS::StackId}
`;
  const files = { "child.yaml": child };
  const given = (value: string) => `      Parameters: {Name: ${value}}\n`;

  it("are evaluated with what they are given, under the paths of their stacks", () => {
    const text = `${HEAD}Resources:\n${nested("A")}${given("!Ref Env")}${nested("B")}`;
    const resources = evaluated(text, files);
    expect(resources.map(({ key, logicalId }) => [key, logicalId])).toEqual([
      ["A", "A"],
      ["B", "B"],
      ["A/Topic", "Topic"],
      ["B/Topic", "Topic"],
    ]);
    expect(resources.map(({ text }) => text("TopicName"))).toEqual([
      undefined,
      undefined,
      "prod",
      "otherwise",
    ]);
    expect(resources[2]?.locate("TopicName").file).toBe("child.yaml");
    expect(["R", "S", "I"].map((name) => resources[2]?.text(name))).toEqual([
      "us-east-1",
      undefined,
      undefined,
    ]);
  });

  it("are evaluated once where they are given the same", () => {
    const text = `${HEAD}Resources:\n${nested("A")}${given("x")}${nested("B")}${given("x")}${nested("C")}${given("y")}`;
    const [a, b, c] = evaluated(text, files).filter(({ logicalId }) => logicalId === "Topic");
    expect([a?.key, b?.key, c?.key]).toEqual(["A/Topic", "B/Topic", "C/Topic"]);
    expect(a?.properties).toBe(b?.properties);
    expect([b?.text("TopicName"), c?.text("TopicName")]).toEqual(["x", "y"]);
  });

  it("are not there where their stack is not", () => {
    const text = `${HEAD}Conditions: {Never: !Equals [!Ref Env, dev], Perhaps: !Equals [!Ref Kept, x]}
Resources:
${nested("A", "    Condition: Never\n")}${nested("B", "    Condition: Perhaps\n")}`;
    expect(evaluated(text, files).map(({ key, exists }) => [key, exists])).toEqual([
      ["B", "unknown"],
      ["B/Topic", true],
    ]);
  });
});

describe("what a nested stack sees", () => {
  const parameter = (name: string, otherwise?: string) => ({
    name,
    type: "String",
    noEcho: false,
    ...(otherwise === undefined ? {} : { default: otherwise }),
  });
  const [resource] = evaluated(
    `${HEAD}Resources:
  A: {Type: Custom::T, Properties: {P: {Text: x, Number: 7, List: [a, !Ref Env], Unknown: !Ref Kept, Part: [a, !Ref Kept]}}}\n`,
  );
  const names = ["Text", "Number", "List", "Unknown", "Part", "Absent"].map((name) => parameter(name, "d"));

  it("is what it is given, else its defaults", () => {
    const parameters = [...names, parameter("Required")];
    expect(childScope({ parameters }, resource?.properties.P, scope)).toEqual({
      parameters: {
        Text: "x",
        Number: "7",
        List: "a,prod",
        Unknown: undefined,
        Part: undefined,
        Absent: "d",
        Required: undefined,
      },
      pseudo: { "AWS::Region": "us-east-1", "AWS::StackName": undefined, "AWS::StackId": undefined },
    });
  });

  it("are its defaults where nothing is given", () => {
    expect(childScope({ parameters: names.slice(0, 1) }, undefined, scope).parameters).toEqual({ Text: "d" });
  });
});
