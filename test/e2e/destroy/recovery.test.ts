import { expect, test } from "vitest";
import type { Stage, Step } from "../../sandbox/stage.ts";
import { deploy, openQuickStage, outcome, preview, statusOf } from "../stack.ts";
import { AURORA_STACK, PRODUCTION } from "./stage.ts";

/** The commands of the AWS CLI that a run tells, each once, in their order. */
function commandsIn(step: Step): readonly string[] {
  const lines = step.summary.split("\n").flatMap((line) => /^> ?(aws .+)$/.exec(line)?.[1] ?? []);
  return [...new Set(lines)];
}

/** What a command of the AWS CLI does to the sandbox. */
function carryOut(stage: Stage, command: string): void {
  const [, service, verb] = command.split(" ");
  expect(command).toContain("--region us-east-1");
  if (service === "rds") {
    expect(command).toContain("--db-cluster-identifier aurora-cluster-prod --no-deletion-protection");
    stage.aws.cloudFormation.changeResourceByHand(AURORA_STACK, "AuroraCluster", {
      DeletionProtection: "false",
    });
    return;
  }
  expect([verb, command.includes(`--stack-name ${AURORA_STACK}`)]).toEqual(["delete-stack", true]);
  stage.aws.call("cloudformation", "DeleteStack", { StackName: AURORA_STACK });
  stage.aws.cloudFormation.finish(AURORA_STACK);
}

test("a first creation whose instance fails cannot be rolled back: two commands lead out, and then a deploy is green", async () => {
  await using stage = await openQuickStage({
    inputs: { "environment-suffix": "prod", "parameters-file": "production.json" },
  });
  const files = { "production.json": JSON.stringify(PRODUCTION) };
  const number = await stage.repository.openPullRequest({ head: "database", files });
  expect(outcome(await preview(stage, number, "opened"))).toEqual({ exitCode: 0, result: "previewed" });
  await stage.repository.merge(number);
  const reason = "Cannot create a db.serverless instance: insufficient capacity";
  const fault = stage.aws.faults.add({
    ...{ scenario: "resource-fails", resource: "AuroraInstanceA", on: "create", reason },
  });
  const failed = await deploy(stage);
  expect(outcome(failed)).toEqual({ exitCode: 1, result: "failed", reason: "stack-unrecoverable" });
  expect(statusOf(stage, AURORA_STACK)).toBe("ROLLBACK_FAILED");
  for (const text of [failed.summary, failed.text]) expect(text).toContain(reason);
  // Met once more, by a run that comes later, it says the same.
  const met = await deploy(stage, { again: { runId: failed.runId, attempt: 2 } });
  expect(outcome(met)).toEqual({ exitCode: 1, result: "failed", reason: "stack-unrecoverable" });
  const commands = commandsIn(failed);
  expect(commands.map((command) => command.split(" ").slice(1, 3).join(" "))).toEqual([
    "rds modify-db-cluster",
    "cloudformation delete-stack",
  ]);
  expect(commandsIn(met)).toEqual(commands);

  stage.aws.faults.remove(fault);
  for (const command of commands) carryOut(stage, command);
  expect(statusOf(stage, AURORA_STACK)).toBeUndefined();
  const deployed = await deploy(stage, { again: { runId: failed.runId, attempt: 3 } });
  expect(outcome(deployed), deployed.text).toEqual({ exitCode: 0, result: "deployed" });
  expect(statusOf(stage, AURORA_STACK)).toBe("CREATE_COMPLETE");
});
