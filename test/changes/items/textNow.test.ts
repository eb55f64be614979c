import { describe, expect, test } from "vitest";
import { type BindingSources, bind } from "../../../src/changes/items/bind.ts";
import type { Json, JsonObject } from "../../../src/template/model.ts";
import { item, queue } from "../examples.ts";
import { bound, request, sources, stack, TEMPLATE } from "./examples.ts";

const SECTIONS = Object.keys(TEMPLATE);
const pair = (
  before: JsonObject | undefined,
  after: JsonObject | undefined,
  stackPath: readonly string[] = [],
) => ({
  stackPath,
  before: before && { value: before },
  after: after && { value: after },
});

describe("what a template would bring is there once it is deployed:", () => {
  test.each(SECTIONS)("%s", (section) => {
    const { [section]: _gone, ...others } = TEMPLATE;
    for (const [before, after] of [
      [others, TEMPLATE],
      [TEMPLATE, others],
    ] as const) {
      for (const stackPath of [[], ["Net"], ["Net", "Deep"]]) {
        const { items, textNow } = bound({ templates: [pair(before, after, stackPath)] });
        const deployed = bound({ templates: [pair(after, before, stackPath)] });
        expect(items.size).toBeGreaterThan(0);
        for (const [name, wanted] of items) {
          expect(textNow(name), name).toBe(wanted.before);
          expect(deployed.textNow(name), name).toBe(wanted.after);
        }
      }
    }
  });

  test("inside a resource, by its paths", () => {
    const wanted = JSON.parse(
      JSON.stringify(TEMPLATE).replace('"VisibilityTimeout":30', '"VisibilityTimeout":60,"a/b~":{"c":1}'),
    ) as JsonObject;
    const { items } = bound({ templates: [pair(TEMPLATE, wanted)] });
    expect([...items.keys()]).toEqual([
      "definition Queue /Properties/VisibilityTimeout",
      "definition Queue /Properties/a~1b~0",
    ]);
    const deployed = bound({ templates: [pair(wanted, TEMPLATE)] });
    for (const [name, { before, after }] of items) {
      expect(bound().textNow(name)).toBe(before);
      expect(deployed.textNow(name)).toBe(after);
    }
  });

  test("of a nested stack whose template is not at hand nothing can be told", () => {
    for (const name of [
      "definition Net/Queue",
      "mapping Net/Sizes",
      "section Net/Transform",
      "section Future Net/Thing",
    ])
      expect(bound().textNow(name), name).toBeUndefined();
  });

  test("of a nested stack that is not there yet: nothing is there", () => {
    const { textNow } = bound({ templates: [...sources.templates, pair(undefined, TEMPLATE, ["Net"])] });
    expect(textNow("mapping Net/Sizes")).toBeNull();
    expect(textNow("mapping Sizes")).not.toBeNull();
  });
});

describe("what a request sets is there once it is done:", () => {
  const wanted = {
    tags: { owner: "me" },
    roleArn: "arn:aws:iam::123456789012:role/other",
    notificationArns: [],
    terminationProtection: false,
    capabilities: ["CAPABILITY_NAMED_IAM"],
  };
  const parameters = [
    { name: "Size", noEcho: false, source: "given", value: "2" },
    { name: "Password", noEcho: true, source: "previous" },
  ] as const;
  const asked: Partial<BindingSources> = { request: { ...request, ...wanted }, parameters };
  const done: Partial<BindingSources> = {
    stack: {
      ...stack,
      ...wanted,
      capabilities: ["CAPABILITY_IAM", "CAPABILITY_NAMED_IAM"],
      parameters: [{ name: "Size", value: "2" }],
    },
  };

  test("each of them, before and after", () => {
    const { items, textNow } = bound(asked);
    expect([...items.keys()].sort()).toEqual([
      "capability CAPABILITY_NAMED_IAM",
      "parameter Size",
      "setting notification-arns",
      "setting role",
      "setting termination-protection",
      "tag owner",
      "tag team",
    ]);
    for (const [name, { before, after }] of items) {
      expect(textNow(name), name).toBe(before);
      expect(bound(done).textNow(name), name).toBe(after);
    }
  });

  test("a NoEcho value cannot be told, nor can an option, nor what is done to a resource", () => {
    for (const name of [
      "parameter Password",
      "option on-failure",
      "resource Queue",
      "resolved /size",
      "unseen Net",
    ])
      expect(bound().textNow(name), name).toBeUndefined();
  });
});

describe("a property as CloudFormation lists it", () => {
  const now = (name: string, given: Partial<BindingSources> = {}) => bound(given).textNow(name);
  const small = {
    ...TEMPLATE,
    Resources: {
      ...(TEMPLATE.Resources as JsonObject),
      Never: { Type: "x", Condition: "No", Properties: { A: 1 } },
    },
    Conditions: { ...(TEMPLATE.Conditions as JsonObject), No: { "Fn::Equals": [{ Ref: "Size" }, "9"] } },
  };
  const deployed = { templates: [pair(small, small)] };

  test.for<readonly [string, string | undefined]>([
    ["property Queue /Properties/VisibilityTimeout", '"30"'],
    ["property Queue /Properties/Fifo", '"false"'],
    ["property Queue /Properties/Tags/0/Value", '"b"'],
    ["property Queue /Properties/Tags", '[{"Key":"a","Value":"b"}]'],
    ["property Queue Tags /Properties/Tags/0/Value", '"b"'],
    ["property Queue DeletionPolicy /DeletionPolicy", '"Retain"'],
    ["property Queue /Properties/Missing", undefined],
    ["property Queue /Properties/Tags/7/Value", undefined],
    ["property Queue Tags /Tags/0", undefined],
    ["property Gone /Properties/A", undefined],
    ["property Net/Queue /Properties/VisibilityTimeout", undefined],
    ["property Never /Properties/A", undefined],
  ])("%s: %j", ([name, expected]) => {
    expect(now(name, deployed)).toBe(expected);
  });

  test("with the stack's own parameters in it, where they are known", () => {
    const name = "property Topic /Properties/DisplayName";
    expect(now(name)).toBe('"app-1"');
    const hidden = { stack: { ...stack, parameters: [{ name: "Size", value: "****" }] } };
    expect(now(name, hidden)).toBeUndefined();
    const stored = { stack: { ...stack, parameters: [{ name: "Size", value: "/size", resolved: "7" }] } };
    expect(now(name, stored)).toBe('"app-7"');
  });

  test("is in effect as it was recorded", () => {
    const listed = bind({ ...sources, changeSet: { resources: [queue], parameters: [] } }).items;
    const name = "property Queue /Properties/VisibilityTimeout";
    expect(listed.get(name)).toEqual(item('"30"', '"60"', '{"change":"Modify","recreation":"Never"}'));
    expect(now(name)).toBe(listed.get(name)?.before);
  });

  test("the values behind a definition", () => {
    expect(now("values Topic")).toBe('{"":{"Parameters":{"Size":{"Value":["1",null]}}}}');
    expect(now("values Net/Topic")).toBeUndefined();
    expect(now("values Topic", { templates: [] })).toBeUndefined();
  });
});

describe("a property of which CloudFormation could not tell all", () => {
  const [LATER, PLACE] = ["{{changeSet:KNOWN_AFTER_APPLY}}", "property Task /Properties/Value"];
  const open = (Value: Json, more: JsonObject = {}, name = PLACE) => {
    const Task = { Type: "AWS::SSM::Parameter", Properties: { Value, Other: 1 } };
    const Resources = {
      ...(TEMPLATE.Resources as JsonObject),
      Task,
      Net: { Type: "AWS::CloudFormation::Stack" },
    };
    const template = { ...TEMPLATE, Resources, ...more };
    return bound({ templates: [pair(template, template)] }).openTextsNow(name);
  };

  test.for<readonly [string, Json, readonly (string | null)[]]>([
    ["another resource's name", { Ref: "Queue" }, [LATER]],
    ["its attribute", { "Fn::GetAtt": ["Queue", "Arn"] }, [LATER]],
    ["its attribute in a text", { "Fn::Sub": `\${Queue.Arn}-\${Size}` }, [`${LATER}-1`, LATER]],
    ["its name in a text of its own variables", { "Fn::Sub": [`\${A}`, { A: { Ref: "Queue" } }] }, [LATER]],
    ["not a variable that is called like it", { "Fn::Sub": [`\${Queue}`, { Queue: "q" }] }, []],
    [
      "what functions make of it",
      { "Fn::Base64": { Ref: "Queue" } },
      [Buffer.from(LATER).toString("base64"), LATER],
    ],
    ["what is known", { "Fn::Sub": `\${Size}` }, []],
    ["nothing", { Ref: "AWS::NoValue" }, [null]],
    ["what another stack gives", { "Fn::ImportValue": "x" }, []],
    [
      "what another stack gives, beside",
      { "Fn::Join": ["", [{ Ref: "Queue" }, { "Fn::ImportValue": "x" }]] },
      [],
    ],
    ["what a nested stack puts out", { "Fn::GetAtt": ["Net", "Outputs.Url"] }, []],
    ["what a nested stack puts out, in a text", { "Fn::Sub": `\${Net.Outputs.Url}\${Queue}` }, []],
    ["a secret beside", { "Fn::Sub": `\${Queue}\${Password}` }, []],
    ["a resource that SAM makes", { Ref: "QueueRole" }, []],
  ])("%s", ([, value, expected]) => {
    const texts = expected.map((text) => (text === null ? null : JSON.stringify(text)));
    expect([...new Set(open(value))]).toEqual(texts);
  });

  test("in lists and objects", () => {
    const value = { Statement: [{ Resource: [{ Ref: "Queue" }, "*"], Level: 1 }] };
    const whole = `{"Statement":[{"Level":"1","Resource":["${LATER}","*"]}]}`;
    expect(new Set(open(value))).toEqual(new Set([whole, `"${LATER}"`]));
    const item = "property Task /Properties/Value/Statement/0/Resource";
    expect(new Set(open(value, {}, `${item}/0`))).toEqual(new Set([`"${LATER}"`]));
    expect(open(value, {}, `${item}/1`)).toEqual([]);
    expect(open(value, {}, `${item}/2`)).toEqual([null]);
    expect(open({ "Fn::GetAtt": ["Queue", "List"] }, {}, `${PLACE}/0`)).toEqual([]);
  });

  test("of nothing else, and of nothing that is not there", () => {
    expect(open({ Ref: "Queue" }, {}, "definition Task /Properties/Value")).toEqual([]);
    expect(open({ Ref: "Queue" }, {}, "property Gone /Properties/Value")).toEqual([]);
    expect(open({ Ref: "Queue" }, {}, "property Net/Task /Properties/Value")).toEqual([]);
    expect(open({ Ref: "Queue" }, {}, "property Task /Condition/Value")).toEqual([]);
  });

  test("not where a macro makes it", () => {
    for (const Transform of ["AWS::Serverless-2016-10-31", "Own", "AWS::Include"]) {
      expect(open({ Ref: "Queue" }, { Transform })).toEqual([]);
      expect(open({ Ref: "AWS::NoValue" }, { Transform })).toEqual([]);
    }
  });
});

test("what a macro of somebody's own, or a file that is included, makes of a property cannot be told", () => {
  const text = (Transform: Json) => {
    const template = { ...TEMPLATE, Transform };
    return bound({ templates: [pair(template, template)] }).textNow(
      "property Queue /Properties/DelaySeconds",
    );
  };
  expect(
    ["AWS::Serverless-2016-10-31", "Own", ["AWS::LanguageExtensions", "AWS::Include"]].map(text),
  ).toEqual(['"5"', undefined, undefined]);
});

test("what SAM's Globals give to a resource is there", () => {
  const Fn = {
    Type: "AWS::Serverless::Function",
    Properties: { Handler: "h", Environment: { Variables: { A: 1 } } },
  };
  const Globals = { Function: { MemorySize: 512, Environment: { Variables: { B: "b" } } } };
  const template = { Transform: "AWS::Serverless-2016-10-31", Globals, Resources: { Fn } };
  const { textNow } = bound({ templates: [pair(template, template)] });
  expect(textNow("property Fn /Properties/MemorySize")).toBe('"512"');
  expect(textNow("property Fn /Properties/Environment")).toBe('{"Variables":{"A":"1","B":"b"}}');
  // Of what SAM makes beside it the template says nothing.
  expect(textNow("property FnRole /Properties/MemorySize")).toBeUndefined();
});

describe("a property in a nested stack", () => {
  const now = (Size: Json, more: JsonObject = {}, name = "property Net/Queue /Properties/QueueName") => {
    const Net = { Type: "AWS::CloudFormation::Stack", Properties: { Parameters: { Size } }, ...more };
    const root = { ...TEMPLATE, Resources: { ...(TEMPLATE.Resources as JsonObject), Net } };
    const Properties = { QueueName: { "Fn::Sub": `q-\${Size}` }, Stack: { Ref: "AWS::StackName" } };
    const net = {
      Parameters: { Size: { Type: "String", Default: "d" } },
      Resources: { Queue: { Type: "AWS::SQS::Queue", Properties } },
    };
    return bound({ templates: [pair(root, root), pair(net, net, ["Net"])] }).textNow(name);
  };

  test("with what the stack around it gives", () => {
    expect(now({ Ref: "Size" })).toBe('"q-1"');
    expect(now({ Ref: "AWS::NoValue" })).toBeUndefined();
    expect(now({ "Fn::ImportValue": "size" })).toBeUndefined();
    expect(now({ Ref: "Password" })).toBeUndefined();
    expect(now("x", {}, "property Net/Queue /Properties/Stack")).toBeUndefined();
  });

  test("as long as it is there", () => {
    expect(now("x", { Condition: "IsSmall" })).toBe('"q-x"');
    expect(now("x", { Condition: "IsLarge" })).toBeUndefined();
  });
});

test("the SHA of the very commit is read as the item has it", () => {
  const sha = "a".repeat(40);
  const tagged = { stack: { ...stack, tags: { team: `app:${sha}` } }, commits: [sha] };
  expect(bound(tagged).textNow("tag team")).toBe('"app:<this commit>"');
});
