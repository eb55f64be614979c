import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { AURORA_TEMPLATE } from "../auroraTemplate.ts";
import { outcome, statusOf } from "../stack.ts";
import {
  changedIn,
  DEPLOYED,
  events,
  PRODUCTION,
  play,
  ROLLED_BACK,
  type Row,
  resource,
  SNAPSHOT,
  STACK,
} from "./database.ts";
import { upgradeRows } from "./upgradeRows.ts";

const KEY = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const OTHER_TOPIC = "arn:aws:sns:us-east-1:111122223333:pager";

const rows: readonly Row[] = [
  ...upgradeRows,
  [
    "`MaxCapacity`",
    { to: { MaxCapacity: "8", ConnectionThreshold: "1300" } },
    ({ stage, deployed }) => {
      expect(outcome(deployed)).toEqual(DEPLOYED);
      // Nothing touches the instances, so nothing reboots them.
      expect(changedIn(stage)).toEqual(["AuroraCluster", "ConnectionsAlarm"]);
    },
  ],
  [
    "`MinCapacity`, from below 2 to 2 or more",
    { to: { MinCapacity: "2", MaxCapacity: "8" } },
    ({ stage, deployed }) => {
      expect(outcome(deployed)).toEqual(DEPLOYED);
      expect(changedIn(stage)).toEqual(["AuroraCluster", "AuroraInstanceA", "AuroraInstanceB"]);
      expect(resource(stage, "AuroraInstanceA").properties.EnablePerformanceInsights).toBe(true);
    },
  ],
  [
    "`StorageType`, `BackupRetentionDays`, `IamAuthentication`, `DataApi`, `PerformanceInsights`, `SlowQueryThresholdMs`",
    {
      to: {
        StorageType: "aurora-iopt1",
        BackupRetentionDays: "14",
        IamAuthentication: "true",
        DataApi: "true",
        PerformanceInsights: "true",
        SlowQueryThresholdMs: "250",
      },
    },
    ({ stage, deployed, comment }) => {
      expect(outcome(deployed)).toEqual(DEPLOYED);
      expect(comment).toMatch(/: 4 modify/);
      expect(changedIn(stage)).toEqual([
        "AuroraCluster",
        "AuroraInstanceA",
        "AuroraInstanceB",
        "ClusterParameterGroup",
      ]);
    },
  ],
  ...[{ PerformanceInsights: "false" }, { MinCapacity: "1" }].map(
    (to): Row => [
      "`PerformanceInsights` off, or with `auto` `MinCapacity` below 2, under a `KmsKeyArn`",
      { from: { KmsKeyArn: KEY, MinCapacity: "2", MaxCapacity: "8" }, to },
      ({ stage, deployed, comment, ending }) => {
        expect(comment).toContain(
          "`AuroraInstanceA`, `AuroraInstanceB`: each may be replaced (`PerformanceInsightsKMSKeyId`)",
        );
        expect(outcome(deployed)).toEqual(ROLLED_BACK);
        expect(ending).toContain("custom-named resource requires replacing");
        expect(resource(stage, "AuroraInstanceA").properties.PerformanceInsightsKMSKeyId).toBe(KEY);
      },
    ],
  ),
  [
    "`PerformanceInsights` off, or with `auto` `MinCapacity` below 2, under a `KmsKeyArn`",
    {
      from: { KmsKeyArn: KEY, MinCapacity: "2", MaxCapacity: "8" },
      to: { MinCapacity: "1", PerformanceInsights: "true" },
    },
    ({ deployed }) => expect(outcome(deployed)).toEqual(DEPLOYED),
  ],
  [
    "`AlarmTopicArn`, another topic",
    { to: { AlarmTopicArn: OTHER_TOPIC } },
    ({ stage, deployed }) => {
      expect(outcome(deployed)).toEqual(DEPLOYED);
      expect(resource(stage, "ClusterEvents").physicalId).toBe(
        "aurora-cluster-events-111122223333-pager-prod",
      );
      expect(events(stage)).toContain("ClusterEvents DELETE_COMPLETE");
      expect(resource(stage, "CpuAlarm").properties.AlarmActions).toEqual([OTHER_TOPIC]);
    },
  ],
  [
    "`AlarmTopicArn`, taken out",
    { to: { AlarmTopicArn: "" } },
    ({ stage, deployed }) => {
      expect(outcome(deployed)).toEqual(DEPLOYED);
      expect(stage.aws.cloudFormation.stack(STACK)?.resources.has("InstanceEvents")).toBe(false);
      expect(resource(stage, "CpuAlarm").properties.AlarmActions).toEqual([]);
    },
  ],
  [
    "`SubnetIdA`, `SubnetIdB`",
    { to: { SubnetIdA: "subnet-0a1b2c3d4e5f60a03" } },
    ({ stage, deployed, ending }) => {
      expect(outcome(deployed)).toEqual(ROLLED_BACK);
      expect(ending).toContain("Some of the subnets to be deleted are currently in use");
      expect(resource(stage, "SubnetGroup").properties.SubnetIds).toEqual([
        PRODUCTION.SubnetIdA,
        PRODUCTION.SubnetIdB,
      ]);
    },
  ],
  [
    "`AvailabilityZoneA`, `AvailabilityZoneB`, given later too",
    {
      from: { AvailabilityZoneA: "", AvailabilityZoneB: "" },
      to: { AvailabilityZoneA: "us-east-1a", AvailabilityZoneB: "us-east-1b" },
    },
    ({ deployed, comment, ending }) => {
      expect(comment).toContain("`AuroraInstanceA`: may be replaced");
      expect(outcome(deployed)).toEqual(ROLLED_BACK);
      expect(ending).toContain("custom-named resource requires replacing");
    },
  ],
  ...["DatabaseName", "KmsKeyArn", "SnapshotIdentifier"].map(
    (name): Row => [
      "`DatabaseName`, `KmsKeyArn`, `SnapshotIdentifier`",
      name === "SnapshotIdentifier"
        ? { from: { SnapshotIdentifier: SNAPSHOT }, to: { SnapshotIdentifier: "" } }
        : { to: { [name]: name === "KmsKeyArn" ? KEY : "other" } },
      ({ stage, deployed, comment, ending }) => {
        expect(comment).toContain("`AuroraCluster`: is replaced but keeps its fixed name");
        expect(outcome(deployed)).toEqual(ROLLED_BACK);
        expect(ending).toContain("custom-named resource requires replacing");
        expect(resource(stage, "AuroraCluster").physicalId).toBe("aurora-cluster-prod");
      },
    ],
  ),
  [
    "`environmentSuffix`, with the stack's name following it",
    { inputs: { "environment-suffix": "next" } },
    ({ stage, deployed }) => {
      expect(outcome(deployed)).toEqual(DEPLOYED);
      expect([statusOf(stage, "aurora-next"), statusOf(stage, STACK)]).toEqual([
        "CREATE_COMPLETE",
        "CREATE_COMPLETE",
      ]);
      expect(resource(stage, "AuroraCluster").properties.DeletionProtection).toBe("true");
    },
  ],
  [
    "`environmentSuffix`, under a fixed `stack-name`",
    {
      inputs: {
        "environment-suffix": "next",
        "stack-name": STACK,
        "allow-destructive": "DatabaseSecret,PostgresqlLogGroup",
      },
    },
    ({ stage, deployed, comment }) => {
      expect(comment).toContain("`DatabaseSecret`");
      expect(outcome(deployed)).toEqual(DEPLOYED);
      expect(resource(stage, "AuroraCluster").physicalId).toBe("aurora-cluster-next");
      // Its instances are gone, and it belongs to no stack any more.
      const old = events(stage).filter((line) => / DELETE_(COMPLETE|FAILED)$/.test(line));
      expect(old).toEqual(
        expect.arrayContaining([
          "AuroraInstanceA DELETE_COMPLETE",
          "AuroraInstanceB DELETE_COMPLETE",
          "AuroraCluster DELETE_FAILED",
        ]),
      );
    },
  ],
  [
    "`DeletionProtection` to `false`",
    { to: { DeletionProtection: "false" } },
    ({ stage, deployed, comment }) => {
      expect(comment).toContain("`AuroraCluster`: loses its deletion protection");
      expect(outcome(deployed)).toEqual(DEPLOYED);
      expect(changedIn(stage)).toEqual(["AuroraCluster"]);
    },
  ],
  [
    "`GenerateSecretString`, in an edited template",
    {
      inputs: { template: "own.json", "stack-name": STACK },
      files: { "own.json": AURORA_TEMPLATE.replace('"PasswordLength":40', '"PasswordLength":41') },
    },
    ({ stage, deployed, comment }) => {
      expect(comment).toMatch(/`DatabaseSecret`: .*password/);
      expect(outcome(deployed)).toEqual(DEPLOYED);
      expect(changedIn(stage)).toEqual(["DatabaseSecret"]);
    },
  ],
];

test.concurrent.for(rows)("%s", async ([, change, shows]) => {
  const result = await play(change);
  await using _stage = result.stage;
  await shows(result);
});

test("the README's table has these rows, and no other", () => {
  const readme = readFileSync(join(import.meta.dirname, "../../../templates/README.md"), "utf8");
  const [, table = ""] = /^## Day 2\n.*?\n\| --- .*?\n(.*?)\n\n/ms.exec(readme) ?? [];
  const changes = table.split("\n").map((line) => line.split(" | ")[0]?.replace(/^\| /, ""));
  expect(changes).toEqual([...new Set(rows.map(([row]) => row))]);
});
