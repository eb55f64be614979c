import { expect, test } from "vitest";
import { unlistedLosses } from "../../src/changes/unlistedLosses.ts";
import type { JsonObject } from "../../src/template/model.ts";

const TABLE = { Type: "AWS::DynamoDB::Table", Properties: { TableName: "orders" } };
const CLUSTER = { Type: "AWS::RDS::DBCluster", Properties: { Engine: "aurora-postgresql" } };

function losses(before: JsonObject, after: JsonObject, stackPath: readonly string[] = ["Data"]) {
  const pair = {
    stackPath,
    before: { value: { Resources: before } },
    after: { value: { Resources: after } },
  };
  return unlistedLosses([pair]).map(({ resource, goes }) => `${resource} ${goes ? "goes" : "changes"}`);
}

test("a resource with data that goes, or becomes another", () => {
  expect(losses({ Orders: TABLE }, {})).toEqual(["Data/Orders goes"]);
  expect(losses({ Orders: TABLE }, { Orders: { Type: "AWS::SNS::Topic" } })).toEqual(["Data/Orders goes"]);
  expect(losses({ Inner: { Type: "AWS::CloudFormation::Stack" } }, {}, ["A", "B"])).toEqual([
    "A/B/Inner goes",
  ]);
});

test("one that is defined otherwise may be replaced", () => {
  const other = { ...TABLE, Properties: { TableName: "orders-2" } };
  expect(losses({ Orders: TABLE }, { Orders: other })).toEqual(["Data/Orders changes"]);
  expect(losses({ Orders: TABLE }, { Orders: { ...other, UpdateReplacePolicy: "Retain" } })).toEqual([]);
  expect(losses({ Orders: TABLE }, { Orders: { ...TABLE, Metadata: { a: 1 } } })).toEqual([]);
});

test("the policy that keeps what goes is the deployed one; of databases it is Snapshot where none is named", () => {
  for (const DeletionPolicy of ["Retain", "Snapshot", "RetainExceptOnCreate"])
    expect(losses({ Orders: { ...TABLE, DeletionPolicy } }, {})).toEqual([]);
  expect(losses({ Orders: { ...TABLE, UpdateReplacePolicy: "Retain" } }, {})).toEqual(["Data/Orders goes"]);
  expect(losses({ Db: CLUSTER }, {})).toEqual([]);
  expect(losses({ Db: { ...CLUSTER, DeletionPolicy: "Delete" } }, {})).toEqual(["Data/Db goes"]);
});

test("a database alone is kept by a snapshot, and an instance of a cluster holds nothing", () => {
  const instance = (Properties: JsonObject, more: JsonObject = {}) => ({
    Db: { Type: "AWS::RDS::DBInstance", Properties, ...more },
  });
  expect(losses(instance({ Engine: "postgres" }), {})).toEqual([]);
  expect(losses(instance({ Engine: "postgres" }, { DeletionPolicy: "Delete" }), {})).toEqual([
    "Data/Db goes",
  ]);
  expect(losses(instance({ Engine: "postgres" }), instance({ Engine: "mysql" }))).toEqual([
    "Data/Db changes",
  ]);
  expect(losses({ Db: { Type: "AWS::RDS::DBInstance", DeletionPolicy: "Delete" } }, {})).toEqual([
    "Data/Db goes",
  ]);
  for (const Properties of [{ DBClusterIdentifier: { Ref: "Cluster" } }, { Engine: "aurora-postgresql" }])
    expect(losses(instance(Properties, { DeletionPolicy: "Delete" }), {})).toEqual([]);
});

test("a policy that CloudFormation does not know, or that a function makes, keeps nothing", () => {
  for (const DeletionPolicy of ["NoRetain", "RetainAll", { Ref: "Policy" }, null])
    expect(losses({ Orders: { ...TABLE, DeletionPolicy } }, {})).toEqual(["Data/Orders goes"]);
});

test("nothing of a nested stack that comes or goes as a whole, or whose template is odd", () => {
  const whole = { value: { Resources: { Orders: TABLE } } };
  expect(unlistedLosses([{ stackPath: ["A"], before: undefined, after: whole }])).toEqual([]);
  expect(unlistedLosses([{ stackPath: ["A"], before: whole, after: undefined }])).toEqual([]);
  const [odd, other] = [{ value: { Resources: null } }, { value: { Resources: { Orders: null } } }];
  expect(unlistedLosses([{ stackPath: ["A"], before: odd, after: odd }])).toEqual([]);
  expect(unlistedLosses([{ stackPath: ["A"], before: other, after: other }])).toEqual([]);
  expect(losses({ Orders: TABLE }, { Orders: null })).toEqual(["Data/Orders goes"]);
});

test("nothing of the root stack, of what is new, and of what holds no data", () => {
  expect(losses({ Orders: TABLE }, {}, [])).toEqual([]);
  expect(losses({}, { Orders: TABLE })).toEqual([]);
  expect(losses({ Topic: { Type: "AWS::SNS::Topic" } }, {})).toEqual([]);
});
