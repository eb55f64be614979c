import { describe, expect, it } from "vitest";
import type { Assignments, DeclaredParameter } from "../../../src/template/model.ts";
import { parseAssignments, parseParameterFile } from "../../../src/template/parameters/assignments.ts";
import { type ResolveRequest, resolveParameters } from "../../../src/template/parameters/resolve.ts";

const declare = (name: string, rest: Partial<DeclaredParameter> = {}): DeclaredParameter => ({
  name,
  type: "String",
  noEcho: false,
  ...rest,
});
const given = (text: string): Assignments => parseAssignments(text, "parameters").assignments;
const resolve = (rest: Partial<ResolveRequest>) =>
  resolveParameters({
    declared: [declare("A")],
    layers: [],
    environmentSuffix: undefined,
    existing: undefined,
    missing: "previous",
    mayKeepPrevious: "no",
    ...rest,
  });

describe("forms of the parameters input", () => {
  const values = (text: string) =>
    Object.fromEntries(
      [...given(text).values].map(([name, value]) => [name, value.kind === "value" ? value.value : value]),
    );
  it.each([
    ["lines", "A=1\nB=2", { A: "1", B: "2" }],
    ["CRLF", "A=1\r\nB=2\r\n", { A: "1", B: "2" }],
    ["comments and blank lines", "# a\n\n  # b\nA=1 # not a comment", { A: "1 # not a comment" }],
    ["further = and commas", "A=x=y,z==", { A: "x=y,z==" }],
    ["JSON in a value", 'A={"a": [1, 2]}\nB=[1]', { A: '{"a": [1, 2]}', B: "[1]" }],
    ["an empty value", "A=\nB= ", { A: "", B: "" }],
    ["inner spaces", "A =  one  two ", { A: "one  two" }],
    ["a value with a colon", "A=b: c", { A: "b: c" }],
    ["a tag name with a colon", "aws:team=x", { "aws:team": "x" }],
    [
      "an object",
      '{"A": "1", "B": 2, "C": true, "D": ["x", 1], "E": ""}',
      { A: "1", B: "2", C: "true", D: "x,1", E: "" },
    ],
    [
      "numbers as they are written",
      '{"A": 1.10, "B": 12345678901234567890}',
      { A: "1.10", B: "12345678901234567890" },
    ],
    [
      "YAML",
      "A: 1.10\nB: yes\nC: 0123\nD: [x, 1]\nE: 'a: b'\nF: 2020-01-01",
      { A: "1.10", B: "yes", C: "0123", D: "x,1", E: "a: b", F: "2020-01-01" },
    ],
    ["a YAML document with a start", "---\nA: x", { A: "x" }],
    ["a key with colons", "my:team: shop\nmy:service: a:b", { "my:team": "shop", "my:service": "a:b" }],
    ["its value on the next line", "my:team:\n  shop", { "my:team": "shop" }],
    ["a key with spaces", "Cost Center: 12", { "Cost Center": "12" }],
    ["an = in the value", "my:url: https://x?a=b", { "my:url": "https://x?a=b" }],
    ["a comment first", "# a: b=c\nmy:team: x", { "my:team": "x" }],
    ["lines whose key has colons", "my:team=shop: x", { "my:team": "shop: x" }],
    [
      "the CLI's list",
      '[{"ParameterKey": "A", "ParameterValue": "1"}, {"ParameterKey": "B", "UsePreviousValue": true}]',
      { A: "1", B: { kind: "previous" } },
    ],
    ["the CLI's list in YAML", "- ParameterKey: A\n  ParameterValue: 01", { A: "01" }],
    ["the CLI's list of tags", '[{"Key": "A", "Value": "1"}]', { A: "1" }],
    ["a list of lines", '["A=1=2", "B="]', { A: "1=2", B: "" }],
    ["nothing", " \n# only a comment\n", {}],
  ])("%s", (_, text, expected) => {
    expect(parseAssignments(text, "parameters").problems).toEqual([]);
    expect(values(text)).toEqual(expected);
  });
});

describe("parameter files", () => {
  const read = async (text: string, path = "p.json") => {
    const { parameters, tags, problems } = await parseParameterFile(text, path);
    return { parameters: [...parameters.values.keys()], tags: [...tags.values.keys()], problems };
  };
  it.each([
    ["an object", '{"A": 1}', { parameters: ["A"], tags: [] }],
    ["the CLI's list", '[{"ParameterKey": "A", "ParameterValue": "1"}]', { parameters: ["A"], tags: [] }],
    ["CodePipeline's", '{"Parameters": {"A": 1}, "Tags": {"T": "x"}}', { parameters: ["A"], tags: ["T"] }],
    [
      "sections as lists",
      '{"Parameters": [{"ParameterKey": "A", "ParameterValue": "1"}], "Tags": [{"Key": "T", "Value": "x"}]}',
      { parameters: ["A"], tags: ["T"] },
    ],
    [
      "rain's in lower case",
      '{"parameters": {"A": "1"}, "tags": {"T": "x"}}',
      { parameters: ["A"], tags: ["T"] },
    ],
    [
      "sections as the CLI's lists of lines",
      '{"Parameters": ["A=1=2", "B="], "Tags": ["T=x y"]}',
      { parameters: ["A", "B"], tags: ["T"] },
    ],
    [
      "what DescribeStacks says of parameters",
      '[{"ParameterKey": "A", "ParameterValue": "/ami", "ResolvedValue": "ami-1"}]',
      { parameters: ["A"], tags: [] },
    ],
    ["a parameter named Tags", '{"Tags": "a,b"}', { parameters: ["Tags"], tags: [] }],
    ["a parameter named tags", '{"tags": ["a=b", "c=d"]}', { parameters: ["tags"], tags: [] }],
    ["a byte order mark", '\ufeff{"A": 1}', { parameters: ["A"], tags: [] }],
  ])("%s", async (_, text, expected) => {
    expect(await read(text)).toEqual({ ...expected, problems: [] });
  });
});

describe("where a value comes from", () => {
  const withDefault = [declare("A", { default: "d" })];
  const source = (rest: Partial<ResolveRequest>) => {
    const { parameters, problems, undecided } = resolve(rest);
    const [first] = parameters;
    if (undecided.length > 0) return "undecided";
    return problems.some(({ level }) => level === "error")
      ? "problem"
      : `${first?.source} ${first?.value ?? ""}`.trim();
  };
  it.each<[string, Partial<ResolveRequest>, string]>([
    ["the user's value", { layers: [given("A=x")] }, "given x"],
    [
      "the last of several",
      { layers: [given("A=x"), given("B=1\nA=y"), given("")], declared: [declare("A"), declare("B")] },
      "given y",
    ],
    ["the default, for a new stack", { declared: withDefault }, "default d"],
    ["nothing, for a new stack", {}, "problem"],
    ["the previous value", { mayKeepPrevious: "yes", existing: ["A"], declared: withDefault }, "previous"],
    ["the previous value of an unknown stack", { mayKeepPrevious: "yes" }, "previous"],
    [
      "a new parameter's default",
      { mayKeepPrevious: "yes", existing: ["B"], declared: withDefault },
      "default d",
    ],
    ["a new parameter without a default", { mayKeepPrevious: "yes", existing: ["B"] }, "problem"],
    [
      "the default, when asked for",
      { mayKeepPrevious: "yes", existing: ["A"], declared: withDefault, missing: "default" },
      "default d",
    ],
    [
      "no default, when asked for",
      { mayKeepPrevious: "yes", existing: ["A"], missing: "default" },
      "problem",
    ],
    ["the stack was not asked yet", { mayKeepPrevious: "unknown" }, "undecided"],
    [
      "the stack was not asked yet, with a default",
      { mayKeepPrevious: "unknown", declared: withDefault },
      "default d",
    ],
    [
      "the stack was not asked yet, default asked for",
      { mayKeepPrevious: "unknown", missing: "default" },
      "problem",
    ],
    [
      "UsePreviousValue before the stack was asked",
      { mayKeepPrevious: "unknown", layers: [given('[{"ParameterKey":"A","UsePreviousValue":true}]')] },
      "previous",
    ],
    [
      "a default that breaks its own pattern",
      { declared: [declare("A", { default: "d", allowedPattern: "x+" })] },
      "problem",
    ],
    [
      "a default is not needed when a value is given",
      { declared: [declare("A", { default: "d", allowedPattern: "x+" })], layers: [given("A=xx")] },
      "given xx",
    ],
  ])("%s", (_, rest, expected) => {
    expect(source(rest)).toBe(expected);
  });

  it.each(["environmentSuffix", "EnvironmentSuffix"])("environment-suffix goes to %s", (name) => {
    const { parameters, problems } = resolve({ declared: [declare(name)], environmentSuffix: "prod" });
    expect({ parameters, problems }).toEqual({
      parameters: [{ name, noEcho: false, source: "suffix", value: "prod" }],
      problems: [],
    });
  });
  it("environment-suffix is no problem where the template has no use for it", () => {
    expect(resolve({ declared: [], environmentSuffix: "prod" })).toEqual({
      parameters: [],
      problems: [],
      undecided: [],
    });
  });
  it("the same suffix twice is no problem", () => {
    const layers = [given("environmentSuffix=prod")];
    expect(
      resolve({ declared: [declare("environmentSuffix")], layers, environmentSuffix: "prod" }).problems,
    ).toEqual([]);
  });
});

it.each([
  ["DbPassword", "not shown"],
  ["ApiKey", "not shown"],
  ["PasswordLength", '"WRONG"'],
  ["SecretArn", '"WRONG"'],
])("%s: a value is not repeated where the name says that it is a secret", (name, shown) => {
  const declared = [declare(name, { allowedPattern: "[a-z]+" })];
  const { problems } = resolve({ declared, layers: [given(`${name}=WRONG`)] });
  expect(problems.map(({ message }) => message)).toEqual([`${name} is ${shown}; it must match [a-z]+.`]);
});
