import { describe, expect, test } from "vitest";
import type { BindingSources } from "../../src/changes/items/bind.ts";
import type { PropertyChange, ResourceChange } from "../../src/changes/model.ts";
import type { Json, JsonObject } from "../../src/template/model.ts";
import { queue } from "./examples.ts";
import { bound, request, stack } from "./items/examples.ts";

// Two requests that do the same to a stack have the same items, whatever a neighbour has added to it or removed meanwhile.

const [timeout] = queue.details as [PropertyChange];
const NET = "AWS::CloudFormation::Stack";

/** One or several templates, by the paths of their stacks. */
type Trees = Readonly<Record<string, JsonObject>>;

const pairs = (after: Trees, before: Trees = after) =>
  Object.entries(after).map(([path, value]) => ({
    stackPath: path === "" ? [] : path.split("/"),
    before: before[path] && { value: before[path] },
    after: { value },
  }));

function names(given: Partial<BindingSources>, ...resources: readonly ResourceChange[]) {
  return [...bound({ ...given, changeSet: { resources, parameters: [] } }).items.keys()].sort();
}

describe("a tag of the stack", () => {
  const spread: PropertyChange = {
    ...{ attribute: "Tags", requiresRecreation: "Never", evaluation: "Static", source: "DirectModification" },
  };
  const tagged: ResourceChange = { ...queue, scope: ["Tags"], details: [spread] };
  const holding = (Properties: JsonObject, more: JsonObject = {}): JsonObject => ({
    ...{ Parameters: { Size: { Type: "String" } }, Conditions: {}, ...more },
    Resources: { Queue: { Type: "AWS::SQS::Queue", Properties } },
  });
  const plain = holding({ VisibilityTimeout: { Ref: "Size" } });
  const asked = { request: { ...request, tags: { team: "b" } }, templates: pairs({ "": plain }) };
  const own = (Tags: Json, before: Json = Tags) => ({
    templates: pairs({ "": holding({ Tags }) }, { "": holding({ Tags: before }) }),
  });
  const all = (...tags: readonly (readonly [string, string])[]) =>
    JSON.stringify(tags.map(([Key, Value]) => ({ Key, Value })));

  test("is one item, however many resources have it", () => {
    expect(names(asked)).toEqual(["tag team"]);
    expect(names(asked, tagged)).toEqual(["tag team"]);
  });

  test.for<readonly [string, Partial<PropertyChange>]>([
    ["all tags", { before: all(["team", "a"], ["x", "y"]), after: all(["x", "y"], ["team", "b"]) }],
    ["the value", { path: "/Properties/Tags/0/Value", before: "a", after: "b", changeType: "Modify" }],
  ])("so also where CloudFormation shows %s", ([, shown]) => {
    expect(names(asked, { ...tagged, details: [{ ...spread, ...shown }] })).toEqual(["tag team"]);
  });

  test.for<readonly [string, Json]>([
    ["in a list", [{ Key: "team", Value: "own" }]],
    ["in a mapping", { team: "own" }],
    ["behind a name that a parameter gives", [{ Key: { Ref: "Size" }, Value: "own" }]],
  ])("is told of what has its own under the same key (%s), which stands before it", ([, Tags]) => {
    const named = { name: "Size", noEcho: false, source: "given", value: "team" } as const;
    const held = { stack: { ...stack, parameters: [{ name: "Size", value: "team" }] } };
    const given = { ...asked, ...own(Tags), ...held, parameters: [named] };
    expect(names(given, tagged)).toContain("property Queue Tags");
  });

  test.for(["DELETED", "MODIFIED"])("is told of what drifted (%s)", (driftStatus) => {
    expect(names(asked, { ...tagged, driftStatus })).toContain("property Queue Tags");
  });

  test("so also beside tags of a resource's own that stay", () => {
    const Value = { "Fn::Sub": `\${AWS::StackName}-\${Size}` };
    const kept = { ...asked, ...own([{ Key: "Name", Value }]) };
    expect(names(kept, tagged)).toEqual(["tag team"]);
  });

  test("so also in a nested stack, which gets it too", () => {
    const Net = { Type: NET, Properties: { TemplateURL: "u" } };
    const trees = { ...asked, templates: pairs({ "": { Resources: { Net } }, Net: plain }) };
    const net = { ...tagged, logicalId: "Net", type: NET };
    expect(names(trees, net, { ...tagged, stackPath: ["Net"] })).toEqual(["tag team"]);
  });

  test("and what else is done to a resource is told", () => {
    const both = { ...queue, scope: ["Properties", "Tags"], details: [timeout, spread] };
    expect(names(asked, both)).toEqual(names(asked, queue));
    expect(names(asked, both)).toContain("property Queue /Properties/VisibilityTimeout");
  });

  const size = (value: string) => ({ stack: { ...stack, parameters: [{ name: "Size", value }] } });
  const import_ = [{ Key: "Name", Value: { "Fn::ImportValue": "x" } }];

  describe("of a resource is told, where it is not from the stack alone:", () => {
    test.for<readonly [string, Partial<BindingSources>, Partial<ResourceChange>?, Partial<PropertyChange>?]>([
      ["the stack keeps its tags", { request: { ...request, tags: undefined } }],
      ["the stack's tags are as before", { request }],
      ["only AWS's own would be others", { request, stack: { ...stack, tags: { team: "a", "aws:x": "y" } } }],
      ["its own become others", own([{ Key: "a", Value: "b" }], [{ Key: "a", Value: "c" }])],
      ["its own are taken away", { templates: pairs({ "": holding({}) }, { "": holding({ Tags: [] }) }) }],
      [
        "its own have another value behind them",
        { ...own([{ Key: "a", Value: { Ref: "Size" } }]), ...size("2") },
      ],
      ["its own come from another stack", own(import_)],
      ["a loop may make its own", { templates: pairs({ "": holding({ "Fn::ForEach::X": [] }) }) }],
      ["a macro may give it some", { templates: pairs({ "": holding({}, { Transform: "Own" }) }) }],
      [
        "SAM gives it some",
        { templates: pairs({ "": holding({}, { Transform: "AWS::Serverless-2016-10-31" }) }) },
      ],
      ["its definition cannot be read", {}, { stackPath: ["Net"] }],
      ["nothing was deployed of it", { templates: pairs({ "": plain }, { "": { Resources: {} } }) }],
      ["it is replaced", {}, { replacement: "True" }],
      ["it may be replaced", {}, { replacement: "Conditional" }],
      ["a policy acts", {}, { policyAction: "Retain" }],
      ["more of it is in scope", {}, { scope: ["Properties", "Tags"] }],
      ["AWS dropped its values", {}, { withoutValues: true }],
      ["it is made", {}, { action: "Add" }],
      ["the tag replaces it", {}, {}, { requiresRecreation: "Always" }],
      ["another resource is the cause", {}, {}, { source: "ResourceReference", causingEntity: "Topic" }],
      ["somebody has changed it by hand", {}, {}, { drift: { previous: "a", actual: "c" } }],
      ["it is taken back to what was", {}, {}, { changeType: "SyncWithActual" }],
      ["another tag changes", {}, {}, { before: all(["x", "a"]), after: all(["x", "b"]) }],
      ["one more tag changes", {}, {}, { before: all(["team", "a"]), after: all(["team", "b"], ["x", "y"]) }],
      ["it gets another value", {}, {}, { before: all(["team", "a"]), after: all(["team", "c"]) }],
      ["it had another value", {}, {}, { before: all(["team", "c"]), after: all(["team", "b"]) }],
      ["the values are no tags", {}, {}, { before: "{}", after: '[{"Key":"team","Value":"b","More":"x"}]' }],
    ])("%s", ([, given, change = {}, detail = {}]) => {
      const listed = { ...tagged, details: [{ ...spread, ...detail }], ...change };
      const key = [...listed.stackPath, "Queue"].join("/");
      expect(names({ ...asked, ...given }, listed)).toContain(`resource ${key}`);
    });

    test("the stack around it gives it others", () => {
      const around = (Value: string): Trees => {
        const Properties = { TemplateURL: "u", Tags: [{ Key: "a", Value }] };
        return { "": { Resources: { Net: { Type: NET, Properties } } }, Net: plain };
      };
      const listed = { ...tagged, stackPath: ["Net"] };
      const given = { ...asked, templates: pairs(around("b"), around("c")) };
      expect(names(given, listed)).toContain("resource Net/Queue");
    });
  });
});

describe("a nested stack that CloudFormation does not look into", () => {
  const automatic: PropertyChange = {
    ...{ attribute: "Properties", requiresRecreation: "Never", evaluation: "Dynamic", source: "Automatic" },
  };
  const net: ResourceChange = { ...queue, logicalId: "Net", type: NET, details: [automatic] };
  const nested = (Parameters: JsonObject = {}): JsonObject => ({
    Parameters: { Size: { Type: "String" } },
    Resources: { Net: { Type: NET, Properties: { TemplateURL: "u", Parameters } } },
  });
  const inner: JsonObject = { Resources: { Topic: { Type: "AWS::SNS::Topic" } } };
  const root = nested({ Size: { Ref: "Size" } });
  const blind = { request: { ...request, includeNestedStacks: false } };
  const read = { ...blind, templates: pairs({ "": root, Net: inner }) };

  test("is in every change set, and makes no item where its templates are compared", () => {
    expect(names(read, net)).toEqual(["option include-nested-stacks"]);
    const drift = { ...read, request: { ...request, deploymentMode: "revert-drift" as const } };
    expect(names(drift, net)).toEqual(["option deployment-mode"]);
    const deep = pairs({ "": root, Net: nested(), "Net/Net": inner });
    expect(names({ ...read, templates: deep }, net)).toEqual(["option include-nested-stacks"]);
  });

  test("and what changes in it, or is given to it, is told", () => {
    const more = { Resources: { ...(inner.Resources as JsonObject), Queue: { Type: "AWS::SQS::Queue" } } };
    const templates = pairs({ "": root, Net: more }, { "": root, Net: inner });
    expect(names({ ...read, templates }, net)).toContain("definition Net/Queue");
    const path = "/Properties/Parameters/Size";
    const given = { ...timeout, name: "Parameters", path, before: "1", after: "2" };
    const listed = { ...net, details: [automatic, given] };
    expect(names(read, listed)).toEqual([
      ...["option include-nested-stacks", "property Net /Properties/Parameters/Size", "resource Net"],
    ]);
  });

  const holds = (given: JsonObject) => ({
    ...blind,
    templates: pairs({ "": root, Net: { ...inner, ...given } }),
  });
  test.for<readonly [string, Partial<BindingSources>, Partial<ResourceChange>?]>([
    ["it is looked into", { ...read, request }],
    ["its template cannot be read", { ...blind, templates: pairs({ "": root }) }],
    [
      "the deployed one cannot be read",
      { ...blind, templates: pairs({ "": root, Net: inner }, { "": root }) },
    ],
    ["one in it cannot be read", { ...blind, templates: pairs({ "": root, Net: nested() }) }],
    [
      "a loop may make one in it",
      holds({ Resources: { "Fn::ForEach::X": ["Y", { "Fn::ImportValue": "z" }, {}] } }),
    ],
    ["it takes what another stack has", holds({ Outputs: { A: { Value: { "Fn::ImportValue": "z" } } } })],
    ["it reads another stack's output", holds({ Outputs: { A: { Value: { "Fn::GetStackOutput": {} } } } })],
    [
      "it reads Systems Manager",
      holds({ Parameters: { A: { Type: "AWS::SSM::Parameter::Value<String>" } } }),
    ],
    ["a module is in it", holds({ Resources: { Safe: { Type: "Acme::Safe::Bucket::MODULE" } } })],
    ["a macro of somebody's own makes it", holds({ Transform: "Own" })],
    ["it is no nested stack", read, { type: "AWS::SNS::Topic" }],
    ["it is replaced", read, { replacement: "True" }],
    ["it is made", read, { action: "Add" }],
    ["a policy acts", read, { policyAction: "Retain" }],
    ["more of it is in scope", read, { scope: ["Properties", "Metadata"] }],
  ])("is an item, where %s", ([, given, change = {}]) => {
    expect(names(given, { ...net, ...change })).toContain("resource Net");
  });
});
