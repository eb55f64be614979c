import { describe, expect, test } from "vitest";
import type { Changes, PropertyChange, ResourceChange } from "../../../src/changes/model.ts";
import { type RedactionOptions, redact, redactNamed } from "../../../src/changes/redaction/redaction.ts";
import { nameMatcher } from "../../../src/secrets/secretNames.ts";
import type { Json, ReadTemplate } from "../../../src/template/model.ts";
import { queue } from "../examples.ts";

const R = "(redacted)";
const NOTHING: RedactionOptions = { noEcho: [], patterns: [] };
const EMPTY: Changes = {
  target: { stack: "s", region: "us-east-1", account: "123456789012", type: "UPDATE" },
  ...{ resources: [], settings: [], template: [], parameters: [], keptParameters: [], tags: [], outputs: [] },
  capabilities: [],
};

/** The changes as they are shown, of a few lists. */
function shown(lists: Partial<Changes>, options: Partial<RedactionOptions> = {}): Changes {
  return redact({ ...EMPTY, ...lists }, { ...NOTHING, ...options });
}

/** A resource of which only these fields are told. */
function resourceShown(change: Partial<ResourceChange>, options?: Partial<RedactionOptions>) {
  const { physicalId: _, ...bare } = queue;
  return shown({ resources: [{ ...bare, details: [], ...change }] }, options).resources[0];
}

/** A property whose path is this, below `Properties`. */
function propertyShown(path: string, more: Partial<PropertyChange>, options?: Partial<RedactionOptions>) {
  const detail: PropertyChange = {
    attribute: "Properties",
    name: path.split("/")[0] ?? "",
    path: `/Properties/${path}`,
    requiresRecreation: "Never",
    evaluation: "Static",
    ...more,
  };
  return resourceShown({ details: [detail] }, options)?.details[0];
}

/** A value as the context of a property that says nothing itself. */
function valueShown(value: Json, options?: Partial<RedactionOptions>, property = "Plain"): Json | undefined {
  const context = resourceShown({ after: { Properties: { [property]: value } } }, options)?.after;
  return (context as { Properties: Record<string, Json> }).Properties[property];
}

describe("one named value", () => {
  test.each<[string | readonly string[], string, string]>([
    ["ApiToken", "hunter2", R],
    ["ApiToken", '{"user":"u","list":["a",5]}', `{"user":"${R}","list":["${R}","${R}"]}`],
    ["Endpoint", "db.internal", "db.internal"],
    ["Endpoint", "postgres://app:hunter2@db/x", `postgres://app:${R}@db/x`],
    ["Endpoint", '{"Password":"hunter2","Port":5432}', `{"Password":"${R}","Port":5432}`],
    [["Environment", "DB_PASSWORD"], "hunter2", R],
    [["DB_PASSWORD", "0"], "hunter2", R],
    [["Environment", "LEVEL"], "info", "info"],
  ])("of %j, %j, is shown as %j", (path, value, expected) => {
    expect(redactNamed(path, value)).toBe(expected);
  });

  test("is hidden by whatever names the caller hides", () => {
    expect(redactNamed(["Plain", "Note"], "text", (name) => name === "Note")).toBe(R);
    expect(redactNamed("Note", "text", (name) => name === "Note")).toBe(R);
    expect(redactNamed("ApiToken", "text", (name) => name === "Note")).toBe("text");
  });

  test("is hidden by its whole path, and by a step of it as it is called", () => {
    const path = "/Environment/Variables/log~1level".split("/");
    for (const glob of ["/Environment/*", "log/level"])
      expect(redactNamed(path, "info", nameMatcher([glob]))).toBe(R);
    for (const glob of ["Environment/*", "level", "log~1level"])
      expect(redactNamed(path, "info", nameMatcher([glob]))).toBe("info");
  });

  test.each(["15.10", '"a\\/{"', "null", "[cut", " text "])("%j stays as it is written", (text) => {
    expect(redactNamed("Plain", text)).toBe(text);
  });

  test("is JSON also behind white space", () => {
    expect(redactNamed("Plain", ' \n{"DB_PASSWORD":{"a":"hunter2"}}')).toBe(`{"DB_PASSWORD":{"a":"${R}"}}`);
  });
});

describe("each list", () => {
  const json = '{"user":"u"}';
  const hidden = `{"user":"${R}"}`;

  test("of parameters hides a secret's value whole, by its name, NoEcho and the input, and no other", () => {
    const options = { noEcho: ["Login"], patterns: ["Note*"] };
    const of = (name: string) => ({ name, noEcho: false, before: json, after: "plain" });
    const { parameters } = shown({ parameters: ["ApiToken", "Login", "NoteOne", "Size"].map(of) }, options);
    expect(parameters).toStrictEqual([
      ...["ApiToken", "Login", "NoteOne"].map((name) => ({ name, noEcho: false, before: hidden, after: R })),
      of("Size"),
    ]);
  });

  test("of kept parameters does so with the default, where there is one", () => {
    const { keptParameters } = shown({
      keptParameters: [
        { name: "ApiToken", value: json },
        { name: "DbPassword", value: "hunter2", default: json },
        { name: "Size", value: "1" },
        { name: "Count", value: "1", default: "2" },
      ],
    });
    expect(keptParameters).toStrictEqual([
      { name: "ApiToken", value: hidden },
      { name: "DbPassword", value: R, default: hidden },
      { name: "Size", value: "1" },
      { name: "Count", value: "1", default: "2" },
    ]);
  });

  test("of tags, outputs, settings and the template does so", () => {
    const sides = { before: json, after: "plain" };
    const gone = { before: hidden, after: R };
    const given = {
      tags: ["ApiToken", "team"].map((key) => ({ key, ...sides })),
      outputs: ["ApiToken", "Url"].map((key) => ({ key, ...sides })),
      settings: ["api-token", "role"].map((name) => ({ name, ...sides })),
      template: ["metadata ApiToken", "metadata Note"].map((name) => ({ name, ...sides })),
    };
    expect(shown(given)).toStrictEqual({
      ...EMPTY,
      tags: [{ key: "ApiToken", ...gone }, given.tags[1]],
      outputs: [{ key: "ApiToken", ...gone }, given.outputs[1]],
      settings: [{ name: "api-token", ...gone }, given.settings[1]],
      template: [{ name: "metadata ApiToken", ...gone }, given.template[1]],
    });
  });
});

test("what stays of the stack is shown without what is hidden in it", () => {
  const hide = (text: string) => text.replaceAll("dog-house", R);
  const tags = [
    { key: "ApiToken", value: "x" },
    { key: "team", value: "a dog-house" },
  ];
  const kept = { roleArn: "arn:x:role/dog-house", notificationArns: ["arn:x:dog-house"], tags };
  expect(shown({ kept, roleArn: kept.roleArn }, { hide })).toEqual({
    ...EMPTY,
    roleArn: `arn:x:role/${R}`,
    kept: {
      ...{ roleArn: `arn:x:role/${R}`, notificationArns: [`arn:x:${R}`] },
      tags: [
        { key: "ApiToken", value: R },
        { key: "team", value: `a ${R}` },
      ],
    },
  });
  expect(shown({})).not.toHaveProperty("kept");
});

describe("what a template says", () => {
  const init = "definition Web /Metadata/AWS::CloudFormation::Init/config/files/run.sh/content";

  test.each<[string, string, Json, Json]>([
    ["in a script", init, "set -e\nexport DB_PASS=hunter2\nrun", `set -e\nexport DB_PASS=${R}\nrun`],
    [
      "at a place that a secret's name leads to",
      "definition Web /Metadata/DbPassword",
      "hunter2 and more",
      R,
    ],
    [
      "of a whole definition",
      "definition Web",
      { Metadata: { Token: "x", a: 1 } },
      { Metadata: { Token: R, a: 1 } },
    ],
    ["where a known secret stands", init, 'key "my dog"', `key ${R}`],
    ["of nothing", init, "yum update -y", "yum update -y"],
  ])("is shown without the secret %s", (_, name, after, expected) => {
    const hide = (text: string) => text.replaceAll('"my dog"', R);
    const { template } = shown({ template: [{ name, after: JSON.stringify(after) }] }, { hide });
    const text = template[0]?.after ?? "";
    expect(text === R ? R : JSON.parse(text)).toEqual(expected);
  });

  test("of what it gives to a nested stack is hidden as the nested stack's parameters are", () => {
    const noEcho = { Parameters: { Login: { Type: "String", NoEcho: true }, Size: { Type: "String" } } };
    const templates = [{ stackPath: ["Net"], before: undefined, after: { value: noEcho } as ReadTemplate }];
    const given = { Parameters: { Login: "pw-12345", Size: "small" } };
    const told = shown(
      {
        resources: [
          { ...queue, logicalId: "Net", action: "Add", details: [], written: { Properties: given } },
        ],
        template: [
          { name: "definition Net /Properties/Parameters", after: JSON.stringify(given.Parameters) },
          { name: "definition Net /Properties/Parameters/Login", after: '"pw-12345"' },
          { name: "definition Net /Properties/Parameters/Size", after: '"small"' },
        ],
      },
      { templates },
    );
    const hidden = { Login: R, Size: "small" };
    expect(told.resources[0]?.written).toEqual({ Properties: { Parameters: hidden } });
    expect(told.template.map(({ after }) => after)).toEqual([JSON.stringify(hidden), R, '"small"']);
  });

  test("of a resource that is made is hidden as its context is", () => {
    const written = {
      Metadata: { Script: "run --password hunter2-hunter2 now" },
      Properties: { Env: [{ Name: "DB_PASSWORD", Value: "hunter2" }], Text: "hunter2-hunter2" },
    };
    expect(resourceShown({ action: "Add", written })?.written).toEqual({
      Metadata: { Script: `run --password ${R} now` },
      Properties: { Env: [{ Name: "DB_PASSWORD", Value: R }], Text: R },
    });
    expect(resourceShown({ action: "Add" })).not.toHaveProperty("written");
  });
});

describe("a resource", () => {
  test("that has nothing to hide is shown as it is, without a field that it has not", () => {
    expect(resourceShown({})).not.toHaveProperty("before");
    const whole = { ...queue, before: { Properties: { A: "1", B: [2, true, null] } }, after: null };
    expect(shown({ resources: [whole] }).resources).toStrictEqual([whole]);
    const cut = { ...queue, before: '{"Properties":{"A', after: "text" };
    expect(shown({ resources: [cut] }).resources).toStrictEqual([cut]);
    const { physicalId: _, ...bare } = queue;
    expect(shown({ resources: [bare] }).resources).toStrictEqual([bare]);
  });

  test("has no secret of the run in its physical id", () => {
    const hide = (text: string) => text.replaceAll("dog-house", R);
    expect(resourceShown({ physicalId: "q-dog-house" }, { hide })?.physicalId).toBe(`q-${R}`);
    expect(resourceShown({ physicalId: "x?token=hunter2" })?.physicalId).toBe(`x?token=${R}`);
  });

  test("hides in its contexts, at any depth, the property that takes a NoEcho value, and no other", () => {
    const detail = (name: string, causingEntity: string): PropertyChange => ({
      ...{ attribute: "Properties", name, path: `/Properties/${name}`, requiresRecreation: "Never" },
      ...{ evaluation: "Static", source: "ParameterReference", causingEntity },
    });
    const context = (login: Json) => ({
      Properties: { Login: login, Size: { a: "small", n: 1 }, Text: "x Login=hunter2; y" },
    });
    const change = resourceShown(
      {
        details: [detail("Login", "Pw"), detail("Size", "Number")],
        before: context({ a: ["hunter1"], n: 5, Name: "n", Value: "v" }),
        after: context("hunter2"),
      },
      { noEcho: ["Pw"] },
    );
    const rest = { Size: { a: "small", n: 1 }, Text: `x Login=${R}; y` };
    expect(change?.before).toEqual({ Properties: { Login: { a: [R], n: R, Name: R, Value: R }, ...rest } });
    expect(change?.after).toEqual({ Properties: { Login: R, ...rest } });
  });
});

describe("a property", () => {
  const json = '{"user":"u"}';

  test.each<[string, Partial<RedactionOptions>]>([
    ["DbPassword", {}],
    ["Environment/Variables/DB_PASSWORD", {}],
    ["DbPassword/0", {}],
    ["Note", { patterns: ["note"] }],
    ["Environment/Variables/NOTE", { patterns: ["note"] }],
    ["Environment/Variables/NOTE", { patterns: ["/Properties/*/NOTE"] }],
    ["Environment/Variables/a~1b", { patterns: ["a/b"] }],
  ])("at %s shows none of its values with %j", (path, options) => {
    const { before, after, drift } = propertyShown(
      path,
      { before: json, after: "new", drift: { previous: "then", actual: json } },
      options,
    ) as PropertyChange;
    expect({ before, after, drift }).toEqual({
      before: `{"user":"${R}"}`,
      after: R,
      drift: { previous: R, actual: `{"user":"${R}"}` },
    });
  });

  test("that has only a name is judged by that, and one that has neither is not", () => {
    const sides = { before: "old", after: "new" };
    const { path: _path, name: _name, ...rest } = queue.details[0] as PropertyChange;
    const told = (more: Partial<PropertyChange>, options?: Partial<RedactionOptions>) =>
      resourceShown({ details: [{ ...rest, ...sides, ...more }] }, options)?.details[0]?.before;
    expect(told({ name: "DbPassword" })).toBe(R);
    expect(told({ name: "Note" }, { patterns: ["Note"] })).toBe(R);
    expect(told({}, { noEcho: [""] })).toBe("old");
  });

  test("that is no secret shows its values, and how they drifted", () => {
    const sides = { before: json, after: "new", drift: { previous: "then", actual: json } };
    expect(propertyShown("Size", sides)).toMatchObject(sides);
  });

  test("says where a hidden value drifted, or changes", () => {
    const marked = "(redacted: a hidden value changes)";
    const sides = { before: "old", after: "new", drift: { previous: "then", actual: "now" } };
    expect(propertyShown("DbPassword", sides)).toMatchObject({
      ...{ before: R, after: marked },
      drift: { previous: R, actual: marked },
    });
  });
});

describe("a value", () => {
  test.each<[string, Json, Json]>([
    ["a number or a text that is named like a secret", { Pin: 1234, ApiToken: "x" }, { Pin: R, ApiToken: R }],
    [
      "a flag and nothing, whatever their names",
      { Password: true, Token: null },
      { Password: true, Token: null },
    ],
    ["what is below such a name", { Secret: { a: "x", b: [1, "y"] } }, { Secret: { a: R, b: [R, R] } }],
    [
      "a reference: which kind it is",
      { Password: "{{resolve:ssm-secure:/x}}" },
      { Password: "(ssm-secure reference)" },
    ],
    ["a text with a reference in it", { Password: "{{resolve:ssm:/x}}z" }, { Password: R }],
    ["a text that ends with one", { Password: "a{{resolve:ssm:/x}}" }, { Password: R }],
    [
      "what says nothing",
      { Password: "", Token: "****", Pin: "none?" },
      { Password: "", Token: "****", Pin: R },
    ],
    ["what only names a secret", { Password: "arn:aws:x:::y" }, { Password: "arn:aws:x:::y" }],
    ["a key that holds one", { "x?token=hunter2": "a" }, { [`x?token=${R}`]: R }],
    [
      "where a value comes from (ECS)",
      { Secrets: [{ Name: "DB_PASSWORD", ValueFrom: "/app/db" }] },
      { Secrets: [{ Name: "DB_PASSWORD", ValueFrom: "/app/db" }] },
    ],
    [
      "what stands beside that",
      { Secrets: [{ Name: "A", ValueFrom: "/a", Other: "x" }] },
      { Secrets: [{ Name: "A", ValueFrom: "/a", Other: R }] },
    ],
    [
      "a name without where it comes from, below a secret's",
      { Secrets: [{ Name: "A", Other: "x" }] },
      { Secrets: [{ Name: R, Other: R }] },
    ],
    ["a pair whose name is no text", { Name: { Ref: "A" }, Value: "x" }, { Name: { Ref: "A" }, Value: "x" }],
    [
      "what stands beside a pair's value",
      { Name: "DB_PASSWORD", Value: "x", Type: "y" },
      { Name: "DB_PASSWORD", Value: R, Type: "y" },
    ],
  ])("shows %s", (_, value, expected) => {
    expect(valueShown(value)).toEqual(expected);
  });

  test.each([
    ["Name", "Value"],
    ["Key", "Value"],
    ["ParameterName", "ParameterValue"],
    ["ParameterKey", "ParameterValue"],
    ["OptionName", "Value"],
    ["Name", "StringValue"],
    ["name", "value"],
    ["key", "value"],
  ])("is hidden where %s names it a secret's, %s being it", (name, value) => {
    const pair = (called: string) => ({ [name]: called, [value]: { a: "hunter2" } });
    expect(valueShown([pair("DB_PASSWORD"), pair("LEVEL")])).toEqual([
      { [name]: "DB_PASSWORD", [value]: { a: R } },
      pair("LEVEL"),
    ]);
    expect(valueShown({ Name: 1, ...pair("DB_PASSWORD") })).toMatchObject({ [value]: { a: R } });
  });

  test("of a name that the input gives is hidden with all that is in it", () => {
    const value = { a: { Name: "DB", ValueFrom: "/app/db" }, b: [1, true] };
    expect(valueShown(value, { patterns: ["Note"] }, "Note")).toEqual({
      a: { Name: R, ValueFrom: R },
      b: [R, true],
    });
  });

  test("is judged as the text that a template joins", () => {
    const joined = (delimiter: Json, parts: Json) => ({ "Fn::Join": [delimiter, parts] });
    const reference = { Ref: "Stage" };
    expect(valueShown(joined("", ["x\nexport DB_PASS", "=hunter2-ab\n"]))).toEqual(
      joined("", [`x\nexport DB_PASS=${R}\n`]),
    );
    expect(valueShown(joined("", [reference, "\nDB_PASS=", "hunter2-ab", "\n", reference]))).toEqual(
      joined("", [reference, `\nDB_PASS=${R}\n`, reference]),
    );
    expect(valueShown(joined("=", ["DB_PASS", "hunter2-ab"]))).toEqual(joined("=", [`DB_PASS=${R}`]));
    const plain = joined(":", ["arn", { Password: "x" }, "LEVEL=1", "y", "", reference]);
    expect(valueShown(plain)).toEqual(joined(":", ["arn", { Password: R }, "LEVEL=1", "y", "", reference]));
    const at = "definition Web /Properties/UserData/Fn::Base64/Fn::Join";
    const told = shown({ template: [{ name: at, after: '["",["DB_PASS","=hunter2-ab"]]' }] }).template;
    expect(told).toEqual([{ name: at, after: `["",["DB_PASS=${R}"]]` }]);
    // What is no list of texts is shown as any other value.
    for (const odd of [joined("", reference), joined(reference, ["a"]), { "Fn::Join": "a" }]) {
      expect(valueShown(odd)).toEqual(odd);
    }
  });

  test("holds no secret of the run, be it a number", () => {
    const hide = (text: string) => text.replaceAll("54321", R);
    expect(valueShown({ Port: 54321, Size: 5 }, { hide })).toEqual({ Port: R, Size: 5 });
  });
});

describe("a value that was hidden is hidden elsewhere", () => {
  /** A text beside properties that hide these values. */
  const beside = (text: string, ...values: readonly string[]) =>
    (
      valueShown({ Text: text, ...Object.fromEntries(values.map((it, at) => [`ApiToken${at}`, it])) }) as {
        Text: string;
      }
    ).Text;

  test.each([
    ["from 8 characters", "x pw-12345 y", ["pw-12345"], `x ${R} y`],
    ["not if it is shorter: it would stand there by chance", "x pw-1234 y", ["pw-1234"], "x pw-1234 y"],
    [
      "not if it is a word: it hides nothing",
      "the production-like one",
      ["production-like"],
      "the production-like one",
    ],
    ["whatever is in it", "x (arn:12345 y", ["x(arn:12345", "(arn:12345"], "x (arn:12345 y"],
    ["with what looks like an ARN in it", "is z(arn:12345 y", ["z(arn:12345"], `is ${R} y`],
    [
      "in full, where another one is a part of it",
      "x pw-12345-long y",
      ["pw-12345", "pw-12345-long"],
      `x ${R} y`,
    ],
    ["in full, whichever comes first", "x pw-12345-long y", ["pw-12345-long", "pw-12345"], `x ${R} y`],
    ["every time", "pw-12345 pw-12345", ["pw-12345"], `${R} ${R}`],
    ["as JSON writes it", String.raw`x pw\"12\\34\n5 y`, ['pw"12\\34\n5'], `x ${R} y`],
  ])("%s", (_, text, values, expected) => {
    expect(beside(text, ...values)).toBe(expected);
  });

  test("if it was found in a text, too", () => {
    expect(valueShown({ Run: "run --password correct-horse-9 now", Text: "correct-horse-9" })).toEqual({
      Run: `run --password ${R} now`,
      Text: R,
    });
  });
});

describe("a credential of the template that goes into a NoEcho parameter", () => {
  const detail: PropertyChange = {
    ...{ attribute: "Properties", name: "Conn", requiresRecreation: "Never", evaluation: "Static" },
    causingEntity: "Login",
  };
  const inTemplate = (name: string, before: string, more: Partial<PropertyChange> = {}) =>
    shown(
      {
        resources: [{ ...queue, logicalId: "Db", details: [{ ...detail, ...more }] }],
        template: [{ name, before, after: '{"Ref":"Login"}' }],
      },
      { noEcho: ["Login"] },
    ).template[0];

  test.each<[string, string, Partial<PropertyChange>]>([
    ["by the property's name", "definition Db /Properties/Conn", {}],
    ["by its path", "definition Db /Properties/Conn", { path: "/Properties/Conn" }],
    ["below the path", "definition Db /Properties/Conn/Text", { path: "/Properties/Conn" }],
    ["around the path", "definition Db /Properties/Conn", { path: "/Properties/Conn/0/Text" }],
  ])("is not shown, %s", (_, name, more) => {
    expect(inTemplate(name, '"hunter2-XyZ9"', more)).toMatchObject({ name, before: R });
  });

  test.each<[string, string, Partial<PropertyChange>]>([
    ["of another property", "definition Db /Properties/Connection", {}],
    ["of another resource", "definition Other /Properties/Conn", {}],
    ["for the sake of another parameter", "definition Db /Properties/Conn", { causingEntity: "Size" }],
  ])("hides nothing %s", (_, name, more) => {
    expect(inTemplate(name, '"plain"', more)).toMatchObject({ before: '"plain"', after: '{"Ref":"Login"}' });
  });
});
