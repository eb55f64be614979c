import { expect, test } from "vitest";
import { openQuickStage, outcome, statusOf } from "../stack.ts";
import { destroy, table } from "./stage.ts";

const CONTINUE = "aws cloudformation continue-update-rollback --region us-east-1 --stack-name app";

test("protections that cannot be lifted, nor the update taken back: this run and the next say what leads out of it", async () => {
  await using stage = await openQuickStage({
    repository: { files: { "stack.json": table(false) } },
    inputs: { template: "stack.json", "termination-protection": "false" },
  });
  stage.aws.cloudFormation.putStack({ stackName: "app", template: table(true) });
  const faults = [
    stage.aws.faults.add({ scenario: "resource-fails", resource: "Orders", on: "update" }),
    stage.aws.faults.add({ scenario: "rollback-fails", resource: "Orders" }),
  ];
  const failed = await destroy(stage, "app");
  expect(outcome(failed), failed.text).toEqual({
    ...{ exitCode: 1, result: "failed", reason: "stack-unrecoverable" },
  });
  expect(statusOf(stage, "app")).toBe("UPDATE_ROLLBACK_FAILED");
  const met = await destroy(stage, "app", { again: { runId: failed.runId, attempt: 2 } });
  expect(outcome(met), met.text).toEqual({ exitCode: 1, result: "blocked", reason: "protected" });
  for (const text of [failed.summary, failed.text, met.summary, met.text]) {
    expect(text.split(/\n|%0A/).map((line) => line.replace(/^> /, ""))).toContain(CONTINUE);
    expect(text).toContain(`${CONTINUE} --resources-to-skip Orders`);
  }

  for (const fault of faults) stage.aws.faults.remove(fault);
  stage.aws.call("cloudformation", "ContinueUpdateRollback", { StackName: "app" });
  stage.aws.cloudFormation.finish("app");
  expect(statusOf(stage, "app")).toBe("UPDATE_ROLLBACK_COMPLETE");
  const again = await destroy(stage, "app", { again: { runId: failed.runId, attempt: 3 } });
  expect(outcome(again), again.text).toEqual({ exitCode: 0, result: "destroyed" });
});

test("protections that were lifted for a deletion that is refused: it says that they are off", async () => {
  await using stage = await openQuickStage({
    repository: { files: { "stack.json": table(false) } },
    inputs: { template: "stack.json", "termination-protection": "false" },
  });
  stage.aws.cloudFormation.putStack({ stackName: "app", template: table(true) });
  stage.aws.faults.add({ scenario: "access-denied", operation: "DeleteStack" });
  const step = await destroy(stage, "app");
  expect(outcome(step), step.text).toEqual({ exitCode: 1, result: "failed", reason: "access-denied" });
  expect(statusOf(stage, "app")).toBe("UPDATE_COMPLETE");
  for (const text of [step.summary, step.text]) {
    expect(text).toMatch(/nothing was deleted|Cannot delete stack/i);
    expect(text).toContain("The deletion protection of Orders is off now.");
  }
});
