import { describe, expect, test } from "vitest";
import type { StandingResource } from "../../../src/changes/destroy/standing.ts";
import { finalSnapshots, unnamedSnapshots } from "../../../src/flows/destroy/snapshots.ts";
import type { DatabaseSnapshot } from "../../../src/ports/aws.ts";

const cluster: StandingResource = {
  ...{ stackPath: [], stackName: "App", logicalId: "Cluster", type: "AWS::RDS::DBCluster" },
  ...{ physicalId: "db", properties: {}, policy: "Snapshot", isGone: false },
};
const inner: StandingResource = { ...cluster, stackPath: ["Inner"], stackName: "App-Inner-1ABC" };
const cache: StandingResource = {
  ...cluster,
  logicalId: "Cache",
  type: "AWS::ElastiCache::ReplicationGroup",
};
const volume: StandingResource = { ...cluster, logicalId: "Disk", type: "AWS::EC2::Volume" };
const deleted: StandingResource = { ...cluster, logicalId: "Other", policy: "Delete" };

describe("a last snapshot whose name nobody can be asked for", () => {
  test.each([
    ["is called after its stack", cluster, "Cluster", "app-snapshot-cluster-"],
    ["in a nested stack is called after that", inner, "Inner/Cluster", "app-inner-1abc-snapshot-cluster-"],
    ["of a volume has an id of EC2's", volume, "Disk", "snap-"],
  ])("%s", (_, resource, key, start) => {
    expect(unnamedSnapshots([resource, deleted], "why")).toEqual({
      ids: [],
      unnamed: [`${key}: the snapshot's name is not known (why); it begins with ${start}`],
    });
  });
});

describe("the last snapshots", () => {
  const log = { warning: () => {}, info: () => {}, notice: () => {}, error: () => {}, debug: () => {} };
  const asked = (snapshots: readonly DatabaseSnapshot[], resources: readonly StandingResource[]) =>
    finalSnapshots(resources, 100_000, {
      deletions: { snapshots: async () => snapshots },
      log: { ...log, group: (_title, work) => work() },
    });

  test("are those that were made since the deletion began", async () => {
    const old = { id: "by-hand", madeAt: 1_000 };
    const last = { id: "app-snapshot-cluster-1", madeAt: 101_000 };
    expect(await asked([old, last], [cluster, deleted])).toEqual({ ids: [last.id], unnamed: [] });
  });

  test("that are still being made are known by their names: in a nested stack by that one's", async () => {
    const ids = ["app-snapshot-cluster-1", "app-inner-1abc-snapshot-cluster-2", "by-hand"];
    const made = ids.map((id) => ({ id }));
    expect((await asked(made, [cluster])).ids).toEqual(["app-snapshot-cluster-1"]);
    expect((await asked(made, [inner])).ids).toEqual(["app-inner-1abc-snapshot-cluster-2"]);
  });

  test("of services that are not asked have a name that is not known", async () => {
    const { ids, unnamed } = await asked([], [cache]);
    expect(ids).toEqual([]);
    expect(unnamed).toEqual([
      expect.stringMatching(/only AWS::ElastiCache.*begins with app-snapshot-cache-/),
    ]);
  });
});
