import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { StackRequest } from "../../../src/changes/request.ts";
import type { Stack, StackParameter } from "../../../src/stack/model.ts";
import type { JsonObject, ResolvedParameter } from "../../../src/template/model.ts";
import { item } from "../examples.ts";
import { bound, compositeAlarm, metricAlarm, request, stack } from "./examples.ts";

// What asks for nothing new makes no item, in whatever form it is given and told: CloudFormation makes no change set then,
// and nothing but DescribeStacks tells what the stack has.

/** A parameter as it is asked for, and as DescribeStacks tells it once it is deployed. */
interface Deployed {
  readonly declaration: JsonObject;
  readonly asked: ResolvedParameter;
  readonly told: StackParameter;
}

const NAME = fc.stringMatching(/^[A-Za-z0-9]{1,8}$/);
const TEXT = fc.string({ maxLength: 8 });

function kept(told: StackParameter, type: string): fc.Arbitrary<Deployed> {
  const { name, value } = told;
  const asked = fc.constantFrom<ResolvedParameter>(
    { name, noEcho: false, source: "given", value },
    { name, noEcho: false, source: "default", value },
    { name, noEcho: false, source: "previous" },
  );
  return asked.map((one) => ({ declaration: { Type: type }, asked: one, told }));
}

const plain = (name: string) =>
  fc
    .tuple(TEXT, fc.constantFrom("String", "Number", "CommaDelimitedList"))
    .chain(([value, type]) => kept({ name, value }, type));

const stored = (name: string) =>
  fc
    .tuple(TEXT, TEXT, fc.constantFrom("String", "List<String>", "AWS::EC2::Image::Id"))
    .chain(([value, resolved, type]) =>
      kept({ name, value, resolved }, `AWS::SSM::Parameter::Value<${type}>`),
    );

/** A secret that is kept: what CloudFormation shows of it is its own affair. */
const secret = (name: string) =>
  fc
    .record(
      { value: fc.constantFrom("****", ""), resolved: fc.constantFrom("****", "hunter2") },
      { requiredKeys: ["value"] },
    )
    .map(
      (told): Deployed => ({
        declaration: { Type: "String", NoEcho: true },
        asked: { name, noEcho: true, source: "previous" },
        told: { name, ...told },
      }),
    );

const parameters = fc
  .uniqueArray(NAME, { maxLength: 6 })
  .chain((names) => fc.tuple(...names.map((name) => fc.oneof(plain(name), stored(name), secret(name)))));

const ALARMS = [metricAlarm("a"), metricAlarm("b"), compositeAlarm("a")];
const TOPICS = ["a", "b", "c"].map((name) => `arn:aws:sns:us-east-1:123456789012:${name}`);
const CAPABILITIES = ["CAPABILITY_IAM", "CAPABILITY_NAMED_IAM", "CAPABILITY_AUTO_EXPAND"];
const tags = fc.dictionary(TEXT, TEXT, { maxKeys: 4 });
const awsTags = fc.dictionary(
  TEXT.map((text) => `aws:${text}`),
  TEXT,
  { maxKeys: 1 },
);

/** A list in two orders. */
function ordered<T>(all: readonly T[]): fc.Arbitrary<readonly [readonly T[], readonly T[]]> {
  return fc
    .subarray([...all])
    .chain((some) => fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length })));
}

type Settings = Pick<
  StackRequest,
  "tags" | "capabilities" | "roleArn" | "notificationArns" | "rollback" | "terminationProtection"
>;

/** What is asked for, and what the stack has of it; each may be left out. */
const settings = fc
  .record({
    tags,
    awsTags,
    topics: ordered(TOPICS),
    alarms: ordered(ALARMS),
    capabilities: ordered(CAPABILITIES),
    minutes: fc.nat(180),
    roleArn: fc.option(fc.constant("arn:aws:iam::123456789012:role/cfn"), { nil: undefined }),
    isProtected: fc.boolean(),
    left: fc.subarray<keyof Settings>([
      "tags",
      "roleArn",
      "notificationArns",
      "rollback",
      "terminationProtection",
    ]),
  })
  .map(({ topics, alarms, capabilities, minutes, isProtected, left, awsTags: theirs, ...same }) => {
    const asked: Settings = {
      ...same,
      capabilities: capabilities[0],
      notificationArns: topics[0],
      rollback: { alarms: alarms[0], minutes },
      terminationProtection: isProtected,
    };
    const has: Partial<Stack> = {
      tags: Object.fromEntries(Object.entries({ ...same.tags, ...theirs }).reverse()),
      ...(same.roleArn === undefined ? {} : { roleArn: same.roleArn }),
      capabilities: capabilities[1],
      notificationArns: topics[1],
      ...(alarms[1].length + minutes === 0 ? {} : { rollback: { alarms: alarms[1], minutes } }),
      terminationProtection: isProtected,
    };
    return { asked: { ...asked, ...Object.fromEntries(left.map((key) => [key, undefined])) }, has };
  });

test("a request for what the stack has makes no item, whatever of it is given", () => {
  fc.assert(
    fc.property(parameters, settings, (all, { asked, has }) => {
      const { roleArn: _role, rollback: _rollback, ...bare } = stack;
      const template: JsonObject = {
        Parameters: Object.fromEntries(all.map(({ told, declaration }) => [told.name, declaration])),
        Resources: { Topic: { Type: "AWS::SNS::Topic" } },
      };
      const { items } = bound({
        request: { ...request, ...asked },
        parameters: all.map((one) => one.asked),
        stack: { ...bare, ...has, parameters: all.map(({ told }) => told).reverse() },
        templates: [{ stackPath: [], before: { value: template }, after: { value: template } }],
      });
      expect([...items]).toEqual([]);
    }),
  );
});

describe("a parameter of an SSM type", () => {
  const template: JsonObject = {
    Parameters: { Ami: { Type: "AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>" } },
    Resources: { Topic: { Type: "AWS::SNS::Topic" } },
  };
  /** The items where this name is given, and a change set, if there is one, tells this value behind it. */
  const itemsOf = (value: string, resolved?: string) =>
    bound({
      stack: { ...stack, parameters: [{ name: "Ami", value: "/ami", resolved: "ami-1" }] },
      parameters: [{ name: "Ami", noEcho: false, source: "given", value }],
      templates: [{ stackPath: [], before: { value: template }, after: { value: template } }],
      ...(resolved === undefined
        ? {}
        : { changeSet: { resources: [], parameters: [{ name: "Ami", value, resolved }] } }),
    }).items;
  const before = '{"resolved":"ami-1","value":"/ami"}';

  test("whose name is given again changes by what CloudFormation finds behind it, and by nothing else", () => {
    expect(itemsOf("/ami")).toEqual(new Map());
    expect(itemsOf("/ami", "ami-1")).toEqual(new Map());
    expect(itemsOf("/ami", "ami-2")).toEqual(
      new Map([["parameter Ami", item(before, '{"resolved":"ami-2","value":"/ami"}')]]),
    );
  });

  test("that is given another name changes, also where CloudFormation finds nothing to change by it", () => {
    expect(itemsOf("/other")).toEqual(new Map([["parameter Ami", item(before, '"/other"')]]));
    expect(itemsOf("/other", "ami-1")).toEqual(
      new Map([["parameter Ami", item(before, '{"resolved":"ami-1","value":"/other"}')]]),
    );
  });
});

describe("a secret", () => {
  const declared = (more: JsonObject) => ({
    value: { Parameters: { Key: { Type: "String", ...more } }, Resources: {} },
  });
  const told = (value: string, resolved?: string) => ({
    ...stack,
    parameters: [{ name: "Key", value, ...(resolved === undefined ? {} : { resolved }) }],
  });

  test("that was none until now and keeps its value is an item by its declaration alone", () => {
    const { items } = bound({
      stack: told("hunter2"),
      parameters: [{ name: "Key", noEcho: true, source: "previous" }],
      templates: [{ stackPath: [], before: declared({}), after: declared({ NoEcho: true }) }],
    });
    expect([...items.keys()]).toEqual(["declaration Key"]);
  });

  test("that goes is in no text, nor is what it stood for", () => {
    const { items } = bound({
      stack: told("****", "hunter2"),
      parameters: [],
      templates: [{ stackPath: [], before: declared({ NoEcho: true }), after: { value: { Resources: {} } } }],
    });
    expect(items.get("parameter Key")).toEqual(item('"****"', null));
  });
});
