import { describe, expect, test } from "vitest";
import type { BindingSources } from "../../../src/changes/items/bind.ts";
import { KNOWN_AFTER_APPLY, type PropertyChange, type ResourceChange } from "../../../src/changes/model.ts";
import type { Json, JsonObject } from "../../../src/template/model.ts";
import { item, queue } from "../examples.ts";
import { bound, request, sources, stack, TEMPLATE } from "./examples.ts";

/** A topic whose name is made of a parameter. */
const topic: ResourceChange = { ...queue, logicalId: "Topic", type: "AWS::SNS::Topic" };
const { after: _, ...untold } = queue.details[0] as PropertyChange;
const SIZE = item(null, '{"":{"Parameters":{"Size":{"Value":["1",null]}}}}');

/** The items of the values behind the definitions of what changes. */
function values(change: Partial<ResourceChange>, given: Partial<BindingSources> = {}) {
  const changeSet = { resources: [{ ...topic, ...change }], parameters: [] };
  const { items } = bound({ changeSet, ...given });
  return Object.fromEntries([...items].filter(([name]) => name.startsWith("values ")));
}

describe("the values behind a definition are bound", () => {
  test.each<[string, Partial<ResourceChange>]>([
    ["of what is made", { action: "Add" }],
    ["of what is imported", { action: "Import" }],
    ["where AWS dropped the values", { withoutValues: true }],
  ])("%s", (_, change) => {
    expect(values(change)).toEqual({ "values Topic": SIZE });
  });

  test.each<[string, readonly PropertyChange[]]>([
    ["where one property's value is left out", [...queue.details, untold]],
    ["where one is left out that is new", [{ ...untold, changeType: "Add" }]],
  ])("%s", (_, details) => {
    expect(values({ details })).toEqual({ "values Topic /Properties/DisplayName": SIZE });
  });

  test.each<[string, Partial<ResourceChange>]>([
    ["where every value is told", {}],
    ["where nothing changes in it", { details: [] }],
    ["where a property goes", { details: [{ ...untold, changeType: "Remove" }] }],
    ["where it is an attribute that refers to none", { details: [{ ...untold, attribute: "Metadata" }] }],
    ["of a resource in a nested stack that is given none", { action: "Add", stackPath: ["Net"] }],
    ["of a resource that refers to none", { action: "Add", logicalId: "Nowhere" }],
  ])("not %s", (_, change) => {
    expect(values(change)).toEqual({});
  });

  // "Large values can be truncated", says ResourceTargetDefinition, and not which: what follows can be another thing at the deploy.
  test("where a value is so long that AWS may have cut it", () => {
    const details = (after: string) => [{ ...untold, after }];
    expect(values({ details: details("x".repeat(1_000)) })).toEqual({
      "values Topic /Properties/DisplayName": SIZE,
    });
    expect(values({ details: details("x".repeat(999)) })).toEqual({});
    expect(values({ details: [{ ...untold, after: "x", before: "x".repeat(1_000) }] })).toEqual({});
  });

  test("of what changes, and of nothing that stays", () => {
    const Topic = {
      Properties: { DisplayName: { Ref: "Size" }, Name: { Ref: "Kept" }, Tags: [{ Value: { Ref: "Team" } }] },
      UpdatePolicy: { Batch: { Ref: "Batch" } },
      Metadata: { Version: { Ref: "Version" } },
    };
    const template = { value: { Resources: { Topic } } };
    const parameters = ["Size", "Kept", "Team", "Batch", "Version"].map((name) => ({ name, value: name }));
    const reached = (...details: readonly Partial<PropertyChange>[]) => {
      const given = {
        templates: [{ stackPath: [], before: template, after: template }],
        parameters: parameters.map(({ name }) => ({ name, noEcho: false, source: "previous" as const })),
        stack: { ...stack, parameters },
      };
      const change = {
        details: details.map((one) => ({ ...untold, path: undefined, name: undefined, ...one })),
      };
      const found = values(change as Partial<ResourceChange>, given);
      const names = Object.values(found).map(({ after }) =>
        Object.keys(JSON.parse(after ?? "")[""].Parameters).join(),
      );
      return names.sort();
    };
    expect(reached({ path: "/Properties/DisplayName" })).toEqual(["Size"]);
    expect(reached({ name: "Name" }, { path: "/Properties/DisplayName", after: "x" })).toEqual(["Kept"]);
    expect(reached({})).toEqual(["Kept", "Size", "Team"]);
    expect(reached({ attribute: "Tags", path: "/Properties/Tags/0/Value" })).toEqual(["Team"]);
    expect(reached({ attribute: "UpdatePolicy" }, { attribute: "Metadata" })).toEqual(["Batch", "Version"]);
    expect(reached({ attribute: "UpdatePolicy", after: "1" })).toEqual([]);
    expect(reached({ name: "Name", after: `a ${KNOWN_AFTER_APPLY}` })).toEqual(["Kept"]);
  });

  test("each part by its path, as far as the definition has names", () => {
    const [A, B, C, List] = [{ Ref: "A" }, { Ref: "B" }, { Ref: "C" }, { Ref: "List" }];
    const Task = { Properties: { Environment: { Variables: { A, "b/c~d e": B } }, List: [List] } };
    const Parameters = { A, B, "Fn::ForEach::P": ["X", { "Fn::ImportValue": "l" }, { $X: C }] };
    const Net = { Type: "AWS::CloudFormation::Stack", Properties: { TemplateURL: A, Parameters } };
    const either = { Properties: { Parameters: { "Fn::If": ["No", { A }, { B }] } } };
    const template = { value: { Resources: { Task, Net, Either: { Type: Net.Type, ...either } } } };
    const kept = ["A", "B", "C", "List"].map((name) => ({ name, value: name }));
    const given: Partial<BindingSources> = {
      templates: [{ stackPath: [], before: template, after: template }],
      parameters: kept.map(({ name }) => ({ name, noEcho: false, source: "previous" })),
      stack: { ...stack, parameters: kept },
    };
    const parts = (logicalId: string, ...paths: readonly string[]) => {
      const type = logicalId === "Task" ? "AWS::Lambda::Function" : Net.Type;
      const details = paths.map((path) => ({ ...untold, path, name: path.split("/")[2] as string }));
      const found = Object.entries(values({ logicalId, type, details }, given));
      // What is deployed already is told under the same names.
      for (const [name, { after }] of found) expect(bound(given).textNow(name)).toBe(after);
      return found.map(([name]) => name.slice(`values ${logicalId} `.length)).sort();
    };
    const environment = "/Properties/Environment";
    expect(parts("Task", environment)).toEqual([environment]);
    expect(parts("Task", `${environment}/Variables/A`, `${environment}/Variables/b~1c~0d e`)).toEqual([
      `${environment}/Variables/A`,
      `${environment}/Variables/b~1c~0d e`,
    ]);
    expect(parts("Task", `${environment}/Variables/Made`)).toEqual([`${environment}/Variables`]);
    expect(parts("Task", "/Properties/List/0")).toEqual(["/Properties/List"]);
    expect(parts("Task", "/Properties/Made")).toEqual([environment, "/Properties/List"]);
    const members = ["A", "B", "Fn::ForEach::P"].map((name) => `/Properties/Parameters/${name}`);
    expect(parts("Net", "/Properties/Parameters/A")).toEqual(["/Properties/Parameters/A"]);
    expect(parts("Net", "/Properties/Parameters")).toEqual(members);
    expect(parts("Net", "/Properties/Parameters/C")).toEqual(members);
    expect(parts("Net", "/Properties")).toEqual([...members, "/Properties/TemplateURL"]);
    expect(parts("Either", "/Properties/Parameters/A")).toEqual(["/Properties/Parameters"]);
  });

  test("of what a loop makes", () => {
    const of = (list: Json, change: Partial<ResourceChange>, nested = false) => {
      const body = { Properties: { Name: { Ref: "Name" }, Key: [{ Ref: `Key\${X}` }] } };
      const Parameters = { List: { Type: "CommaDelimitedList" }, Name: {}, KeyA: {}, KeyB: {} };
      const Resources = { "Fn::ForEach::T": ["X", list, { "Topic${X}": body }] };
      const kept = ["Name", "KeyA", "KeyB", "List"].map((name) => ({
        name,
        value: name === "List" ? "B,A" : name,
      }));
      const given = Object.fromEntries(kept.map(({ name }) => [name, { Ref: name }]));
      const Net = { Type: "AWS::CloudFormation::Stack", Properties: { Parameters: given } };
      const inner = { value: { Parameters, Resources } };
      const root = nested ? { value: { Parameters, Resources: { Net } } } : inner;
      const trees = nested ? [root, inner] : [root];
      const sources: Partial<BindingSources> = {
        templates: trees.map((one, depth) => ({
          stackPath: ["Net"].slice(0, depth),
          before: one,
          after: one,
        })),
        parameters: kept.map(({ name }) => ({ name, noEcho: false, source: "previous" })),
        stack: { ...stack, parameters: kept },
      };
      const stackPath = nested ? ["Net"] : [];
      const found = Object.entries(values({ logicalId: "TopicA", stackPath, ...change }, sources));
      for (const [name, { after }] of found) expect(bound(sources).textNow(name)).toBe(after);
      return found.map(([name, { after }]) => [name, ...Object.keys(JSON.parse(after ?? "")[""].Parameters)]);
    };
    const details = [{ ...untold, path: "/Properties/Key/0", name: "Key", after: KNOWN_AFTER_APPLY }];
    expect(of(["A"], { action: "Add" })).toEqual([["values TopicA", "KeyA", "Name"]]);
    expect(of(["A"], { details })).toEqual([["values TopicA /Properties/Key", "KeyA"]]);
    expect(of({ Ref: "List" }, { details })).toEqual([["values TopicA /Properties/Key", "KeyA"]]);
    expect(of({ Ref: "List" }, { details }, true)).toEqual([["values Net/TopicA /Properties/Key", "KeyA"]]);
    expect(of(["B"], { details })).toEqual([]);
    expect(of({ "Fn::ImportValue": "x" }, { action: "Add" })).toEqual([]);
  });

  test("of what SAM gives to all, and makes beside", () => {
    const of = (definition: JsonObject, change: Partial<ResourceChange> = {}) => {
      const Task = { Type: "AWS::Serverless::Function", ...definition };
      const Globals = {
        Function: { Environment: { Variables: { A: { Ref: "Size" } } } },
        Api: { Ref: "Size" },
      };
      const template = { value: { Transform: "AWS::Serverless-2016-10-31", Globals, Resources: { Task } } };
      const given = { templates: [{ stackPath: [], before: template, after: template }] };
      const path = "/Properties/Environment";
      const details = [{ ...untold, path, name: "Environment", after: KNOWN_AFTER_APPLY }];
      return values({ logicalId: "Task", type: "AWS::Lambda::Function", details, ...change }, given);
    };
    const environment = { "values Task /Properties/Environment": SIZE };
    expect(of({})).toEqual(environment);
    expect(of({ Properties: { Environment: { Variables: { B: 1 } } } })).toEqual(environment);
    expect(of({ Properties: { Handler: "x" } })).toEqual(environment);
    const role = { logicalId: "TaskRole", type: "AWS::IAM::Role" };
    const details = [{ ...untold, path: "/Properties/Policies", name: "Policies", after: KNOWN_AFTER_APPLY }];
    expect(of({}, { ...role, details })).toEqual({ "values TaskRole": SIZE });
    expect(of({}, { ...role, logicalId: "OtherRole", details })).toEqual({});
  });

  test("of what SAM makes for several functions, and of no function's code, environment or rights", () => {
    const behindApi = (Worker: JsonObject) => {
      const Get = { Type: "Api", Properties: { Path: "/", Method: "get" } };
      const Health = { Type: "AWS::Serverless::Function", Properties: { Events: { Get } } };
      const Resources = { Health, Worker: { Type: "AWS::Serverless::Function", ...Worker } };
      const template = { value: { Transform: "AWS::Serverless-2016-10-31", Resources } };
      const logicalId = "ServerlessRestApi";
      const details = [{ ...untold, path: "/Properties/Body", name: "Body", after: KNOWN_AFTER_APPLY }];
      const change = { logicalId, type: "AWS::ApiGateway::RestApi", details };
      return values(change, { templates: [{ stackPath: [], before: template, after: template }] });
    };
    const Size = { Ref: "Size" };
    expect(behindApi({ Properties: { Environment: { Variables: { Size } }, Policies: [Size] } })).toEqual({});
    const Events = { Get: { Type: "Api", Properties: { Path: Size, Method: "get" } } };
    for (const Properties of [{ Events }, { Tags: { Size } }, { PropertyOfTomorrow: Size }])
      expect(behindApi({ Properties })).toEqual({ "values ServerlessRestApi": SIZE });
  });

  test("not of what SAM makes beside and CloudFormation shows in full, which binds it", () => {
    const Task = { Type: "AWS::Serverless::Function", Properties: { Timeout: { Ref: "Size" } } };
    const template = { value: { Transform: "AWS::Serverless-2016-10-31", Resources: { Task } } };
    const templates = [{ stackPath: [], before: template, after: template }];
    const of = (after: Json | undefined, change: Partial<ResourceChange> = {}) => {
      const version: ResourceChange = {
        ...{ ...topic, logicalId: "TaskVersion1", type: "AWS::Lambda::Version", action: "Add", details: [] },
        ...(after === undefined ? {} : { after }),
        ...change,
      };
      const { items } = bound({ templates, changeSet: { resources: [version], parameters: [] } });
      return [...items.keys()].filter((name) => /^(values|made) /.test(name)).sort();
    };
    const shown = (FunctionName: Json) => ({ Properties: { FunctionName } });
    const [made, behind] = ["made TaskVersion1", "values TaskVersion1"];
    expect(of(shown("app-Task-1"))).toEqual([made]);
    expect(of(undefined)).toEqual([behind]);
    // What is known later, a secret, and what may be cut.
    for (const part of [KNOWN_AFTER_APPLY, "a****", "a".repeat(1_000)])
      expect(of(shown(["a", part]))).toEqual([made, behind]);
    // What is there may stay as it is, which binds nothing.
    const same = shown("app-Task-1");
    expect(of(same, { action: "Modify", withoutValues: true, before: same })).toEqual([behind]);
    // SAM makes it refer to the version, and to nothing else.
    const details = (...properties: readonly (readonly [string, string | undefined])[]) => ({
      action: "Modify" as const,
      type: "AWS::Lambda::Alias",
      details: properties.map(([name, value]) => ({
        ...{ ...untold, name, path: `/Properties/${name}` },
        ...(value === undefined ? {} : { after: value }),
      })),
    });
    const number = ["FunctionVersion", KNOWN_AFTER_APPLY] as const;
    expect(of(same, details(number, ["Description", "b"]))).toEqual([]);
    for (const value of [KNOWN_AFTER_APPLY, undefined, "a".repeat(1_000)])
      expect(of(same, details(number, ["Description", value]))).toContain(behind);
    expect(of(same, { ...details(number), type: "AWS::Lambda::Version" })).toContain(behind);
    // What its definition says is in `Task` alone.
    expect(of(shown("app-Task-1"), { logicalId: "Task" })).toEqual(["made Task", "values Task"]);
  });

  test("of what loops put out, with the conditions under which they do", () => {
    const loop = (list: Json): Json => [
      "X",
      list,
      { "Url${X}": { Condition: `Is\${X}`, Value: { Ref: "Size" } } },
    ];
    const Conditions = { IsA: { "Fn::Equals": [{ Ref: "Kept" }, 1] } };
    const of = (list: Json, more: JsonObject = {}) => {
      const has = { value: { ...TEMPLATE, Outputs: more } };
      const wants = {
        value: { ...TEMPLATE, Conditions, Outputs: { ...more, "Fn::ForEach::O": loop(list) } },
      };
      const given = bound({ templates: [{ stackPath: [], before: has, after: wants }] });
      const name = "values output Fn::ForEach::O";
      const done = bound({ templates: [{ stackPath: [], before: wants, after: wants }] });
      expect(done.textNow(name)).toBe(given.items.get(name)?.after);
      return JSON.parse(given.items.get(name)?.after ?? "null");
    };
    const told = { "": { Conditions, Parameters: { Size: { Value: ["1", null] } } } };
    expect(of(["A"])).toEqual(told);
    expect(of(["A"], { Old: { Value: 1 } })).toEqual(told);
    // Of another loop, which changes nothing, nothing is told.
    expect(
      of(["A"], { "Fn::ForEach::Old": ["X", ["A"], { "Old${X}": { Value: { Ref: "Password" } } }] }),
    ).toEqual(told);
    // The list is in no item else: what was put in its place is only what came of it.
    const List = { "Fn::Split": [",", { Ref: "Size" }] };
    expect(of(["A", { Ref: "Size" }])[""].Parameters).toEqual(told[""].Parameters);
    expect(of(List)[""].Parameters).toEqual({ Size: { Value: ["1", null] } });
    // Of a list that is not known here the loop itself is all there is.
    expect(of({ "Fn::ImportValue": "x" })).toEqual({ "": { Parameters: told[""].Parameters } });
  });

  test("of a loop that stays, in each round of one around it", () => {
    const url = { "Url${X}${Y}": { Value: { "Fn::If": [`Is\${X}`, 1, 2] } } };
    const inner = { "Fn::ForEach::In": ["Y", { "Fn::ImportValue": "x" }, url] };
    const Conditions = { IsA: { "Fn::Equals": ["a", "b"] }, IsB: { "Fn::Equals": ["a", "c"] } };
    const wants = { Conditions, Outputs: { "Fn::ForEach::O": ["X", ["A", "B"], inner] } };
    const { items } = bound({
      templates: [{ stackPath: [], before: { value: {} }, after: { value: wants } }],
    });
    const told = items.get("values output Fn::ForEach::O")?.after ?? "null";
    expect(JSON.parse(told)).toEqual({ "": { Conditions } });
  });

  test("of a resource that is called like a section", () => {
    const value = {
      Resources: { output: { Properties: { A: { Ref: "Size" } } } },
      Outputs: { output: { Value: 1 } },
    };
    const given = { templates: [{ stackPath: [], before: { value }, after: { value } }] };
    const details = [{ ...untold, path: "/Properties/A", name: "A" }];
    const name = "values output /Properties/A";
    expect(values({ logicalId: "output", details }, given)).toEqual({ [name]: SIZE });
    expect(bound(given).textNow(name)).toBe(SIZE.after);
    expect(bound(given).textNow("values output")).toBe(SIZE.after);
    expect(bound(given).textNow("values output output")).toBeNull();
  });

  test("of an output and of a hook that change", () => {
    const { Outputs: _outputs, Hooks: _hooks, ...before } = TEMPLATE;
    const after = {
      ...before,
      Outputs: {
        Old: { Value: { Ref: "Size" } },
        New: { Condition: "IsSmall", Value: 1 },
        Plain: { Value: 1 },
      },
      Hooks: { Blue: { Type: "A", Properties: { Count: { Ref: "Size" } } } },
    };
    const has = { ...before, Outputs: { Old: after.Outputs.Old } };
    const one = bound({ templates: [{ stackPath: [], before: { value: has }, after: { value: after } }] });
    const names = [...one.items.keys()].filter((name) => name.startsWith("values "));
    expect(names.sort()).toEqual(["values hook Blue", "values output New"]);
    expect(one.items.get("values hook Blue")).toEqual(SIZE);
    const conditions = { IsSmall: (TEMPLATE.Conditions as JsonObject).IsSmall };
    expect(JSON.parse(one.items.get("values output New")?.after ?? "")).toEqual({
      "": { Conditions: conditions, Parameters: { Size: { Value: ["1", null] } } },
    });
    const done = bound({ templates: [{ stackPath: [], before: { value: after }, after: { value: after } }] });
    for (const name of names) expect(done.textNow(name)).toBe(one.items.get(name)?.after);
    expect(one.textNow("values output New")).toBeNull();
  });

  describe("of what is in a nested stack whose template cannot be read", () => {
    const NESTED = "AWS::CloudFormation::Stack";
    const url = (content: string) =>
      `https://b.s3.amazonaws.com/aurora-deploy-action/${content.repeat(64)}.json`;
    const stackOf = (TemplateURL: Json): JsonObject => ({
      Type: NESTED,
      Properties: { TemplateURL, Parameters: { Size: { Ref: "Size" } } },
    });
    const looped = (list: Json, TemplateURL: Json) => ({
      "Fn::ForEach::Nets": ["N", list, { "Net${N}": stackOf(TemplateURL) }],
    });
    const application = (SemanticVersion: Json) => ({
      NetA: {
        Type: "AWS::Serverless::Application",
        Properties: { Location: { ApplicationId: "a", SemanticVersion }, Parameters: { Size: "1" } },
      },
    });
    const added = { ...topic, action: "Add" as const, stackPath: ["NetA"], details: [] };
    const hidden = { ...added, after: { Properties: { DisplayName: KNOWN_AFTER_APPLY } } };

    const behind = (Resources: JsonObject, change: Partial<ResourceChange> = hidden) => {
      const template = { value: { ...TEMPLATE, Resources } };
      const templates = [{ stackPath: [], before: template, after: template }];
      const found = values({ ...hidden, ...change }, { templates })["values NetA/Topic"]?.after;
      return JSON.parse(found ?? "{}");
    };

    test.each<[string, JsonObject, JsonObject, JsonObject]>([
      ["a loop's", looped(["A"], url("a")), { TemplateURL: url("a") }, looped(["A"], url("b"))],
      [
        "one elsewhere",
        { NetA: stackOf("https://a") },
        { TemplateURL: "https://a" },
        { NetA: stackOf("https://b") },
      ],
      [
        "an application's",
        application("1.0.0"),
        { Location: { ApplicationId: "a", SemanticVersion: "1.0.0" } },
        application("2.0.0"),
      ],
    ])("which template that is: %s", (_, resources, told, others) => {
      expect(behind(resources)[""].Resources.NetA.Properties).toMatchObject(told);
      expect(behind(others)).not.toEqual(behind(resources));
      const details = [{ ...untold, after: KNOWN_AFTER_APPLY }];
      expect(behind(resources, { action: "Modify", details })).toEqual(behind(resources));
    });

    test("what decides which template that is, and all that the stack is given", () => {
      const Parameters = { Size: { Value: ["1", null] } };
      const Location = { ApplicationId: "a", SemanticVersion: { Ref: "Size" } };
      const NetA = { Properties: { Location, Parameters: { Size: "1" } } };
      expect(behind(application({ Ref: "Size" }))).toEqual({ "": { Parameters, Resources: { NetA } } });
    });

    test("the loops that may make it, where their lists are not known here", () => {
      const loops = looped({ "Fn::ImportValue": "list" }, url("a"));
      expect(behind(loops)).toEqual({
        "": { Parameters: { Size: { Value: ["1", null] } }, Resources: loops },
      });
    });

    test("not that where CloudFormation shows all of the resource, which binds it", () => {
      const shown = { after: { Properties: { DisplayName: "app-1" } } };
      expect(behind(looped(["A"], url("a")), shown)).toEqual({
        "": { Parameters: { Size: { Value: ["1", null] } } },
      });
    });
  });

  test("of what is in a nested stack of which CloudFormation lists nothing", () => {
    const before = {
      Parameters: TEMPLATE.Parameters ?? null,
      Resources: { Queue: { Properties: { A: 1 } } },
    };
    const changed = { Properties: { A: 1, B: { Ref: "Size" } } };
    const after = { ...before, Resources: { Queue: changed, Topic: { Properties: { A: { Ref: "Size" } } } } };
    const root = { value: { Resources: { Net: { Properties: {} } } } };
    const templates = [
      { stackPath: [], before: root, after: root },
      { stackPath: ["Net"], before: { value: before }, after: { value: after } },
    ];
    const inNet = item(null, '{"Net":{"Parameters":{"Size":{"Default":"1"}}}}');
    const nested = { changeSet: { resources: [], parameters: [] }, templates };
    expect(values({}, nested)).toEqual({ "values Net/Queue": inNet, "values Net/Topic": inNet });
    const listed = { ...queue, stackPath: ["Net"], details: [] };
    expect(values({}, { ...nested, changeSet: { resources: [listed], parameters: [] } })).toEqual({
      "values Net/Topic": inNet,
    });
  });

  test("of what takes the topics that are told of the stack's events", () => {
    const value = { Resources: { Topic: { Properties: { A: { Ref: "AWS::NotificationARNs" } } } } };
    const templates = [{ stackPath: [], before: { value }, after: { value } }];
    const told = (arns: readonly string[]) => {
      const given = { templates, request: { ...request, notificationArns: arns } };
      return values({ action: "Add" }, given)["values Topic"]?.after;
    };
    expect(told(["b", "a"])).toBe('{"":{"Parameters":{"AWS::NotificationARNs":{"Value":["a,b",null]}}}}');
    expect(told([])).toBeUndefined();
  });

  test("not without any template", () => {
    expect(values({ action: "Add" }, { templates: [] })).toEqual({});
  });
});

describe("the value that a parameter will have", () => {
  const parameter = { name: "Size", noEcho: false } as const;
  const told = { name: "Size", value: "/size", resolved: "3" };
  const sizes = (given: Partial<BindingSources>, from: object = parameter) =>
    bound({
      parameters: [{ ...parameter, source: "given", ...from }],
      stack: { ...stack, parameters: [] },
      ...given,
    }).items.get("parameter Size")?.after;

  test("is what the change set tells, else what is given, else what is kept", () => {
    expect(sizes({ changeSet: { resources: [], parameters: [told] } }, { value: "2" })).toBe(
      '{"resolved":"3","value":"/size"}',
    );
    expect(sizes({}, { value: "2" })).toBe('"2"');
    const kept = { stack: { ...stack, parameters: [{ name: "Size", value: "7" }] } };
    expect(sizes(kept, { source: "previous" })).toBeUndefined();
  });

  test("is not told where it is a secret", () => {
    const changeSet = { resources: [], parameters: [{ ...told, value: "secret" }] };
    const text = JSON.stringify([
      ...bound({
        parameters: [{ name: "Size", noEcho: true, source: "given", value: "secret" }],
        changeSet,
      }).items,
    ]);
    expect(text).not.toContain("secret");
  });
});

describe("what the stack has under a name", () => {
  const now = (name: string, given: Partial<BindingSources> = {}) => bound(given).textNow(name);

  test("of content that is told as a whole, and of none", () => {
    const contents = { has: new Map([["content Net", '"hash"']]), wants: new Map() };
    expect(now("content Net", { contents })).toBe('"hash"');
    expect(now("content Other", { contents })).toBeNull();
  });

  test("of a capability that was granted", () => {
    expect(now("capability CAPABILITY_IAM")).toBe('"granted"');
    expect(now("capability CAPABILITY_NAMED_IAM")).toBeNull();
  });

  test("is nothing or unknown also where the commit's SHA is looked for", () => {
    const commits = ["a".repeat(40)];
    expect(now("tag none", { commits })).toBeNull();
    expect(now("option on-failure", { commits })).toBeUndefined();
  });

  test("of a property cannot be told without the template", () => {
    expect(now("property Queue /Properties/VisibilityTimeout", { templates: [] })).toBeUndefined();
  });

  test("of a stack that is not there yet nothing, and nothing can be told of its properties", () => {
    const templates = [{ stackPath: [], before: undefined, after: { value: TEMPLATE } }];
    const none = { stack: undefined, templates };
    expect(now("tag team", none)).toBeNull();
    expect(now("values Topic", none)).toBeUndefined();
    expect(now("property Queue /Properties/VisibilityTimeout", none)).toBeUndefined();
  });

  test("of a stack without parameters only what refers to none", () => {
    const none = { stack: undefined };
    expect(now("values Topic", none)).toBeNull();
    expect(now("property Topic /Properties/DisplayName", none)).toBeUndefined();
    // The condition under which the queue is there refers to one.
    expect(now("property Queue /Properties/VisibilityTimeout", none)).toBeUndefined();
  });

  test("of a property whose value is made of the stack's own names", () => {
    const value = {
      Resources: {
        Queue: {
          Type: "AWS::SQS::Queue",
          Properties: {
            A: { "Fn::Sub": `\${AWS::Region} \${AWS::AccountId} \${AWS::StackName} \${AWS::StackId}` },
          },
        },
      },
    };
    const templates = [{ stackPath: [], before: { value }, after: { value } }];
    expect(now("property Queue /Properties/A", { templates })).toBe(
      JSON.stringify(`${sources.target.region} ${sources.target.account} app ${stack.arn}`),
    );
    expect(now("property Queue /Metadata/A", { templates })).toBeUndefined();
    expect(now("property Net/Queue /Properties/A", { templates })).toBeUndefined();
  });

  test("of a property whose parameter ends or begins with stars, but is not hidden", () => {
    const starred = (value: string) => ({ stack: { ...stack, parameters: [{ name: "Size", value }] } });
    const name = "property Topic /Properties/DisplayName";
    expect(now(name, starred("a**"))).toBe('"app-a**"');
    expect(now(name, starred("**a"))).toBe('"app-**a"');
    expect(now(name, starred("*"))).toBe('"app-*"');
    expect(now(name, starred("****"))).toBeUndefined();
  });

  test("of a property in a path with spaces", () => {
    const value = { Resources: { Queue: { Type: "AWS::SQS::Queue", Properties: { "A B": 1 } } } };
    const templates = [{ stackPath: [], before: { value }, after: { value } }];
    expect(now("property Queue /Properties/A B", { templates })).toBe('"1"');
  });
});
