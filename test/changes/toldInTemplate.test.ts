import { expect, test } from "vitest";
import type { PropertyChange } from "../../src/changes/model.ts";
import { isObject } from "../../src/template/canonical.ts";
import type { JsonObject } from "../../src/template/model.ts";
import { base, described, rendered } from "./described.ts";
import { queue } from "./examples.ts";

type Listed = Partial<PropertyChange>;

/** The differences of templates that are told beside what CloudFormation lists of the resource `Queue`. */
function toldBeside(listed: readonly Listed[], before: JsonObject, after: JsonObject): readonly string[] {
  const { name: _name, path: _path, ...rest } = queue.details[0] as PropertyChange;
  const resource = { ...queue, details: listed.map((it) => ({ ...rest, ...it })) };
  const { template } = described({
    ...base,
    template: rendered(after),
    deployedTemplate: before,
    changeSet: { resources: [resource], parameters: [] },
  });
  return template.map(({ name }) => name);
}

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

test("a resource that comes or goes is told by CloudFormation", () => {
  const other = { Resources: { Other: { Type: "AWS::SNS::Topic" } } };
  const both = { Resources: { ...other.Resources, ...(definition({}).Resources as JsonObject) } };
  expect(toldBeside([], other, both)).toEqual([]);
  expect(toldBeside([], both, other)).toEqual([]);
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
