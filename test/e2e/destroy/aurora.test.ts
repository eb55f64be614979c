import { describe, expect, test } from "vitest";
import { outcome, statusOf } from "../stack.ts";
import { AURORA_STACK, changingCalls, destroy, LIFT, openAuroraStage, resourcesIn } from "./stage.ts";

describe("the Aurora stack", () => {
  test.concurrent("with its protections on: the list of them, and nothing is changed", async () => {
    await using stage = await openAuroraStage();
    stage.aws.call("cloudformation", "UpdateTerminationProtection", {
      ...{ StackName: AURORA_STACK, EnableTerminationProtection: "true" },
    });
    stage.aws.forgetRequests();
    const before = resourcesIn(stage, AURORA_STACK);
    const step = await destroy(stage, AURORA_STACK);
    expect(outcome(step)).toEqual({ exitCode: 1, result: "blocked", reason: "protected" });
    for (const text of [step.summary, step.text]) {
      expect(text).toContain("AuroraCluster");
      expect(text).toContain("its termination protection is on");
      expect(text).toContain("its deletion protection is on");
    }
    expect(changingCalls(stage)).toEqual([]);
    expect(resourcesIn(stage, AURORA_STACK)).toEqual(before);
    expect(statusOf(stage, AURORA_STACK)).toBe("CREATE_COMPLETE");
  });

  test.concurrent("with its protections lifted in the run: gone, and the last snapshot is named", async () => {
    await using stage = await openAuroraStage();
    stage.aws.call("cloudformation", "UpdateTerminationProtection", {
      ...{ StackName: AURORA_STACK, EnableTerminationProtection: "true" },
    });
    stage.aws.forgetRequests();
    const step = await destroy(stage, AURORA_STACK, { inputs: LIFT });
    expect(step.problems).toEqual([]);
    expect(outcome(step)).toEqual({ exitCode: 0, result: "destroyed" });
    expect(changingCalls(stage)).toEqual(["ExecuteChangeSet", "UpdateTerminationProtection", "DeleteStack"]);
    const [snapshot] = stage.aws.cloudFormation.snapshots;
    expect(snapshot?.of).toBe("aurora-cluster-prod");
    expect(step.outputs["final-snapshot"]).toBe(snapshot?.id);
    for (const text of [step.summary, step.text]) expect(text).toContain(snapshot?.id);
    expect(statusOf(stage, AURORA_STACK)).toBeUndefined();
  });
});
