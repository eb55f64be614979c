import { expect, test } from "vitest";
import { KNOWN_AFTER_APPLY, type PropertyChange, type ResourceChange } from "../../src/changes/model.ts";
import { isObject } from "../../src/template/canonical.ts";
import type { JsonObject } from "../../src/template/model.ts";
import { base, described, rendered } from "./described.ts";
import { queue } from "./examples.ts";

type Listed = Partial<PropertyChange>;

/** The differences of templates that are told beside what CloudFormation lists of the resource `Queue`. */
function toldBeside(
  listed: readonly Listed[],
  before: JsonObject,
  after: JsonObject,
  more: Partial<ResourceChange> = {},
): readonly string[] {
  const { name: _name, path: _path, ...rest } = queue.details[0] as PropertyChange;
  const resource = { ...queue, details: listed.map((it) => ({ ...rest, ...it })), ...more };
  const { template } = described({
    ...base,
    template: rendered(after),
    deployedTemplate: before,
    changeSet: { resources: [resource], parameters: [] },
  });
  return template.map(({ name }) => name);
}

/** A detail as CloudFormation gives it where it drops the values, or has none to give. */
const untold = (attribute: string, more: Listed = {}): Listed => {
  const { before: _before, after: _after, changeType: _type, ...rest } = queue.details[0] as PropertyChange;
  return {
    ...rest,
    name: undefined,
    path: undefined,
    before: undefined,
    after: undefined,
    changeType: undefined,
    attribute,
    ...more,
  } as Listed;
};

const definition = (more: JsonObject): JsonObject => ({
  Resources: { Queue: { Type: "AWS::SQS::Queue", ...more } },
});

test.each<[string, readonly Listed[], JsonObject, readonly string[]]>([
  ["the very place", [{ path: "/Properties/A" }], { Properties: { A: 1 } }, []],
  ["what is below it", [{ path: "/Properties/A/B" }], { Properties: { A: [1] } }, []],
  ["what is above it", [{ path: "/Properties/A" }], { Properties: { A: { B: 1 } } }, []],
  ["a property by its name alone", [{ name: "A" }], { Properties: { A: { B: 1 } } }, []],
  ["all properties", [{}], { Properties: { A: 1, B: 2 } }, []],
  ["an attribute", [{ attribute: "DeletionPolicy" }], { DeletionPolicy: "Retain" }, []],
  ["a name with a space", [{ path: "/Metadata/a b" }], { Metadata: { "a b": 1 } }, []],
  ["one of two places", [{ path: "/Properties/A" }, { path: "/Properties/B" }], { Properties: { B: 1 } }, []],
  ["nothing", [], { DependsOn: [] }, ["definition Queue /DependsOn"]],
  ["another attribute", [{ attribute: "Metadata" }], { DependsOn: [] }, ["definition Queue /DependsOn"]],
  ["another property", [{ name: "A" }], { Properties: { B: 1 } }, ["definition Queue /Properties/B"]],
  [
    "one whose name begins so",
    [{ path: "/Properties/Delay" }, { path: "/Properties/DelaySecondsMore" }],
    { Properties: { DelaySeconds: 1 } },
    ["definition Queue /Properties/DelaySeconds"],
  ],
  [
    "one whose name has a space",
    [{ path: "/Metadata/a" }],
    { Metadata: { "a b": 1 } },
    ["definition Queue /Metadata/a b"],
  ],
])("CloudFormation lists %s", (_, listed, more, expected) => {
  // Both sides have the section: what differs is the entry in it.
  const sections = Object.fromEntries(
    Object.entries(more).flatMap(([key, it]) => (isObject(it) ? [[key, { Same: 1 }]] : [])),
  );
  const wanted = Object.fromEntries(
    Object.entries(more).map(([key, it]) => [key, isObject(it) ? { Same: 1, ...it } : it]),
  );
  expect(toldBeside(listed, definition(sections), definition(wanted))).toEqual(expected);
  expect(toldBeside(listed, definition(wanted), definition(sections))).toEqual(expected);
});

const INIT = "AWS::CloudFormation::Init";
const LATER = { after: KNOWN_AFTER_APPLY };

test.each<[string, readonly Listed[], JsonObject, readonly string[]]>([
  ["an attribute", [untold("Metadata")], { Metadata: { [INIT]: 1 } }, [`/Metadata/${INIT}`]],
  [
    "a property by its name",
    [untold("Properties", { name: "A" })],
    { Properties: { A: 1 } },
    ["/Properties/A"],
  ],
  [
    "a property by its path",
    [untold("Properties", { path: "/Properties/A" })],
    { Properties: { A: 1 } },
    ["/Properties/A"],
  ],
  ["nothing but all properties", [untold("Properties")], { Properties: { A: 1 } }, ["/Properties/A"]],
  [
    "what is known after apply",
    [{ name: "A", ...LATER }],
    { Properties: { A: { B: 1 } } },
    ["/Properties/A"],
  ],
  [
    "a value that may be cut",
    [{ name: "A", after: "x".repeat(1_000) }],
    { Properties: { A: 1 } },
    ["/Properties/A"],
  ],
  [
    "an item of a list, and another one is known after apply",
    [{ path: "/Properties/A/0" }, { path: "/Properties/A/1", ...LATER }],
    { Properties: { A: ["x", "y"] } },
    ["/Properties/A"],
  ],
])(
  "a resource whose definition differs is told where CloudFormation gives no value of %s",
  (_, listed, more, at) => {
    const places = at.map((it) => `definition Queue ${it}`);
    const [section = "", entries] = Object.entries(more)[0] ?? [];
    const same = { [section]: { Same: 1 } };
    const wanted = { [section]: { Same: 1, ...(entries as JsonObject) } };
    expect(toldBeside(listed, definition(same), definition(wanted))).toEqual(places);
  },
);

test.each<[string, readonly Listed[], JsonObject]>([
  [
    "twice, once without",
    [untold("Properties", { path: "/Properties/A" }), { path: "/Properties/A" }],
    { Properties: { A: 1 } },
  ],
  [
    "below all properties without any",
    [untold("Properties"), { path: "/Properties/A" }],
    { Properties: { A: { B: 1 } } },
  ],
  [
    "of what is gone",
    [{ ...untold("Properties"), name: "A", before: "1", changeType: "Remove" }],
    { Properties: { A: 1 } },
  ],
  [
    "of nothing, for the CDK's own names",
    [untold("Metadata")],
    { Metadata: { "aws:cdk:path": "a", "aws:asset:path": "b" } },
  ],
])(
  "a resource whose definition differs is told by CloudFormation where it gives values %s",
  (_, listed, more) => {
    const [section = "", entries] = Object.entries(more)[0] ?? [];
    const same = { [section]: { Same: 1 } };
    const wanted = { [section]: { Same: 1, ...(entries as JsonObject) } };
    expect(toldBeside(listed, definition(same), definition(wanted))).toEqual([]);
  },
);

test("a resource that comes or goes is told by CloudFormation, where it gives what comes", () => {
  const other = { Resources: { Other: { Type: "AWS::SNS::Topic" } } };
  const both = { Resources: { ...other.Resources, ...(definition({}).Resources as JsonObject) } };
  const made = { action: "Add", after: { Properties: {} } } as const;
  expect(toldBeside([], other, both, made)).toEqual([]);
  expect(toldBeside([], other, both, { action: "Add" })).toEqual(["definition Queue"]);
  expect(toldBeside([], both, other, { action: "Remove" })).toEqual([]);
});

test.each([
  ["is told once, as what it will be", {}, [["definition Queue", undefined, "whole"]]],
  ["is told by CloudFormation, where that says what it will be", { after: { Properties: {} } }, []],
])("a resource whose type changes %s", (_, more, expected) => {
  const { before: _before, after: _after, ...bare } = queue;
  const gone = { ...bare, action: "Remove", details: [] } as const;
  const made = { ...bare, action: "Add", type: "AWS::SNS::Topic", details: [], ...more } as const;
  const wanted = { Type: "AWS::SNS::Topic", Properties: { B: 1 } };
  for (const resources of [
    [gone, made],
    [made, gone],
  ]) {
    const { template } = described({
      ...base,
      template: rendered({ Resources: { Queue: wanted } }),
      deployedTemplate: definition({ Properties: { A: 1 } }),
      changeSet: { resources, parameters: [] },
    });
    const told = template.map(({ name, before, after }) => [
      name,
      before,
      after === '{"Properties":{"B":1},"Type":"AWS::SNS::Topic"}' ? "whole" : after,
    ]);
    expect(told).toEqual(expected);
  }
});

test("what the template says of a resource that is made is beside what CloudFormation says", () => {
  const wanted = definition({
    Metadata: { [INIT]: { config: {} } },
    Properties: { A: { "Fn::GetAtt": ["Other", "Arn"] } },
  });
  const add = {
    ...queue,
    action: "Add",
    details: [],
    after: { Properties: { A: KNOWN_AFTER_APPLY } },
  } as const;
  const { resources } = described({
    ...base,
    template: rendered({
      Resources: { ...(wanted.Resources as JsonObject), Other: { Type: "AWS::SNS::Topic" } },
    }),
    deployedTemplate: {},
    changeSet: { resources: [add, queue], parameters: [] },
  });
  expect(resources).toEqual([{ ...add, written: (wanted.Resources as JsonObject).Queue }, queue]);
});

test("an entry of another section that is called as a listed resource is told", () => {
  const { template } = described({
    ...base,
    template: rendered({ ...definition({}), Metadata: { Queue: { a: 1 } } }),
    deployedTemplate: definition({}),
    changeSet: { resources: [queue], parameters: [] },
  });
  expect(template).toStrictEqual([{ name: "metadata Queue", after: '{"a":1}' }]);
});

test("the role that CloudFormation would act with is told, where there is one", () => {
  const roleArn = "arn:aws:iam::123456789012:role/cfn";
  expect(described({ ...base, roleArn }).roleArn).toBe(roleArn);
  expect(described(base)).not.toHaveProperty("roleArn");
});
