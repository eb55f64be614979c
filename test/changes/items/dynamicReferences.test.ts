import { describe, expect, test } from "vitest";
import { openReferences } from "../../../src/changes/items/dynamicReferences.ts";
import { KNOWN_AFTER_APPLY, type PropertyChange, type ResourceChange } from "../../../src/changes/model.ts";
import type { Json, JsonObject } from "../../../src/template/model.ts";
import { queue as cause, target } from "../examples.ts";

function change(more: Partial<ResourceChange> = {}): ResourceChange {
  return {
    stackPath: [],
    action: "Modify",
    logicalId: "Queue",
    type: "AWS::SQS::Queue",
    scope: ["Properties"],
    details: [],
    ...more,
  };
}

function pair(template: JsonObject, stackPath: readonly string[] = []) {
  return { stackPath, before: undefined, after: { value: template } };
}

function queue(QueueName: Json, more: JsonObject = {}): JsonObject {
  return { ...more, Resources: { Queue: { Type: "AWS::SQS::Queue", Properties: { QueueName } } } };
}

function found(
  template: JsonObject,
  more: Partial<Parameters<typeof openReferences>[0]> = {},
): ReturnType<typeof openReferences> {
  return openReferences({
    templates: [pair(template)],
    changes: [change()],
    values: [],
    target,
    areNestedListed: true,
    ...more,
  });
}

const none = { names: [], unknown: [] };
const named = { names: ["/app/name"], unknown: [] };
const unknown = { names: [], unknown: ["Queue"] };
const REFERENCE = "{{resolve:ssm:/app/name}}";
const values = [{ name: "Name", value: REFERENCE }];
const shown = (QueueName: string) => change({ after: { Properties: { QueueName } } });

test.each<[Json, readonly string[]]>([
  ["{{resolve:ssm:/app/size}}", ["/app/size"]],
  ["a {{resolve:ssm:one}} and {{resolve:ssm:two.three_4-5}}", ["one", "two.three_4-5"]],
  [
    [{ Deep: ["{{resolve:ssm:x}}"] }, { Other: "{{resolve:ssm:a}}" }],
    ["a", "x"],
  ],
])("in %j is one to look up", (value, names) => {
  expect(found(queue(value))).toEqual({ names, unknown: [] });
});

test.each<Json>([
  "{{resolve:ssm:/app/size:3}}",
  "{{resolve:ssm-secure:/app/password}}",
  "{{resolve:secretsmanager:app:SecretString:password}}",
  "resolve:ssm:x",
  7,
  null,
  true,
])("none is in %j", (value) => expect(found(queue(value))).toEqual(none));

test("a reference of a resource that changes, in a text", () => {
  expect(found(queue(`a-${REFERENCE}-b`))).toEqual(named);
  expect(found(queue(REFERENCE), { changes: [] })).toEqual(none);
  expect(found(queue(REFERENCE), { changes: [change({ action: "Remove" })] })).toEqual(none);
});

test("what has a version, or is meant to be another each time, is none", () => {
  for (const text of ["ssm:/app/name:3", "ssm-secure:/app/name", "secretsmanager:app:SecretString:x"]) {
    expect(found(queue(`{{resolve:${text}}}`))).toEqual(none);
  }
});

test("one that is put together is told by what CloudFormation shows, and otherwise unknown", () => {
  const pieces = queue({ "Fn::Join": ["", ["{{resolve:ssm:", { Ref: "Name" }, "}}"]] });
  for (const template of [pieces, queue({ "Fn::Sub": "{{resolve:ssm:$" + "{Name}}}" })]) {
    expect(found(template)).toEqual(unknown);
    expect(found(template, { changes: [shown(REFERENCE)] })).toEqual(named);
    expect(found(template, { changes: [shown("{{resolve:ssm:/app/name:2}}")] })).toEqual(none);
    expect(found(template, { changes: [shown("{{changeSet:KNOWN_AFTER_APPLY}}")] })).toEqual(unknown);
  }
});

test("a parameter, a mapping or a macro brings one, whether its value is shown or not", () => {
  const byParameter = queue({ Ref: "Name" });
  expect(found(byParameter, { values })).toEqual(named);
  const byMapping = queue({ "Fn::FindInMap": ["M", "a", "b"] }, { Mappings: { M: { a: { b: REFERENCE } } } });
  expect(found(byMapping)).toEqual(named);
  for (const template of [byParameter, byMapping, {}]) {
    expect(found(template, { changes: [shown(REFERENCE)] })).toEqual(named);
    expect(found(template, { values, changes: [shown("plain")] })).toEqual(none);
  }
});

test("one inside of a nested stack, whether its changes are listed or not", () => {
  const templates = [pair({}), pair(queue(REFERENCE), ["Net"])];
  const inner = change({ stackPath: ["Net"] });
  expect(found({}, { templates, changes: [inner] })).toEqual(named);
  expect(found({}, { templates, changes: [] })).toEqual(none);
  expect(found({}, { templates, changes: [], areNestedListed: false })).toEqual(named);
  const pieces = [pair({}), pair(queue({ "Fn::Join": ["", ["{{resolve:ssm:", "x", "}}"]] }), ["Net"])];
  const unlisted = { templates: pieces, changes: [], areNestedListed: false };
  expect(found({}, unlisted)).toEqual({ names: [], unknown: ["Net"] });
});

test("what is unknown is told once, in the order of the names", () => {
  const pieces = { "Fn::Join": ["", ["{{resolve:ssm:", { Ref: "Name" }, "}}"]] };
  const resource = { Type: "AWS::SQS::Queue", Properties: { QueueName: pieces } };
  const changes = ["B", "A", "B"].map((logicalId) => change({ logicalId }));
  expect(found({ Resources: { A: resource, B: resource } }, { changes }).unknown).toEqual(["A", "B"]);
});

test("what CloudFormation shows of a property tells of one, too", () => {
  const [detail] = cause.details as [PropertyChange];
  const details = [
    { ...detail, after: "plain" },
    { ...detail, after: REFERENCE },
  ];
  expect(found({}, { changes: [change({ details })] })).toEqual(named);
});

test("one that is put together stays unknown while what is shown has none, or a part of one", () => {
  const pieces = queue({ "Fn::Join": ["", ["{{resolve:ssm:", { Ref: "Name" }, "}}"]] });
  expect(found(pieces, { changes: [shown("plain")] })).toEqual(unknown);
  const half = change({ after: { Properties: { A: REFERENCE, B: "{{resolve:ssm:/app/na" } } });
  expect(found(pieces, { changes: [half] })).toEqual({ ...named, unknown: ["Queue"] });
});

test("a nested stack is found by its whole way, and one without a template has none", () => {
  const inner = change({ stackPath: ["A", "B"] });
  const templates = [pair({}), pair({}, ["A"]), pair(queue(REFERENCE), ["A", "B"])];
  expect(found({}, { templates, changes: [inner] })).toEqual(named);
  expect(found({}, { changes: [inner] })).toEqual(none);
  const gone = { stackPath: ["A", "B"], before: { value: queue(REFERENCE) }, after: undefined };
  expect(found({}, { templates: [pair({}), gone], changes: [inner] })).toEqual(none);
});

test("where nested stacks are not listed, the root is, and one that goes brings nothing", () => {
  const unlisted = { areNestedListed: false, changes: [] };
  expect(found(queue(REFERENCE), unlisted)).toEqual(none);
  const gone = { stackPath: ["Net"], before: { value: {} }, after: undefined };
  expect(found({}, { ...unlisted, templates: [pair({}), gone], values })).toEqual(none);
});

describe("where CloudFormation hides a value", () => {
  const FUNCTION = "AWS::Serverless::Function";
  const hidden = { Properties: { Environment: KNOWN_AFTER_APPLY } };
  const making = (logicalId = "Fn", more: Partial<ResourceChange> = {}) =>
    change({ action: "Add", logicalId, after: hidden, ...more });
  const variables = (Key: Json): JsonObject => ({ Environment: { Variables: { Key } } });
  const fn = (Properties: JsonObject, Type = FUNCTION): JsonObject => ({
    Resources: { Fn: { Type, Properties } },
  });

  test.each<[string, JsonObject]>([
    ["in SAM's Globals", { ...fn({}), Globals: { Function: variables(REFERENCE) } }],
    [
      "in a loop",
      { Resources: { "Fn::ForEach::L": ["Id", ["n"], { "F${Id}": { Properties: variables(REFERENCE) } }] } },
    ],
    [
      "in a loop whose list nobody knows",
      {
        Resources: {
          "Fn::ForEach::L": ["Id", { Ref: "No" }, { "F${Id}": { Properties: variables(REFERENCE) } }],
        },
      },
    ],
    [
      "in a mapping",
      {
        ...fn(variables({ "Fn::FindInMap": ["M", "a", "K"] })),
        Mappings: { M: { a: { K: REFERENCE }, b: { K: "{{resolve:ssm:/not}}" } } },
      },
    ],
    ["in a parameter", { ...fn(variables({ Ref: "Name" })), Parameters: { Name: { Type: "String" } } }],
  ])("one is found %s", (_, template) => {
    expect(found(template, { changes: [making()], values })).toEqual(named);
    const [detail] = cause.details as [PropertyChange];
    for (const after of [`{"A":"${KNOWN_AFTER_APPLY}"}`, "x".repeat(1_000)]) {
      const modified = change({ logicalId: "Fn", after: {}, details: [{ ...detail, after }] });
      expect(found(template, { changes: [modified], values })).toEqual(named);
    }
  });

  test("one is found in what a nested stack is given, and in what it takes where it is given nothing", () => {
    const inner = {
      Parameters: { Name: { Type: "String", Default: "{{resolve:ssm:/standard}}" } },
      ...fn(variables({ Ref: "Name" })),
    };
    const names = (Parameters: JsonObject) => {
      const Net = { Type: "AWS::CloudFormation::Stack", Properties: { Parameters } };
      const templates = [pair({ Resources: { Net } }), pair(inner, ["Net"])];
      return found({}, { templates, changes: [making("Fn", { stackPath: ["Net"] })] }).names;
    };
    expect(names({ Name: REFERENCE })).toEqual(["/app/name"]);
    expect(names({})).toEqual(["/standard"]);
  });

  test("none is what it does not refer to", () => {
    const of = (changes: readonly ResourceChange[], Properties: JsonObject = {}) =>
      found(
        {
          ...{ Mappings: { M: { a: { K: REFERENCE } } }, Parameters: { Name: { Type: "String" } } },
          Resources: {
            Fn: { Type: FUNCTION, Properties },
            Other: { Type: FUNCTION, Properties: variables({ Ref: "Name" }) },
            Third: { Type: FUNCTION, Properties: variables("{{resolve:ssm:/third}}") },
          },
        },
        { changes, values },
      );
    expect(of([making()])).toEqual(none);
    expect(of([change({ logicalId: "Fn" })])).toEqual(none);
    expect(of([making()], variables("x"))).toEqual(none);
  });

  test("what SAM makes beside a function has none of its environment's", () => {
    const policy = (Resource: Json) => ({ Policies: [{ Statement: { Resource } }], ...variables(REFERENCE) });
    const role = [making("FnRole")];
    expect(found(fn(policy("*")), { changes: role })).toEqual(none);
    expect(found(fn(policy("{{resolve:ssm:/arn}}")), { changes: role }).names).toEqual(["/arn"]);
    const plain = [making("FnRole", { after: { Properties: { Policies: "*" } } })];
    expect(found(fn(policy("{{resolve:ssm:/arn}}")), { changes: plain })).toEqual(none);
  });

  test("a macro of somebody's own may put any into it", () => {
    const macro = {
      ...fn({}),
      Transform: "Company::Macro",
      Mappings: { M: { a: { K: "{{resolve:ssm:/m}}" } } },
    };
    const { names } = found(macro, { changes: [making()], values });
    expect(names).toEqual(["/app/name", "/m"]);
    expect(found(macro, { changes: [shown("plain")], values })).toEqual(none);
  });

  test("a file that is included elsewhere puts none into it", () => {
    const Mappings = { M: { dev: { K: REFERENCE }, prod: { K: "{{resolve:ssm:/prod}}" } } };
    const included = { "Fn::Transform": { Name: "AWS::Include", Parameters: { Location: "s3://a/b" } } };
    const Other = { Type: FUNCTION, Properties: variables(included) };
    const { Fn } = fn(variables("x")).Resources as JsonObject;
    const template = { Transform: "AWS::Serverless-2016-10-31", Mappings };
    const of = (Resources: JsonObject) => found({ ...template, Resources }, { changes: [making()] }).names;
    const all = ["/app/name", "/prod"];
    expect(of({ Fn: Fn ?? null, Other })).toEqual([]);
    expect(of({ Fn: Other })).toEqual(all);
    // A macro is given what stands beside it.
    expect(of({ Fn: Fn ?? null, "Fn::Transform": "Company::Macro" })).toEqual(all);
    expect(found({ ...template, ...fn({}), "Fn::Transform": "Mine" }, { changes: [making()] }).names).toEqual(
      all,
    );
  });

  test("none is in what can only be a reference of SAM's own", () => {
    const included = { "Fn::Transform": { Name: "AWS::Include" } };
    const Fn = { Type: FUNCTION, Properties: { Policies: included } };
    const Mappings = { M: { a: { K: REFERENCE } } };
    const template = { Mappings, Resources: { Fn } };
    const [detail] = cause.details as [PropertyChange];
    const alias = (more: JsonObject) =>
      change({
        ...{ logicalId: "FnAliaslive", type: "AWS::Lambda::Alias" },
        details: [{ ...detail, name: "FunctionVersion", after: KNOWN_AFTER_APPLY }],
        after: { Properties: { FunctionVersion: KNOWN_AFTER_APPLY, ...more } },
      });
    expect(found(template, { changes: [alias({ Name: "live" })] })).toEqual(none);
    expect(found(template, { changes: [alias({ Description: KNOWN_AFTER_APPLY })] })).toEqual(named);
    expect(found({ Mappings, Resources: { FnAliaslive: Fn } }, { changes: [alias({})] })).toEqual(named);
  });

  test("one is found in what this region's mapping has, and not in another's", () => {
    const K = { "Fn::FindInMap": ["M", { Ref: "AWS::Region" }, "K"] };
    const entries = { [target.region]: { K: REFERENCE }, "eu-west-9": { K: "{{resolve:ssm:/far}}" } };
    expect(found({ ...fn(variables(K)), Mappings: { M: entries } }, { changes: [making()] })).toEqual(named);
  });

  test("one is found in a loop whose list this region's mapping has", () => {
    const list = { "Fn::FindInMap": ["M", { Ref: "AWS::Region" }, "L", { DefaultValue: ["X"] }] };
    const loop = { "Fn::ForEach::L": ["Id", list, { "F${Id}": { Properties: variables(REFERENCE) } }] };
    const template = { Mappings: { M: { [target.region]: { L: ["n"] } } }, Resources: loop };
    expect(found(template, { changes: [making("Fn")] })).toEqual(named);
  });

  test("a function that names a parameter may name any", () => {
    const template = fn(variables({ Ref: { "Fn::Sub": `N\${AWS::Region}` } }));
    expect(found(template, { changes: [making()], values })).toEqual(named);
  });

  test("one that is put together there is unknown", () => {
    const pieces = { "Fn::Join": ["", ["{{resolve:ssm:", { "Fn::GetAtt": "Other.Name" }, "}}"]] };
    const template = { ...fn({}), Globals: { Function: variables(pieces) } };
    expect(found(template, { changes: [making()] })).toEqual({ names: [], unknown: ["Fn"] });
  });
});
