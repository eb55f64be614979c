import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Assignments } from "../../../src/template/model.ts";
import { parameterFileName, parseParameterFile } from "../../../src/template/parameters/assignments.ts";
import { overridePairs, tagPairs } from "../../../src/template/parameters/samPairs.ts";
import { findingText } from "../../../src/template/problems.ts";

const valuesOf = ({ values }: Assignments) =>
  Object.fromEntries(
    [...values].map(([name, given]) => [name, given.kind === "value" ? given.value : given]),
  );

async function read(text: string, name = "samconfig.toml") {
  const { path, environment } = parameterFileName(name);
  const file = await parseParameterFile(text, path, environment);
  return {
    parameters: valuesOf(file.parameters),
    tags: valuesOf(file.tags),
    problems: file.problems.map(findingText),
    notices: file.notices.map(({ message }) => message),
  };
}

const toml = (settings: string) => `version = 0.1\n[default.deploy.parameters]\n${settings}\n`;

// What `CfnParameterOverridesType().convert` of aws-sam-cli 1.170.0 answers.
describe("SAM's parameter_overrides in one text", () => {
  it.each<[string, Record<string, string>]>([
    ["KeyPairName=MyKey InstanceType=t1.micro", { KeyPairName: "MyKey", InstanceType: "t1.micro" }],
    [
      "ParameterKey=KeyPairName,ParameterValue=MyKey ParameterKey=InstanceType,ParameterValue=t1.micro",
      { KeyPairName: "MyKey", InstanceType: "t1.micro" },
    ],
    ["KeyPairName=MyKey, InstanceType=t1.micro,", { KeyPairName: "MyKey,", InstanceType: "t1.micro," }],
    ['A="x y" B=1', { A: "x y", B: "1" }],
    ["A='x y' B=1", { A: "x y", B: "1" }],
    ["A=x\\ y B=1", { A: "x y", B: "1" }],
    ['A="{\\"a\\":\\"b\\"}" B=1', { A: '{"a":"b"}', B: "1" }],
    [`A='{"a":"b"}'`, { A: '{"a":"b"}' }],
    ['A="a\\\\" B=1', { A: "a\\\\", B: "1" }],
    ["A=Val'ue", { A: "Val'ue" }],
    ['A=\\"Value', { A: '"Value' }],
    ["A=b=c B==", { A: "b=c", B: "=" }],
    ["A=1,2,3 B=https://x.example.com/?q=1&r=2", { A: "1,2,3", B: "https://x.example.com/?q=1&r=2" }],
    ['A=""', { A: "" }],
    ['ParameterKey=A,ParameterValue=""', { A: "" }],
    ['"A"=1', { A: "1" }],
    ['  A="1"\n  B="2"\n', { A: "1", B: "2" }],
    ["A=1 \n B=2", { A: "1", B: "2" }],
    ['A="x\ny"', { A: "x\ny" }],
    ["  A=1   B=2     ", { A: "1", B: "2" }],
    [
      "ParameterKey=Key,ParameterValue==-_)(*&^%$#@!`~:;,.    ParameterKey=Key2,ParameterValue=2",
      { Key: "=-_)(*&^%$#@!`~:;,.", Key2: "2" },
    ],
  ])("%j", (text, expected) => {
    const { pairs, problem } = overridePairs(text);
    expect(problem).toBeUndefined();
    expect(Object.fromEntries(pairs)).toEqual(expected);
  });

  // There SAM sends less than is written, or something else: the comments are its answers.
  it.each([
    ["A=1\n  B=2", /tab or a line break for a part of the value/], // {"A": "1\n", "B": "2"}
    ["A=1\nB=2", /tab or a line break for a part of the value/], // {"A": "1\nB=2"}
    ["A=1\tB=2", /tab or a line break for a part of the value/], // {"A": "1\tB=2"}
    ['A="1"\nB="2"', /behind a line break without a space/], // {"A": "1"}
    ["A=x y", /would leave this out/], // {"A": "x"}
    ['A=x"y z"', /would leave this out/], // {"A": "x"}
    ['A="x"y B=1', /would leave this out/], // {"A": "x", "B": "1"}
    ['A="x', /would leave this out/],
    ["A= B=1", /nothing after its "="; write Key=""/], // {"B": "1"}
    ["A=1 B=", /nothing after its "="/], // {"A": "1"}
    ["A-B=1 C=2", /would leave this out/], // {"C": "2"}
    ["ParameterKey=A,ParameterValue=1 B=2", /would leave this out/], // {"A": "1"}
    ['A="ParameterKey=B,ParameterValue=2"', /would leave this out/], // {"B": "2\""}
    ['A="{"a":"b"}"', /would leave this out/], // {"A": "{"}
    [" ", /would leave this out/],
    ["some string", /would leave this out/],
  ])("%j is refused", (text, problem) => {
    expect(overridePairs(text).problem).toMatch(problem);
  });

  it("takes a time that grows with the text", () => {
    const hostile = `A="${"x\\".repeat(200_000)}`;
    expect(overridePairs(hostile).problem).toBeDefined();
    expect(overridePairs(`A=${"'\\x".repeat(200_000)}"`).problem).toBeDefined();
    expect(tagPairs(`a=b ${"c".repeat(400_000)}`)).toBeDefined();
  });
});

// What `CfnTags().convert` of the same version answers.
describe("SAM's tags in one text", () => {
  it.each<[string, Record<string, string>]>([
    [
      "stage=int company:application=awesome-service company:staff=12",
      { stage: "int", "company:application": "awesome-service", "company:staff": "12" },
    ],
    ['owner:name="son of anton"', { "owner:name": "son of anton" }],
    ["Team=data platform", { Team: "data platform" }],
    ['tag1="son of anton"   tag2="company abc"', { tag1: "son of anton", tag2: "company abc" }],
    ["a='x y' b=c", { a: "x y", b: "c" }],
    ['a="x=y z" b=c', { a: "x=y z", b: "c" }],
    ["\n  a=b\n  c=d\n", { a: "b", c: "d" }],
    ["a= b=c", { a: "", b: "c" }],
    ["a=ü Name=x,y", { a: "ü", Name: "x,y" }],
  ])("%j", (text, expected) => {
    const { pairs, problem } = tagPairs(text);
    expect(problem).toBeUndefined();
    expect(Object.fromEntries(pairs)).toEqual(expected);
  });

  it.each([
    "a=b=c", // {"a=b": "c"}
    "a=b\n c=d", // {"a": "b\n", "c": "d"}
    'a="x_y" b="x y"', // {"a": "x_y", "b": "x_y"}
    "'a=b c=d'", // {"'a": "b", "c": "d'"}
    " a=b", // {" a": "b"}
    "a = b", // {"a ": " b"}
    "some string",
    'a="x y" b',
  ])("%j is refused", (text) => {
    expect(tagPairs(text).problem).toMatch(/Write a list with one "Key=Value" each/);
  });
});

describe("samconfig.toml", () => {
  it("is read as `sam deploy --guided` writes it", async () => {
    const text = `version = 0.1
[default]
[default.deploy]
[default.deploy.parameters]
stack_name = "orders"
s3_bucket = "aws-sam-cli-managed-default-samclisourcebucket-1"
s3_prefix = "orders"
region = "eu-central-1"
confirm_changeset = true
capabilities = "CAPABILITY_IAM"
parameter_overrides = "Environment=\\"prod\\" Greeting=\\"it's \\\\\\"fine\\\\\\"\\" Origins=\\"https://a.example.com,https://b.example.com\\" Empty=\\"\\""
tags = "team=\\"orders\\" stage=\\"prod\\""
image_repositories = []
`;
    expect(await read(text)).toEqual({
      parameters: {
        Environment: "prod",
        Greeting: 'it\'s "fine"',
        Origins: "https://a.example.com,https://b.example.com",
        Empty: "",
      },
      tags: { team: "orders", stage: "prod" },
      problems: [],
      notices: [
        "samconfig.toml also sets stack_name, s3_bucket, s3_prefix, region, capabilities. Only parameters and tags are taken from it: set the inputs stack-name, s3-bucket, s3-prefix, region, capabilities where that is to count.",
      ],
    });
  });
  it.each<[string, string, Record<string, string>]>([
    [
      "a list",
      'parameter_overrides = [\n  "A=1", # one\n  "B=x=y",\n  "C=\\"p q\\"",\n]',
      { A: "1", B: "x=y", C: "p q" },
    ],
    ["lists in a list", 'parameter_overrides = [["A=1 B=2"], [["C=3"]]]', { A: "1", B: "2", C: "3" }],
    [
      "a text with lines that a backslash joins",
      'parameter_overrides = """\n  A=1 \\\n  B=2 \\\n  C=\\"x y\\"\n"""',
      { A: "1", B: "2", C: "x y" },
    ],
    [
      "a text with quoted values in lines",
      'parameter_overrides = """\n    A=\\"1\\"\n    B=\\"2\\"\n"""',
      { A: "1", B: "2" },
    ],
    ["a literal text", `parameter_overrides = 'A="x y" B="c:\\d"'`, { A: "x y", B: "c:\\d" }],
    [
      "a table",
      '[default.deploy.parameters.parameter_overrides]\nA = "a = b, c"\nB = 3\nC = 0.5\nD = 15.0\nE = ["x ", 1, ""]\nF = """\nl1\nl2"""\nG = 2024-01-01',
      { A: "a = b, c", B: "3", C: "0.5", D: "15.0", E: "x,1", F: "l1\nl2", G: "2024-01-01" },
    ],
    ["an inline table", 'parameter_overrides = { A = "1", "B" = "\\"x\\"" }', { A: "1", B: "x" }],
    ["dotted keys", 'parameter_overrides.A = "1"\nparameter_overrides.B = "2"', { A: "1", B: "2" }],
    ["tables and texts in a list", 'parameter_overrides = [{ A = "1" }, "B=2"]', { A: "1", B: "2" }],
    ["an empty text", 'parameter_overrides = ""\ntags = ""', {}],
  ])("%s", async (_, settings, expected) => {
    expect(await read(toml(settings))).toMatchObject({ parameters: expected, problems: [], notices: [] });
  });
  it.each([
    ["a list", 'tags = ["team=data platform", "stage=prod"]'],
    ["a text", `tags = 'team="data platform" stage=prod'`],
  ])("tags as %s", async (_, settings) => {
    expect((await read(toml(settings))).tags).toEqual({ team: "data platform", stage: "prod" });
  });
});

it("values alone in TOML, which SAM reads with file://", async () => {
  const text = 'A = "a, b"\nB = 3\nList = ["x", "y"]\n';
  expect(await read(text, "params.toml")).toEqual({
    parameters: { A: "a, b", B: "3", List: "x,y" },
    tags: {},
    problems: [],
    notices: [],
  });
});

describe("samconfig.yaml", () => {
  const yaml = (settings: string) =>
    `version: 0.1\ndefault:\n  deploy:\n    parameters:\n${settings.replaceAll(/^/gm, "      ")}\n`;
  it.each<[string, string, Record<string, string>]>([
    ["a text", 'parameter_overrides: A=1 B="x y"', { A: "1", B: "x y" }],
    ["a folded text", "parameter_overrides: >\n  A=1\n  B=2\n", { A: "1", B: "2" }],
    ["a list", "parameter_overrides:\n  - A=1\n  - B=2", { A: "1", B: "2" }],
    [
      "a mapping",
      "parameter_overrides:\n  A: yes\n  B: 10.0.0.0/16\n  C: 0.5\n  D: 'true'\n  E: [a, 'b ']\n  F: \"\\\"x\\\"\"\n  G: 1.2.3",
      { A: "yes", B: "10.0.0.0/16", C: "0.5", D: "true", E: "a,b", F: "x", G: "1.2.3" },
    ],
    ["mappings in a list", "parameter_overrides:\n  - A: x\n  - B: 3", { A: "x", B: "3" }],
  ])("%s", async (_, settings, expected) => {
    for (const name of ["samconfig.yaml", "samconfig.yml", "deploy/prod.yaml#default", "other.yaml"])
      expect(await read(yaml(settings), name)).toMatchObject({ parameters: expected, problems: [] });
  });
  // What SAM sends of them: True, 1.1, 755, 1000.0, 1000, True, inf.
  it.each(["true", "1.10", "0755", "1e3", "1_000", "True", ".inf", "+5", "2001-12-14 21:59:43", "0.00001"])(
    "a value %s needs quotes",
    async (value) => {
      const { parameters, problems } = await read(
        yaml(`parameter_overrides:\n  A: ${value}`),
        "samconfig.yaml",
      );
      expect(parameters).toEqual({});
      expect(problems).toEqual([expect.stringMatching(/^samconfig\.yaml:6:9: A is .*Put it in quotes\.$/)]);
    },
  );
});

describe("environments of SAM's configuration", () => {
  const text = `version = 0.1
[default.global.parameters]
stack_name = "app"
parameter_overrides = "A=1 B=2"
tags = "stage=dev"

[default.build.parameters]
parameter_overrides = "C=3"

[prod.global.parameters]
parameter_overrides = "A=1 B=2"
tags = "stage=prod"

[prod.deploy.parameters]
parameter_overrides = "A=9"

[test.sync.parameters]
watch = true
`;
  it.each([
    ["samconfig.toml", { A: "1", B: "2" }, { stage: "dev" }],
    ["config/samconfig.toml#default", { A: "1", B: "2" }, { stage: "dev" }],
    // A key of deploy replaces the one of global whole, as in SAM.
    ["samconfig.toml#prod", { A: "9" }, { stage: "prod" }],
    ["samconfig.toml#test", {}, {}],
  ])("%s", async (name, parameters, tags) => {
    expect(await read(text, name)).toMatchObject({ parameters, tags, problems: [] });
  });
  it("says where one has nothing to take", async () => {
    expect((await read(text, "samconfig.toml#test")).notices).toEqual([
      "samconfig.toml has neither parameter_overrides nor tags for sam deploy in this environment.",
    ]);
  });
  it.each([
    ["a.json#x", { path: "a.json#x" }],
    ["a#b.toml", { path: "a#b.toml" }],
    ["a.toml#", { path: "a.toml#" }],
    ["a#b/c.yml#pr-1", { path: "a#b/c.yml", environment: "pr-1" }],
  ])("the name %s", (name, expected) => {
    expect(parameterFileName(name)).toEqual(expected);
  });
});

describe("places in TOML", () => {
  const places = async (text: string) => {
    const { parameters } = await parseParameterFile(text, "s.toml");
    return Object.fromEntries([...(parameters.places ?? [])].map(([name, { line }]) => [name, line]));
  };
  it("are the lines of the statements", async () => {
    const text = `# a comment = "[x"
version = 0.1

[default.global.parameters]
s3_prefix = """
[default.deploy.parameters]
parameter_overrides = "No=1"
"""
  [default.deploy.parameters]
  capabilities = [
    "]",
    'CAPABILITY_IAM' ]
  parameter_overrides.A = "1"
  parameter_overrides . "B" = "2"
`;
    expect(await places(text)).toEqual({ A: 13, B: 14 });
  });
  it("are found in tables of a list", async () => {
    const list = "[[default.deploy.parameters.parameter_overrides]]";
    expect(await places(`version = 0.1\n${list}\nA = "1"\n${list}\nB = "2"\n`)).toEqual({ A: 3, B: 5 });
  });
  it("are found behind a value of many lines, and no value is so long that the search does not end", async () => {
    const behind = (lines: number) =>
      `x = """\n${'"]\n'.repeat(lines)}"""\n${toml('parameter_overrides = "A=1"')}`;
    expect(await places(behind(1_000))).toEqual({ A: 1_005 });
    expect(await places(behind(200_000))).toEqual({ A: 1 });
  });
});

describe("no message repeats a value", () => {
  const secret = fc.stringMatching(/^[a-z]{4}[0-9][A-Z][a-z0-9]{8,20}$/).map((text) => `hunter${text}`);
  const around = fc.constantFrom<(text: string) => string>(
    (text) => toml(`parameter_overrides = "A=x ${text}"`),
    (text) => toml(`parameter_overrides = "A=\\"${text} B=1"`),
    (text) => toml(`parameter_overrides = ["A ${text}"]`),
    (text) => toml(`parameter_overrides = { A = { x = "${text}" } }`),
    (text) => toml(`parameter_overrides = "A=${text}\\nB=1"`),
    (text) => toml(`parameter_overrides = "file://${text}.yaml"`),
    (text) => toml(`tags = "a=${text}=c"`),
    (text) => toml(`tags = "${text}"`),
    (text) => toml(`tags = { A = "${text}" }`),
    (text) => `A = ${text}`,
    (text) => `"${text}/+" = { a = 1 }`,
    (text) => `A = "${text}`,
    (text) => `version = "${text}"`,
    (text) => `${text}`,
    (text) => `version = 0.1\n["${text}=="]\nx = 1`,
    (text) => `version = 0.1\n["${text}/+".deploy.parameters]\nx = 1`,
  );
  it("of any form", async () => {
    await fc.assert(
      fc.asyncProperty(secret, around, async (text, form) => {
        const { problems, notices } = await read(form(text));
        expect(problems).not.toEqual([]);
        expect([...problems, ...notices].join("\n")).not.toContain(text);
      }),
      { numRuns: 500 },
    );
  });
});
