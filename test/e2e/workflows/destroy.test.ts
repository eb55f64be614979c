import { expect, test } from "vitest";
import { inputsOf, quickStart } from "../../sandbox/demo/workflow.ts";
import { AURORA_TEMPLATE } from "../auroraTemplate.ts";
import { destroyingRole } from "./account.ts";
import { example } from "./examples.ts";
import { placeOf } from "./places.ts";
import { only, openPlay, ourStep, type Play, told } from "./play.ts";

// "Destroying a stack": the end of a stack that the quick start made for staging.

const STACK = "aurora-staging";

async function openStaging(): Promise<Play> {
  const { files } = placeOf(example("README.md · Destroying a stack 1"));
  const play = await openPlay({ files, account: destroyingRole });
  const { parameters = "" } = inputsOf(quickStart());
  const assignments = parameters
    .trim()
    .split("\n")
    .map((line) => line.split("=") as [string, string]);
  const { cloudFormation } = play.stage.aws;
  cloudFormation.putStack({
    stackName: STACK,
    template: AURORA_TEMPLATE,
    parameters: { ...Object.fromEntries(assignments), environmentSuffix: "staging" },
  });
  play.stage.aws.call("cloudformation", "UpdateTerminationProtection", {
    StackName: STACK,
    EnableTerminationProtection: "true",
  });
  return play;
}

const byHand = async ({ stage, actions }: Play, stack: string, branch = "main") =>
  only(await actions.happens(await stage.repository.event.workflowDispatch({ stack }, branch)));

const isThere = ({ stage }: Play) => {
  const status = stage.aws.cloudFormation.stack(STACK)?.status;
  return status !== undefined && status !== "DELETE_COMPLETE";
};

test.concurrent("by hand with the stack's name: protections lifted, gone, the last snapshot named", async () => {
  await using play = await openStaging();
  const run = await byHand(play, STACK);
  expect(await told(run)).toEqual({ run: "success", result: "destroyed" });
  expect(isThere(play)).toBe(false);
  expect(ourStep(await run.ended)?.outputs["final-snapshot"]).toContain("aurora-staging");
});

test.concurrent.for([
  ["another name", "aurora-production", "main", { result: "failed", reason: "invalid-input" }],
  ["another branch", STACK, "topic", { result: "blocked", reason: "wrong-branch" }],
] as const)("%s: nothing is changed", async ([, stack, branch, ending]) => {
  await using play = await openStaging();
  if (branch !== "main") await play.stage.repository.push(branch, { "a.txt": "a\n" }, "A branch");
  const run = await byHand(play, stack, branch);
  expect(await told(run)).toEqual({ run: "failure", ...ending });
  expect(isThere(play)).toBe(true);
  expect(play.stage.aws.cloudFormation.stack(STACK)).toMatchObject({ terminationProtection: true });
});
