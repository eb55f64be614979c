// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is the notation of Fn::Sub.
import { describe, expect, test } from "vitest";
import type { Changes, ResourceChange } from "../../../../src/changes/model.ts";
import { checkExports } from "../../../../src/flows/preflight/checks/exports.ts";
import type { Stack } from "../../../../src/stack/model.ts";
import type { Scope } from "../../../../src/template/evaluate/evaluated.ts";
import type { JsonObject } from "../../../../src/template/model.ts";
import { parseTemplate } from "../../../../src/template/text/parse.ts";
import { renderTree } from "../../../../src/template/tree/tree.ts";

/** The stack exports `url`, whose value is `one`. */
const live: Stack = {
  arn: "arn:aws:cloudformation:us-east-1:111122223333:stack/app/1",
  name: "app",
  status: "UPDATE_COMPLETE",
  parameters: [],
  tags: {},
  outputs: [{ key: "Url", value: "one", exportName: "url" }],
  capabilities: [],
  notificationArns: [],
  terminationProtection: false,
  createdAt: 0,
};

const SCOPE: Scope = {
  parameters: { Stage: "one", Secret: undefined, Path: "/app/x" },
  pseudo: { "AWS::StackName": "app", "AWS::Region": "us-east-1" },
};

const PARAMETERS = {
  Stage: { Type: "String", Default: "one" },
  Secret: { Type: "String", NoEcho: true },
  Path: { Type: "AWS::SSM::Parameter::Value<String>", Default: "/app/x" },
};

const CONDITIONS = {
  IsOne: { "Fn::Equals": [{ Ref: "Stage" }, "one"] },
  IsOther: { "Fn::Not": [{ Condition: "IsOne" }] },
  IsHidden: { "Fn::Equals": [{ Ref: "Secret" }, "x"] },
};

const NOTHING: Changes = {
  target: { stack: "app", region: "us-east-1", account: "111122223333", type: "UPDATE" },
  ...{ resources: [], parameters: [], keptParameters: [], tags: [], outputs: [], settings: [] },
  ...{ template: [], capabilities: [] },
};

const output = { key: "Url", before: '{"Value":"one"}', after: '{"Value":"other"}' };
const redefined: Partial<Changes> = { outputs: [output] };
const described: Partial<Changes> = {
  outputs: [{ key: "Url", before: '{"Description":"a","Value":1}', after: '{"Value":1}' }],
};
const given = (name: string): Partial<Changes> => ({ parameters: [{ name, noEcho: true }] });
const changed = (change: Partial<ResourceChange>): Partial<Changes> => ({
  resources: [
    {
      stackPath: [],
      action: "Modify",
      logicalId: "A",
      type: "AWS::SNS::Topic",
      scope: [],
      details: [],
      ...change,
    },
  ],
});
const port = {
  attribute: "Properties",
  name: "Port",
  requiresRecreation: "Never",
  evaluation: "Static",
} as const;

const url = (Value: unknown, more: object = {}) => ({ Url: { Value, Export: { Name: "url" }, ...more } });
const GET = { "Fn::GetAtt": ["A", "Endpoint.Port"] };

async function checked(
  outputs: object,
  changes: Partial<Changes>,
  {
    importers = ["consumer"],
    top = {},
  }: { readonly importers?: readonly string[]; readonly top?: object } = {},
) {
  const asked: string[] = [];
  const template = JSON.stringify({
    ...{ Parameters: PARAMETERS, Conditions: CONDITIONS, Outputs: outputs },
    Resources: { A: { Type: "AWS::SNS::Topic" } },
    ...top,
  } as JsonObject);
  const tree = renderTree(parseTemplate(template, "t.json"), (() => undefined) as never);
  const scope = { live, changes: { ...NOTHING, ...changes }, template: tree.template, scope: SCOPE };
  const exports = {
    importers: (name: string) => {
      asked.push(name);
      return Promise.resolve(importers);
    },
  };
  const ask = <T>(_: object, work: (signal: AbortSignal) => Promise<T>) => work(new AbortController().signal);
  const found = await checkExports({ stack: scope }, { exports }, { ask });
  const said = found.map(({ finding: { level, message } }) => `${level}: ${message.split(":")[0]}`);
  return { asked, said, found };
}

test.for<[string, object, Partial<Changes>, readonly string[]]>([
  ["stays", url("one"), redefined, []],
  ["stays under another output", { Address: url("one").Url }, redefined, []],
  ["a description is another", url({ Ref: "A" }), described, []],
  ["goes", { Other: { Value: "x" } }, redefined, ["error: Export url goes, and consumer imports it"]],
  [
    "is no export any more",
    { Url: { Value: "one" } },
    redefined,
    ["error: Export url goes, and consumer imports it"],
  ],
  [
    "is renamed",
    { Url: { Value: "one", Export: { Name: { "Fn::Sub": "${AWS::StackName}-url" } } } },
    redefined,
    ["error: Export url is renamed to app-url, and consumer imports it"],
  ],
  [
    "may be renamed",
    { Url: { Value: "one", Export: { Name: { Ref: "Path" } } } },
    redefined,
    ["warning: Export url may go"],
  ],
  ["another value", url("two"), redefined, ["error: Export url gets another value, and consumer imports it"]],
  [
    "another value by a parameter",
    url({ "Fn::Sub": "${Stage}-x" }),
    given("Stage"),
    ["error: Export url gets another value, and consumer imports it"],
  ],
  [
    "its condition does not hold",
    url("one", { Condition: "IsOther" }),
    given("Stage"),
    ["error: Export url goes, and consumer imports it"],
  ],
  ["its condition holds", url("one", { Condition: "IsOne" }), given("Stage"), []],
  [
    "its condition may not hold",
    url("one", { Condition: "IsHidden" }),
    given("Secret"),
    ["warning: Export url may go"],
  ],
  ["its condition is what it was", url("one", { Condition: "IsHidden" }), given("Stage"), []],
  [
    "a hidden parameter",
    url({ "Fn::Sub": "${Secret}" }),
    given("Secret"),
    ["warning: Export url may get another value, which is known after apply, and consumer imports it"],
  ],
  ["a hidden parameter that stays", url({ Ref: "Secret" }), given("Stage"), []],
  [
    "a branch by a hidden parameter",
    url({ "Fn::If": ["IsHidden", "a", "b"] }),
    given("Secret"),
    ["warning: Export url may get another value, which is known after apply, and consumer imports it"],
  ],
  [
    "a dynamic reference that is another",
    url("{{resolve:ssm:/x}}"),
    redefined,
    ["warning: Export url may get another value, which is known after apply, and consumer imports it"],
  ],
  [
    "of a resource that is replaced",
    url({ Ref: "A" }),
    changed({ replacement: "True" }),
    ["warning: Export url may get another value, which is known after apply, and consumer imports it"],
  ],
  [
    "of one that may be",
    url({ "Fn::Sub": "x${A.Arn}" }),
    changed({ replacement: "Conditional" }),
    ["warning: Export url may get another value, which is known after apply, and consumer imports it"],
  ],
  [
    "of one that is changed in place",
    url({ Ref: "A" }),
    changed({ replacement: "False", details: [port] }),
    [],
  ],
  [
    "an attribute that stays",
    url({ "Fn::GetAtt": "A.Arn" }),
    changed({ replacement: "False", details: [port] }),
    [],
  ],
  [
    "an attribute that is changed",
    url(GET),
    changed({ replacement: "False", details: [port] }),
    ["warning: Export url may get another value, which is known after apply, and consumer imports it"],
  ],
  [
    "of a custom resource",
    url(GET),
    changed({ replacement: "False", type: "Custom::X" }),
    ["warning: Export url may get another value, which is known after apply, and consumer imports it"],
  ],
  [
    "of a nested stack",
    url({ "Fn::GetAtt": "A.Outputs.X" }),
    changed({ stackPath: ["A"], logicalId: "B", replacement: "False" }),
    ["warning: Export url may get another value, which is known after apply, and consumer imports it"],
  ],
  ["of another resource", url(GET), changed({ logicalId: "B", replacement: "True" }), []],
  ["nothing changes from which it could be known", url("two"), changed({ logicalId: "B" }), []],
  ["nothing changes by which it could go", {}, changed({ logicalId: "B" }), []],
  [
    "nothing but what a listed resource's template says",
    url("two"),
    { ...changed({ logicalId: "B" }), template: [{ name: "definition B /Metadata/Init", after: "1" }] },
    [],
  ],
  [
    "a mapping, too",
    url("two"),
    { ...changed({ logicalId: "B" }), template: [{ name: "mapping B", after: "{}" }] },
    ["error: Export url gets another value, and consumer imports it"],
  ],
])("an export that is imported: %s", async ([, outputs, changes, expected]) => {
  const { asked, said } = await checked(outputs, changes);
  expect(said).toEqual(expected);
  expect(asked).toEqual(expected.length > 0 ? ["url"] : []);
});

test("what a macro makes of the exports is not known", async () => {
  const { said } = await checked({}, redefined, { top: { Transform: ["Mine"] } });
  expect(said).toEqual(["warning: Export url may go"]);
  const valued = await checked(url("two"), redefined, { top: { Transform: ["Mine"] } });
  expect(valued.said).toEqual([
    "warning: Export url may get another value, which is known after apply, and consumer imports it",
  ]);
  const harmless = await checked({}, redefined, { top: { Transform: "AWS::LanguageExtensions" } });
  expect(harmless.said).toEqual(["error: Export url goes, and consumer imports it"]);
});

const top = { Transform: "AWS::LanguageExtensions" };

test("a loop makes exports", async () => {
  const loop = (...names: readonly string[]) => ({
    "Fn::ForEach::Each": ["It", names, { "O${It}": { Value: "one", Export: { Name: { Ref: "It" } } } }],
  });
  expect((await checked(loop("url", "more"), redefined, { top })).said).toEqual([]);
  expect((await checked(loop("more"), redefined, { top })).said).toHaveLength(1);
});

test("a loop's export is under the name that the item makes", async () => {
  const loop = (Name: string) => ({
    "Fn::ForEach::Each": ["It", ["U.rl"], { "&{It}": { Value: "one", Export: { Name } } }],
  });
  const renamed = (name: string) => [`error: Export url is renamed to ${name}, and consumer imports it`];
  expect((await checked(loop("url"), redefined, { top })).said).toEqual([]);
  expect((await checked(loop("app-&{It}"), redefined, { top })).said).toEqual(renamed("app-Url"));
  expect((await checked(loop("app-${It}"), redefined, { top })).said).toEqual(renamed("app-U.rl"));
});

describe("a loop's export of a value that is known after apply", () => {
  const loop = (list: readonly string[], more: object = {}) => [
    "It",
    list,
    { "&{It}": { Value: { "Fn::GetAtt": ["${It}", "Arn"] }, Export: { Name: "url" }, ...more } },
  ];
  const AFTER = loop(["U.rl", "Other"]);
  const from = (before: readonly unknown[] | undefined): Partial<Changes> => ({
    outputs: [
      {
        ...{ key: "Fn::ForEach::Each", after: JSON.stringify(AFTER) },
        ...(before === undefined ? {} : { before: JSON.stringify(before) }),
      },
    ],
  });
  const replaced = changed({ logicalId: "U.rl", replacement: "True" });

  test.for<[string, Partial<Changes>, number]>([
    ["one more item", from(loop(["U.rl"])), 0],
    ["a description", from(loop(["U.rl", "Other"], { Description: "a" })), 0],
    ["another resource", { ...given("Size"), ...changed({ replacement: "True" }) }, 0],
    ["its resource", { ...given("Size"), ...replaced }, 1],
    ["another value", from(loop(["U.rl"], { Value: 1 })), 1],
    ["a loop anew", from(undefined), 1],
    ["another loop's value", { outputs: [{ key: "Fn::ForEach::More", before: "[]", after: '["It"]' }] }, 0],
  ])("%s", async ([, changes, count]) => {
    const { said } = await checked({ "Fn::ForEach::Each": AFTER }, changes, { top });
    const may =
      "warning: Export url may get another value, which is known after apply, and consumer imports it";
    expect(said).toEqual(Array(count).fill(may));
  });
});

test("nobody imports it, or only the stack's own nested stacks do", async () => {
  expect((await checked({}, redefined, { importers: [] })).said).toEqual([]);
  const own = await checked({}, redefined, { importers: ["app-Inner-1A2B3C4D5E6F"] });
  expect(own.said).toEqual(["warning: Export url goes, and app-Inner-1A2B3C4D5E6F imports it"]);
  const both = await checked({}, redefined, { importers: ["app-Inner-1A2B3C4D5E6F", "app-web"] });
  expect(both.said).toEqual(["error: Export url goes, and app-web imports it"]);
});

test("many importers are counted, and the finding is at the output", async () => {
  const importers = ["a", "b", "c", "d", "e", "f", "g"];
  const { found } = await checked(url("two"), redefined, { importers });
  expect(found[0]?.finding.message).toContain("a, b, c, d, e and 2 more import it");
  expect(found[0]?.finding.location).toMatchObject({ file: "t.json", line: 1 });
});
