import { describe, expect, test } from "vitest";
import type { BindingSources } from "../../../src/changes/items/bind.ts";
import { takesFromOtherStacks } from "../../../src/changes/items/made.ts";
import { KNOWN_AFTER_APPLY, type PropertyChange, type ResourceChange } from "../../../src/changes/model.ts";
import type { Json, JsonObject } from "../../../src/template/model.ts";
import { item, queue } from "../examples.ts";
import { bound, request } from "./examples.ts";

const AFTER = { Properties: { VisibilityTimeout: "60" } };
const added: ResourceChange = { ...queue, action: "Add", details: [], after: AFTER };
const MADE = { "made Queue": item(null, '{"Properties":{"VisibilityTimeout":"60"}}') };

const defined = (timeout: Json = 60) => ({
  Type: "AWS::SQS::Queue",
  Properties: { VisibilityTimeout: timeout },
});
const template = (definition: Json | undefined = defined(), more: JsonObject = {}): JsonObject => ({
  ...more,
  Resources: definition === undefined ? {} : { Queue: definition },
});
const included = (value: JsonObject): JsonObject => ({ Name: "AWS::Include", Parameters: value });

function made(
  change: Partial<ResourceChange>,
  wanted: JsonObject | undefined,
  given: Partial<BindingSources> = {},
  from: ResourceChange = added,
) {
  const one = { ...from, ...change };
  const templates =
    wanted === undefined ? [] : [{ stackPath: one.stackPath, before: undefined, after: { value: wanted } }];
  const changeSet = { resources: [one], parameters: [] };
  const { items, unbound } = bound({ changeSet, templates, ...given });
  return {
    made: Object.fromEntries([...items].filter(([name]) => name.startsWith("made "))),
    // What a macro makes of the outputs is told beside it (`untoldEntries`).
    unbound: unbound.filter((key) => !key.endsWith("Outputs")),
  };
}

describe("what CloudFormation makes of a definition is bound", () => {
  test.each<[string, JsonObject | undefined]>([
    ["where a macro rewrites the template", template(defined(), { Transform: "Company::Macro" })],
    ["where AWS's own one does", template(defined(), { Transform: ["AWS::Serverless-2016-10-31"] })],
    [
      "where one rewrites a part of it",
      template({ ...defined(), Metadata: { "Fn::Transform": included({ Location: "s3://a/b" }) } }),
    ],
    ["where it takes an export", template(defined({ "Fn::ImportValue": "timeout" }))],
    [
      "where it takes another stack's output",
      template(defined({ "Fn::Sub": [`\${A}`, { A: { "Fn::GetStackOutput": { StackName: "a" } } }] })),
    ],
    ["where the template does not define it", { Resources: {} }],
    ["where the template cannot be read", undefined],
  ])("%s", (_, wanted) => {
    expect(made({}, wanted)).toEqual({ made: MADE, unbound: [] });
    const { after: _after, ...unshown } = added;
    expect(made({}, wanted, {}, unshown)).toEqual({ made: {}, unbound: ["Queue"] });
  });

  test.each<[string, Partial<ResourceChange>, JsonObject]>([
    ["where the definition says it", {}, template()],
    [
      "where macros hang on the template alone",
      {},
      template(defined(), { Transform: "AWS::LanguageExtensions" }),
    ],
    ["where each property is listed", { ...queue }, template(defined(), { Transform: "Company::Macro" })],
    [
      "where nothing of it changes",
      { withoutValues: true, action: "Modify", before: AFTER },
      template({}, { Transform: "M" }),
    ],
    ["of what goes", { action: "Remove" }, template(defined(), { Transform: "Company::Macro" })],
  ])("not %s", (_, change, wanted) => {
    expect(made(change, wanted)).toEqual({ made: {}, unbound: [] });
  });

  test("where something of it changes, or what it has or will be is not shown", () => {
    const untold = { withoutValues: true, action: "Modify" } as const;
    const macro = template(defined(), { Transform: "Company::Macro" });
    const before = { Properties: { VisibilityTimeout: "30" } };
    expect(made({ ...untold, before }, macro)).toEqual({ made: MADE, unbound: [] });
    expect(made(untold, macro)).toEqual({ made: MADE, unbound: [] });
    const { after: _after, ...unshown } = added;
    expect(made({ ...untold, before }, macro, {}, unshown)).toEqual({ made: {}, unbound: ["Queue"] });
  });

  test("where an attribute changes of which no value is told", () => {
    const policy = {
      attribute: "DeletionPolicy",
      requiresRecreation: "Never",
      evaluation: "Static",
    } as const;
    const change = { ...queue, after: AFTER, details: [policy] };
    expect(made(change, template(defined(), { Transform: "Company::Macro" })).made).toEqual(MADE);
    const told = { ...change, details: [{ ...policy, after: "Delete" }] };
    expect(made(told, template(defined(), { Transform: "Company::Macro" })).made).toEqual({});
    const gone = { ...change, details: [{ ...policy, changeType: "Remove" as const }] };
    expect(made(gone, template(defined(), { Transform: "Company::Macro" })).made).toEqual({});
    expect(made(change, template()).made).toEqual({});
  });

  test("in a nested stack under its path, and without the names of uploaded templates", () => {
    const url = `https://b.s3.amazonaws.com/aurora-deploy-action/${"a".repeat(64)}.json`;
    const change = { stackPath: ["Net"], after: { Properties: { TemplateURL: url } } };
    const { made: items } = made(change, template(defined(), { Transform: "Company::Macro" }));
    expect(Object.keys(items)).toEqual(["made Net/Queue"]);
    expect(items["made Net/Queue"]?.after).not.toContain("a".repeat(64));
  });

  test("of a stack that is to be made without what it is called in the meantime", () => {
    const named = (stackName: string, number: string) => {
      const stackArn = `arn:aws:cloudformation:us-east-1:123456789012:stack/${stackName}/${number}`;
      const after = { Properties: { QueueName: `${stackName}-q`, A: stackArn, B: `x-${number}` } };
      const changeSet = { resources: [{ ...added, after }], parameters: [], stackArn };
      const more = { stack: undefined, changeSet, request: { ...request, stackName } };
      return made({}, template(undefined), { ...more, templates: [] }).made["made Queue"]?.after;
    };
    expect(named("app", "1a2b-3c4d")).toBe(named("app-preview-99", "5e6f-7a8b"));
    expect(named("app", "1a2b-3c4d")).toBe(
      '{"Properties":{"A":"<this stack>","B":"x-<this stack\'s number>","QueueName":"app-q"}}',
    );
  });

  test("where a parameter of a nested stack is one of Systems Manager's", () => {
    const Parameters = { Time: { Type: "AWS::SSM::Parameter::Value<String>" }, Plain: { Type: "String" } };
    const inner = (name: string) => ({ ...template(defined({ Ref: name })), Parameters });
    const nested = { stackPath: ["Net"] };
    const keys = (name: string) => Object.keys(made(nested, inner(name)).made);
    expect(keys("Time")).toEqual(["made Net/Queue"]);
    // What gives the others cannot be read.
    expect(keys("Plain")).toEqual(["made Net/Queue"]);
    const root = { Resources: { Net: { Type: "AWS::CloudFormation::Stack", Properties: {} } } };
    const odd = { ...inner("Time"), Parameters: { Time: { Type: 1 }, Other: "odd" } };
    const oddOnes = [root, odd].map((value, depth) => ({
      ...{ stackPath: ["Net"].slice(0, depth), before: undefined, after: { value } },
    }));
    expect(made(nested, undefined, { templates: oddOnes }).made).toEqual({});
    const whole = (name: string, stackPath: readonly string[]) => {
      const templates = [
        { stackPath: [], before: undefined, after: { value: stackPath.length === 0 ? inner(name) : root } },
        { stackPath: ["Net"], before: undefined, after: { value: inner(name) } },
      ];
      return Object.keys(made({ stackPath }, undefined, { templates }).made);
    };
    expect(whole("Time", ["Net"])).toEqual(["made Net/Queue"]);
    expect(whole("Plain", ["Net"])).toEqual([]);
    // What a parameter of the stack itself stands for is bound with its value.
    expect(whole("Time", [])).toEqual([]);
  });

  test.each<[string, Json, JsonObject]>([
    ["takes from another stack", { Ref: "Given" }, { Given: { "Fn::ImportValue": "timeout" } }],
    [
      "is given by a template that a macro rewrites",
      { Ref: "Given" },
      { Given: "x", Transform: "Company::Macro" },
    ],
    ["is named by a function", { Ref: { "Fn::Sub": `\${AWS::Region}Time` } }, {}],
    ["is an attribute of what a function names", { "Fn::GetAtt": [{ Ref: "Given" }, "Arn"] }, {}],
    ["is made in a loop", { "Fn::ForEach::Each": ["Id", ["a"], { A: 1 }] }, {}],
  ])("where what its definition refers to %s", (_, value, { Given = "x", ...more }) => {
    const Parameters = { Given: { Type: "String" }, Other: { Type: "String" } };
    const whole = (timeout: Json) => {
      const Net = { Type: "AWS::CloudFormation::Stack", Properties: { Parameters: { Given } } };
      const templates = [
        { ...more, Resources: { Net } },
        { Parameters, ...template(defined(timeout)) },
      ];
      const pairs = templates.map((one, depth) => ({
        ...{ stackPath: ["Net"].slice(0, depth), before: undefined, after: { value: one } },
      }));
      return Object.keys(made({ stackPath: ["Net"] }, undefined, { templates: pairs }).made);
    };
    expect(whole(value)).toEqual(["made Net/Queue"]);
    // A macro may give what is not written.
    const isGiven = more.Transform !== undefined;
    expect(whole({ Ref: "Other" })).toEqual(isGiven ? ["made Net/Queue"] : []);
    expect(whole("60")).toEqual([]);
  });

  test.each<[string, JsonObject | undefined]>([
    ["cannot be read", undefined],
    ["a macro rewrites", { Transform: "Company::Macro", Resources: {} }],
    [
      "makes it in a loop",
      { Outputs: { "Fn::ForEach::O": ["X", { Ref: "Unknown" }, { "${X}": { Value: 1 } }] } },
    ],
  ])("where it takes an output of a stack whose template %s", (_, inner) => {
    const Net = { Type: "AWS::CloudFormation::Stack", Properties: {} };
    const Queue = defined({ "Fn::GetAtt": "Net.Outputs.A" });
    const pairs = [{ Resources: { Net, Queue } }, ...(inner === undefined ? [] : [inner])].map(
      (value, depth) => ({
        ...{ stackPath: ["Net"].slice(0, depth), before: undefined, after: { value } },
      }),
    );
    expect(made({}, undefined, { templates: pairs }).made).toEqual(MADE);
  });

  test("not where it takes an output that is written", () => {
    const Net = { Type: "AWS::CloudFormation::Stack", Properties: {} };
    const root = { Resources: { Net, Queue: defined({ "Fn::GetAtt": "Net.Outputs.A" }) } };
    const templates = [root, { Outputs: { A: { Value: 1 } } }].map((value, depth) => ({
      ...{ stackPath: ["Net"].slice(0, depth), before: undefined, after: { value } },
    }));
    expect(made({}, undefined, { templates }).made).toEqual({});
  });

  describe("is said not to be where a value that is known later hides it", () => {
    const HIDDEN = { Properties: { VisibilityTimeout: KNOWN_AFTER_APPLY, Shown: "x" } };
    const imported = { "Fn::Join": ["", [{ "Fn::ImportValue": "timeout" }, { "Fn::GetAtt": "Topic.Name" }]] };
    const [detail] = queue.details;
    const hidden = {
      ...queue,
      details: [{ ...(detail as PropertyChange), after: `x ${KNOWN_AFTER_APPLY}` }],
    };
    const unbound = (wanted: JsonObject, change: ResourceChange = hidden) =>
      made({}, wanted, {}, change).unbound;

    test.each<[string, readonly string[], Json, JsonObject]>([
      ["what takes an export", ["Queue"], imported, {}],
      ["what a macro of somebody's own makes", ["Queue"], 1, { Transform: "Company::Macro" }],
      ["what a file that is included says", ["Queue"], 1, { Metadata: { "Fn::Transform": included({}) } }],
      ["not what SAM makes", [], { Ref: "Size" }, { Transform: "AWS::Serverless-2016-10-31" }],
      ["not what the templates tell", [], { Ref: "Size" }, {}],
    ])("%s", (_, expected, value, more) => {
      expect(unbound(template(defined(value), more))).toEqual(expected);
      expect(unbound(template(defined(value), more), { ...added, after: HIDDEN })).toEqual(expected);
      expect(unbound(template(defined(value), more), queue)).toEqual([]);
    });

    describe("or one that may be cut", () => {
      const cut = { ...queue, details: [{ ...(detail as PropertyChange), after: "x".repeat(1_000) }] };

      test.each<[string, readonly string[], Json, JsonObject]>([
        ["what takes an export", ["Queue"], { "Fn::Sub": [`\${A}`, { A: { "Fn::ImportValue": "a" } }] }, {}],
        ["what another stack puts out", ["Queue"], { "Fn::GetStackOutput": { StackName: "a" } }, {}],
        ["what a file that is included says", ["Queue"], { "Fn::Transform": included({}) }, {}],
        ["the same beside other keys", ["Queue"], { A: 1, "Fn::Transform": included({}) }, {}],
        ["what a macro makes of this value", ["Queue"], { "Fn::Transform": { Name: "Company::Macro" } }, {}],
        ["not what the templates tell", [], { Ref: "Size" }, {}],
        ["not what is beside it", [], 1, { Metadata: { "Fn::Transform": included({}) } }],
        ["not what a macro may make of the template", [], 1, { Transform: "Company::Macro" }],
      ])("%s", (_, expected, value, more) => {
        const wanted = template({ ...defined(value), Other: { "Fn::ImportValue": "other" } }, more);
        expect(unbound(wanted, cut)).toEqual(expected);
        expect(unbound(wanted, queue)).toEqual([]);
      });

      test("not what the resource imports already", () => {
        const held = { "Fn::ImportValue": "a" };
        const other = { "Fn::ImportValue": "b" };
        const named = { "Fn::ImportValue": { Ref: "Size" } };
        const chosen = { "Fn::If": ["IsOn", held, 1] };
        const from = (before: JsonObject, after: JsonObject) => {
          const templates = [{ stackPath: [], before: { value: before }, after: { value: after } }];
          return made({}, undefined, { templates }, cut).unbound;
        };
        const cases: readonly (readonly [Json, Json, readonly string[]])[] = [
          [["x", held], ["y", held], []],
          [held, chosen, []],
          [held, [held, other], ["Queue"]],
          [chosen, held, ["Queue"]],
          [named, named, ["Queue"]],
          [1, held, ["Queue"]],
        ];
        for (const [had, wants, expected] of cases)
          expect(from(template(defined(had)), template(defined(wants)))).toEqual(expected);
        const owner = (Policies: Json, more: JsonObject = {}) => ({
          Resources: { Que: { Type: "AWS::Serverless::Function", Properties: { Policies }, ...more } },
        });
        expect(from(owner(held), owner(["x", held]))).toEqual([]);
        expect(from(owner(held, { Condition: "IsOn" }), owner(["x", held]))).toEqual(["Queue"]);
      });

      test("what SAM may take from a function, and not what is that one's alone", () => {
        const owner = (Properties: JsonObject) => ({
          Resources: { Que: { Type: "AWS::Serverless::Function", Properties } },
        });
        const VpcConfig = { SubnetIds: { "Fn::ImportValue": "subnets" } };
        expect(unbound(owner({ VpcConfig, Environment: VpcConfig }), cut)).toEqual([]);
        expect(unbound(owner({ Policies: VpcConfig }), cut)).toEqual(["Queue"]);
      });

      test("what stands in no template under its name", () => {
        expect(unbound({ Transform: "Company::Macro", Resources: {} }, cut)).toEqual(["Queue"]);
      });

      test("what a nested stack reads from Systems Manager", () => {
        const inner = (Type: string) => ({
          ...{ Parameters: { Time: { Type } }, ...template(defined({ Ref: "Time" })) },
        });
        const Net = { Type: "AWS::CloudFormation::Stack", Properties: { Parameters: { Time: "60" } } };
        const unboundOf = (Type: string) => {
          const templates = [{ Resources: { Net } }, inner(Type)].map((value, depth) => ({
            ...{ stackPath: ["Net"].slice(0, depth), before: undefined, after: { value } },
          }));
          return made({ stackPath: ["Net"] }, undefined, { templates }, cut).unbound;
        };
        expect(unboundOf("AWS::SSM::Parameter::Value<String>")).toEqual(["Net/Queue"]);
        expect(unboundOf("String")).toEqual([]);
      });
    });

    test("in a loop, and not beside it", () => {
      const of = (one: Json, other: Json) => {
        const body = { Properties: { VisibilityTimeout: one, Shown: other } };
        const Resources = { "Fn::ForEach::Q": ["X", ["ue"], { "Que${X}": body }] };
        return [unbound({ Resources }), unbound({ Resources }, { ...added, after: HIDDEN })];
      };
      expect(of(imported, 1)).toEqual([["Queue"], ["Queue"]]);
      expect(of(1, imported)).toEqual([[], []]);
    });
  });

  test("in a nested stack without the name that is drawn for it", () => {
    const drawn = (letters: string, number: string) => {
      const name = `app-Net-${letters}`;
      const arn = `arn:aws:cloudformation:us-east-1:123456789012:stack/${name}/${number}`;
      const change = {
        stackPath: ["Net"],
        after: { A: `${name}-queue`, B: arn, C: "app-Net", D: "app-Other-1A2B3C4D5E6F" },
      };
      return made(change, undefined).made["made Net/Queue"]?.after;
    };
    const one = drawn("1A2B3C4D5E6F", "11111111-2222-3333-4444-555555555555");
    expect(one).toBe(drawn("ZZZZZZZZZZZZ", "66666666-2222-3333-4444-555555555555"));
    expect(one).toBe(
      '{"A":"<nested stack>-queue","B":"<nested stack>","C":"app-Net","D":"app-Other-1A2B3C4D5E6F"}',
    );
  });

  test("of a stack that is there with its own number", () => {
    const stackArn = "arn:aws:cloudformation:us-east-1:123456789012:stack/app/1a2b";
    const changeSet = { resources: [{ ...added, after: { A: stackArn } }], parameters: [], stackArn };
    const { made: items } = made({}, undefined, { templates: [], changeSet });
    expect(items["made Queue"]?.after).toBe(`{"A":"${stackArn}"}`);
  });

  test("and whether the stack has it cannot be told", () => {
    expect(bound().textNow("made Queue")).toBeUndefined();
  });
});

describe("a change takes from other stacks", () => {
  const IMPORTED = { "Fn::ImportValue": "timeout" };
  const tree = (...values: readonly JsonObject[]) =>
    values.map((value, depth) => ({
      ...{ stackPath: ["Net"].slice(0, depth), before: undefined, after: { value } },
    }));
  const takes = (change: Partial<ResourceChange>, ...values: readonly JsonObject[]) =>
    takesFromOtherStacks([{ ...queue, ...change }], tree(...values));
  const net = (Parameters: Json = {}): JsonObject => ({
    Resources: { Net: { Type: "AWS::CloudFormation::Stack", Properties: { Parameters } } },
  });
  const nested = { stackPath: ["Net"] };

  test("what its definition imports, wherever that stands", () => {
    expect(takes({}, template(defined(IMPORTED)))).toBe(true);
    expect(takes({}, template(defined({ "Fn::If": ["A", 1, IMPORTED] })))).toBe(true);
    const two = { Resources: { Queue: defined(), Other: defined(IMPORTED) } };
    expect(takesFromOtherStacks([queue, { ...queue, logicalId: "Other" }], tree(two))).toBe(true);
    const inner = { Parameters: { A: { Type: "String" } }, ...template(defined({ Ref: "A" })) };
    expect(takes(nested, net({ A: IMPORTED }), inner)).toBe(true);
  });

  const loop = { "Fn::ForEach::Each": ["Id", ["A"], { "Queue${Id}": defined(IMPORTED) }] };
  const Function_ = { Type: "AWS::Serverless::Function", Properties: {} };
  test.each<[string, Partial<ResourceChange>, readonly JsonObject[]]>([
    ["a loop makes it", { logicalId: "QueueA" }, [{ Resources: loop }]],
    ["a macro may put it in", {}, [{ Transform: "M", ...template(Function_), Globals: { A: IMPORTED } }]],
    ["its template cannot be read", nested, [net()]],
    ["its template cannot be read, and is given it", nested, [net({ A: IMPORTED })]],
    [
      "it is a stack whose template cannot be read",
      { logicalId: "Net", type: "AWS::CloudFormation::Stack" },
      [net()],
    ],
    ["no list tells of it: an output", {}, [{ ...template(), Outputs: { A: { Value: IMPORTED } } }]],
    ["no list tells of it: a loop's output", {}, [{ ...template(), Outputs: loop }]],
    ["no list tells of it: a hook", {}, [{ ...template(), Hooks: { A: { Properties: IMPORTED } } }]],
    ["no list tells of it: in a nested stack", { logicalId: "Net" }, [net(), template(defined(IMPORTED))]],
    [
      "it reads another stack's output, which nothing holds in place",
      {},
      [{ Resources: { Queue: defined(), Other: defined({ "Fn::GetStackOutput": { StackName: "a" } }) } }],
    ],
  ])("where %s", (_, change, values) => {
    expect(takes(change, ...values)).toBe(true);
  });

  test("not where another resource imports it, which holds the export in place, or none", () => {
    expect(takes({}, { Resources: { Queue: defined(), Other: defined(IMPORTED) } })).toBe(false);
    expect(takes({}, template())).toBe(false);
    expect(takes({ logicalId: "Gone", action: "Remove" }, template())).toBe(false);
    const stack = { logicalId: "Net", type: "AWS::CloudFormation::Stack" };
    const told = { ...template(), Outputs: { A: { Value: { Ref: "Queue" } } } };
    expect(takes(stack, net({ A: "1" }), told)).toBe(false);
    expect(takes(nested, net(), told)).toBe(false);
  });
});
