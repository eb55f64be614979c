import { expect, test } from "vitest";
import type { Stage } from "../sandbox/stage.ts";
import {
  deploy,
  lettingGo,
  openSmallStage,
  operationsOf,
  outcome,
  propose,
  putStack,
  STACK,
  STARTED,
  statusOf,
  WAITING,
} from "./stack.ts";

/**
 * Somebody executes a change set in the console, with a token that is not ours, at the moment at which AWS is asked for
 * this operation. What that starts ends only when it was seen.
 */
function executedInTheConsole(stage: Stage, at: string, changeSet: string | undefined) {
  const hold = stage.aws.cloudFormation.hold(STACK);
  const execution = stage.aws.on({ operation: at, nth: 1, when: "before" }, () =>
    stage.aws.cloudFormation.handle("ExecuteChangeSet", {
      ChangeSetName: changeSet ?? "",
      ClientRequestToken: "Console-ExecuteChangeSet-6a5e4f0f",
    }),
  );
  return { hold, execution };
}

const once = ["CREATE_IN_PROGRESS", "UPDATE_IN_PROGRESS"];

test.concurrent("the reviewed change set is executed in the console just before us: its operation is followed", async () => {
  await using stage = await openSmallStage();
  putStack(stage);
  const { number, step } = await propose(stage, "topic", { timeout: 60 });
  await stage.repository.merge(number);
  const { hold, execution } = executedInTheConsole(stage, "GetTemplate", step.outputs["change-set-arn"]);
  const deployed = await deploy(stage, lettingGo(hold, STARTED));
  expect(execution.times()).toBe(1);
  expect(deployed.text).toContain("being executed already: following that");
  expect(deployed.text).toMatch(STARTED);
  expect(outcome(deployed), deployed.text).toEqual({ exitCode: 0, result: "deployed" });
  expect(operationsOf(stage)).toEqual(once);
  expect(statusOf(stage)).toBe("UPDATE_COMPLETE");
});

test.concurrent("… just after we saw that the stack is idle: the end of its operation is waited for", async () => {
  await using stage = await openSmallStage();
  putStack(stage);
  const { number, step } = await propose(stage, "topic", { timeout: 60 });
  await stage.repository.merge(number);
  const { hold, execution } = executedInTheConsole(
    stage,
    "DescribeChangeSet",
    step.outputs["change-set-arn"],
  );
  const deployed = await deploy(stage, lettingGo(hold, WAITING));
  expect(execution.times()).toBe(1);
  expect(deployed.text).toContain("Another operation on the stack was quicker");
  expect(deployed.text).toMatch(WAITING);
  expect(deployed.exitCode, deployed.text).toBe(0);
  expect(operationsOf(stage)).toEqual(once);
  expect(statusOf(stage)).toBe("UPDATE_COMPLETE");
});
