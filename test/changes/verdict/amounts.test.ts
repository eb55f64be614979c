import { describe, expect, test } from "vitest";
import type { PropertyChange, ResourceChange } from "../../../src/changes/model.ts";
import { weakerGuards } from "../../../src/changes/verdict/guards.ts";
import type { Json, JsonObject } from "../../../src/template/model.ts";

const CLUSTER = "AWS::RDS::DBCluster";
const INSTANCE = "AWS::RDS::DBInstance";
const GROUP = "AWS::Logs::LogGroup";

function weaker(type: string, more: Partial<ResourceChange>): readonly string[] {
  const change: ResourceChange = {
    ...{ stackPath: [], action: "Modify", logicalId: "R", type, scope: [], details: [] },
    ...more,
  };
  return weakerGuards(change).map(({ property, message }) => `${property}: ${message}`);
}

/** What is weaker between two property sets. */
function between(type: string, before: JsonObject, after: JsonObject): readonly string[] {
  return weaker(type, { before: { Properties: before }, after: { Properties: after } });
}

describe("a number that protects by its size", () => {
  test.each([
    ["BackupRetentionPeriod", 7, 2, "keeps its backups 2 days instead of 7"],
    ["BackupRetentionPeriod", 7, 1, "keeps its backups 1 day instead of 7"],
    ["BackupRetentionPeriod", 7, 0, "is no longer backed up"],
    ["SnapshotRetentionLimit", 7, 0, "is no longer backed up"],
    ["RetentionInDays", 30, 7, "keeps its logs 7 days instead of 30"],
    ["RetentionPeriodHours", 48, 24, "keeps its records 24 hours instead of 48"],
    ["DataRetentionInHours", 48, 1, "keeps its media 1 hour instead of 48"],
    ["MessageRetentionPeriod", 3600, 60, "keeps its messages 60 seconds instead of 3600"],
    ["RetentionDays", 0, 30, "keeps its events 30 days instead of forever"],
    ["RetentionPeriod", 90, 30, "keeps its contents 30 days instead of 90"],
    ["PerformanceInsightsRetentionPeriod", 731, 7, "keeps its metrics 7 days instead of 731"],
    ["PendingWindowInDays", 30, 7, "can be lost after 7 days, not 30"],
  ])("%s from %i to %i", (path, before, after, message) => {
    expect(between("AWS::Any::Type", { [path]: before }, { [path]: after })).toEqual([`${path}: ${message}`]);
    expect(between("AWS::Any::Type", { [path]: after }, { [path]: before })).toEqual([]);
    expect(between("AWS::Any::Type", { [path]: before }, { [path]: before })).toEqual([]);
  });

  test("is found inside of a block", () => {
    const days = (AutomaticBackupRetentionDays: number) => ({
      WindowsConfiguration: { AutomaticBackupRetentionDays },
    });
    expect(between("AWS::FSx::FileSystem", days(30), days(0))).toEqual([
      "WindowsConfiguration: is no longer backed up",
    ]);
  });

  test.each<Json>(["", null, { Ref: "Days" }, [], "many"])("that is %j is not known", (days) => {
    expect(between(CLUSTER, { BackupRetentionPeriod: 7 }, { BackupRetentionPeriod: days })).toEqual([]);
    expect(between(CLUSTER, { BackupRetentionPeriod: days }, { BackupRetentionPeriod: -1 })).toEqual([]);
    expect(between(CLUSTER, { BackupRetentionPeriod: days }, {})).toEqual([]);
  });

  test("of a new resource is not compared", () => {
    const after = { Properties: { BackupRetentionPeriod: 0, RetentionInDays: 1 } };
    expect(weaker(GROUP, { action: "Add", after })).toEqual([]);
    expect(weaker(GROUP, { action: "Import", after })).toEqual([]);
  });
});

describe("a number that is taken out", () => {
  const dropped = (type: string, property: string, before: Json) => between(type, { [property]: before }, {});

  test("falls to the default where the handler sets it", () => {
    expect(dropped(CLUSTER, "BackupRetentionPeriod", 35)).toEqual([
      "BackupRetentionPeriod: keeps its backups 1 day instead of 35",
    ]);
    expect(dropped(CLUSTER, "BackupRetentionPeriod", 1)).toEqual([]);
  });

  test.each([
    [INSTANCE, "BackupRetentionPeriod", 35, "backups are kept (35 days until now; the default is 1 day)"],
    [
      "AWS::Kinesis::Stream",
      "RetentionPeriodHours",
      168,
      "records are kept (168 hours until now; the default is 24 hours)",
    ],
    [
      "AWS::ElastiCache::ReplicationGroup",
      "SnapshotRetentionLimit",
      7,
      "backups are kept (7 days until now; the default is 0 days)",
    ],
    ["AWS::MemoryDB::Cluster", "SnapshotRetentionLimit", 7, "backups are kept (7 days until now)"],
  ])("of %s is no longer said by anybody: %s", (type, property, before, message) => {
    expect(dropped(type, property, before)).toEqual([`${property}: no longer says how long its ${message}`]);
  });

  test.each([
    [GROUP, "RetentionInDays", 30],
    ["AWS::Events::Archive", "RetentionDays", 30],
    ["AWS::KMS::Key", "PendingWindowInDays", 7],
    ["AWS::SQS::Queue", "MessageRetentionPeriod", 3600],
    [INSTANCE, "PerformanceInsightsRetentionPeriod", 7],
  ])("of %s is no less by default: %s", (type, property, before) => {
    expect(dropped(type, property, before)).toEqual([]);
  });

  test("as a change alone tells it, without contexts", () => {
    const told = (more: Partial<PropertyChange>) =>
      weaker(CLUSTER, {
        details: [
          {
            ...{ attribute: "Properties", name: "BackupRetentionPeriod", before: "35" },
            ...{ requiresRecreation: "Never", evaluation: "Static", ...more },
          },
        ],
      });
    expect(told({ changeType: "Remove" })).toHaveLength(1);
    expect(told({ changeType: "Remove", path: "/Properties/BackupRetentionPeriod" })).toHaveLength(1);
    expect(told({ changeType: "Modify" })).toEqual([]);
    expect(told({})).toEqual([]);
  });
});

test("what was kept by default is kept less long", () => {
  expect(between(GROUP, {}, { RetentionInDays: 30 })).toEqual([
    "RetentionInDays: keeps its logs 30 days instead of forever",
  ]);
  expect(between("AWS::SQS::Queue", {}, { MessageRetentionPeriod: 60 })).toHaveLength(1);
  expect(between(INSTANCE, {}, { BackupRetentionPeriod: 7 })).toEqual([]);
  expect(between("AWS::MemoryDB::Cluster", {}, { SnapshotRetentionLimit: 1 })).toEqual([]);
});
