import { expect } from "vitest";
import { outcome, statusOf } from "../stack.ts";
import {
  changedIn,
  DEPLOYED,
  events,
  PRODUCTION,
  propose,
  ROLLED_BACK,
  type Row,
  resource,
  STACK,
} from "./database.ts";

const OUT_OF_MEMORY =
  "Unable to upgrade DB cluster aurora-cluster-prod because the instance aurora-instance-b-prod has a status of incompatible-parameters.";

/** The rows about `EngineVersion`. */
export const upgradeRows: readonly Row[] = [
  [
    "`EngineVersion`, a minor version",
    { to: { EngineVersion: "15.15" } },
    ({ stage, deployed, comment }) => {
      expect(outcome(deployed)).toEqual(DEPLOYED);
      expect(comment).toMatch(/`AuroraCluster`: is upgraded in place and is not available meanwhile/);
      expect(changedIn(stage)).toEqual(["AuroraCluster"]);
      expect(resource(stage, "AuroraCluster").properties.EngineVersion).toBe("15.15");
    },
  ],
  [
    "`EngineVersion`, a major version",
    { to: { EngineVersion: "16.8" } },
    ({ stage, deployed, comment }) => {
      expect(outcome(deployed)).toEqual(DEPLOYED);
      expect(comment).toContain("1 replace, 1 modify");
      const story = events(stage).filter((line) => /(Group|Cluster) \w+_COMPLETE$/.test(line));
      expect(story).toEqual([
        "ClusterParameterGroup UPDATE_COMPLETE",
        "AuroraCluster UPDATE_COMPLETE",
        "ClusterParameterGroup DELETE_COMPLETE",
      ]);
      expect(resource(stage, "ClusterParameterGroup").physicalId).toBe("aurora-parameter-group-pg16-prod");
      expect(resource(stage, "AuroraCluster").properties).toMatchObject({
        EngineVersion: "16.8",
        DBClusterParameterGroupName: "aurora-parameter-group-pg16-prod",
      });
    },
  ],
  [
    "`EngineVersion`, a major version, in one deploy with a change that fails",
    {
      to: { EngineVersion: "16.8", PerformanceInsights: "true" },
      before: ({ aws }) =>
        void aws.faults.add({
          scenario: "resource-fails",
          resource: "AuroraInstanceB",
          times: 1,
          reason: "quota",
        }),
    },
    async ({ stage, deployed, ending }) => {
      expect(outcome(deployed)).toEqual({ exitCode: 1, result: "failed", reason: "stack-unrecoverable" });
      expect(ending).toContain("DBParameterGroupFamily aurora-postgresql15 can't be used for this instance");
      expect(ending).toMatch(/continue-update-rollback .*--resources-to-skip AuroraCluster/);
      stage.aws.cloudFormation.handle("ContinueUpdateRollback", {
        StackName: STACK,
        ResourcesToSkip: ["AuroraCluster"],
      });
      stage.aws.cloudFormation.finish(STACK);
      expect(statusOf(stage, STACK)).toBe("UPDATE_ROLLBACK_COMPLETE");
      expect(resource(stage, "AuroraCluster").properties.EngineVersion).toBe("16.8");
      const again = await propose(stage, { ...PRODUCTION, EngineVersion: "16.8" });
      expect(outcome(again.deployed)).toEqual(DEPLOYED);
      expect(resource(stage, "ClusterParameterGroup").physicalId).toBe("aurora-parameter-group-pg16-prod");
    },
  ],
  [
    "`EngineVersion`, backwards",
    { to: { EngineVersion: "15.10" } },
    ({ stage, deployed, ending }) => {
      expect(outcome(deployed)).toEqual(ROLLED_BACK);
      expect(ending).toContain("Cannot upgrade aurora-postgresql from 15.12 to 15.10");
      expect(resource(stage, "AuroraCluster").properties.EngineVersion).toBe("15.12");
    },
  ],
  [
    "`EngineVersion` while an instance is `incompatible-parameters`",
    {
      to: { EngineVersion: "15.15" },
      before: ({ aws }) =>
        void aws.faults.add({
          scenario: "resource-fails",
          resource: "AuroraCluster",
          times: 1,
          reason: OUT_OF_MEMORY,
        }),
    },
    async ({ stage, deployed, ending }) => {
      expect(outcome(deployed)).toEqual(ROLLED_BACK);
      expect(ending).toContain("incompatible-parameters");
      // More memory first, then the upgrade.
      const more = { ...PRODUCTION, MinCapacity: "2", MaxCapacity: "4" };
      expect(outcome((await propose(stage, more)).deployed)).toEqual(DEPLOYED);
      const upgraded = await propose(stage, { ...more, EngineVersion: "15.15" });
      expect(outcome(upgraded.deployed)).toEqual(DEPLOYED);
    },
  ],
];
