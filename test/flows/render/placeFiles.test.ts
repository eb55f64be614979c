import { describe, expect, test } from "vitest";
import { ActionError } from "../../../src/errors.ts";
import { placeFiles } from "../../../src/flows/render/placeFiles.ts";
import { linkTemplate } from "../../../src/flows/render/templateUpload.ts";
import type { Json } from "../../../src/template/model.ts";
import { parseTemplate } from "../../../src/template/text/parse.ts";
import type { Packaged } from "../../../src/template/tree/packaged.data.ts";
import { renderTree } from "../../../src/template/tree/tree.ts";

const store = { bucket: "templates", prefix: "ci", region: "us-east-1" };
const sent = { store, isSent: true };

/** What each path holds in this test is its own name. */
const digestOf = (path: string) => Buffer.from(path).toString("hex").padEnd(64, "0").slice(0, 64);

/** Renders `files["stack.yaml"]` with a workspace that packs whatever it is asked for. */
async function place(
  files: Readonly<Record<string, string>>,
  storage: Parameters<typeof placeFiles>[2] = sent,
  fails: Readonly<Record<string, ActionError>> = {},
) {
  const packed: string[] = [];
  const workspace = {
    pack: async (path: string, { takes }: Pick<Packaged, "takes">) => {
      const error = fails[path];
      if (error !== undefined) throw error;
      packed.push(`${takes} ${path}`);
      const extension = takes === "file" ? ".txt" : ".zip";
      return { file: `/tmp/${path}`, bytes: path.length, digest: digestOf(path), extension };
    },
  };
  const tree = renderTree(parseTemplate(files["stack.yaml"] ?? "", "stack.yaml"), (path) => files[path]);
  const placed = await placeFiles(tree, workspace, storage);
  return { ...placed, packed, ...linkTemplate({ ...placed, sourceBytes: 0 }, storage), files: placed.files };
}

const resource = (type: string, properties: object) =>
  JSON.stringify({ Resources: { R: { Type: type, Properties: properties } } });

const key = (extension: string) => `ci/aurora-deploy-action/${digestOf("src")}${extension}`;
const uri = (extension: string) => `s3://templates/${key(extension)}`;
const code = { S3Bucket: "templates", S3Key: key(".zip") };
const object = { Bucket: "templates", Key: key(".txt") };

/** Type, property, how it is packed, what CloudFormation gets. */
const PROPERTIES: readonly (readonly [string, string, string, Json])[] = [
  ["AWS::Lambda::Function", "Code", "zip", code],
  ["AWS::Lambda::LayerVersion", "Content", "zip", code],
  ["AWS::ElasticBeanstalk::ApplicationVersion", "SourceBundle", "bundle", code],
  ["AWS::CodeCommit::Repository", "Code.S3", "zip", { Bucket: "templates", Key: key(".zip") }],
  ["AWS::ApiGateway::RestApi", "BodyS3Location", "file", object],
  ["AWS::ApiGatewayV2::Api", "BodyS3Location", "file", object],
  ["AWS::StepFunctions::StateMachine", "DefinitionS3Location", "file", object],
  ["AWS::Serverless::StateMachine", "DefinitionUri", "file", object],
  ["AWS::Serverless::Function", "CodeUri", "zip", uri(".zip")],
  ["AWS::Serverless::WebFunction", "CodeUri", "zip", uri(".zip")],
  ["AWS::Serverless::LayerVersion", "ContentUri", "zip", uri(".zip")],
  ["AWS::Serverless::Api", "DefinitionUri", "file", uri(".txt")],
  ["AWS::Serverless::HttpApi", "DefinitionUri", "file", uri(".txt")],
  ["AWS::Serverless::GraphQLApi", "SchemaUri", "file", uri(".txt")],
  ["AWS::Serverless::GraphQLApi", "Functions.F.CodeUri", "file", uri(".txt")],
  ["AWS::Serverless::GraphQLApi", "Resolvers.Query.R.CodeUri", "file", uri(".txt")],
  ["AWS::AppSync::GraphQLSchema", "DefinitionS3Location", "file", uri(".txt")],
  ["AWS::AppSync::Resolver", "RequestMappingTemplateS3Location", "file", uri(".txt")],
  ["AWS::AppSync::Resolver", "ResponseMappingTemplateS3Location", "file", uri(".txt")],
  ["AWS::AppSync::Resolver", "CodeS3Location", "file", uri(".txt")],
  ["AWS::AppSync::FunctionConfiguration", "RequestMappingTemplateS3Location", "file", uri(".txt")],
  ["AWS::AppSync::FunctionConfiguration", "ResponseMappingTemplateS3Location", "file", uri(".txt")],
  ["AWS::AppSync::FunctionConfiguration", "CodeS3Location", "file", uri(".txt")],
  ["AWS::Glue::Job", "Command.ScriptLocation", "file", uri(".txt")],
  ["AWS::CloudFormation::ModuleVersion", "ModulePackage", "bundle", uri(".zip")],
  ["AWS::CloudFormation::ResourceVersion", "SchemaHandlerPackage", "bundle", uri(".zip")],
];

/** `a.b` of a value is an object in an object. */
function nested(property: string, value: Json): Record<string, Json> {
  return property.split(".").reduceRight<Json>((inner, name) => ({ [name]: inner }), value) as Record<
    string,
    Json
  >;
}

describe("every property that names something local", () => {
  test.for(PROPERTIES)("%s %s: %s", async ([type, property, takes, expected]) => {
    const properties = { Other: 1.5, ...nested(property, "./src") };
    const { packed, template, files } = await place({ "stack.yaml": resource(type, properties) });
    expect(packed).toEqual([`${takes} src`]);
    expect(template.value).toEqual({
      Resources: { R: { Type: type, Properties: { Other: 1.5, ...nested(property, expected) } } },
    });
    expect(JSON.parse(template.body)).toEqual(template.value);
    expect(files).toEqual([
      expect.objectContaining({
        name: "src",
        file: "/tmp/src",
        bytes: 3,
        digest: digestOf("src"),
        bucket: "templates",
      }),
    ]);
  });

  test.for(PROPERTIES)("%s %s: what is not local stays", async ([type, property]) => {
    const values: readonly Json[] = [
      "s3://bucket/key",
      "https://bucket.s3.us-east-1.amazonaws.com/key",
      "{{resolve:ssm:/code/key}}",
      "",
      { "Fn::Join": ["/", ["s3://bucket", "key"]] },
      { Ref: "AWS::Region" },
      { S3Bucket: "a", S3Key: "b" },
      ["src"],
    ];
    for (const value of values) {
      const text = resource(type, nested(property, value));
      const { packed, template, files } = await place(
        { "stack.yaml": text },
        { store: undefined, isSent: true },
      );
      expect([packed, files, JSON.parse(text)]).toEqual([[], [], template.value]);
    }
  });

  test.for(PROPERTIES)("%s %s: without a bucket the line is named", async ([type, property]) => {
    const text = JSON.stringify(JSON.parse(resource(type, nested(property, "./src"))), null, 2);
    const line = text.split("\n").findIndex((each) => each.includes("./src")) + 1;
    await expect(place({ "stack.yaml": text }, { store: undefined, isSent: true })).rejects.toMatchObject({
      reasonCode: "invalid-input",
      message: expect.stringMatching(
        new RegExp(
          `^stack\\.yaml:${line}:\\d+: ${property.replaceAll(".", "\\.")} of R is "\\./src": AWS reads it from S3 only\\. Name a bucket in s3-bucket`,
        ),
      ),
    });
  });
});

test.for([
  ["./src", "src"],
  ["src/", "src"],
  ["file://src", "src"],
  ["file:src", "src"],
  [".", ""],
  ["a/../src", "src"],
] as const)("%s is %j", async ([local, path]) => {
  const { packed } = await place({ "stack.yaml": resource("AWS::Lambda::Function", { Code: local }) });
  expect(packed).toEqual([`zip ${path}`]);
});

test.for(["/etc/passwd", "file:///etc/passwd", "../outside", "C:\\code", "~/code"])(
  "%s leads out of the repository",
  async (local) => {
    const text = resource("AWS::Lambda::Function", { Code: local });
    await expect(place({ "stack.yaml": text })).rejects.toMatchObject({
      reasonCode: "invalid-template",
      message: expect.stringMatching(/^stack\.yaml:1:\d+: Code of R is .* it leads out of the repository/),
    });
  },
);

test("paths are relative to the file that they are written in: nested, included, of a stack set", async () => {
  const fn = (path: string) => `{Type: AWS::Lambda::Function, Properties: {Code: ${path}, Handler: a.b}}`;
  const { packed, template, uploads, files } = await place({
    "stack.yaml": `
Transform: AWS::Serverless-2016-10-31
Resources:
  Own: ${fn("src")}
  Nested: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: nested/child.yaml}}
  App: {Type: AWS::Serverless::Application, Properties: {Location: nested/child.yaml}}
  Set: {Type: AWS::CloudFormation::StackSet, Properties: {StackSetName: s, TemplateURL: file://sets/set.yaml}}
  Fn::Transform: {Name: AWS::Include, Parameters: {Location: parts/more.yaml}}
Outputs: {A: {Value: !GetAtt App.Outputs.Arn}}
`,
    "parts/more.yaml": `Included: ${fn("src")}`,
    "nested/child.yaml": `Resources: {Own: ${fn("src")}}\nOutputs: {Arn: {Value: !GetAtt Own.Arn}}`,
    "sets/set.yaml": `Resources: {Own: ${fn("../src")}, Deep: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: ../nested/child.yaml}}}`,
  });
  expect(packed).toEqual(["zip src", "zip parts/src", "zip nested/src"]);
  expect(files.map(({ name }) => name)).toEqual(["src", "parts/src", "nested/src"]);
  const keyOf = (path: string) => `ci/aurora-deploy-action/${digestOf(path)}.zip`;
  const bodies = new Map(uploads.map(({ url, body }) => [url, JSON.parse(body)]));
  expect(bodies.size).toBe(2);
  const {
    Own,
    Included,
    Nested,
    App,
    Set: set,
  } = template.value.Resources as Record<string, { readonly Properties: Record<string, Json> }>;
  expect(Own?.Properties.Code).toEqual({ S3Bucket: "templates", S3Key: keyOf("src") });
  expect(Included?.Properties.Code).toEqual({ S3Bucket: "templates", S3Key: keyOf("parts/src") });
  expect(App?.Properties.Location).toBe(Nested?.Properties.TemplateURL);
  const child = bodies.get(String(Nested?.Properties.TemplateURL));
  expect(child.Resources.Own.Properties.Code.S3Key).toBe(keyOf("nested/src"));
  const member = bodies.get(String(set?.Properties.TemplateURL));
  expect(member.Resources.Own.Properties.Code.S3Key).toBe(keyOf("src"));
  expect(member.Resources.Deep.Properties.TemplateURL).toBe(Nested?.Properties.TemplateURL);
});

test("loops, SAM's globals and the repository's metadata", async () => {
  const { packed, template, uploads } = await place({
    "stack.yaml": `
Transform: [AWS::LanguageExtensions, AWS::Serverless-2016-10-31]
Globals: {Function: {CodeUri: src, Timeout: 3}, Api: {DefinitionUri: api.yaml}}
Metadata: {"AWS::ServerlessRepo::Application": {ReadmeUrl: README.md, LicenseUrl: LICENSE, Name: x}}
Resources:
  Fn::ForEach::Functions:
    - Name
    - [A, B]
    - "F\${Name}": {Type: AWS::Lambda::Function, Properties: {Code: lambda, Handler: a.b}}
      "S\${Name}": {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: parts/child.yaml}}
`,
    "parts/child.yaml":
      "Resources: {S: {Type: AWS::StepFunctions::StateMachine, Properties: {DefinitionS3Location: s.json}}}",
  });
  expect(packed).toEqual([
    "zip lambda",
    "zip src",
    "file api.yaml",
    "file LICENSE",
    "file README.md",
    "file parts/s.json",
  ]);
  expect(uploads).toHaveLength(1);
  expect(uploads[0]?.body).toContain(digestOf("parts/s.json"));
  expect(template.body).toContain(`"TemplateURL":"${uploads[0]?.url}"`);
  const { Globals, Metadata, Resources } = template.value as Record<string, never>;
  expect([Globals, Metadata]).toEqual([
    {
      Function: { CodeUri: uri(".zip"), Timeout: 3 },
      Api: { DefinitionUri: `s3://templates/ci/aurora-deploy-action/${digestOf("api.yaml")}.txt` },
    },
    {
      "AWS::ServerlessRepo::Application": {
        ReadmeUrl: expect.stringMatching(/^s3:/),
        LicenseUrl: expect.stringMatching(/^s3:/),
        Name: "x",
      },
    },
  ]);
  expect(JSON.stringify(Resources)).toContain(
    '"Code":{"S3Bucket":"templates","S3Key":"ci/aurora-deploy-action/',
  );
});

test("each branch of a condition", async () => {
  const choice = {
    "Fn::If": ["IsLarge", "large", { "Fn::If": ["IsSmall", "src", { Ref: "AWS::NoValue" }] }],
  };
  const text = JSON.stringify({
    Conditions: { IsLarge: { "Fn::Equals": ["a", "b"] }, IsSmall: { "Fn::Equals": ["a", "b"] } },
    Resources: { R: { Type: "AWS::Lambda::Function", Properties: { Code: choice } } },
  });
  const { packed, template } = await place({ "stack.yaml": text });
  expect(packed).toEqual(["zip large", "zip src"]);
  const large = { S3Bucket: "templates", S3Key: `ci/aurora-deploy-action/${digestOf("large")}.zip` };
  expect(template.value.Resources).toEqual({
    R: {
      Type: "AWS::Lambda::Function",
      Properties: {
        Code: { "Fn::If": ["IsLarge", large, { "Fn::If": ["IsSmall", code, { Ref: "AWS::NoValue" }] }] },
      },
    },
  });
});

test("one folder in many places is packed once and uploaded once", async () => {
  const fn = { Type: "AWS::Lambda::Function", Properties: { Code: "./src" } };
  const { packed, files } = await place({ "stack.yaml": JSON.stringify({ Resources: { A: fn, B: fn } }) });
  expect([packed.length, files.length]).toEqual([1, 1]);
});

test("without a bucket, mode: render names files beside the rendered template", async () => {
  const text = `
Resources:
  F: {Type: AWS::Lambda::Function, Properties: {Code: src}}
  S: {Type: AWS::CloudFormation::StackSet, Properties: {StackSetName: s, TemplateURL: set.yaml}}
`;
  const set = "Resources: {T: {Type: AWS::SNS::Topic}}";
  const {
    template,
    nested: written,
    files,
  } = await place({ "stack.yaml": text, "set.yaml": set }, { store: undefined, isSent: false });
  expect(files).toEqual([]);
  expect(template.value.Resources).toMatchObject({
    F: { Properties: { Code: `./${digestOf("src")}.zip` } },
    S: { Properties: { TemplateURL: `./${written[0]?.name}.json` } },
  });
  expect(written.map(({ body }) => body)).toEqual(['{"Resources":{"T":{"Type":"AWS::SNS::Topic"}}}']);
});

test("everything that cannot be packed is one error, each at its line", async () => {
  const text = `
Resources:
  F:
    Type: AWS::Lambda::Function
    Properties:
      Code: ./nothing
  L:
    Type: AWS::Lambda::LayerVersion
    Properties:
      Content: large
`;
  const cause = Object.assign(new Error("ENOENT"), { code: "ENOENT" });
  const fails = {
    nothing: new ActionError("x", { reasonCode: "invalid-input", cause }),
    large: new ActionError("large has 9 bytes; AWS Lambda takes at most 8.", { reasonCode: "invalid-input" }),
  };
  await expect(place({ "stack.yaml": text }, sent, fails)).rejects.toMatchObject({
    reasonCode: "invalid-template",
    message: [
      "2 problems:",
      '- stack.yaml:6:7: Code of F is "./nothing": there is no such file or folder. It is relative to this file.',
      '- stack.yaml:10:7: Content of L is "large": large has 9 bytes; AWS Lambda takes at most 8.',
    ].join("\n"),
  });
});

test("code in the place of a path is not quoted whole", async () => {
  const code = `x${"import os; ".repeat(1000)}`;
  const cause = Object.assign(new Error("ENAMETOOLONG"), { code: "ENAMETOOLONG" });
  const fails = { [code.trim()]: new ActionError("x", { reasonCode: "invalid-input", cause }) };
  const text = resource("AWS::Lambda::Function", { Code: code.trim() });
  const refused = place({ "stack.yaml": text }, sent, fails);
  await expect(refused).rejects.toMatchObject({ message: expect.stringMatching(/no such file or folder/) });
  await expect(refused).rejects.toMatchObject({ message: expect.stringMatching(/^.{200,400}$/) });
});

test("a stack set's local template without a bucket is told at its line", async () => {
  const text =
    "Resources:\n  S:\n    Type: AWS::CloudFormation::StackSet\n    Properties:\n      TemplateURL: set.yaml\n";
  const files = { "stack.yaml": text, "set.yaml": "Resources: {T: {Type: AWS::SNS::Topic}}" };
  await expect(place(files, { store: undefined, isSent: true })).rejects.toMatchObject({
    reasonCode: "invalid-input",
    message: expect.stringMatching(
      /^stack\.yaml:5:7: TemplateURL of S is set\.yaml: AWS reads it from S3 only\./,
    ),
  });
});
