import { describe, expect, test } from "vitest";
import { hiddenValues } from "../../src/changes/hiddenParameters.ts";
import type { StackRequest } from "../../src/changes/request.ts";
import { judge } from "../../src/changes/verdict/verdict.ts";
import type { JsonObject } from "../../src/template/model.ts";
import { base, described, type Given, rendered, stack, TEMPLATE } from "./described.ts";

test("parameters: changed, kept, set anew without their value, and gone", () => {
  const { parameters, keptParameters } = described(base);
  expect(parameters).toEqual([
    { name: "Size", noEcho: false, before: "1", after: "2" },
    { name: "Password", noEcho: true },
    { name: "Gone", noEcho: false, before: "x" },
    { name: "GoneSecret", noEcho: true },
  ]);
  expect(keptParameters).toEqual([{ name: "Kept", value: "30", default: "10" }]);
  expect(JSON.stringify(described(base))).not.toContain("hunter2");
});

test("a value that is given anew and is the same is no change", () => {
  const same = {
    ...base,
    changeSet: undefined,
    parameters: [{ name: "Size", noEcho: false, source: "given", value: "1" }] as const,
  };
  expect(described(same).parameters.map(({ name }) => name)).not.toContain("Size");
  expect(described(same).keptParameters).toEqual([]);
});

test("a new stack: all parameters, tags and outputs are new", () => {
  const made = described({
    ...base,
    stack: undefined,
    deployedTemplate: undefined,
    request: { tags: { team: "b" } },
  });
  expect(made.parameters).toEqual([
    { name: "Size", noEcho: false, after: "2" },
    { name: "Kept", noEcho: false, after: "30" },
    { name: "Password", noEcho: true },
  ]);
  expect(made.tags).toEqual([{ key: "team", after: "b" }]);
  expect(made.outputs.map(({ key, before }) => [key, before])).toEqual([
    ["Name", undefined],
    ["Url", undefined],
  ]);
});

test("tags: changed, added, taken away; none of it where no tags are given", () => {
  expect(described({ ...base, request: { tags: { team: "b", owner: "me" } } }).tags).toEqual([
    { key: "cost", before: "1" },
    { key: "owner", after: "me" },
    { key: "team", before: "a", after: "b" },
  ]);
  expect(described({ ...base, request: { tags: {} } }).tags.map(({ after }) => after)).toEqual([
    undefined,
    undefined,
  ]);
  expect(described(base).tags).toEqual([]);
});

test("outputs by their definitions", () => {
  expect(described(base).outputs).toEqual([
    { key: "Name", after: '{"Value":{"Fn::GetAtt":["Queue","QueueName"]}}' },
    { key: "Old", before: '{"Value":"x"}' },
  ]);
});

test("settings and options as a person writes them", () => {
  const asked: Partial<StackRequest> = {
    roleArn: "arn:aws:iam::123456789012:role/cfn",
    notificationArns: ["arn:b", "arn:a"],
    rollback: { alarms: [{ arn: "arn:x", type: "AWS::CloudWatch::Alarm" }], minutes: 10 },
    capabilities: ["CAPABILITY_IAM"],
    terminationProtection: true,
    onFailure: "keep",
    importExistingResources: true,
  };
  expect(described({ ...base, request: asked }).settings).toEqual([
    { name: "monitoring-minutes", after: "10" },
    { name: "notification-arns", after: '["arn:a","arn:b"]' },
    { name: "role", after: "arn:aws:iam::123456789012:role/cfn" },
    { name: "rollback-alarms", after: '["arn:x"]' },
    { name: "termination-protection", before: "off", after: "on" },
    { name: "CAPABILITY_IAM", after: "granted" },
    { name: "import-existing-resources", after: "true" },
    { name: "on-failure", after: "keep" },
  ]);
  expect(described(base).settings).toEqual([]);
});

describe("what the stack has, and the request leaves out", () => {
  const roleArn = "arn:aws:iam::123456789012:role/cfn";
  const has = { ...stack, roleArn, notificationArns: ["arn:b", "arn:a"], tags: { team: "a", "aws:x": "1" } };
  const kept = (request: Partial<StackRequest>, of: Given["stack"] = has) =>
    described({ ...base, stack: of, request }).kept;

  test("stays, and is told", () => {
    expect(kept({})).toEqual({
      ...{ roleArn, notificationArns: ["arn:a", "arn:b"] },
      tags: [{ key: "team", value: "a" }],
    });
    expect(kept({ roleArn, tags: {} })).toEqual({ notificationArns: ["arn:a", "arn:b"], tags: [] });
    expect(kept({ notificationArns: [], tags: {} })).toEqual({ roleArn, notificationArns: [], tags: [] });
  });

  test("is nothing where all is asked for, and of a new stack", () => {
    expect(kept({ roleArn, notificationArns: [], tags: {} })).toBeUndefined();
    expect(described({ ...base, stack: undefined, deployedTemplate: undefined })).not.toHaveProperty("kept");
    expect(kept({}, { ...stack, tags: {} })).toBeUndefined();
  });

  test("is told of by nothing that changes", () => {
    const { settings, tags } = described({ ...base, stack: has });
    expect([settings, tags]).toEqual([[], []]);
  });
});

describe("what is watched during the operation", () => {
  const alarm = (name: string) => ({ arn: `arn:${name}`, type: "AWS::CloudWatch::Alarm" });
  const [two, none] = [
    { alarms: [alarm("b"), alarm("a")], minutes: 10 },
    { alarms: [], minutes: 0 },
  ];
  const watched = (has: StackRequest["rollback"], wants?: StackRequest["rollback"]) =>
    described({
      ...base,
      rollback: wants,
      stack: { ...stack, ...(has === undefined ? {} : { rollback: has }) },
      request: { rollback: wants },
    }).watched;

  test("is what the stack keeps, also where nothing of it is asked for", () => {
    const kept = { alarms: ["arn:a", "arn:b"], minutes: 10, kept: true };
    expect(watched(two)).toEqual(kept);
    expect(watched(two, two)).toEqual(kept);
  });

  test("is what is asked for, where that is another thing in either of the two", () => {
    expect(watched({ ...two, minutes: 5 }, two)).toEqual({
      ...{ alarms: ["arn:a", "arn:b"], minutes: 10, kept: false },
    });
    expect(watched(two, { alarms: [alarm("a")], minutes: 10 })).toEqual({
      ...{ alarms: ["arn:a"], minutes: 10, kept: false },
    });
    expect(watched(undefined, { alarms: [alarm("a")], minutes: 0 })?.minutes).toBe(0);
    expect(watched(undefined, { alarms: [], minutes: 3 })).toEqual({ alarms: [], minutes: 3, kept: false });
  });

  test("is nothing where nothing is left of it", () => {
    expect(watched(undefined)).toBeUndefined();
    expect(watched(none)).toBeUndefined();
    expect(watched(two, none)).toBeUndefined();
  });
});

test("what is in the template and in no other list; what is listed is told there", () => {
  const deployed: JsonObject = {
    ...(TEMPLATE as JsonObject),
    Transform: "Old",
    Mappings: { Sizes: { small: { max: 1 } } },
    Resources: {
      Queue: { Type: "AWS::SQS::Queue" },
      Topic: { ...TEMPLATE.Resources.Topic, DependsOn: "Queue" },
    },
  };
  expect(described({ ...base, deployedTemplate: deployed }).template).toEqual([
    { name: "definition Topic /DependsOn", before: '"Queue"' },
    { name: "section Transform", before: '"Old"' },
    { name: "mapping Sizes", before: '{"small":{"max":1}}' },
  ]);
});

test("names that every JavaScript object has are names like any other", () => {
  const names = ["constructor", "toString", "valueOf"];
  const plain = Object.fromEntries(names.map((name) => [name, "v"]));
  const tagged = { ...base, stack: { ...stack, tags: {} }, request: { tags: plain } };
  expect(described(tagged).tags).toEqual([...names].sort().map((key) => ({ key, after: "v" })));
  const outputs = Object.fromEntries(names.map((name) => [name, { Value: "v" }]));
  const template = rendered({ ...TEMPLATE, Outputs: outputs });
  expect(described({ ...base, template, deployedTemplate: {} }).outputs).toEqual(
    [...names].sort().map((key) => ({ key, after: '{"Value":"v"}' })),
  );
});

test("no changes: nothing is told but where they would go", () => {
  const none = described({
    ...base,
    changeSet: undefined,
    parameters: [],
    stack: { ...stack, parameters: [] },
    deployedTemplate: TEMPLATE as JsonObject,
  });
  const { target, capabilities, kept, ...lists } = none;
  expect(kept?.tags.map(({ key }) => key)).toEqual(["cost", "team"]);
  expect(target).toEqual(base.target);
  expect(capabilities).toEqual([]);
  for (const [name, list] of Object.entries(lists)) expect(list, name).toEqual([]);
});

describe("a parameter that was NoEcho until now", () => {
  const without = {
    ...TEMPLATE,
    Parameters: { ...TEMPLATE.Parameters, Password: { Type: "String" } },
  };
  const exposing = (more: Partial<Given> = {}): Given => ({
    ...base,
    template: rendered(without),
    deployedTemplate: TEMPLATE as JsonObject,
    changeSet: { resources: [], parameters: [{ name: "Password", value: "hunter2" }] },
    ...more,
  });

  test.each([
    ["keeps its value", { name: "Password", noEcho: false, source: "previous" }],
    ["is given one", { name: "Password", noEcho: false, source: "given", value: "hunter2" }],
  ] as const)("and %s is a change of its own, without the value", (_, password) => {
    const changes = described(exposing({ parameters: [password] }));
    expect(changes.parameters).toContainEqual({ name: "Password", noEcho: true, exposed: true });
    expect(changes.keptParameters.map(({ name }) => name)).not.toContain("Password");
    expect(JSON.stringify(changes)).not.toContain("hunter2");
  });

  test("is known by AWS's asterisks where the deployed template cannot be read", () => {
    const changes = described(exposing({ deployedTemplate: undefined }));
    expect(changes.parameters).toContainEqual({ name: "Password", noEcho: true, exposed: true });
  });

  test("is a weaker guard", () => {
    expect(judge(described(exposing()), []).risks).toContainEqual({
      kind: "weaker-guard",
      resource: "Password",
      type: "Parameter",
      property: "NoEcho",
      message: "loses its NoEcho: its value can then be read by anyone who may describe the stack",
    });
  });

  test("all of its values are known as secrets", () => {
    const stackWithClear = { ...stack, parameters: [{ name: "Password", value: "from-stack" }] };
    const deployed = { Parameters: { Password: { Type: "String", NoEcho: true, Default: "from-default" } } };
    const parameters = [{ name: "Password", noEcho: false, source: "given", value: "given" }] as const;
    const sources = exposing({ stack: stackWithClear, deployedTemplate: deployed, parameters });
    expect([...hiddenValues(sources)].sort()).toEqual(["from-default", "from-stack", "given", "hunter2"]);
  });
});

describe("a parameter of an SSM type", () => {
  const kept = [{ name: "Ami", noEcho: false, source: "previous" }] as const;
  const sources = (before: string | undefined, after: string): Given => ({
    ...base,
    template: rendered({
      ...TEMPLATE,
      Parameters: {
        ...TEMPLATE.Parameters,
        Ami: { Type: "AWS::SSM::Parameter::Value<String>", Default: "/app/ami" },
      },
    }),
    parameters: kept,
    stack: {
      ...stack,
      parameters: [{ name: "Ami", value: "/app/ami", ...(before === undefined ? {} : { resolved: before }) }],
    },
    changeSet: { resources: [], parameters: [{ name: "Ami", value: "/app/ami", resolved: after }] },
  });

  test("changes where its value moved, though its name stays", () => {
    const changes = described(sources("ami-1", "ami-2"));
    expect(changes.parameters).toEqual([
      { name: "Ami", noEcho: false, before: "/app/ami (ami-1)", after: "/app/ami (ami-2)" },
    ]);
    expect(changes.keptParameters).toEqual([]);
  });

  test("stays where it did not, and says what it stands for", () => {
    const changes = described(sources("ami-1", "ami-1"));
    expect(changes.parameters).toEqual([]);
    expect(changes.keptParameters).toEqual([
      { name: "Ami", value: "/app/ami (ami-1)", default: "/app/ami (ami-1)" },
    ]);
  });

  test("is compared by its name where AWS did not tell what it stood for", () => {
    expect(described(sources(undefined, "ami-2")).parameters).toEqual([]);
  });
});
