import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { mergedTags } from "../../../src/flows/render/tags.ts";
import { parseAssignments } from "../../../src/template/parameters/assignments.ts";
import { resolveParameters } from "../../../src/template/parameters/resolve.ts";
import { findingText } from "../../../src/template/problems.ts";
import { parseTemplate } from "../../../src/template/text/parse.ts";
import { renderTemplate } from "../../../src/template/tree/render.ts";
import { renderTree } from "../../../src/template/tree/tree.ts";
import { FEWER } from "../../mutation/fewerCases.ts";

const SECRET = "hunter2hunter3";

function refusal(
  text: string,
  file = "t.yaml",
  read: (path: string) => string | undefined = () => undefined,
): string {
  try {
    renderTree(parseTemplate(text, file), read);
  } catch (error) {
    return error instanceof Error ? `${error.message} ${"hint" in error ? error.hint : ""}` : String(error);
  }
  throw new Error("it was taken");
}

test.each(["U", "u", "x", "h"])("what follows a backslash that is no escape (%s) is not told", (letter) => {
  const template = `Resources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties:\n      P: "p\\${letter}HgTF15fzQQ"\n`;
  const told = refusal(template);
  expect(told).toMatch(/t\.yaml:5:\d+: A backslash in double quotes/);
  expect(told.split("\n")[0]).not.toMatch(/HgTF|15fz/);
});

describe("a file that is no template is not quoted, but named with line and column", () => {
  it.each([
    ["an environment file", ".env", `LEVEL=info\nDB_PASSWORD=${SECRET}\n`],
    ["one with a quote", ".env", `A="x\nDB_PASSWORD='${SECRET}\n`],
    [
      "git's configuration",
      ".git/config",
      `[core]\n\tbare = false\n[remote "origin"]\n\turl = https://x:${SECRET}@example.com\n`,
    ],
    ["an npm configuration", ".npmrc", `//registry.example/:_authToken=${SECRET}\n`],
    ["credentials in JSON", "config.json", `{"auths":{"x":{"auth":"${SECRET}"}},}`],
    ["valid JSON", "config.json", `{"auths":{"${SECRET}":{"auth":"${SECRET}"}}}`],
    ["valid YAML with keys given twice", "values.yaml", `db:\n  ${SECRET}: ${SECRET}\n  ${SECRET}: 2\n`],
    ["a list", "list.yaml", `- ${SECRET}\n`],
    ["a line", "token", SECRET],
    [
      "a private key",
      "id_rsa",
      `-----BEGIN RSA PRIVATE KEY-----\n${SECRET}==\n-----END RSA PRIVATE KEY-----\n`,
    ],
    ["a tag", "x.yaml", `a: !${SECRET} b\n`],
    ["an alias", "x.yaml", `a: *${SECRET}\n`],
    ["a file of parameters", "parameters.json", `{"Parameters":{"Password":"${SECRET}"}`],
  ])("%s", (_, file, text) => {
    const told = refusal(text, file);
    expect(told).not.toContain(SECRET);
    expect(told).toMatch(/not a template|neither a template|no Resources section/);
    expect(told).toMatch(new RegExp(`${file.replace(".", "\\.")}:\\d+:\\d+: `));
  });

  it("as a nested template and as an include neither", () => {
    const env = `A="x\nDB_PASSWORD='${SECRET}\n`;
    const nested =
      "Resources:\n  N:\n    Type: AWS::CloudFormation::Stack\n    Properties: {TemplateURL: ./.env}\n";
    const include = "Resources:\n  Fn::Transform: {Name: AWS::Include, Parameters: {Location: ./.env}}\n";
    for (const text of [nested, include]) {
      const told = refusal(text, "t.yaml", () => env);
      expect(told).toMatch(/\.env:\d+:\d+: This file is (not a|neither a) template/);
      expect(told).not.toContain(SECRET);
    }
  });
});

describe("a line of a broken template is quoted without", () => {
  it.each([
    ["the value of a secret's name", `Resources:\n  Db:\n    MasterUserPassword: "${SECRET}\n`],
    ["more than one word of it", `Resources:\n  Db:\n    MasterUserPassword: ${SECRET}: x\n`],
    ["a text without quotes in JSON", `{"Resources":{"Db":{"Password":${SECRET}}}}`],
    ["an alias that it is taken for", `Resources:\n  Db:\n    Password: *${SECRET}\n`],
    ["a tag that it is taken for", `Resources:\n  Db:\n    Password: !${SECRET}\n`],
    [
      "a value that is named beside it",
      `Resources:\n  Fn:\n    Env:\n      - Name: DB_PASSWORD\n        Value: "${SECRET}\n`,
    ],
    [
      "a header's value",
      `Resources:\n  Cdn:\n    Headers:\n      - HeaderName: X-Auth-Token\n        HeaderValue: "${SECRET}\n`,
    ],
    [
      "a container's variable",
      `Resources:\n  Box:\n    Env:\n      - Variable: DB_PASSWORD\n        Value: "${SECRET}\n`,
    ],
    [
      "the default of a NoEcho parameter",
      `Parameters:\n  Login:\n    NoEcho: true\n    Default: "${SECRET}\nResources:\n`,
    ],
    [
      "a line of a secret's block",
      `Resources:\n  S:\n    SecretString: |\n        a\n       "${SECRET}: b\n      "c\n`,
    ],
    [
      "a line of a key",
      `Resources:\n  S:\n    Data:\n      -----BEGIN PRIVATE KEY-----\n      ${SECRET}: x: "\n`,
    ],
    ["a script's secret", `Resources:\n  S:\n    Run: "export DB_PASS=${SECRET}\n`],
    ["what looks like chance", `Resources:\n  S:\n    Note: "aB3dE5fG7hI9jK1lM3nO5pQ7 ${"x".repeat(3)}\n`],
  ])("%s", (_, text) => {
    const told = refusal(text);
    expect(told).not.toMatch(/hunter|aB3dE5fG7hI9jK1lM3nO5pQ7/);
    expect(told).toMatch(/t\.yaml:\d+:\d+: /);
  });

  it("anything else: it helps", () => {
    expect(refusal('Resources:\n  Db:\n    DatabaseName: "app\n')).toContain('3 |     DatabaseName: "app');
  });
});

describe("a secret of several lines in the lines form", () => {
  const body = [
    "MIIEvQIBADANBgkqhkiG9w0BAQEFAASC",
    "BKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj",
    "MzEfYyjiWA4R4/M2bS1GB4t7NXp98C3S=",
    "kBAAE9Q==",
  ];
  const declared = [{ name: "Key", type: "String", noEcho: true }];

  function told(text: string): string {
    const { assignments, problems } = parseAssignments(text, "input parameters");
    const request = { declared, layers: [assignments], environmentSuffix: undefined, existing: undefined };
    const resolved = resolveParameters({ ...request, missing: "previous", mayKeepPrevious: "no" });
    return [...problems, ...resolved.problems].map(findingText).join("\n");
  }

  test.each([
    ["a key", `Key=-----BEGIN PRIVATE KEY-----\n${body.join("\n")}\n-----END PRIVATE KEY-----`],
    ["a key without its frame", `Key=${body.join("\n")}`],
    ["words in its frame", `Key=-----BEGIN KEY-----\n${body.join("\n")}\nsecretword=rest\n-----END KEY-----`],
    ["its end alone", `Key=x\n${body[2]}`],
    ["a short end alone", `Key=x\n${body[3]}`],
  ])("%s", (_, text) => {
    const shown = told(text);
    for (const line of [...body, "secretword"]) expect(shown).not.toContain(line.replace(/=+$/, ""));
    expect(shown).toMatch(/input parameters:\d+:1: /);
  });

  test("of any words", () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[A-Za-z0-9+/]{20,60}={0,2}$/), { minLength: 1, maxLength: 4 }),
        (lines) => {
          const shown = told(`Key=-----BEGIN KEY-----\n${lines.join("\n")}\n-----END KEY-----`);
          for (const line of lines) expect(shown).not.toContain(line.replace(/=+$/, ""));
        },
      ),
      { numRuns: 2_000 / FEWER },
    );
  });

  test("what is a name is said", () => {
    expect(told("Key=x\nKye=y")).toContain("Kye is not a parameter of the template. Did you mean Key?");
    expect(told("Key=x\nSubnetOfTheDatabase=")).toContain("SubnetOfTheDatabase is not a parameter");
  });
});

test("a tag may be called what every object has", () => {
  for (const text of [
    "__proto__=a\nconstructor=b",
    '{"__proto__": "a", "constructor": "b"}',
    '[{"Key": "__proto__", "Value": "a"}, {"Key": "constructor", "Value": "b"}]',
    "__proto__: a\nconstructor: b",
  ]) {
    const { assignments, problems } = parseAssignments(text, "input tags");
    expect(problems).toEqual([]);
    expect(Object.entries(mergedTags([assignments]).values ?? {})).toEqual([
      ["__proto__", "a"],
      ["constructor", "b"],
    ]);
  }
});

test("a template that is taken is rendered as before", () => {
  const text = "Resources:\n  T:\n    Type: AWS::SNS::Topic\n";
  expect(renderTemplate(parseTemplate(text, "t.yaml")).body).toBe(
    '{"Resources":{"T":{"Type":"AWS::SNS::Topic"}}}',
  );
});
