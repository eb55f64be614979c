import { describe, expect, test } from "vitest";
import { type ChangeSources, describeChanges } from "../../src/changes/describe.ts";
import { digestOf } from "../../src/changes/digest.ts";
import { hiddenValues } from "../../src/changes/hiddenParameters.ts";
import type { ResourceChange } from "../../src/changes/model.ts";
import { judge } from "../../src/changes/verdict.ts";
import type { Stack } from "../../src/stack/model.ts";
import type { Json, JsonObject } from "../../src/template/model.ts";
import { parseTemplate } from "../../src/template/parse.ts";
import { renderTemplate } from "../../src/template/render.ts";
import { queue } from "./examples.ts";

const ARN = "arn:aws:cloudformation:us-east-1:123456789012:stack/app/11111111-2222-3333-4444-555555555555";
const TEMPLATE = {
  Parameters: {
    Size: { Type: "String", Default: "1" },
    Kept: { Type: "String", Default: "10" },
    Password: { Type: "String", NoEcho: true },
  },
  Resources: {
    Queue: { Type: "AWS::SQS::Queue", Properties: { VisibilityTimeout: { Ref: "Kept" } } },
    Topic: { Type: "AWS::SNS::Topic", Properties: { DisplayName: { Ref: "Size" } } },
  },
  Outputs: { Url: { Value: { Ref: "Queue" } }, Name: { Value: { "Fn::GetAtt": ["Queue", "QueueName"] } } },
};

function rendered(template: object = TEMPLATE) {
  return renderTemplate(parseTemplate(JSON.stringify(template), "stack.json"));
}

const stack: Stack = {
  arn: ARN,
  name: "app",
  status: "UPDATE_COMPLETE",
  parameters: [
    { name: "Size", value: "1" },
    { name: "Kept", value: "30" },
    { name: "Password", value: "****" },
    { name: "Gone", value: "x" },
    { name: "GoneSecret", value: "****" },
  ],
  tags: { team: "a", cost: "1" },
  outputs: [],
  capabilities: [],
  terminationProtection: false,
  createdAt: 0,
};

const base: ChangeSources = {
  target: { stack: "app", region: "us-east-1", account: "123456789012", type: "UPDATE" },
  changeSet: {
    resources: [queue],
    parameters: { Size: "2", Kept: "30", Password: "****" },
    stackArn: ARN,
    stackName: "app",
  },
  template: rendered(),
  parameters: [
    { name: "Size", noEcho: false, source: "given", value: "2" },
    { name: "Kept", noEcho: false, source: "previous" },
    { name: "Password", noEcho: true, source: "given", value: "hunter2" },
  ],
  tags: undefined,
  stack,
  deployedTemplate: { Outputs: { Url: { Value: { Ref: "Queue" } }, Old: { Value: "x" } } },
  capabilities: [],
  roleArn: undefined,
};

test("parameters: changed, kept, set anew without their value, and gone", () => {
  const { parameters, keptParameters } = describeChanges(base);
  expect(parameters).toEqual([
    { name: "Size", noEcho: false, before: "1", after: "2" },
    { name: "Password", noEcho: true },
    { name: "Gone", noEcho: false, before: "x" },
    { name: "GoneSecret", noEcho: true },
  ]);
  expect(keptParameters).toEqual([{ name: "Kept", value: "30", default: "10" }]);
  expect(JSON.stringify(describeChanges(base))).not.toContain("hunter2");
});

test("a value that is given anew and is the same is no change", () => {
  const same = {
    ...base,
    changeSet: undefined,
    parameters: [{ name: "Size", noEcho: false, source: "given", value: "1" }] as const,
  };
  expect(describeChanges(same).parameters.map(({ name }) => name)).not.toContain("Size");
});

test("a new stack: all parameters, tags and outputs are new", () => {
  const { stack: _stack, deployedTemplate: _deployed, ...rest } = base;
  const made = describeChanges({
    ...rest,
    stack: undefined,
    deployedTemplate: undefined,
    tags: { team: "b" },
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
  expect(describeChanges({ ...base, tags: { team: "b", owner: "me" } }).tags).toEqual([
    { key: "cost", before: "1" },
    { key: "owner", after: "me" },
    { key: "team", before: "a", after: "b" },
  ]);
  expect(describeChanges({ ...base, tags: {} }).tags.map(({ after }) => after)).toEqual([
    undefined,
    undefined,
  ]);
  expect(describeChanges(base).tags).toEqual([]);
});

test("outputs by their definitions", () => {
  expect(describeChanges(base).outputs).toEqual([
    { key: "Name", after: '{"Value":{"Fn::GetAtt":["Queue","QueueName"]}}' },
    { key: "Old", before: '{"Value":"x"}' },
  ]);
});

test("names that every JavaScript object has are names like any other", () => {
  const names = ["constructor", "toString", "valueOf"];
  const plain = Object.fromEntries(names.map((name) => [name, "v"]));
  expect(describeChanges({ ...base, stack: { ...stack, tags: {} }, tags: plain }).tags).toEqual(
    [...names].sort().map((key) => ({ key, after: "v" })),
  );
  const outputs = Object.fromEntries(names.map((name) => [name, { Value: "v" }]));
  const template = rendered({ ...TEMPLATE, Outputs: outputs });
  expect(describeChanges({ ...base, template, deployedTemplate: {} }).outputs).toEqual(
    [...names].sort().map((key) => ({ key, after: '{"Value":"v"}' })),
  );
  const removed: ResourceChange = { ...queue, action: "Remove", logicalId: "constructor" };
  expect(
    describeChanges({ ...base, changeSet: { ...base.changeSet, resources: [removed] } as never }).definitions,
  ).toEqual({});
});

describe("a resource that will be made", () => {
  const add = (after: Json | undefined, more: object = {}): ChangeSources => ({
    ...base,
    changeSet: {
      parameters: {},
      stackArn: ARN,
      stackName: "app",
      resources: [
        {
          stackPath: [],
          action: "Add",
          logicalId: "Queue",
          type: "AWS::SQS::Queue",
          scope: [],
          details: [],
          ...(after === undefined ? {} : { after }),
        },
      ],
      ...more,
    },
  });
  const digest = (sources: ChangeSources) => digestOf(describeChanges(sources)).items["resource Queue"];
  const context = (timeout: string): JsonObject => ({ Properties: { VisibilityTimeout: timeout } });

  test("with another value of a kept parameter is not what was reviewed", () => {
    expect(digest(add(context("30")))).not.toBe(digest(add(context("60"))));
  });

  test("that AWS does not show: the kept parameters stand in", () => {
    const elsewhere = { ...stack, parameters: [{ name: "Kept", value: "60" }] };
    expect(digest(add(undefined))).not.toBe(digest({ ...add(undefined), stack: elsewhere }));
    expect(digest(add(undefined))).toBe(digest(add(undefined)));
  });

  test("is the same in a stack of another id: a shell that was made anew", () => {
    const other = ARN.replace("1111", "9999");
    const named = (arn: string): JsonObject => ({ Properties: { Tags: [{ Key: "stack", Value: arn }] } });
    expect(digest(add(named(ARN)))).toBe(digest(add(named(other), { stackArn: other })));
  });

  test("is the same in a stack that was made for the preview only", () => {
    const named = (name: string): JsonObject => ({ Properties: { QueueName: `${name}-queue` } });
    expect(digest(add(named("app")))).toBe(
      digest(add(named("app-preview-77"), { stackName: "app-preview-77" })),
    );
  });

  test("and one that is only changed is not bound to values that do not change", () => {
    const modify = (after: Json): ChangeSources => {
      const { changeSet } = add(after);
      return { ...base, changeSet: { ...changeSet, resources: [{ ...queue, after }] } as never };
    };
    expect(digest(modify(context("30")))).toBe(digest(modify(context("60"))));
  });
});

test("a nested stack's resource has no definition here; what AWS shows of it stands in", () => {
  const nested = (after: Json): ChangeSources => ({
    ...base,
    changeSet: { ...base.changeSet, resources: [{ ...queue, stackPath: ["Child"], after }] } as never,
  });
  expect(describeChanges(nested({})).definitions).toEqual({});
  expect(digestOf(describeChanges(nested({ a: 1 }))).digest).not.toBe(
    digestOf(describeChanges(nested({ a: 2 }))).digest,
  );
});

test("no changes: nothing but target, capabilities and role is recorded", () => {
  const { changeSet: _set, ...rest } = base;
  const none = describeChanges({
    ...rest,
    changeSet: undefined,
    parameters: [],
    stack: { ...stack, parameters: [] },
    deployedTemplate: TEMPLATE,
  });
  expect(Object.keys(digestOf(none).items).sort()).toEqual(["capabilities", "role", "target"]);
});

describe("a parameter that was NoEcho until now", () => {
  const without = {
    ...TEMPLATE,
    Parameters: { ...TEMPLATE.Parameters, Password: { Type: "String" } },
  };
  const exposing = (more: Partial<ChangeSources> = {}): ChangeSources => ({
    ...base,
    template: rendered(without),
    deployedTemplate: TEMPLATE as JsonObject,
    changeSet: { resources: [], parameters: { Password: "hunter2" }, stackArn: ARN, stackName: "app" },
    ...more,
  });

  test.each([
    ["keeps its value", { name: "Password", noEcho: false, source: "previous" }],
    ["is given one", { name: "Password", noEcho: false, source: "given", value: "hunter2" }],
  ] as const)("and %s is a change of its own, without the value", (_, password) => {
    const changes = describeChanges(exposing({ parameters: [password] }));
    expect(changes.parameters).toContainEqual({ name: "Password", noEcho: true, exposed: true });
    expect(changes.keptParameters.map(({ name }) => name)).not.toContain("Password");
    expect(JSON.stringify(changes)).not.toContain("hunter2");
  });

  test("is known by AWS's asterisks where the deployed template cannot be read", () => {
    const changes = describeChanges(exposing({ deployedTemplate: undefined }));
    expect(changes.parameters).toContainEqual({ name: "Password", noEcho: true, exposed: true });
  });

  test("is a weaker guard", () => {
    expect(judge(describeChanges(exposing()), []).risks).toContainEqual({
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
  const sources = (before: string | undefined, after: string): ChangeSources => ({
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
    changeSet: {
      resources: [],
      parameters: { Ami: "/app/ami" },
      resolvedParameters: { Ami: after },
      stackArn: ARN,
      stackName: "app",
    },
  });

  test("changes where its value moved, though its name stays", () => {
    const changes = describeChanges(sources("ami-1", "ami-2"));
    expect(changes.parameters).toEqual([
      { name: "Ami", noEcho: false, before: "/app/ami (ami-1)", after: "/app/ami (ami-2)" },
    ]);
    expect(changes.keptParameters).toEqual([]);
  });

  test("stays where it did not, and says what it stands for", () => {
    const changes = describeChanges(sources("ami-1", "ami-1"));
    expect(changes.parameters).toEqual([]);
    expect(changes.keptParameters).toEqual([
      { name: "Ami", value: "/app/ami (ami-1)", default: "/app/ami (ami-1)" },
    ]);
  });

  test("is compared by its name where AWS did not tell what it stood for", () => {
    expect(describeChanges(sources(undefined, "ami-2")).parameters).toEqual([]);
  });
});
