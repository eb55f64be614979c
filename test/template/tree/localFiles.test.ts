// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is the notation of Fn::Sub.
import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../../src/template/model.ts";
import { localFiles, otherTemplates, withValues } from "../../../src/template/tree/localFiles.ts";

const named = (value: JsonObject) =>
  localFiles(value).map(({ owner, property, path, local }) => ({
    owner,
    property,
    path: path.join("/"),
    local,
  }));
const resource = (Type: string, Properties: JsonObject) => ({ Resources: { R: { Type, Properties } } });

/** The properties that `aws cloudformation package` uploads, from its documentation. */
describe("a local path in a resource", () => {
  it.each<[type: string, properties: JsonObject, property: string]>([
    ["AWS::Lambda::Function", { Code: "src" }, "Code"],
    ["AWS::Lambda::LayerVersion", { Content: "layer" }, "Content"],
    ["AWS::Serverless::Function", { CodeUri: "./src" }, "CodeUri"],
    ["AWS::Serverless::Api", { DefinitionUri: "api.yaml" }, "DefinitionUri"],
    ["AWS::Serverless::StateMachine", { DefinitionUri: "states.json" }, "DefinitionUri"],
    ["AWS::StepFunctions::StateMachine", { DefinitionS3Location: "states.json" }, "DefinitionS3Location"],
    ["AWS::ApiGateway::RestApi", { BodyS3Location: "api.yaml" }, "BodyS3Location"],
    ["AWS::AppSync::GraphQLSchema", { DefinitionS3Location: "a.graphql" }, "DefinitionS3Location"],
    [
      "AWS::AppSync::Resolver",
      { RequestMappingTemplateS3Location: "a.vtl" },
      "RequestMappingTemplateS3Location",
    ],
    [
      "AWS::AppSync::Resolver",
      { ResponseMappingTemplateS3Location: "a.vtl" },
      "ResponseMappingTemplateS3Location",
    ],
    ["AWS::ElasticBeanstalk::ApplicationVersion", { SourceBundle: "app" }, "SourceBundle"],
    ["AWS::Glue::Job", { Command: { ScriptLocation: "job.py" } }, "Command.ScriptLocation"],
    ["AWS::CodeCommit::Repository", { Code: { S3: "repository" } }, "Code.S3"],
  ])("%s %j", (type, properties, property) => {
    const local = JSON.stringify(properties).split('"').at(-2);
    const path = ["Resources", "R", "Properties", ...property.split(".")].join("/");
    expect(named(resource(type, properties))).toEqual([{ owner: "R", property, path, local }]);
  });

  it("says what becomes of it", () => {
    expect(localFiles(resource("AWS::Lambda::Function", { Code: "src" }))).toEqual([
      {
        owner: "R",
        property: "Code",
        path: ["Resources", "R", "Properties", "Code"],
        local: "src",
        takes: "zip",
        wants: { bucket: "S3Bucket", key: "S3Key" },
        limit: { bytes: 250 * 1024 * 1024, of: "contents", service: "AWS Lambda" },
      },
    ]);
  });

  it("may be one of a condition's branches, and they may be conditions again", () => {
    const Code = { "Fn::If": ["C", "a", { "Fn::If": ["D", "s3://b/k", "b"] }] };
    expect(named(resource("AWS::Lambda::Function", { Code }))).toEqual([
      { owner: "R", property: "Code.Fn::If.1", path: "Resources/R/Properties/Code/Fn::If/1", local: "a" },
      {
        owner: "R",
        property: "Code.Fn::If.2.Fn::If.2",
        path: "Resources/R/Properties/Code/Fn::If/2/Fn::If/2",
        local: "b",
      },
    ]);
  });

  it("may be at any depth of a GraphQL API", () => {
    const properties = {
      SchemaUri: "s.graphql",
      Resolvers: {
        Query: { one: { CodeUri: "one.js" }, two: { CodeUri: "two.js", Runtime: { Name: "x" } } },
      },
      Functions: { f: { CodeUri: "f.js" } },
    };
    expect(
      named(resource("AWS::Serverless::GraphQLApi", properties)).map(({ property }) => property),
    ).toEqual([
      "SchemaUri",
      "Resolvers.Query.one.CodeUri",
      "Resolvers.Query.two.CodeUri",
      "Functions.f.CodeUri",
    ]);
  });

  it("is there once for all that a loop makes of it", () => {
    const body = { "F${N}": { Type: "AWS::Lambda::Function", Properties: { Code: "src" } } };
    const loop = { "Fn::ForEach::Outer": ["M", ["x"], { "Fn::ForEach::Inner": ["N", ["a", "b"], body] }] };
    expect(named({ Resources: loop })).toEqual([
      {
        owner: "F${N}",
        property: "Code",
        path: "Resources/Fn::ForEach::Outer/2/Fn::ForEach::Inner/2/F${N}/Properties/Code",
        local: "src",
      },
    ]);
  });
});

describe("what names nothing local", () => {
  const code = (Code: Json) => resource("AWS::Lambda::Function", { Code });
  it.each<[string, JsonObject]>([
    ["a place in S3", code("s3://bucket/key")],
    ["a URL", code("https://example.com/a.zip")],
    ["a dynamic reference", code("{{resolve:ssm:/code}}")],
    ["an empty text", code("")],
    ["a place as an object", code({ S3Bucket: "b", S3Key: "k" })],
    ["code in the template", code({ ZipFile: "exports.handler = 1" })],
    ["a parameter", code({ Ref: "Code" })],
    ["a list", code(["src"])],
    ["a number", code(1)],
    ["another function's text", code({ "Fn::Join": ["", "src"] })],
    ["a list of another function", code({ "Fn::Join": ["x", "src"] })],
    ["a condition that is no list", code({ "Fn::If": "src" })],
    ["a condition's name", code({ "Fn::If": ["src", { Ref: "A" }, { Ref: "B" }] })],
    ["another property", resource("AWS::Lambda::Function", { Handler: "src" })],
    ["another type", resource("AWS::SNS::Topic", { Code: "src" })],
    ["a type called like what every object has", resource("constructor", { Code: "src" })],
    ["less depth than is wanted", resource("AWS::Glue::Job", { Command: "job.py" })],
    ["a resource without properties", { Resources: { R: { Type: "AWS::Lambda::Function" } } }],
    ["a resource that is none", { Resources: { R: "src" } }],
    ["a loop that is none", { Resources: { "Fn::ForEach::L": { Type: "AWS::Lambda::Function" } } }],
    ["a loop without a body", { Resources: { "Fn::ForEach::L": ["N", ["a"], "src"] } }],
    ["resources that are none", { Resources: "src" }],
    ["other globals", { Globals: { Table: { CodeUri: "src" } } }],
    ["globals that are none", { Globals: "src" }],
    ["globals called like what every object has", { Globals: { constructor: { CodeUri: "src" } } }],
    ["other metadata", { Metadata: { Mine: { LicenseUrl: "LICENSE" } } }],
    ["no section", {}],
  ])("%s", (_, template) => {
    expect(localFiles(template)).toEqual([]);
  });
});

it("finds local paths in SAM's globals and metadata, behind those of resources", () => {
  const template = {
    Metadata: { "AWS::ServerlessRepo::Application": { LicenseUrl: "LICENSE", ReadmeUrl: "README.md" } },
    Globals: { Function: { CodeUri: "src" }, Api: { DefinitionUri: "api.yaml" } },
    ...resource("AWS::Serverless::Function", { CodeUri: "own" }),
  };
  expect(named(template)).toEqual([
    { owner: "R", property: "CodeUri", path: "Resources/R/Properties/CodeUri", local: "own" },
    { owner: "Function", property: "CodeUri", path: "Globals/Function/CodeUri", local: "src" },
    { owner: "Api", property: "DefinitionUri", path: "Globals/Api/DefinitionUri", local: "api.yaml" },
    ...["LicenseUrl", "ReadmeUrl"].map((property) => ({
      owner: "AWS::ServerlessRepo::Application",
      property,
      path: `Metadata/AWS::ServerlessRepo::Application/${property}`,
      local: property === "LicenseUrl" ? "LICENSE" : "README.md",
    })),
  ]);
});

describe("other local templates", () => {
  it("are those of stack sets and of stacks that a loop makes", () => {
    const stack = { Type: "AWS::CloudFormation::Stack", Properties: { TemplateURL: "child.yaml" } };
    const application = { Type: "AWS::Serverless::Application", Properties: { Location: "app.yaml" } };
    const set = { Type: "AWS::CloudFormation::StackSet", Properties: { TemplateURL: "set.yaml" } };
    const loop = [
      "N",
      ["a"],
      { "S${N}": stack, "A${N}": application, "T${N}": set, "O${N}": { Type: "AWS::SNS::Topic" } },
    ];
    expect(otherTemplates({ Resources: { Set: set, Stack: stack, "Fn::ForEach::L": loop } })).toEqual([
      {
        logicalId: "Set",
        templateUrl: "set.yaml",
        path: ["Resources", "Set", "Properties", "TemplateURL"],
        isNested: false,
      },
      {
        logicalId: "S${N}",
        templateUrl: "child.yaml",
        path: ["Resources", "Fn::ForEach::L", 2, "S${N}", "Properties", "TemplateURL"],
        isNested: true,
      },
      {
        logicalId: "A${N}",
        templateUrl: "app.yaml",
        path: ["Resources", "Fn::ForEach::L", 2, "A${N}", "Properties", "Location"],
        isNested: true,
      },
      {
        logicalId: "T${N}",
        templateUrl: "set.yaml",
        path: ["Resources", "Fn::ForEach::L", 2, "T${N}", "Properties", "TemplateURL"],
        isNested: false,
      },
    ]);
  });

  it.each<[string, Json]>([
    ["a URL", { TemplateURL: "https://b.s3.amazonaws.com/t.yaml" }],
    ["a parameter", { TemplateURL: { Ref: "Url" } }],
    ["none", { TemplateBody: "{}" }],
    ["no properties", "t.yaml"],
  ])("are none where a stack set names %s", (_, Properties) => {
    expect(
      otherTemplates({ Resources: { Set: { Type: "AWS::CloudFormation::StackSet", Properties } } }),
    ).toEqual([]);
  });
});

describe("a template with other values", () => {
  const template = { A: { B: [1, { C: 2, D: 3 }], E: 4 }, B: 5 };
  it("has them at their paths, and all else as it was, in its order", () => {
    const changed = withValues(template, [
      { path: ["A", "B", 1, "C"], value: { x: 1 } },
      { path: ["A", "B", 0], value: "first" },
      { path: ["B"], value: null },
    ]);
    expect(JSON.stringify(changed)).toBe('{"A":{"B":["first",{"C":{"x":1},"D":3}],"E":4},"B":null}');
    expect(template).toEqual({ A: { B: [1, { C: 2, D: 3 }], E: 4 }, B: 5 });
  });

  it("is the same without any", () => {
    expect(withValues(template, [])).toBe(template);
  });
});
