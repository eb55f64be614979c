import { expect, test } from "vitest";
import { costedResources } from "../../../src/changes/costs/costed.ts";
import { type CostSource, costResources } from "../../../src/changes/costs/templates.ts";
import { UNKNOWN } from "../../../src/template/evaluate/evaluated.ts";
import type { JsonObject } from "../../../src/template/model.ts";
import { cpuTime } from "../../cpuTime.ts";

function resources(
  templates: Readonly<Record<string, JsonObject>>,
  parameters: Readonly<Record<string, string>> = {},
  isHidden: CostSource["isHidden"] = () => false,
) {
  return costResources({
    templates: Object.entries(templates).map(([path, value]) => ({
      stackPath: path === "" ? [] : path.split("/"),
      ...{ before: undefined, after: { value } },
    })),
    ...{ side: "after", scope: { parameters, pseudo: {} }, isHidden },
  });
}

/** What each resource is said to be. */
function told(...given: Parameters<typeof resources>) {
  return Object.fromEntries(
    costedResources([], resources(...given)).map(({ key, after }) => [
      key,
      after?.kind === "priced" ? after.what : after?.kind,
    ]),
  );
}

const volume = (parameter: JsonObject = { Type: "Number", Default: 10 }): JsonObject => ({
  Parameters: { Size: parameter },
  Resources: {
    Disk: { Type: "AWS::EC2::Volume", Properties: { VolumeType: "gp3", Size: { Ref: "Size" } } },
  },
});

test("parameters are resolved", () => {
  expect(told({ "": volume() }, { Size: "20" })).toEqual({ Disk: "20 GB gp3" });
  expect(told({ "": volume() })).toEqual({ Disk: "unknown" });
});

const nesting = (Parameters: JsonObject): JsonObject => ({
  Resources: { Inner: { Type: "AWS::CloudFormation::Stack", Properties: { TemplateURL: "x", Parameters } } },
});

test("nested stacks get what their parents give, however deep", () => {
  const inner = { "": nesting({ Size: "7" }), Inner: volume() };
  expect(told(inner)).toEqual({ "Inner/Disk": "7 GB gp3" });
  expect(told({ "": nesting({}), Inner: volume() })).toEqual({ "Inner/Disk": "10 GB gp3" });
  // Whatever their order is.
  const [a, b, c] = [nesting({}), nesting({}), nesting({ Size: "9" })];
  const deep = { "Inner/Inner/Inner": volume(), "": a, Inner: b, "Inner/Inner": c };
  expect(told(deep)).toEqual({ "Inner/Inner/Inner/Disk": "9 GB gp3" });
});

test("a side without a template of the stack has no resources", () => {
  const pair = { stackPath: [], before: undefined, after: { value: volume() } };
  const source = { scope: { parameters: {}, pseudo: {} }, isHidden: () => false };
  expect(costResources({ ...source, templates: [pair], side: "before" })).toEqual([]);
  expect(costResources({ ...source, templates: [pair], side: "after" })).toHaveLength(1);
  expect(costResources({ ...source, templates: [{ ...pair, stackPath: ["Inner"] }], side: "after" })).toEqual(
    [],
  );
});

test("what is hidden in a list is hidden there alone", () => {
  const table = {
    Type: "AWS::DynamoDB::Table",
    Properties: { GlobalSecondaryIndexes: [{ IndexName: "One", Key: "a" }, "text"] },
  };
  const [only] = resources({ "": { Resources: { Table: table } } }, {}, (name) => name === "Key");
  expect(only?.properties).toEqual({ GlobalSecondaryIndexes: [{ IndexName: "One", Key: UNKNOWN }, "text"] });
});

test("nothing is told from a value that is hidden", () => {
  const noEcho = volume({ Type: "Number", Default: 10, NoEcho: true });
  expect(told({ "": noEcho }, { Size: "20" })).toEqual({ Disk: "unknown" });
  expect(told({ "": nesting({ Size: "7" }), Inner: noEcho })).toEqual({ "Inner/Disk": "unknown" });
  expect(told({ "": volume() }, { Size: "20" }, (name) => name === "Size")).toEqual({ Disk: "unknown" });
  expect(told({ "": volume() }, { Size: "20" }, (name) => name === "VolumeType")).toEqual({
    Disk: "unknown",
  });
});

test("a condition that cannot be decided", () => {
  const template = {
    ...volume(),
    Conditions: { Known: { "Fn::Equals": [{ Ref: "AWS::Region" }, "x"] } },
    Resources: { Disk: { Type: "AWS::EC2::NatGateway", Condition: "Known", Properties: {} } },
  };
  expect(told({ "": template })).toEqual({ Disk: "unknown" });
});

test("templates of nothing that has a price are not looked at, and broken ones are no trouble", () => {
  expect(resources({ "": { Resources: { Queue: { Type: "AWS::SQS::Queue" } } } })).toEqual([]);
  expect(resources({ "": { Resources: [] } })).toEqual([]);
  const broken = {
    Parameters: "none",
    Resources: { A: { Type: "AWS::EC2::NatGateway" }, B: null, C: { Type: 1 } },
  };
  expect(told({ "": broken })).toEqual({ A: "NAT gateway" });
});

test("2,000 nested stacks of one template take no time to speak of", () => {
  const many = Object.fromEntries(
    Array.from({ length: 2_000 }, (_, index) => [`Inner${index}`, volume()] as const),
  );
  const root = {
    Resources: Object.fromEntries(
      Object.keys(many).map((id) => [id, { Type: "AWS::CloudFormation::Stack", Properties: {} }]),
    ),
  };
  const time = cpuTime(() => expect(resources({ "": root, ...many })).toHaveLength(4_000));
  // To look through all stacks for each of them takes minutes.
  expect(time).toBeLessThan(5_000);
});
