import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { JsonObject } from "../../../src/template/model.ts";
import { zoneParameters } from "../../../src/template/parameters/zoneParameters.ts";

const contains = (list: unknown, value: unknown) => ({ Assert: { "Fn::Contains": [list, value] } });
const zoneOf = (subnet: unknown, attribute = "AvailabilityZone") => ({ "Fn::ValueOf": [subnet, attribute] });
const withRule = (...Assertions: object[]) => ({ Rules: { R: { Assertions } } }) as unknown as JsonObject;

test("the bundled template's rules say which parameters are its subnets' zones", () => {
  const path = join(import.meta.dirname, "../../../templates/aurora-postgresql.json");
  expect(zoneParameters(JSON.parse(readFileSync(path, "utf8")) as JsonObject)).toEqual([
    { zone: "AvailabilityZoneA", subnet: "SubnetIdA" },
    { zone: "AvailabilityZoneB", subnet: "SubnetIdB" },
  ]);
});

test.for<[string, object]>([
  ["another attribute", contains([{ Ref: "Zone" }], zoneOf("Subnet", "VpcId"))],
  ["one of several", contains([{ Ref: "Zone" }, { Ref: "Other" }], zoneOf("Subnet"))],
  ["a fixed zone", contains(["us-east-1a"], zoneOf("Subnet"))],
  ["the zone of another subnet", contains([zoneOf("A")], zoneOf("B"))],
  ["a subnet that is a function", contains([{ Ref: "Zone" }], zoneOf({ Ref: "Subnet" }))],
  ["a negation", { Assert: { "Fn::Not": [contains([{ Ref: "Zone" }], zoneOf("Subnet")).Assert] } }],
  ["no assertion at all", {}],
])("no zone parameter: %s", ([, assertion]) => {
  expect(zoneParameters(withRule(assertion))).toEqual([]);
});

test.for<unknown>([
  undefined,
  null,
  [],
  "x",
  { R: null },
  { R: { Assertions: {} } },
  { R: { Assertions: [null] } },
])("rules that are none: %j", (Rules) => {
  expect(zoneParameters({ Rules } as JsonObject)).toEqual([]);
});
