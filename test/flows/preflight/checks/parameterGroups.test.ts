import { expect, test } from "vitest";
import { type Change, cluster, denied, detail, found, judged } from "../fixture.ts";

const group = (Family: string, service = "RDS") => ({
  Type: `AWS::${service}::DBClusterParameterGroup`,
  Properties: { Family, Description: "x", Parameters: {} },
});
const OLD =
  "error Db Parameter group Group is of family aurora-postgresql15, and aurora-postgresql 16.8 takes aurora-postgresql16: name a group of that family.";
const grouped = (version: string, Family = "aurora-postgresql15") => ({
  Db: cluster({ EngineVersion: version, DBClusterParameterGroupName: { Ref: "Group" } }),
  Group: group(Family),
});

test.for<[string, object, readonly string[]]>([
  ["one that fits", grouped("15.12"), []],
  ["one that fits the newest of a major version", grouped("15"), []],
  ["one of another family", grouped("16.8"), [OLD]],
  [
    "a default one",
    { Db: cluster({ EngineVersion: "16.8", DBClusterParameterGroupName: "default.aurora-postgresql14" }) },
    [
      "error Db Parameter group default.aurora-postgresql14 is of family aurora-postgresql14, and aurora-postgresql 16.8 takes aurora-postgresql16: name a group of that family.",
    ],
  ],
  [
    "one of which nobody knows",
    { Db: cluster({ EngineVersion: "16.8", DBClusterParameterGroupName: "mine" }) },
    [],
  ],
  [
    "an instance's, by the version of its cluster",
    {
      Db: cluster({ EngineVersion: "16.8" }),
      Writer: {
        Type: "AWS::RDS::DBInstance",
        Properties: { DBClusterIdentifier: { Ref: "Db" }, DBParameterGroupName: { Ref: "Group" } },
      },
      Group: {
        Type: "AWS::RDS::DBParameterGroup",
        Properties: { Family: "aurora-postgresql15", Description: "x" },
      },
    },
    [OLD.replace("error Db", "error Writer")],
  ],
])("parameter groups: %s", async ([, resources, expected]) => {
  expect(await found(resources)).toEqual(expected);
});

const databases = (asked: string[] = []) => ({
  databases: {
    versions: async (engine: string) => {
      asked.push(engine);
      return [
        { version: "5.0.0", family: "docdb5.0" },
        { version: "16.8", family: "aurora-postgresql16" },
      ];
    },
    isOffered: async () => true,
    takenClusters: async () => [],
    takenInstances: async () => [],
    quotas: async () => [],
  },
});

test("DocumentDB, which RDS knows", async () => {
  const asked: string[] = [];
  const resources = {
    Db: {
      Type: "AWS::DocDB::DBCluster",
      Properties: { EngineVersion: "5.0.0", DBClusterParameterGroupName: { Ref: "Group" } },
    },
    Group: group("docdb4.0", "DocDB"),
  };
  expect(await judged(resources, databases(asked))).toEqual([
    "error Db Parameter group Group is of family docdb4.0, and docdb 5.0.0 takes docdb5.0: name a group of that family.",
  ]);
  expect(new Set(asked)).toEqual(new Set(["docdb"]));
});

test.for<[string, Change["details"], readonly string[]]>([
  ["an upgrade that forgets its group", [detail("EngineVersion")], [OLD]],
  ["a change of something else", [detail("BackupRetentionPeriod")], []],
])("in place, %s", async ([, details = [], expected]) => {
  const asked: string[] = [];
  const change = { logicalId: "Db", action: "Modify", replacement: "False", details } as const;
  expect(await judged(grouped("16.8"), databases(asked), { changes: [change] })).toEqual(expected);
  expect(asked).toHaveLength(expected.length);
});

test("without the permission it is said", async () => {
  const change = {
    logicalId: "Db",
    action: "Modify",
    replacement: "False",
    details: [detail("EngineVersion")],
  } as const;
  const refusing = { databases: { ...databases().databases, versions: () => Promise.reject(denied()) } };
  expect(await judged(grouped("16.8"), refusing, { changes: [change] })).toEqual([
    "notice Not checked before the deploy: whether parameter groups fit aurora-postgresql (the role lacks rds:DescribeDBEngineVersions).",
  ]);
});

const plain = cluster({ EngineVersion: "16.8" });

test.for<[string, object, readonly string[]]>([
  ["room for two", { A: plain, B: plain }, []],
  [
    "none for a third",
    { A: plain, B: plain, C: { Type: "AWS::Neptune::DBCluster", Properties: {} } },
    [
      "warning A The account has 38 of 40 in us-east-1 (RDS quota DBClusters), and 3 more are to be made. Have the quota raised before the deploy.",
    ],
  ],
])("RDS's quotas: %s", async ([, resources, expected]) => {
  expect(await found(resources)).toEqual(expected);
});
