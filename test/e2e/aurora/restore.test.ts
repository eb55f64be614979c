import { expect, test } from "vitest";
import { outcome, statusOf } from "../stack.ts";
import {
  DEPLOYED,
  openDatabaseStage,
  PRODUCTION,
  propose,
  ROLLED_BACK,
  resource,
  SNAPSHOT,
} from "./database.ts";

const FROM_SNAPSHOT = { ...PRODUCTION, SnapshotIdentifier: SNAPSHOT };

test.concurrent("a snapshot becomes a new cluster, is not restored again, and may be upgraded", async () => {
  await using stage = await openDatabaseStage(PRODUCTION, { "environment-suffix": "copy" });
  const restored = await propose(stage, FROM_SNAPSHOT);
  expect(outcome(restored.deployed)).toEqual(DEPLOYED);
  expect(restored.comment).toContain(SNAPSHOT);
  const { properties } = resource(stage, "AuroraCluster", "aurora-copy");
  expect(properties).toMatchObject({
    DBClusterIdentifier: "aurora-cluster-copy",
    SnapshotIdentifier: SNAPSHOT,
  });
  for (const left of ["MasterUsername", "MasterUserPassword", "DatabaseName", "StorageEncrypted"])
    expect(properties).not.toHaveProperty(left);
  // Endpoints and secret are there for whoever connects.
  expect(restored.deployed.outputs.ClusterEndpoint).toContain("aurora-cluster-copy");

  const larger = await propose(stage, { ...FROM_SNAPSHOT, MaxCapacity: "4" });
  expect(outcome(larger.deployed)).toEqual(DEPLOYED);
  expect(larger.comment).toMatch(/: 1 modify/);
  const upgraded = await propose(stage, { ...FROM_SNAPSHOT, MaxCapacity: "4", EngineVersion: "16.8" });
  expect(outcome(upgraded.deployed)).toEqual(DEPLOYED);
  expect(resource(stage, "AuroraCluster", "aurora-copy").properties).toMatchObject({
    EngineVersion: "16.8",
    SnapshotIdentifier: SNAPSHOT,
  });
});

test.concurrent("a snapshot that is not there: nothing is left behind, and the right name deploys", async () => {
  await using stage = await openDatabaseStage(PRODUCTION, { "environment-suffix": "copy" });
  const wrong = await propose(stage, { ...PRODUCTION, SnapshotIdentifier: "of-another-account" });
  expect(outcome(wrong.deployed)).toEqual(ROLLED_BACK);
  expect(wrong.ending).toContain("DBClusterSnapshot not found: of-another-account");
  const right = await propose(stage, FROM_SNAPSHOT);
  expect(outcome(right.deployed)).toEqual(DEPLOYED);
  expect(statusOf(stage, "aurora-copy")).toBe("CREATE_COMPLETE");
});

test.concurrent("a version that RDS creates no more is no obstacle for a copy", async () => {
  await using stage = await openDatabaseStage(PRODUCTION, { "environment-suffix": "copy" });
  const old = await propose(stage, { ...FROM_SNAPSHOT, EngineVersion: "15.4" });
  expect(outcome(old.deployed)).toEqual(DEPLOYED);
});
